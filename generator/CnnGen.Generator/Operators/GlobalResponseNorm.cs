using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>gamma · x · n + beta + x with n = g / (mean of g over the channels + eps) and g = √Σ x² over each channel's pixels.</summary>
internal sealed record GlobalResponseNorm(float Eps) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        float eps = ChannelRule.Eps(layer, fallback: 1e-6f);
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        int[] shape = [1, 1, 1, input.Shape.Channels];
        return new(
            new GlobalResponseNorm(eps),
            input with { Field = layer.WholeInput },
            new([
                ParameterInits.Filled(layer.ParameterName("gamma"), 0, shape),
                ParameterInits.Filled(layer.ParameterName("beta"), 0, shape),
            ]));
    }
}
