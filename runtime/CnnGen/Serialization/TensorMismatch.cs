// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>Says where a file's tensors and a network's parameters differ.</summary>
internal static class TensorMismatch
{
    /// <summary>Names in a message; files of unknown origin may have millions.</summary>
    private const int ShownNames = 1000;

    /// <summary>All that differs, without a full stop; null if nothing does.</summary>
    /// <param name="match">The tensors and the parameters.</param>
    /// <param name="allowMissing">Whether parameters may be without a tensor.</param>
    /// <param name="ignoreUnexpected">Whether tensors may be without a parameter.</param>
    public static string? Describe(TensorMatch match, bool allowMissing = false, bool ignoreUnexpected = false)
    {
        string[] faults = [.. OfTensors(match.Uses), .. OfNames(match, allowMissing, ignoreUnexpected)];
        return faults.Length == 0 ? null : List(faults, "; ");
    }

    private static IEnumerable<string> OfTensors(IReadOnlyList<TensorUse> uses)
    {
        var first = new Dictionary<string, SafetensorsTensor>();
        foreach (TensorUse use in uses)
        {
            (SafetensorsTensor tensor, _, ParameterInfo? parameter) = use;
            if (parameter is null)
            {
                continue;
            }

            if (first.TryGetValue(parameter.Name, out SafetensorsTensor? other))
            {
                yield return $"tensor '{parameter.Name}': expected one tensor with this name after renaming, "
                    + $"found {SafetensorsTensor.Quote(other.Name)} and {SafetensorsTensor.Quote(tensor.Name)}";
            }

            first[parameter.Name] = other ?? tensor;
            if (!use.IsReadable)
            {
                yield return $"tensor '{parameter.Name}': expected dtype {SafetensorsHeader.Float32}, found {tensor.DataType} "
                    + "(F16, BF16 and F64 are converted)";
            }
            else if (use.IsMisshaped)
            {
                yield return $"tensor '{parameter.Name}': expected shape {SafetensorsTensor.Format(parameter.Shape)}, "
                    + $"found {SafetensorsTensor.Format(tensor.Shape)}";
            }
        }
    }

    private static IEnumerable<string> OfNames(TensorMatch match, bool allowMissing, bool ignoreUnexpected)
    {
        IReadOnlyList<ParameterInfo> missing = allowMissing ? [] : match.Missing;
        List<SafetensorsTensor> unexpected =
            ignoreUnexpected ? [] : [.. match.Unexpected.Where(use => use.Name is not null).Select(use => use.Tensor)];
        if (missing.Count == 0 && unexpected.Count == 0)
        {
            yield break;
        }

        string expected = missing.Count == 0
            ? "no other tensors"
            : Tensors(missing.Select(parameter => $"'{parameter.Name}' ({Shaped(SafetensorsHeader.Float32, parameter.Shape)})"));
        string found = unexpected.Count == 0
            ? missing.Count == 1 ? "no tensor of that name" : "no tensors of those names"
            : Tensors(unexpected.Select(tensor => $"{SafetensorsTensor.Quote(tensor.Name)} ({Shaped(tensor.DataType, tensor.Shape)})"))
              + ", which the network does not have";
        yield return $"expected {expected}, found {found}";
    }

    private static string Shaped<TNumber>(string type, IReadOnlyList<TNumber> shape) => $"{type} {SafetensorsTensor.Format(shape)}";

    private static string Tensors(IEnumerable<string> tensors)
    {
        string[] all = [.. tensors];
        return $"tensor{(all.Length == 1 ? "" : "s")} {List(all, ", ")}";
    }

    private static string List(IReadOnlyCollection<string> items, string separator) =>
        string.Join(separator, items.Take(ShownNames))
        + (items.Count > ShownNames ? $"{separator}and {items.Count - ShownNames} more" : "");
}
