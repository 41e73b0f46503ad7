namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>The JIT gives up on long methods.</summary>
public sealed class MethodSizeTests
{
    [Theory]
    [MemberData(nameof(KnownNetworks.Names), MemberType = typeof(KnownNetworks))]
    public void No_method_comes_near_the_limits_of_the_JIT(string name)
    {
        (string attributes, string options) = KnownNetworks.Get(name);
        (string method, int bytes) = IntermediateLanguage.Largest(new NetworkCompiler().Build(Check.Network(attributes, options)).Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }
}
