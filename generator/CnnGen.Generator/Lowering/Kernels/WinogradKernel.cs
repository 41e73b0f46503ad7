using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>
/// A 3×3 convolution with stride 1 as Winograd F(4×4, 3×3): 6×6 tiles of x become 36 matrices of tiles × inputs, each is
/// multiplied by its matrix of inputs × outputs (the transformed weights), and the 36 products become 4×4 tiles of y: 36
/// multiply-adds per tile and pair of channels instead of 144. (A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural
/// Networks, 2015.) Some tile rows at a time, so that the matrices stay in the second-level cache.
/// </summary>
/// <param name="Label">For the name: <c>Conv3x3S1</c>.</param>
/// <param name="InLanes">Channels of x with their padding.</param>
/// <param name="Residual">Where a tensor lies that is added before the activation; null: there is none.</param>
/// <param name="X">The pixel that the first tap of pixel (0, 0) reads, and the distances of rows and columns.</param>
/// <param name="IsPadded">The first tiles' first column and the last tiles' last one are zeros.</param>
internal sealed record WinogradKernel(
    string Label,
    int Height,
    int Width,
    int InChannels,
    int InLanes,
    int OutChannels,
    Grid X,
    Grid Y,
    bool HasBias,
    Activation? Activation,
    Grid? Residual,
    bool IsPadded) : Kernel
{
    /// <summary>Rows and columns of a tile of y.</summary>
    public const int Tile = 4;

    /// <summary>Matrices: elements of a tile of x.</summary>
    public const int Matrices = 36;

    /// <summary>A transformed tile on its way: 6×6 vectors of whatever machine.</summary>
    public const int TileScratch = Matrices * Machine.MostLanes;

    /// <summary>Tiles per band that make reading the transformed weights worth while, whatever the cache.</summary>
    private const int MinBandTiles = 16;

    public override string Name =>
        $"{Label}_{Height}x{Width}x{InChannels}_{OutChannels}{(Residual is null ? "" : "_Add")}" +
        $"_Winograd{string.Join("_", Kinds.Select(vectors => $"{Machine.TileRows(vectors)}x{vectors}"))}";

    public override string Summary =>
        $"Convolution: {Height}×{Width} pixels, 3×3 taps, {InChannels} to {OutChannels} channels, in {TileRows}×{TileColumns} Winograd tiles"
        + (Residual is null ? "" : ", plus r")
        + (Activation is { } f ? $", then {f.Kind}" : "") + ".";

    public override IReadOnlyList<string> Operands =>
        [.. new[] { "x", "w", HasBias ? "b" : "", Residual is null ? "" : "r", "y", "s" }.Where(operand => operand != "")];

    public override KernelRange Range => KernelRange.Units | KernelRange.Scratch;

    /// <summary>Bands of tile rows.</summary>
    public override int Units => Bands.Sum(band => band.Count);

    public override bool IsWorthSplitting => 9L * Height * Width * InChannels * OutChannels >= Machine.WorthSplitting;

    public override int ScratchLength => Matrices * Bands[0].Length * TileColumns * (InLanes + OutLanes) + TileScratch;

    /// <summary>The widths of panels in vectors.</summary>
    public EquatableArray<int> Kinds => Panels.Kinds(OutChannels);

    public int OutLanes => Layout.RoundUp(OutChannels);

    public int TileRows => (Height + Tile - 1) / Tile;

    public int TileColumns => (Width + Tile - 1) / Tile;

    /// <summary>
    /// Columns of a transformed tile that show an infinity, NaN or huge value in any pixel of a band. The second depends on the tile's
    /// inner columns, of which every pixel is one in some tile; without padding the image's first and last columns are not, and need the
    /// two outer ones. Equal values do not cancel in it, whichever pixels have them.
    /// </summary>
    public IReadOnlyList<int> CheckedColumns => IsPadded ? [1] : [0, 1, 5];

    /// <summary>Tile rows, cut into bands whose matrices fit the cache.</summary>
    public IReadOnlyList<TileRun> Bands
    {
        get
        {
            int row = Matrices * TileColumns * (InLanes + OutLanes);
            int fewest = (MinBandTiles + TileColumns - 1) / TileColumns;
            return Panels.Cut(TileRows, Math.Min(TileRows, Math.Max(fewest, Machine.SecondLevelCache / row)));
        }
    }

    /// <summary>The product of one matrix: a 1×1 convolution whose pixels are a band's tiles, of all lanes.</summary>
    public ConvKernel Product(int tiles) => new(
        Label,
        Height: 1,
        Width: tiles,
        InChannels,
        OutLanes,
        Blocks: 1,
        new TapGrid(1, 1, 0, 0),
        new RowReach(0, 1, 1, 1),
        new Grid(0, 0, InLanes),
        new Grid(0, 0, OutLanes),
        HasBias: false,
        Activation: null);
}
