using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// The input gradient of a strided window along one axis. Inputs i = phase + stride·q of one phase receive from the outputs
/// q + First + t·Step through the kernel's taps <c>Taps[t]</c>: a dense convolution with stride 1.
/// </summary>
/// <param name="Phase">The first input.</param>
/// <param name="Count">Inputs of the phase.</param>
/// <param name="First">The output that the first tap reads for q = 0.</param>
/// <param name="Step">Outputs from one tap to the next.</param>
/// <param name="Taps">The kernel's taps, in ascending order of the outputs that they read.</param>
internal sealed record ConvPhase(int Phase, int Count, int First, int Step, EquatableArray<int> Taps)
{
    public static IReadOnlyList<ConvPhase> Of(Window window, int input) =>
        [.. Enumerable.Range(0, Math.Min(window.Stride, input)).Select(phase => Of(window, input, phase))];

    /// <summary>Zero rows that the phase reads before the first and behind the last output.</summary>
    public (int Before, int After) Halo(int outputs)
    {
        int last = First + Step * (Taps.Count - 1) + Count - 1;
        return Taps.Count == 0 ? (0, 0) : (Math.Max(0, -First), Math.Max(0, last - (outputs - 1)));
    }

    private static ConvPhase Of(Window window, int input, int phase)
    {
        int count = (input - phase + window.Stride - 1) / window.Stride;
        int Position(int tap) => phase + window.PadBefore - tap * window.Dilation;
        int[] taps = [.. Enumerable.Range(0, window.Kernel).Reverse().Where(tap => Position(tap) % window.Stride == 0)];
        int first = taps.Length == 0 ? 0 : Position(taps[0]) / window.Stride;
        int step = taps.Length < 2 ? 1 : Position(taps[1]) / window.Stride - first;
        return new ConvPhase(phase, count, first, step, EquatableArray<int>.From(taps));
    }
}

/// <summary>A phase along both axes: every Stride-th row and column of the input's gradient, from (Row.Phase, Column.Phase) on.</summary>
internal sealed record ImagePhase(Window Vertical, Window Horizontal, ConvPhase Row, ConvPhase Column)
{
    public bool HasTaps => Row.Taps.Count > 0 && Column.Taps.Count > 0;

    /// <summary>The kernel's taps, row by row.</summary>
    public EquatableArray<int> Taps => EquatableArray<int>.From(from u in Row.Taps from v in Column.Taps select u * Horizontal.Kernel + v);

    public string Label => Vertical.Stride == 1 && Horizontal.Stride == 1 ? "" : $"Phase{Row.Phase}{Column.Phase}";

    public static IEnumerable<ImagePhase> Of(Window vertical, Window horizontal, int height, int width) =>
        from row in ConvPhase.Of(vertical, height)
        from column in ConvPhase.Of(horizontal, width)
        select new ImagePhase(vertical, horizontal, row, column);

    /// <summary>Zeros that the phases together read around the output.</summary>
    public static Halo Halo(Window vertical, Window horizontal, Layout input, Layout output)
    {
        (int Before, int After)[] rows = [.. ConvPhase.Of(vertical, input.Height).Select(phase => phase.Halo(output.Height))];
        (int Before, int After)[] columns = [.. ConvPhase.Of(horizontal, input.Width).Select(phase => phase.Halo(output.Width))];
        return new Halo(rows.Max(r => r.Before), columns.Max(c => c.Before), rows.Max(r => r.After), columns.Max(c => c.After));
    }

    /// <summary>The taps as offsets in the output.</summary>
    public TapGrid TapsIn(Layout output) => HasTaps
        ? new(Row.Taps.Count, Column.Taps.Count, Row.Step * output.RowStride, Column.Step * output.ChannelStride)
        : default;

    public RowReach Reach(Layout output) => new(Row.First, 1, Row.Step, output.Height);

    /// <summary>The outputs that the first tap reads.</summary>
    public Grid From(Layout output) => new(output.At(Row.First, Column.First), output.RowStride, output.ChannelStride);

    /// <summary>The phase's inputs.</summary>
    public Grid To(Layout input) => new(
        input.At(Row.Phase, Column.Phase), input.RowStride * Vertical.Stride, input.ChannelStride * Horizontal.Stride);
}
