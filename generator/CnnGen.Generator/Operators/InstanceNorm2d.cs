using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the pixels of each channel of each sample.</summary>
internal sealed record InstanceNorm2d(float Eps, bool Affine) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        float eps = ChannelRule.Eps(layer);
        ChannelRule.Momentum(layer);
        bool isAffine = layer.Spec.Get("Affine", false);
        return layer.Image() is { } input && !layer.Failed
            ? new(
                new InstanceNorm2d(eps, isAffine),
                input with { Field = layer.WholeInput },
                EquatableArray<Parameter>.From(ParameterInits.Affine(layer, isAffine, input.Shape.Channels)))
            : null;
    }
}
