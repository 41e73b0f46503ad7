using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests.Notes;

/// <summary>
/// A convolution of a shifted image is the shifted convolution, f(S x) = S f(x); with a total stride s it is so for shifts by multiples
/// of s, which shift the features by 1/s as much. Circular padding makes it hold everywhere, zeros only away from the border.
/// </summary>
public class ShiftTests
{
    private static readonly (int Y, int X)[] Shifts = [(0, 1), (1, 0), (2, 3), (-1, 5), (4, -3)];

    [Fact]
    public void Circular_convolution() => Everywhere<CircularConv>(stride: 1, allowed: 0);

    [Fact]
    public void Circular_dilated_groups() => Everywhere<CircularDilated>(stride: 1, allowed: 0);

    [Fact]
    public void Circular_depthwise() => Everywhere<CircularDepthwise>(stride: 1, allowed: 0);

    [Fact]
    public void Circular_wide()
    {
        Assert.Contains("Winograd", CircularWide.Info.Layers[0].Kernel);
        Everywhere<CircularWide>(stride: 1, allowed: 1e-5);
    }

    [Fact]
    public void Circular_extractor_at_multiples_of_its_stride() => Everywhere<CircularExtractor>(stride: 8, allowed: 0);

    [Fact]
    public void Between_multiples_of_its_stride_an_extractor_sees_something_else()
    {
        var network = Probe.Create<CircularExtractor>();
        float[] x = Probe.Input<CircularExtractor>(), y = Probe.Predict(network, x);
        for (int by = 1; by < 8; by++)
        {
            float[] found = Probe.Predict(network, Shifted(x, CircularExtractor.Info.Inputs[0], by, 0));
            for (int rows = 0; rows < 2; rows++)
            {
                Assert.NotEqual(Shifted(y, CircularExtractor.Info.Outputs[0], rows, 0), found);
            }
        }
    }

    [Fact]
    public void Zero_padded_convolution_away_from_the_border() => Inside<ZeroPaddedConv>(stride: 1);

    [Fact]
    public void Zero_padded_extractor_away_from_the_border() => Inside<ZeroPaddedExtractor>(stride: 4);

    private static void Everywhere<T>(int stride, double allowed)
        where T : INetwork<T>, new()
    {
        var network = Probe.Create<T>();
        float[] x = Probe.Input<T>(), y = Probe.Predict(network, x);
        Assert.Contains(y, value => value != y[0]);
        foreach (var (down, right) in Shifts)
        {
            float[] found = Probe.Predict(network, Shifted(x, T.Info.Inputs[0], down * stride, right * stride));
            double[] expected = [.. Shifted(y, T.Info.Outputs[0], down, right).Select(value => (double)value)];
            Assert.InRange(Tolerance.Error(expected, found), 0, allowed);
        }
    }

    /// <summary>Equal where both windows lie in the image and not over its turned-over edge; different somewhere at the border.</summary>
    private static void Inside<T>(int stride)
        where T : INetwork<T>, new()
    {
        var network = Probe.Create<T>();
        TensorInfo input = T.Info.Inputs[0], output = T.Info.Outputs[0];
        int field = T.Info.Layers[^1].ReceptiveField, compared = 0;
        float[] x = Probe.Input<T>(), y = Probe.Predict(network, x);
        foreach (var (down, right) in Shifts.Where(shift => shift is { Y: >= 0, X: >= 0 }))
        {
            float[] expected = Shifted(y, output, down, right);
            float[] found = Probe.Predict(network, Shifted(x, input, down * stride, right * stride));
            foreach (var (row, column, at) in Positions(output))
            {
                if (IsInside(row, down, input.Shape[1]) && IsInside(column, right, input.Shape[2]))
                {
                    Assert.Equal(expected[at], found[at]);
                    compared++;
                }
            }

            Assert.NotEqual(expected, found);
        }

        Assert.True(compared > 50);
        bool IsInside(int position, int shift, int length) => (position - shift) * stride >= field && position * stride + field < length;
    }

    /// <summary>What leaves at one edge enters at the other.</summary>
    private static float[] Shifted(float[] values, TensorInfo tensor, int down, int right)
    {
        int height = tensor.Shape[1], width = tensor.Shape[2];
        var result = new float[values.Length];
        foreach (var (row, column, at) in Positions(tensor))
        {
            int channel = at / (height * width);
            result[(channel * height + Wrap(row + down, height)) * width + Wrap(column + right, width)] = values[at];
        }

        return result;
    }

    private static int Wrap(int position, int length) => (position % length + length) % length;

    private static IEnumerable<(int Row, int Column, int At)> Positions(TensorInfo tensor) =>
        Enumerable.Range(0, tensor.Length).Select(at => (at / tensor.Shape[2] % tensor.Shape[1], at % tensor.Shape[2], at));
}
