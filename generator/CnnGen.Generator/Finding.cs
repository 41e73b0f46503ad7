using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Weights;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator;

/// <summary>A mistake, found in a compilation.</summary>
/// <param name="Type">The class in which it stands.</param>
/// <param name="Location">Where the user can act.</param>
/// <param name="Fixes">What code fixes can do.</param>
/// <param name="Places">Where they write.</param>
internal sealed record Finding(
    INamedTypeSymbol Type, Location Location, Problem Problem, ImmutableArray<DiagnosticFix> Fixes, ImmutableArray<Location> Places)
{
    /// <param name="isFinal">Whether an error cannot be lowered in any case.</param>
    public Diagnostic ToDiagnostic(bool isFinal = false) => Messages.ToDiagnostic(Problem, Location, isFinal, Fixes, Places);

    /// <summary>What is wrong in a network and in the blocks that it leads to.</summary>
    /// <param name="network">The network.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="weights">What the project embeds, for this network and others.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static IEnumerable<Finding> Of(
        INamedTypeSymbol network, Compilation compilation, EquatableArray<AssignedWeights> weights, CancellationToken cancellation)
    {
        (NetworkSpec spec, AttributeLocations locations) = NetworkParser.Parse(network, compilation, cancellation);
        return Locate(Compiler.Check(spec.With(weights), cancellation), locations);
    }

    /// <summary>What is wrong in a block whatever it is applied to; not in the blocks that it leads to.</summary>
    public static IEnumerable<Finding> OfBlock(INamedTypeSymbol block, Compilation compilation, CancellationToken cancellation)
    {
        (NetworkSpec spec, AttributeLocations locations) = NetworkParser.ParseBlock(block, compilation, cancellation);
        return Locate(GraphBuilder.CheckBlock(spec, cancellation), locations)
            .Where(finding => SymbolEqualityComparer.Default.Equals(finding.Type, block));
    }

    /// <summary>Each mistake once: several networks may have it from one block.</summary>
    public static IEnumerable<Finding> WithoutRepetitions(IEnumerable<Finding> findings)
    {
        var seen = new HashSet<(string, Location)>();
        return findings.Where(finding => seen.Add((finding.Problem.Id, finding.Location)));
    }

    private static IEnumerable<Finding> Locate(IEnumerable<Problem> problems, AttributeLocations locations) => problems.Select(problem =>
    {
        (INamedTypeSymbol type, Location location) = locations.Find(problem);
        (ImmutableArray<DiagnosticFix> fixes, ImmutableArray<Location> places) = locations.FindFixes(problem);
        return new Finding(type, location, problem, fixes, places);
    });
}
