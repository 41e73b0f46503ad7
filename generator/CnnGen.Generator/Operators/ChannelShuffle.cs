namespace CnnGen.Generator.Operators;

/// <summary>Transposes the channels as a matrix of <c>Groups</c> rows: y[j·groups + g] = x[g·(C / groups) + j].</summary>
internal sealed record ChannelShuffle(int Groups) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int groups = layer.AtLeast(1, "groups", fallback: 1);
        return layer.Image() is { } input && !layer.Failed && ChannelRule.Divides(layer, "groups", groups, groups, input.Shape.Channels)
            ? layer.Elementwise(new ChannelShuffle(groups))
            : null;
    }
}
