using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>x times a weight per channel.</summary>
internal sealed record LayerScale(float Init) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        float init = layer.Finite("Init", fallback: 1e-6f);
        return layer.Input is { } input
            ? layer.Elementwise(
                new LayerScale(init), ParameterInits.Filled(layer.ParameterName("weight"), init, [input.Shape.Channels]))
            : null;
    }
}
