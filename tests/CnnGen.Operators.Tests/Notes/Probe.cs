using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests.Notes;

/// <summary>Makes networks with whole numbers as weights, so that sums are exact in any order, and runs them.</summary>
internal static class Probe
{
    /// <summary>Whole numbers from −<paramref name="largest"/> to <paramref name="largest"/>.</summary>
    public static float[] Whole(string text, int count, int largest) =>
        [.. SplitMix.Labels(text, count, 2 * largest + 1).Select(number => (float)(number - largest))];

    /// <summary>A network whose parameters are −1, 0 and 1.</summary>
    public static T Create<T>()
        where T : INetwork<T>, new()
    {
        var network = new T();
        foreach (ParameterInfo parameter in T.Info.Parameters)
        {
            Whole($"{T.Info.Name}/{parameter.Name}", parameter.Length, 1).CopyTo(network.Parameters[parameter.Offset..]);
        }

        return network;
    }

    public static float[] Input<T>()
        where T : INetwork<T> => Whole($"{T.Info.Name}/input", T.Info.Inputs[0].Length, 8);

    public static float[] Predict<T>(T network, float[] input)
        where T : INetwork<T>
    {
        var output = new float[T.Info.Outputs.Sum(tensor => tensor.Length)];
        network.Predict(input, output);
        return output;
    }

    public static float[] InputGradient<T>(T network, float[] input, float[] outputGradient)
        where T : ITrainableNetwork<T>
    {
        var trainer = new Trainer<T>(network, new Sgd(0.1f), batchSize: 1, threads: 1);
        trainer.Forward(input);
        trainer.Backward(outputGradient);
        return trainer.InputGradients.ToArray();
    }
}
