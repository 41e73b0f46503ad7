namespace CnnGen.Runtime.Tests;

public sealed class InterleavingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(29)]
    public void Two_rows_are_merged_and_split_again(int length)
    {
        float[] rows = [.. Enumerable.Range(0, 2 * length).Select(i => (float)i), float.NaN];
        float[] merged = [.. Enumerable.Repeat(-1f, rows.Length)], split = [.. merged];
        Interleaving.Merge(ref rows[0], ref merged[0], length);
        Assert.Equal([.. Enumerable.Range(0, length).SelectMany(i => new float[] { i, length + i }), -1f], merged);
        Interleaving.Split(ref merged[0], ref split[0], length);
        Assert.Equal([.. rows.SkipLast(1), -1f], split);
    }
}
