using CnnGen.Images.Decoding;
using CnnGen.Images.Resampling;

namespace CnnGen.Images;

/// <summary>
/// From image files to the input of a network: torchvision's <c>Resize</c> (bilinear, antialiased), <c>CenterCrop</c>, <c>ToTensor</c> and
/// <c>Normalize</c> on a PIL image, with the same numbers. It keeps its memory from image to image and serves one thread at a time.
/// </summary>
public sealed class ImageLoader
{
    /// <summary>Pixels that a file may claim, unless said otherwise.</summary>
    public const long DefaultMaxPixels = 1L << 26;

    /// <summary>Bytes that a file may have, unless said otherwise.</summary>
    public const int DefaultMaxFileBytes = 1 << 28;

    private readonly ImageBuffer _file = new();
    private readonly Resampler _resampler = new();
    private readonly Lazy<float[]> _table;
    private readonly int _channels = 3;
    private byte[] _pixels = [];

    /// <param name="height">Rows of the result.</param>
    /// <param name="width">Pixels in a row of the result.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is less than 1.</exception>
    public ImageLoader(int height, int width)
    {
        Resize = ImageResize.To(height, width);
        (Height, Width) = (height, width);
        _table = new(() => Normalisation.Table(Channels, Mean, Std));
    }

    /// <summary>Rows of the result: <c>CenterCrop</c> cuts, or pads with black, what <see cref="Resize"/> leaves.</summary>
    public int Height { get; }

    /// <summary>Pixels in a row of the result.</summary>
    public int Width { get; }

    /// <summary>3 for red, green and blue; 1 for gray.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another number.</exception>
    public int Channels
    {
        get => _channels;
        init => _channels = value is 1 or 3
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "an image has 3 channels, or 1 if it is gray");
    }

    /// <summary>The size before cropping; without it that of the result.</summary>
    public ImageResize Resize { get; init; }

    /// <summary>What is subtracted from each channel, after the division by 255: one number for each, or one for all.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [0];

    /// <summary>What each channel is then divided by: one number for each, or one for all.</summary>
    public IReadOnlyList<float> Std { get; init; } = [1];

    /// <summary>
    /// Whether a photo is turned as its camera noted (EXIF). torchvision does not, so a network that was trained there has seen such photos
    /// lying on their side.
    /// </summary>
    public bool UseOrientation { get; init; }

    /// <summary>The most pixels that a file may have; one that claims more is refused before it is decoded.</summary>
    public long MaxPixels { get; init; } = DefaultMaxPixels;

    /// <summary>The most bytes that are read of a file or a stream.</summary>
    public int MaxFileBytes { get; init; } = DefaultMaxFileBytes;

    /// <summary>Elements of the result: channels · height · width.</summary>
    public int Length => checked(Channels * Height * Width);

    /// <summary>What torchvision's models for ImageNet were trained with.</summary>
    /// <param name="size">Height and width of the result.</param>
    /// <param name="shortSide">The shorter side before cropping.</param>
    public static ImageLoader ImageNet(int size = 224, int shortSide = 256) => new(size, size)
    {
        Resize = ImageResize.ShortSide(shortSide),
        Mean = [0.485f, 0.456f, 0.406f],
        Std = [0.229f, 0.224f, 0.225f],
    };

    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="destination">Channels × height × width, <see cref="Length"/> elements.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no PNG or JPEG, is damaged or too large.</exception>
    public void Read(string path, Span<float> destination)
    {
        CheckLength(destination.Length);
        using FileStream stream = ImageBuffer.Open(path);
        Read(stream, $"'{path}'", destination);
    }

    /// <summary>Reads a PNG or JPEG file from the stream's position to its end; the stream stays open.</summary>
    /// <inheritdoc cref="Read(string, Span{float})"/>
    public void Read(Stream stream, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(stream);
        CheckLength(destination.Length);
        Read(stream, "the stream", destination);
    }

    /// <summary>Reads the bytes of a PNG or JPEG file.</summary>
    /// <inheritdoc cref="Read(string, Span{float})"/>
    public void Read(ReadOnlySpan<byte> file, Span<float> destination)
    {
        CheckLength(destination.Length);
        _file.Fill(file);
        Decode("the image", destination);
    }

    /// <summary>The same for pixels that are there already; allocates nothing once its memory is large enough.</summary>
    /// <param name="rgb">Red, green, blue of each pixel, row by row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="destination">Channels × height × width, <see cref="Length"/> elements.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Transform(ReadOnlySpan<byte> rgb, int height, int width, Span<float> destination)
    {
        RgbImage.Check(rgb.Length, height, width);
        CheckLength(destination.Length);
        ReadOnlySpan<byte> pixels = Channels == 3 ? rgb : ToGray(rgb);
        (int resizedHeight, int resizedWidth) = Resize.Of(height, width);
        var rows = CropAxis.Of(resizedHeight, Height);
        var columns = CropAxis.Of(resizedWidth, Width);
        ReadOnlySpan<byte> cropped = _resampler.Run(
            pixels, Channels, new(height, resizedHeight, rows.Begin, rows.Count), new(width, resizedWidth, columns.Begin, columns.Count));
        Normalisation.Write(cropped, _table.Value, rows, columns, destination);
    }

    private void Read(Stream stream, string source, Span<float> destination)
    {
        try
        {
            _file.Fill(stream, MaxFileBytes);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{source}: {exception.Message}", exception);
        }

        Decode(source, destination);
    }

    private void Decode(string source, Span<float> destination)
    {
        RgbImage image = ImageFile.Decode(_file, MaxPixels, UseOrientation, source);
        Transform(image.Rgb, image.Height, image.Width, destination);
    }

    /// <summary>As PIL does it, in 16-bit fixed point.</summary>
    private ReadOnlySpan<byte> ToGray(ReadOnlySpan<byte> rgb)
    {
        int count = rgb.Length / 3;
        _pixels = _pixels.Length < count ? new byte[count] : _pixels;
        for (int i = 0; i < count; i++)
        {
            _pixels[i] = (byte)((rgb[3 * i] * 19595 + rgb[3 * i + 1] * 38470 + rgb[3 * i + 2] * 7471 + 0x8000) >> 16);
        }

        return _pixels.AsSpan(0, count);
    }

    private void CheckLength(int found)
    {
        if (found != Length)
        {
            throw new ArgumentException($"expected {Length} elements for {Channels}×{Height}×{Width}, found {found}", "destination");
        }
    }
}
