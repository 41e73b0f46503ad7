using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Images in other sizes: what matters is which pixels are read, whatever the modes are called.</summary>
internal static class ResizeFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new() { ["Resize"] = Resize, ["Upsample"] = Resize };

    private const double Tolerance = 1e-6;

    private static void Resize(NodeScope scope)
    {
        View image = scope.Image();
        for (int i = 1; i < scope.Node.Inputs.Count; i++)
        {
            _ = scope.Node.HasInput(i) ? scope.Weight(i) : null;
        }

        Resampling[] axes = Resampling.Of(scope.Call, image.Shape);
        if (axes.Length != 4 || axes.Take(2).Any(axis => axis.Output != axis.Input))
        {
            throw new UnsupportedException("expected batch and channels to stay, and height and width to change");
        }

        Value output = Resized(scope, image.Value, axes[2], axes[3]);
        scope.Return(WindowArguments.Viewed(output, image, scope.Batch));
    }

    private static Value Resized(NodeScope scope, Value value, Resampling rows, Resampling columns)
    {
        if (IsUnchanged(rows) && IsUnchanged(columns))
        {
            return value;
        }

        if (rows.Input == 1 && columns.Input == 1)
        {
            return SpreadPixel(scope, value, rows.Output, columns.Output);
        }

        if (IsNearest(rows) && IsNearest(columns) && Step(rows) is { } down && Step(columns) is { } right)
        {
            return Subsampled(scope, value, down, right);
        }

        if (IsMean(rows) && IsMean(columns))
        {
            return Windows(
                scope, "AvgPool2d", value, new(2, 2, 1, 0, 0, rows.Input, rows.Output), new(2, 2, 1, 0, 0, columns.Input, columns.Output));
        }

        int factor = rows.Output / rows.Input;
        bool isWhole = factor * rows.Input == rows.Output && factor * columns.Input == columns.Output && factor > 1;
        string? mode = !isWhole ? null
            : Reads(rows, (x, _) => (x / factor, 0)) && Reads(columns, (x, _) => (x / factor, 0)) ? ""
            : Reads(rows, HalfPixel) && Reads(columns, HalfPixel) ? "bilinear"
            : Reads(rows, Corners) && Reads(columns, Corners) ? "corners"
            : null;
        if (mode is null)
        {
            string coordinates = scope.Node.Text("coordinate_transformation_mode", "default coordinates");
            throw new UnsupportedException(
                "expected height and width times one whole factor, nearest or bilinear as PyTorch does them, found "
                + $"{rows.Input}×{columns.Input} to {rows.Output}×{columns.Output} ({rows.Mode}, {coordinates})");
        }

        return scope.Add(scope.Layer("Upsample", new(value.Shape.Channels, rows.Output, columns.Output), value).Positional("scale", factor)
            .Named("Mode", "UpsampleMode.Bilinear", mode.Length > 0).Named("AlignCorners", "true", mode == "corners"));

        (double At, double Slack) HalfPixel(int x, Resampling axis) => (Math.Clamp((x + 0.5) / factor - 0.5, 0, axis.Input - 1), Tolerance);
        (double At, double Slack) Corners(int x, Resampling axis) => (x * (axis.Input - 1.0) / (axis.Output - 1), Tolerance);
    }

    /// <summary>A single pixel everywhere.</summary>
    public static Value SpreadPixel(NodeScope scope, Value pixel, int height, int width)
    {
        int factor = Math.Max(height, width);
        Value square = scope.Add(scope.Layer("Upsample", new(pixel.Shape.Channels, factor, factor), pixel).Positional("scale", factor));
        return PadFamily.Pad(scope, square, 0, height - factor, 0, width - factor);
    }

    /// <summary>Every so many rows and columns, from the first on.</summary>
    public static Value Subsampled(NodeScope scope, Value value, int down, int right)
    {
        int height = (value.Shape.Height - 1) / down + 1, width = (value.Shape.Width - 1) / right + 1;
        return Windows(
            scope, "MaxPool2d", value, new(1, down, 1, 0, 0, value.Shape.Height, height), new(1, right, 1, 0, 0, value.Shape.Width, width));
    }

    private static Value Windows(NodeScope scope, string kind, Value value, WindowAxis rows, WindowAxis columns) => scope.Add(
        scope.Layer(kind, new(value.Shape.Channels, rows.Output, columns.Output), value)
            .Window(new(rows, columns, RoundsUp: false), isPool: true));

    private static bool IsUnchanged(Resampling axis) => axis.Input == axis.Output && Reads(axis, (x, _) => (x, Tolerance));

    private static bool IsNearest(Resampling axis) => axis.Taps.All(tap => tap.Weight == 0);

    /// <summary>The step if every step-th element is read; else null.</summary>
    private static int? Step(Resampling axis)
    {
        int step = axis.Output > 1 ? axis.Taps[1].First - axis.Taps[0].First : axis.Input;
        return step >= 1 && (axis.Input - 1) / step + 1 == axis.Output
            && axis.Taps.Select((tap, x) => tap.First == x * step).All(fits => fits)
            ? step
            : null;
    }

    private static bool IsMean(Resampling axis) => axis.Input == 2 * axis.Output
        && axis.Taps.Select((tap, x) => tap.First == 2 * x && Math.Abs(tap.Weight - 0.5) < Tolerance).All(fits => fits);

    /// <summary>Whether each element is read where the function says.</summary>
    private static bool Reads(Resampling axis, Func<int, Resampling, (double At, double Slack)> place) =>
        axis.Taps.Select((tap, x) =>
        {
            (double at, double slack) = place(x, axis);
            return Math.Abs(tap.First + tap.Weight * (tap.Second - tap.First) - at) <= slack;
        }).All(fits => fits);
}
