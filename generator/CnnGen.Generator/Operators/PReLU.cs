using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>x for x > 0, else weight · x; one weight for all elements, or one for each channel.</summary>
internal sealed record PReLU(bool PerChannel) : Operator
{
    internal override bool IgnoresOrder => !PerChannel;
}

/// <summary>Options of <c>PReLU</c>.</summary>
internal sealed record PReLUOptions(bool PerChannel) : LayerOptions
{
    private const float Slope = 0.25f;

    public override Inference? Infer(LayerContext layer) => layer.Input is { } input
        ? layer.Elementwise(
            new PReLU(PerChannel), ParameterInits.Filled(layer.ParameterName("weight"), Slope, [PerChannel ? input.Shape.Channels : 1]))
        : null;
}
