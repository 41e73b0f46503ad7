namespace CnnGen.Onnx.Evaluation;

/// <summary>Operators that move elements, or tell their shape.</summary>
internal static class ShapeOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new()
    {
        ["Shape"] = call => [Shape(call.Node, call[0].Shape)],
        ["Size"] = call => [new([], TensorKind.Integer, [call[0].Length])],
        ["Constant"] = Constant,
        ["ConstantOfShape"] = ConstantOfShape,
        ["Range"] = Range,
        ["Reshape"] = call => [call[0].Reshape(
            Reshape(call[0].Shape, call.Integers(1, "shape") ?? [], call.Node.Integer("allowzero", 0) != 0))],
        ["Flatten"] = call => [call[0].Reshape(Flatten(call[0].Shape, call.Node.Integer("axis", 1)))],
        ["Squeeze"] = call => [call[0].Reshape(Squeeze(call[0].Shape, call.Integers(1, "axes")))],
        ["Unsqueeze"] = call => [call[0].Reshape(Unsqueeze(call[0].Shape, call.Integers(1, "axes") ?? []))],
        ["Transpose"] = call => [Transpose(call[0], Permutation(call.Node.Integers("perm"), call[0].Shape.Count))],
        ["Expand"] = Expand,
        ["Tile"] = Tile,
        ["Gather"] = Gather,
        ["Concat"] = call => [Concat(
            [.. call.Inputs.Select((_, i) => call[i])], Dims.Axis(call.Node.Integer("axis", 1), call[0].Shape.Count))],
        ["Slice"] = SliceOps.Slice,
        ["Split"] = SliceOps.Split,
        ["DepthToSpace"] = DepthToSpace,
        ["SpaceToDepth"] = SpaceToDepth,
        ["Pad"] = PadOps.Pad,
    };

    public static Tensor Shape(Reading.OnnxNode node, IReadOnlyList<int> shape)
    {
        int rank = shape.Count;
        int start = Bound(node.Integer("start", 0)), end = Bound(node.Integer("end", rank));
        return Tensor.Of([.. shape.Skip(start).Take(Math.Max(0, end - start)).Select(dimension => (long)dimension)]);

        int Bound(long value) => (int)Math.Clamp(value < 0 ? value + rank : value, 0, rank);
    }

    /// <summary>−1 takes what is left, 0 the input's dimension.</summary>
    public static int[] Reshape(IReadOnlyList<int> input, long[] asked, bool keepsZeros)
    {
        long[] shape = [.. asked.Select((dimension, i) => dimension == 0 && !keepsZeros && i < input.Count ? input[i] : dimension)];
        long count = Dims.Count(input), known = 1;
        foreach (long dimension in shape.Where(dimension => dimension != -1))
        {
            known = dimension is >= 0 and <= int.MaxValue && known * dimension <= Dims.MostElements ? known * dimension : -1;
            if (known < 0)
            {
                break;
            }
        }

        int open = Array.IndexOf(shape, -1);
        if (open >= 0 && known > 0 && count % known == 0 && count / known <= int.MaxValue)
        {
            shape[open] = count / known;
            known = count;
        }

        return known == count && !shape.Contains(-1)
            ? [.. shape.Select(dimension => (int)dimension)]
            : throw new UnsupportedException($"shape {Dims.Text(input)} cannot become [{string.Join(", ", asked)}]");
    }

    public static int[] Flatten(IReadOnlyList<int> shape, long axis)
    {
        int at = (int)Math.Clamp(axis < 0 ? axis + shape.Count : axis, 0, shape.Count);
        return [(int)Dims.Count([.. shape.Take(at)]), (int)Dims.Count([.. shape.Skip(at)])];
    }

    public static int[] Squeeze(IReadOnlyList<int> shape, long[]? axes)
    {
        HashSet<int>? dropped = axes is null ? null : [.. axes.Select(axis => Dims.Axis(axis, shape.Count))];
        foreach (int axis in dropped ?? [])
        {
            if (shape[axis] != 1)
            {
                throw new UnsupportedException($"axis {axis} of shape {Dims.Text(shape)} is not 1, so it cannot be squeezed");
            }
        }

        return [.. shape.Where((dimension, i) => dropped is null ? dimension != 1 : !dropped.Contains(i))];
    }

    public static int[] Unsqueeze(IReadOnlyList<int> shape, long[] axes)
    {
        int rank = shape.Count + axes.Length;
        HashSet<int> added = [.. axes.Select(axis => Dims.Axis(axis, rank))];
        if (added.Count < axes.Length)
        {
            throw new UnsupportedException($"axes [{string.Join(", ", axes)}] name one axis twice");
        }

        var old = new Queue<int>(shape);
        return [.. Enumerable.Range(0, rank).Select(axis => added.Contains(axis) ? 1 : old.Dequeue())];
    }

    public static int[] Permutation(long[]? given, int rank)
    {
        int[] permutation = given is null ? [.. Enumerable.Range(0, rank).Reverse()] : [.. given.Select(axis => Dims.Axis(axis, rank))];
        return permutation.Order().SequenceEqual(Enumerable.Range(0, rank))
            ? permutation
            : throw new UnsupportedException($"[{string.Join(", ", permutation)}] is no permutation of {rank} axes");
    }

    public static Tensor Transpose(Tensor input, int[] permutation)
    {
        int[] strides = Dims.Strides(input.Shape);
        int[] shape = [.. permutation.Select(axis => input.Shape[axis])];
        int[] moved = [.. permutation.Select(axis => strides[axis])];
        return input.IsSingle
            ? new(shape, Broadcast.Gather(input.ToSingles(), shape, moved, 0))
            : new(shape, input.Kind, Broadcast.Gather(input.Values, shape, moved, 0));
    }

    public static Tensor Concat(IReadOnlyList<Tensor> parts, int axis)
    {
        int[] shape = [.. parts[0].Shape];
        shape[axis] = checked((int)parts.Sum(part => (long)part.Shape[axis]));
        foreach (Tensor part in parts)
        {
            if (part.Shape.Count != shape.Length || part.Shape.Where((dimension, i) => i != axis && dimension != shape[i]).Any())
            {
                throw new UnsupportedException($"shapes {Dims.Text(parts[0].Shape)} and {Dims.Text(part.Shape)} differ beside axis {axis}");
            }
        }

        int outer = (int)Dims.Count([.. shape.Take(axis)]);
        var values = new double[Broadcast.Allowed(shape)];
        int row = outer == 0 ? 0 : values.Length / outer, offset = 0;
        foreach (Tensor part in parts)
        {
            int length = outer == 0 ? 0 : part.Length / outer;
            for (int i = 0; i < outer; i++)
            {
                Array.Copy(part.Values, i * length, values, i * row + offset, length);
            }

            offset += length;
        }

        return new(shape, parts[0].Kind, values);
    }

    private static Tensor[] Constant(NodeCall call)
    {
        Reading.OnnxNode node = call.Node;
        return node.Tensor("value") is { } tensor ? [tensor]
            : node.Attributes.ContainsKey("value_int") ? [new([], TensorKind.Integer, [node.Integer("value_int", 0)])]
            : node.Attributes.ContainsKey("value_float") ? [new([], TensorKind.Float, [node.Number("value_float", 0)])]
            : node.Integers("value_ints") is { } integers ? [Tensor.Of(integers)]
            : node.Numbers("value_floats") is { } numbers ? [new([numbers.Length], numbers)]
            : throw new UnsupportedException("a constant that is no tensor of numbers");
    }

    private static Tensor[] ConstantOfShape(NodeCall call)
    {
        int[] shape = [.. call[0].Integers().Select(dimension => checked((int)dimension))];
        Tensor value = call.Node.Tensor("value") ?? new([1], [0f]);
        var values = new double[Broadcast.Allowed(shape)];
        Array.Fill(values, value.Scalar);
        return [new(shape, value.Kind, values)];
    }

    private static Tensor[] Range(NodeCall call)
    {
        double start = call[0].Scalar, end = call[1].Scalar, step = call[2].Scalar;
        double count = Math.Max(0, Math.Ceiling((end - start) / step));
        var values = new double[Broadcast.Allowed([count < int.MaxValue ? (int)count : int.MaxValue])];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = start + i * step;
        }

        return [new([values.Length], call[0].Kind, values)];
    }

    private static Tensor[] Expand(NodeCall call)
    {
        int[] shape = Broadcast.Shape(call[0].Shape, [.. call[1].Integers().Select(dimension => checked((int)dimension))]);
        Broadcast.Allowed(shape);
        return [new(shape, call[0].Kind, Broadcast.Stretch(call[0], shape))];
    }

    private static Tensor[] Tile(NodeCall call)
    {
        Tensor result = call[0];
        long[] repeats = call[1].Integers();
        for (int axis = 0; axis < repeats.Length; axis++)
        {
            int[] shape = [.. result.Shape.Select((dimension, i) => i == axis ? checked(dimension * (int)repeats[axis]) : dimension)];
            Broadcast.Allowed(shape);
            result = Concat([.. Enumerable.Repeat(result, (int)repeats[axis])], axis);
        }

        return [result];
    }

    private static Tensor[] Gather(NodeCall call)
    {
        Tensor data = call[0], indices = call[1];
        int axis = Dims.Axis(call.Node.Integer("axis", 0), data.Shape.Count), size = data.Shape[axis];
        int outer = (int)Dims.Count([.. data.Shape.Take(axis)]), inner = (int)Dims.Count([.. data.Shape.Skip(axis + 1)]);
        int[] shape = [.. data.Shape.Take(axis), .. indices.Shape, .. data.Shape.Skip(axis + 1)];
        var values = new double[Broadcast.Allowed(shape)];
        int[] chosen = [.. indices.Integers().Select(index => Dims.Axis(index, size))];
        for (int i = 0; i < outer; i++)
        {
            for (int j = 0; j < chosen.Length; j++)
            {
                Array.Copy(data.Values, (i * size + chosen[j]) * inner, values, (i * chosen.Length + j) * inner, inner);
            }
        }

        return [new(shape, data.Kind, values)];
    }

    private static Tensor[] DepthToSpace(NodeCall call)
    {
        int block = checked((int)call.Node.Integer("blocksize", 1));
        int[] s = [.. call[0].Shape];
        bool isColumnRow = call.Node.Text("mode", "DCR") == "CRD";
        int depth = s[1] / (block * block);
        Tensor split = call[0].Reshape(isColumnRow ? [s[0], depth, block, block, s[2], s[3]] : [s[0], block, block, depth, s[2], s[3]]);
        Tensor moved = Transpose(split, isColumnRow ? [0, 1, 4, 2, 5, 3] : [0, 3, 4, 1, 5, 2]);
        return [moved.Reshape([s[0], depth, s[2] * block, s[3] * block])];
    }

    private static Tensor[] SpaceToDepth(NodeCall call)
    {
        int block = checked((int)call.Node.Integer("blocksize", 1));
        int[] s = [.. call[0].Shape];
        Tensor split = call[0].Reshape([s[0], s[1], s[2] / block, block, s[3] / block, block]);
        return [Transpose(split, [0, 3, 5, 1, 2, 4]).Reshape([s[0], s[1] * block * block, s[2] / block, s[3] / block])];
    }
}
