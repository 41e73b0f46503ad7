using System.Collections.Concurrent;
using System.Collections.Immutable;
using CnnGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator;

/// <summary>What is wrong in the networks of a compilation; each is looked at once, although its blocks ask for the same.</summary>
internal sealed class KnownFindings(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Entry> _networks = new(SymbolEqualityComparer.Default);

    /// <summary>Of one network. Who asks meanwhile waits; after a cancellation the next one begins anew.</summary>
    public ImmutableArray<Finding> Of(INamedTypeSymbol network, CancellationToken cancellation)
    {
        Entry entry = _networks.GetOrAdd(network, static _ => new());
        lock (entry)
        {
            if (entry.Findings.IsDefault)
            {
                entry.Findings = [.. Finding.Of(network, compilation, cancellation)];
            }

            return entry.Findings;
        }
    }

    /// <summary>Of all networks.</summary>
    public IEnumerable<Finding> OfAll(CancellationToken cancellation) =>
        NetworkParser.Networks(compilation).SelectMany(network => Of(network, cancellation));

    private sealed class Entry
    {
        public ImmutableArray<Finding> Findings { get; set; }
    }
}
