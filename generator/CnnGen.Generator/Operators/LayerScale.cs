using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>x times a weight per channel.</summary>
internal sealed record LayerScale(float Init) : Operator
{
    internal override bool CanFold => true;
}

/// <summary>Options of <c>LayerScale</c>.</summary>
internal sealed record LayerScaleOptions(float Init) : LayerOptions
{
    public override Inference? Infer(LayerContext layer) => layer.Input is { } input
        ? layer.Elementwise(new LayerScale(Init), ParameterInits.Filled(layer.ParameterName("weight"), Init, [input.Shape.Channels]))
        : null;
}
