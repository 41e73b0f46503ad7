using CnnGen.Generator.Model;
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

/// <summary>Weights of a convolution, transformed for Winograd's method; for inference multiplied by the factors at <c>Scale</c>.</summary>
internal sealed record WinogradTransform(WeightSlot Weight, int Offset, int Scale = -1)
{
    public int Length => checked(Kernels.WinogradKernel.Matrices * Weight.Panels!.InChannels * Weight.Panels.BlockLanes);
}

/// <summary>All that must be folded again when parameters change.</summary>
internal sealed class FoldPlan
{
    private readonly List<FoldedNorm> _norms = [];
    private readonly List<WinogradTransform> _winograds = [];

    public IReadOnlyList<FoldedNorm> Norms => _norms;

    public IReadOnlyList<WinogradTransform> Winograds => _winograds;

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

    /// <summary>Returns the offset of the transformed weights.</summary>
    public int Add(WeightSlot weight, FoldedNorm? norm)
    {
        var transform = new WinogradTransform(weight, Length, norm?.Weight ?? -1);
        _winograds.Add(transform);
        return Take(transform.Length);
    }

    private int Take(int length)
    {
        int offset = Length;
        Length = checked(Length + length);
        return offset;
    }
}

/// <summary>Memory that a training batch shares: the statistics of each node, weights transformed before the forward pass.</summary>
internal sealed class SharedPlan
{
    private readonly Dictionary<int, int> _offsets = [];
    private readonly List<WinogradTransform> _winograds = [];

    public IReadOnlyList<WinogradTransform> Winograds => _winograds;

    public int Length { get; private set; }

    /// <summary>Returns the offset of the transformed weights.</summary>
    public int Add(WeightSlot weight)
    {
        var transform = new WinogradTransform(weight, Length);
        _winograds.Add(transform);
        Length = checked(Length + transform.Length);
        return transform.Offset;
    }

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
