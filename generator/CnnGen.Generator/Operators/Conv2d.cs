using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>y[o, i, j] = Σ w[o, c, u, v] · x[c, i·stride + u·dilation − pad, …] + b[o].</summary>
/// <param name="InputMasks">Per output channel a bit mask of the input channels of its group that it reads; empty: all.</param>
internal sealed record Conv2d(
    int OutChannels,
    Window Vertical,
    Window Horizontal,
    PaddingMode PaddingMode,
    int Groups,
    bool Bias,
    bool Flipped,
    EquatableArray<int> InputMasks,
    ConvAlgorithm Algorithm = ConvAlgorithm.Direct) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int outChannels = layer.AtLeast(1, "outChannels", fallback: 1);
        ConvArguments arguments = ConvArguments.Read(layer);
        int groups = layer.AtLeast(1, "Groups", fallback: 1);
        EquatableArray<int> masks = layer.Spec.Get("InputMasks", EquatableArray<int>.Empty);
        if (layer.Image() is not { } input)
        {
            GroupRule.Check(layer, groups, null, outChannels);
            return null;
        }

        GroupRule.Check(layer, groups, input.Shape.Channels, outChannels);
        if (layer.Failed)
        {
            return null;
        }

        InputMaskRule.Check(layer, masks, input.Shape.Channels / groups, outChannels);
        return Fit(layer, arguments, input, outChannels, groups, masks);
    }

    /// <summary>Each channel by itself: as many groups as channels.</summary>
    public static Inference? InferDepthwise(LayerContext layer)
    {
        int multiplier = layer.AtLeast(1, "Multiplier", fallback: 1);
        ConvArguments arguments = ConvArguments.Read(layer);
        return layer.Image() is { } input ? FitDepthwise(layer, arguments, input, multiplier) : null;
    }

    /// <summary>A depthwise convolution, then a 1×1 convolution.</summary>
    public static Inference? InferSeparable(LayerContext layer)
    {
        int outChannels = layer.AtLeast(1, "outChannels", fallback: 1);
        ConvArguments arguments = ConvArguments.Read(layer);
        if (layer.Image() is not { } input || FitDepthwise(layer, arguments, input, multiplier: 1, ".depthwise") is not { } depthwise)
        {
            return null;
        }

        var pixel = new Window(Kernel: 1, Stride: 1, Dilation: 1, PadBefore: 0, PadAfter: 0);
        var pointwise = new Conv2d(
            outChannels, pixel, pixel, PaddingMode.Zeros, Groups: 1, arguments.Bias, Flipped: false, EquatableArray<int>.Empty);
        Shape output = depthwise.Output.Shape with { Channels = outChannels };
        return depthwise with { Next = pointwise.Over(layer, depthwise.Output, output, ".pointwise") };
    }

    private static Inference? FitDepthwise(
        LayerContext layer, ConvArguments arguments, Signal input, int multiplier, string part = "")
    {
        int channels = input.Shape.Channels;
        int outChannels = Size.Clamp(Size.Product(channels, multiplier));
        return Fit(layer, arguments, input, outChannels, groups: channels, EquatableArray<int>.Empty, part);
    }

    private static Inference? Fit(
        LayerContext layer, ConvArguments arguments, Signal input, int outChannels, int groups, EquatableArray<int> masks, string part = "")
    {
        if (layer.Failed || WindowShapes.Fit(layer, arguments.Window, input.Shape) is not { } fit)
        {
            return null;
        }

        (Window vertical, Window horizontal) = arguments.Cover(layer, fit, input.Shape);
        var op = new Conv2d(
            outChannels, vertical, horizontal, arguments.PaddingMode, groups, arguments.Bias, arguments.Flipped, masks,
            arguments.Algorithm);
        return op.Over(layer, input, new(outChannels, fit.Height, fit.Width), part);
    }

    private Inference Over(LayerContext layer, Signal input, Shape output, string part)
    {
        int inChannels = input.Shape.Channels / Groups;
        long taps = Size.Product(Vertical.Kernel, Horizontal.Kernel);
        long fanIn = Size.Product(inChannels, taps);
        long connections = InputMasks.Count > 0 ? InputMaskRule.Connections(InputMasks) : Size.Product(OutChannels, inChannels);
        long active = Size.Product(connections, taps);
        Parameter weight = ParameterInits.FanIn(
            layer.ParameterName("weight", part), fanIn, [OutChannels, inChannels, Vertical.Kernel, Horizontal.Kernel], active);
        Parameter[] parameters =
            Bias ? [weight, ParameterInits.FanIn(layer.ParameterName("bias", part), fanIn, [OutChannels])] : [weight];
        return new(
            this,
            new(output, input.Field.Through(Vertical)),
            EquatableArray<Parameter>.From(parameters),
            Size.Product(active, output.Height, output.Width))
        { Part = part };
    }
}
