namespace CnnGen.Onnx.Evaluation;

/// <summary>Images in other sizes.</summary>
internal static class ResizeOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new() { ["Resize"] = Resize, ["Upsample"] = Resize };

    /// <summary>One axis after the other.</summary>
    private static Tensor[] Resize(NodeCall call)
    {
        Tensor result = call[0];
        Resampling[] axes = Resampling.Of(call, result.Shape);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            int[] shape = [.. result.Shape];
            int inner = Dims.Strides(shape)[axis], size = shape[axis], length = axes[axis].Output;
            shape[axis] = length;
            var values = new double[Broadcast.Allowed(shape)];
            for (int i = 0; i < values.Length; i++)
            {
                (int first, int second, double weight) = axes[axis].Taps[i / inner % length];
                int start = i / inner / length * size * inner + i % inner;
                double a = result.Values[start + first * inner];
                values[i] = weight == 0 ? a : a * (1 - weight) + result.Values[start + second * inner] * weight;
            }

            result = new(shape, result.Kind, values);
        }

        return [result];
    }
}
