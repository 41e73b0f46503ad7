namespace CnnGen.Generator.Weights;

/// <summary>Finds tensors that a file has under other names: the layers were renamed, or wrapped in another module.</summary>
internal static class TensorRename
{
    private const int Shown = 4;

    /// <summary>The end of a sentence with the names that belong together and what to do; empty where none do.</summary>
    public static string Explain(TensorMatch match)
    {
        if (NamePrefix.Find(match) is { } prefix)
        {
            return prefix.IsInFile
                ? $"; {prefix.Finding}: save them without it"
                : $"; {prefix.Finding}: save them with it, or take the Name of that layer or Apply away";
        }

        (string Parameter, string Tensor)[] pairs = [.. Pairs(match)];
        if (pairs.Length == 0)
        {
            return "";
        }

        string looks = string.Join(", ", pairs.Take(Shown).Select(pair => $"{pair.Parameter} looks like {pair.Tensor}"));
        string more = pairs.Length > Shown ? $" and {pairs.Length - Shown} more likewise" : "";
        (string layer, string module) = (Layer(pairs[0].Parameter), Layer(pairs[0].Tensor));
        return $"; {looks}{more}: name the layers as the file does (Name = \"{module}\" for '{layer}'), or rename the file's tensors";
    }

    /// <summary>Missing parameters and tensors of the same kind and shape that nothing else is for, both in their order.</summary>
    private static IEnumerable<(string Parameter, string Tensor)> Pairs(TensorMatch match)
    {
        var left = new List<SafetensorsTensor>(match.Unexpected.Select(use => use.Tensor).Where(tensor => tensor.Shape.Count > 0));
        foreach (ParameterInfo parameter in match.Missing)
        {
            int found = left.FindIndex(tensor => Kind(tensor.Name) == Kind(parameter.Name) && tensor.HasShape(parameter.Shape));
            if (found >= 0)
            {
                yield return (parameter.Name, SafetensorsTensor.Printable(left[found].Name));
                left.RemoveAt(found);
            }
        }
    }

    /// <summary><c>weight</c>, <c>running_mean</c> and so on.</summary>
    private static string Kind(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Layer(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];
}
