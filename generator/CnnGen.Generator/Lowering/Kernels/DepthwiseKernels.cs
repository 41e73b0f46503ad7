using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>
/// y[i, j, c] = f(b[c] + Σ over taps (u, v) of x[i, j, u, v, c] · w[u, v, c]): each channel by itself, a vector at a time. As with
/// <see cref="ConvKernel"/> all positions are strides, so one kernel serves every stride and dilation and, phase by phase, the
/// input gradient. Weights lie as <c>[vector of channels][tap][lane]</c>.
/// </summary>
/// <param name="Channels">Channels, a multiple of 8.</param>
/// <param name="Weights">Taps in a vector's weights: the first one, and from one to the next.</param>
/// <param name="WeightTaps">Taps of the whole kernel, so from one vector's weights to the next.</param>
internal sealed record DepthwiseKernel(
    string Label,
    int Height,
    int Width,
    int Channels,
    TapGrid Taps,
    Grid Weights,
    int WeightTaps,
    Grid X,
    Grid Y,
    bool HasBias,
    Activation? Activation) : Kernel
{
    /// <summary>A multiply-add takes longer here than in a matrix product, which loads fewer elements for it.</summary>
    private const long WorthSplitting = Machine.WorthSplitting / 4;

    /// <summary>Sums in registers, beside which a weight and what was loaded for other pixels still fit.</summary>
    private const int MaxPixels = 10;

    public override string Name => $"{Label}_{Height}x{Width}x{Channels}_Depthwise{Panels.Cut(Width, MaxPixels)[0].Length}x1";

    public override string Summary =>
        $"Convolution: {Height}×{Width} pixels, {Taps.Rows}×{Taps.Columns} taps, each of {Channels} channels by itself"
        + (Activation is { } f ? $", then {f.Kind}" : "") + ".";

    public override IReadOnlyList<string> Operands => HasBias ? ["x", "w", "b", "y"] : ["x", "w", "y"];

    public override KernelRange Range => KernelRange.Units;

    public override int Units => IsWorthSplitting ? Math.Min(Height, Machine.MostRowBlocks) : 1;

    public override bool IsWorthSplitting => (long)Height * Width * Channels * Taps.Rows * Taps.Columns >= WorthSplitting;

    public int RowsPerUnit => (Height + Units - 1) / Units;

    /// <summary>Pixels of a row, cut into tiles whose sums stay in registers.</summary>
    public IReadOnlyList<TileRun> Tiles => Panels.Cut(Width, MaxPixels);
}

/// <summary>dw[u, v, c] += Σ over pixels of x[i, j, u, v, c] · dy[i, j, c].</summary>
internal sealed record DepthwiseWeightGradientKernel(
    string Label, int Height, int Width, int Channels, TapGrid Taps, Grid X, Grid Dy) : WeightGradientKernel
{
    /// <summary>Sums in registers, beside a gradient and elements.</summary>
    private const int MaxTaps = 12;

    private const int MaxListedTaps = 96;

    public override string Name => $"{Label}_{Height}x{Width}x{Channels}";

    public override string Summary =>
        $"Weight gradient, added to dw: {Taps.Rows}×{Taps.Columns} taps, {Channels} channels, each by itself, {Height}×{Width} pixels.";

    /// <summary>Single rows, so that a row's pixels are in the first-level cache for every tap.</summary>
    public override SumPieces Pieces => SumPieces.Of(Height, Width, mostRows: 1);

    public override int VectorChannels => Channels;

    /// <summary>Rows of a large window are visited by a loop instead of one by one.</summary>
    public bool HasRowLoop => Taps.Rows * Taps.Columns > MaxListedTaps;

    /// <summary>Taps whose sums stay in registers together, of all rows or of a loop's.</summary>
    public IEnumerable<(int First, IReadOnlyList<(int Row, int Column)> Taps)> Groups
    {
        get
        {
            (int Row, int Column)[] taps = [.. from u in Enumerable.Range(0, HasRowLoop ? 1 : Taps.Rows)
                                from v in Enumerable.Range(0, Taps.Columns)
                                select (u, v)];
            return from run in Panels.Cut(taps.Length, MaxTaps)
                   from piece in Enumerable.Range(0, run.Count)
                   let first = run.Start + piece * run.Length
                   select (first, (IReadOnlyList<(int, int)>)[.. taps.Skip(first).Take(run.Length)]);
        }
    }
}
