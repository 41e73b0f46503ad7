using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>Height and width times <c>Scale</c>.</summary>
internal sealed record Upsample(int Scale, UpsampleMode Mode, bool AlignCorners) : Operator
{
    internal override void Describe(OptionText options) => options
        .Number("scale_factor", Scale).Word("mode", Mode.ToString(), nameof(UpsampleMode.Nearest)).Flag("align_corners", AlignCorners);
}


/// <summary>Options of <c>Upsample</c>.</summary>
internal sealed record UpsampleOptions(int Scale, UpsampleMode Mode, bool AlignCorners) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (AlignCorners && Mode == UpsampleMode.Nearest)
        {
            layer.Problems.OutOfRange("AlignCorners", "left out unless Mode is UpsampleMode.Bilinear", "true");
        }

        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        Shape shape = input.Shape;
        int height = Size.Clamp(Size.Product(shape.Height, Scale)), width = Size.Clamp(Size.Product(shape.Width, Scale));
        ReceptiveField field = Mode == UpsampleMode.Bilinear
            ? input.Field with { Last = input.Field.Last + input.Field.Step }
            : input.Field;
        return new(
            new Upsample(Scale, Mode, AlignCorners), new(shape with { Height = height, Width = width }, field.Divided(Scale)));
    }
}
