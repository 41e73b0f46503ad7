using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Graph;

/// <summary>The names of a network's tensors and parameters (CNN004, CNN005).</summary>
internal sealed class NameTable
{
    /// <summary>The value of <c>Graph.Input</c>.</summary>
    public const string Input = "input";

    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal) { [Input] = 0 };
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal) { [Input] = "the network's input" };

    /// <summary>Whether every name is known: not after an attribute that C# does not understand.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>The value that <c>From</c> names; null where there is none.</summary>
    public int? Resolve(ArgumentReader layer, string name)
    {
        if (_values.TryGetValue(name, out int value))
        {
            return value;
        }

        if (IsComplete)
        {
            string known = string.Join(", ", _values.OrderBy(pair => pair.Value).Select(pair => $"'{pair.Key}'"));
            layer.Error(DiagnosticIds.UnknownTensor, "From", name, $"the names before it are {known}");
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

        if (name.Length == 0 || name.Any(char.IsWhiteSpace))
        {
            layer.OutOfRange("Name", "text without spaces", $"'{name}'");
        }
        else if (_owners.TryGetValue(name, out string owner))
        {
            layer.Error(DiagnosticIds.DuplicateName, "Name", name, owner);
        }
        else
        {
            _owners.Add(name, $"layer {index} ({layer.Spec.Kind})");
            _values.Add(name, value);
        }
    }
}
