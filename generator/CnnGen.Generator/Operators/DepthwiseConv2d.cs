using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>Options of <c>DepthwiseConv2d</c>: each channel by itself, so as many groups as channels.</summary>
internal sealed record DepthwiseConv2dOptions(int Multiplier, ConvOptions Conv) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        PaddingRules.LimitToKernel(layer, Conv.Window);
        return layer.Image() is { } input ? Conv.InferDepthwise(layer, input, Multiplier) : null;
    }
}
