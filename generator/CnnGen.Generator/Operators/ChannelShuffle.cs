using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>Transposes the channels as a matrix of <c>Groups</c> rows: y[j·groups + g] = x[g·(C / groups) + j].</summary>
internal sealed record ChannelShuffle(int Groups) : Operator
{
    internal override void Describe(OptionText options) => options.Number("groups", Groups);
}


/// <summary>Options of <c>ChannelShuffle</c>.</summary>
internal sealed record ChannelShuffleOptions(int Groups) : LayerOptions
{
    public override Inference? Infer(LayerContext layer) =>
        layer.Image() is { } input && !layer.Failed && ChannelRule.Divides(layer, "groups", Groups, Groups, input.Shape.Channels)
            ? layer.Elementwise(new ChannelShuffle(Groups))
            : null;
}
