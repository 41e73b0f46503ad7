using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>Options of <c>SeparableConv2d</c>: a depthwise convolution, then one of 1×1.</summary>
internal sealed record SeparableConv2dOptions(int OutChannels, ConvOptions Conv) : LayerOptions
{
    private static readonly Window Pixel = new(Kernel: 1, Stride: 1, Dilation: 1, PadBefore: 0, PadAfter: 0);

    public override Inference? Infer(LayerContext layer)
    {
        PaddingRules.LimitToKernel(layer, Conv.Window);
        if (layer.Image() is not { } input || Conv.InferDepthwise(layer, input, multiplier: 1, ".depthwise") is not { } depthwise)
        {
            return null;
        }

        var pointwise = new Conv2d(
            OutChannels, Pixel, Pixel, PaddingMode.Zeros, Groups: 1, Conv.Bias, Flipped: false, EquatableArray<int>.Empty);
        Shape output = depthwise.Output.Shape with { Channels = OutChannels };
        return depthwise with { Next = pointwise.Over(layer, depthwise.Output, output, ".pointwise") };
    }
}
