using System.Diagnostics;
using CnnGen.EndToEnd.Tests.Networks;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>What a trainer finds odd about its network and loss.</summary>
public class TrainerWarningTests
{
    [Fact]
    public void Softmax_before_cross_entropy() => Assert.Equal(
        ["cross-entropy takes scores and applies softmax itself, but output 'output' comes from Softmax, so gradients stay small; "
            + "remove Softmax from the network and apply it to what is predicted"],
        Warnings<SoftmaxOutput>());

    [Fact]
    public void Sigmoid_before_cross_entropies()
    {
        Assert.Contains("comes from Sigmoid", Assert.Single(Warnings<SigmoidOutput>()), StringComparison.Ordinal);
        string binary = Assert.Single(Warnings<SigmoidOutput>(Loss.BinaryCrossEntropyWithLogits()));
        Assert.StartsWith("BinaryCrossEntropyWithLogits takes scores and applies sigmoid itself", binary, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_outputs_with_cross_entropy()
    {
        string warning = Assert.Single(Warnings<ScoresAndProbabilities>());
        Assert.Equal(
            "cross-entropy: expected one output, found 2; use Loss.OfOutputs with a loss for each, or Forward, a loss of your own, and Backward",
            warning);
        using var trainer = new Trainer<ScoresAndProbabilities>(new(1), new Sgd(0.1f), 1);
        Assert.Equal(warning, Assert.Throws<InvalidOperationException>(() => trainer.Step(new float[6], [0])).Message);
    }

    [Fact]
    public void What_is_in_order_is_not_warned_of()
    {
        Assert.Empty(Warnings<LeNet5>());
        Assert.Empty(Warnings<LogSoftmaxOutput>());
        Assert.Empty(Warnings<SoftmaxOutput>(Loss.MeanSquaredError()));
        Assert.Empty(Warnings<ScoresAndProbabilities>(Loss.MeanSquaredError()));
    }

    [Fact]
    public void Warnings_are_traced()
    {
        using var text = new StringWriter();
        using var listener = new TextWriterTraceListener(text);
        Trace.Listeners.Add(listener);
        try
        {
            Warnings<SoftmaxOutput>();
        }
        finally
        {
            Trace.Listeners.Remove(listener);
        }

        Assert.Contains("CnnGen, training SoftmaxOutput: cross-entropy takes scores", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Info_says_what_computes_an_output()
    {
        Assert.Equal("Softmax", SoftmaxOutput.Info.Outputs[0].Kind);
        Assert.Equal("Sigmoid", SigmoidOutput.Info.Outputs[0].Kind);
        Assert.Equal(["Linear", "Softmax"], ScoresAndProbabilities.Info.Outputs.Select(output => output.Kind));
        Assert.Null(SoftmaxOutput.Info.Inputs[0].Kind);
    }

    private static IReadOnlyList<string> Warnings<T>(Loss? loss = null)
        where T : ITrainableNetwork<T>, new()
    {
        using var trainer = new Trainer<T>(new T(), new Sgd(0.1f), 1, threads: 1, loss);
        return trainer.Warnings;
    }
}
