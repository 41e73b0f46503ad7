using System.Collections.Concurrent;
using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Weights;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator;

/// <summary>What is wrong in the networks of a compilation; each is looked at once, although its blocks ask for the same.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="files">The weights that its project embeds.</param>
internal sealed class KnownFindings(Compilation compilation, EquatableArray<WeightsFile> files)
{
    private readonly Lazy<EquatableArray<AssignedWeights>> _weights = new(() => WeightsParser.Assign(files, compilation));
    private readonly ConcurrentDictionary<INamedTypeSymbol, Entry> _networks = new(SymbolEqualityComparer.Default);

    /// <summary>Of one network. Who asks meanwhile waits; after a cancellation the next one begins anew.</summary>
    public ImmutableArray<Finding> Of(INamedTypeSymbol network, CancellationToken cancellation)
    {
        Entry entry = _networks.GetOrAdd(network, static _ => new());
        lock (entry)
        {
            if (entry.Findings.IsDefault)
            {
                entry.Findings = [.. Finding.Of(network, compilation, _weights.Value, cancellation)];
            }

            return entry.Findings;
        }
    }

    /// <summary>Of all networks.</summary>
    public IEnumerable<Finding> OfAll(CancellationToken cancellation) =>
        NetworkParser.Networks(compilation).SelectMany(network => Of(network, cancellation));

    /// <summary>What is wrong with files that are for no network, reported at the file.</summary>
    public IEnumerable<Diagnostic> OfFiles() => _weights.Value.Where(weights => weights.Problem is not null).Select(weights =>
        Messages.ToDiagnostic(weights.Problem!, WeightsParser.Locate(weights.File), isFinal: true, fixes: [], places: []));

    private sealed class Entry
    {
        public ImmutableArray<Finding> Findings { get; set; }
    }
}
