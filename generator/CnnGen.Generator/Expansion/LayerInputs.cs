using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion;

/// <summary>What a layer reads: the previous output, what <c>From</c> names, or the names of a merging layer.</summary>
internal static class LayerInputs
{
    private const string From = "From";

    /// <summary>The values; null stands for a name that no tensor has.</summary>
    public static IReadOnlyList<int?> Resolve(ArgumentReader layer, NameTable names, int previous)
    {
        LayerSpec spec = layer.Spec;
        if (!spec.Has(Merge.Names))
        {
            return [First()];
        }

        EquatableArray<string> written = spec.Get(Merge.Names, EquatableArray<string>.Empty);
        IEnumerable<int?> named = written.Select((name, i) => names.Resolve(layer, Merge.Names, i, name));
        if (written.Count == 0)
        {
            layer.Problems.OutOfRange(Merge.Names, "a list of at least one name", "empty");
        }
        else if (written.Count > 1 && spec.From is not null)
        {
            layer.Problems.Error(DiagnosticIds.Contradiction, From, From, Merge.Names);
        }

        return written.Count > 1 ? [.. named] : [First(), .. named];

        int? First() => spec.From is null ? previous : names.Resolve(layer, From, item: 0, spec.From);
    }
}
