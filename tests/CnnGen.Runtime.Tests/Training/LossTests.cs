namespace CnnGen.Runtime.Tests;

public sealed class LossTests
{
    [Theory]
    [InlineData(0f, 1)]
    [InlineData(0f, 5)]
    [InlineData(0.2f, 4)]
    public void CrossEntropyOfScores(float smoothing, int count) =>
        CheckLabels<Ten>(Loss.CrossEntropy(smoothing), count, 10, 1, (x, t) => ExactCrossEntropy(x, t, 10, 1, smoothing));

    [Theory]
    [InlineData(0f, 1)]
    [InlineData(0.1f, 4)]
    public void CrossEntropyOfPixels(float smoothing, int count) =>
        CheckLabels<Map>(Loss.CrossEntropy(smoothing), count, 3, 21, (x, t) => ExactCrossEntropy(x, t, 3, 21, smoothing));

    [Theory]
    [InlineData(0f)]
    [InlineData(0.3f)]
    public void CrossEntropyOfProbabilities(float smoothing)
    {
        CheckTargets<Map>(Loss.CrossEntropy(smoothing), 3, (x, t) => ExactCrossEntropy(x, t, 3, 21, smoothing));
        CheckTargets<Ten>(Loss.CrossEntropy(smoothing), 3, (x, t) => ExactCrossEntropy(x, t, 10, 1, smoothing));
    }

    /// <summary>Pixel by pixel or class by class: the same numbers in another order.</summary>
    [Theory]
    [InlineData(0f)]
    [InlineData(0.2f)]
    public void CrossEntropyOfPixelsDoesNotDependOnTheLayout(float smoothing)
    {
        const int Count = 3;
        int length = ScalingNetwork<Map>.Info.Outputs[0].Length;
        float[] inputs = Numbers(Count * length, seed: 6);
        float[] targets = [.. Numbers(Count * length, seed: 7).Select(MathF.Abs)];
        int[] labels = [.. Enumerable.Range(0, Count * length / 3).Select(i => i * 7 % 3)];
        using Trainer<ScalingNetwork<Map>> planes = Train<Map>(Loss.CrossEntropy(smoothing), Count);
        using Trainer<ScalingNetwork<MapOfPixels>> pixels = Train<MapOfPixels>(Loss.CrossEntropy(smoothing), Count);

        Assert.Equal(planes.ForwardBackward(inputs, labels), pixels.ForwardBackward(ToPixels(inputs), labels));
        Assert.Equal(ToPixels(planes.InputGradients), pixels.InputGradients.ToArray());
        Assert.Equal(planes.ForwardBackward(inputs, targets), pixels.ForwardBackward(ToPixels(inputs), ToPixels(targets)));
        Assert.Equal(ToPixels(planes.InputGradients), pixels.InputGradients.ToArray());
    }

    /// <summary>A gradient that is subnormal, from the loss or from the caller, is zero for the layers below.</summary>
    [Fact]
    public void SubnormalGradientsBecomeZero()
    {
        float[] scores = [0f, -90f, -100f, 1f, -87f, 2f, 3f, -95f, 4f, -1e30f];
        using Trainer<ScalingNetwork<Ten>> entropy = Train<Ten>(Loss.CrossEntropy(), 1);
        entropy.ForwardBackward(scores, [0]);
        AssertNormal(entropy);

        using Trainer<ScalingNetwork<Ten>> square = Train<Ten>(Loss.MeanSquaredError(), 1);
        square.ForwardBackward([1e-38f, -3e-39f, 1f, 0f, 1e-44f, 1f, 1f, 1f, 4e-38f, 5e-39f], new float[10]);
        AssertNormal(square);

        square.Forward(scores);
        square.Backward([1e-39f, 1f, 2e-38f, -1e-44f, 1f, 1f, 1f, 1f, 1e-40f, -1e-39f]);
        AssertNormal(square);
        Assert.Equal([0f, 1f, 2e-38f, 0f, 1f, 1f, 1f, 1f, 0f, 0f], square.InputGradients.ToArray());

        static void AssertNormal(Trainer<ScalingNetwork<Ten>> trainer) =>
            Assert.All(trainer.InputGradients.ToArray(), gradient => Assert.False(float.IsSubnormal(gradient), $"{gradient}"));
    }

    [Fact]
    public void MeanSquaredError() =>
        CheckTargets<Ten>(Loss.MeanSquaredError(), 3, (x, t) => x.Zip(t, (a, b) => (a - b) * (a - b)).Average());

