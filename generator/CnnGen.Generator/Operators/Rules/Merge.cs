using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>What layers of several inputs have in common.</summary>
internal static class Merge
{
    /// <summary>The argument of <c>Add</c>, <c>Multiply</c> and <c>Concat</c> that names tensors.</summary>
    public const string Names = "names";

    /// <summary>The inputs; null where there are less than two, or one is unknown.</summary>
    public static IReadOnlyList<Signal>? Inputs(LayerContext layer) =>
        layer.Inputs.Count < 2 || layer.Inputs.Any(input => input is null) ? null : [.. layer.Inputs.OfType<Signal>()];

    /// <summary>An error at the name of an input; the previous output and <c>From</c> stand for the attribute.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="id">The mistake.</param>
    /// <param name="input">Which input.</param>
    /// <param name="way">The way out, which fills the message's last hole.</param>
    /// <param name="values">What fills the others.</param>
    public static void Error(LayerContext layer, string id, int input, Fix way, params string[] values)
    {
        int item = input - (layer.Inputs.Count - layer.Source.Names.Count);
        if (item < 0)
        {
            layer.Problems.Error(id, null, [way], [.. values, way.Text]);
        }
        else
        {
            layer.Problems.ErrorAt(id, Names, item, [way], [.. values, way.Text]);
        }
    }

    public static ReceptiveField Field(IReadOnlyList<Signal> inputs) =>
        inputs.Select(input => input.Field).Aggregate((union, field) => union.Union(field));

    /// <summary><c>8×4×4</c>, or <c>a vector of 10 features</c>.</summary>
    public static string Text(Shape shape) => shape.IsVector ? $"a vector of {Size.Count(shape.Channels, "feature")}" : shape.ToString();
}
