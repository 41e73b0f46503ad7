using System.Collections.Immutable;

namespace CnnGen.Generator.Operators;

/// <summary>Reads a layer's arguments and infers what it becomes; null where a mistake or an unknown input leaves it open.</summary>
internal delegate Inference? InferLayer(LayerContext layer);

/// <summary>Which operator each layer attribute stands for: one line an attribute.</summary>
internal static class OperatorRegistry
{
    private static readonly ImmutableDictionary<string, InferLayer> Layers = new Dictionary<string, InferLayer>
    {
        ["Conv2d"] = Conv2d.Infer,
        ["DepthwiseConv2d"] = Conv2d.InferDepthwise,
        ["SeparableConv2d"] = Conv2d.InferSeparable,
        ["ConvTranspose2d"] = ConvTranspose2d.Infer,
        ["FixedConv2d"] = FixedConv2d.Infer,
        ["MaxPool2d"] = layer => Pool2d.Infer(layer, PoolKind.Max),
        ["MinPool2d"] = layer => Pool2d.Infer(layer, PoolKind.Min),
        ["AvgPool2d"] = layer => Pool2d.Infer(layer, PoolKind.Average),
        ["AdaptiveAvgPool2d"] = layer => AdaptivePool2d.Infer(layer, PoolKind.Average),
        ["AdaptiveMaxPool2d"] = layer => AdaptivePool2d.Infer(layer, PoolKind.Max),
        ["Subsample2d"] = Subsample2d.Infer,
        ["Flatten"] = Flatten.Infer,
        ["Linear"] = Linear.Infer,
        ["Rbf"] = Rbf.Infer,
        ["BatchNorm1d"] = BatchNorm2d.Infer1d,
        ["BatchNorm2d"] = BatchNorm2d.Infer,
        ["InstanceNorm2d"] = InstanceNorm2d.Infer,
        ["LayerNorm"] = LayerNorm.Infer,
        ["GroupNorm"] = GroupNorm.Infer,
        ["LocalResponseNorm"] = LocalResponseNorm.Infer,
        ["GlobalResponseNorm"] = GlobalResponseNorm.Infer,
        ["LayerScale"] = LayerScale.Infer,
        ["Normalize"] = Normalize.Infer,
        ["Dropout"] = Dropout.Infer,
        ["DropPath"] = DropPath.Infer,
        ["Add"] = Add.Infer,
        ["Multiply"] = Multiply.Infer,
        ["Concat"] = Concat.Infer,
        ["Slice"] = Slice.Infer,
        ["Upsample"] = Upsample.Infer,
        ["PixelShuffle"] = PixelShuffle.Infer,
        ["ChannelShuffle"] = ChannelShuffle.Infer,
        ["Pad2d"] = Pad2d.Infer,
        ["CenterCrop2d"] = CenterCrop2d.Infer,
        ["Softmax"] = layer => layer.Elementwise(new Softmax(Logarithmic: false)),
        ["LogSoftmax"] = layer => layer.Elementwise(new Softmax(Logarithmic: true)),
        ["ReLU"] = layer => Activation.Infer(layer, ActivationKind.ReLU),
        ["ReLU6"] = layer => Activation.Infer(layer, ActivationKind.ReLU6),
        ["LeakyReLU"] = layer => Activation.Infer(layer, ActivationKind.LeakyReLU, "slope", 0.01f),
        ["PReLU"] = PReLU.Infer,
        ["ELU"] = layer => Activation.Infer(layer, ActivationKind.ELU, "alpha", 1),
        ["SiLU"] = layer => Activation.Infer(layer, ActivationKind.SiLU),
        ["GELU"] = Activation.InferGelu,
        ["Sigmoid"] = layer => Activation.Infer(layer, ActivationKind.Sigmoid),
        ["Tanh"] = layer => Activation.Infer(layer, ActivationKind.Tanh),
        ["ScaledTanh"] = layer => Activation.Infer(layer, ActivationKind.ScaledTanh),
        ["Hardswish"] = layer => Activation.Infer(layer, ActivationKind.Hardswish),
        ["Hardsigmoid"] = layer => Activation.Infer(layer, ActivationKind.Hardsigmoid),
        ["Softplus"] = layer => Activation.Infer(layer, ActivationKind.Softplus),
        ["Mish"] = layer => Activation.Infer(layer, ActivationKind.Mish),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static bool Knows(string kind) => Layers.ContainsKey(kind);

    public static Inference? Infer(LayerContext layer) => Layers[layer.Spec.Kind](layer);
}
