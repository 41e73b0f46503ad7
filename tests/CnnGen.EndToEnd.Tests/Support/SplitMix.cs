using System.Text;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>Reproducible numbers, the same in C# and Python (Goldens/random_numbers.py): no weights or inputs need to be stored.</summary>
internal static class SplitMix
{
    private const double Scale = 1.0 / (1 << 23);

    /// <summary>Values in [-bound, bound).</summary>
    public static float[] Uniform(string text, int count, double bound)
    {
        var values = new float[count];
        Fill(text, bound, values);
        return values;
    }

    /// <summary>The same values, where they shall lie.</summary>
    public static void Fill(string text, double bound, Span<float> values)
    {
        ulong seed = SeedOf(text);
        for (int i = 0; i < values.Length; i++)
        {
            double unit = (Bits(seed, i) >> 40) * Scale - 1;
            values[i] = (float)(unit * bound);
        }
    }

    /// <summary>Class indices below <paramref name="classes"/>.</summary>
    public static int[] Labels(string text, int count, int classes)
    {
        ulong seed = SeedOf(text);
        return [.. Enumerable.Range(0, count).Select(i => (int)((Bits(seed, i) >> 33) % (ulong)classes))];
    }

    /// <summary>A weight with variance 1 / fan-in; biases and slopes in [-0.5, 0.5).</summary>
    public static float[] Parameter(string network, string name, IReadOnlyList<int> shape)
    {
        int length = shape.Aggregate(1, (a, b) => a * b);
        return Uniform($"{network}/{name}", length, shape.Count > 1 ? Math.Sqrt(3.0 / (length / shape[0])) : 0.5);
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong SeedOf(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(0xCBF29CE484222325, (h, b) => (h ^ b) * 0x100000001B3);

    private static ulong Bits(ulong seed, int index)
    {
        ulong z = seed + (ulong)(index + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
