using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// A batch normalisation or a scale per channel prepared for inference: its scale and shift, or a convolution's weights and bias with
/// both applied. <c>Weight</c> and <c>Bias</c> are offsets in the folded region. A scale alone has no statistics.
/// </summary>
internal sealed record FoldedNorm(
    Node Node,
    int Channels,
    float Eps,
    WeightSlot? Scale,
    WeightSlot? Shift,
    WeightSlot? Mean,
    WeightSlot? Variance,
    WeightSlot? Convolution,
    WeightSlot? ConvolutionBias,
    int Weight,
    int Bias);

/// <summary>All that must be folded again when parameters change.</summary>
internal sealed class FoldPlan
{
    private readonly List<FoldedNorm> _norms = [];

    public IReadOnlyList<FoldedNorm> Norms => _norms;

    public int Length { get; private set; }

    public FoldedNorm Add(Node node, WeightPlan weights, WeightSlot? convolution, WeightSlot? convolutionBias)
    {
        WeightSlot? mean = weights.Find(node, "running_mean");
        int channels = (mean ?? weights.Get(node, "weight")).Length;
        int weight = Take(convolution?.PackedLength ?? Layout.RoundUp(channels));
        int bias = Take(Layout.RoundUp(channels));
        var fold = new FoldedNorm(
            node, channels, node.Operator is BatchNorm2d norm ? norm.Eps : 0, weights.Find(node, "weight"), weights.Find(node, "bias"),
            mean, weights.Find(node, "running_var"), convolution, convolutionBias, weight, bias);
        _norms.Add(fold);
        return fold;
    }

    private int Take(int length)
    {
        int offset = Length;
        Length = checked(Length + length);
        return offset;
    }
}

/// <summary>Memory that a training batch shares: the statistics of each node.</summary>
internal sealed class SharedPlan
{
    private readonly Dictionary<int, int> _offsets = [];

    public int Length { get; private set; }

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
