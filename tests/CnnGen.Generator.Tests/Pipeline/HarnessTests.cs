using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Deliberately broken generators: the harness fails for each.</summary>
public sealed class HarnessTests
{
    [Fact]
    public void A_generator_whose_output_does_not_compile_fails() => Fails("does not compile", _ => "class {");

    [Fact]
    public void A_generator_whose_output_warns_fails() => Fails("CS0169", _ => "class C { private int unused; }");

    [Fact]
    public void A_generator_that_writes_by_culture_fails() =>
        Fails("fi-FI", _ => $"// {(1.5).ToString(CultureInfo.CurrentCulture)}");

    [Fact]
    public void A_generator_that_never_writes_the_same_fails()
    {
        int runs = 0;
        Fails("fi-FI", _ => $"// {++runs}");
    }

    [Fact]
    public void A_generator_that_caches_the_compilation_fails() =>
        Fails("is Modified in a second run", compilation => $"// {compilation.AssemblyName}", keepCompilation: true);

    [Fact]
    public void A_generator_that_throws_fails() => Fails("the generator failed", _ => throw new InvalidOperationException());

    private static void Fails(string because, Func<Compilation, string> text, bool keepCompilation = false)
    {
        var compiler = new NetworkCompiler { Generator = () => new Broken(text, keepCompilation) };
        HarnessException exception = Assert.Throws<HarnessException>(() => compiler.Build("class User;"));
        Assert.Contains(because, exception.Message, StringComparison.Ordinal);
    }

    private sealed class Broken(Func<Compilation, string> text, bool keepCompilation) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValueProvider<object> source = keepCompilation
                ? context.CompilationProvider.Select(object (compilation, _) => compilation).WithTrackingName(NetworkCompiler.SourceStep)
                : context.CompilationProvider.Select(object (compilation, _) => text(compilation));
            context.RegisterSourceOutput(
                source, (output, value) => output.AddSource("Broken.g.cs", value is Compilation kept ? text(kept) : (string)value));
        }
    }
}
