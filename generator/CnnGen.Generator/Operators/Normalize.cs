using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / std per channel with constants.</summary>
internal sealed record Normalize(EquatableArray<float> Mean, EquatableArray<float> Std) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        EquatableArray<float> mean = layer.Spec.Get("mean", EquatableArray<float>.Empty);
        EquatableArray<float> std = layer.Spec.Get("std", EquatableArray<float>.Empty);
        if (mean.Any(value => float.IsNaN(value) || float.IsInfinity(value)))
        {
            layer.OutOfRange("mean", "finite", "not");
        }

        if (std.Any(value => !(value > 0 && value <= float.MaxValue)))
        {
            layer.OutOfRange("std", "positive and finite", "not");
        }

        if (layer.Input is not { } input)
        {
            return null;
        }

        RequireOneEach(layer, "mean", mean.Count, input.Shape);
        RequireOneEach(layer, "std", std.Count, input.Shape);
        return layer.Elementwise(new Normalize(mean, std));
    }

    private static void RequireOneEach(LayerContext layer, string argument, int count, Shape shape)
    {
        if (count != shape.Channels)
        {
            string unit = shape.IsVector ? "feature" : "channel";
            layer.OutOfRange(argument, $"one number for each of {Size.Count(shape.Channels, unit)}", $"{Size.Text(count)} long");
        }
    }
}
