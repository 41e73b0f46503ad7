using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// A window of the image at a random place: with top from 0 to H + 2·padding - height and left likewise, both uniform,
/// out(y, x) = in(y + top - padding, x + left - padding), or <see cref="Fill"/> outside of the image.
/// </summary>
/// <param name="Height">Rows of the window.</param>
/// <param name="Width">Columns of the window.</param>
/// <param name="Padding">Rows and columns that are put around the image before.</param>
public sealed record RandomCrop(int Height, int Width, int Padding = 0) : Transform
{
    /// <summary>A square window.</summary>
    public RandomCrop(int size, int padding = 0)
        : this(size, size, padding)
    {
    }

    /// <summary>The value of pixels outside of the image.</summary>
    public float Fill { get; init; }

    /// <summary>The class of pixels outside of the mask, for example the label that the loss ignores.</summary>
    public int MaskFill { get; init; }

    /// <inheritdoc/>
    public override ImageShape OutputShape(ImageShape input)
    {
        if (Padding < 0 || Height < 1 || Width < 1 || Height > input.Height + 2 * Padding || Width > input.Width + 2 * Padding)
        {
            throw new ArgumentException(
                $"RandomCrop: expected a window within {input.Height + 2 * Padding}×{input.Width + 2 * Padding}, "
                + $"an image of {input} with padding {Padding}, found {Height}×{Width}");
        }

        return input with { Height = Height, Width = Width };
    }

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        ImageShape from = sample.Shape, to = OutputShape(from);
        int top = random.NextInt32(from.Height + 2 * Padding - Height + 1) - Padding;
        int left = random.NextInt32(from.Width + 2 * Padding - Width + 1) - Padding;
        sample.Begin(to);
        for (int channel = 0; channel < from.Channels; channel++)
        {
            Copy(
                sample.Pixels.Slice(channel * from.Pixels, from.Pixels), from, sample.NextPixels.Slice(channel * to.Pixels, to.Pixels), top,
                left, Fill);
        }

        if (sample.HasMask)
        {
            Copy(sample.Mask, from, sample.NextMask, top, left, MaskFill);
        }

        sample.Commit();
    }

    private void Copy<T>(ReadOnlySpan<T> from, ImageShape shape, Span<T> to, int top, int left, T fill)
    {
        // Columns from first to last (exclusive) of the window lie in the image.
        int first = Math.Clamp(-left, 0, Width), last = Math.Clamp(shape.Width - left, first, Width);
        for (int y = 0; y < Height; y++)
        {
            Span<T> row = to.Slice(y * Width, Width);
            if ((uint)(y + top) >= (uint)shape.Height)
            {
                row.Fill(fill);
                continue;
            }

            row[..first].Fill(fill);
            from.Slice((y + top) * shape.Width + left + first, last - first).CopyTo(row[first..]);
            row[last..].Fill(fill);
        }
    }
}
