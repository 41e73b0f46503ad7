using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>C·f²×H×W -> C×H·f×W·f: y[c, i·f + u, j·f + v] = x[c·f² + u·f + v, i, j].</summary>
internal sealed record PixelShuffle(int Factor) : Operator
{
    internal override void Describe(OptionText options) => options.Number("upscale_factor", Factor);
}


/// <summary>Options of <c>PixelShuffle</c>.</summary>
internal sealed record PixelShuffleOptions(int Factor) : LayerOptions
{
    private const string Argument = "factor";

    /// <summary>Where the search ends.</summary>
    private const int MostFactor = 10_000;

    public override Inference? Infer(LayerContext layer)
    {
        long square = (long)Factor * Factor;
        if (layer.Image() is not { } input
            || layer.Failed
            || !ChannelRule.Divides(layer, Argument, Factor, square, input.Shape.Channels, WaysOut(layer, Factor, input.Shape)))
        {
            return null;
        }

        Shape shape = input.Shape;
        var output = new Shape(
            (int)(shape.Channels / square), Size.Clamp(Size.Product(shape.Height, Factor)), Size.Clamp(Size.Product(shape.Width, Factor)));
        return new(new PixelShuffle(Factor), new(output, input.Field.Divided(Factor)));
    }

    /// <summary>The nearest factors whose squares divide the channels, but for 1, which does nothing; or more channels.</summary>
    private static IEnumerable<Fix> WaysOut(LayerContext layer, int factor, Shape input)
    {
        var finder = new FixFinder(layer, DiagnosticIds.ChannelsDoNotFit, Argument);
        int[] fitting = [.. Enumerable.Range(2, MostFactor).TakeWhile(other => other * other <= input.Channels)
            .Where(other => input.Channels % (other * other) == 0)];
        IEnumerable<int> smaller = fitting.Where(other => other < factor), larger = fitting.Where(other => other > factor);
        foreach (int other in smaller.Reverse().Take(1).Concat(larger.Take(1)))
        {
            yield return finder.Set(Argument, other);
        }

        long square = (long)factor * factor;
        int channels = Size.Clamp(Size.Product(square, (input.Channels + square - 1) / square));
        string convolution = $"Conv2d({Size.Plain(channels)}, 1)";
        yield return LayerFixes.Before(
            layer, DiagnosticIds.ChannelsDoNotFit, Argument, convolution, convolution, input with { Channels = channels });
    }
}
