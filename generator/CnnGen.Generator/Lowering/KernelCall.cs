using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>The memory that an operand lies in.</summary>
internal enum Region
{
    /// <summary>Activations and gradients of a sample.</summary>
    Arena,

    /// <summary>Packed parameters and buffers.</summary>
    Weights,

    /// <summary>Packed parameters as they were in the backward pass.</summary>
    KeptWeights,

    /// <summary>Weights in another form: folded, transformed, rearranged.</summary>
    Prepared,

    /// <summary>Gradients in the order of the weights.</summary>
    Gradients,

    /// <summary>Gradients that a chunk sums up for itself.</summary>
    Partials,

    /// <summary>A large gradient summed up over one image.</summary>
    ImageSum,

    /// <summary>What a batch shares in training: statistics.</summary>
    Shared,

    /// <summary>Working memory of a kernel: a chunk's, in training.</summary>
    Scratch,
    Input,
    Output,
    OutputGradients,
    InputGradients,
}

/// <summary>An operand of a kernel call: a slot of the arena, a parameter, or an offset in another region.</summary>
/// <param name="Row">Of weights: the row of each panel to begin at.</param>
internal readonly record struct Operand(Region Region, int Offset, BufferSlot? Slot, WeightSlot? Parameter, int Row = 0)
{
    public static Operand Of(BufferSlot slot) => new(Region.Arena, 0, slot, null);

    /// <summary>The operand from an element on.</summary>
    public Operand From(int element) => this with { Offset = checked(Offset + element) };

    /// <summary>The operand from a row of each panel of weights on.</summary>
    public Operand FromRow(int row) => this with { Row = row };

    public static Operand Of(WeightSlot parameter) => new(Region.Weights, 0, null, parameter);

    /// <summary>The gradient of a parameter.</summary>
    public static Operand GradientOf(WeightSlot parameter) => new(Region.Gradients, 0, null, parameter);

    /// <summary>The parameter as it was in the backward pass, if the operand is a parameter.</summary>
    public Operand Kept => Region == Region.Weights ? this with { Region = Region.KeptWeights } : this;

    public static Operand In(Region region, int offset = 0) => new(region, offset, null, null);

    /// <summary>The element that the operand begins at, known when everything is placed.</summary>
    public int Start => Offset + (Slot?.Offset ?? 0) + (Parameter?.Packed ?? 0);
}

/// <summary>A kernel applied to memory, which is checked to be what the kernel expects.</summary>
internal sealed record KernelCall
{
    /// <param name="kernel">The kernel.</param>
    /// <param name="operands">Its operands, in the order of <see cref="Kernel.Operands"/>.</param>
    /// <param name="layer">For whom, in comments.</param>
    /// <param name="value">The layer's output in the network's graph; 0 for what belongs to no layer.</param>
    public KernelCall(Kernel kernel, IReadOnlyList<Operand> operands, string layer, int value = 0)
    {
        OperandRoles.Check(kernel, operands);
        (Kernel, Operands, Layer, Value) = (kernel, operands, layer, value);
    }

    public Kernel Kernel { get; }

    public IReadOnlyList<Operand> Operands { get; init; }

    public string Layer { get; }

    /// <summary>
    /// The layer by its output in the network's graph: the stream of its random numbers, and where its statistics are found.
    /// </summary>
    public int Value { get; }

    /// <summary>The tensors in a sample's memory that the call reads or writes, and whether it writes them.</summary>
    public IEnumerable<(BufferSlot Slot, bool IsWritten)> Tensors => Kernel.Operands
        .Zip(Operands, (name, operand) => (operand.Slot, Kernel.Written.Contains(name)))
        .Where(tensor => tensor.Slot is not null)
        .Select(tensor => (tensor.Slot!.Whole, tensor.Item2));

    /// <summary>The row of each panel of weights that the kernel's begin at.</summary>
    public int FirstRow => Operands.Max(operand => operand.Row);

    /// <summary>The same with parameters as they were in the backward pass.</summary>
    public KernelCall Kept => this with { Operands = [.. Operands.Select(operand => operand.Kept)] };
}
