using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.ReferenceTests;

/// <summary>⟨F x, y⟩ = ⟨x, Fᵀ y⟩ for layers that are linear in their input.</summary>
public class AdjointTests
{
    public static TheoryData<string> Names => [.. OperatorCases.All.Where(c => c.IsLinear).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_is_the_adjoint_of_forward(string name)
    {
        (Layer layer, double[] x) = OperatorCases.Create(name);
        double[] y = GradientTests.Doubles("y", layer.Output.Length);
        double[] constant = layer.Forward(new double[x.Length]);

        double forward = layer.Forward(x).Zip(constant, (a, b) => a - b).Zip(y, (a, b) => a * b).Sum();
        double backward = layer.Backward(x, layer.Forward(x), y).Zip(x, (a, b) => a * b).Sum();

        Assert.Equal(forward, backward, 1e-12 * x.Length * 8);
    }
}
