using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Pools, and means over rows and columns.</summary>
internal static class PoolFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new()
    {
        ["MaxPool"] = scope => Pool(scope, "MaxPool2d"),
        ["AveragePool"] = scope => Pool(scope, "AvgPool2d"),
        ["GlobalAveragePool"] = scope => Global(scope, "AdaptiveAvgPool2d"),
        ["GlobalMaxPool"] = scope => Global(scope, "AdaptiveMaxPool2d"),
        ["ReduceMean"] = scope => Reduce(scope, "AdaptiveAvgPool2d"),
        ["ReduceMax"] = scope => Reduce(scope, "AdaptiveMaxPool2d"),
    };

    private static void Pool(NodeScope scope, string kind)
    {
        scope.OnlyFirstOutput();
        View image = scope.Image();
        WindowGeometry window = WindowArguments.Of(scope, image, kernel: null);
        WindowAxis[] axes = [window.Vertical, window.Horizontal];
        bool counts = kind == "AvgPool2d" && scope.Node.Integer("count_include_pad", 0) != 0;
        Value source = image.Value;
        bool isWide = axes.Any(axis => Math.Max(axis.Before, axis.After) > axis.Kernel / 2) && !window.RoundsUp;
        bool mayRepeat = kind == "MaxPool2d" && axes.All(axis => axis.Dilation == 1 && Math.Max(axis.Before, axis.After) < axis.Kernel);
        if (isWide && (counts || mayRepeat))
        {
            // more padding than a pool may have: zeros that count, or the border once more, which each window sees anyway
            source = PadFamily.Pad(
                scope, source, axes[0].Before, axes[0].After, axes[1].Before, axes[1].After, counts ? "Zeros" : "Replicate");
            axes = [.. axes.Select(axis => axis with { Before = 0, After = 0 })];
            window = new(axes[0], axes[1], RoundsUp: false);
        }

        foreach (WindowAxis axis in axes)
        {
            if (Math.Max(axis.Before, axis.After) > axis.Kernel / 2)
            {
                throw new UnsupportedException(
                    $"expected padding of at most half of kernel {axis.Kernel}, found {axis.Before} and {axis.After}: "
                    + "some windows hold little else");
            }

            if (kind == "AvgPool2d" && axis.Dilation > 1)
            {
                throw new UnsupportedException("AvgPool2d has no dilation");
            }
        }

        Layer layer = scope.Layer(kind, window.Output(image.Value.Shape.Channels), source).Window(window, isPool: true);
        bool isPadded = window.Vertical.Before + window.Vertical.After + window.Horizontal.Before + window.Horizontal.After > 0;
        layer.Named("CountIncludePad", "false", kind == "AvgPool2d" && isPadded && !counts);
        scope.Return(WindowArguments.Viewed(scope.Add(layer), image, scope.Batch));
    }

    private static void Global(NodeScope scope, string kind)
    {
        View image = scope.Image();
        Value output = Pooled(scope, kind, image.Value, 1, 1);
        scope.Return(WindowArguments.Viewed(output, image, scope.Batch));
    }

    /// <summary>Over rows, columns or both; over channels there is no layer.</summary>
    private static void Reduce(NodeScope scope, string kind)
    {
        View view = scope.View(0);
        int[] axes = scope.Call.Axes(1, view.Axes.Count);
        Atom[] reduced = [.. axes.SelectMany(axis => view.Axes[axis])];
        ImageShape shape = view.Value.Shape;
        if (reduced.Any(atom => atom.Dim is Dim.N or Dim.C)
            || new[] { Dim.H, Dim.W }.Any(dim =>
                reduced.Where(atom => atom.Dim == dim).Aggregate(1, (size, atom) => size * atom.Size) is var size
                && size != 1 && size != shape[dim]))
        {
            throw new UnsupportedException(
                $"expected axes of height and width, found [{string.Join(", ", axes)}] of {Layouts.Text(view)}; "
                + "no layer reduces over channels");
        }

        int height = reduced.Any(atom => atom.Dim == Dim.H) ? 1 : shape.Height;
        int width = reduced.Any(atom => atom.Dim == Dim.W) ? 1 : shape.Width;
        Value output = Pooled(scope, kind, view.Value, height, width);
        bool keeps = scope.Node.Integer("keepdims", 1) != 0;
        IEnumerable<IReadOnlyList<Atom>> left = view.Axes.Select((axis, i) => axes.Contains(i) ? [] : axis);
        scope.Return(new(output, [.. left.Where((_, i) => keeps || !axes.Contains(i))]));
    }

    private static Value Pooled(NodeScope scope, string kind, Value input, int height, int width)
    {
        if (input.Shape == new ImageShape(input.Shape.Channels, height, width))
        {
            return input;
        }

        Layer layer = scope.Layer(kind, new(input.Shape.Channels, height, width), input).Positional("height", height);
        return scope.Add(height == width ? layer : layer.Positional("width", width));
    }
}
