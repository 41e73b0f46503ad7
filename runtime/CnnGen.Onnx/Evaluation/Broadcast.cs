namespace CnnGen.Onnx.Evaluation;

/// <summary>Element by element over tensors whose shapes stretch to one another.</summary>
internal static class Broadcast
{
    public static Tensor Apply(Tensor a, Tensor b, TensorKind kind, Func<double, double, double> function)
    {
        int[] shape = Shape(a.Shape, b.Shape);
        double[] left = Stretch(a, shape), right = Stretch(b, shape);
        var result = new double[left.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = function(left[i], right[i]);
        }

        return new(shape, kind, result);
    }

    /// <summary>The shape that both stretch to.</summary>
    public static int[] Shape(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var shape = new int[Math.Max(a.Count, b.Count)];
        for (int i = 1; i <= shape.Length; i++)
        {
            int left = i <= a.Count ? a[^i] : 1, right = i <= b.Count ? b[^i] : 1;
            shape[^i] = left == right || right == 1 ? left
                : left == 1 ? right
                : throw new UnsupportedException($"shapes {Dims.Text(a)} and {Dims.Text(b)} do not stretch to one another");
        }

        return shape;
    }

    /// <summary>The elements repeated to fill a shape.</summary>
    public static double[] Stretch(Tensor tensor, int[] shape)
    {
        if (tensor.Shape.SequenceEqual(shape))
        {
            return tensor.Values;
        }

        int[] own = Dims.Strides(tensor.Shape);
        var strides = new int[shape.Length];
        for (int i = 1; i <= own.Length; i++)
        {
            strides[^i] = tensor.Shape[^i] == 1 ? 0 : own[^i];
        }

        return Gather(tensor.Values, shape, strides, start: 0);
    }

    /// <summary>Elements at start + Σ index · stride, for every index of a shape.</summary>
    public static T[] Gather<T>(T[] values, int[] shape, int[] strides, int start)
    {
        var result = new T[Allowed(shape)];
        var index = new int[shape.Length];
        int position = start;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[position];
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                position += strides[axis];
                if (++index[axis] < shape[axis])
                {
                    break;
                }

                position -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }

        return result;
    }

    /// <summary>The elements of a shape, unless a small file asks for more memory than a network's tensor takes.</summary>
    public static int Allowed(IReadOnlyList<int> shape)
    {
        const long most = 1 << 24;
        long count = Dims.Count(shape);
        return count <= most
            ? (int)count
            : throw new UnsupportedException($"a tensor of shape {Dims.Text(shape)} has more than {most} elements");
    }
}
