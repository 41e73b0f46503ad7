namespace CnnGen.Onnx.Evaluation;

/// <summary>Convolutions and pools over images and sequences.</summary>
internal static class WindowOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new()
    {
        ["Conv"] = Conv,
        ["ConvTranspose"] = ConvTranspose,
        ["MaxPool"] = call => Pool(call, (sum, x) => Math.Max(sum, x), double.NegativeInfinity, (largest, _, _) => largest),
        ["AveragePool"] = call =>
        {
            bool countsPadding = call.Node.Integer("count_include_pad", 0) != 0;
            return Pool(call, (sum, x) => sum + x, 0, (sum, inside, padded) => sum / (countsPadding ? padded : inside));
        },
        ["LpPool"] = call =>
        {
            double power = call.Node.Integer("p", 2);
            return Pool(call, (sum, x) => sum + Math.Pow(Math.Abs(x), power), 0, (sum, _, _) => Math.Pow(sum, 1 / power));
        },
    };

    private static Tensor[] Conv(NodeCall call)
    {
        Tensor input = call[0], weight = call[1];
        double[] x = input.Values, w = weight.Values;
        double[]? bias = call.Optional(2)?.Values;
        int groups = checked((int)call.Node.Integer("group", 1));
        int batch = input.Shape[0], channels = weight.Shape[0], depth = weight.Shape[1];
        WindowGeometry window = WindowGeometry.Of(
            call.Node, [.. weight.Shape.Skip(2).Select(size => (long)size)], [.. input.Shape.Skip(2)]);
        WindowAxis v = window.Vertical, h = window.Horizontal;
        int[] shape = Output(input, channels, window);
        var y = new double[Broadcast.Allowed(shape)];
        int perGroup = channels / groups;
        Parallel.For(0, batch * channels, plane =>
        {
            int o = plane % channels, from = plane / channels * input.Shape[1] + o / perGroup * depth;
            for (int i = 0; i < v.Output * h.Output; i++)
            {
                int top = i / h.Output * v.Stride - v.Before, left = i % h.Output * h.Stride - h.Before;
                double sum = bias?[o] ?? 0;
                for (int c = 0; c < depth; c++)
                {
                    for (int ky = 0; ky < v.Kernel; ky++)
                    {
                        int row = top + ky * v.Dilation;
                        if ((uint)row >= (uint)v.Input)
                        {
                            continue;
                        }

                        int source = ((from + c) * v.Input + row) * h.Input, tap = ((o * depth + c) * v.Kernel + ky) * h.Kernel;
                        for (int kx = 0; kx < h.Kernel; kx++)
                        {
                            int column = left + kx * h.Dilation;
                            if ((uint)column < (uint)h.Input)
                            {
                                sum += x[source + column] * w[tap + kx];
                            }
                        }
                    }
                }

                y[plane * v.Output * h.Output + i] = sum;
            }
        });
        return [new(shape, TensorKind.Float, y)];
    }

    private static Tensor[] ConvTranspose(NodeCall call)
    {
        Tensor input = call[0], weight = call[1];
        double[]? bias = call.Optional(2)?.Values;
        TransposedGeometry window = TransposedGeometry.Of(call.Node, weight.Shape, input.Shape);
        TransposedAxis v = window.Vertical, h = window.Horizontal;
        int groups = checked((int)call.Node.Integer("group", 1));
        int batch = input.Shape[0], depth = input.Shape[1], perGroup = weight.Shape[1], channels = perGroup * groups;
        int[] shape = input.Shape.Count == 4 ? [batch, channels, v.Output, h.Output] : [batch, channels, h.Output];
        var y = new double[Broadcast.Allowed(shape)];
        for (int plane = 0; plane < batch * channels; plane++)
        {
            int o = plane % channels, group = o / perGroup;
            Array.Fill(y, bias?[o] ?? 0, plane * v.Output * h.Output, v.Output * h.Output);
            for (int c = group * (depth / groups); c < (group + 1) * (depth / groups); c++)
            {
                for (int i = 0; i < v.Input * h.Input * v.Kernel * h.Kernel; i++)
                {
                    int kx = i % h.Kernel, ky = i / h.Kernel % v.Kernel, pixel = i / h.Kernel / v.Kernel;
                    int row = pixel / h.Input * v.Stride - v.Before + ky * v.Dilation;
                    int column = pixel % h.Input * h.Stride - h.Before + kx * h.Dilation;
                    if ((uint)row < (uint)v.Output && (uint)column < (uint)h.Output)
                    {
                        y[(plane * v.Output + row) * h.Output + column] +=
                            input.Values[(plane / channels * depth + c) * v.Input * h.Input + pixel]
                            * weight.Values[((c * perGroup + o % perGroup) * v.Kernel + ky) * h.Kernel + kx];
                    }
                }
            }
        }

        return [new(shape, TensorKind.Float, y)];
    }

    private static Tensor[] Pool(
        NodeCall call, Func<double, double, double> add, double start, Func<double, int, int, double> finish)
    {
        Tensor input = call[0];
        WindowGeometry window = WindowGeometry.Of(call.Node, kernel: null, [.. input.Shape.Skip(2)]);
        WindowAxis v = window.Vertical, h = window.Horizontal;
        int[] shape = Output(input, input.Shape[1], window);
        var y = new double[Broadcast.Allowed(shape)];
        for (int i = 0; i < y.Length; i++)
        {
            int plane = i / (v.Output * h.Output);
            int top = i / h.Output % v.Output * v.Stride - v.Before, left = i % h.Output * h.Stride - h.Before;
            double sum = start;
            int inside = 0, padded = 0;
            for (int tap = 0; tap < v.Kernel * h.Kernel; tap++)
            {
                int row = top + tap / h.Kernel * v.Dilation, column = left + tap % h.Kernel * h.Dilation;
                padded += row < v.Input + v.After && column < h.Input + h.After ? 1 : 0;
                if ((uint)row < (uint)v.Input && (uint)column < (uint)h.Input)
                {
                    sum = add(sum, input.Values[(plane * v.Input + row) * h.Input + column]);
                    inside++;
                }
            }

            y[i] = finish(sum, inside, padded);
        }

        return [new(shape, TensorKind.Float, y)];
    }

    private static int[] Output(Tensor input, int channels, WindowGeometry window) => input.Shape.Count == 4
        ? [input.Shape[0], channels, window.Vertical.Output, window.Horizontal.Output]
        : [input.Shape[0], channels, window.Horizontal.Output];
}
