namespace CnnGen.Generator.Lowering;

/// <summary>
/// How a sum over the pixels of an image is cut, so that rounding does not grow with the image: pieces of at most
/// <see cref="Longest"/> pixels are summed up in registers, <see cref="PiecesPerGroup"/> pieces beside the result, and groups are added
/// to it. What is summed up in registers alone adds its pieces in double precision (the runtime's <c>WideSum</c>).
/// </summary>
/// <param name="Rows">Rows of a piece.</param>
/// <param name="Columns">Columns of a piece; fewer than the image's only in pieces of one row.</param>
internal readonly record struct SumPieces(int Height, int Width, int Rows, int Columns)
{
    /// <summary>Floats in a chain of additions; rounding then stays below 256 / 2²⁵ = 8·10⁻⁶ of the sum of their amounts.</summary>
    public const int Longest = 256;

    private const int LongestRow = 128;
    private const int PiecesPerGroup = 128;
    private const int FewPieces = 16;

    /// <param name="height">Rows of the image.</param>
    /// <param name="width">Columns of the image.</param>
    /// <param name="mostRows">Rows that a piece may have for other reasons.</param>
    public static SumPieces Of(int height, int width, int mostRows)
    {
        int perRow = (width + LongestRow - 1) / LongestRow;
        int rows = Math.Max(1, Math.Min(Math.Min(height, mostRows), perRow > 1 ? 1 : Longest / width));
        return new(height, width, rows, (width + perRow - 1) / perRow);
    }

    public int PerRow => (Width + Columns - 1) / Columns;

    public bool CutsRows => PerRow > 1;

    /// <summary>So many pieces that they have a sum of their own, in memory as large as the result.</summary>
    public bool HasImageSum => (Height + Rows - 1) / Rows * PerRow > FewPieces;

    public int RowsPerGroup => HasImageSum ? Math.Min(Height, Math.Max(1, PiecesPerGroup / PerRow) * Rows) : Height;
}
