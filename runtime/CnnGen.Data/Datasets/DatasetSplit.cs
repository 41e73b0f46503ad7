using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Parts of data sets.</summary>
public static class DatasetSplit
{
    /// <summary>
    /// Sets a part of the samples aside for validation, chosen at random by the seed alone. Both parts keep the samples' order.
    /// </summary>
    /// <param name="data">The samples.</param>
    /// <param name="validation">The share of the validation part, between 0 and 1 (exclusive).</param>
    /// <param name="seed">The same seed gives the same parts.</param>
    /// <param name="stratified">
    /// Whether each class gives the same share, rounded, so that small classes are in both parts; without effect on samples with masks.
    /// </param>
    public static (Subset Train, Subset Validation) Split(this IDataset data, double validation, int seed = 0, bool stratified = true)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(validation > 0 && validation < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(validation), validation, "expected a share between 0 and 1");
        }

        int[][] groups = stratified && data.LabelLength == 1 ? ClassGroups.Of(data) : [[.. Enumerable.Range(0, data.Count)]];
        bool[] isChosen = new bool[data.Count];
        var random = new RandomSource(seed);
        foreach (int[] group in groups)
        {
            random.Shuffle(group);
            int count = (int)Math.Round(group.Length * validation, MidpointRounding.AwayFromZero);
            foreach (int index in group.AsSpan(0, group.Length > 1 ? Math.Clamp(count, 1, group.Length - 1) : count))
            {
                isChosen[index] = true;
            }
        }

        ILookup<bool, int> parts = Enumerable.Range(0, data.Count).ToLookup(index => isChosen[index]);
        return (new Subset(data, [.. parts[false]]), new Subset(data, [.. parts[true]]));
    }
}
