using System.Text.RegularExpressions;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>The stages know those before them, never those behind them.</summary>
public partial class StageTests
{
    /// <summary>The folders of the generator, each of which may use those before it.</summary>
    private static readonly string[] Stages =
    [
        "Model", "Diagnostics", "Weights", "Specs", "Members", "Parsing", "Operators", "Graph", "Attributes", "Expansion", "Lowering",
        "Emit",
    ];

    public static TheoryData<string> Names => [.. Stages];

    [Fact]
    public void Every_folder_is_a_stage() => Assert.Equal(
        Stages.Order(StringComparer.Ordinal),
        Directory.GetDirectories(Repository.Path("generator/CnnGen.Generator"))
            .Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stage_uses_those_before_it_alone(string stage) => Assert.Empty(
        from file in Directory.GetFiles(Repository.Path($"generator/CnnGen.Generator/{stage}"), "*.cs", SearchOption.AllDirectories)
        from Match use in Use().Matches(File.ReadAllText(file))
        let used = use.Groups["stage"].Value
        where Array.IndexOf(Stages, used) > Array.IndexOf(Stages, stage)
        select $"{Path.GetFileName(file)} uses {used}");

    /// <summary>Roslyn's types end where what they say has been read.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Roslyn_is_known_to_parsing_and_diagnostics_alone(string stage)
    {
        string[] users =
        [
            .. Directory.GetFiles(Repository.Path($"generator/CnnGen.Generator/{stage}"), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
        ];
        Assert.Equal(stage is "Parsing" or "Diagnostics", users.Length > 0);
    }

    /// <summary>A using directive, or a namespace written out.</summary>
    [GeneratedRegex(@"(?:using CnnGen\.Generator\.|(?<![\w.])CnnGen\.Generator\.)(?<stage>[A-Z]\w*)(?=[.;])")]
    private static partial Regex Use();
}
