using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Specs;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Shapes and parameters of random networks are PyTorch's, and what PyTorch refuses is an error at the same layer.</summary>
public sealed class OracleTests
{
    private const string Refused = "error";

    /// <summary>The attributes of a network -> what <c>Goldens/make_shapes.py</c> wrote.</summary>
    private static readonly (string Attributes, string Expected)[] Table =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Goldens", "shapes.txt"))
            .Select(line => line.Split(" -> ")).Select(parts => (parts[0], parts[1])),
    ];

    [Fact]
    public void The_table_has_both_kinds()
    {
        Assert.InRange(Table.Count(network => network.Expected == Refused), 100, 200);
        Assert.InRange(Table.Count(network => network.Expected != Refused), 400, 600);
    }

    [Fact]
    public void Shapes_and_parameters_are_those_of_PyTorch() =>
        ExpectEqual(network => network.Expected != Refused, (spec, expected) => (expected, Describe(GraphBuilder.Build(spec))));

    [Fact]
    public void What_PyTorch_refuses_is_an_error_at_the_same_layer() => ExpectEqual(
        network => network.Expected == Refused,
        (spec, _) => ($"at {spec.Layers.Count - 1}", string.Join(", ", Errors(GraphBuilder.Build(spec))
            .Select(problem => $"{(problem.Place.Site == Site.Layer ? "at" : "not at")} {problem.Place.Index}").Distinct())));

    private static void ExpectEqual(
        Func<(string Attributes, string Expected), bool> isTested, Func<NetworkSpec, string, (string Expected, string Found)> compare)
    {
        (string Attributes, string Expected)[] networks = [.. Table.Where(isTested)];
        IEnumerable<string> classes = networks.Select((network, i) =>
            $"[Network(Rounding = Rounding.Floor)]\n{network.Attributes}\npartial class Net{i};\n");
        Compilation compilation = new NetworkCompiler().CreateCompilation("using CnnGen;\n" + string.Concat(classes));
        var differences = new List<string>();
        for (int i = 0; i < networks.Length; i++)
        {
            NetworkSpec spec = NetworkParser.Parse(compilation.GetTypeByMetadataName($"Net{i}")!, compilation, default).Spec;
            (string expected, string found) = compare(spec, networks[i].Expected);
            if (expected != found)
            {
                differences.Add($"{networks[i].Attributes}\nexpected {expected}\nfound    {found}\n");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<Problem> Errors(GraphResult result) =>
        result.Problems.Where(problem => problem.Severity == Severity.Error);

    /// <summary>As the table does: <c>8x5x5+24 10+810</c>.</summary>
    private static string Describe(GraphResult result) => result.Graph is { } graph
        ? string.Join(' ', graph.Nodes.Select(node => Describe(graph.Values[node.Output].Shape, node.Parameters)))
        : string.Join(", ", Errors(result).Select(problem => $"{problem.Id} at {problem.Place}"));

    private static string Describe(Shape shape, IEnumerable<Parameter> parameters)
    {
        string size = shape.IsVector ? $"{shape.Channels}" : $"{shape.Channels}x{shape.Height}x{shape.Width}";
        int count = parameters.Sum(parameter => parameter.Shape.Aggregate(1, (product, length) => product * length));
        return count > 0 ? $"{size}+{count}" : size;
    }
}
