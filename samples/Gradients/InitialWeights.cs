using CnnGen;

namespace GradientsSample;

/// <summary>
/// Weights and biases with the standard deviation gain / √fan-in, where fan-in counts the inputs of a sum. On the way back each tanh
/// layer multiplies a gradient's size by about the gain, and by less where tanh is flat. Xavier's rule for tanh is a gain of 1;
/// PyTorch's default is 1/√3, and thirty layers of it make a gradient ten million times smaller.
/// </summary>
public static class InitialWeights
{
    /// <summary>Replaces all parameters of a network; two networks with the same parameters get the same numbers.</summary>
    public static void Set<T>(T network, double gain, int seed)
        where T : INetwork<T>
    {
        var random = new Random(seed);
        var all = network.Parameters;
        int fanIn = 1;
        foreach (var parameter in T.Info.Parameters)
        {
            // A weight has an axis for its outputs and more for its inputs; the bias of the same layer follows it.
            fanIn = parameter.Shape.Count > 1 ? parameter.Length / parameter.Shape[0] : fanIn;
            double bound = gain * Math.Sqrt(3.0 / fanIn);
            foreach (ref float element in all.Slice(parameter.Offset, parameter.Length))
            {
                element = (float)((2 * random.NextDouble() - 1) * bound);
            }
        }
    }
}
