using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>x for x > 0, else weight · x; one weight for all elements.</summary>
internal sealed record PReLU : Operator
{
    internal override bool IgnoresOrder => true;
}

/// <summary>Options of <c>PReLU</c>.</summary>
internal sealed record PReLUOptions : LayerOptions
{
    private const float Slope = 0.25f;

    public override Inference? Infer(LayerContext layer) =>
        layer.Input is { } input
            ? new(new PReLU(), input, new([ParameterInits.Filled(layer.ParameterName("weight"), Slope, [1])]))
            : null;
}
