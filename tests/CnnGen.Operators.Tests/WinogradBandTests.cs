using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Operators.Tests.Networks;

namespace CnnGen.Operators.Tests;

/// <summary>A convolution whose Winograd tiles are computed in several bands, by one thread or several.</summary>
public class WinogradBandTests
{
    private const int Inputs = 24, Height = 40, Width = 64;
    private const int Outputs = 48, OutputHeight = 39, OutputWidth = 64;

    private readonly WinogradBands _network = new(seed: 5);
    private readonly float[] _x = SplitMix.Uniform("WinogradBands/input", WinogradBands.InputLength, 1);

    [Fact]
    public void Kernel_is_Winograd() =>
        Assert.Contains("Winograd", Assert.Single(WinogradBands.Info.Layers).Kernel, StringComparison.Ordinal);

    [Fact]
    public void Predict_equals_the_definition()
    {
        var expected = new double[WinogradBands.OutputLength];
        for (int i = 0; i < expected.Length; i += 7)
        {
            expected[i] = Output(i / (OutputHeight * OutputWidth), i / OutputWidth % OutputHeight, i % OutputWidth);
        }

        float[] actual = Predict(threads: 1);
        double largest = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i += 7)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-5 * largest, $"[{i}] expected {expected[i]}, found {actual[i]}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Threads_do_not_change_a_bit(int threads) => Tolerance.SameBits(Predict(1), Predict(threads), $"{threads} threads");

    [Fact]
    public void Predict_allocates_nothing_on_several_threads()
    {
        _network.Threads = 2;
        var output = new float[WinogradBands.OutputLength];
        Allocation.AssertNone(() => _network.Predict(_x, output));
    }

    private float[] Predict(int threads)
    {
        _network.Threads = threads;
        var output = new float[WinogradBands.OutputLength];
        _network.Predict(_x, output);
        return output;
    }

    private double Output(int channel, int row, int column)
    {
        Span<float> weights = _network.Parameters;
        double sum = weights[Outputs * Inputs * 9 + channel];
        for (int input = 0; input < Inputs; input++)
        {
            for (int tap = 0; tap < 9; tap++)
            {
                int y = row + tap / 3 - 1, x = column + tap % 3 - 2;
                if (y >= 0 && y < Height && x >= 0 && x < Width)
                {
                    sum += (double)weights[(channel * Inputs + input) * 9 + tap] * _x[(input * Height + y) * Width + x];
                }
            }
        }

        return sum;
    }
}
