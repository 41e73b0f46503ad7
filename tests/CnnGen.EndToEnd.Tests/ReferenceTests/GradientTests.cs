using CnnGen.EndToEnd.Tests.Reference;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.ReferenceTests;

/// <summary>The analytic gradients of the reference against central finite differences.</summary>
public class GradientTests
{
    private const double Step = 1e-5;
    private const double Allowed = 1e-6;

    public static TheoryData<string> Names => [.. OperatorCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_equal_finite_differences(string name)
    {
        (Layer layer, double[] x) = OperatorCases.Create(name);
        double[] dy = Doubles("dy", layer.Output.Length);

        double[] dx = layer.Backward(x, layer.Forward(x), dy);

        AssertClose("dx", Differences(layer, x, dy, x), dx);
        foreach (Weights weights in layer.Weights)
        {
            AssertClose(weights.Suffix, Differences(layer, x, dy, weights.Value), weights.Gradient);
        }
    }

    [Fact]
    public void A_wrong_gradient_is_noticed()
    {
        (Layer layer, double[] x) = OperatorCases.Create("Tanh");
        double[] dy = Doubles("dy", layer.Output.Length);
        double[] dx = layer.Backward(x, layer.Forward(x), dy);
        double[] wrong = [.. dx.Select(v => v * (1 + 1e-5))];
        Assert.True(Tolerance.Error(Differences(layer, x, dy, x), wrong) > Allowed);
    }

    internal static double[] Doubles(string key, int count) => [.. SplitMix.Uniform(key, count, 1).Select(v => (double)v)];

    /// <summary>d(Σ y·dy)/d(variable) for each of the variables, which x or a weight holds.</summary>
    private static double[] Differences(Layer layer, double[] x, double[] dy, double[] variables)
    {
        var result = new double[variables.Length];
        for (int i = 0; i < variables.Length; i++)
        {
            double value = variables[i];
            variables[i] = value + Step;
            double[] above = [.. layer.Forward(x)];
            variables[i] = value - Step;
            double[] below = [.. layer.Forward(x)];
            variables[i] = value;
            result[i] = above.Zip(below, (a, b) => (a - b) / (2 * Step)).Zip(dy, (d, g) => d * g).Sum();
        }
        return result;
    }

    private static void AssertClose(string what, double[] expected, double[] actual)
    {
        double error = Tolerance.Error(expected, actual);
        Assert.True(error <= Allowed, $"{what}: error {error:E2}");
    }
}
