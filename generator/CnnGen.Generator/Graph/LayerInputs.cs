using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Graph;

/// <summary>What a layer reads: the previous output, what <c>From</c> names, or the names of a merging layer.</summary>
internal static class LayerInputs
{
    /// <summary>The names of <c>Add</c>, <c>Multiply</c> and <c>Concat</c>.</summary>
    public const string Names = "names";

    private const string From = "From";

    /// <summary>The values; null stands for a name that no tensor has.</summary>
    public static IReadOnlyList<int?> Resolve(ArgumentReader layer, NameTable names, int previous)
    {
        LayerSpec spec = layer.Spec;
        if (!spec.Has(Names))
        {
            return [First()];
        }

        EquatableArray<string> written = spec.Get(Names, EquatableArray<string>.Empty);
        IEnumerable<int?> named = written.Select((name, i) => names.Resolve(layer, Names, i, name));
        if (written.Count == 0)
        {
            layer.OutOfRange(Names, "a list of at least one name", "empty");
        }
        else if (written.Count > 1 && spec.From is not null)
        {
            layer.Error(DiagnosticIds.Contradiction, From, From, Names);
        }

        return written.Count > 1 ? [.. named] : [First(), .. named];

        int? First() => spec.From is null ? previous : names.Resolve(layer, From, item: 0, spec.From);
    }
}
