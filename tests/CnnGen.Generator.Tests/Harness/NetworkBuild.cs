using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>What a build gave: the emitted files, the analyzer's diagnostics in source order, and the assembly.</summary>
public sealed class NetworkBuild(GeneratorRunResult run, ImmutableArray<Diagnostic> diagnostics, byte[] image, Compilation output)
{
    private readonly Lazy<Assembly> _assembly =
        new(() => new AssemblyLoadContext("Networks", isCollectible: true).LoadFromStream(new MemoryStream(image)));

    /// <summary>What the generator did, with its tracked steps.</summary>
    public GeneratorRunResult Run => run;

    /// <summary>The analyzer's diagnostics, in source order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => diagnostics;

    /// <summary>The sources and the emitted files.</summary>
    public Compilation Output => output;

    /// <summary>The assembly's bytes.</summary>
    public byte[] Image => image;

    /// <summary>The emitted text of the only network.</summary>
    public string Source => run.GeneratedSources.Single().SourceText.ToString();

    /// <summary>A compiled type, loaded.</summary>
    public Type Load(string name) => _assembly.Value.GetType(name, throwOnError: true)!;
}
