using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>Where a grid of pixels lies: element offsets of pixel (0, 0) and from one row or column to the next.</summary>
internal readonly record struct Grid(int Origin, int Row, int Column);

/// <summary>Element offsets from one tap to the next.</summary>
internal readonly record struct TapGrid(int Rows, int Columns, int Row, int Column);

/// <summary>
/// Which input rows the kernel's rows read: row u of pixel row i reads input row i·Stride + u·Step + First, one of Height.
/// </summary>
internal readonly record struct RowReach(int First, int Stride, int Step, int Height)
{
    /// <summary>Whether some kernel row lies above or below the input for some pixel row.</summary>
    public bool LeavesInput(int pixelRows, int kernelRows) =>
        First < 0 || (pixelRows - 1) * Stride + (kernelRows - 1) * Step + First >= Height;
}

/// <summary>
/// y[i, j, o] = f(b[o] + Σ over taps (u, v) and inputs c of x[i, j, u, v, c] · w[u, v, c, o]), all positions given by strides: so one
/// kernel serves convolutions of any stride and dilation and, phase by phase, their input gradients.
/// </summary>
/// <param name="Label">For the name: <c>Conv3x3S1</c>.</param>
/// <param name="Height">Rows of y.</param>
/// <param name="Width">Columns of y.</param>
/// <param name="InChannels">Inputs of a block.</param>
/// <param name="OutChannels">Outputs of a block.</param>
/// <param name="Blocks">Independent blocks of channels, one behind the other.</param>
/// <param name="PackedTaps">Taps of the packed weights, of which the kernel uses some; null: all.</param>
/// <param name="Residual">Where a tensor lies that is added before the activation; null: there is none.</param>
internal sealed record ConvKernel(
    string Label,
    int Height,
    int Width,
    int InChannels,
    int OutChannels,
    int Blocks,
    TapGrid Taps,
    RowReach Reach,
    Grid X,
    Grid Y,
    bool HasBias,
    Activation? Activation,
    int? PackedTaps = null,
    Grid? Residual = null) : Kernel
{
    private const int MaxSharedTaps = 7;

    public override string Name =>
        $"{Label}_{Height}x{Width}x{InChannels}_{OutChannels}{(Blocks > 1 ? $"x{Blocks}" : "")}" +
        $"{(Residual is null ? "" : "_Add")}_Direct{TileName}";

    public override string Summary =>
        $"Convolution: {Height}×{Width} pixels, {Taps.Rows}×{Taps.Columns} taps, {InChannels} to {OutChannels} channels" +
        (Blocks > 1 ? $", {Blocks} blocks" : "") + (Residual is null ? "" : ", plus r") +
        (Activation is { } f ? $", then {f.Kind}" : "") + ".";

    public override IReadOnlyList<string> Operands =>
        [.. new[] { "x", "w", HasBias ? "b" : "", Residual is null ? "" : "r", "y" }.Where(operand => operand != "")];

    public override KernelRange Range => PackedTaps is null ? KernelRange.Units : KernelRange.Units | KernelRange.FirstRow;

    public override int Units => Blocks * RowBlocks;

    public override int PanelChannels => OutChannels;

    public override bool IsWorthSplitting => MultiplyAdds >= Machine.WorthSplitting;

    /// <summary>The widths of panels in vectors.</summary>
    public EquatableArray<int> Kinds => Panels.Kinds(OutChannels);

    public int Lanes => Layout.RoundUp(OutChannels);

    /// <summary>The last vector has lanes beyond the channels.</summary>
    public bool HasTail => OutChannels < Lanes;

    /// <summary>Rows of lanes per panel.</summary>
    public int Depth => Taps.Rows * Taps.Columns * InChannels;

    /// <summary>Rows of lanes per panel among the packed weights.</summary>
    public int PackedDepth => PackedTaps * InChannels ?? Depth;

    /// <summary>
    /// The kernel without the places of x and y, which its operands begin at instead: so all phases of one shape share a method.
    /// </summary>
    public ConvKernel Anywhere => this with { X = X with { Origin = 0 }, Y = Y with { Origin = 0 } };

    public long MultiplyAdds => (long)Height * Width * Depth * OutChannels * Blocks;

    /// <summary>Pieces that the rows are cut into, so that threads find enough to share.</summary>
    public int RowBlocks => !IsWorthSplitting ? 1 : Math.Min(Height, Machine.MostRowBlocks);

    public int RowsPerBlock => (Height + RowBlocks - 1) / RowBlocks;

    private string TileName => string.Join("_", Kinds.Select(vectors => $"{Tile(vectors).Pixels}x{vectors}"));

    /// <summary>Kernel rows that lie in the halo are skipped, unless a tile holds several pixel rows.</summary>
    public bool SkipsHaloRows(int vectors) => Tile(vectors).Rows == 1 && Taps.Rows > 1 && Reach.LeavesInput(Height, Taps.Rows);

    /// <summary>
    /// Neighbouring pixels read the same elements of a single channel: an element is loaded once for all taps of a row, whose weights stay
    /// in registers.
    /// </summary>
    public bool SharesElements(int vectors) =>
        vectors == 1 && InChannels == 1 && Taps.Columns is > 1 and <= MaxSharedTaps && Taps.Column == X.Column;

    /// <summary>Pixels of a tile whose sums fit the registers beside weights and an element.</summary>
    public int MaxPixels(int vectors) => SharesElements(vectors) ? Machine.SumsBeside(1 + Taps.Columns) : Machine.TileRows(vectors);

    /// <summary>How the pixels are tiled for a panel: narrow images take several rows into one tile.</summary>
    public PixelTile Tile(int vectors)
    {
        int most = MaxPixels(vectors);
        int rows = RowBlocks > 1 || SharesElements(vectors) ? 1 : Enumerable.Range(1, Math.Max(1, most / Width)).Last(n => Height % n == 0);
        return new PixelTile(rows, rows > 1 ? Width : Panels.Cut(Width, most)[0].Length);
    }

    /// <summary>Runs of taps and inputs that are contiguous in x: (number of runs per kernel row, elements).</summary>
    public (int Runs, int Length) TapRuns =>
        Taps.Columns == 1 || Taps.Column == InChannels ? (1, Taps.Columns * InChannels) : (Taps.Columns, InChannels);

    /// <summary>An image whose rows follow one another without a gap, with one tap per pixel, is one long row.</summary>
    public ConvKernel Flattened() =>
        Height > 1 && Taps is { Rows: 1, Columns: 1 } && X.Row == Width * X.Column && Y.Row == Width * Y.Column && !IsWorthSplitting
        && (Residual is not { } r || r.Row == Width * r.Column)
            ? this with { Height = 1, Width = Height * Width }
            : this;
}

/// <summary>A tile of <c>Rows</c> × <c>Columns</c> pixels.</summary>
internal readonly record struct PixelTile(int Rows, int Columns)
{
    public int Pixels => Rows * Columns;
}
