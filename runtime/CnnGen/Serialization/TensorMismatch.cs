using static CnnGen.Runtime.SafetensorsTensor;

namespace CnnGen.Runtime;

/// <summary>Says where a file's tensors and a network's parameters differ, and what can be done about it.</summary>
internal sealed class TensorMismatch
{
    /// <summary>Names in a message; files of unknown origin may have millions.</summary>
    private const int ShownNames = 1000;

    private readonly List<string> _faults = [];
    private readonly List<string> _remedies = [];

    /// <summary>Refuses what the options do not forgive.</summary>
    /// <exception cref="InvalidDataException">There is something; the message names all of it.</exception>
    public static void Check(TensorMatch match, LoadOptions options)
    {
        var mismatch = new TensorMismatch();
        mismatch.CheckTensors(match.Uses);
        mismatch.CheckNames(match, options);
        if (mismatch._faults.Count > 0)
        {
            throw new InvalidDataException($"{List(mismatch._faults, "; ")}. {string.Join(' ', mismatch._remedies)}".TrimEnd());
        }
    }

    private void CheckTensors(IReadOnlyList<TensorUse> uses)
    {
        var first = new Dictionary<string, SafetensorsTensor>();
        foreach ((SafetensorsTensor tensor, _, ParameterInfo? parameter) in uses)
        {
            if (parameter is null)
            {
                continue;
            }

            if (!first.TryAdd(parameter.Name, tensor))
            {
                _faults.Add(
                    $"tensor '{parameter.Name}': expected one tensor with this name after renaming, "
                    + $"found {Quote(first[parameter.Name].Name)} and {Quote(tensor.Name)}");
            }

            if (ElementType.Find(tensor.DataType) is not { Convert: not null })
            {
                _faults.Add(
                    $"tensor '{parameter.Name}': expected dtype {SafetensorsHeader.Float32}, found {tensor.DataType} "
                    + "(F16, BF16 and F64 are converted)");
            }
            else if (!tensor.HasShape(parameter.Shape))
            {
                AddShape(tensor, parameter);
            }
        }
    }

    private void AddShape(SafetensorsTensor tensor, ParameterInfo parameter)
    {
        _faults.Add($"tensor '{parameter.Name}': expected shape {Format(parameter.Shape)}, found {Format(tensor.Shape)}");
        if (_remedies.Count == 0)
        {
            _remedies.Add(
                "To leave such a tensor out, load with new LoadOptions { Rename = name => "
                + $"name == \"{Printable(tensor.Name)}\" ? null : name, AllowMissing = true }}.");
        }
    }

    private void CheckNames(TensorMatch match, LoadOptions options)
    {
        IReadOnlyList<ParameterInfo> missing = options.AllowMissing ? [] : match.Missing;
        List<SafetensorsTensor> unexpected =
            options.IgnoreUnexpected ? [] : [.. match.Unexpected.Where(use => use.Name is not null).Select(use => use.Tensor)];
        if (missing.Count == 0 && unexpected.Count == 0)
        {
            return;
        }

        string expected = missing.Count == 0
            ? "no other tensors"
            : Tensors(missing.Select(parameter => $"'{parameter.Name}' ({SafetensorsHeader.Float32} {Format(parameter.Shape)})"));
        string found = unexpected.Count == 0
            ? missing.Count == 1 ? "no tensor of that name" : "no tensors of those names"
            : Tensors(unexpected.Select(tensor => $"{Quote(tensor.Name)} ({tensor.DataType} {Format(tensor.Shape)})"))
              + ", which the network does not have";
        _faults.Add($"expected {expected}, found {found}");
        if (NamePrefix.Explain(match) is { } prefix)
        {
            _remedies.Add(prefix);
            return;
        }

        if (missing.Count > 0)
        {
            _remedies.Add("LoadOptions.AllowMissing gives what is missing a new network's values.");
        }

        if (unexpected.Count > 0)
        {
            _remedies.Add("LoadOptions.IgnoreUnexpected skips what the network does not have.");
        }
    }

    private static string Tensors(IEnumerable<string> tensors)
    {
        string[] all = [.. tensors];
        return $"tensor{(all.Length == 1 ? "" : "s")} {List(all, ", ")}";
    }

    private static string List(IReadOnlyCollection<string> items, string separator) =>
        string.Join(separator, items.Take(ShownNames))
        + (items.Count > ShownNames ? $"{separator}and {items.Count - ShownNames} more" : "");
}
