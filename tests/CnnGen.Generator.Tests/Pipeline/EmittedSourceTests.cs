namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>The emitted file as a whole.</summary>
public sealed class EmittedSourceTests
{
    private const string LeNet5 = """
        using CnnGen;

        namespace Digits.@event;

        /// <summary>A classic.</summary>
        [Network]
        [Input(1, 28, 28)]
        [Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
        [Conv2d(16, 5), Tanh, AvgPool2d(2)]
        [Flatten]
        [Linear(120), Tanh]
        [Linear(84), Tanh]
        [Linear(10)]
        public sealed partial class LeNet5;
        """;

    [Fact]
    public void No_method_of_LeNet5_comes_near_the_limits_of_the_JIT()
    {
        (string method, int bytes) = IntermediateLanguage.Largest(new NetworkCompiler().Build(LeNet5).Image);
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }

    [Fact]
    public void The_file_is_named_for_the_class_and_ends_its_lines_alike()
    {
        NetworkBuild build = new NetworkCompiler().Build(LeNet5);
        Assert.Equal("Digits.event.LeNet5.g.cs", build.Run.GeneratedSources.Single().HintName);
        Assert.DoesNotContain('\r', build.Source);
        Assert.EndsWith("}\n", build.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_that_differ_in_case_alone_get_files_of_their_own()
    {
        string networks = string.Concat(new[] { "Net", "NET" }.Select(name => $"[Network, Input(4), Linear(2)] partial class {name};\n"));
        NetworkBuild build = new NetworkCompiler().Build($"using CnnGen;\n{networks}");
        Assert.Equal(["NET.g.cs", "Net.2.g.cs"], build.Run.GeneratedSources.Select(file => file.HintName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("public partial record struct Outer { public partial interface Inner { {0} } }", "Outer+Inner+Net")]
    [InlineData("namespace A.B; partial class @class { {0} }", "A.B.class+Net")]
    public void Nested_classes_are_completed_where_they_stand(string around, string name)
    {
        string source = "using CnnGen;\n" + around.Replace(
            "{0}", "[Network, Input(4), Linear(2)] public sealed partial class Net;", StringComparison.Ordinal);
        Type network = new NetworkCompiler().Build(source).Load(name);
        Assert.Equal(4, network.GetField("InputLength")!.GetRawConstantValue());
        Assert.Equal(2, network.GetField("OutputLength")!.GetRawConstantValue());
        Assert.Equal(10, network.GetField("ParameterCount")!.GetRawConstantValue());
    }

    [Fact]
    public void A_class_that_cannot_be_completed_gets_no_source() =>
        Assert.Empty(new NetworkCompiler().Build("using CnnGen;\n[Network, Input(4), Linear(2)] class Net;").Run.GeneratedSources);

    /// <summary>The build of <see cref="NetworkCompiler"/> would fail if a use gave a C# error besides the mistake itself.</summary>
    [Fact]
    public void A_class_with_a_mistake_keeps_its_members() => Check.Marked("""
        using System;
        using CnnGen;

        [Network, Input(4), Linear({|CNN101:0|})]
        public sealed partial class Net;

        public static class Use
        {
            public static void All(float[] input, float[] output)
            {
                using var stream = new System.IO.MemoryStream();
                var network = new Net(seed: 1);
                network.Predict(input, output);
                network.PredictBatch(input, output);
                network.Save("a");
                network.Save(stream);
                network.Threads = 2;
                network.Parameters.Clear();
                Net other = network.Fork() ?? Net.Load("a") ?? Net.Load(stream) ?? new Net();
                other = Net.Load("a", new LoadOptions()) ?? Net.Load(stream, new LoadOptions()) ?? other;
                long facts = Net.InputLength + Net.OutputLength + Net.ParameterCount + Net.MultiplyAdds + Net.ArenaBytes;
                Console.WriteLine($"{other.Threads} {facts} {Net.Info}");
                var trainer = new Trainer<Net>(network, new Adam(1e-3f), batchSize: 2);
            }
        }
        """);
}
