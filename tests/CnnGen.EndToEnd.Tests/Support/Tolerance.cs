namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>Comparison of tensors relative to their largest magnitude.</summary>
internal static class Tolerance
{
    /// <summary>Tensors smaller than this in every element are compared absolutely: they are the rounding of larger terms.</summary>
    public const double Floor = 1e-4;

    /// <summary>max |actual − expected| / max |expected|; infinite when a number is missing on one side.</summary>
    public static double Error(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = Floor, worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - actual[i]);
            worst = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(worst, difference);
            largest = Math.Max(largest, Math.Abs(expected[i]));
        }
        return worst / largest;
    }

    public static double Error(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = double.Epsilon, worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(expected[i] - actual[i]));
            largest = Math.Max(largest, Math.Abs(expected[i]));
        }
        return worst / largest;
    }

    /// <summary>The first elements that differ most, for the message of a failed test.</summary>
    public static string Worst(IReadOnlyList<double> expected, IReadOnlyList<float> actual)
    {
        var worst = Enumerable.Range(0, expected.Count).OrderByDescending(i => Math.Abs(expected[i] - actual[i])).Take(4);
        return string.Join("; ", worst.Select(i => $"[{i}] expected {expected[i]:G7}, found {actual[i]:G7}"));
    }

    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                Assert.Fail($"{what}: element {i} was {expected[i]:G9} and is {actual[i]:G9}");
            }
        }
    }
}
