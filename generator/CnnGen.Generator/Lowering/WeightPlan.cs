using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// The kernel order of a weight tensor; mirrors the runtime's <c>PanelLayout</c>. <c>IsPerChannel</c>: panels of one vector, as a
/// depthwise convolution reads them.
/// </summary>
internal sealed record PanelSpec(
    int OutChannels,
    int InChannels,
    int KernelHeight,
    int KernelWidth,
    int Groups,
    int Blocks,
    int InStride,
    bool Flipped,
    EquatableArray<int> InputMasks,
    EquatableArray<int> TapOrder = default,
    bool InputsFirst = false,
    bool IsPerChannel = false)
{
    /// <summary>The panels of a convolution's weights, groups merged into dense blocks.</summary>
    public static PanelSpec Of(Window vertical, Window horizontal, int inChannels, int outChannels, int groups)
    {
        int blocks = Lowering.Panels.Blocks(groups, inChannels, outChannels);
        return new PanelSpec(
            outChannels,
            inChannels,
            vertical.Kernel,
            horizontal.Kernel,
            groups,
            blocks,
            inChannels / blocks,
            Flipped: false,
            InputMasks: default);
    }

    public int Taps => KernelHeight * KernelWidth;

    public int BlockOutChannels => OutChannels / Blocks;

    public int BlockInChannels => InChannels / Blocks;

    /// <summary>The blocks with inputs and outputs exchanged, as kernels that run backwards read them.</summary>
    public PanelSpec Exchanged => this with { OutChannels = InChannels, InChannels = OutChannels };

    /// <summary>Lanes of all panels of a block.</summary>
    public int BlockLanes => Layout.RoundUp(BlockOutChannels);

    public int PackedLength => checked(Blocks * BlockLanes * Taps * InStride);
}

/// <summary>A parameter's place in PyTorch's order and among the packed weights; no panels: a vector, rounded up to whole lanes.</summary>
internal sealed class WeightSlot(Parameter parameter, int source, int packedLength, PanelSpec? panels)
{
    public Parameter Parameter { get; } = parameter;

    /// <summary>Offset in PyTorch's order.</summary>
    public int Source { get; } = source;

    /// <summary>Offset among the packed weights: trainable ones first, buffers behind them.</summary>
    public int Packed { get; set; }

    public int PackedLength { get; } = packedLength;

    public PanelSpec? Panels { get; } = panels;

    public int Length => Parameter.Shape.Aggregate(1, (product, extent) => checked(product * extent));
}

/// <summary>Where every parameter lies, in PyTorch's order and packed.</summary>
internal sealed class WeightPlan
{
    private readonly List<WeightSlot> _slots = [];
    private readonly Dictionary<string, WeightSlot> _byName = [];

    public IReadOnlyList<WeightSlot> Slots => _slots;

    /// <summary>Elements in PyTorch's order.</summary>
    public int Length { get; private set; }

    /// <summary>Packed elements, buffers included.</summary>
    public int PackedLength { get; private set; }

    /// <summary>Packed elements that an optimizer works on.</summary>
    public int TrainableLength { get; private set; }

    /// <summary>The parameter of a node, such as its <c>weight</c>; null where it has none of that name.</summary>
    public WeightSlot? Find(Node node, string name) =>
        node.Parameters.FirstOrDefault(parameter => parameter.Name.EndsWith("." + name, StringComparison.Ordinal)) is { } parameter
            ? Of(parameter)
            : null;

    public WeightSlot Of(Parameter parameter) => _byName[parameter.Name];

    public WeightSlot Get(Node node, string name) =>
        Find(node, name) ?? throw new InvalidOperationException($"{node.Name} ({node.Kind}) has no parameter {name}.");

    /// <summary>All parameters of all nodes in order; <paramref name="panels"/> tells the kernel order of each.</summary>
    public static WeightPlan Of(IEnumerable<(Parameter Parameter, PanelSpec? Panels)> parameters)
    {
        var plan = new WeightPlan();
        foreach ((Parameter parameter, PanelSpec? panels) in parameters)
        {
            var slot = new WeightSlot(parameter, plan.Length, panels?.PackedLength ?? Lowering.Layout.RoundUp(Elements(parameter)), panels);
            plan._slots.Add(slot);
            plan._byName.Add(parameter.Name, slot);
            plan.Length = checked(plan.Length + slot.Length);
        }

        foreach (WeightSlot slot in plan._slots.OrderBy(slot => slot.Parameter.IsTrainable ? 0 : 1))
        {
            slot.Packed = plan.PackedLength;
            plan.PackedLength = checked(plan.PackedLength + slot.PackedLength);
            if (slot.Parameter.IsTrainable)
            {
                plan.TrainableLength = plan.PackedLength;
            }
        }

        return plan;
    }

    private static int Elements(Parameter parameter) => parameter.Shape.Aggregate(1, (product, extent) => checked(product * extent));
}
