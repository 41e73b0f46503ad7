using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>The kernel order of a weight tensor; mirrors the runtime's <c>PanelLayout</c>.</summary>
internal sealed record PanelSpec(
    int OutChannels,
    int InChannels,
    int KernelHeight,
    int KernelWidth,
    int Groups,
    int Blocks,
    int InStride,
    EquatableArray<int> Widths,
    bool Flipped,
    EquatableArray<int> InputMasks)
{
    public int Taps => KernelHeight * KernelWidth;

    public int BlockOutChannels => OutChannels / Blocks;

    public int BlockInChannels => InChannels / Blocks;

    public int PackedLength => checked(Blocks * Widths.Sum() * Taps * InStride);

    public bool HasHoles => Blocks != Groups || InputMasks.Count > 0;
}

/// <summary>A parameter's place in PyTorch's order and among the packed weights.</summary>
internal sealed record WeightSlot(Parameter Parameter, int Source, int Packed, int PackedLength, PanelSpec? Panels)
{
    public int Length => Parameter.Shape.Aggregate(1, (product, extent) => checked(product * extent));
}

/// <summary>The parameters of a convolution or linear layer.</summary>
internal sealed record NodeWeights(WeightSlot Weight, WeightSlot? Bias);

/// <summary>Where every parameter lies, in PyTorch's order and packed.</summary>
internal sealed class WeightPlan
{
    private readonly List<WeightSlot> _slots = [];
    private readonly Dictionary<int, NodeWeights> _ofNode = [];

    public IReadOnlyList<WeightSlot> Slots => _slots;

    public int Length { get; private set; }

    public int PackedLength { get; private set; }

    public NodeWeights this[Node node] => _ofNode[node.Output];

    public NodeWeights Add(Node node, Layout input) => _ofNode[node.Output] = node.Operator switch
    {
        Conv2d conv => AddWeights(node, ConvPanels(conv, input.Channels)),
        Linear linear => AddWeights(node, LinearPanels(linear, input)),
        _ => throw new InvalidOperationException($"{node.Operator} has no weights."),
    };

    /// <summary>
    /// Groups are merged until a block's inputs and outputs fill vectors, so that each block's channels begin on a vector. (When
    /// no number of groups does, all of them become one dense block.)
    /// </summary>
    public static PanelSpec ConvPanels(Conv2d conv, int inChannels)
    {
        int groupOut = conv.OutChannels / conv.Groups;
        int groupIn = inChannels / conv.Groups;
        int merged = Enumerable.Range(1, conv.Groups).FirstOrDefault(m =>
            conv.Groups % m == 0 && m * groupOut % Layout.Lanes == 0 && m * groupIn % Layout.Lanes == 0);
        int blocks = merged == 0 ? 1 : conv.Groups / merged;
        return new PanelSpec(
            conv.OutChannels,
            inChannels,
            conv.Vertical.Kernel,
            conv.Horizontal.Kernel,
            conv.Groups,
            blocks,
            inChannels / blocks,
            Panels.Widths(conv.OutChannels / blocks),
            conv.Flipped,
            conv.InputMasks);
    }

    private static PanelSpec LinearPanels(Linear linear, Layout input) =>
        new(linear.OutFeatures, input.Channels, input.Height, input.Width, 1, 1, input.ChannelStride, Panels.Widths(linear.OutFeatures), false, default);

    private NodeWeights AddWeights(Node node, PanelSpec panels)
    {
        WeightSlot weight = Place(node.Parameters[0], panels.PackedLength, panels);
        WeightSlot? bias = node.Parameters.Count > 1
            ? Place(node.Parameters[1], panels.Blocks * panels.Widths.Sum(), null)
            : null;
        return new NodeWeights(weight, bias);
    }

    private WeightSlot Place(Parameter parameter, int packedLength, PanelSpec? panels)
    {
        var slot = new WeightSlot(parameter, Length, PackedLength, packedLength, panels);
        _slots.Add(slot);
        Length = checked(Length + slot.Length);
        PackedLength = checked(PackedLength + packedLength);
        return slot;
    }
}
