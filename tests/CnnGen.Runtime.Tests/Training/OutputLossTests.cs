using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Runtime.Tests;

/// <summary>Several outputs with a loss each.</summary>
public sealed class OutputLossTests
{
    private static readonly float[] Scores = [.. Enumerable.Range(0, 34).Select(i => MathF.Sin(i * i))];

    [Fact]
    public void HeadsShareLabelsOrHaveTheirOwn()
    {
        using Trainer<ScalingNetwork<Twins>> trainer = Train<Twins>(Loss.OfOutputs((Loss.CrossEntropy(), 1), (Loss.CrossEntropy(), 0.25)));
        float[] scores = Scores[..16];
        float shared = trainer.ForwardBackward(scores, [2, 3]);
        float[] gradients = trainer.InputGradients.ToArray();
        Assert.Equal(shared, trainer.ForwardBackward(scores, [2, 2, 3, 3]));
        Assert.Equal(gradients, trainer.InputGradients.ToArray());
        Assert.NotEqual(shared, trainer.ForwardBackward(scores, [2, 0, 3, 1]));

        (float first, float[] firstGradients) = Alone(scores, 0);
        (float second, float[] secondGradients) = Alone(scores, 4);
        Assert.Equal(first + 0.25f * second, shared, 1e-6f);
        for (int i = 0; i < 16; i++)
        {
            bool isFirst = i % 8 < 4;
            float expected = isFirst ? firstGradients[i / 8 * 4 + i % 8] : 0.25f * secondGradients[i / 8 * 4 + i % 8 - 4];
            Assert.Equal(expected, gradients[i], 1e-7f);
        }
    }

    [Fact]
    public void OutputsOfDifferentKindsTakeTheirLabelsOrTargetsInOrder()
    {
        Loss loss = Loss.OfOutputs((Loss.CrossEntropy(), 1), (Loss.Dice(), 2));
        using Trainer<ScalingNetwork<ScoresAndMap>> trainer = Train<ScoresAndMap>(loss);
        float labels = trainer.ForwardBackward(Scores, [4, 0, 1, 2, 0, 1, 2, 2, 1, 0]);
        float[] targets = new float[34];
        foreach (int i in new[] { 4, 5, 5 + 4 + 1, 5 + 8 + 2, 5 + 3, 17 + 1, 17 + 5 + 8, 17 + 5 + 8 + 1, 17 + 5 + 4 + 2, 17 + 5 + 3 })
        {
            targets[i] = 1;
        }

        Assert.Equal(labels, trainer.ForwardBackward(Scores, targets), 1e-6f);
        Assert.Contains(
            "expected 10 labels for 2 samples (5 each), found 2",
            Assert.Throws<ArgumentException>(() => trainer.ForwardBackward(Scores, [4, 1])).Message);
        Assert.Contains(
            "label 3 at index 1 of 10: expected 0 to 2 for output 1",
            Assert.Throws<ArgumentException>(() => trainer.ForwardBackward(Scores, [4, 3, 0, 0, 0, 0, 0, 0, 0, 0])).Message);
    }

    [Fact]
    public void EveryOutputHasALossOfOneOutput()
    {
        string message = Assert.Throws<ArgumentException>(() => Train<Twins>(Loss.OfOutputs((Loss.CrossEntropy(), 1)))).Message;
        Assert.Contains("found 1 losses for 2 outputs", message);
        Assert.Throws<ArgumentException>(() => Loss.OfOutputs((Loss.OfOutputs((Loss.Huber(), 1)), 1)));
        Assert.Throws<ArgumentException>(() => Loss.OfOutputs((null!, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.OfOutputs());
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.OfOutputs((Loss.Huber(), -1)));
        using Trainer<ScalingNetwork<Twins>> trainer = Train<Twins>(Loss.CrossEntropy());
        Assert.Contains("Loss.OfOutputs", Assert.Throws<InvalidOperationException>(() => trainer.Step(Scores[..16], [0, 1])).Message);
        Assert.Contains(trainer.Warnings, warning => warning.Contains("Loss.OfOutputs", StringComparison.Ordinal));
    }

    [Fact]
    public void NothingIsAllocatedAfterTheFirstCall()
    {
        using Trainer<ScalingNetwork<Twins>> trainer = Train<Twins>(Loss.OfOutputs((Loss.CrossEntropy(), 1), (Loss.CrossEntropy(), 0.25)));
        float[] scores = Scores[..16];
        int[] labels = [0, 3];
        Allocation.AssertNone(() => _ = trainer.Step(scores, labels));
    }

    private static (float Loss, float[] Gradients) Alone(float[] scores, int first)
    {
        using var trainer = new Trainer<ScalingNetwork<Four>>(new ScalingNetwork<Four>(), new Sgd(0.1), 2, threads: 1);
        float loss = trainer.ForwardBackward([.. scores[first..(first + 4)], .. scores[(first + 8)..(first + 12)]], [2, 3]);
        return (loss, trainer.InputGradients.ToArray());
    }

    private static Trainer<ScalingNetwork<TShape>> Train<TShape>(Loss loss)
        where TShape : IShape => new(new ScalingNetwork<TShape>(), new Sgd(0), 2, threads: 1, loss);

    private readonly struct Four : IShape
    {
        public static int[] Dimensions => [4];
    }
}
