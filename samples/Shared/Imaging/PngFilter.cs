namespace CnnGen.Samples.Imaging;

/// <summary>
/// PNG's row filters: before compression each byte is replaced by its difference to what the pixel to the left, the one above and the one
/// above left let expect.
/// </summary>
internal static class PngFilter
{
    /// <summary>None, Sub, Up, Average, Paeth.</summary>
    public const int Count = 5;

    /// <summary>Filters a row. Above the first row are zeros.</summary>
    /// <param name="filter">Which of the five.</param>
    /// <param name="row">The pixels.</param>
    /// <param name="above">The row above, not filtered.</param>
    /// <param name="step">Bytes of a pixel.</param>
    /// <param name="result">The differences.</param>
    public static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> result)
    {
        for (int i = 0; i < row.Length; i++)
        {
            result[i] = (byte)(row[i] - Expected(filter, row, above, step, i));
        }
    }

    /// <summary>Turns differences back into pixels, in place.</summary>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        if (filter >= Count)
        {
            throw new InvalidDataException($"row filter {filter} does not exist.");
        }

        for (int i = 0; i < row.Length; i++)
        {
            row[i] += (byte)Expected(filter, row, above, step, i);
        }
    }

    private static int Expected(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, int at)
    {
        int left = at < step ? 0 : row[at - step];
        return filter switch
        {
            0 => 0,
            1 => left,
            2 => above[at],
            3 => (left + above[at]) / 2,
            _ => Paeth(left, above[at], at < step ? 0 : above[at - step]),
        };
    }

    /// <summary>Of the three neighbours the one nearest to left + above − corner.</summary>
    private static int Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner), toAbove = Math.Abs(left - corner), toCorner = Math.Abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
