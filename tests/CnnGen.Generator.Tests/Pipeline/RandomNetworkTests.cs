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
        NetworkBuild build = new NetworkCompiler().Build(Check.Network(RandomNetwork.Layers(seed), "(Rounding = Rounding.Floor)"));
        Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        (string method, int bytes) = IntermediateLanguage.Largest(build.Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }
}
