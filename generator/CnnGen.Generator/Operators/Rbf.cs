using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>The squared distance of a vector to the code of each class.</summary>
internal sealed record Rbf(int Classes) : Operator
{
    internal override bool PacksForOrder => true;
}

/// <summary>Options of <c>Rbf</c>.</summary>
internal sealed record RbfOptions(int Classes) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Vector() is not { } input || layer.Failed)
        {
            return null;
        }

        int features = input.Shape.Channels;
        return new(
            new Rbf(Classes),
            new(Shape.Vector(Classes), layer.WholeInput),
            new([ParameterInits.FanIn(layer.ParameterName("weight"), fanIn: 1, [Classes, features])]),
            Size.Product(Classes, features));
    }
}
