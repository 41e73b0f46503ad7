namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Emitted code survives every legal name, and no two classes share one. Each build fails on a warning.</summary>
public sealed class NameTests
{
    private static readonly string[] Used =
    [
        "Inference", "Training", "Kernels", "Layers", "V", "F8", "Lanes", "Unsafe", "WeightStore", "Code", "Span", "MathF", "Vector256",
        "MemoryMarshal", "InferencePass", "NetworkInfo", "Packing", "Parameters_", "_", "__", "@event", "@record", "@scoped", "net",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("CnnGen.Generated")]
    [InlineData("My.System")]
    public void Networks_may_be_called_like_what_emitted_code_uses(string space)
    {
        string networks = string.Concat(Used.Select(name => $"[Network, Input(4), Linear(2), ReLU] partial class {name};\n"));
        string source = space.Length == 0 ? networks : $"namespace {space}\n{{\n{networks}\n}}";
        NetworkBuild build = new NetworkCompiler().Build($"#pragma warning disable CS8981\nusing CnnGen;\n{source}");
        Assert.Equal(Used.Length, build.Run.GeneratedSources.Length);
        Assert.NotNull(build.Load(space.Length == 0 ? "Unsafe" : space + ".Unsafe"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("namespace CnnGen;")]
    [InlineData("namespace CnnGen.Generated;")]
    [InlineData("namespace CnnGen.Runtime.More;")]
    public void Other_types_may_be_called_like_what_emitted_code_uses(string space)
    {
        string types = string.Concat(Used.Where(name => name is not "NetworkInfo").Select(name => $"class {name};\n"));
        new NetworkCompiler().Build(
            "using CnnGen;\n[Network, Input(1, 8, 8), Conv2d(3, 3), BatchNorm2d, GELU, MaxPool2d(2), Flatten, Linear(2), Softmax] partial class Net;",
            $"#pragma warning disable CS8981\n{space}\n{types}");
    }

    [Theory]
    [InlineData("namespace A { {0} partial class _B; } namespace A_ { {0} partial class B; }")]
    [InlineData("namespace A.B { {0} partial class C; } namespace A_B { {0} partial class C; } namespace A { {0} partial class B_C; }")]
    [InlineData("{0} partial class กา; {0} partial class กี; {0} partial class กู;")]
    [InlineData("partial class Outer { {0} partial class กา; {0} partial class กี; {0} partial class Inner_A; } partial class Outer_Inner { {0} partial class A; }")]
    [InlineData("{0} partial class A_0B; {0} partial class A_B; namespace A { {0} partial class B; } {0} partial class A1B; partial class A1 { {0} partial class B; }")]
    public void No_two_classes_share_a_name(string types)
    {
        string source = "using CnnGen;\n" + types.Replace("{0}", "[Network, Input(4), Linear(2)]", StringComparison.Ordinal);
        NetworkBuild build = new NetworkCompiler().Build(source);
        string[] spaces = [.. build.Run.GeneratedSources.Select(file => file.SourceText.ToString().Split("namespace CnnGen.Generated.")[1].Split('\n')[0])];
        Assert.Equal(source.Split("[Network").Length - 1, spaces.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>What is missing is an error of C#, in the user's file and in no other.</summary>
    [Theory]
    [InlineData("namespace A.; {0} partial class Net;")]
    [InlineData("namespace .A; {0} partial class Net;")]
    [InlineData("namespace { {0} partial class Net; }")]
    [InlineData("partial class { {0} partial class Net; }")]
    [InlineData("{0} partial class ;")]
    [InlineData("{0} partial class class;")]
    public void A_class_whose_name_is_not_yet_written_gets_no_file(string types)
    {
        string source = "using CnnGen;\n" + types.Replace("{0}", "[Network, Input(4), Linear(2)]", StringComparison.Ordinal);
        Assert.Empty(new NetworkCompiler { AllowCSharpErrors = true }.Build(source).Run.GeneratedSources);
    }

    [Fact]
    public void A_long_name_is_shortened_in_file_and_code()
    {
        string name = new('N', 300);
        NetworkBuild build = new NetworkCompiler().Build(
            $"using CnnGen;\nnamespace {new string('S', 300)};\n[Network, Input(4), Linear(2)] partial class {name}1;\n[Network, Input(4), Linear(2)] partial class {name}2;");
        Assert.Equal(2, build.Run.GeneratedSources.Select(file => file.HintName).Distinct(StringComparer.Ordinal).Count());
        Assert.All(build.Run.GeneratedSources, file => Assert.InRange(file.HintName.Length, 1, 250));
    }

    [Theory]
    [InlineData("[Network, Input(4), Linear(2)] partial class {|CNN001:System|};")]
    [InlineData("[Network, Input(4), Linear(2)] partial class {|CNN001:Net|}; class System;")]
    [InlineData("namespace CnnGen { class NetworkInfo; } namespace A { [Network, Input(4), Linear(2)] partial class {|CNN001:Net|}; }")]
    [InlineData("namespace CnnGen { class Generated; } namespace A { [Network, Input(4), Linear(2)] partial class {|CNN001:Net|}; }")]
    public void CNN001_a_type_hides_what_no_writing_reaches(string types) => Check.Marked($"using CnnGen;\n{types}");
}
