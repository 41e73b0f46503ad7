namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Sums and products, of tensors and with constants.</summary>
internal static class ArithmeticFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new()
    {
        ["Add"] = Add,
        ["Sum"] = Sum,
        ["Sub"] = Subtract,
        ["Mul"] = Multiply,
        ["Div"] = Divide,
        ["Neg"] = scope => scope.Return(Affine.Apply(scope, scope.View(0), -1, 0)),
        ["Pow"] = Power,
        ["Max"] = Maximum,
    };

    private static void Add(NodeScope scope)
    {
        if (Constant(scope) is not { } constant)
        {
            scope.Return(Sum(scope, scope.View(0), scope.View(1)));
            return;
        }

        int other = scope.IsConstant(0) ? 1 : 0;
        View view = scope.View(other);
        double[] shift = Channels.Of(scope, 1 - other, view);
        if (view.Value.Maker is { } layer && Biases.IsMissing(layer) && scope.IsOnlyReader(other))
        {
            Biases.Give(layer, constant.Length == shift.Length && view.Axes.All(axis => axis.Count < 2)
                ? constant.Reshape([constant.Length]) : Channels.Tensor(shift));
            layer.Name ??= scope.NameOf(1 - other);
            scope.Return(view);
            return;
        }

        scope.Return(Affine.Apply(scope, view, Affine.Filled(view, 1), shift));
    }

    private static void Sum(NodeScope scope)
    {
        View result = scope.View(0);
        for (int i = 1; i < scope.Node.Inputs.Count; i++)
        {
            result = Sum(scope, result, scope.View(i));
        }

        scope.Return(result);
    }

    private static void Subtract(NodeScope scope)
    {
        if (Constant(scope) is not null)
        {
            View view = scope.View(scope.IsConstant(0) ? 1 : 0);
            double[] numbers = Channels.Of(scope, scope.IsConstant(0) ? 0 : 1, view);
            scope.Return(scope.IsConstant(0)
                ? Affine.Apply(scope, view, Affine.Filled(view, -1), numbers)
                : Affine.Apply(scope, view, Affine.Filled(view, 1), [.. numbers.Select(number => -number)]));
            return;
        }

        scope.Return(Sum(scope, scope.View(0), Affine.Apply(scope, scope.View(1), -1, 0)));
    }

    private static void Multiply(NodeScope scope)
    {
        if (Constant(scope) is not { } constant)
        {
            scope.Return(Product(scope, scope.View(0), scope.View(1)));
            return;
        }

        int input = scope.IsConstant(0) ? 0 : 1;
        View view = scope.View(1 - input);
        double[] factors = Channels.Of(scope, input, view);
        string? name = constant.IsScalar ? null : scope.NameOf(input);
        scope.Return(Affine.Apply(scope, view, factors, Affine.Filled(view, 0), name));
    }

    private static void Divide(NodeScope scope)
    {
        if (Constant(scope) is null || scope.IsConstant(0))
        {
            throw new UnsupportedException("expected a constant divisor; no layer divides by a computed tensor");
        }

        View view = scope.View(0);
        scope.Return(Affine.Apply(
            scope, view, [.. Channels.Of(scope, 1, view).Select(number => 1 / number)], Affine.Filled(view, 0)));
    }

    private static void Power(NodeScope scope)
    {
        if (scope.Constant(1) is not { IsScalar: true, Scalar: 2 })
        {
            throw new UnsupportedException("expected the exponent 2, which is a product; there is no layer for others");
        }

        View view = scope.View(0);
        scope.Return(Product(scope, view, view));
    }

    private static void Maximum(NodeScope scope)
    {
        if (Constant(scope) is not { IsScalar: true, Scalar: 0 } || scope.Node.Inputs.Count != 2)
        {
            throw new UnsupportedException("expected the maximum with 0, which is ReLU; there is no layer for others");
        }

        scope.Return(scope.Elementwise(scope.View(scope.IsConstant(0) ? 1 : 0), "ReLU"));
    }

    private static Tensor? Constant(NodeScope scope) => scope.Constant(0) ?? scope.Constant(1);

    private static View Sum(NodeScope scope, View a, View b)
    {
        (a, b) = Matched(scope, a, b);
        if (a.Value.Shape != b.Value.Shape)
        {
            bool isFirst = a.Value.Shape.Length >= b.Value.Shape.Length;
            (View large, View small) = isFirst ? (a, b) : (b, a);
            Value spread = Spread(scope, small.Value, large.Value.Shape);
            (a, b) = isFirst ? (large, large.With(spread)) : (large.With(spread), large);
        }

        return a.With(scope.Add(scope.Layer("Add", a.Value.Shape, a.Value, b.Value)));
    }

    /// <summary>A value for all pixels.</summary>
    private static Value Spread(NodeScope scope, Value value, ImageShape shape) =>
        value.Shape == new ImageShape(shape.Channels, 1, 1)
            ? ResizeFamily.SpreadPixel(scope, value, shape.Height, shape.Width)
            : throw new UnsupportedException($"expected tensors of one shape, found {shape} and {value.Shape}; Add does not stretch");

    private static View Product(NodeScope scope, View a, View b)
    {
        (a, b) = Matched(scope, a, b);
        (View large, View small) = a.Value.Shape.Length >= b.Value.Shape.Length ? (a, b) : (b, a);
        ImageShape shape = large.Value.Shape, factor = small.Value.Shape;
        bool fits = factor == shape || factor == new ImageShape(shape.Channels, 1, 1)
            || factor == new ImageShape(1, shape.Height, shape.Width)
            || factor == new ImageShape(1, 1, 1);
        return fits
            ? large.With(scope.Add(scope.Layer("Multiply", shape, a.Value, b.Value)))
            : throw new UnsupportedException(
                $"expected a factor of {shape.Channels}×1×1 or 1×{shape.Height}×{shape.Width}, found {factor}");
    }

    /// <summary>Two views in which each axis holds the same dimension, or one of them a single element.</summary>
    private static (View A, View B) Matched(NodeScope scope, View a, View b)
    {
        if (!Fit(a, b))
        {
            (a, b) = (scope.Plain(a), scope.Plain(b));
        }

        return Fit(a, b)
            ? (a, b)
            : throw new UnsupportedException($"expected tensors of one layout, found {Layouts.Text(a)} and {Layouts.Text(b)}");
    }

    private static bool Fit(View a, View b)
    {
        for (int i = 1; i <= Math.Max(a.Axes.Count, b.Axes.Count); i++)
        {
            IReadOnlyList<Atom> left = i <= a.Axes.Count ? a.Axes[^i] : [], right = i <= b.Axes.Count ? b.Axes[^i] : [];
            bool fits = left.Count == 0 ? Lacks(a, right) : right.Count == 0 ? Lacks(b, left) : left.SequenceEqual(right);
            if (!fits)
            {
                return false;
            }
        }

        return true;

        // else it would have the dimension along another axis
        static bool Lacks(View view, IReadOnlyList<Atom> axis) => !axis.Any(atom => view.AxesOf(atom.Dim).Any());
    }
}
