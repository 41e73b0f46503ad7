using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Translation;

/// <summary>What models call their layers.</summary>
internal static class LayerNames
{
    private static readonly string[] Suffixes =
    [
        ".weight", ".bias", "_weight", "_bias", ".gamma", "_gamma", ".beta", "_beta", "/kernel", "/gamma", ".w_0", ".b_0", "_w", "_b",
        ".kernel",
    ];

    /// <summary>The layer's name: of its weights (<c>conv1.weight</c>), else of the node, if that is a path of modules; or null.</summary>
    public static string? Of(OnnxNode node, IReadOnlyList<string> constants)
    {
        foreach (string name in constants.Where(IsLegal))
        {
            foreach (string suffix in Suffixes)
            {
                if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                {
                    return name[..^suffix.Length];
                }
            }
        }

        return OfPath(node.Name);
    }

    /// <summary>PyTorch's <c>/layer1/layer1.0/conv1/Conv</c> is <c>layer1.0.conv1</c>.</summary>
    public static string? OfPath(string node)
    {
        string[] parts = node.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!node.StartsWith('/') || parts.Length < 2)
        {
            return null;
        }

        var kept = new List<string>();
        foreach (string part in parts.SkipLast(1))
        {
            if (kept.Count > 0 && part.StartsWith(kept[^1] + ".", StringComparison.Ordinal))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(part);
        }

        string name = string.Join('.', kept);
        return IsLegal(name) ? name : null;
    }

    /// <summary>Names stand in C# strings and XML comments; colons are in names that exporters make up.</summary>
    public static bool IsLegal(string name) =>
        name.Length > 0 && name != Graph.Input && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)
        || char.IsSurrogate(c) || c is '"' or '\\' or '<' or '>' or '&' or ':' or '/');
}
