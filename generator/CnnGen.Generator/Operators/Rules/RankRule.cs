using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>Layers of images do not read vectors, nor the other way round (CNN209).</summary>
internal static class RankRule
{
    /// <param name="layer">A layer of images that reads a vector.</param>
    /// <param name="forVectors">The layer that does the same to a vector, if there is one.</param>
    /// <param name="features">What a <c>Linear</c> in its place would make, if that may be meant.</param>
    public static void RequireImage(LayerContext layer, string? forVectors, int? features)
    {
        string found = $"a vector of {Size.Count(layer.Input!.Value.Shape.Channels, "feature")}";
        Report(layer, "C×H×W", found, [.. Other(layer, forVectors), .. ForVector(layer, features)]);
    }

    /// <param name="layer">A layer of vectors that reads an image.</param>
    /// <param name="forImages">The layer that does the same to C×H×W, if there is one.</param>
    public static void RequireVector(LayerContext layer, string? forImages)
    {
        Shape image = layer.Input!.Value.Shape;
        Fix flatten = LayerFixes.Before(
            layer, DiagnosticIds.WrongRank, null, "put [Flatten] before it", nameof(Flatten), Shape.Vector(Size.Clamp(image.Length)));
        Report(layer, "a vector", image.ToString(), [.. Other(layer, forImages), flatten]);
    }

    private static void Report(LayerContext layer, string expected, string found, Fix[] ways) =>
        layer.Problems.Error(DiagnosticIds.WrongRank, null, ways, layer.Kind, expected, found, Fix.Join(ways));

    /// <summary>The layer for the other kind of tensor.</summary>
    private static IEnumerable<Fix> Other(LayerContext layer, string? kind)
    {
        if (kind is not null)
        {
            Edit replace = new(EditKind.ReplaceLayer, layer.Problems.At(null), kind);
            yield return new($"use {kind}", EquatableArray<Edit>.From([replace]), layer.Input?.Shape);
        }
    }

    /// <summary>Without the <c>Flatten</c> before it, or as a <c>Linear</c>.</summary>
    private static IEnumerable<Fix> ForVector(LayerContext layer, int? features)
    {
        var finder = new FixFinder(layer, DiagnosticIds.WrongRank, null);
        if (layer.Source.From is null
            && layer.Names.Before is { Kind: nameof(Flatten), IsPlain: true, Input: { Shape.IsVector: false } image })
        {
            Place flatten = layer.Problems.At(null) with { Index = layer.Names.Previous };
            yield return finder.Try(
                "remove the [Flatten] before it", trial => trial.Reading([image]),
                [new(EditKind.RemoveLayer, flatten, nameof(Flatten))]);
        }
        else
        {
            yield return Fix.Advice("put it before Flatten and Linear");
        }

        const string OutChannels = "outChannels";
        if (features is { } count && layer.Source.ArePositional(OutChannels) && !layer.Source.IsComputed(OutChannels))
        {
            string[] kept = [OutChannels, "Bias", "Name", "From"];
            yield return finder.Try(
                $"use {nameof(Linear)}({Size.Plain(count)})",
                trial => trial.With(layer.Source.As(nameof(Linear)).With("outFeatures", count)),
                LayerFixes.Instead(layer, nameof(Linear), argument => !kept.Contains(argument)));
        }

        if (layer.Names.Previous < 0)
        {
            yield return Fix.Advice("give Input as (channels, height, width)");
        }
    }
}
