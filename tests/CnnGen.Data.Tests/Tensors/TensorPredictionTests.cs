using System.Numerics.Tensors;

namespace CnnGen.Data.Tests.Tensors;

/// <summary>Predictions on tensor spans are those on spans; other shapes are refused.</summary>
public sealed class TensorPredictionTests
{
    [Fact]
    public void Dense_spans_give_the_same_and_allocate_nothing()
    {
        var network = new Planes(seed: 1);
        float[] input = Numbers(Planes.InputLength), expected = new float[Planes.OutputLength], found = new float[Planes.OutputLength];
        network.Predict(input, expected);
        Predict();
        Assert.Equal(expected, found);
        Array.Clear(found);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Predict();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(expected, found);

        void Predict() => network.Predict(
            new ReadOnlyTensorSpan<float>(input, [2, 3, 5]), new TensorSpan<float>(found, [4, 3, 5]));
    }

    [Fact]
    public void A_batch_has_the_samples_before_the_shape()
    {
        var network = new PixelsFirst(seed: 2);
        float[] inputs = Numbers(3 * PixelsFirst.InputLength), expected = new float[3 * 7], found = new float[3 * 7];
        network.PredictBatch(inputs, expected);
        network.PredictBatch(new ReadOnlyTensorSpan<float>(inputs, [3, 3, 5, 2]), new TensorSpan<float>(found, [3, 7]));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Several_outputs_follow_one_another()
    {
        var network = new TwoOutputs(seed: 3);
        float[] expected = new float[7], found = new float[7];
        network.Predict((ReadOnlySpan<float>)Numbers(6), expected);
        network.Predict(new ReadOnlyTensorSpan<float>(Numbers(6), [6]), new TensorSpan<float>(found, [7]));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Strided_spans_give_the_same_and_what_lies_between_stays()
    {
        var network = new Planes(seed: 1);
        float[] input = Numbers(Planes.InputLength), expected = new float[Planes.OutputLength];
        network.Predict(input, expected);

        float[] wideInput = new float[2 * 3 * 9], wideOutput = [.. Enumerable.Repeat(-1f, 4 * 3 * 8)];
        for (int i = 0; i < input.Length; i++)
        {
            wideInput[i / 5 * 9 + i % 5] = input[i];
        }

        network.Predict(
            new ReadOnlyTensorSpan<float>(wideInput, [2, 3, 5], [27, 9, 1]), new TensorSpan<float>(wideOutput, [4, 3, 5], [24, 8, 1]));
        Assert.Equal(expected, wideOutput.Where((_, i) => i % 8 < 5));
        Assert.All(wideOutput.Where((_, i) => i % 8 >= 5), value => Assert.Equal(-1, value));
    }

    [Fact]
    public void Other_shapes_are_refused_and_nothing_is_written()
    {
        var network = new Planes(seed: 1);
        float[] output = new float[Planes.OutputLength];
        Refuse("input", "expected a tensor of shape 2×3×5, found 3×5×2", () =>
            network.Predict(new ReadOnlyTensorSpan<float>(new float[30], [3, 5, 2]), new TensorSpan<float>(output, [4, 3, 5])));
        Refuse("output", "expected a tensor of shape 4×3×5, found 60", () =>
            network.Predict(new ReadOnlyTensorSpan<float>(Numbers(30), [2, 3, 5]), new TensorSpan<float>(output, [60])));
        Refuse("inputs", "expected a tensor of shape samples×2×3×5, found 2×3×5", () =>
            network.PredictBatch(new ReadOnlyTensorSpan<float>(Numbers(30), [2, 3, 5]), new TensorSpan<float>(output, [1, 4, 3, 5])));
        Refuse("outputs", "expected a tensor of shape 2×4×3×5, found 1×4×3×5", () =>
            network.PredictBatch(new ReadOnlyTensorSpan<float>(Numbers(60), [2, 2, 3, 5]), new TensorSpan<float>(output, [1, 4, 3, 5])));
        Refuse("inputs", "expected a tensor of shape samples×3×5×2, found 1×2×3×5", () => new PixelsFirst(seed: 1).PredictBatch(
            new ReadOnlyTensorSpan<float>(Numbers(30), [1, 2, 3, 5]), new TensorSpan<float>(new float[7], [1, 7])));
        Refuse("output", "expected a tensor of shape 7, found 3×4", () => new TwoOutputs(seed: 1).Predict(
            new ReadOnlyTensorSpan<float>(Numbers(6), [6]), new TensorSpan<float>(new float[12], [3, 4])));
        Assert.All(output, value => Assert.Equal(0, value));
    }

    private static void Refuse(string parameter, string message, Action action)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(parameter, action);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    private static float[] Numbers(int count)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
