using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Reference;
using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Runtime;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Random small networks against the scalar reference: outputs, and the gradients of Σ y·dy for random dy.</summary>
[Collection(ComparisonCollection.Name)]
public class SweepTests(ErrorLedger ledger)
{
    private const double Allowed = 1e-5;

    public static TheoryData<string> Names => Cases.Names(SweepCases.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiled_network_equals_the_reference_at_every_width_of_vectors(string name)
    {
        NetworkCase network = Cases.Find(name);
        network.CreateInitialised(); // gives the reference its weights, too
        float[] dy = SplitMix.Uniform($"{name}/dy", network.Batch * network.OutputLength, 1);
        BatchResult expected = BatchResult.OfOutputGradients(network, network.Batch, dy);
        foreach (VectorWidth width in VectorWidth.All.Append(MadeUpVectors.Width))
        {
            using (VectorWidth.Use(width))
            {
                Check(network, dy, expected);
            }
        }
    }

    private void Check(NetworkCase network, float[] dy, BatchResult expected)
    {
        ICompiled compiled = network.CreateInitialised();
        float[] inputs = network.Inputs(network.Batch);
        var outputs = new float[network.Batch * network.OutputLength];
        compiled.Predict(inputs.AsSpan(0, network.InputLength), outputs.AsSpan(0, network.OutputLength));
        Check(network, "Predict", expected.Outputs.AsSpan(0, network.OutputLength), outputs.AsSpan(0, network.OutputLength));
        compiled.PredictBatch(inputs, outputs);
        Check(network, "PredictBatch", expected.Outputs, outputs);

        ITraining training = compiled.Train(new Sgd(0.1f), network.Batch, threads: 1);
        Check(network, "Forward", expected.Outputs, training.Forward(inputs));
        training.Backward(network.ToCaller(network.Reference.Output, dy));
        Check(network, "input gradient", expected.InputGradients, training.InputGradients);
        Assert.Equal(network.Reference.Parameters.Sum(p => p.Weights.Value.Length), training.Gradients.Length);
        foreach ((string parameter, Weights weights) in network.Reference.Parameters)
        {
            Check(network, "gradient", weights.Gradient, network.Part(training.Gradients, parameter), parameter);
        }
    }

    private void Check(NetworkCase network, string kind, ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, string parameter = "")
    {
        double error = Tolerance.Error(expected, actual);
        ledger.Record(network.Group, kind, error, $"{network.Name} {parameter}");
        Assert.True(error <= Allowed,
            $"{network.Name} {kind} {parameter}: error {error:E2}; {Tolerance.Worst(expected.ToArray(), actual.ToArray())}");
    }
}
