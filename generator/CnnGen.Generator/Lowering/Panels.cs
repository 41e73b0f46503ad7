namespace CnnGen.Generator.Lowering;

/// <summary>
/// Register tiles: MR pixels by a panel of NR output channels; MR·NR/8 accumulators, NR/8 weights and one input fit 16 registers.
/// </summary>
internal static class Panels
{
    /// <summary>Panels of 24, 16 or 8 lanes that cover the channels, rounded up to a multiple of 8.</summary>
    public static EquatableArray<int> Widths(int channels)
    {
        var widths = new List<int>();
        for (int rest = Layout.RoundUp(channels); rest > 0; rest -= widths[^1])
        {
            widths.Add(rest >= 24 && rest != 32 ? 24 : rest >= 16 ? 16 : 8);
        }

        return EquatableArray<int>.From(widths);
    }

    /// <summary>
    /// Groups are merged until a block's inputs and outputs fill vectors, so that each block's channels begin on a vector. (When
    /// no number of groups does, all of them become one dense block.)
    /// </summary>
    public static int Blocks(int groups, int inChannels, int outChannels)
    {
        int merged = Enumerable.Range(1, groups).FirstOrDefault(m =>
            groups % m == 0 && m * (outChannels / groups) % Layout.Lanes == 0 && m * (inChannels / groups) % Layout.Lanes == 0);
        return merged == 0 ? 1 : groups / merged;
    }

    /// <summary>Pixels per tile that keep all accumulators in registers.</summary>
    public static int MaxRows(int width) => width switch { 24 => 4, 16 => 6, _ => 14 };

    /// <summary>Cuts a run into pieces of at most <paramref name="largest"/> whose lengths differ by at most one, longest first.</summary>
    public static IReadOnlyList<TileRun> Cut(int length, int largest)
    {
        int pieces = (length + largest - 1) / largest;
        int shorter = length / pieces;
        int longer = length % pieces;
        var runs = new List<TileRun>();
        if (longer > 0)
        {
            runs.Add(new TileRun(0, shorter + 1, longer));
        }

        runs.Add(new TileRun(longer * (shorter + 1), shorter, pieces - longer));
        return runs;
    }
}

/// <summary>A number of equal pieces in a row, from <c>Start</c> on.</summary>
internal readonly record struct TileRun(int Start, int Length, int Count)
{
    public int End => Start + Length * Count;
}
