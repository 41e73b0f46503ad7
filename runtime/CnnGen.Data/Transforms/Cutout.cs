using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// Blots out squares (DeVries and Taylor, 2017): each has its centre (cy, cx) uniformly in the image and covers the rows cy - size/2 to
/// cy - size/2 + size (exclusive) and such columns, as far as they lie in the image. Masks stay. After <see cref="Normalize"/> a fill of 0
/// is the mean colour.
/// </summary>
/// <param name="Size">Rows and columns of a square.</param>
/// <param name="Holes">How many squares.</param>
public sealed record Cutout(int Size, int Holes = 1) : Transform
{
    /// <summary>The value of the blotted pixels.</summary>
    public float Fill { get; init; }

    /// <inheritdoc/>
    public override ImageShape OutputShape(ImageShape input) => Size >= 1 && Holes >= 1
        ? input
        : throw new ArgumentException($"Cutout: expected at least one hole of at least one pixel, found {Holes} of {Size}");

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        ImageShape shape = sample.Shape;
        for (int hole = 0; hole < Holes; hole++)
        {
            int top = random.NextInt32(shape.Height) - Size / 2, left = random.NextInt32(shape.Width) - Size / 2;
            int firstRow = Math.Max(0, top), lastRow = Math.Min(shape.Height, top + Size);
            int firstColumn = Math.Max(0, left), lastColumn = Math.Min(shape.Width, left + Size);
            for (int plane = 0; plane < shape.Length; plane += shape.Pixels)
            {
                for (int y = firstRow; y < lastRow; y++)
                {
                    sample.Pixels.Slice(plane + y * shape.Width + firstColumn, lastColumn - firstColumn).Fill(Fill);
                }
            }
        }
    }
}
