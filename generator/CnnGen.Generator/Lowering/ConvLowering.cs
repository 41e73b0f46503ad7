using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>The kernels of a convolution between tensors of given layouts.</summary>
internal static class ConvLowering
{
    /// <summary>Zeros that the forward convolution reads around its input.</summary>
    public static Halo ForwardHalo(Window vertical, Window horizontal, Layout x, Layout y) => new(
        vertical.PadBefore,
        horizontal.PadBefore,
        ReachBehind(vertical, x.Height, y.Height),
        ReachBehind(horizontal, x.Width, y.Width));

    public static ConvKernel Forward(
        Conv2d conv,
        PanelSpec panels,
        Layout x,
        Layout y,
        bool hasBias,
        Activation? activation,
        string suffix = "",
        Layout? residual = null) =>
        new ConvKernel(
            Label(conv) + suffix,
            y.Height,
            y.Width,
            panels.BlockInChannels,
            panels.BlockOutChannels,
            panels.Blocks,
            TapsOf(conv.Vertical, conv.Horizontal, x),
            new RowReach(-conv.Vertical.PadBefore, conv.Vertical.Stride, conv.Vertical.Dilation, x.Height),
            GridOf(conv.Vertical, conv.Horizontal, x),
            new Grid(y.At(0, 0), y.RowStride, y.ChannelStride),
            hasBias,
            activation,
            Residual: residual is { } r ? new Grid(r.At(0, 0), r.RowStride, r.ChannelStride) : null).Flattened();

    public static ConvWeightGradientKernel WeightGradient(Conv2d conv, PanelSpec panels, Layout x, Layout y, Layout dy) => new(
        Label(conv) + "WeightGradient",
        y.Height,
        y.Width,
        panels.BlockInChannels,
        panels.BlockOutChannels,
        panels.Blocks,
        TapsOf(conv.Vertical, conv.Horizontal, x),
        GridOf(conv.Vertical, conv.Horizontal, x),
        new Grid(dy.At(0, 0), dy.RowStride, dy.ChannelStride));

    /// <summary>One dense convolution of dy per phase of the stride; phases that no tap reaches are left out.</summary>
    public static IEnumerable<(ConvKernel Kernel, EquatableArray<int> Taps)> InputGradient(
        Conv2d conv, PanelSpec panels, Layout dy, Layout dx) =>
        from phase in ImagePhase.Of(conv.Vertical, conv.Horizontal, dx.Height, dx.Width)
        where phase.HasTaps
        select (Phase(Label(conv) + "InputGradient", panels.Exchanged, phase, dy, dx), phase.Taps);

    /// <summary>Some inputs receive no gradient at all: their zeros must be written.</summary>
    public static bool LeavesInputsOut(Conv2d conv, Layout dx) =>
        ConvPhase.Of(conv.Vertical, dx.Height).Any(phase => phase.Taps.Count == 0)
        || ConvPhase.Of(conv.Horizontal, dx.Width).Any(phase => phase.Taps.Count == 0);

    /// <summary>The convolution that computes a phase of <paramref name="to"/>.</summary>
    /// <param name="packedTaps">Where packed weights hold more taps than the phase's.</param>
    public static ConvKernel Phase(
        string label,
        PanelSpec panels,
        ImagePhase phase,
        Layout from,
        Layout to,
        bool hasBias = false,
        Activation? activation = null,
        int? packedTaps = null) =>
        new ConvKernel(
            label,
            phase.Row.Count,
            phase.Column.Count,
            panels.BlockInChannels,
            panels.BlockOutChannels,
            panels.Blocks,
            phase.TapsIn(from),
            phase.Reach(from),
            phase.From(from),
            phase.To(to),
            hasBias,
            activation,
            packedTaps).Flattened();

    /// <summary>The weight gradient of such a convolution.</summary>
    public static ConvWeightGradientKernel PhaseWeightGradient(
        string label, PanelSpec panels, ImagePhase phase, Layout from, Layout to) => new(
        label + "WeightGradient",
        phase.Row.Count,
        phase.Column.Count,
        panels.BlockInChannels,
        panels.BlockOutChannels,
        panels.Blocks,
        phase.TapsIn(from),
        phase.From(from),
        phase.To(to),
        panels.Taps);

    private static int ReachBehind(Window window, int input, int output) =>
        Math.Max(0, (output - 1) * window.Stride + window.Extent - window.PadBefore - input);

    /// <summary>The taps of a window as offsets in its input.</summary>
    public static TapGrid TapsOf(Window vertical, Window horizontal, Layout x) => new(
        vertical.Kernel, horizontal.Kernel, vertical.Dilation * x.RowStride, horizontal.Dilation * x.ChannelStride);

    /// <summary>The inputs that the first tap reads.</summary>
    public static Grid GridOf(Window vertical, Window horizontal, Layout x) => new(
        x.At(-vertical.PadBefore, -horizontal.PadBefore), vertical.Stride * x.RowStride, horizontal.Stride * x.ChannelStride);

    /// <summary><c>Conv3x3S1</c>.</summary>
    public static string Label(Conv2d conv)
    {
        string stride = conv.Vertical.Stride == conv.Horizontal.Stride
            ? $"S{conv.Vertical.Stride}"
            : $"S{conv.Vertical.Stride}x{conv.Horizontal.Stride}";
        return $"Conv{conv.Vertical.Kernel}x{conv.Horizontal.Kernel}{stride}";
    }
}
