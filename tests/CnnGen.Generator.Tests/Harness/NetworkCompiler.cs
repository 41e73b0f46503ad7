using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Compiles source with the generator and the analyzer in memory, as a project would. Every build also checks that the output
/// compiles without warnings, that a second run is cached, and that a run under another culture gives the same bytes.
/// </summary>
public sealed class NetworkCompiler
{
    /// <summary>Name of the step that makes the source.</summary>
    public const string SourceStep = "Source";

    private const string UserFile = "/src/User{0}.cs";

    /// <summary>The generator under test.</summary>
    public Func<IIncrementalGenerator> Generator { get; init; } = () => new NetworkGenerator();

    /// <summary>Text of an .editorconfig beside the sources.</summary>
    public string EditorConfig { get; init; } = "";

    /// <summary>An <see cref="EditorConfig"/> for a rule that is off by default.</summary>
    public static string SwitchOn(string id) => $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = suggestion\n";

    /// <summary>The language of the sources and of what is emitted.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp13;

    /// <summary>Properties of the project that the compiler shows to generators, <c>build_property.Name</c>.</summary>
    public Dictionary<string, string> BuildProperties { get; init; } = [];

    /// <summary>The weights that the project embeds.</summary>
    public IReadOnlyList<EmbeddedFile> Weights { get; init; } = [];

    /// <summary>Assemblies besides the runtime's and CnnGen.</summary>
    public ImmutableArray<MetadataReference> MoreReferences { get; init; } = [];

    /// <summary>Whether the source has C# errors of its own, so that only the generator and the analyzer are looked at.</summary>
    public bool AllowCSharpErrors { get; init; }

    /// <summary>Compiles the sources, each a file of its own.</summary>
    /// <exception cref="HarnessException">The generator broke one of the rules above.</exception>
    public NetworkBuild Build(params string[] sources)
    {
        CSharpCompilation input = CreateCompilation(sources);
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        GeneratorRunResult result = Result(driver);
        RequireCached(driver.RunGenerators(input.Clone()));
        RequireSameUnderOtherCulture(input, result);

        ImmutableArray<Diagnostic> reported = Analyze(output);
        byte[] image = AllowCSharpErrors ? [] : Emit(output);
        return new(result, reported, image, output);
    }

    /// <summary>The same without these rules and the analyzer, for many networks that are there to be run.</summary>
    public NetworkBuild BuildToRun(params string[] sources)
    {
        GeneratorDriver driver = CreateDriver()
            .RunGeneratorsAndUpdateCompilation(CreateCompilation(sources), out Compilation output, out _);
        return new(Result(driver), [], Emit(output), output);
    }

    /// <summary>The sources with references to the runtime's assemblies and CnnGen.</summary>
    public CSharpCompilation CreateCompilation(params string[] sources)
    {
        AnalyzerConfigSet config = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(EditorConfig, "/src/.editorconfig") });
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999,
            optimizationLevel: OptimizationLevel.Release);
        return CSharpCompilation.Create(
            "Networks", sources.Select((text, i) => Parse(text, i, Options)), References.AddRange(MoreReferences),
            options.WithSyntaxTreeOptionsProvider(new EditorConfigOptions(config)));
    }

    /// <summary>A file of the compilation.</summary>
    public static SyntaxTree Parse(string text, int index = 0, CSharpParseOptions? options = null) => CSharpSyntaxTree.ParseText(
        text, options ?? ParseOptions, string.Format(CultureInfo.InvariantCulture, UserFile, index), Encoding.UTF8);

    /// <summary>A driver that records its steps.</summary>
    public GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [Generator().AsSourceGenerator()], parseOptions: Options, optionsProvider: BuildSettings, additionalTexts: AdditionalTexts,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private BuildOptions BuildSettings => new(BuildProperties, Weights);

    private ImmutableArray<AdditionalText> AdditionalTexts => [.. Weights.Select(file => file.ToAdditionalText())];

    private CSharpParseOptions Options => ParseOptions.WithLanguageVersion(Language);

    private static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What a driver's only generator did.</summary>
    /// <exception cref="HarnessException">It failed.</exception>
    public static GeneratorRunResult Result(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is null ? result : throw new HarnessException($"the generator failed: {result.Exception}");
    }

    private static void RequireCached(GeneratorDriver driver)
    {
        GeneratorRunResult result = Result(driver);
        if (!result.TrackedSteps.TryGetValue(SourceStep, out ImmutableArray<IncrementalGeneratorRunStep> steps))
        {
            return;
        }

        foreach ((object _, IncrementalStepRunReason reason) in steps.SelectMany(step => step.Outputs))
        {
            if (reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            {
                throw new HarnessException($"step {SourceStep} is {reason} in a second run over the same input");
            }
        }
    }

    private void RequireSameUnderOtherCulture(Compilation input, GeneratorRunResult first)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = TestCultures.Finnish;
            GeneratorRunResult second = Result(CreateDriver().RunGenerators(input));
            string[] expected = Lines(first), found = Lines(second);
            if (!expected.SequenceEqual(found))
            {
                (string Expected, string Found) line = expected.Zip(found).FirstOrDefault(pair => pair.First != pair.Second);
                throw new HarnessException(
                    $"a second run, under the culture fi-FI, gives other source: '{line.Found}' instead of '{line.Expected}'");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        static string[] Lines(GeneratorRunResult result) =>
            [.. result.GeneratedSources.SelectMany(source => $"{source.HintName}\n{source.SourceText}".Split('\n'))];
    }

    private ImmutableArray<Diagnostic> Analyze(Compilation output)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(AdditionalTexts, BuildSettings), onAnalyzerException: null, concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = new CompilationWithAnalyzers(output, [new NetworkAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return reported.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash
            ? throw new HarnessException($"the analyzer failed: {crash}")
            : [.. reported.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private byte[] Emit(Compilation output)
    {
        using var stream = new MemoryStream();
        ImmutableArray<Diagnostic> diagnostics = output.Emit(stream, manifestResources: Resources).Diagnostics;
        string[] complaints =
        [
            .. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsMissingUserComment(diagnostic))
                .Select(diagnostic => diagnostic.ToString()),
        ];
        return complaints.Length == 0
            ? stream.ToArray()
            : throw new HarnessException($"the output does not compile without warnings:\n{string.Join('\n', complaints.Take(20))}");
    }

    private IEnumerable<ResourceDescription> Resources => Weights
        .Where(file => File.Exists(file.Path))
        .DistinctBy(file => file.Resource)
        .Select(file => new ResourceDescription(file.Resource, () => File.OpenRead(file.Path), isPublic: true));

    private static bool IsMissingUserComment(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree?.FilePath.StartsWith("/src/", StringComparison.Ordinal) == true;

    private sealed class EditorConfigOptions(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
