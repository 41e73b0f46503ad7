using StbImageSharp;

namespace CnnGen.Images.Decoding;

/// <summary>
/// Decodes PNG and JPEG by StbImageSharp. Other formats that it knows are refused: fewer decoders, fewer ways for a hostile file. Whatever
/// the bytes are, the outcome is an image or an <see cref="InvalidDataException"/>.
/// </summary>
internal static class ImageFile
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <param name="file">The file.</param>
    /// <param name="maxPixels">The most that it may claim.</param>
    /// <param name="useOrientation">Whether the camera's orientation counts.</param>
    /// <param name="source">Whose bytes they are, for messages.</param>
    public static RgbImage Decode(ImageBuffer file, long maxPixels, bool useOrientation, string source)
    {
        if (!file.Span.StartsWith(Png) && !file.Span.StartsWith(Jpeg))
        {
            throw new InvalidDataException($"{source}: expected a PNG or JPEG image, found {Describe(file.Span)}");
        }

        try
        {
            CheckSize(file, maxPixels);
            ImageResult result = ImageResult.FromStream(file.OpenRead(), ColorComponents.RedGreenBlue);
            var image = new RgbImage(result.Height, result.Width, result.Data);
            return useOrientation ? Orientation.Apply(image, Orientation.Find(file.Span)) : image;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The decoder has no exception of its own: what damage it does not look for ends in an index out of range, or the like.
            throw new InvalidDataException($"{source}: {Reason(exception)}", exception);
        }
    }

    private static void CheckSize(ImageBuffer file, long maxPixels)
    {
        ImageInfo info = ImageInfo.FromStream(file.OpenRead())
            ?? throw new InvalidDataException("expected the size of an image, found a damaged header, or an image beyond all limits");
        if ((long)info.Width * info.Height > maxPixels)
        {
            throw new InvalidDataException(
                $"expected at most {maxPixels} pixels, found {info.Width}×{info.Height}; ImageLoader.MaxPixels allows more");
        }
    }

    private static string Reason(Exception exception) =>
        exception is InvalidDataException ? exception.Message : $"the image is damaged ({Readable(exception.Message)})";

    /// <summary>The decoder's message may be bytes of the file, which are not for showing.</summary>
    private static string Readable(string message) => message.Any(char.IsControl) ? "the decoder cannot say where" : message;

    private static string Describe(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => "no bytes",
        [(byte)'G', (byte)'I', (byte)'F', ..] => "a GIF",
        [(byte)'B', (byte)'M', ..] => "a BMP",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "a WebP",
        _ => $"a file that begins with {Convert.ToHexString(bytes[..Math.Min(bytes.Length, 8)])}",
    };
}
