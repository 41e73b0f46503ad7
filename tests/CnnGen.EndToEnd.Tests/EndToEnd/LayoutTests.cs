using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>The order of the caller's spans changes nothing but that order.</summary>
public class LayoutTests
{
    private const int Pixels = 63;
    private const int Classes = 5;
    private const int Count = 3;

    public static TheoryData<float> Smoothings => [0f, 0.1f];

    [Fact]
    public void Info_tells_the_layout_of_tensors_that_have_one()
    {
        Assert.Equal(TensorLayout.ChannelsFirst, SegmentationByPlanes.Info.Inputs[0].Layout);
        Assert.Equal(TensorLayout.ChannelsFirst, SegmentationByPlanes.Info.Outputs[0].Layout);
        Assert.Equal(TensorLayout.ChannelsLast, SegmentationByPixels.Info.Inputs[0].Layout);
        Assert.Equal(TensorLayout.ChannelsLast, SegmentationByPixels.Info.Outputs[0].Layout);
        Assert.Equal(TensorLayout.ChannelsLast, ScoresOfPixels.Info.Inputs[0].Layout);
        Assert.Equal(TensorLayout.ChannelsFirst, ScoresOfPixels.Info.Outputs[0].Layout);
    }

    [Theory]
    [MemberData(nameof(Smoothings))]
    public void Cross_entropy_of_pixels_takes_labels(float smoothing)
    {
        (Trainer<SegmentationByPlanes> planes, Trainer<SegmentationByPixels> pixels) = Trainers(smoothing);
        int[] labels = [.. Enumerable.Range(0, Count * Pixels).Select(i => i * 7 % Classes)];
        float[] inputs = Numbers(Count * 3 * Pixels);
        Compare(planes, pixels, planes.ForwardBackward(inputs, labels), pixels.ForwardBackward(ToPixels(inputs, 3), labels));
    }

    [Theory]
    [MemberData(nameof(Smoothings))]
    public void Cross_entropy_of_pixels_takes_probabilities_in_the_layout_of_the_output(float smoothing)
    {
        (Trainer<SegmentationByPlanes> planes, Trainer<SegmentationByPixels> pixels) = Trainers(smoothing);
        float[] inputs = Numbers(Count * 3 * Pixels);
        float[] targets = [.. Numbers(Count * Classes * Pixels).Select(MathF.Abs)];
        Compare(
            planes, pixels, planes.ForwardBackward(inputs, targets), pixels.ForwardBackward(ToPixels(inputs, 3), ToPixels(targets, Classes)));
    }

    [Fact]
    public void A_step_over_pixels_allocates_nothing()
    {
        using var trainer = new Trainer<SegmentationByPixels>(new SegmentationByPixels(1), new Sgd(0.1f), Count, threads: 1);
        float[] inputs = Numbers(Count * 3 * Pixels);
        int[] labels = new int[Count * Pixels];
        Allocation.AssertNone(() => trainer.Step(inputs, labels));
    }

    private static (Trainer<SegmentationByPlanes> Planes, Trainer<SegmentationByPixels> Pixels) Trainers(float smoothing) => (
        new(new SegmentationByPlanes(seed: 3), new Sgd(0.1f), Count, threads: 1, Loss.CrossEntropy(smoothing)),
        new(new SegmentationByPixels(seed: 3), new Sgd(0.1f), Count, threads: 1, Loss.CrossEntropy(smoothing)));

    private static void Compare(
        Trainer<SegmentationByPlanes> planes, Trainer<SegmentationByPixels> pixels, float lossOfPlanes, float lossOfPixels)
    {
        Assert.Equal(lossOfPlanes, lossOfPixels);
        Assert.Equal(planes.Gradients.ToArray(), pixels.Gradients.ToArray());
        Assert.Equal(ToPixels(planes.InputGradients.ToArray(), 3), pixels.InputGradients.ToArray());
        Assert.Contains(pixels.Gradients.ToArray(), gradient => gradient != 0);
    }

    /// <summary>Samples of so many channels from C×H×W to H×W×C.</summary>
    private static float[] ToPixels(float[] planes, int channels)
    {
        var pixels = new float[planes.Length];
        for (int i = 0; i < planes.Length; i++)
        {
            int sample = i / (channels * Pixels), c = i / Pixels % channels, pixel = i % Pixels;
            pixels[(sample * Pixels + pixel) * channels + c] = planes[i];
        }

        return pixels;
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => i * 37 % 101 / 50f - 1)];
}
