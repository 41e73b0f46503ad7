namespace CnnGen.Onnx.Translation;

/// <summary>Constants that broadcast, as a number for each channel.</summary>
internal static class Channels
{
    /// <summary>The constant's number for each channel of the view's value.</summary>
    /// <exception cref="UnsupportedException">It differs from pixel to pixel, or is larger than the view.</exception>
    public static double[] Of(Tensor constant, View view)
    {
        int channels = view.Value.Shape.Channels;
        int excess = constant.Shape.Count - view.Axes.Count;
        if (constant.Shape.Take(Math.Max(0, excess)).Any(size => size != 1))
        {
            throw TooLarge(constant, view);
        }

        var parts = new List<(IReadOnlyList<Atom> Axis, int Stride)>();
        int[] strides = Dims.Strides(constant.Shape);
        for (int i = Math.Max(0, excess); i < constant.Shape.Count; i++)
        {
            int axis = i - excess;
            if (constant.Shape[i] == 1)
            {
                continue;
            }

            if (constant.Shape[i] != view.Shape[axis])
            {
                throw TooLarge(constant, view);
            }

            if (view.Axes[axis].Any(atom => atom.Dim != Dim.C))
            {
                return Uniform(constant) is { } number
                    ? [.. Enumerable.Repeat(number, channels)]
                    : throw new UnsupportedException(
                        "expected a constant with one number for each channel, found one of shape "
                        + $"{Dims.Text(constant.Shape)} for {Layouts.Text(view)}");
            }

            parts.Add((view.Axes[axis], strides[i]));
        }

        return [.. Enumerable.Range(0, channels).Select(c => constant.Values[parts.Sum(part => part.Stride * Index(part.Axis, c))])];
    }

    /// <summary>The constant of a node's input, for a view; before operator set 7 an attribute said where its axes begin.</summary>
    public static double[] Of(NodeScope scope, int input, View view)
    {
        Tensor constant = scope.Weight(input);
        bool isSlope = scope.Node.Operator == "PRelu" && constant.Shape.Count == 1 && !constant.IsScalar;
        long axis = scope.Node.Integer("axis", isSlope ? 1 : view.Axes.Count - constant.Shape.Count);
        long after = view.Axes.Count - constant.Shape.Count - (axis < 0 ? axis + view.Axes.Count : axis);
        return Of(
            scope.Opset < 7 && after is > 0 and < 8
                ? constant.Reshape([.. constant.Shape, .. Enumerable.Repeat(1, (int)after)])
                : constant,
            view);
    }

    /// <summary>Where a channel stands along an axis.</summary>
    public static int Index(IReadOnlyList<Atom> axis, int channel) =>
        axis.Aggregate(0, (index, atom) => index * atom.Size + channel / atom.Stride % atom.Size);

    public static Tensor Tensor(IReadOnlyList<double> values) => new([values.Count], [.. values.Select(value => (float)value)]);

    private static double? Uniform(Tensor constant) =>
        constant.Length > 0 && Array.TrueForAll(constant.Values, value => value == constant.Values[0]) ? constant.Values[0] : null;

    private static UnsupportedException TooLarge(Tensor constant, View view) =>
        new($"expected a constant that fits {view}, found one of shape {Dims.Text(constant.Shape)}");
}
