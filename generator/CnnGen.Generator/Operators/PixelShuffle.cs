using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>C·f²×H×W -> C×H·f×W·f: y[c, i·f + u, j·f + v] = x[c·f² + u·f + v, i, j].</summary>
internal sealed record PixelShuffle(int Factor) : Operator;

/// <summary>Options of <c>PixelShuffle</c>.</summary>
internal sealed record PixelShuffleOptions(int Factor) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        long square = (long)Factor * Factor;
        if (layer.Image() is not { } input
            || layer.Failed
            || !ChannelRule.Divides(layer, "factor", Factor, square, input.Shape.Channels))
        {
            return null;
        }

        Shape shape = input.Shape;
        var output = new Shape(
            (int)(shape.Channels / square), Size.Clamp(Size.Product(shape.Height, Factor)), Size.Clamp(Size.Product(shape.Width, Factor)));
        return new(new PixelShuffle(Factor), new(output, input.Field.Divided(Factor)));
    }
}
