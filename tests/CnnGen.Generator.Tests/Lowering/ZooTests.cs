using System.Diagnostics;
using System.Text;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace CnnGen.Generator.Tests.Lowering;

/// <summary>The networks of samples/ModelZoo, whose sources are copied beside the tests: memory, and the amount of emitted text.</summary>
public sealed class ZooTests(ITestOutputHelper output)
{
    private const double Excess = 1.2;
    private const int MostBytes = 2_500_000;

    private static readonly CSharpCompilation Compilation = new NetworkCompiler().CreateCompilation(
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "ModelZoo"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);

    public static TheoryData<string> Names =>
    [
        .. Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>())
            .Select(type => type.Identifier.Text)
            .Where(name => Type(name) is { } type && NetworkParser.IsNetwork(type)),
    ];

    [Fact]
    public void The_zoo_is_found() => Assert.InRange(Names.Count, 31, 100);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_arena_is_hardly_larger_than_what_is_alive_at_once(string name)
    {
        GraphResult result = GraphBuilder.Build(Parse(name));
        Assert.DoesNotContain(result.Problems, problem => problem.Severity != Severity.Info);
        InferencePlan plan = LowerInference.Run(result.Graph!, channelsLast: false);
        long bound = PlanMemory.LowerBound(plan.Slots);
        Assert.InRange(plan.ArenaLength, bound, Excess * bound);
    }

    [Fact]
    public void Hints_fire_only_where_they_are_right()
    {
        string[] found =
        [
            .. from name in ((IEnumerable<object[]>)Names).Select(row => (string)row[0])
               from problem in GraphBuilder.Build(Parse(name)).Problems
               where problem.Id.StartsWith("CNN5", StringComparison.Ordinal) && problem.Id != "CNN501"
               orderby name, problem.Id
               select $"{name} {problem.Id} {string.Join(' ', problem.Arguments.Take(3))}",
        ];
        Assert.Equal(["BallClassifier CNN503 2", "PedestrianClassifier CNN503 2", "SqueezeNet CNN507 AdaptiveAvgPool2d 207 224"], found);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_emitted_text_is_of_moderate_length(string name)
    {
        var clock = Stopwatch.StartNew();
        NetworkSpec spec = Parse(name);
        string text = Compiler.Compile(spec, new(), CancellationToken.None).Text!;
        int bytes = Encoding.UTF8.GetByteCount(text);
        output.WriteLine($"{name}: {bytes} bytes after {clock.ElapsedMilliseconds} ms");
        Assert.InRange(bytes, 1, MostBytes);
    }

    private static NetworkSpec Parse(string name) =>
        NetworkParser.Parse(Type(name)!, Compilation, CancellationToken.None).Spec;

    private static INamedTypeSymbol? Type(string name) => Compilation.GetTypeByMetadataName($"CnnGen.ModelZoo.{name}");
}
