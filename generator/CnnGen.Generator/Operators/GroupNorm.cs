using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the pixels and channels of each group of each sample.</summary>
internal sealed record GroupNorm(int Groups, float Eps, bool Affine) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int groups = layer.AtLeast(1, "groups", fallback: 1);
        float eps = ChannelRule.Eps(layer);
        bool isAffine = layer.Spec.Get("Affine", true);
        if (layer.Image() is not { } input || layer.Failed || !ChannelRule.Divides(layer, "groups", groups, groups, input.Shape.Channels))
        {
            return null;
        }

        ChannelRule.RequireSeveral(
            layer, "groups", input.Shape.Length / groups, input.Shape,
            groups == 1 ? "put it where height · width > 1" : "use fewer groups, or put it where height · width > 1");
        return layer.Failed
            ? null
            : new(
                new GroupNorm(groups, eps, isAffine),
                input with { Field = layer.WholeInput },
                EquatableArray<Parameter>.From(ParameterInits.Affine(layer, isAffine, input.Shape.Channels)));
    }
}
