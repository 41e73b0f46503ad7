using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>What all convolutions have in common.</summary>
internal sealed record ConvArguments(WindowArguments Window, PaddingMode PaddingMode, bool Bias, bool Flipped, ConvAlgorithm Algorithm)
{
    /// <param name="layer">The layer.</param>
    /// <param name="kernelSize">The argument that sets the kernel for both axes.</param>
    public static ConvArguments Read(LayerContext layer, string kernelSize = WindowReader.Kernel)
    {
        WindowArguments window = WindowReader.Read(layer, isPool: false, kernelSize);
        PaddingRules.LimitToKernel(layer, window);
        var mode = (PaddingMode)layer.Choice("PaddingMode", count: 4);
        bool flipped = layer.Choice("Mode", count: 2) == 1;
        return new(window, mode, layer.Spec.Get("Bias", true), flipped, layer.Algorithm);
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
