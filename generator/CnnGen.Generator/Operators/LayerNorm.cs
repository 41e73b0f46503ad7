using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the channels at each pixel, or over a vector's features.</summary>
internal sealed record LayerNorm(float Eps, bool Affine) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        float eps = ChannelRule.Eps(layer);
        bool isAffine = layer.Spec.Get("Affine", true);
        if (layer.Input is not { } input)
        {
            return null;
        }

        ChannelRule.RequireSeveral(
            layer, null, input.Shape.Channels, input.Shape, "remove it, or give it more than one channel", Severity.Warning);
        return layer.Elementwise(new LayerNorm(eps, isAffine), ParameterInits.Affine(layer, isAffine, input.Shape.Channels));
    }
}
