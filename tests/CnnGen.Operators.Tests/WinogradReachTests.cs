using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Operators.Tests.Networks;

namespace CnnGen.Operators.Tests;

/// <summary>Infinities, NaN and huge numbers reach the outputs that see them, and no others, as in a direct convolution.</summary>
public class WinogradReachTests
{
    private const int Seed = 5;
    private const float Allowed = 2e-5f;

    public static TheoryData<float> Values =>
        [float.PositiveInfinity, float.NegativeInfinity, float.NaN, 3e38f, float.MinValue, 1e30f, 1e20f];

    private static readonly (double Row, double Column)[] Places =
        [(0, 0), (0, 1), (1, 0), (1, 1), (0, 0.4), (0.5, 0), (0.55, 1), (1, 0.45), (0.3, 0.7), (0.5, 0.5), (0.62, 0.31)];

    [Fact]
    public void Only_the_direct_ones_are_direct()
    {
        string[] kernels =
        [
            Kernel(WinogradBands.Info), Kernel(WinogradResidual.Info), Kernel(WinogradBare.Info),
            Kernel(WinogradBandsDirect.Info), Kernel(WinogradResidualDirect.Info), Kernel(WinogradBareDirect.Info),
        ];
        Assert.All(kernels[..3], kernel => Assert.Contains("Winograd", kernel, StringComparison.Ordinal));
        Assert.All(kernels[3..], kernel => Assert.DoesNotContain("Winograd", kernel, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void One_pixel_reaches_its_windows_alone(float value)
    {
        foreach ((double row, double column) in Places)
        {
            CompareAll(value, (height, width) => (i, j) => i == (int)(row * (height - 1)) && j == (int)(column * (width - 1)));
        }
    }

    /// <summary>Equal values, whose differences vanish, in stripes of the image.</summary>
    [Theory]
    [MemberData(nameof(Values))]
    public void Regions_without_data_reach_their_windows_alone(float value)
    {
        CompareAll(value, (height, _) => (i, _) => i < height / 2);
        CompareAll(value, (height, _) => (i, _) => i == height - 1);
        CompareAll(value, (_, width) => (_, j) => j > width / 3);
        CompareAll(value, (_, _) => (_, j) => j == 0);
        CompareAll(value, (height, width) => (i, j) => i > height / 3 && j < width / 2);
        CompareAll(value, (_, width) => (i, j) => i + j < width / 2);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Gradients_reach_what_they_depend_on_alone(float value)
    {
        foreach (int place in new[] { 0, 11, 12 * 13 - 1, 7 * 156 + 60, 15 * 156 + 5 })
        {
            float[] gradients = SplitMix.Uniform("WinogradReach/gradients", WinogradBare.OutputLength, 1);
            gradients[place] = value;
            AssertSame(InputGradients(new WinogradBareDirect(5), gradients), InputGradients(new WinogradBare(5), gradients), value);
        }
    }

    /// <summary>Finite marks: what does not see them is as if they were not there, bit for bit, where the convolution is direct.</summary>
    [Theory]
    [InlineData(-9999f)]
    [InlineData(1e10f)]
    public void Direct_outputs_depend_on_their_windows_alone(float value)
    {
        var network = new WinogradBareDirect(5);
        float[] x = SplitMix.Uniform("WinogradReach/input", WinogradBare.InputLength, 1);
        float[] without = Predict(network, x);
        x[3 * 15 * 14 + 7 * 14 + 6] = value;
        float[] with = Predict(network, x);
        for (int i = 0; i < with.Length; i++)
        {
            int row = i / 12 % 13, column = i % 12;
            bool sees = row is >= 5 and <= 7 && column is >= 4 and <= 6;
            Assert.Equal(sees, with[i] != without[i]);
        }
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        float[] x = SplitMix.Uniform("WinogradReach/input", WinogradBands.InputLength, 1);
        x[5000] = float.PositiveInfinity;
        Tolerance.SameBits(Predict(new WinogradBands(5), x), Predict(new WinogradBands(5) { Threads = 3 }, x), "3 threads");
    }

    private static string Kernel(NetworkInfo info) => info.Layers[0].Kernel;

    private static void CompareAll(float value, Func<int, int, Func<int, int, bool>> marks)
    {
        Compare(new WinogradBands(Seed), new WinogradBandsDirect(Seed), value, marks, 24, 40, 64);
        Compare(new WinogradResidual(Seed), new WinogradResidualDirect(Seed), value, marks, 17, 14, 15);
        Compare(new WinogradBare(Seed), new WinogradBareDirect(Seed), value, marks, 16, 15, 14);
    }

    /// <summary>Both predictions from an image with <paramref name="value"/> in one channel of the marked pixels.</summary>
    private static void Compare<TWinograd, TDirect>(
        TWinograd winograd, TDirect direct, float value, Func<int, int, Func<int, int, bool>> marks, int channels, int height, int width)
        where TWinograd : INetwork<TWinograd>
        where TDirect : INetwork<TDirect>
    {
        float[] x = SplitMix.Uniform("WinogradReach/input", channels * height * width, 1);
        for (int i = 0; i < height * width; i++)
        {
            if (marks(height, width)(i / width, i % width))
            {
                x[(channels / 2 * height + i / width) * width + i % width] = value;
            }
        }

        AssertSame(Predict(direct, x), Predict(winograd, x), value);
    }

    private static float[] Predict<T>(T network, float[] x)
        where T : INetwork<T>
    {
        float[] y = new float[T.Info.Outputs[0].Length];
        network.Predict(x, y);
        return y;
    }

    private static float[] InputGradients<T>(T network, float[] gradients)
        where T : ITrainableNetwork<T>
    {
        using var trainer = new Trainer<T>(network, new Sgd(0f), 1, threads: 1);
        trainer.Forward(SplitMix.Uniform("WinogradReach/input", T.Info.Inputs[0].Length, 1));
        trainer.Backward(gradients);
        return trainer.InputGradients.ToArray();
    }

    /// <summary>What is far from infinite agrees closely, what sees <paramref name="value"/> as far as that allows.</summary>
    private static void AssertSame(float[] expected, float[] actual, float value)
    {
        Assert.Contains(expected, y => Math.Abs(y) < 100);
        Assert.Contains(expected, y => !(Math.Abs(y) < 100));
        for (int i = 0; i < expected.Length; i++)
        {
            bool sees = !(Math.Abs(expected[i]) < 1e10f);
            double allowed = sees && float.IsFinite(value) ? 1e-5 * Math.Abs((double)value) : Allowed * Math.Max(1, Math.Abs(expected[i]));
            bool isSame = float.IsFinite(expected[i])
                ? Math.Abs((double)expected[i] - actual[i]) <= allowed
                : expected[i].Equals(actual[i]);
            Assert.True(isSame, $"{value}: [{i}] expected {expected[i]}, found {actual[i]}");
        }
    }
}
