using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Expansion;

/// <summary>The names of the tensors of a network or block (CNN004, CNN005).</summary>
/// <param name="taken">Every name that the class uses.</param>
internal sealed class NameTable(ICollection<string> taken)
{
    /// <summary>The value of <c>Graph.Input</c>.</summary>
    public const string Input = "input";

    private readonly List<string> _order = [];
    private readonly Dictionary<string, (int Value, string Owner)> _names = new(StringComparer.Ordinal);

    /// <summary>Whether every name is known: not after an attribute that C# does not understand.</summary>
    public bool IsComplete { get; set; } = true;

    public void DeclareInput(int value) => Add(Input, value, "the input");

    /// <summary>The value that an argument names; null where there is none.</summary>
    /// <param name="reader">The attribute.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="item">Which of its values.</param>
    /// <param name="name">The name.</param>
    public int? Resolve(ArgumentReader reader, string argument, int item, string name)
    {
        if (_names.TryGetValue(name, out (int Value, string Owner) found))
        {
            return found.Value;
        }

        if (IsComplete)
        {
            bool isOutput = argument == OutputRule.Argument;
            string place = isOutput ? "here" : "before it";
            string known = _order.Count > 1
                ? $"the names {place} are {string.Join(", ", _order.Select(other => $"'{other}'"))}"
                : $"the only name {place} is '{Input}'; write Name = ... on the layer that is meant";
            Place at = reader.Problems.At(argument) with { Argument = argument, Item = item };
            reader.Problems.ErrorAt(
                DiagnosticIds.UnknownTensor, argument, item, Nearest(at, name), isOutput ? "here" : "before this one", name, known);
        }

        return null;
    }

    /// <summary>Enters the name of a layer's output.</summary>
    public void Declare(ArgumentReader layer, int index, int value)
    {
        if (layer.Spec.Name is not { } name)
        {
            return;
        }

        if (name.Length == 0 || name.Any(IsUnprintable))
        {
            layer.Problems.OutOfRange("Name", "text without spaces, quotes, backslashes and <, > or &", $"'{name}'");
        }
        else if (_names.TryGetValue(name, out (int Value, string Owner) other))
        {
            layer.Problems.Error(
                DiagnosticIds.DuplicateName, "Name", [Renamed(layer.Problems.At("Name"), name)], name, other.Owner, "give this layer another name");
        }
        else
        {
            Add(name, value, $"layer {index} ({layer.Spec.Kind})");
        }
    }

    /// <summary>A name that no layer has.</summary>
    public Fix Renamed(Place place, string name) => Fix.Of(
        "give this layer another name",
        new Edit(EditKind.SetArgument, place, Neighbours.Quote(new Neighbours(Previous: -1, PreviousName: null, taken).Free(name))));

    /// <summary>The name that may have been meant: the one that takes fewest changes, if few.</summary>
    private IEnumerable<Fix> Nearest(Place place, string name)
    {
        string? nearest = _order.Where(known => known != Input || place.Site != Site.Output)
            .OrderBy(known => EditDistance.Between(known, name)).FirstOrDefault();
        return nearest is not null && EditDistance.Between(nearest, name) <= Math.Max(1, name.Length / 2)
            ? [Fix.Of(nearest, new Edit(EditKind.SetArgument, place, Neighbours.Quote(nearest)))]
            : [];
    }

    /// <summary>Names stand in emitted strings and documentation.</summary>
    private static bool IsUnprintable(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c is '"' or '\\' or '<' or '>' or '&';

    private void Add(string name, int value, string owner)
    {
        _order.Add(name);
        _names.Add(name, (value, owner));
    }
}