    [Fact]
    public void BinaryCrossEntropy()
    {
        CheckTargets<Map>(Loss.BinaryCrossEntropyWithLogits(), 2, ExactBinaryCrossEntropy);
        CheckLabels<Ten>(Loss.BinaryCrossEntropyWithLogits(), 2, 2, 10, (x, t) => ExactBinaryCrossEntropy(x, Ones(t)));

        // Of the one-hot pairs that labels become, the second is the label itself.
        static double[] Ones(double[] pairs) => [.. pairs.Where((_, i) => i % 20 >= 10)];
    }

    /// <summary>One infinite score makes the loss of ten infinite where it is wrong, and costs nothing where it is right.</summary>
    [Theory]
    [InlineData(float.PositiveInfinity, 0f, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, 0.5f, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, 1f, 0f)]
    [InlineData(float.NegativeInfinity, 1f, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0f, 0f)]
    [InlineData(float.NaN, 0f, float.NaN)]
    [InlineData(float.NaN, 1f, float.NaN)]
    [InlineData(3e38f, 0f, 3e37f)]
    [InlineData(-3e38f, 0f, 0f)]
    [InlineData(-3e38f, 1f, 3e37f)]
    public void BinaryCrossEntropyOfExtremeScores(float score, float target, float expected)
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Train<Ten>(Loss.BinaryCrossEntropyWithLogits(), 1);
        float[] scores = [score, .. Enumerable.Repeat(100f, 9)];
        float[] targets = [target, .. Enumerable.Repeat(1f, 9)];
        float loss = trainer.ForwardBackward(scores, targets);
        Assert.True(loss.Equals(expected) || MathF.Abs(loss - expected) <= 1e-6f * expected + 1e-40f, $"expected {expected}, found {loss}");
    }

    [Fact]
    public void ExtremeScoresStayFinite()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Train<Ten>(Loss.CrossEntropy(), 1);
        float[] scores = [1e4f, -1e4f, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(0f, trainer.ForwardBackward(scores, [0]));
        Assert.Equal(20_000f, trainer.ForwardBackward(scores, [1]));
        Assert.Equal([1f, -1f, 0, 0, 0, 0, 0, 0, 0, 0], trainer.InputGradients.ToArray());

        // A masked class costs nothing as long as it is not the label.
        float[] masked = [0, float.NegativeInfinity, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(Math.Log(9), trainer.ForwardBackward(masked, [0]), 1e-6);
        Assert.Equal(float.PositiveInfinity, trainer.ForwardBackward(masked, [1]));
    }

    [Fact]
    public void NaNIsReturned()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Train<Ten>(Loss.CrossEntropy(), 1);
        float[] scores = new float[10];
        scores[3] = float.NaN;
        Assert.True(float.IsNaN(trainer.Step(scores, [0])));
    }

    [Fact]
    public void ThreadsDoNotChangeTheResult()
    {
        int length = ScalingNetwork<Long>.Info.Outputs[0].Length;
        float[] inputs = Numbers(5 * length, seed: 1);
        float[] targets = Numbers(5 * length, seed: 2);
        (float Loss, float[] Gradients)[] results = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            using Trainer<ScalingNetwork<Long>> trainer = Train<Long>(Loss.BinaryCrossEntropyWithLogits(), 5, threads);
            return (trainer.ForwardBackward(inputs, targets), trainer.Gradients.ToArray());
        })];
        Assert.All(results, result => Assert.Equal(results[0].Loss, result.Loss));
        Assert.All(results, result => Assert.Equal(results[0].Gradients, result.Gradients));
    }

    [Fact]
    public void WrongLabelsAreRejectedBeforeAnythingChanges()
    {
        var network = new ScalingNetwork<Ten>();
        using var trainer = new Trainer<ScalingNetwork<Ten>>(network, new Sgd(1f), batchSize: 64, threads: 1);
        int[] labels = new int[64];
        labels[3] = 10;
        AssertRejected("label 10 at index 3 of 64: expected 0 to 9", () => trainer.Step(new float[640], labels));
        labels[3] = -1;
        AssertRejected("label -1 at index 3 of 64: expected 0 to 9", () => trainer.Step(new float[640], labels));
        AssertRejected("expected 64 labels for 64 samples (1 each), found 63", () => trainer.Step(new float[640], labels[1..]));
        AssertRejected("expected 640 targets for 64 samples (10 each), found 64", () => trainer.Step(new float[640], new float[64]));
        Assert.Equal(0, network.Pass!.ForwardCalls);
        Assert.All(network.Weights, weight => Assert.Equal(1f, weight));
    }

    [Fact]
    public void PixelLabelsAreCounted()
    {
        using Trainer<ScalingNetwork<Map>> trainer = Train<Map>(Loss.CrossEntropy(), 2);
        AssertRejected("expected 42 labels for 2 samples (21 each), found 2", () => trainer.Step(new float[126], new int[2]));
    }

    [Fact]
    public void LabelsThatMakeNoSenseAreRejected()
    {
        using Trainer<ScalingNetwork<Ten>> squared = Train<Ten>(Loss.MeanSquaredError(), 1);
        AssertRejected("MeanSquaredError: expected float targets, found integer labels", () => squared.Step(new float[10], new int[1]));
        using Trainer<ScalingNetwork<Ten>> binary = Train<Ten>(Loss.BinaryCrossEntropyWithLogits(), 1);
        AssertRejected("label 2 at index 0 of 10: expected 0 to 1", () => binary.Step(new float[10], [2, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.CrossEntropy(1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.CrossEntropy(-0.1f));
    }

    private static void AssertRejected(string message, Action action) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message);

    private static Trainer<ScalingNetwork<TShape>> Train<TShape>(Loss loss, int batchSize, int threads = 1)
        where TShape : IShape => new(new ScalingNetwork<TShape>(), new Sgd(0f), batchSize, threads, loss);

    /// <summary>Labels against the same as one-hot targets of the exact loss.</summary>
    private static void CheckLabels<TShape>(Loss loss, int count, int classes, int pixels, Func<double[], double[], double> exact)
        where TShape : IShape
    {
        using Trainer<ScalingNetwork<TShape>> trainer = Train<TShape>(loss, count);
        float[] inputs = Numbers(count * ScalingNetwork<TShape>.Info.Outputs[0].Length, seed: 3);
        int[] labels = [.. Enumerable.Range(0, count * pixels).Select(i => i * 7 % classes)];
        double[] targets = new double[count * classes * pixels];
        for (int i = 0; i < labels.Length; i++)
        {
            targets[(i / pixels * classes + labels[i]) * pixels + i % pixels] = 1;
        }

        Compare(exact, inputs, targets, trainer.ForwardBackward(inputs, labels), trainer.InputGradients);
    }

    private static void CheckTargets<TShape>(Loss loss, int count, Func<double[], double[], double> exact)
        where TShape : IShape
    {
        using Trainer<ScalingNetwork<TShape>> trainer = Train<TShape>(loss, count);
        float[] inputs = Numbers(count * ScalingNetwork<TShape>.Info.Outputs[0].Length, seed: 4);
        float[] targets = [.. Numbers(inputs.Length, seed: 5).Select(MathF.Abs).Select(t => t / 8f)];
        Compare(exact, inputs, [.. targets.Select(t => (double)t)], trainer.ForwardBackward(inputs, targets), trainer.InputGradients);
    }

    private static void Compare(
        Func<double[], double[], double> exact, float[] inputs, double[] targets, float loss, ReadOnlySpan<float> gradients)
    {
        const double H = 1e-5;
        double[] x = [.. inputs.Select(value => (double)value)];
        double expected = exact(x, targets);
        Assert.Equal(expected, loss, 2e-6 * (1 + Math.Abs(expected)));
        for (int i = 0; i < x.Length; i++)
        {
            double center = x[i];
            x[i] = center + H;
            double above = exact(x, targets);
            x[i] = center - H;
            double below = exact(x, targets);
            x[i] = center;
            Assert.Equal((above - below) / (2 * H), gradients[i], 1e-6);
        }
    }

    private static double ExactCrossEntropy(double[] x, double[] t, int classes, int pixels, double smoothing)
    {
        double sum = 0;
        int columns = x.Length / classes;
        for (int column = 0; column < columns; column++)
        {
            int start = column / pixels * classes * pixels + column % pixels;
            double logSum = Math.Log(Enumerable.Range(0, classes).Sum(c => Math.Exp(x[start + c * pixels])));
            for (int c = 0; c < classes; c++)
            {
                double weight = t[start + c * pixels] * (1 - smoothing) + smoothing / classes;
                sum += weight * (logSum - x[start + c * pixels]);
            }
        }

        return sum / columns;
    }

    private static double ExactBinaryCrossEntropy(double[] x, double[] t) =>
        x.Zip(t, (a, b) => -b * Math.Log(Reference.Sigmoid(a)) - (1 - b) * Math.Log(Reference.Sigmoid(-a))).Average();

    /// <summary>Samples of 3×3×7 elements from C×H×W to H×W×C.</summary>
    private static float[] ToPixels(ReadOnlySpan<float> planes)
    {
        float[] pixels = new float[planes.Length];
        for (int i = 0; i < planes.Length; i++)
        {
            (int sample, int c, int pixel) = (i / 63, i / 21 % 3, i % 21);
            pixels[sample * 63 + pixel * 3 + c] = planes[i];
        }

        return pixels;
    }

    private static float[] Numbers(int count, int seed)
    {
        float[] numbers = new float[count];
        new RandomSource(seed).FillUniform(numbers, 4f);
        return numbers;
    }
}
