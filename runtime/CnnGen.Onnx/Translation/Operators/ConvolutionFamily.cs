using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Convolutions.</summary>
internal static class ConvolutionFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new() { ["Conv"] = Conv, ["ConvTranspose"] = ConvTranspose };

    private static void Conv(NodeScope scope)
    {
        View image = scope.Image();
        Tensor weight = scope.Weight(1);
        int groups = Groups(scope, weight, image);
        int channels = image.Value.Shape.Channels, outputs = weight.Shape[0];
        if (weight.Shape[1] * groups != channels || outputs % groups != 0)
        {
            throw new UnsupportedException($"expected weights for {channels} channels in {groups} groups, found {Dims.Text(weight.Shape)}");
        }

        WindowGeometry window = WindowArguments.Of(scope, image, [.. weight.Shape.Skip(2).Select(size => (long)size)]);
        int[] shape = [outputs, weight.Shape[1], window.Vertical.Kernel, window.Horizontal.Kernel];
        bool isDepthwise = groups == channels && channels > 1;
        Layer layer = scope.Layer(isDepthwise ? "DepthwiseConv2d" : "Conv2d", window.Output(outputs), image.Value);
        layer = isDepthwise ? layer : layer.Positional("outChannels", outputs);
        layer.Window(window, isPool: false);
        layer = isDepthwise ? layer.Named("Multiplier", outputs / channels, 1) : layer.Named("Groups", groups, 1);
        layer.Parameter("weight", shape, Fitted(weight, shape)).Bias(scope, 2, outputs);
        layer.Name = scope.NameOf(1, 2);
        scope.Return(WindowArguments.Viewed(scope.Add(layer), image, scope.Batch));
    }

    /// <summary>
    /// The attribute has one kernel, stride and padding for both axes; what the output loses besides is cut off behind it.
    /// </summary>
    private static void ConvTranspose(NodeScope scope)
    {
        View image = scope.Image();
        Tensor weight = scope.Weight(1);
        int groups = Groups(scope, weight, image), outputs = weight.Shape[1] * groups;
        TransposedGeometry window = TransposedGeometry.Of(scope.Node, weight.Shape, image.Shape);
        (TransposedAxis v, TransposedAxis h) = (window.Vertical, window.Horizontal);
        if (weight.Shape[0] != image.Value.Shape.Channels || (v.Kernel, v.Stride, v.Dilation) != (h.Kernel, h.Stride, h.Dilation))
        {
            throw new UnsupportedException(
                "expected one kernel, stride and dilation for both axes, found "
                + $"kernel {v.Kernel}×{h.Kernel}, stride {v.Stride}×{h.Stride}, "
                + $"dilation {v.Dilation}×{h.Dilation} and weights {Dims.Text(weight.Shape)}");
        }

        int padding = Math.Max(0, new[] { v.Before, h.Before, v.After, h.After }.Min());
        int more = new[] { Rest(v), Rest(h), 0 }.Max();
        if (more > 0 && more >= Math.Max(v.Stride, v.Dilation))
        {
            throw new UnsupportedException($"expected an output padding below stride {v.Stride} or dilation {v.Dilation}, found {more}");
        }

        int height = Size(v), width = Size(h);
        Layer layer = scope.Layer("ConvTranspose2d", new(outputs, height, width), image.Value)
            .Positional("outChannels", outputs).Positional("kernel", v.Kernel)
            .Named("Stride", v.Stride, 1).Named("Padding", padding, 0).Named("OutputPadding", more, 0)
            .Named("Dilation", v.Dilation, 1).Named("Groups", groups, 1)
            .Parameter("weight", weight.Shape, weight).Bias(scope, 2, outputs);
        layer.Name = scope.NameOf(1, 2);
        Value output = PadFamily.Pad(
            scope, scope.Add(layer), padding - v.Before, v.Output - height - padding + v.Before,
            padding - h.Before, h.Output - width - padding + h.Before);
        scope.Return(WindowArguments.Viewed(output, image, scope.Batch));

        int Rest(TransposedAxis axis) => axis.OutputPadding + padding - axis.After;
        int Size(TransposedAxis axis) => (axis.Input - 1) * axis.Stride - 2 * padding + axis.Dilation * (axis.Kernel - 1) + more + 1;
    }

    private static int Groups(NodeScope scope, Tensor weight, View image)
    {
        long groups = scope.Node.Integer("group", 1);
        return weight.Shape.Count == image.Axes.Count && weight.Shape.All(size => size > 0) && groups >= 1
            && image.Value.Shape.Channels % groups == 0
            ? (int)groups
            : throw new UnsupportedException(
                $"expected groups that divide {image.Value.Shape.Channels} channels and weights that fit {image}, "
                + $"found {groups} groups and weights {Dims.Text(weight.Shape)}");
    }

    /// <summary>Weights of a sequence's convolution get a row.</summary>
    private static Tensor Fitted(Tensor weight, int[] shape) => Dims.Count(shape) == weight.Length
        ? weight.Reshape(shape)
        : throw new UnsupportedException($"expected weights of shape {Dims.Text(shape)}, found {Dims.Text(weight.Shape)}");
}
