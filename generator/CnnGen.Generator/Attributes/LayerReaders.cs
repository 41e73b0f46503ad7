using System.Collections.Immutable;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Attributes;

/// <summary>How the options of each layer attribute are read: one line an attribute.</summary>
internal static class LayerReaders
{
    private static readonly ImmutableDictionary<string, Func<LayerReader, LayerOptions>> All =
        new Dictionary<string, Func<LayerReader, LayerOptions>>
        {
            ["Conv2d"] = ConvReader.Conv2d,
            ["DepthwiseConv2d"] = ConvReader.Depthwise,
            ["SeparableConv2d"] = ConvReader.Separable,
            ["ConvTranspose2d"] = ConvReader.Transposed,
            ["FixedConv2d"] = ConvReader.Fixed,
            ["MaxPool2d"] = layer => PoolReader.Windows(layer, PoolKind.Max),
            ["MinPool2d"] = layer => PoolReader.Windows(layer, PoolKind.Min),
            ["AvgPool2d"] = layer => PoolReader.Windows(layer, PoolKind.Average),
            ["AdaptiveAvgPool2d"] = layer => PoolReader.Adaptive(layer, PoolKind.Average),
            ["AdaptiveMaxPool2d"] = layer => PoolReader.Adaptive(layer, PoolKind.Max),
            ["Subsample2d"] = layer => new Subsample2dOptions(WindowReader.Read(layer, isPool: true)),
            ["Flatten"] = _ => new FlattenOptions(),
            ["Linear"] = layer => new LinearOptions(layer.AtLeast(1, "outFeatures", fallback: 1), layer.Spec.Get("Bias", true)),
            ["Rbf"] = layer => new RbfOptions(layer.AtLeast(1, "classes", fallback: 1)),
            ["BatchNorm1d"] = layer => NormReader.Batch(layer, isOfVectors: true),
            ["BatchNorm2d"] = layer => NormReader.Batch(layer, isOfVectors: false),
            ["InstanceNorm2d"] = NormReader.Instance,
            ["LayerNorm"] = layer => new LayerNormOptions(layer.Eps(), layer.Affine(true)),
            ["GroupNorm"] = layer => new GroupNormOptions(layer.AtLeast(1, "groups", fallback: 1), layer.Eps(), layer.Affine(true)),
            ["LocalResponseNorm"] = NormReader.LocalResponse,
            ["GlobalResponseNorm"] = layer => new GlobalResponseNormOptions(layer.Eps(fallback: 1e-6f)),
            ["LayerScale"] = layer => new LayerScaleOptions(layer.Finite("Init", fallback: 1e-6f)),
            ["Normalize"] = layer => new NormalizeOptions(layer.Numbers("mean"), layer.Numbers("std")),
            ["Dropout"] = layer => new DropoutOptions(layer.Probability),
            ["DropPath"] = layer => new DropPathOptions(layer.Probability),
            ["Add"] = _ => new AddOptions(),
            ["Multiply"] = _ => new MultiplyOptions(),
            ["Concat"] = _ => new ConcatOptions(),
            ["Slice"] = layer => new SliceOptions(layer.AtLeast(0, "start", fallback: 0), layer.AtLeast(1, "count", fallback: 1)),
            ["Upsample"] = layer => new UpsampleOptions(
                layer.AtLeast(1, "scale", fallback: 1), layer.Choice<UpsampleMode>("Mode"), layer.Spec.Get("AlignCorners", false)),
            ["PixelShuffle"] = layer => new PixelShuffleOptions(layer.AtLeast(1, "factor", fallback: 1)),
            ["ChannelShuffle"] = layer => new ChannelShuffleOptions(layer.AtLeast(1, "groups", fallback: 1)),
            ["Pad2d"] = PadReader.Pad,
            ["CenterCrop2d"] = layer => new CenterCrop2dOptions(
                layer.AtLeast(1, "height", fallback: 1), layer.AtLeast(1, "width", fallback: 1)),
            ["Softmax"] = _ => new SoftmaxOptions(Logarithmic: false),
            ["LogSoftmax"] = _ => new SoftmaxOptions(Logarithmic: true),
            ["ReLU"] = _ => new ActivationOptions(ActivationKind.ReLU),
            ["ReLU6"] = _ => new ActivationOptions(ActivationKind.ReLU6),
            ["LeakyReLU"] = layer => new ActivationOptions(ActivationKind.LeakyReLU, layer.Finite("slope", fallback: 0.01f)),
            ["PReLU"] = layer => new PReLUOptions(layer.Spec.Get("PerChannel", false)),
            ["ELU"] = layer => new ActivationOptions(ActivationKind.ELU, layer.Finite("alpha", fallback: 1)),
            ["SiLU"] = _ => new ActivationOptions(ActivationKind.SiLU),
            ["GELU"] = layer => new ActivationOptions(
                layer.Choice<GeluApproximation>("Approximate") == GeluApproximation.Tanh ? ActivationKind.GELUTanh : ActivationKind.GELU),
            ["Sigmoid"] = _ => new ActivationOptions(ActivationKind.Sigmoid),
            ["Tanh"] = _ => new ActivationOptions(ActivationKind.Tanh),
            ["ScaledTanh"] = _ => new ActivationOptions(ActivationKind.ScaledTanh),
            ["Hardswish"] = _ => new ActivationOptions(ActivationKind.Hardswish),
            ["Hardsigmoid"] = _ => new ActivationOptions(ActivationKind.Hardsigmoid),
            ["Softplus"] = _ => new ActivationOptions(ActivationKind.Softplus),
            ["Mish"] = _ => new ActivationOptions(ActivationKind.Mish),
        }.ToImmutableDictionary(StringComparer.Ordinal);

    public static bool Knows(string kind) => All.ContainsKey(kind);

    public static LayerOptions Read(LayerReader layer) => All[layer.Spec.Kind](layer);
}
