using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Graph;

/// <summary>The names of the tensors of a network or block (CNN004, CNN005).</summary>
internal sealed class NameTable
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
            reader.ErrorAt(DiagnosticIds.UnknownTensor, argument, item, isOutput ? "here" : "before this one", name, known);
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
            layer.OutOfRange("Name", "text without spaces, quotes, backslashes and <, > or &", $"'{name}'");
        }
        else if (_names.TryGetValue(name, out (int Value, string Owner) other))
        {
            layer.Error(DiagnosticIds.DuplicateName, "Name", name, other.Owner, "give this layer another name");
        }
        else
        {
            Add(name, value, $"layer {index} ({layer.Spec.Kind})");
        }
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
