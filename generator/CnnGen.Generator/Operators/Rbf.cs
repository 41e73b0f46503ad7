using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>The squared distance of a vector to the code of each class.</summary>
internal sealed record Rbf(int Classes) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int classes = layer.AtLeast(1, "classes", fallback: 1);
        if (layer.Vector() is not { } input || layer.Failed)
        {
            return null;
        }

        int features = input.Shape.Channels;
        return new(
            new Rbf(classes),
            new(Shape.Vector(classes), layer.WholeInput),
            new([ParameterInits.FanIn(layer.ParameterName("weight"), fanIn: 1, [classes, features])]),
            Size.Product(classes, features));
    }
}
