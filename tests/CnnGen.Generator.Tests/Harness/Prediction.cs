using System.Reflection;

namespace CnnGen.Generator.Tests;

/// <summary>Runs a network that was compiled in memory.</summary>
internal static class Prediction
{
    /// <summary>The scores of a network with random weights for an input of ones.</summary>
    public static float[] Of(Type network) => (float[])typeof(Prediction)
        .GetMethod(nameof(Predict), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(network)
        .Invoke(null, [])!;

    private static float[] Predict<T>()
        where T : class, INetwork<T>
    {
        var input = new float[T.Info.Inputs[0].Length];
        Array.Fill(input, 1);
        var output = new float[T.Info.Outputs.Sum(tensor => tensor.Length)];
        ((T)Activator.CreateInstance(typeof(T), 1)!).Predict(input, output);
        return output;
    }
}
