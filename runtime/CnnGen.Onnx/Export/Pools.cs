namespace CnnGen.Onnx.Export;

/// <summary>Pools.</summary>
internal static class Pools
{
    public static void Max(LayerExport layer)
    {
        (string input, IEnumerable<(string, object)> attributes) = MaxOperands(layer, layer.Input.Name);
        layer.Result("MaxPool", [input], [.. attributes]);
    }

    /// <summary>−max(−x).</summary>
    public static void Min(LayerExport layer)
    {
        (string input, IEnumerable<(string, object)> attributes) = MaxOperands(layer, layer.Node("Neg", [layer.Input.Name]));
        layer.Result("Neg", [layer.Node("MaxPool", [input], [.. attributes])]);
    }

    public static void Average(LayerExport layer)
    {
        WindowPair window = WindowPair.Of(layer);
        bool includes = layer.Options.Has("count_include_pad");
        if (window.Covered == window.Padding && window.TakesPadding(window.Padding))
        {
            layer.Result("AveragePool", [layer.Input.Name], [.. Plain(window, includes)]);
            return;
        }

        (string sum, string factor) = Rounded(layer, window, includes);
        layer.Result("Mul", [sum, factor]);
    }

    /// <summary>The mean of each window, times a weight, plus a bias.</summary>
    public static void Subsample(LayerExport layer)
    {
        WindowPair window = WindowPair.Of(layer);
        string mean;
        if (window.Covered == window.Padding && window.TakesPadding(window.Padding))
        {
            mean = layer.Node("AveragePool", [layer.Input.Name], [.. Plain(window, includePadding: true)]);
        }
        else
        {
            (string sum, string factor) = Rounded(layer, window, includePadding: true);
            mean = layer.Node("Mul", [sum, factor]);
        }

        layer.Affine(mean, layer.Input.Channels);
    }

    public static void AdaptiveAverage(LayerExport layer)
    {
        if (layer.Layer.OutputShape is [_, 1, 1])
        {
            layer.Result("GlobalAveragePool", [layer.Input.Name]);
        }
        else if (layer.Options.Has("kernel_size"))
        {
            Average(layer);
        }
        else
        {
            Cells(layer, "ReduceMean");
        }
    }

    public static void AdaptiveMax(LayerExport layer)
    {
        if (layer.Layer.OutputShape is [_, 1, 1])
        {
            layer.Result("GlobalMaxPool", [layer.Input.Name]);
        }
        else if (layer.Options.Has("kernel_size"))
        {
            Max(layer);
        }
        else
        {
            Cells(layer, "ReduceMax");
        }
    }

    private static IEnumerable<(string Name, object Value)> Plain(WindowPair window, bool includePadding) =>
        [.. window.Attributes(window.Padding), ("count_include_pad", includePadding ? 1 : 0)];

    private static (string Input, IEnumerable<(string Name, object Value)> Attributes) MaxOperands(LayerExport layer, string input)
    {
        WindowPair window = WindowPair.Of(layer);
        if (window.TakesPadding(window.Covered))
        {
            return (input, window.Attributes(window.Covered));
        }

        string padded = Padding.Write(
            layer, layer.Input with { Name = input }, window.Covered, Padding.Zeros, float.NegativeInfinity);
        return (padded, window.Attributes(default));
    }

    /// <summary>Means as if padding counted, and what makes them means over what counts: windows at the end may hold less.</summary>
    private static (string Mean, string Factor) Rounded(LayerExport layer, WindowPair window, bool includePadding)
    {
        string padded = Padding.Write(layer, layer.Input, window.Covered, Padding.Zeros);
        string mean = layer.Node("AveragePool", [padded], [.. window.Attributes(default)]);
        (WindowAxis rows, WindowAxis columns) = (window.Vertical, window.Horizontal);
        float[] factors = [.. Enumerable.Range(0, rows.Output * columns.Output).Select(i =>
            (float)rows.Kernel * columns.Kernel
            / (rows.Count(i / columns.Output, includePadding) * columns.Count(i % columns.Output, includePadding)))];
        return (mean, layer.Constant("factors", [1, 1, rows.Output, columns.Output], factors));
    }

    /// <summary>Cells that differ in size: rows first, then columns.</summary>
    private static void Cells(LayerExport layer, string reduction)
    {
        string rows = Reduce(layer, reduction, layer.Input.Name, axis: 2, layer.Input.Height, layer.Layer.OutputShape[1]);
        string[] columns = Parts(layer, reduction, rows, axis: 3, layer.Input.Width, layer.Layer.OutputShape[2]);
        layer.Result("Concat", columns, ("axis", 3));
    }

    private static string Reduce(LayerExport layer, string reduction, string input, int axis, int size, int cells) =>
        layer.Node("Concat", Parts(layer, reduction, input, axis, size, cells), ("axis", axis));

    private static string[] Parts(LayerExport layer, string reduction, string input, int axis, int size, int cells) =>
        [.. Enumerable.Range(0, cells).Select(cell =>
        {
            int first = (int)((long)cell * size / cells), last = (int)(((cell + 1L) * size + cells - 1) / cells);
            string part = Moves.Cut(layer, input, axis, first, last);
            return layer.Node(reduction, [part], ("axes", new long[] { axis }), ("keepdims", 1));
        })];
}
