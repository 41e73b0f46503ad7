using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>Tensors of one height and width behind one another along the channels; vectors along their features.</summary>
internal sealed record Concat : Operator;

/// <summary>Options of <c>Concat</c>.</summary>
internal sealed record ConcatOptions : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        int names = layer.Source.Names.Count;
        if (names == 1)
        {
            layer.Problems.OutOfRange(Merge.Names, "at least two names, in the order of the channels,", "one");
        }

        if (names < 2 || Merge.Inputs(layer) is not { } inputs)
        {
            return null;
        }

        Shape first = inputs[0].Shape;
        for (int i = 1; i < inputs.Count; i++)
        {
            if (inputs[i].Shape with { Channels = first.Channels } != first)
            {
                Fix way = new MergeFixes(layer, DiagnosticIds.SizesDiffer).ToOneSize(first, inputs[i].Shape);
                Merge.Error(layer, DiagnosticIds.SizesDiffer, i, way, Merge.Text(first), Merge.Text(inputs[i].Shape));
                return null;
            }
        }

        int channels = Size.Clamp(inputs.Aggregate(0L, (sum, input) => Size.Add(sum, input.Shape.Channels)));
        return new(new Concat(), new(first with { Channels = channels }, Merge.Field(inputs)));
    }
}
