namespace CnnGen.Samples.Imaging;

/// <summary>Reads and writes PNG files.</summary>
public static class Png
{
    /// <summary>Reads grey, colour and palette images of any bit depth; transparent parts are laid over white.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="InvalidDataException">It is no PNG, damaged, or interlaced.</exception>
    public static Picture Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        try
        {
            return PngDecoder.Decode(file);
        }
        catch (InvalidDataException failure)
        {
            throw new InvalidDataException($"'{path}': {failure.Message}", failure);
        }
    }

    /// <summary>Writes a colour image, 8 bits a channel.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="rgb">Red, green, blue of each pixel, row by row.</param>
    public static void Write(string path, int width, int height, ReadOnlySpan<byte> rgb) =>
        File.WriteAllBytes(path, PngEncoder.Encode(width, height, rgb));
}
