using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>y = W·x + b on a vector.</summary>
internal sealed record Linear(int OutFeatures, bool Bias) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int outFeatures = layer.AtLeast(1, "outFeatures", fallback: 1);
        bool bias = layer.Spec.Get("Bias", true);
        if (layer.Vector() is not { } input || layer.Failed)
        {
            return null;
        }

        int inFeatures = input.Shape.Channels;
        Parameter weight = ParameterInits.FanIn(layer.ParameterName("weight"), inFeatures, [outFeatures, inFeatures]);
        Parameter[] parameters = bias
            ? [weight, ParameterInits.FanIn(layer.ParameterName("bias"), inFeatures, [outFeatures])]
            : [weight];
        return new(
            new Linear(outFeatures, bias),
            new(Shape.Vector(outFeatures), layer.WholeInput),
            EquatableArray<Parameter>.From(parameters),
            Size.Product(outFeatures, inFeatures));
    }
}
