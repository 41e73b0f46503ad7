using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>Where layers stand: the network (nothing), or one application of a block.</summary>
/// <param name="Context">What messages say about the block.</param>
/// <param name="Applied">The <c>Apply</c> attributes that lead to it, outermost first.</param>
/// <param name="Titles">What diagrams call these, <c>layer1.0: Bottleneck(64, 1)</c>.</param>
internal sealed record BlockPath(string? Context, EquatableArray<Place> Applied, EquatableArray<string> Titles)
{
    /// <summary>In no block.</summary>
    public static BlockPath Outside { get; } = new(null, EquatableArray<Place>.Empty, EquatableArray<string>.Empty);

    /// <summary>The problem with what is known of it here.</summary>
    public Problem Complete(Problem problem) => problem with { Context = Context, Applied = Applied };
}

/// <summary>The layer that a node or value comes from, and where its mistakes are reported.</summary>
/// <param name="Kind">Its attribute.</param>
/// <param name="Name">Its name where it stands; null where it has none.</param>
internal sealed record Origin(BlockPath Path, Place Place, string Kind, string? Name);
