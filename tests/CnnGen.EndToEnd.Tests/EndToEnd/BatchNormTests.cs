using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Batch norms of vectors, and batches that a norm cannot take a variance of.</summary>
public class BatchNormTests
{
    private const int Batch = 4;

    private static readonly float[] Inputs = SplitMix.Uniform("norm/input", Batch * 30, 2);

    [Fact]
    public void A_norm_of_features_is_the_norm_of_as_many_channels()
    {
        var features = new NormOfFeatures(1);
        var channels = new NormOfChannels(1);
        Assert.Equal(NormOfChannels.Info.Parameters.Select(p => p.Name), NormOfFeatures.Info.Parameters.Select(p => p.Name));
        Assert.Equal([30], NormOfFeatures.Info.Parameters.Single(p => p.Name == "first.running_var").Shape);
        foreach (ParameterInfo parameter in NormOfFeatures.Info.Parameters)
        {
            float[] values = SplitMix.Uniform($"norm/{parameter.Name}", parameter.Length, 0.5f);
            values.Select(value => value + 1).ToArray().CopyTo(features.Parameters[parameter.Offset..]);
        }

        features.Parameters.CopyTo(channels.Parameters);
        var expected = new float[Batch * 9];
        var actual = new float[Batch * 9];
        channels.PredictBatch(Inputs, expected);
        features.PredictBatch(Inputs, actual);
        Close(expected, actual);

        using var oneTrainer = new Trainer<NormOfFeatures>(features, new Sgd(0.1f), Batch, threads: 1);
        using var otherTrainer = new Trainer<NormOfChannels>(channels, new Sgd(0.1f), Batch, threads: 1);
        Close(otherTrainer.Forward(Inputs), oneTrainer.Forward(Inputs));
        float[] gradients = SplitMix.Uniform("norm/dy", Batch * 9, 1);
        otherTrainer.Backward(gradients);
        oneTrainer.Backward(gradients);
        Close(otherTrainer.Gradients, oneTrainer.Gradients);
        Close(otherTrainer.InputGradients, oneTrainer.InputGradients);
        Close(channels.Parameters, features.Parameters);
    }

    [Fact]
    public void Running_statistics_of_features_are_those_of_the_batch()
    {
        var network = new NormOfFeatures(1);
        using var trainer = new Trainer<NormOfFeatures>(network, new Sgd(0f), Batch, threads: 1);
        trainer.Forward(Inputs);
        ParameterInfo mean = NormOfFeatures.Info.Parameters.Single(p => p.Name == "first.running_mean");
        ParameterInfo variance = NormOfFeatures.Info.Parameters.Single(p => p.Name == "first.running_var");
        for (int i = 0; i < 30; i++)
        {
            double[] values = [.. Enumerable.Range(0, Batch).Select(n => (double)Inputs[n * 30 + i])];
            double average = values.Average();
            Assert.Equal(0.25 * average, network.Parameters[mean.Offset + i], 1e-6);
            double unbiased = values.Sum(value => (value - average) * (value - average)) / (Batch - 1);
            Assert.Equal(0.75 + 0.25 * unbiased, network.Parameters[variance.Offset + i], 1e-5);
        }
    }

    [Fact]
    public void A_batch_of_one_value_per_channel_is_refused_and_changes_nothing()
    {
        Refuses<NormOfOnePixel>("BatchNorm2d 'narrow' has one value per channel");
        Refuses<NormOfFeatures>("BatchNorm1d 'first' has one value per channel");
    }

    [Fact]
    public void One_sample_of_several_pixels_is_enough()
    {
        using var trainer = new Trainer<NormOfPixels>(new NormOfPixels(1), new Sgd(0.1f), 1, threads: 1);
        Assert.True(float.IsFinite(trainer.Step(Inputs.AsSpan(0, NormOfPixels.InputLength), [0])));
    }

    private static void Refuses<T>(string expected)
        where T : ITrainableNetwork<T>, new()
    {
        var network = new T();
        using var trainer = new Trainer<T>(network, new Sgd(0.1f), Batch, threads: 1);
        int length = T.Info.Inputs[0].Length;
        float[] two = Inputs[..(2 * length)], one = Inputs[..length];
        float[] outputs = trainer.Forward(two).ToArray();
        float[] parameters = network.Parameters.ToArray();
        Action[] calls =
        [
            () => trainer.Step(one, [0]),
            () => trainer.ForwardBackward(one, new float[outputs.Length / 2]),
            () => trainer.Forward(one),
        ];
        Assert.All(calls, call =>
        {
            string message = Assert.Throws<ArgumentException>(call).Message;
            Assert.StartsWith(expected, message, StringComparison.Ordinal);
            Assert.Contains("expected at least 2 samples, found 1", message, StringComparison.Ordinal);
        });
        Tolerance.SameBits(parameters, network.Parameters, "parameters");
        trainer.Backward(new float[outputs.Length]);
        Assert.All(trainer.Gradients.ToArray(), gradient => Assert.Equal(0f, gradient));
    }

    private static void Close(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 2e-5f * Math.Max(1, Math.Abs(expected[i])));
        }
    }
}
