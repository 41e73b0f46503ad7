using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>Layers before a layer or in its place.</summary>
internal static class LayerFixes
{
    /// <summary>A layer before this one, which reads what this one reads now.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="id">Its mistake.</param>
    /// <param name="argument">Where that is reported.</param>
    /// <param name="text">What the message says.</param>
    /// <param name="inserted">The layer before.</param>
    /// <param name="output">What that makes.</param>
    public static Fix Before(LayerContext layer, string id, string? argument, string text, string inserted, Shape output) =>
        new FixFinder(layer, id, argument).Try(
            text, trial => trial.Reading([layer.Input!.Value with { Shape = output }]), Insertion(layer, inserted));

    /// <summary>The edits that put a layer before one and let it read what that reads, of several inputs the unnamed one.</summary>
    public static IEnumerable<Edit> Insertion(LayerContext layer, string inserted) => layer.Source.From is { } from
        ?
        [
            new(EditKind.InsertBefore, layer.Problems.At(null), With(inserted, $"From = {Neighbours.Quote(from)}")),
            new(EditKind.RemoveArgument, layer.Problems.At("From")),
        ]
        : [new(EditKind.InsertBefore, layer.Problems.At(null), inserted)];

    /// <summary>The edits that make a layer one of another kind.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kind">The other kind.</param>
    /// <param name="isLost">Which arguments that does not have.</param>
    public static IEnumerable<Edit> Instead(LayerContext layer, string kind, Func<string, bool> isLost) =>
    [
        new(EditKind.ReplaceLayer, layer.Problems.At(null), kind),
        .. layer.Source.Written.Where(isLost).Select(argument => new Edit(EditKind.RemoveArgument, layer.Problems.At(argument))),
    ];

    /// <summary>A layer as written, with more arguments.</summary>
    public static string With(string inserted, string arguments) => inserted.EndsWith(")", StringComparison.Ordinal)
        ? $"{inserted.Substring(0, inserted.Length - 1)}, {arguments})"
        : $"{inserted}({arguments})";
}
