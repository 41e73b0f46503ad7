using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Where a flatten meets few channels, no padding is multiplied; the numbers are those of a network without an image.</summary>
public class FlattenTests
{
    private const int Count = 5;

    [Fact]
    public void A_flattened_image_is_its_vector_bit_for_bit() => Compare<ColourImageMlp, ColourVectorMlp>(tolerance: 0);

    [Fact]
    public void A_flattened_image_costs_what_its_vector_costs()
    {
        Compare<GrayImageMlp, VectorMlp>(tolerance: 1e-5);
        Assert.Equal(VectorMlp.ArenaBytes, GrayImageMlp.ArenaBytes);
    }

    [Fact]
    public void An_image_by_pixels_is_flattened_by_planes() =>
        Compare<ColourImageMlp, ColourPixelsMlp>(tolerance: 1e-6, pixels: 35, channels: 3);

    [Fact]
    public void What_moves_or_scales_pixels_stays_narrow_up_to_a_flatten() => Compare<NarrowFlatten, WideFlatten>(tolerance: 1e-5);

    [Fact]
    public void A_map_of_few_channels_is_flattened_as_a_convolution_reads_it() => Compare<MapsFlattened, MapsConvolved>(tolerance: 1e-5);

    /// <summary>Outputs, gradients and input gradients of two networks with the same parameters.</summary>
    /// <param name="tolerance">What sums in another order may differ by.</param>
    /// <param name="pixels">Not 0: the second network takes and gives images of so many pixels by pixels.</param>
    /// <param name="channels">Channels of such an image.</param>
    private static void Compare<TFirst, TSecond>(double tolerance, int pixels = 0, int channels = 0)
        where TFirst : ITrainableNetwork<TFirst>, new()
        where TSecond : ITrainableNetwork<TSecond>, new()
    {
        TFirst first = new();
        TSecond second = new();
        Assert.Equal(first.Parameters.Length, second.Parameters.Length);
        SplitMix.Uniform("Flatten/parameters", first.Parameters.Length, 0.5f).CopyTo(first.Parameters);
        first.Parameters.CopyTo(second.Parameters);
        float[] inputs = SplitMix.Uniform("Flatten/inputs", Count * TFirst.Info.Inputs[0].Length, 1);
        float[] gradients = SplitMix.Uniform("Flatten/gradients", Count * TFirst.Info.Outputs[0].Length, 1);
        (float[] Outputs, float[] Gradients, float[] InputGradients) a = Run(first, inputs, gradients);
        (float[] Outputs, float[] Gradients, float[] InputGradients) b = Run(second, ToPixels(inputs), gradients);
        AssertClose(a.Outputs, b.Outputs);
        AssertClose(a.Gradients, b.Gradients);
        AssertClose(ToPixels(a.InputGradients), b.InputGradients);

        float[] ToPixels(float[] planes) => pixels == 0
            ? planes
            : [.. Enumerable.Range(0, planes.Length).Select(i =>
            {
                int sample = i / (pixels * channels), pixel = i / channels % pixels;
                return planes[(sample * channels + i % channels) * pixels + pixel];
            })];

        void AssertClose(float[] expected, float[] actual)
        {
            Assert.Contains(expected, value => value != 0);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        }
    }

    /// <summary>Predictions, then both passes of training.</summary>
    private static (float[] Outputs, float[] Gradients, float[] InputGradients) Run<T>(T network, float[] inputs, float[] gradients)
        where T : ITrainableNetwork<T>
    {
        float[] predicted = new float[gradients.Length];
        network.PredictBatch(inputs, predicted);
        using var trainer = new Trainer<T>(network, new Sgd(0.1f), Count, threads: 1);
        float[] trained = trainer.Forward(inputs).ToArray();
        trainer.Backward(gradients);
        return ([.. predicted, .. trained], trainer.Gradients.ToArray(), trainer.InputGradients.ToArray());
    }
}
