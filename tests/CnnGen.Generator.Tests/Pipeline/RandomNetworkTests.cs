using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Whatever correct network one writes, the output compiles without warnings and its methods stay small.</summary>
public sealed class RandomNetworkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Random_networks_compile(int seed)
    {
        RequireSound(Check.Network(RandomNetwork.Layers(seed), "(Rounding = Rounding.Floor)"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Random_graphs_compile(int seed)
    {
        (string network, string blocks) = RandomGraph.Source(seed);
        RequireSound(Check.Network(network) + blocks);
    }

    private static void RequireSound(string source)
    {
        NetworkBuild build = new NetworkCompiler().Build(source);
        Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        (string method, int bytes) = IntermediateLanguage.Largest(build.Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }
}
