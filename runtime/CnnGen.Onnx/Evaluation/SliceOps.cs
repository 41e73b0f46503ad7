namespace CnnGen.Onnx.Evaluation;

/// <summary>Parts of tensors.</summary>
internal static class SliceOps
{
    public static Tensor[] Slice(NodeCall call)
    {
        Tensor input = call[0];
        int[] strides = Dims.Strides(input.Shape), shape = [.. input.Shape];
        int start = 0;
        foreach (AxisSlice slice in AxisSlice.Of(call, input.Shape))
        {
            start += slice.Start * strides[slice.Axis];
            strides[slice.Axis] *= slice.Step;
            shape[slice.Axis] = slice.Count;
        }

        return [new(shape, input.Kind, Broadcast.Gather(input.Values, shape, strides, start))];
    }

    public static Tensor[] Split(NodeCall call)
    {
        Tensor input = call[0];
        int axis = Dims.Axis(call.Node.Integer("axis", 0), input.Shape.Count);
        int[] strides = Dims.Strides(input.Shape);
        var parts = new List<Tensor>();
        int start = 0;
        foreach (int length in Lengths(call, input.Shape[axis]))
        {
            int[] shape = [.. input.Shape.Select((dimension, i) => i == axis ? length : dimension)];
            parts.Add(new(shape, input.Kind, Broadcast.Gather(input.Values, shape, strides, start * strides[axis])));
            start += length;
        }

        return [.. parts];
    }

    /// <summary>Lengths of the parts: given, or as equal as possible.</summary>
    public static int[] Lengths(NodeCall call, int size)
    {
        int parts = Math.Max(1, call.Node.Outputs.Count);
        int each = (size + parts - 1) / parts;
        int[] lengths = call.Integers(1, "split") is { } given
            ? [.. given.Select(length => (int)Math.Clamp(length, -1, int.MaxValue))]
            : [.. Enumerable.Range(0, parts).Select(i => Math.Min(each, size - i * each))];
        return lengths.All(length => length >= 0) && lengths.Sum(length => (long)length) == size
            ? lengths
            : throw new UnsupportedException($"{size} elements do not split into [{string.Join(", ", lengths)}]");
    }
}

/// <summary>What a slice takes along an axis.</summary>
internal readonly record struct AxisSlice(int Axis, int Start, int Count, int Step)
{
    /// <summary>The slices of a <c>Slice</c>: inputs since operator set 10, attributes before.</summary>
    public static IEnumerable<AxisSlice> Of(NodeCall call, IReadOnlyList<int> shape)
    {
        long[] starts = call.Integers(1, "starts") ?? [], ends = call.Integers(2, "ends") ?? [];
        long[] axes = call.Integers(3, "axes") ?? [.. Enumerable.Range(0, starts.Length).Select(i => (long)i)];
        long[] steps = call.Optional(4)?.Integers() ?? [.. starts.Select(_ => 1L)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length || steps.Contains(0))
        {
            throw new UnsupportedException("starts, ends, axes and steps of a slice differ in length, or a step is 0");
        }

        return starts.Select((start, i) => Along(Dims.Axis(axes[i], shape.Count), shape, start, ends[i], steps[i])).ToList();
    }

    private static AxisSlice Along(int axis, IReadOnlyList<int> shape, long start, long end, long step)
    {
        long size = shape[axis];
        long lowest = step < 0 ? -1 : 0, highest = step < 0 ? size - 1 : size;
        long first = Math.Clamp(start < 0 ? Math.Max(start, -size) + size : start, step < 0 ? 0 : lowest, highest);
        long last = Math.Clamp(end < 0 ? Math.Max(end, -size - 1) + size : end, lowest, highest);
        long count = step > 0 ? (last - first + step - 1) / Math.Max(1, step) : (first - last - step - 1) / -Math.Max(step, -int.MaxValue);
        return new(axis, (int)first, (int)Math.Clamp(count, 0, size), (int)Math.Clamp(step, -int.MaxValue, int.MaxValue));
    }
}
