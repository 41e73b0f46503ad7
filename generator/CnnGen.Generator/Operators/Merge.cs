using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>What layers of several inputs have in common.</summary>
internal static class Merge
{
    /// <summary>The inputs; null where there are less than two, or one is unknown.</summary>
    public static IReadOnlyList<Signal>? Inputs(LayerContext layer) =>
        layer.Inputs.Count < 2 || layer.Inputs.Any(input => input is null) ? null : [.. layer.Inputs.OfType<Signal>()];

    /// <summary>An error at the name of an input; the previous output and <c>From</c> stand for the attribute.</summary>
    public static void Error(LayerContext layer, string id, int input, params string[] values)
    {
        int item = input - (layer.Inputs.Count - layer.Spec.Get(LayerInputs.Names, EquatableArray<string>.Empty).Count);
        if (item < 0)
        {
            layer.Error(id, null, values);
        }
        else
        {
            layer.ErrorAt(id, LayerInputs.Names, item, values);
        }
    }

    public static ReceptiveField Field(IReadOnlyList<Signal> inputs) =>
        inputs.Select(input => input.Field).Aggregate((union, field) => union.Union(field));

    /// <summary>What to do about tensors of different heights or widths, or of which one is a vector.</summary>
    public static string WayToOneSize(Shape first, Shape other)
    {
        if (first.IsVector != other.IsVector)
        {
            return "put [Flatten] after the C×H×W one";
        }

        int height = Math.Min(first.Height, other.Height), width = Math.Min(first.Width, other.Width);
        return $"use padding or a stride that gives both the same, or crop the larger with CenterCrop2d({height}, {width})";
    }

    /// <summary>The layer that brings one shape to the other, as in a projecting shortcut; null where there is none.</summary>
    public static string? Projection(Shape from, Shape to)
    {
        int stride = Ceiling(from.Height, to.Height);
        if (from.IsVector != to.IsVector || Ceiling(from.Height, stride) != to.Height || Ceiling(from.Width, stride) != to.Width)
        {
            return null;
        }

        string layer = from.IsVector ? $"Linear({to.Channels})"
            : stride == 1 ? $"Conv2d({to.Channels}, 1)"
            : $"Conv2d({to.Channels}, 1, Stride = {stride})";
        return $"bring {Text(from)} to {Text(to)} with {layer}";
    }

    /// <summary><c>8×4×4</c>, or <c>a vector of 10 features</c>.</summary>
    public static string Text(Shape shape) => shape.IsVector ? $"a vector of {Size.Count(shape.Channels, "feature")}" : shape.ToString();

    private static int Ceiling(int size, int divisor) => (size - 1) / divisor + 1;
}
