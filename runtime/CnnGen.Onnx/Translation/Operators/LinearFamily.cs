namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Products with constant matrices.</summary>
internal static class LinearFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new() { ["Gemm"] = Gemm, ["MatMul"] = MatMul };

    private static void Gemm(NodeScope scope)
    {
        View view = scope.View(0);
        if (scope.Node.Integer("transA", 0) != 0)
        {
            view = Rearrangement.Transpose(view, [1, 0]);
        }

        Tensor weight = Matrix(scope);
        weight = scope.Node.Integer("transB", 0) != 0 ? weight : Transposed(weight);
        weight = Scaled(weight, scope.Node.Number("alpha", 1));
        Tensor? bias = null;
        if (scope.Node.HasInput(2))
        {
            Tensor given = scope.Weight(2);
            int outputs = weight.Shape[0];
            if (given.Shape.SkipLast(1).Any(size => size != 1) || (given.Length != 1 && given.Length != outputs))
            {
                throw new UnsupportedException($"expected {outputs} biases, found {Dims.Text(given.Shape)}");
            }

            Tensor all = given.Length == outputs ? given.Reshape([outputs])
                : Channels.Tensor([.. Enumerable.Repeat(given.Scalar, outputs)]);
            bias = Scaled(all, scope.Node.Number("beta", 1));
        }

        scope.Return(Product(scope, view, weight, bias));
    }

    private static void MatMul(NodeScope scope)
    {
        if (scope.IsConstant(0) || !scope.IsConstant(1))
        {
            throw new UnsupportedException(
                "expected a computed tensor times a constant matrix; layers multiply two computed tensors only element by element");
        }

        scope.Return(Product(scope, scope.View(0), Transposed(Matrix(scope)), bias: null));
    }

    private static Tensor Matrix(NodeScope scope)
    {
        Tensor weight = scope.Weight(1);
        return weight.Shape.Count >= 2 && weight.Shape.SkipLast(2).All(size => size == 1)
            ? weight.Reshape([.. weight.Shape.TakeLast(2)])
            : throw new UnsupportedException($"expected a constant matrix, found shape {Dims.Text(weight.Shape)}");
    }

    /// <param name="scope">The node.</param>
    /// <param name="view">Its last axis is multiplied.</param>
    /// <param name="weight">Outputs × inputs.</param>
    /// <param name="bias">One for each output.</param>
    private static View Product(NodeScope scope, View view, Tensor weight, Tensor? bias)
    {
        if (view.Axes.Count == 0 || view.Shape[^1] != weight.Shape[1])
        {
            throw new UnsupportedException($"expected {weight.Shape[1]} elements in the last axis, found {view}");
        }

        // all of a sample in one axis: a flatten first
        view = view.Axes[^1].Any(atom => atom.Dim is Dim.H or Dim.W) ? scope.Plain(view) : view;
        IReadOnlyList<Atom> axis = view.Axes[^1];
        int inputs = view.Value.Shape.Channels, outputs = weight.Shape[0];
        if (axis.Any(atom => atom.Dim != Dim.C) || View.Length(axis) != inputs)
        {
            throw new UnsupportedException($"expected the channels, or a vector, in the last axis, found {Layouts.Text(view)}");
        }

        weight = Sorted(weight, axis);
        ImageShape shape = view.Value.Shape with { Channels = outputs };
        Layer layer = shape.IsSinglePixel
            ? scope.Layer("Linear", shape, view.Value).Positional("outFeatures", outputs).Parameter("weight", [outputs, inputs], weight)
            : Pointwise(scope.Layer("Conv2d", shape, view.Value), outputs).Parameter("weight", [outputs, inputs, 1, 1], weight);
        layer = bias is null ? layer.Named("Bias", "false") : layer.Parameter("bias", [outputs], bias);
        layer.Name = scope.NameOf(1, 2);
        Value output = scope.Add(layer);
        return new(output, [.. view.Axes.SkipLast(1), View.Whole(output, Dim.C, 1)]);
    }

    /// <summary>A convolution of single pixels.</summary>
    public static Layer Pointwise(Layer layer, int outputs) => layer.Positional("outChannels", outputs)
        .Window(new(new(1, 1, 1, 0, 0, 1, 1), new(1, 1, 1, 0, 0, 1, 1), RoundsUp: false), isPool: false).Named("Groups", 1, 1);

    /// <summary>Columns in the order of the value's channels.</summary>
    private static Tensor Sorted(Tensor weight, IReadOnlyList<Atom> axis)
    {
        if (axis.Count < 2)
        {
            return weight;
        }

        int outputs = weight.Shape[0], inputs = weight.Shape[1];
        float[] old = weight.ToSingles();
        var sorted = new float[old.Length];
        for (int c = 0; c < inputs; c++)
        {
            int column = Channels.Index(axis, c);
            for (int o = 0; o < outputs; o++)
            {
                sorted[o * inputs + c] = old[o * inputs + column];
            }
        }

        return new(weight.Shape, sorted);
    }

    private static Tensor Transposed(Tensor weight)
    {
        int rows = weight.Shape[0], columns = weight.Shape[1];
        float[] old = weight.ToSingles();
        var transposed = new float[old.Length];
        for (int i = 0; i < old.Length; i++)
        {
            transposed[i % columns * rows + i / columns] = old[i];
        }

        return new([columns, rows], transposed);
    }

    private static Tensor Scaled(Tensor tensor, double factor) =>
        factor == 1 ? tensor : new(tensor.Shape, TensorKind.Float, [.. tensor.Values.Select(value => value * factor)]);
}
