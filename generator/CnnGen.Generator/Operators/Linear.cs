using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>y = W·x + b on a vector.</summary>
internal sealed record Linear(int OutFeatures, bool Bias) : Operator
{
    internal override bool PacksForOrder => true;

    internal override bool HasBias => Bias;
}

/// <summary>Options of <c>Linear</c>.</summary>
internal sealed record LinearOptions(int OutFeatures, bool Bias) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Vector() is not { } input || layer.Failed)
        {
            return null;
        }

        int inFeatures = input.Shape.Channels;
        Parameter weight = ParameterInits.FanIn(layer.ParameterName("weight"), inFeatures, [OutFeatures, inFeatures]);
        Parameter[] parameters = Bias
            ? [weight, ParameterInits.FanIn(layer.ParameterName("bias"), inFeatures, [OutFeatures])]
            : [weight];
        return new(
            new Linear(OutFeatures, Bias),
            new(Shape.Vector(OutFeatures), layer.WholeInput),
            EquatableArray<Parameter>.From(parameters),
            Size.Product(OutFeatures, inFeatures));
    }
}
