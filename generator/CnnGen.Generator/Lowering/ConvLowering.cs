using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>The kernels of a convolution between tensors of given layouts.</summary>
internal static class ConvLowering
{
    /// <summary>Zeros that the forward convolution reads around its input.</summary>
    public static Halo ForwardHalo(Conv2d conv, Layout x, Layout y) => new(
        conv.Vertical.PadBefore,
        conv.Horizontal.PadBefore,
        ReachBehind(conv.Vertical, x.Height, y.Height),
        ReachBehind(conv.Horizontal, x.Width, y.Width));

    /// <summary>Zeros that the input gradient reads around the output's gradient.</summary>
    public static Halo GradientHalo(Conv2d conv, Layout x, Layout y)
    {
        (int Before, int After)[] rows = [.. ConvPhase.Of(conv.Vertical, x.Height).Select(phase => phase.Halo(y.Height))];
        (int Before, int After)[] columns = [.. ConvPhase.Of(conv.Horizontal, x.Width).Select(phase => phase.Halo(y.Width))];
        return new Halo(rows.Max(r => r.Before), columns.Max(c => c.Before), rows.Max(r => r.After), columns.Max(c => c.After));
    }

    public static ConvKernel Forward(Conv2d conv, PanelSpec panels, Layout x, Layout y, bool hasBias, Activation? activation) =>
        new ConvKernel(
            Label(conv),
            y.Height,
            y.Width,
            panels.BlockInChannels,
            panels.BlockOutChannels,
            panels.Blocks,
            Taps(conv, x),
            new RowReach(-conv.Vertical.PadBefore, conv.Vertical.Stride, conv.Vertical.Dilation, x.Height),
            XGrid(conv, x),
            new Grid(y.At(0, 0), y.RowStride, y.ChannelStride),
            hasBias,
            activation).Flattened();

    public static ConvWeightGradientKernel WeightGradient(Conv2d conv, PanelSpec panels, Layout x, Layout y, Layout dy) => new(
        Label(conv) + "WeightGradient",
        y.Height,
        y.Width,
        panels.BlockInChannels,
        panels.BlockOutChannels,
        panels.Blocks,
        Taps(conv, x),
        XGrid(conv, x),
        new Grid(dy.At(0, 0), dy.RowStride, dy.ChannelStride));

    /// <summary>One dense convolution of dy per phase of the stride; phases that no tap reaches are left out.</summary>
    public static IEnumerable<(ConvKernel Kernel, EquatableArray<int> Taps)> InputGradient(
        Conv2d conv, PanelSpec panels, Layout dy, Layout dx)
    {
        return from row in ConvPhase.Of(conv.Vertical, dx.Height)
               from column in ConvPhase.Of(conv.Horizontal, dx.Width)
               where row.Taps.Count > 0 && column.Taps.Count > 0
               select (Phase(conv, panels, dy, dx, row, column), WeightTaps(conv, row, column));
    }

    /// <summary>Some inputs receive no gradient at all: their zeros must be written.</summary>
    public static bool LeavesInputsOut(Conv2d conv, Layout dx) =>
        ConvPhase.Of(conv.Vertical, dx.Height).Any(phase => phase.Taps.Count == 0)
        || ConvPhase.Of(conv.Horizontal, dx.Width).Any(phase => phase.Taps.Count == 0);

    private static ConvKernel Phase(Conv2d conv, PanelSpec panels, Layout dy, Layout dx, ConvPhase row, ConvPhase column)
    {
        return new ConvKernel(
            PhaseLabel(conv, row, column),
            row.Count,
            column.Count,
            panels.BlockOutChannels,
            panels.BlockInChannels,
            panels.Blocks,
            PhaseTaps(dy, row, column),
            new RowReach(row.First, 1, row.Step, dy.Height),
            new Grid(dy.At(row.First, column.First), dy.RowStride, dy.ChannelStride),
            PhaseGrid(conv, dx, row, column),
            HasBias: false,
            Activation: null).Flattened();
    }

    public static string PhaseLabel(Conv2d conv, ConvPhase row, ConvPhase column)
    {
        bool isOnlyPhase = conv.Vertical.Stride == 1 && conv.Horizontal.Stride == 1;
        return Label(conv) + "InputGradient" + (isOnlyPhase ? "" : $"Phase{row.Phase}{column.Phase}");
    }

    /// <summary>What a phase reads of dy.</summary>
    public static TapGrid PhaseTaps(Layout dy, ConvPhase row, ConvPhase column) =>
        new(row.Taps.Count, column.Taps.Count, row.Step * dy.RowStride, column.Step * dy.ChannelStride);

    /// <summary>The inputs of a phase.</summary>
    public static Grid PhaseGrid(Conv2d conv, Layout dx, ConvPhase row, ConvPhase column) => new(
        dx.At(row.Phase, column.Phase), dx.RowStride * conv.Vertical.Stride, dx.ChannelStride * conv.Horizontal.Stride);

    private static EquatableArray<int> WeightTaps(Conv2d conv, ConvPhase row, ConvPhase column) =>
        EquatableArray<int>.From(from u in row.Taps from v in column.Taps select u * conv.Horizontal.Kernel + v);

    private static int ReachBehind(Window window, int input, int output) =>
        Math.Max(0, (output - 1) * window.Stride + window.Extent - window.PadBefore - input);

    public static TapGrid Taps(Conv2d conv, Layout x) => new(
        conv.Vertical.Kernel,
        conv.Horizontal.Kernel,
        conv.Vertical.Dilation * x.RowStride,
        conv.Horizontal.Dilation * x.ChannelStride);

    public static Grid XGrid(Conv2d conv, Layout x) => new(
        x.At(-conv.Vertical.PadBefore, -conv.Horizontal.PadBefore),
        conv.Vertical.Stride * x.RowStride,
        conv.Horizontal.Stride * x.ChannelStride);

    public static string Label(Conv2d conv)
    {
        string stride = conv.Vertical.Stride == conv.Horizontal.Stride
            ? $"S{conv.Vertical.Stride}"
            : $"S{conv.Vertical.Stride}x{conv.Horizontal.Stride}";
        return $"Conv{conv.Vertical.Kernel}x{conv.Horizontal.Kernel}{stride}";
    }
}
