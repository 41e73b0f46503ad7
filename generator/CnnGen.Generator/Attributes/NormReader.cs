using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Attributes;

/// <summary>The attributes of normalisations.</summary>
internal static class NormReader
{
    public static LayerOptions Batch(LayerReader layer, bool isOfVectors) => new BatchNormOptions(
        isOfVectors, layer.Eps(), layer.Momentum, layer.Affine(true));

    /// <summary>Its momentum is for files that have running statistics: no network uses them.</summary>
    public static LayerOptions Instance(LayerReader layer)
    {
        _ = layer.Momentum;
        return new InstanceNorm2dOptions(layer.Eps(), layer.Affine(false));
    }

    public static LayerOptions LocalResponse(LayerReader layer) => new LocalResponseNormOptions(
        layer.AtLeast(1, "size", fallback: 1),
        layer.Finite("Alpha", fallback: 1e-4f),
        layer.Finite("Beta", fallback: 0.75f),
        layer.Finite("K", fallback: 1));
}
