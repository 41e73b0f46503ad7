using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Labelled images of one size, kept as bytes and handed out as normalised floats.</summary>
public sealed class ImageDataset : IDataset
{
    private readonly byte[] _pixels;
    private readonly int[] _labels;
    private IReadOnlyList<string>? _classNames;

    /// <summary>Takes the arrays over.</summary>
    /// <param name="pixels">Count × channels × height × width bytes.</param>
    /// <param name="labels">One label an image, from 0 on.</param>
    /// <param name="channels">Channels of an image.</param>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    public ImageDataset(byte[] pixels, int[] labels, int channels, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        long expected = (long)labels.Length * channels * height * width;
        if (pixels.LongLength != expected)
        {
            throw new ArgumentException(
                $"expected {expected} bytes for {labels.Length} images of {channels}×{height}×{width}, found {pixels.LongLength}");
        }

        (_pixels, _labels, Channels, Height, Width) = (pixels, labels, channels, height, width);
    }

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>Channels of an image.</summary>
    public int Channels { get; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Columns of an image.</summary>
    public int Width { get; }

    /// <summary>Elements of an image: channels × height × width.</summary>
    public int ImageLength => Channels * Height * Width;

    /// <inheritdoc/>
    public ImageShape Shape => new(Channels, Height, Width);

    /// <summary>The classes by name; unless given, the numbers from 0 to the largest label.</summary>
    public IReadOnlyList<string> ClassNames
    {
        get => _classNames ??= [.. Enumerable.Range(0, 1 + _labels.Append(-1).Max()).Select(label => $"{label}")];
        init => _classNames = value;
    }

    /// <summary>The same images and labels with other names for the classes.</summary>
    public ImageDataset WithClassNames(IReadOnlyList<string> names) =>
        new(_pixels, _labels, Channels, Height, Width) { ClassNames = names };

    /// <summary>All images one after another.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>One label an image.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The bytes of one image, channels × height × width.</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.Slice(checked(index * ImageLength), ImageLength);

    /// <inheritdoc/>
    public void ReadImage(int index, Span<float> image) => Bytes.Scale(Image(index), image[..ImageLength], 1f / byte.MaxValue, 0f);

    /// <inheritdoc/>
    public void ReadLabels(int index, Span<int> labels) => labels[0] = _labels[index];

    /// <summary>The numbers of all images in an order that the seed determines.</summary>
    public int[] ShuffledIndices(int seed)
    {
        int[] indices = [.. Enumerable.Range(0, Count)];
        new RandomSource(seed).Shuffle(indices);
        return indices;
    }

    /// <summary>Mean and standard deviation of all pixels, bytes counted as 0 to 1.</summary>
    public (float Mean, float StandardDeviation) Statistics()
    {
        double sum = 0, sumOfSquares = 0;
        foreach (byte pixel in _pixels)
        {
            sum += pixel;
            sumOfSquares += pixel * pixel;
        }

        double mean = sum / _pixels.Length;
        double variance = sumOfSquares / _pixels.Length - mean * mean;
        return ((float)(mean / byte.MaxValue), (float)(Math.Sqrt(Math.Max(0, variance)) / byte.MaxValue));
    }

    /// <summary>
    /// Writes images as (byte / 255 - mean) / std, and their labels, in the order of <paramref name="indices"/>.
    /// </summary>
    /// <param name="indices">Which images.</param>
    /// <param name="images">Indices × <see cref="ImageLength"/> elements.</param>
    /// <param name="labels">One element an index.</param>
    /// <param name="mean">Subtracted from pixels between 0 and 1.</param>
    /// <param name="std">Divides what is left.</param>
    public void CopyBatch(
        ReadOnlySpan<int> indices, Span<float> images, Span<int> labels, float mean = 0f, float std = 1f)
    {
        CheckBatch(indices, images.Length, labels.Length);
        float scale = 1f / (byte.MaxValue * std);
        float offset = -mean / std;
        for (int i = 0; i < indices.Length; i++)
        {
            Bytes.Scale(Image(indices[i]), images.Slice(i * ImageLength, ImageLength), scale, offset);
            labels[i] = _labels[indices[i]];
        }
    }

    private void CheckBatch(ReadOnlySpan<int> indices, int images, int labels)
    {
        if (images != (long)indices.Length * ImageLength || labels != indices.Length)
        {
            throw new ArgumentException(
                $"expected room for {indices.Length} images of {ImageLength} elements and {indices.Length} labels, "
                + $"found {images} elements and {labels} labels");
        }

        for (int i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Count)
            {
                throw new ArgumentException($"image {indices[i]} at position {i}: expected 0 to {Count - 1}");
            }
        }
    }
}
