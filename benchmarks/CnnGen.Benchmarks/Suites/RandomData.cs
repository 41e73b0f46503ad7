namespace CnnGen.Benchmarks.Suites;

/// <summary>The same random data in every run.</summary>
public static class RandomData
{
    /// <summary>Values between −1 and 1.</summary>
    public static float[] Floats(int length)
    {
        var random = new Random(1);
        float[] values = new float[length];
        foreach (ref float value in values.AsSpan())
        {
            value = 2 * random.NextSingle() - 1;
        }

        return values;
    }

    /// <summary>Class numbers.</summary>
    public static int[] Labels(int length, int classes)
    {
        var random = new Random(1);
        int[] labels = new int[length];
        foreach (ref int label in labels.AsSpan())
        {
            label = random.Next(classes);
        }

        return labels;
    }
}
