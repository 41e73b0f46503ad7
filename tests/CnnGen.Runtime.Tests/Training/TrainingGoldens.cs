using GoldenFile = CnnGen.EndToEnd.Tests.Support.Safetensors;

namespace CnnGen.Runtime.Tests;

/// <summary>What PyTorch says, from Goldens/make_training.py.</summary>
internal static class TrainingGoldens
{
    private static readonly Dictionary<string, double[]> Tensors = GoldenFile.Read(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", "training.safetensors")));

    public static double[] Get(string name) => Tensors[name];

    public static float[] Singles(string name) => [.. Tensors[name].Select(value => (float)value)];

    public static int[] Labels(string name) => [.. Tensors[$"labels/{name}"].Select(value => (int)value)];

    /// <summary>Compares relative to the largest magnitude.</summary>
    public static void Check(string what, ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0;
        foreach (double value in expected)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * largest, $"{what}[{i}]: expected {expected[i]:G9}, found {actual[i]:G9}");
        }
    }
}
