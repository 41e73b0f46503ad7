using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>C×H×W read as one vector, channels first. A vector stays as it is.</summary>
internal sealed record Flatten : Operator
{
    internal override bool IsIdentity(bool training) => true;
}

/// <summary>Options of <c>Flatten</c>.</summary>
internal sealed record FlattenOptions : LayerOptions
{
    public override Inference? Infer(LayerContext layer) =>
        layer.Input is { } input
            ? new(new Flatten(), new(Shape.Vector(checked((int)input.Shape.Length)), input.Field))
            : null;
}
