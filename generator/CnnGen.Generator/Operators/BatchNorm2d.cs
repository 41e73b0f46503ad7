using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias per channel; statistics of the batch in training, running ones in Predict.</summary>
internal sealed record BatchNorm2d(float Eps, float Momentum, bool Affine) : Operator
{
    internal override void Describe(OptionText options) => options.Float("eps", Eps);

    internal override bool CanFold => true;
}

/// <summary>Options of <c>BatchNorm2d</c> and of <c>BatchNorm1d</c>, which takes a vector.</summary>
internal sealed record BatchNormOptions(bool IsOfVectors, float Eps, float Momentum, bool Affine) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if ((IsOfVectors ? layer.Vector(forImages: "BatchNorm2d") : layer.Image(forVectors: "BatchNorm1d")) is not { } input)
        {
            return null;
        }

        int channels = input.Shape.Channels;
        return layer.Elementwise(
            new BatchNorm2d(Eps, Momentum, Affine),
            [
                .. ParameterInits.Affine(layer, Affine, channels),
                ParameterInits.Buffer(layer.ParameterName("running_mean"), 0, [channels]),
                ParameterInits.Buffer(layer.ParameterName("running_var"), 1, [channels]),
            ]);
    }
}
