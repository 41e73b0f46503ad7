namespace CnnGen.Data;

/// <summary>Labelled images, or images with masks, in memory as floats.</summary>
public sealed class ArrayDataset : IDataset
{
    private readonly float[] _images;
    private readonly int[] _labels;

    /// <summary>Takes the arrays over.</summary>
    /// <param name="images">All images one after another.</param>
    /// <param name="labels">One label an image, or one a pixel, in the images' order.</param>
    /// <param name="shape">The shape of an image.</param>
    /// <param name="classNames">The classes by name; null: the numbers from 0 to the largest label.</param>
    public ArrayDataset(float[] images, int[] labels, ImageShape shape, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        if (shape.Channels < 1 || shape.Height < 1 || shape.Width < 1 || images.Length % shape.Length != 0)
        {
            throw new ArgumentException($"expected images of {shape}, found {images.Length} elements");
        }

        Count = images.Length / shape.Length;
        if (labels.Length != Count && labels.Length != (long)Count * shape.Pixels)
        {
            throw new ArgumentException(
                $"expected {Count} labels for as many images of {shape}, or {(long)Count * shape.Pixels} for their pixels, "
                + $"found {labels.Length}");
        }

        (_images, _labels, Shape) = (images, labels, shape);
        LabelLength = Count == 0 ? 1 : labels.Length / Count;
        ClassNames = classNames ?? [.. Enumerable.Range(0, 1 + labels.Append(-1).Max()).Select(label => $"{label}")];
    }

    /// <summary>
    /// Images and labels from arrays with shapes: count×channels×height×width, and count or, for masks, count×height×width.
    /// </summary>
    /// <param name="images">For example <c>TensorArray.Load(path)["images"]</c>. Images without an axis for channels have one.</param>
    /// <param name="labels">Whole numbers from 0 on.</param>
    /// <param name="classNames">The classes by name; null: the numbers from 0 to the largest label.</param>
    /// <exception cref="InvalidDataException">The arrays do not fit together, or a label is no whole number from 0 on.</exception>
    public static ArrayDataset From(TensorArray images, TensorArray labels, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        ImageShape shape = images.Shape switch
        {
            [_, > 0 and int channels, > 0 and int height, > 0 and int width] => new(channels, height, width),
            [_, > 0 and int height, > 0 and int width] => new(1, height, width),
            _ => throw new InvalidDataException($"images: expected count×channels×height×width, found {images}"),
        };
        int count = images.Shape[0];
        bool fits = labels.Shape switch
        {
            [int found] => found == count,
            [int found, int height, int width] => found == count && height == shape.Height && width == shape.Width,
            _ => false,
        };
        return fits
            ? new ArrayDataset(images.Values, WholeNumbers(labels.Values), shape, classNames)
            : throw new InvalidDataException(
                $"labels: expected {count}, or {count}×{shape.Height}×{shape.Width} for masks, found {labels}");
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public ImageShape Shape { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public int LabelLength { get; }

    /// <inheritdoc/>
    public void ReadImage(int index, Span<float> image) => _images.AsSpan(index * Shape.Length, Shape.Length).CopyTo(image);

    /// <inheritdoc/>
    public void ReadLabels(int index, Span<int> labels) => _labels.AsSpan(index * LabelLength, LabelLength).CopyTo(labels);

    private static int[] WholeNumbers(float[] values)
    {
        int wrong = Array.FindIndex(values, value => !(value >= 0 && value <= (1 << 24) && value == MathF.Truncate(value)));
        return wrong < 0
            ? Array.ConvertAll(values, value => (int)value)
            : throw new InvalidDataException($"label {values[wrong]} at position {wrong}: expected a whole number from 0 on");
    }
}
