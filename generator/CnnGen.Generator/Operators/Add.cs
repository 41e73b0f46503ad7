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
        Projection(other, first) ?? Projection(first, other) ?? Merge.WayToOneSize(first, other);

    /// <summary>The layer of a projecting shortcut from one shape to the other; null where there is none.</summary>
    private static string? Projection(Shape from, Shape to)
    {
        int stride = Ceiling(from.Height, to.Height);
        if (from.IsVector != to.IsVector || Ceiling(from.Height, stride) != to.Height || Ceiling(from.Width, stride) != to.Width)
        {
            return null;
        }

        string layer = from.IsVector ? $"Linear({to.Channels})"
            : stride == 1 ? $"Conv2d({to.Channels}, 1)"
            : $"Conv2d({to.Channels}, 1, Stride = {stride})";
        return $"bring {Merge.Text(from)} to {Merge.Text(to)} with {layer}";
    }

    private static int Ceiling(int size, int divisor) => (size - 1) / divisor + 1;
}
