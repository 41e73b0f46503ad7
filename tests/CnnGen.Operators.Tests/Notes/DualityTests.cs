namespace CnnGen.Operators.Tests.Notes;

[Network, Input(3, 6, 8), Conv2d(5, 3, Bias = false)]
public sealed partial class Correlation;

[Network, Input(3, 6, 8), Conv2d(5, 3, Bias = false, Mode = ConvMode.Convolution)]
public sealed partial class Convolution;

/// <summary>From the outputs of <see cref="Correlation"/> to its inputs: padded so that every overlap counts.</summary>
[Network(Training = false), Input(5, 4, 6), Conv2d(3, 3, Padding = 2, Bias = false)]
public sealed partial class FullCorrelation;

[Network(Training = false), Input(5, 4, 6), Conv2d(3, 3, Padding = 2, Bias = false, Mode = ConvMode.Convolution)]
public sealed partial class FullConvolution;

[Network(Training = false), Input(5, 4, 6), ConvTranspose2d(3, 3, Bias = false)]
public sealed partial class Transposed;

[Network, Input(3, 9, 11), Conv2d(5, 3, Stride = 2, Padding = 1, Bias = false)]
public sealed partial class StridedCorrelation;

[Network(Training = false), Input(5, 5, 6), ConvTranspose2d(3, 3, Stride = 2, Padding = 1, Bias = false)]
public sealed partial class StridedTransposed;

/// <summary>
/// What a layer computes as cross-correlation it sends back as convolution, with the kernel flipped in both directions and input and
/// output channels exchanged; and the other way round.
/// </summary>
public class DualityTests
{
    private static readonly float[] Weights = Probe.Whole("weights", 5 * 3 * 9, 5);

    /// <summary>[in, out, kernel] of [out, in, kernel].</summary>
    private static readonly float[] Exchanged =
        [.. Enumerable.Range(0, 3).SelectMany(input => Weights.Chunk(9).Where((_, at) => at % 3 == input).SelectMany(kernel => kernel))];

    private static readonly float[] Flipped = [.. Weights.Chunk(9).SelectMany(kernel => kernel.Reverse())];

    [Fact]
    public void Convolution_is_correlation_with_the_flipped_kernel()
    {
        float[] x = Probe.Input<Correlation>();
        Assert.Equal(Forward<Correlation>(Flipped, x), Forward<Convolution>(Weights, x));
        Assert.NotEqual(Forward<Correlation>(Weights, x), Forward<Convolution>(Weights, x));
    }

    [Fact]
    public void Backward_of_correlation_is_full_convolution() =>
        Assert.Equal(Forward<FullConvolution>(Exchanged, Gradient<Correlation>()), Backward<Correlation>());

    [Fact]
    public void Backward_of_convolution_is_full_correlation() =>
        Assert.Equal(Forward<FullCorrelation>(Exchanged, Gradient<Convolution>()), Backward<Convolution>());

    [Fact]
    public void Backward_of_correlation_is_the_transposed_convolution_with_the_same_weights() =>
        Assert.Equal(Forward<Transposed>(Weights, Gradient<Correlation>()), Backward<Correlation>());

    [Fact]
    public void Backward_with_a_stride_is_the_transposed_convolution_with_that_stride() =>
        Assert.Equal(Forward<StridedTransposed>(Weights, Gradient<StridedCorrelation>()), Backward<StridedCorrelation>());

    private static float[] Gradient<T>()
        where T : INetwork<T> => Probe.Whole("gradient", T.Info.Outputs[0].Length, 6);

    private static float[] Forward<T>(float[] weights, float[] x)
        where T : INetwork<T>, new() => Probe.Predict(With<T>(weights), x);

    private static float[] Backward<T>()
        where T : ITrainableNetwork<T>, new() => Probe.InputGradient(With<T>(Weights), Probe.Input<T>(), Gradient<T>());

    private static T With<T>(float[] weights)
        where T : INetwork<T>, new()
    {
        var network = new T();
        weights.CopyTo(network.Parameters);
        return network;
    }
}
