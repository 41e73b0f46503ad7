using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>The product of tensors, element by element; a C×1×1, 1×H×W or 1×1×1 factor broadcasts.</summary>
internal sealed record Multiply : Operator;

/// <summary>Options of <c>Multiply</c>.</summary>
internal sealed record MultiplyOptions : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (Merge.Inputs(layer) is not { } inputs)
        {
            return null;
        }

        Shape shape = inputs.Select(input => input.Shape).OrderByDescending(candidate => candidate.Length).First();
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!Broadcasts(inputs[i].Shape, shape))
            {
                Merge.Error(
                    layer, DiagnosticIds.ShapesDiffer, i, WayOut(layer, i, shape), "Multiply", Merge.Text(shape),
                    Merge.Text(inputs[i].Shape));
                return null;
            }
        }

        return new(new Multiply(), new(shape, Merge.Field(inputs)));
    }

    /// <summary>A factor that is pooled already lacks channels alone.</summary>
    private static Fix WayOut(LayerContext layer, int input, Shape shape)
    {
        var fixes = new MergeFixes(layer, DiagnosticIds.ShapesDiffer);
        Shape factor = layer.Inputs[input]!.Value.Shape;
        return factor.IsVector != shape.IsVector ? fixes.ToOneSize(factor, shape)
            : factor is { Height: 1, Width: 1 } ? fixes.Project(shape with { Height = 1, Width = 1 }, input)!
            : fixes.Insert(
                $"a factor may also be {shape.Channels}×1×1 or 1×{shape.Height}×{shape.Width}, for example by AdaptiveAvgPool2d(1)",
                "AdaptiveAvgPool2d(1)", "_mean", [input], mean => mean with { Height = 1, Width = 1 });
    }

    private static bool Broadcasts(Shape factor, Shape shape) =>
        factor == shape
        || (factor.IsVector == shape.IsVector
            && (factor == new Shape(shape.Channels, 1, 1)
                || factor == new Shape(1, shape.Height, shape.Width)
                || factor == new Shape(1, 1, 1)));
}
