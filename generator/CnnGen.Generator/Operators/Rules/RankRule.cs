using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>Layers of images do not read vectors, nor the other way round (CNN209).</summary>
internal static class RankRule
{
    /// <param name="layer">A layer of images that reads a vector.</param>
    /// <param name="forVectors">The layer that does the same to a vector, if there is one.</param>
    public static void RequireImage(LayerContext layer, string? forVectors)
    {
        string features = $"a vector of {Size.Count(layer.Input!.Value.Shape.Channels, "feature")}";
        layer.Problems.Error(DiagnosticIds.WrongRank, null, Other(layer, forVectors), layer.Kind, "C×H×W", features,
            forVectors is null
                ? "put it before Flatten and Linear, or give Input as (channels, height, width)"
                : $"use {forVectors}, or put it before Flatten and Linear");
    }

    /// <param name="layer">A layer of vectors that reads an image.</param>
    /// <param name="forImages">The layer that does the same to C×H×W, if there is one.</param>
    public static void RequireVector(LayerContext layer, string? forImages)
    {
        IEnumerable<Fix> fixes = [.. Other(layer, forImages), Flattened(layer)];
        layer.Problems.Error(DiagnosticIds.WrongRank, null, fixes, layer.Kind, "a vector", layer.Input!.Value.Shape.ToString(),
            forImages is null ? "put [Flatten] before it" : $"use {forImages}, or put [Flatten] before it");
    }

    /// <summary>The layer for the other kind of tensor.</summary>
    private static IEnumerable<Fix> Other(LayerContext layer, string? kind)
    {
        if (kind is not null)
        {
            Edit replace = new(EditKind.ReplaceLayer, layer.Problems.At(null), kind);
            yield return new(kind, EquatableArray<Edit>.From([replace]), layer.Input?.Shape);
        }
    }

    /// <summary>A <c>Flatten</c> before the layer, which reads what the layer reads now.</summary>
    private static Fix Flattened(LayerContext layer)
    {
        Place before = layer.Problems.At(null);
        Edit[] edits = layer.Source.From is { } from
            ?
            [
                new(EditKind.InsertBefore, before, $"Flatten(From = {Neighbours.Quote(from)})"),
                new(EditKind.RemoveArgument, layer.Problems.At("From")),
            ]
            : [new(EditKind.InsertBefore, before, "Flatten")];
        Signal input = layer.Input!.Value;
        Signal vector = input with { Shape = Shape.Vector(Size.Clamp(input.Shape.Length)) };
        return new FixFinder(layer, DiagnosticIds.WrongRank, null).Try("put [Flatten] before it", trial => trial.Reading([vector]), edits);
    }
}
