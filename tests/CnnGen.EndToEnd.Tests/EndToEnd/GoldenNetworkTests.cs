using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Compiled networks against PyTorch in float64 (Goldens/make_goldens.py).</summary>
[Collection(ComparisonCollection.Name)]
public class GoldenNetworkTests(ErrorLedger ledger)
{
    private const double Allowed = 1e-4;

    public static TheoryData<string> Names => Cases.Names(GoldenCases.All);

    public static TheoryData<string> TrainedNames =>
        Cases.Names(Cases.Small.Where(c => c.Reference.Parameters.Count > 0));

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_and_shapes_equal_PyTorch(string name)
    {
        NetworkCase network = Cases.Find(name);
        NetworkInfo info = network.Create().Info;
        Assert.Equal(network.Reference.Parameters.Select(p => p.Name), info.Parameters.Select(p => p.Name));
        Assert.Equal(
            network.Reference.Parameters.Select(p => string.Join('×', p.Weights.Shape)), info.Parameters.Select(p => string.Join('×', p.Shape)));
        Assert.Equal(network.InputLength, Assert.Single(info.Inputs).Length);
        Assert.Equal(network.OutputLength, Assert.Single(info.Outputs).Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_equals_PyTorch(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        float[] inputs = network.Inputs(network.Batch);
        var outputs = new float[network.Batch * network.OutputLength];
        for (int i = 0; i < network.Batch; i++)
        {
            compiled.Predict(inputs.AsSpan(i * network.InputLength, network.InputLength),
                outputs.AsSpan(i * network.OutputLength, network.OutputLength));
        }
        new Golden(network, ledger).Check("output", "Predict", outputs, Allowed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PredictBatch_equals_PyTorch(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        var outputs = new float[network.Batch * network.OutputLength];
        compiled.PredictBatch(network.Inputs(network.Batch), outputs);
        new Golden(network, ledger).Check("output", "PredictBatch", outputs, Allowed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_and_gradients_equal_PyTorch(string name)
    {
        NetworkCase network = Cases.Find(name);
        var golden = new Golden(network, ledger);
        ITraining training = network.CreateInitialised().Train(new Sgd(0.05f), network.Batch, threads: 1, network.CreateLoss());
        float[] inputs = network.Inputs(network.Batch);
        golden.Check("output", "Forward", training.Forward(inputs), Allowed);

        float loss = network.HasLabels
            ? training.ForwardBackward(inputs, network.Labels(network.Batch))
            : training.Step(inputs, network.Targets(network.Batch));

        golden.Check("loss", "loss", [loss], Allowed);
        golden.Check("input.gradient", "input gradient", training.InputGradients, Allowed);
        foreach (string parameter in golden.Parameters)
        {
            golden.Check($"{parameter}.gradient", "gradient", network.Part(training.Gradients, parameter), Allowed);
        }
    }

    [Theory]
    [MemberData(nameof(TrainedNames))]
    public void Five_steps_of_Sgd_equal_PyTorch(string name) =>
        FiveSteps(Cases.Find(name), "sgd", new Sgd(0.05f, momentum: 0.9f, weightDecay: 0.01f));

    [Theory]
    [MemberData(nameof(TrainedNames))]
    public void Five_steps_of_AdamW_equal_PyTorch(string name) =>
        FiveSteps(Cases.Find(name), "adamw", new AdamW(1e-3f, beta1: 0.9f, beta2: 0.999f, epsilon: 1e-8f, weightDecay: 0.01f));

    [Fact]
    public void Five_steps_of_the_other_optimizers_equal_PyTorch()
    {
        NetworkCase network = Cases.Find("Mlp");
        FiveSteps(network, "nesterov", new Sgd(0.05f, momentum: 0.9f, weightDecay: 0.01f, nesterov: true));
        FiveSteps(network, "adam", new Adam(1e-3f));
        FiveSteps(network, "rmsprop", new RmsProp(1e-3f));
    }

    private void FiveSteps(NetworkCase network, string key, Optimizer optimizer)
    {
        var golden = new Golden(network, ledger);
        ICompiled compiled = network.CreateInitialised();
        ITraining training = compiled.Train(optimizer, network.Batch, threads: 2, network.CreateLoss());
        float[] inputs = network.Inputs(network.Batch);
        var losses = new float[5];
        for (int i = 0; i < losses.Length; i++)
        {
            losses[i] = network.HasLabels
                ? training.Step(inputs, network.Labels(network.Batch))
                : training.Step(inputs, network.Targets(network.Batch));
        }
        golden.Check($"{key}.losses", $"{key} losses", losses, Allowed);
        foreach (string parameter in golden.Parameters)
        {
            golden.Check($"{parameter}.{key}", key, network.Part(compiled.Parameters, parameter), Allowed);
        }
    }
}
