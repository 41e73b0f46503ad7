namespace CnnGen.Data;

/// <summary>The samples of each class that has any, by their numbers in rising order.</summary>
internal static class ClassGroups
{
    public static int[][] Of(IDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.LabelLength != 1)
        {
            throw new ArgumentException($"expected one label a sample, found {data.LabelLength}: a sample with a mask has no single class");
        }

        int[] label = new int[1];
        return [.. Enumerable.Range(0, data.Count).GroupBy(Class).OrderBy(group => group.Key).Select(group => group.ToArray())];

        int Class(int index)
        {
            data.ReadLabels(index, label);
            return label[0];
        }
    }
}
