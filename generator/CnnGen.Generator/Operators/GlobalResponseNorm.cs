using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>gamma · x · n + beta + x with n = g / (mean of g over the channels + eps) and g = √Σ x² over each channel's pixels.</summary>
internal sealed record GlobalResponseNorm(float Eps) : Operator
{
    internal override void Describe(OptionText options) => options.Float("eps", Eps);
}


/// <summary>Options of <c>GlobalResponseNorm</c>.</summary>
internal sealed record GlobalResponseNormOptions(float Eps) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        int[] shape = [1, 1, 1, input.Shape.Channels];
        return new(
            new GlobalResponseNorm(Eps),
            input with { Field = layer.WholeInput },
            new([
                ParameterInits.Filled(layer.ParameterName("gamma"), 0, shape),
                ParameterInits.Filled(layer.ParameterName("beta"), 0, shape),
            ]));
    }
}
