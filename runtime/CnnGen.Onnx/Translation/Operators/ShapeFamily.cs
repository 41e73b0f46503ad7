using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Reshapes and transpositions: other ways to look at a value.</summary>
internal static class ShapeFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new()
    {
        ["Identity"] = scope => scope.Return(scope.View(0)),
        ["Dropout"] = Dropout,
        ["Cast"] = Cast,
        ["Reshape"] = scope => Reshape(scope, shape => ShapeOps.Reshape(
            shape, scope.Call.Integers(1, "shape") ?? throw Computed(), scope.Node.Integer("allowzero", 0) != 0)),
        ["Flatten"] = scope => Reshape(scope, shape => ShapeOps.Flatten(shape, scope.Node.Integer("axis", 1))),
        ["Squeeze"] = scope => Reshape(scope, shape => ShapeOps.Squeeze(shape, Axes(scope))),
        ["Unsqueeze"] = scope => Reshape(scope, shape => ShapeOps.Unsqueeze(shape, Axes(scope) ?? [])),
        ["Transpose"] = scope => scope.Return(Rearrangement.Transpose(
            scope.View(0), ShapeOps.Permutation(scope.Node.Integers("perm"), scope.View(0).Axes.Count))),
        ["Expand"] = Expand,
        ["DepthToSpace"] = DepthToSpace,
        ["SpaceToDepth"] = SpaceToDepth,
    };

    private static void Reshape(NodeScope scope, Func<IReadOnlyList<int>, int[]> shape)
    {
        View view = scope.View(0);
        int[] target = shape(view.Shape);
        try
        {
            scope.Return(Layouts.Shuffled(Rearrangement.Reshape(view, target), scope));
        }
        catch (UnsupportedException) when (!Layouts.IsPlain(view))
        {
            // what was rearranged before may be a layer
            scope.Return(Rearrangement.Reshape(scope.Plain(view), target));
        }
    }

    private static long[]? Axes(NodeScope scope) =>
        scope.Node.HasInput(1) && !scope.IsConstant(1) ? throw Computed() : scope.Call.Integers(1, "axes");

    private static UnsupportedException Computed() => new("expected a constant shape or axes, found computed ones");

    private static void Dropout(NodeScope scope)
    {
        scope.OnlyFirstOutput();
        if (scope.Constant(2) is { Scalar: not 0 })
        {
            throw new UnsupportedException("expected a model in evaluation mode, found dropout in training mode");
        }

        scope.Return(scope.View(0));
    }

    private static void Cast(NodeScope scope)
    {
        var type = (global::Onnx.TensorProto.Types.DataType)scope.Node.Integer("to", 1);
        if (type is not (global::Onnx.TensorProto.Types.DataType.Float or global::Onnx.TensorProto.Types.DataType.Double
            or global::Onnx.TensorProto.Types.DataType.Float16 or global::Onnx.TensorProto.Types.DataType.Bfloat16))
        {
            throw new UnsupportedException($"expected a floating-point type, found {type}; layers compute in single precision");
        }

        scope.Return(scope.View(0));
    }

    private static void Expand(NodeScope scope)
    {
        View view = scope.View(0);
        int[] shape = Broadcast.Shape(view.Shape, [.. scope.Weight(1).Integers().Select(size => checked((int)size))]);
        if (Dims.Count(shape) != Dims.Count(view.Shape))
        {
            throw new UnsupportedException($"expected an expansion that keeps the elements, found {view} to {Dims.Text(shape)}");
        }

        scope.Return(Rearrangement.Reshape(view, shape));
    }

    private static void DepthToSpace(NodeScope scope)
    {
        View view = scope.Image();
        int block = Block(scope), depth = view.Value.Shape.Channels / (block * block);
        IReadOnlyList<int> s = view.Shape;
        if (s.Count != 4 || depth * block * block != view.Value.Shape.Channels)
        {
            throw new UnsupportedException($"expected an image whose channels {block}² divides, found {view}");
        }

        bool isColumnRow = scope.Node.Text("mode", "DCR") == "CRD";
        View split = Rearrangement.Reshape(
            view, isColumnRow ? [s[0], depth, block, block, s[2], s[3]] : [s[0], block, block, depth, s[2], s[3]]);
        View moved = Rearrangement.Transpose(split, isColumnRow ? [0, 1, 4, 2, 5, 3] : [0, 3, 4, 1, 5, 2]);
        scope.Return(scope.Plain(Rearrangement.Reshape(moved, [s[0], depth, s[2] * block, s[3] * block])));
    }

    /// <summary>A convolution whose weights are zeros and ones, since no attribute of its own does it.</summary>
    private static void SpaceToDepth(NodeScope scope)
    {
        View view = scope.Image();
        int block = Block(scope), channels = view.Value.Shape.Channels, outputs = channels * block * block;
        (int height, int width) = (view.Value.Shape.Height, view.Value.Shape.Width);
        if (height % block != 0 || width % block != 0)
        {
            throw new UnsupportedException($"expected an image whose height and width {block} divides, found {view}");
        }

        var weight = new float[checked(outputs * channels * block * block)];
        for (int o = 0; o < outputs; o++)
        {
            weight[(o * channels + o % channels) * block * block + o / channels] = 1;
        }

        Layer layer = scope.Layer("Conv2d", new(outputs, height / block, width / block), view.Value).Positional("outChannels", outputs)
            .Window(
                new(new(block, block, 1, 0, 0, height, height / block), new(block, block, 1, 0, 0, width, width / block), RoundsUp: false),
                isPool: false)
            .Named("Groups", 1, 1).Parameter("weight", [outputs, channels, block, block], new([outputs, channels, block, block], weight))
            .Named("Bias", "false");
        scope.Return(WindowArguments.Viewed(scope.Add(layer), view, scope.Batch));
    }

    private static int Block(NodeScope scope)
    {
        long block = scope.Node.Integer("blocksize", 1);
        return block is >= 1 and < 1 << 10 ? (int)block
            : throw new UnsupportedException($"expected a block size from 1 to 1023, found {block}");
    }
}
