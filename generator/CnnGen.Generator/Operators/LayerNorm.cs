using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the channels at each pixel, or over a vector's features.</summary>
internal sealed record LayerNorm(float Eps, bool Affine) : Operator
{
    internal override void Describe(OptionText options) => options.Float("eps", Eps);
}


/// <summary>Options of <c>LayerNorm</c>.</summary>
internal sealed record LayerNormOptions(float Eps, bool Affine) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Input is not { } input)
        {
            return null;
        }

        ChannelRule.RequireSeveral(
            layer, null, input.Shape.Channels, input.Shape, WaysOut(layer, input.Shape), Severity.Warning);
        return layer.Elementwise(new LayerNorm(Eps, Affine), ParameterInits.Affine(layer, Affine, input.Shape.Channels));
    }

    private static IEnumerable<Fix> WaysOut(LayerContext layer, Shape input)
    {
        // Nobody else reads it or what it reads, and other layers are left.
        bool isPlain = layer.Source is { Name: null, From: null } && layer.Names.Before is not null;
        yield return isPlain
            ? Fix.Of("remove it", new Edit(EditKind.RemoveLayer, layer.Problems.At(null), layer.Kind)) with { Shape = input }
            : Fix.Advice("remove it");
        yield return Fix.Advice("give it more than one channel");
    }
}
