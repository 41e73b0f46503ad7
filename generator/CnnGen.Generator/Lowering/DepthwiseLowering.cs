using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>The kernels of a convolution in which every channel is a group of its own.</summary>
internal static class DepthwiseLowering
{
    public static bool Applies(Conv2d conv, int inChannels) =>
        conv.Groups > 1 && conv.Groups == conv.OutChannels && conv.Groups == inChannels && conv.InputMasks.Count == 0;

    /// <summary>The weights C×1×kh×kw are those of a convolution with one input: <c>[vector of channels][tap][lane]</c>.</summary>
    public static PanelSpec Panels(Conv2d conv) => new(
        conv.OutChannels,
        InChannels: 1,
        conv.Vertical.Kernel,
        conv.Horizontal.Kernel,
        Groups: 1,
        Blocks: 1,
        InStride: 1,
        conv.Flipped,
        InputMasks: default,
        IsPerChannel: true);

    public static DepthwiseKernel Forward(Conv2d conv, Layout x, Layout y, bool hasBias, Activation? activation) => new(
        ConvLowering.Label(conv),
        y.Height,
        y.Width,
        y.ChannelStride,
        ConvLowering.TapsOf(conv.Vertical, conv.Horizontal, x),
        new Grid(0, conv.Horizontal.Kernel, 1),
        conv.Vertical.Kernel * conv.Horizontal.Kernel,
        ConvLowering.GridOf(conv.Vertical, conv.Horizontal, x),
        new Grid(y.At(0, 0), y.RowStride, y.ChannelStride),
        hasBias,
        activation);

    public static DepthwiseWeightGradientKernel WeightGradient(Conv2d conv, Layout x, Layout dy) => new(
        ConvLowering.Label(conv) + "DepthwiseWeightGradient",
        dy.Height,
        dy.Width,
        dy.ChannelStride,
        ConvLowering.TapsOf(conv.Vertical, conv.Horizontal, x),
        ConvLowering.GridOf(conv.Vertical, conv.Horizontal, x),
        new Grid(dy.At(0, 0), dy.RowStride, dy.ChannelStride));

    /// <summary>One kernel per phase of the stride that some tap reaches; the taps of a phase are evenly spaced.</summary>
    public static IEnumerable<DepthwiseKernel> InputGradient(Conv2d conv, Layout dy, Layout dx) =>
        from phase in ImagePhase.Of(conv.Vertical, conv.Horizontal, dx.Height, dx.Width)
        where phase.HasTaps
        select new DepthwiseKernel(
            ConvLowering.Label(conv) + "InputGradient" + phase.Label,
            phase.Row.Count,
            phase.Column.Count,
            dx.ChannelStride,
            phase.TapsIn(dy),
            new Grid(
                phase.Taps[0],
                Step(phase.Row.Taps) * conv.Horizontal.Kernel,
                Step(phase.Column.Taps)),
            conv.Vertical.Kernel * conv.Horizontal.Kernel,
            phase.From(dy),
            phase.To(dx),
            HasBias: false,
            Activation: null);

    private static int Step(EquatableArray<int> taps) => taps.Count > 1 ? taps[1] - taps[0] : 0;
}
