using System.CodeDom.Compiler;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Coverage, other analyzers and the rules of the CLS find nothing in emitted code, nor in blocks.</summary>
public sealed class AnalysisTests
{
    private const string Network = """
        using CnnGen;

        [Network, Input(3, 8, 8), Conv2d(4, 3, Name = "a"), BatchNorm2d, ReLU, Dropout(0.5f), Flatten, Linear(4, Name = "b")]
        [Output("a"), Output("b")]
        public sealed partial class Net;
        """;

    [Fact]
    public void Everything_emitted_is_marked()
    {
        Type type = new NetworkCompiler().Build(Network).Load("Net");
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        MemberInfo[] members =
        [
            .. type.GetMembers(All).Where(member => member is not MethodInfo { IsSpecialName: true }),
            .. type.Assembly.GetTypes().Where(other => other.Namespace?.StartsWith("CnnGen.Generated", StringComparison.Ordinal) == true),
        ];
        Assert.InRange(members.Length, 20, 100);
        foreach (MemberInfo member in members.Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            Assert.True(member.IsDefined(typeof(GeneratedCodeAttribute)), member.ToString());
            Assert.True(member is FieldInfo || member.IsDefined(typeof(ExcludeFromCodeCoverageAttribute)), member.ToString());
        }

        Assert.False(type.IsDefined(typeof(ExcludeFromCodeCoverageAttribute)), "the class is the user's");
    }

    [Fact]
    public void A_CLS_compliant_project_has_no_warnings() =>
        new NetworkCompiler().Build("[assembly: System.CLSCompliant(true)]", Network);

    [Fact]
    public async Task Blocks_need_no_instances_and_no_seal()
    {
        Compilation compilation = new NetworkCompiler().CreateCompilation(
            "using CnnGen;\n[Block, ReLU] class B;\n[Block, ReLU] partial class C;\nclass Other;");
        var run = new CompilationWithAnalyzers(compilation, [new Complainer(), new BlockSuppressor()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        ImmutableArray<Diagnostic> found = await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Equal(
            ["CA1812 B True", "CA1852 B True", "CA1812 C True", "CA1852 C True", "CA1812 Other False", "CA1852 Other False"],
            found.OrderBy(each => each.Location.SourceSpan.Start).ThenBy(each => each.Id, StringComparer.Ordinal)
                .Select(each => $"{each.Id} {each.Location.SourceTree!.GetText().ToString(each.Location.SourceSpan)} {each.IsSuppressed}"));
    }

    /// <summary>As the SDK's rules say it of every class.</summary>
#pragma warning disable RS1001, RS1036, RS2008 // this assembly is no analyzer's
    private sealed class Complainer : DiagnosticAnalyzer
    {
        private static readonly ImmutableArray<DiagnosticDescriptor> Rules =
        [
            .. new[] { "CA1812", "CA1852" }.Select(id =>
                new DiagnosticDescriptor(id, "title", "message", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)),
        ];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                symbol =>
                {
                    foreach (DiagnosticDescriptor rule in Rules)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(rule, symbol.Symbol.Locations[0]));
                    }
                },
                SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1001, RS1036, RS2008
}
