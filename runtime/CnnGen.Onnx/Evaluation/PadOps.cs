namespace CnnGen.Onnx.Evaluation;

/// <summary>Padding of any kind.</summary>
internal static class PadOps
{
    public static Tensor[] Pad(NodeCall call)
    {
        Tensor input = call[0];
        (int Before, int After)[] pads = Sides(call, input.Shape.Count);
        string mode = call.Node.Text("mode", "constant");
        double constant = call.Optional(2)?.Scalar ?? call.Node.Number("value", 0);
        int[] shape = [.. input.Shape.Select((dimension, i) => checked(dimension + pads[i].Before + pads[i].After))];
        int[] strides = Dims.Strides(input.Shape);
        var values = new double[Broadcast.Allowed(shape)];
        var index = new int[shape.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int position = 0;
            for (int axis = 0; axis < shape.Length && position >= 0; axis++)
            {
                int source = Source(index[axis] - pads[axis].Before, input.Shape[axis], mode);
                position = source < 0 ? -1 : position + source * strides[axis];
            }

            values[i] = position < 0 ? constant : input.Values[position];
            for (int axis = shape.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
            {
                index[axis] = 0;
            }
        }

        return [new(shape, input.Kind, values)];
    }

    /// <summary>What is added before and after along each axis.</summary>
    public static (int Before, int After)[] Sides(NodeCall call, int rank)
    {
        long[] pads = call.Integers(1, "pads") ?? [];
        int[] axes = call.Optional(3) is { } chosen
            ? [.. chosen.Integers().Select(axis => Dims.Axis(axis, rank))]
            : [.. Enumerable.Range(0, rank)];
        if (pads.Length != 2 * axes.Length || pads.Any(pad => Math.Abs(pad) > 1 << 20))
        {
            throw new UnsupportedException($"expected {2 * axes.Length} pads below 2²⁰, found [{string.Join(", ", pads)}]");
        }

        var sides = new (int Before, int After)[rank];
        for (int i = 0; i < axes.Length; i++)
        {
            sides[axes[i]] = ((int)pads[i], (int)pads[i + axes.Length]);
        }

        return sides;
    }

    private static int Source(int index, int size, string mode) =>
        index >= 0 && index < size ? index : mode switch
        {
            "edge" => Math.Clamp(index, 0, size - 1),
            "reflect" => size == 1 ? 0 : Reflect(index, size),
            "wrap" => (index % size + size) % size,
            _ => -1,
        };

    private static int Reflect(int index, int size)
    {
        int period = 2 * (size - 1), place = (index % period + period) % period;
        return place < size ? place : period - place;
    }
}
