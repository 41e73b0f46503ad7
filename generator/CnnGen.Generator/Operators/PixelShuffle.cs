using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>C·f²×H×W -> C×H·f×W·f: y[c, i·f + u, j·f + v] = x[c·f² + u·f + v, i, j].</summary>
internal sealed record PixelShuffle(int Factor) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int factor = layer.AtLeast(1, "factor", fallback: 1);
        long square = (long)factor * factor;
        if (layer.Image() is not { } input
            || layer.Failed
            || !ChannelRule.Divides(layer, "factor", factor, square, input.Shape.Channels))
        {
            return null;
        }

        Shape shape = input.Shape;
        var output = new Shape(
            (int)(shape.Channels / square), Size.Clamp(Size.Product(shape.Height, factor)), Size.Clamp(Size.Product(shape.Width, factor)));
        return new(new PixelShuffle(factor), new(output, input.Field.Divided(factor)));
    }
}
