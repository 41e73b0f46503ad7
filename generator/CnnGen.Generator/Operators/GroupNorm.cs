using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the pixels and channels of each group of each sample.</summary>
internal sealed record GroupNorm(int Groups, float Eps, bool Affine) : Operator
{
    internal override void Describe(OptionText options) => options.Number("num_groups", Groups).Float("eps", Eps);
}


/// <summary>Options of <c>GroupNorm</c>.</summary>
internal sealed record GroupNormOptions(int Groups, float Eps, bool Affine) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Image() is not { } input || layer.Failed || !ChannelRule.Divides(layer, "groups", Groups, Groups, input.Shape.Channels))
        {
            return null;
        }

        ChannelRule.RequireSeveral(layer, "groups", input.Shape.Length / Groups, input.Shape, WaysOut(layer, Groups));
        return layer.Failed
            ? null
            : new(
                new GroupNorm(Groups, Eps, Affine),
                input with { Field = layer.WholeInput },
                EquatableArray<Parameter>.From(ParameterInits.Affine(layer, Affine, input.Shape.Channels)));
    }

    /// <summary>What to do where every element is a group of its own, so that there are as many groups as channels.</summary>
    private static IEnumerable<Fix> WaysOut(LayerContext layer, int groups)
    {
        if (groups > 1)
        {
            int fewer = GroupRule.Divisors(groups - 1, groups).First();
            yield return new FixFinder(layer, DiagnosticIds.SingleElements, "groups").Set("use fewer groups", ("groups", fewer));
        }

        yield return Fix.Advice("put it where height · width > 1");
    }
}
