using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias per channel; statistics of the batch in training, running ones in Predict.</summary>
internal sealed record BatchNorm2d(float Eps, float Momentum, bool Affine) : Operator
{
    public static Inference? Infer(LayerContext layer) => Infer(layer, layer.Image(forVectors: "BatchNorm1d"));

    /// <summary>The same over the features of a vector.</summary>
    public static Inference? Infer1d(LayerContext layer) => Infer(layer, layer.Vector(forImages: "BatchNorm2d"));

    private static Inference? Infer(LayerContext layer, Signal? signal)
    {
        float eps = ChannelRule.Eps(layer);
        float momentum = ChannelRule.Momentum(layer);
        bool isAffine = layer.Spec.Get("Affine", true);
        if (signal is not { } input)
        {
            return null;
        }

        int channels = input.Shape.Channels;
        return layer.Elementwise(
            new BatchNorm2d(eps, momentum, isAffine),
            [
                .. ParameterInits.Affine(layer, isAffine, channels),
                ParameterInits.Buffer(layer.ParameterName("running_mean"), 0, [channels]),
                ParameterInits.Buffer(layer.ParameterName("running_var"), 1, [channels]),
            ]);
    }
}
