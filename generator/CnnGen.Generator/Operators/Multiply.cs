using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>The product of tensors, element by element; a C×1×1, 1×H×W or 1×1×1 factor broadcasts.</summary>
internal sealed record Multiply : Operator
{
    public static Inference? Infer(LayerContext layer)
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
                string wayOut = shape.IsVector
                    ? "give both the same number of features"
                    : $"a factor may also be {shape.Channels}×1×1 or 1×{shape.Height}×{shape.Width}, for example by AdaptiveAvgPool2d(1)";
                Merge.Error(
                    layer, DiagnosticIds.ShapesDiffer, i, "Multiply", Merge.Text(shape), Merge.Text(inputs[i].Shape), wayOut);
                return null;
            }
        }

        return new(new Multiply(), new(shape, Merge.Field(inputs)));
    }

    private static bool Broadcasts(Shape factor, Shape shape) =>
        factor == shape
        || (factor.IsVector == shape.IsVector
            && (factor == new Shape(shape.Channels, 1, 1)
                || factor == new Shape(1, shape.Height, shape.Width)
                || factor == new Shape(1, 1, 1)));
}
