using CnnGen.Images.Decoding;
using StbImageWriteSharp;

namespace CnnGen.Images;

/// <summary>A decoded image.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Rgb">Red, green, blue of each pixel, 0 to 255, row by row.</param>
public sealed record RgbImage(int Height, int Width, byte[] Rgb)
{
    private const int Channels = 3;

    /// <summary>Reads a PNG or JPEG file; alpha is dropped.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no PNG or JPEG, is damaged or too large.</exception>
    public static RgbImage Read(string path)
    {
        var buffer = new ImageBuffer();
        using FileStream stream = ImageBuffer.Open(path);
        buffer.Fill(stream, ImageLoader.DefaultMaxFileBytes);
        return ImageFile.Decode(buffer, ImageLoader.DefaultMaxPixels, useOrientation: false, $"'{path}'");
    }

    /// <summary>Writes the image as PNG.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The pixels are not as many as the size says.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WritePng(string path)
    {
        // Encoded before the file is opened: what is there is not lost to a mistake.
        using var png = new MemoryStream();
        WritePng(png);
        File.WriteAllBytes(path, png.ToArray());
    }

    /// <summary>Writes the image as PNG; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The pixels are not as many as the size says.</exception>
    public void WritePng(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Check(Rgb.Length, Height, Width);
        new ImageWriter().WritePng(Rgb, Width, Height, ColorComponents.RedGreenBlue, stream);
    }

    internal static void Check(int length, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (length != (long)Channels * height * width)
        {
            throw new ArgumentException(
                $"expected {(long)Channels * height * width} bytes for {height} rows of {width} pixels, found {length}", nameof(length));
        }
    }
}
