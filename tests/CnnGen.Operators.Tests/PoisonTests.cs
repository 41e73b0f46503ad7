using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests;

/// <summary>NaN and infinite inputs leave nothing behind: halos and padding channels are written or stay clean.</summary>
public class PoisonTests
{
    private static readonly float[] Poisons = [float.NaN, float.PositiveInfinity];

    public static TheoryData<string> Names => [.. OperatorNetworks.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_recovers(string name)
    {
        ICompiled network = OperatorNetworks.Create(name);
        float[] good = OperatorNetworks.Inputs(name, network.Info)[..network.Info.Inputs[0].Length];
        float[] Predict(float[] input)
        {
            var output = new float[OperatorNetworks.OutputLength(network.Info)];
            network.Predict(input, output);
            return output;
        }

        float[] expected = Predict(good);
        foreach (float poison in Poisons)
        {
            Predict(Filled(good, poison));
            Tolerance.SameBits(expected, Predict(good), $"{name} after {poison}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_recover(string name)
    {
        ICompiled network = OperatorNetworks.Create(name);
        ITraining training = network.Train(new Sgd(0.1f), OperatorNetworks.Batch, threads: 1);
        float[] Run(float[] inputs, float[] dy)
        {
            float[] outputs = training.Forward(inputs).ToArray();
            training.Backward(dy);
            return [.. outputs, .. training.Gradients, .. training.InputGradients];
        }

        float[] good = OperatorNetworks.Inputs(name, network.Info), gradients = OperatorNetworks.OutputGradients(name, network.Info);
        float[] expected = Run(good, gradients);
        foreach (float poison in Poisons)
        {
            Run(Filled(good, poison), Filled(gradients, poison));
            Tolerance.SameBits(expected, Run(good, gradients), $"{name} after {poison}");
        }
    }

    private static float[] Filled(float[] values, float poison) => [.. values.Select(_ => poison)];
}
