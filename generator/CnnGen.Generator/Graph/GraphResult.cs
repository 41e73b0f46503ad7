using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Graph;

/// <summary>The graph, or null where a mistake leaves none; and every mistake, in the order of the layers.</summary>
internal sealed record GraphResult(NetworkGraph? Graph, EquatableArray<Problem> Problems);
