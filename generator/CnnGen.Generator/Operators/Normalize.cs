using System.Globalization;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / std per channel with constants.</summary>
internal sealed record Normalize(EquatableArray<float> Mean, EquatableArray<float> Std) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        EquatableArray<float> mean = layer.Spec.Get("mean", EquatableArray<float>.Empty);
        EquatableArray<float> std = layer.Spec.Get("std", EquatableArray<float>.Empty);
        RequireEach(layer, "mean", mean, value => value is >= float.MinValue and <= float.MaxValue, "finite");
        RequireEach(layer, "std", std, value => value is > 0 and <= float.MaxValue, "positive and finite");

        if (layer.Input is not { } input)
        {
            return null;
        }

        RequireOneEach(layer, "mean", mean.Count, input.Shape);
        RequireOneEach(layer, "std", std.Count, input.Shape);
        return layer.Elementwise(new Normalize(mean, std));
    }

    private static void RequireEach(
        LayerContext layer, string argument, EquatableArray<float> values, Func<float, bool> isInRange, string expected)
    {
        int wrong = values.ToList().FindIndex(value => !isInRange(value));
        if (wrong >= 0)
        {
            string value = values[wrong].ToString(CultureInfo.InvariantCulture);
            layer.OutOfRange(argument, expected, $"{value} at index {wrong}");
        }
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
