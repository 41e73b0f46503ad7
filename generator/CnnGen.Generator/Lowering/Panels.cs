namespace CnnGen.Generator.Lowering;

/// <summary>
/// Register tiles: MR pixels by a panel of one to three vectors of output channels, however wide the machine's vectors are. MR sums per
/// vector, a panel of weights and one input fit the registers (<see cref="Machine.TileRows"/>). The runtime's <c>Panels</c> cuts channels
/// into panels for the vectors that it finds; here is what holds for all of them.
/// </summary>
internal static class Panels
{
    /// <summary>The widths in vectors of panels into which some machine cuts the channels, the widest first.</summary>
    public static EquatableArray<int> Kinds(int channels)
    {
        var kinds = new SortedSet<int>();
        for (int lanes = Machine.FewestLanes; lanes <= Machine.MostLanes; lanes *= 2)
        {
            int vectors = Layout.RoundUp(channels) / lanes;
            kinds.UnionWith(vectors switch
            {
                0 => [1],
                1 => [1],
                _ when vectors % 3 == 0 => [3],
                2 or 4 => [2],
                _ => [3, 2],
            });
            if (HasHalf(channels, lanes))
            {
                kinds.Add(1);
            }
        }

        return EquatableArray<int>.From(kinds.Reverse());
    }

    /// <summary>Some machine's last panel is half a vector.</summary>
    public static bool HasHalf(int channels) => HasHalf(channels, Machine.MostLanes);

    /// <summary>The same number of panels, one, on every machine.</summary>
    public static bool IsOne(int channels) => Layout.RoundUp(channels) == Layout.Lanes;

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

    private static bool HasHalf(int channels, int lanes) => Layout.RoundUp(channels) % lanes != 0;
}

/// <summary>A number of equal pieces in a row, from <c>Start</c> on.</summary>
internal readonly record struct TileRun(int Start, int Length, int Count)
{
    public int End => Start + Length * Count;
}
