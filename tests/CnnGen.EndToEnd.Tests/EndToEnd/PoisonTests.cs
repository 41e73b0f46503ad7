using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>NaN and infinite inputs neither throw nor leave anything behind: halos and padding lanes stay clean.</summary>
public class PoisonTests
{
    private static readonly float[] Poisons = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue];

    public static TheoryData<string> Names => Cases.Names(Cases.All.Where(c => c.Trained));

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_recovers(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        float[] good = network.Inputs(1);
        var expected = new float[network.OutputLength];
        compiled.Predict(good, expected);
        foreach (float poison in Poisons)
        {
            var output = new float[network.OutputLength];
            compiled.Predict(Filled(good.Length, poison), output);
            compiled.Predict(good, output);
            Tolerance.SameBits(expected, output, $"after {poison}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_of_a_batch_do_not_touch_each_other(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        float[] inputs = network.Inputs(3);
        var expected = new float[3 * network.OutputLength];
        compiled.PredictBatch(inputs, expected);
        var output = new float[expected.Length];
        float[] poisoned = [.. inputs];
        poisoned.AsSpan(network.InputLength, network.InputLength).Fill(float.NaN);
        compiled.PredictBatch(poisoned, output);
        expected.AsSpan(network.OutputLength, network.OutputLength).Clear();
        output.AsSpan(network.OutputLength, network.OutputLength).Clear();
        Tolerance.SameBits(expected, output, "neighbours of a NaN sample");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_recover(string name)
    {
        NetworkCase network = Cases.Find(name);
        ITraining training = network.CreateInitialised().Train(new Sgd(0.1f), 2, threads: 1);
        float[] good = network.Inputs(2);
        float[] dy = SplitMix.Uniform($"{name}/dy", 2 * network.OutputLength, 1);
        float[] expected = Run(training, good, dy);
        foreach (float poison in Poisons)
        {
            Run(training, Filled(good.Length, poison), Filled(dy.Length, poison));
            Tolerance.SameBits(expected, Run(training, good, dy), $"after {poison}");
        }
    }

    private static float[] Run(ITraining training, float[] inputs, float[] dy)
    {
        float[] outputs = training.Forward(inputs).ToArray();
        training.Backward(dy);
        return [.. outputs, .. training.Gradients, .. training.InputGradients];
    }

    private static float[] Filled(int length, float value)
    {
        var values = new float[length];
        Array.Fill(values, value);
        return values;
    }
}
