using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>What all convolutions have in common.</summary>
internal sealed record ConvOptions(WindowOptions Window, PaddingMode PaddingMode, bool Bias, bool Flipped, ConvAlgorithm Algorithm)
{
    /// <summary>The convolution of an image; null where it does not fit.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">The image.</param>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="groups">A divisor of the input's and the output's channels.</param>
    /// <param name="masks">As <see cref="Conv2d.InputMasks"/>.</param>
    /// <param name="part">As <see cref="Inference.Part"/>.</param>
    public Inference? Infer(LayerContext layer, Signal input, int outChannels, int groups, EquatableArray<int> masks, string part = "")
    {
        if (layer.Failed || WindowShapes.Fit(layer, Window, input.Shape, (outChannels, groups)) is not { } fit)
        {
            return null;
        }

        (Window vertical, Window horizontal) = Cover(layer, fit, input.Shape);
        var op = new Conv2d(outChannels, vertical, horizontal, PaddingMode, groups, Bias, Flipped, masks, Algorithm);
        return op.Over(layer, input, new(outChannels, fit.Height, fit.Width), part);
    }

    /// <summary>The convolution of each channel by itself.</summary>
    public Inference? InferDepthwise(LayerContext layer, Signal input, int multiplier, string part = "")
    {
        int channels = input.Shape.Channels;
        int outChannels = Size.Clamp(Size.Product(channels, multiplier));
        return Infer(layer, input, outChannels, groups: channels, EquatableArray<int>.Empty, part);
    }

    /// <summary>The windows with padding for all their outputs, which the input must be large enough for.</summary>
    public (Window Vertical, Window Horizontal) Cover(LayerContext layer, FittedWindow fit, Shape input)
    {
        Window vertical = fit.Vertical.Covering(input.Height, fit.Height);
        Window horizontal = fit.Horizontal.Covering(input.Width, fit.Width);
        PaddingRules.LimitToInput(layer, Window.Vertical, vertical, PaddingMode, input.Height);
        PaddingRules.LimitToInput(layer, Window.Horizontal, horizontal, PaddingMode, input.Width);
        return (vertical, horizontal);
    }
}
