namespace CnnGen.Onnx.Evaluation;

/// <summary>Sums, means and so on over some axes; softmax.</summary>
internal static class ReduceOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new()
    {
        ["ReduceMean"] = Reduce(values => values.Average()),
        ["ReduceSum"] = Reduce(values => values.Sum()),
        ["ReduceMax"] = Reduce(values => values.Max()),
        ["ReduceMin"] = Reduce(values => values.Min()),
        ["ReduceProd"] = Reduce(values => values.Aggregate(1.0, (a, b) => a * b)),
        ["ReduceL1"] = Reduce(values => values.Sum(Math.Abs)),
        ["ReduceL2"] = Reduce(values => Math.Sqrt(values.Sum(value => value * value))),
        ["ReduceSumSquare"] = Reduce(values => values.Sum(value => value * value)),
        ["GlobalAveragePool"] = call => Spatial(call, values => values.Average()),
        ["GlobalMaxPool"] = call => Spatial(call, values => values.Max()),
        ["GlobalLpPool"] = call =>
        {
            double power = call.Node.Integer("p", 2);
            return Spatial(call, values => Math.Pow(values.Sum(value => Math.Pow(Math.Abs(value), power)), 1 / power));
        },
        ["Softmax"] = call => Softmax(call, isLogarithmic: false),
        ["LogSoftmax"] = call => Softmax(call, isLogarithmic: true),
    };

    private static Func<NodeCall, Tensor[]> Reduce(Func<IReadOnlyList<double>, double> function) => call =>
        [Over(call[0], call.Axes(1, call[0].Shape.Count), call.Node.Integer("keepdims", 1) != 0, function)];

    private static Tensor[] Spatial(NodeCall call, Func<IReadOnlyList<double>, double> function) =>
        [Over(call[0], [.. Enumerable.Range(2, Math.Max(0, call[0].Shape.Count - 2))], keepsAxes: true, function)];

    private static Tensor Over(Tensor input, int[] axes, bool keepsAxes, Func<IReadOnlyList<double>, double> function)
    {
        int rank = input.Shape.Count;
        int[] kept = [.. Enumerable.Range(0, rank).Except(axes)];
        int[] strides = Dims.Strides(input.Shape);
        int[] order = [.. kept, .. axes];
        double[] sorted = Broadcast.Gather(
            input.Values, [.. order.Select(axis => input.Shape[axis])], [.. order.Select(axis => strides[axis])], 0);
        int[] shape = keepsAxes
            ? [.. input.Shape.Select((dimension, i) => axes.Contains(i) ? 1 : dimension)]
            : [.. kept.Select(axis => input.Shape[axis])];
        var result = new double[Dims.Count(shape)];
        int length = result.Length == 0 ? 0 : sorted.Length / result.Length;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = function(new ArraySegment<double>(sorted, i * length, length));
        }

        return new(shape, input.Kind, result);
    }

    /// <summary>Along one axis; before operator set 13 over all from that axis on.</summary>
    private static Tensor[] Softmax(NodeCall call, bool isLogarithmic)
    {
        Tensor input = call[0];
        int rank = input.Shape.Count;
        int axis = Dims.Axis(call.Node.Integer("axis", call.Opset < 13 ? 1 : -1), rank);
        int length = call.Opset < 13 ? (int)Dims.Count([.. input.Shape.Skip(axis)]) : input.Shape[axis];
        int stride = call.Opset < 13 ? 1 : Dims.Strides(input.Shape)[axis];
        var result = new double[input.Length];
        for (int first = 0; first < input.Length; first++)
        {
            if (first / stride % length != 0)
            {
                continue;
            }

            double largest = double.NegativeInfinity, sum = 0;
            for (int i = 0; i < length; i++)
            {
                largest = Math.Max(largest, input.Values[first + i * stride]);
            }

            for (int i = 0; i < length; i++)
            {
                sum += Math.Exp(input.Values[first + i * stride] - largest);
            }

            for (int i = 0; i < length; i++)
            {
                double log = input.Values[first + i * stride] - largest - Math.Log(sum);
                result[first + i * stride] = isLogarithmic ? log : Math.Exp(log);
            }
        }

        return [new(input.Shape, input.Kind, result)];
    }
}
