using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Attributes;

/// <summary>The sides of <c>Pad2d</c>: one number for all, or one each.</summary>
internal static class PadReader
{
    public static LayerOptions Pad(LayerReader layer) => new Pad2dOptions(
        Side(layer, "left"), Side(layer, "right"), Side(layer, "top"), Side(layer, "bottom"), layer.Choice<PaddingMode>("PaddingMode"));

    private static PaddedSide Side(LayerReader layer, string side)
    {
        string argument = layer.Written(side) ?? "padding";
        return new(layer.Spec.Get(argument, 0), argument);
    }
}
