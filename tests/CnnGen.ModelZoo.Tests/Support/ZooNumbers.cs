using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.ModelZoo.Tests.Support;

/// <summary>The numbers that Goldens/zoo.py gives the networks.</summary>
internal static class ZooNumbers
{
    public static float[] Input(string network, NetworkInfo info) => SplitMix.Uniform($"{network}/input", info.Inputs[0].Length, 1);

    /// <summary>
    /// Weights with variance 2 / fan-in; scales and running variances in [0.5, 1.5), the rest in [-0.5, 0.5). A running variance is
    /// multiplied with 4 to the power that the golden file names.
    /// </summary>
    /// <param name="network">The network's name.</param>
    /// <param name="info">Its parameters.</param>
    /// <param name="values">Their values.</param>
    /// <param name="exponents">One for each running variance, in the order of their names.</param>
    public static void Fill(string network, NetworkInfo info, Span<float> values, IReadOnlyList<double> exponents)
    {
        foreach (ParameterInfo parameter in info.Parameters)
        {
            Span<float> target = values.Slice(parameter.Offset, parameter.Length);
            int[] shape = Zoo.Squeezed(parameter.Shape);
            SplitMix.Fill($"{network}/{parameter.Name}", shape.Length > 1 ? Math.Sqrt(6.0 / (parameter.Length / shape[0])) : 0.5, target);
            if (IsRunningVariance(parameter) || (shape.Length == 1 && Ends(parameter, "weight")))
            {
                Transform(target, value => value + 1);
            }
        }

        ParameterInfo[] variances = [.. info.Parameters.Where(IsRunningVariance).OrderBy(p => p.Name, StringComparer.Ordinal)];
        Assert.Equal(exponents.Count, variances.Length);
        foreach ((ParameterInfo variance, double exponent) in variances.Zip(exponents))
        {
            var factor = (float)Math.Pow(4, exponent);
            Transform(values.Slice(variance.Offset, variance.Length), value => value * factor);
        }
    }

    public static bool IsRunningVariance(ParameterInfo parameter) => Ends(parameter, "running_var");

    private static bool Ends(ParameterInfo parameter, string name) => parameter.Name.EndsWith(name, StringComparison.Ordinal);

    private static void Transform(Span<float> values, Func<float, float> f)
    {
        foreach (ref float value in values)
        {
            value = f(value);
        }
    }
}
