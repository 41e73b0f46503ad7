namespace CnnGen.Onnx.Evaluation;

/// <summary>Products of matrices.</summary>
internal static class MatrixOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new()
    {
        ["Gemm"] = Gemm,
        ["MatMul"] = call => [Product(call[0], call[1])],
    };

    private static Tensor[] Gemm(NodeCall call)
    {
        Tensor a = call.Node.Integer("transA", 0) != 0 ? ShapeOps.Transpose(call[0], [1, 0]) : call[0];
        Tensor b = call.Node.Integer("transB", 0) != 0 ? ShapeOps.Transpose(call[1], [1, 0]) : call[1];
        double alpha = call.Node.Number("alpha", 1), beta = call.Node.Number("beta", 1);
        Tensor product = Product(a, b);
        return call.Optional(2) is { } c
            ? [Broadcast.Apply(product, c, TensorKind.Float, (x, y) => alpha * x + beta * y)]
            : [new(product.Shape, TensorKind.Float, Array.ConvertAll(product.Values, x => alpha * x))];
    }

    /// <summary>Matrices in the last two dimensions; those before stretch to one another.</summary>
    private static Tensor Product(Tensor a, Tensor b)
    {
        bool isRow = a.Shape.Count == 1, isColumn = b.Shape.Count == 1;
        a = isRow ? a.Reshape([1, a.Length]) : a;
        b = isColumn ? b.Reshape([b.Length, 1]) : b;
        int rows = a.Shape[^2], inner = a.Shape[^1], columns = b.Shape[^1];
        if (b.Shape[^2] != inner)
        {
            throw new UnsupportedException($"shapes {Dims.Text(a.Shape)} and {Dims.Text(b.Shape)} cannot be multiplied");
        }

        int[] outer = Broadcast.Shape([.. a.Shape.SkipLast(2)], [.. b.Shape.SkipLast(2)]);
        double[] left = Broadcast.Stretch(a, [.. outer, rows, inner]), right = Broadcast.Stretch(b, [.. outer, inner, columns]);
        int[] shape = [.. outer, rows, columns];
        var result = new double[Broadcast.Allowed(shape)];
        for (int i = 0; i < result.Length; i++)
        {
            int matrix = i / (rows * columns), row = i / columns % rows, column = i % columns;
            double sum = 0;
            for (int k = 0; k < inner; k++)
            {
                sum += left[(matrix * rows + row) * inner + k] * right[(matrix * inner + k) * columns + column];
            }

            result[i] = sum;
        }

        Tensor product = new(shape, TensorKind.Float, result);
        return isRow || isColumn
            ? product.Reshape([.. outer, .. isRow ? Array.Empty<int>() : [rows], .. isColumn ? Array.Empty<int>() : [columns]])
            : product;
    }
}
