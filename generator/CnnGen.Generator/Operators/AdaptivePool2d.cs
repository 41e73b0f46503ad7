using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>Pools to a given size: output row i covers input rows ⌊i·H/h⌋ to ⌈(i + 1)·H/h⌉ (excluded).</summary>
internal sealed record AdaptivePool2d(PoolKind Kind, int Height, int Width) : Operator;

/// <summary>Options of <c>AdaptiveAvgPool2d</c> and <c>AdaptiveMaxPool2d</c>: the output's size.</summary>
internal sealed record AdaptivePool2dOptions(PoolKind Kind, int Height, int Width) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        Window vertical = Cell(input.Shape.Height, Height), horizontal = Cell(input.Shape.Width, Width);
        bool isEven = input.Shape.Height % Height == 0 && input.Shape.Width % Width == 0;
        return new(
            isEven
                ? new Pool2d(Kind, vertical, horizontal, Ties.First, CountIncludePad: true)
                : new AdaptivePool2d(Kind, Height, Width),
            new(new(input.Shape.Channels, Height, Width), input.Field.Through(vertical)));
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
