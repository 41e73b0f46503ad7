using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>All weights that a pass prepares, in one memory.</summary>
internal sealed class PreparationPlan
{
    private readonly List<Preparation> _forward = [];
    private readonly List<Preparation> _backward = [];

    /// <summary>What the forward pass reads: prepared when parameters have changed, in training each time.</summary>
    public IReadOnlyList<Preparation> Forward => _forward;

    /// <summary>What the gradients read on their way back.</summary>
    public IReadOnlyList<Preparation> Backward => _backward;

    /// <summary>Elements of all.</summary>
    public int Length { get; private set; }

    /// <summary>A normalisation by itself, or with the convolution that takes it over.</summary>
    public NormPreparation Norm(Node node, WeightPlan weights, WeightSlot? convolution, WeightSlot? convolutionBias)
    {
        WeightSlot? mean = weights.Find(node, "running_mean");
        int channels = (mean ?? weights.Get(node, "weight")).Length;
        return Add(_forward, new NormPreparation(
            Length, node, channels, node.Operator is BatchNorm2d norm ? norm.Eps : 0, weights.Find(node, "weight"),
            weights.Find(node, "bias"), mean, weights.Find(node, "running_var"), convolution, convolutionBias));
    }

    /// <summary>The weights that Winograd's method reads.</summary>
    public Operand Winograd(WeightSlot weight, NormPreparation? norm = null) =>
        Operand.In(Region.Prepared, Add(_forward, new WinogradPreparation(Length, weight, norm)).Offset);

    /// <summary>The weights that the gradient of the input reads.</summary>
    public Operand Transpose(WeightSlot weight, PanelSpec panels, EquatableArray<int> taps, bool isWinograd = false)
    {
        TransposedPreparation transposed = Add(_backward, new TransposedPreparation(Length, weight, panels, taps, isWinograd));
        return Operand.In(Region.Prepared, isWinograd ? transposed.Transformed : transposed.Offset);
    }

    private T Add<T>(List<Preparation> list, T preparation)
        where T : Preparation
    {
        list.Add(preparation);
        Length = checked(Length + preparation.Length);
        return preparation;
    }
}

/// <summary>The statistics of each normalisation, which a training batch shares.</summary>
internal sealed class SharedPlan
{
    private readonly Dictionary<int, int> _offsets = [];

    public int Length { get; private set; }

    /// <summary>The offset of a node's statistics.</summary>
    public int Of(Node node, int length)
    {
        if (!_offsets.TryGetValue(node.Output, out int offset))
        {
            offset = Length;
            _offsets.Add(node.Output, offset);
            Length = checked(Length + length);
        }

        return offset;
    }
}
