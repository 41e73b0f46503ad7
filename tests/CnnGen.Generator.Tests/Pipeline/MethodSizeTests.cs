namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>The JIT gives up on long methods.</summary>
public sealed class MethodSizeTests
{
    [Theory]
    [InlineData("[Input(8, 40, 40), DepthwiseConv2d(31, Padding = 15), Conv2d(8, 1)]", 1_000_000)]
    [InlineData("[Input(21, 3, 4), ConvTranspose2d(21, 32, Stride = 16, Padding = 8, Bias = false)]", 500_000)]
    [InlineData("[Input(3, 32, 32), Conv2d(40, 16, Stride = 16)]", 300_000)]
    public void Large_windows_and_strides_make_no_long_code(string layers, int most)
    {
        NetworkBuild build = new NetworkCompiler().Build(Check.Network(layers));
        (string method, int bytes) = IntermediateLanguage.Largest(build.Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
        Assert.True(build.Source.Length < most, $"{build.Source.Length} characters");
    }

    [Fact]
    public void Long_chains_are_cut_into_stages()
    {
        string layers = string.Concat(Enumerable.Repeat(", Linear(4), ReLU", 250));
        (string method, int bytes) = IntermediateLanguage.Largest(new NetworkCompiler().Build(Check.Network($"[Input(4){layers}]")).Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }

    [Theory]
    [MemberData(nameof(KnownNetworks.Names), MemberType = typeof(KnownNetworks))]
    public void No_method_comes_near_the_limits_of_the_JIT(string name)
    {
        (string attributes, string options) = KnownNetworks.Get(name);
        (string method, int bytes) = IntermediateLanguage.Largest(new NetworkCompiler().Build(Check.Network(attributes, options)).Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }
}
