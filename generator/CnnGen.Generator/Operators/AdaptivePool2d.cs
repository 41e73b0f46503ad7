using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>Pools to a given size: output row i covers input rows ⌊i·H/h⌋ to ⌈(i + 1)·H/h⌉ (excluded).</summary>
internal sealed record AdaptivePool2d(PoolKind Kind, int Height, int Width) : Operator
{
    public static Inference? Infer(LayerContext layer, PoolKind kind)
    {
        int height = layer.AtLeast(1, layer.Spec.Has("size") ? "size" : "height", fallback: 1);
        int width = layer.AtLeast(1, layer.Spec.Has("size") ? "size" : "width", fallback: 1);
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        Window vertical = Cell(input.Shape.Height, height), horizontal = Cell(input.Shape.Width, width);
        bool isEven = input.Shape.Height % height == 0 && input.Shape.Width % width == 0;
        return new(
            isEven
                ? new Pool2d(kind, vertical, horizontal, Ties.First, CountIncludePad: true)
                : new AdaptivePool2d(kind, height, width),
            new(new(input.Shape.Channels, height, width), input.Field.Through(vertical)));
    }

    /// <summary>
    /// The largest of so many cells over the input, and their distance, rounded. Of rest r = input mod cells, a cell covers one row
    /// more where r divides the cells, else two.
    /// </summary>
    private static Window Cell(int input, int cells)
    {
        int rest = input % cells;
        int more = rest == 0 ? 0 : cells % rest == 0 ? 1 : 2;
        return new(Kernel: input / cells + more, Stride: Math.Max(1, input / cells), Dilation: 1, PadBefore: 0, PadAfter: 0);
    }
}
