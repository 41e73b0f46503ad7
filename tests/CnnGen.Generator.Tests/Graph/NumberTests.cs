using CnnGen.Generator.Model;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Numbers may be written as doubles; they are rounded to single precision once.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("Dropout(0.3f)", "Dropout(0.3)")]
    [InlineData("DropPath(0.1f)", "DropPath(probability: 0.1)")]
    [InlineData("LeakyReLU(0.1f)", "LeakyReLU(0.1)")]
    [InlineData("LeakyReLU", "LeakyReLU(0.01)")]
    [InlineData("ELU(0.7f)", "ELU(0.7)")]
    [InlineData("ELU(1)", "ELU(1.0)")]
    [InlineData("BatchNorm2d(Eps = 1e-3f, Momentum = 0.3f)", "BatchNorm2d(Eps = 1e-3, Momentum = 0.3)")]
    [InlineData("InstanceNorm2d(Eps = 1e-3f, Momentum = 0.3f)", "InstanceNorm2d(Eps = 1e-3, Momentum = 0.3)")]
    [InlineData("LayerNorm(Eps = 1e-6f)", "LayerNorm(Eps = 1e-6)")]
    [InlineData("GroupNorm(2, Eps = 1e-6f)", "GroupNorm(2, Eps = 1e-6)")]
    [InlineData("GlobalResponseNorm(Eps = 1e-5f)", "GlobalResponseNorm(Eps = 1e-5)")]
    [InlineData("LocalResponseNorm(5, Alpha = 0.1f, Beta = 0.7f, K = 1.1f)", "LocalResponseNorm(5, Alpha = 0.1, Beta = 0.7, K = 1.1)")]
    [InlineData("LayerScale(Init = 0.1f)", "LayerScale(Init = 0.1)")]
    [InlineData("FixedConv2d(2, 0.1f, 1, 2, 0.3f, Scale = 0.7f)", "FixedConv2d(2, 0.1, 1, 2f, 0.3, Scale = 0.7)")]
    [InlineData("FixedConv2d(1, new[] { 0.1f })", "FixedConv2d(1, new[] { 0.1 })")]
    [InlineData("Normalize(new[] { 0.1f, 0.2f }, new[] { 1f, 2f })", "Normalize(new[] { 0.1, 0.2 }, new double[] { 1, 2 })")]
    [InlineData("Normalize([0.1f, 0.2f], [1, 2])", "Normalize([0.1, 0.2], [1, 2])")]
    [InlineData("FixedConv2d(1, 3)", "FixedConv2d(1, 3.0)")]
    public void A_double_is_the_float_nearest_to_it(string single, string twice) => Assert.Equal(Only(single), Only(twice));

    private static Operator Only(string layer)
    {
        string input = $"[Input(2, 4, 4), {layer}]";
        Assert.Empty(new NetworkCompiler().Build(Check.Network(input)).Diagnostics);
        return Assert.Single(Specs.Graph(input).Nodes).Operator;
    }
}
