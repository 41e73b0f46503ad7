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
        if (layer.Image() is not { } input)
        {
            return null;
        }

        ChannelRule.RequireSeveral(
            layer, null, (long)input.Shape.Height * input.Shape.Width, input.Shape,
            "put it where height · width > 1, or use LayerNorm, which takes the mean over the channels");
        return layer.Failed
            ? null
            : new(
                new InstanceNorm2d(eps, isAffine),
                input with { Field = layer.WholeInput },
                EquatableArray<Parameter>.From(ParameterInits.Affine(layer, isAffine, input.Shape.Channels)));
    }
}
