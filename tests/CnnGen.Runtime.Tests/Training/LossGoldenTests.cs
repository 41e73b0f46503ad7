using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Runtime.Tests;

/// <summary>Losses and their gradients against PyTorch's.</summary>
public sealed class LossGoldenTests
{
    private static readonly float[] TenWeights = TrainingGoldens.Singles("weights/Ten");

    private static readonly float[] MapWeights = TrainingGoldens.Singles("weights/Map");

    [Fact]
    public void CrossEntropyWithClassWeights()
    {
        CheckLabels<Ten>("weights", Loss.CrossEntropy(classWeights: TenWeights), "Ten");
        CheckLabels<Map>("weights of pixels", Loss.CrossEntropy(0.125f, MapWeights), "Map");
        CheckTargets<Map>("weights of probabilities", Loss.CrossEntropy(0.125, MapWeights), "shares/Map");
    }

    [Fact]
    public void CrossEntropyWithIgnoredLabels()
    {
        CheckLabels<Map>("ignored", Loss.CrossEntropy(ignoreLabel: 255), "Holes");
        CheckLabels<Map>("ignored class", Loss.CrossEntropy(0, MapWeights, 1), "Map");
        CheckLabels<Map>("everything", Loss.CrossEntropy(0.25, MapWeights, 255), "Holes");
    }

    [Fact]
    public void Huber()
    {
        CheckTargets<Ten>("huber", Loss.Huber(), "targets/Ten");
        CheckTargets<Map>("huber delta", Loss.Huber(0.25), "targets/Map");
    }

    [Fact]
    public void Focal()
    {
        CheckLabels<Ten>("focal", Loss.Focal(), "bits");
        CheckTargets<Map>("focal shares", Loss.Focal(0.5, alpha: null), "shares/Map");
        CheckTargets<Ten>("focal zero", Loss.Focal(0, 0.75), "shares/Ten");
    }

    [Fact]
    public void Dice()
    {
        CheckLabels<Map>("dice", Loss.Dice(), "Map");
        CheckTargets<Map>("dice shares", Loss.Dice(0.5), "shares/Map");
        CheckLabels<One>("dice one", Loss.Dice(), "One");
    }

    [Fact]
    public void CosineEmbedding()
    {
        CheckTargets<Ten>("cosine", Loss.CosineEmbedding(), "targets/Ten");
        CheckTargets<Map>("cosine of pixels", Loss.CosineEmbedding(), "targets/Map");
    }

    /// <summary>The mean is over the weights of all labels, however the samples are cut into parts.</summary>
    [Fact]
    public void PartsOfABatchAreTheWholeBatch()
    {
        float[] scores = TrainingGoldens.Singles("loss/Map");
        int[] labels = TrainingGoldens.Labels("Holes");
        labels.AsSpan(0, 21).Fill(255);
        Loss loss = Loss.CrossEntropy(0.25, MapWeights, 255);
        using Trainer<ScalingNetwork<Map>> trainer = Train<Map>(loss, 3);
        trainer.ForwardBackward(scores, labels);
        float[] whole = trainer.Gradients.ToArray();

        trainer.ForwardBackward(scores.AsSpan(0, 63), labels.AsSpan(0, 21));
        Assert.All(trainer.Gradients.ToArray(), gradient => Assert.Equal(0f, gradient));
        trainer.ForwardBackward(scores.AsSpan(63, 63), labels.AsSpan(21, 21), accumulate: true);
        trainer.ForwardBackward(scores.AsSpan(126), labels.AsSpan(42), accumulate: true);
        TrainingGoldens.Check("gradients", [.. whole.Select(value => (double)value)], trainer.Gradients, 1e-6);
    }

    [Fact]
    public void WhatCannotBeIsRefused()
    {
        using Trainer<ScalingNetwork<Map>> trainer = Train<Map>(Loss.CrossEntropy(ignoreLabel: 255), 1);
        int[] labels = new int[21];
        labels[20] = 254;
        Assert.Contains("expected 0 to 2, or 255", Assert.Throws<ArgumentException>(() => trainer.Step(new float[63], labels)).Message);
        Array.Fill(labels, 255);
        Assert.Equal(0f, trainer.Step(new float[63], labels));

        using Trainer<ScalingNetwork<Map>> weighted = Train<Map>(Loss.CrossEntropy(classWeights: TenWeights), 1);
        Assert.Contains(
            "expected 3 class weights, one for each class, found 10",
            Assert.Throws<ArgumentException>(() => weighted.Step(new float[63], labels)).Message);
        using Trainer<ScalingNetwork<Map>> cosine = Train<Map>(Loss.CosineEmbedding(), 1);
        Assert.Contains("expected float targets", Assert.Throws<ArgumentException>(() => cosine.Step(new float[63], labels)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.CrossEntropy(classWeights: [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Huber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Focal(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Focal(2, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Dice(0));
    }

    [Fact]
    public void NothingIsAllocatedAfterTheFirstCall()
    {
        foreach (Loss loss in new[] { Loss.CrossEntropy(0.1, MapWeights, 255), Loss.Dice() })
        {
            using Trainer<ScalingNetwork<Map>> trainer = Train<Map>(loss, 2);
            float[] scores = new float[126];
            int[] labels = new int[42];
            Allocation.AssertNone(() => _ = trainer.ForwardBackward(scores, labels));
        }
    }

    private static void CheckLabels<TShape>(string name, Loss loss, string labels)
        where TShape : IShape
    {
        int[] given = TrainingGoldens.Labels(labels);
        Check<TShape>(name, loss, (trainer, scores) => trainer.ForwardBackward(scores, given));
    }

    private static void CheckTargets<TShape>(string name, Loss loss, string targets)
        where TShape : IShape
    {
        float[] given = TrainingGoldens.Singles(targets);
        Check<TShape>(name, loss, (trainer, scores) => trainer.ForwardBackward(scores, given));
    }

    private static void Check<TShape>(string name, Loss loss, Func<Trainer<ScalingNetwork<TShape>>, float[], float> run)
        where TShape : IShape
    {
        float[] scores = TrainingGoldens.Singles($"loss/{typeof(TShape).Name}");
        double[] expected = TrainingGoldens.Get($"loss/{name}");
        using Trainer<ScalingNetwork<TShape>> trainer = Train<TShape>(loss, scores.Length / ScalingNetwork<TShape>.Info.Inputs[0].Length);
        Assert.Equal(expected[0], run(trainer, scores), 2e-6 * Math.Max(1, expected[0]));
        TrainingGoldens.Check(name, expected.AsSpan(1), trainer.InputGradients, 5e-6);
    }

    private static Trainer<ScalingNetwork<TShape>> Train<TShape>(Loss loss, int batch)
        where TShape : IShape => new(new ScalingNetwork<TShape>(), new Sgd(0.1), batch, threads: 2, loss);
}
