using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>The moving average of weights, and the norm of gradients, of a network whose weights are packed.</summary>
public class WeightAverageTests
{
    private const int Batch = 4;

    private static readonly float[] Inputs = SplitMix.Uniform("average/input", Batch * CheckpointNetwork.InputLength, 1);

    private static readonly int[] Labels = SplitMix.Labels("average/label", Batch, CheckpointNetwork.OutputLength);

    /// <summary>PyTorch's AveragedModel: a copy at first, then decay · average + (1 − decay) · weights; buffers as they are.</summary>
    [Fact]
    public void Average_follows_the_weights()
    {
        var network = new CheckpointNetwork(1);
        using var trainer = new Trainer<CheckpointNetwork>(network, new Sgd(0.5), Batch, threads: 2) { Average = new WeightAverage(0.75) };
        Assert.Throws<InvalidOperationException>(trainer.AveragedNetwork);
        double[] expected = [];
        for (int i = 0; i < 5; i++)
        {
            trainer.Step(Inputs, Labels);
            double[] weights = [.. network.Parameters.ToArray().Select(value => (double)value)];
            expected = i == 0 ? weights : [.. expected.Zip(weights, (average, weight) => 0.75 * average + 0.25 * weight)];
        }

        CheckpointNetwork average = trainer.AveragedNetwork();
        foreach (ParameterInfo parameter in CheckpointNetwork.Info.Parameters)
        {
            ReadOnlySpan<float> actual = average.Parameter(parameter.Name);
            if (parameter.IsTrainable)
            {
                double error = Tolerance.Error(expected.AsSpan(parameter.Offset, parameter.Length), actual);
                Assert.True(error < 1e-6, $"{parameter.Name}: error {error}");
            }
            else
            {
                Tolerance.SameBits(network.Parameter(parameter.Name), actual, parameter.Name);
            }
        }

        trainer.Average = null;
        Assert.Throws<InvalidOperationException>(trainer.AveragedNetwork);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightAverage(1));
    }

    [Fact]
    public void Steps_with_an_average_allocate_nothing()
    {
        using var trainer = new Trainer<CheckpointNetwork>(new CheckpointNetwork(1), new Lion(), Batch, threads: 2)
        {
            Average = new WeightAverage(),
            MaxGradientNorm = 0.1f,
        };
        float[] inputs = Inputs;
        int[] labels = Labels;
        Allocation.AssertNone(() =>
        {
            trainer.ForwardBackward(inputs, labels);
            trainer.ForwardBackward(inputs, labels, accumulate: true);
            trainer.ApplyGradients();
        });
    }

    [Fact]
    public void Norm_of_packed_gradients_is_that_of_the_gradients()
    {
        using var trainer = new Trainer<CheckpointNetwork>(new CheckpointNetwork(1), new Sgd(0.1), Batch, threads: 2);
        trainer.ForwardBackward(Inputs, Labels);
        double expected = Math.Sqrt(trainer.Gradients.ToArray().Sum(gradient => (double)gradient * gradient));
        Assert.Equal((float)expected, trainer.GradientNorm);
    }
}
