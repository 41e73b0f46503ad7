using System.Globalization;
using CnnGen.Onnx.Structure;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Text;

/// <summary>A layer as an attribute.</summary>
internal static class AttributeText
{
    /// <summary>Arguments that stand for both axes or all sides where they are the same.</summary>
    private static readonly (string Whole, string[] Parts)[] Joined =
    [
        ("Stride", ["StrideHeight", "StrideWidth"]),
        ("Padding", ["PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"]),
        ("PaddingHeight", ["PaddingTop", "PaddingBottom"]),
        ("PaddingWidth", ["PaddingLeft", "PaddingRight"]),
        ("Dilation", ["DilationHeight", "DilationWidth"]),
    ];

    /// <param name="body">The class in which it stands.</param>
    /// <param name="item">The layer.</param>
    /// <param name="tensors">For a merging layer, what it reads, as C#.</param>
    /// <param name="from">What it reads instead of the previous output, as C#.</param>
    /// <param name="name">The name to write.</param>
    public static string Of(Body body, Item item, IEnumerable<string> tensors, string? from, string? name)
    {
        List<(LayerArgument Argument, string Text)> values = [.. item.Arguments.Select((argument, i) => (argument, Value(body, item, i)))];
        List<string> parts = [.. tensors, .. values.Where(value => value.Argument.IsPositional).Select(value => value.Text)];
        parts.AddRange(Kernel(item, values));
        parts.AddRange(Named(values));
        Write("Repeat", item.Repeat > 0 ? item.Repeat : null);
        Write("StartIndex", item.StartIndex > 0 ? item.StartIndex : null);
        parts.AddRange(from is null ? [] : [$"From = {from}"]);
        parts.AddRange(name is null ? [] : [$"Name = {Quote(name)}"]);
        string kind = item.Block is null ? item.Kind : $"Apply<{item.Block.Name}>";
        return parts.Count == 0 ? kind : $"{kind}({string.Join(", ", parts)})";

        void Write(string argument, int? number)
        {
            if (number is { } written)
            {
                parts.Add($"{argument} = {written.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    public static string Quote(string text) => text == Graph.Input ? "Graph.Input" : $"\"{text}\"";

    private static string Value(Body body, Item item, int argument) =>
        item.Arguments[argument].Text
        ?? (Expressions.Of(body, item, argument) ?? throw new InvalidOperationException($"no text for {item.Arguments[argument].Name}"))
            .Replace("{0}", body.Name, StringComparison.Ordinal);

    /// <summary>A square kernel is the constructor's; others have names where PyTorch's users might read them otherwise.</summary>
    private static IEnumerable<string> Kernel(Item item, List<(LayerArgument Argument, string Text)> values)
    {
        string? height = Find(values, "KernelHeight"), width = Find(values, "KernelWidth");
        return height is null ? []
            : height == width ? [height]
            : item.Kind == "Conv2d" && (height == "1" || width == "1") ? [height, width!]
            : [$"KernelHeight = {height}", $"KernelWidth = {width}"];
    }

    private static IEnumerable<string> Named(List<(LayerArgument Argument, string Text)> values)
    {
        var left = values.Where(value =>
            !value.Argument.IsPositional && !value.Argument.Name.StartsWith("Kernel", StringComparison.Ordinal)).ToList();
        foreach ((string whole, string[] parts) in Joined)
        {
            int at = left.FindIndex(value => value.Argument.Name == parts[0]);
            List<(LayerArgument Argument, string Text)> found = [.. left.Where(value => parts.Contains(value.Argument.Name))];
            if (at >= 0 && found.Count == parts.Length && found.All(value => value.Text == found[0].Text && !IsDefault(value)))
            {
                left.Insert(at, (found[0].Argument with { Name = whole }, found[0].Text));
                left.RemoveAll(found.Contains);
            }
        }

        return left.Where(value => !IsDefault(value)).Select(value => $"{value.Argument.Name} = {value.Text}");
    }

    private static bool IsDefault((LayerArgument Argument, string Text) value) =>
        value.Argument.Default?.ToString(CultureInfo.InvariantCulture) == value.Text;

    private static string? Find(List<(LayerArgument Argument, string Text)> values, string name)
    {
        int index = values.FindIndex(value => value.Argument.Name == name);
        return index < 0 ? null : values[index].Text;
    }
}
