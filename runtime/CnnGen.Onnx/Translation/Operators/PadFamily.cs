using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Padding and cropping.</summary>
internal static class PadFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new() { ["Pad"] = Pad };

    private static void Pad(NodeScope scope)
    {
        View view = scope.Plain(scope.View(0));
        if (scope.Node.HasInput(1))
        {
            scope.Weight(1);
        }

        (int Before, int After)[] sides = PadOps.Sides(scope.Call, view.Axes.Count);
        string mode = scope.Node.Text("mode", "constant") switch
        {
            "constant" => "Zeros",
            "reflect" => "Reflect",
            "edge" => "Replicate",
            "wrap" => "Circular",
            string other => throw new UnsupportedException($"mode {other} is not known"),
        };
        (int top, int bottom, int left, int right) = (0, 0, 0, 0);
        for (int axis = 0; axis < sides.Length; axis++)
        {
            if (sides[axis] == (0, 0))
            {
                continue;
            }

            bool isRow = view.IsWhole(axis, Dim.H) && view.Axes[axis].Count > 0;
            bool isColumn = view.IsWhole(axis, Dim.W) && view.Axes[axis].Count > 0;
            bool isLast = view.Axes.Count == 4 && view.Axes[axis].Count == 0;
            isRow |= isLast && axis == 2;
            isColumn |= isLast && axis == 3;
            if (!isRow && !isColumn)
            {
                throw new UnsupportedException($"expected padding of height and width, found some of axis {axis} of {Layouts.Text(view)}");
            }

            (top, bottom) = isRow ? sides[axis] : (top, bottom);
            (left, right) = isColumn ? sides[axis] : (left, right);
        }

        // other constants than 0 are 0 after a shift
        double constant = mode == "Zeros" ? scope.Constant(2)?.Scalar ?? scope.Node.Number("value", 0) : 0;
        Value output = Pad(scope, Affine.Apply(scope, view, 1, -constant).Value, top, bottom, left, right, mode);
        View padded = new(output, [.. view.Axes.Select((axis, i) => view.Axes.Count == 4 && i >= 2 && axis.Count <= 1
            ? View.Whole(output, view.IsWhole(i, i == 2 ? Dim.H : Dim.W) ? (i == 2 ? Dim.H : Dim.W) : axis[0].Dim, 1)
            : axis.Count == 1 && axis[0].Dim != Dim.N ? View.Whole(output, axis[0].Dim, 1) : axis)]);
        scope.Return(Affine.Apply(scope, padded, 1, constant));
    }

    /// <summary>Rows and columns added, or taken off where negative.</summary>
    public static Value Pad(NodeScope scope, Value value, int top, int bottom, int left, int right, string mode = "Zeros")
    {
        if ((top, bottom, left, right) == (0, 0, 0, 0))
        {
            return value;
        }

        int height = checked(value.Shape.Height + top + bottom), width = checked(value.Shape.Width + left + right);
        if (height < 1 || width < 1)
        {
            throw new UnsupportedException($"expected something to be left of {value.Shape}, found nothing");
        }

        if (mode is "Reflect" or "Circular")
        {
            int slack = mode == "Reflect" ? 1 : 0;
            if (Math.Max(top, bottom) > value.Shape.Height - slack || Math.Max(left, right) > value.Shape.Width - slack)
            {
                throw new UnsupportedException($"expected {mode} padding that the input reaches, found more than {value.Shape}");
            }
        }

        Layer layer = scope.Layer("Pad2d", new(value.Shape.Channels, height, width), value);
        layer = top == bottom && left == right && top == left
            ? layer.Positional("padding", top)
            : layer.Positional("left", left).Positional("right", right).Positional("top", top).Positional("bottom", bottom);
        return scope.Add(layer.Named("PaddingMode", $"PaddingMode.{mode}", mode != "Zeros"));
    }
}
