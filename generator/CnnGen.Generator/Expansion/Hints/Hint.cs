using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>Something that is allowed but rarely meant.</summary>
/// <param name="Node">The layer, by its place among the graph's nodes.</param>
/// <param name="Argument">Where it is reported; null for the attribute.</param>
/// <param name="Id">The diagnostic.</param>
/// <param name="Fixes">Ways out, if there are any.</param>
/// <param name="Values">What fills the holes of the message.</param>
internal sealed record Hint(int Node, string? Argument, string Id, IEnumerable<Fix?> Fixes, params string[] Values);
