using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>The sum of tensors of one shape.</summary>
internal sealed record Add : Operator;

/// <summary>Options of <c>Add</c>.</summary>
internal sealed record AddOptions : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
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
                    layer, DiagnosticIds.ShapesDiffer, i, WayOut(layer, i), "Add", Merge.Text(shape), Merge.Text(inputs[i].Shape));
                return null;
            }
        }

        return new(new Add(), new(shape, Merge.Field(inputs)));
    }

    /// <param name="layer">The layer.</param>
    /// <param name="wrong">The first input that differs from those before it.</param>
    private static Fix WayOut(LayerContext layer, int wrong)
    {
        var fixes = new MergeFixes(layer, DiagnosticIds.ShapesDiffer);
        Shape first = layer.Inputs[0]!.Value.Shape, other = layer.Inputs[wrong]!.Value.Shape;
        return fixes.Project(first, wrong)
            ?? fixes.Project(other, [.. Enumerable.Range(0, wrong)])
            ?? fixes.ToOneSize(first, other);
    }
}
