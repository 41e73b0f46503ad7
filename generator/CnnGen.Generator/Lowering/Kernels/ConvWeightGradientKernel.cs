namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>
/// dw[u, v, c, o] += Σ over pixels of x[i, j, u, v, c] · dy[i, j, o]: a matrix product over pixels, with rows blocked so that both operands
/// stay in the first-level cache. dw is in the forward kernel's packed order.
/// </summary>
internal sealed record ConvWeightGradientKernel(
    string Label,
    int Height,
    int Width,
    int InChannels,
    int OutChannels,
    int Blocks,
    TapGrid Taps,
    Grid X,
    Grid Dy,
    int? PackedTaps = null) : WeightGradientKernel
{
    private const int MaxListedTiles = 16;
    private const int MaxTileRows = 12;

    public override string Name => $"{Label}_{Height}x{Width}x{InChannels}_{OutChannels}{(Blocks > 1 ? $"x{Blocks}" : "")}";

    public override string Summary =>
        $"Weight gradient, added to dw: {Taps.Rows}×{Taps.Columns} taps, " +
        $"{InChannels} by {OutChannels} channels, over {Height}×{Width} pixels.";

    public override KernelRange Range => PackedTaps is null ? KernelRange.Units : KernelRange.Units | KernelRange.FirstRow;

    public override int Units => Blocks;

    public override int PanelChannels => OutChannels;

    /// <summary>The widths of panels in vectors.</summary>
    public EquatableArray<int> Kinds => Panels.Kinds(OutChannels);

    public int Depth => Taps.Rows * Taps.Columns * InChannels;

    /// <summary>Rows of lanes per panel among the packed weights.</summary>
    public int PackedDepth => PackedTaps * InChannels ?? Depth;

    /// <summary>As for <see cref="ConvKernel.Anywhere"/>.</summary>
    public ConvWeightGradientKernel Anywhere => this with { X = X with { Origin = 0 }, Dy = Dy with { Origin = 0 } };

    /// <summary>Pieces that stay in the first-level cache.</summary>
    public override SumPieces Pieces => SumPieces.Of(Height, Width, Machine.FirstLevelCache / Math.Max(1, X.Row + Dy.Row));

    /// <summary>Rows of a tile: its sums are no more in one vector than in two or three.</summary>
    public static int MaxRows(int vectors) => Math.Min(Machine.TileRows(vectors), MaxTileRows);

    /// <summary>Few enough tiles to list them one by one; otherwise they are visited by loops over taps.</summary>
    public bool IsListed(int vectors) => Depth <= MaxListedTiles * MaxRows(vectors);

    /// <summary>All rows of dw, cut into tiles: the offset in x of each row's element.</summary>
    public IEnumerable<ListedTile> ListedTiles(int vectors)
    {
        int[] offsets = [.. from u in Enumerable.Range(0, Taps.Rows)
                            from v in Enumerable.Range(0, Taps.Columns)
                            from c in Enumerable.Range(0, InChannels)
                            select u * Taps.Row + v * Taps.Column + c];
        return from run in Panels.Cut(Depth, MaxRows(vectors))
               from piece in Enumerable.Range(0, run.Count)
               let first = run.Start + piece * run.Length
               select new ListedTile(
                   first,
                   offsets[first],
                   EquatableArray<int>.From(offsets.Skip(first).Take(run.Length).Select(offset => offset - offsets[first])));
    }

    /// <summary>Runs of taps and inputs that are contiguous in x: (number of runs per kernel row, elements).</summary>
    public (int Runs, int Length) TapRuns =>
        Taps.Columns == 1 || Taps.Column == InChannels ? (1, Taps.Columns * InChannels) : (Taps.Columns, InChannels);
}

/// <summary>A tile of dw: its first row, that row's offset in x, and the offsets of its rows relative to it.</summary>
internal readonly record struct ListedTile(int FirstRow, int X, EquatableArray<int> Pattern);
