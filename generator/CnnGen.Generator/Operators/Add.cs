using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>The sum of tensors of one shape.</summary>
internal sealed record Add : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        if (Merge.Inputs(layer) is not { } inputs)
        {
            return null;
        }

        Shape shape = inputs[0].Shape;
        for (int i = 1; i < inputs.Count; i++)
        {
            if (inputs[i].Shape != shape)
            {
                Merge.Error(
                    layer, DiagnosticIds.ShapesDiffer, i, "Add", Merge.Text(shape), Merge.Text(inputs[i].Shape),
                    WayOut(shape, inputs[i].Shape));
                return null;
            }
        }

        return new(new Add(), new(shape, Merge.Field(inputs)));
    }

    private static string WayOut(Shape first, Shape other) =>
        Merge.Projection(other, first) ?? Merge.Projection(first, other) ?? Merge.WayToOneSize(first, other);
}
