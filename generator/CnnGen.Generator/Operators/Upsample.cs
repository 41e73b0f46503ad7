using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>How pixels between pixels are made. The values are those of the attribute's enum.</summary>
internal enum UpsampleMode
{
    Nearest,
    Bilinear,
}

/// <summary>Height and width times <c>Scale</c>.</summary>
internal sealed record Upsample(int Scale, UpsampleMode Mode, bool AlignCorners) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int scale = layer.AtLeast(1, "scale", fallback: 1);
        var mode = (UpsampleMode)layer.Choice("Mode", count: 2);
        bool alignCorners = layer.Spec.Get("AlignCorners", false);
        if (alignCorners && mode == UpsampleMode.Nearest)
        {
            layer.OutOfRange("AlignCorners", "left out unless Mode is UpsampleMode.Bilinear", "true");
        }

        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        Shape shape = input.Shape;
        int height = Size.Clamp(Size.Product(shape.Height, scale)), width = Size.Clamp(Size.Product(shape.Width, scale));
        ReceptiveField field = mode == UpsampleMode.Bilinear
            ? input.Field with { Last = input.Field.Last + input.Field.Step }
            : input.Field;
        return new(
            new Upsample(scale, mode, alignCorners), new(shape with { Height = height, Width = width }, field.Divided(scale)));
    }
}
