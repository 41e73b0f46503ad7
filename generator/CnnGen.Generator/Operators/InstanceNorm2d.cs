using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the pixels of each channel of each sample.</summary>
internal sealed record InstanceNorm2d(float Eps, bool Affine) : Operator
{
    internal override void Describe(OptionText options) => options.Float("eps", Eps);
}


/// <summary>Options of <c>InstanceNorm2d</c>.</summary>
internal sealed record InstanceNorm2dOptions(float Eps, bool Affine) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Image() is not { } input)
        {
            return null;
        }

        ChannelRule.RequireSeveral(
            layer, null, (long)input.Shape.Height * input.Shape.Width, input.Shape, WaysOut(layer));
        return layer.Failed
            ? null
            : new(
                new InstanceNorm2d(Eps, Affine),
                input with { Field = layer.WholeInput },
                EquatableArray<Parameter>.From(ParameterInits.Affine(layer, Affine, input.Shape.Channels)));
    }

    private static IEnumerable<Fix> WaysOut(LayerContext layer)
    {
        yield return Fix.Advice("put it where height · width > 1");
        yield return new FixFinder(layer, DiagnosticIds.SingleElements, null).Try(
            "use LayerNorm, which takes the mean over the channels",
            trial => trial.With(layer.Source.As(nameof(LayerNorm))),
            LayerFixes.Instead(layer, nameof(LayerNorm), argument => argument == "Momentum"));
    }
}
