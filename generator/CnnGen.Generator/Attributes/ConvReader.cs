using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Attributes;

/// <summary>The attributes of convolutions.</summary>
internal static class ConvReader
{
    public static LayerOptions Conv2d(LayerReader layer) => new Conv2dOptions(
        OutChannels(layer), Common(layer), layer.AtLeast(1, "Groups", fallback: 1), Masks(layer.Spec));

    public static LayerOptions Depthwise(LayerReader layer) => new DepthwiseConv2dOptions(
        layer.AtLeast(1, "Multiplier", fallback: 1), Common(layer));

    public static LayerOptions Separable(LayerReader layer) => new SeparableConv2dOptions(OutChannels(layer), Common(layer));

    public static LayerOptions Transposed(LayerReader layer) => new ConvTranspose2dOptions(
        OutChannels(layer),
        layer.AtLeast(1, WindowReader.Kernel, fallback: 1),
        layer.AtLeast(1, "Stride", fallback: 1),
        layer.AtLeast(0, "Padding", fallback: 0),
        layer.AtLeast(1, "Dilation", fallback: 1),
        layer.AtLeast(0, "OutputPadding", fallback: 0),
        layer.AtLeast(1, "Groups", fallback: 1),
        Bias(layer));

    /// <summary>Its <c>kernel</c> is the weights, and a size is given beside them.</summary>
    public static LayerOptions Fixed(LayerReader layer) => new FixedConv2dOptions(
        Common(layer, kernelSize: "kernelSize"), layer.Numbers(WindowReader.Kernel), layer.Finite("Scale", fallback: 1));

    private static ConvOptions Common(LayerReader layer, string kernelSize = WindowReader.Kernel) => new(
        WindowReader.Read(layer, isPool: false, kernelSize),
        layer.Choice<PaddingMode>("PaddingMode"),
        Bias(layer),
        layer.Choice<ConvMode>("Mode") == ConvMode.Convolution,
        layer.Algorithm);

    private static int OutChannels(LayerReader layer) => layer.AtLeast(1, "outChannels", fallback: 1);

    private static bool Bias(LayerReader layer) => layer.Spec.Get("Bias", true);

    /// <summary>Null where none are written.</summary>
    private static EquatableArray<int>? Masks(LayerSpec spec) =>
        spec.Arguments.Any(argument => argument is { Name: "InputMasks", Value: not null })
            ? spec.Get("InputMasks", EquatableArray<int>.Empty)
            : null;
}
