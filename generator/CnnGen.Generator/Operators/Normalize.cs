using System.Globalization;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / std per channel with constants.</summary>
internal sealed record Normalize(EquatableArray<float> Mean, EquatableArray<float> Std) : Operator
{
    internal override void Describe(OptionText options) => options.Floats("mean", Mean).Floats("std", Std);
}

/// <summary>Options of <c>Normalize</c>.</summary>
internal sealed record NormalizeOptions(EquatableArray<float> Mean, EquatableArray<float> Std) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        RequireEach(layer, "mean", Mean, value => value is >= float.MinValue and <= float.MaxValue, "finite");
        RequireEach(layer, "std", Std, value => value is > 0 and <= float.MaxValue, "positive and finite");

        if (layer.Input is not { } input)
        {
            return null;
        }

        RequireOneEach(layer, "mean", Mean.Count, input.Shape);
        RequireOneEach(layer, "std", Std.Count, input.Shape);
        return layer.Elementwise(new Normalize(Mean, Std));
    }

    private static void RequireEach(
        LayerContext layer, string argument, EquatableArray<float> values, Func<float, bool> isInRange, string expected)
    {
        int wrong = values.ToList().FindIndex(value => !isInRange(value));
        if (wrong >= 0)
        {
            string value = values[wrong].ToString(CultureInfo.InvariantCulture);
            layer.Problems.OutOfRange(argument, expected, $"{value} at index {wrong}");
        }
    }

    private static void RequireOneEach(LayerContext layer, string argument, int count, Shape shape)
    {
        if (count != shape.Channels)
        {
            string unit = shape.IsVector ? "feature" : "channel";
            layer.Problems.OutOfRange(argument, $"one number for each of {Size.Count(shape.Channels, unit)}", $"{Size.Text(count)} long");
        }
    }
}
