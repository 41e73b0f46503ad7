using System.Globalization;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>
/// Ways out of a layer's mistake. Each is tried: the rule runs again with the change, which must not leave the mistake or make another,
/// and gives the shape that the change leads to. One that fails is advice alone.
/// </summary>
/// <param name="layer">The layer.</param>
/// <param name="id">The mistake.</param>
/// <param name="argument">Where it is reported; null for the attribute.</param>
internal sealed class FixFinder(LayerContext layer, string id, string? argument)
{
    /// <summary>Other values of arguments.</summary>
    /// <param name="text">What the message says.</param>
    /// <param name="values">Numbers, truth values and members of enums; null removes the argument.</param>
    public Fix Set(string text, params (string Argument, object? Value)[] values)
    {
        IEnumerable<Edit> edits = values.Select(pair => pair.Value is { } value
            ? new Edit(EditKind.SetArgument, layer.Problems.At(pair.Argument) with { Argument = pair.Argument }, CSharp(value))
            : new Edit(EditKind.RemoveArgument, layer.Problems.At(pair.Argument)));
        ILayerSource changed = values.Aggregate(layer.Source, (source, pair) => source.With(pair.Argument, pair.Value));
        return values.Any(pair => layer.Source.IsComputed(pair.Argument))
            ? Fix.Advice(text)
            : Try(text, trial => trial.With(changed), edits);
    }

    /// <summary>One argument, said as <c>Stride = 1</c>.</summary>
    public Fix Set(string name, object value) => Set($"{name} = {CSharp(value)}", (name, value));

    /// <summary>A change of what the layer reads.</summary>
    public Fix Try(string text, Func<LayerContext, LayerContext> change, IEnumerable<Edit> edits)
    {
        if (layer.IsTrial)
        {
            return Fix.Advice(text);
        }

        LayerContext trial = change(layer);
        Inference? inference = trial.Infer();
        bool helps = trial.Problems.All(problem =>
            problem.Severity == Severity.Error
                ? problem.Id == id && problem.Place != layer.Problems.At(argument) && problem.Place != trial.Problems.At(argument)
                : problem.Id != id);
        return helps ? new(text, EquatableArray<Edit>.From(edits), inference?.Steps.Last().Output.Shape) : Fix.Advice(text);
    }

    private static string CSharp(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
