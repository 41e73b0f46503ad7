using System.Buffers.Binary;

namespace CnnGen.Samples.Imaging;

/// <summary>What a pixel of a PNG file holds; the numbers are the file's.</summary>
internal enum PngColor
{
    Gray = 0,
    Rgb = 2,
    Palette = 3,
    GrayAlpha = 4,
    RgbAlpha = 6,
}

/// <summary>Chunk IHDR.</summary>
internal sealed record PngHeader(int Width, int Height, int BitDepth, PngColor Color)
{
    /// <summary>Bytes of the chunk.</summary>
    public const int Length = 13;

    /// <summary>Samples of a pixel.</summary>
    public int Channels => Color switch
    {
        PngColor.Rgb => 3,
        PngColor.GrayAlpha => 2,
        PngColor.RgbAlpha => 4,
        _ => 1,
    };

    /// <summary>Bytes of a row.</summary>
    public long RowBytes => ((long)Width * Channels * BitDepth + 7) / 8;

    /// <summary>How far a row filter looks to the left: the bytes of a pixel, at least one.</summary>
    public int Step => Math.Max(1, Channels * BitDepth / 8);

    /// <summary>Reads and checks the chunk.</summary>
    public static PngHeader Read(PngChunk chunk)
    {
        var data = chunk.Data.Span;
        if (chunk.Type != "IHDR" || data.Length != Length)
        {
            throw new InvalidDataException("the file has no header.");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data), height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width == 0 || height == 0 || 3 * (ulong)width * height > (ulong)Array.MaxLength)
        {
            throw new InvalidDataException($"an image of {width}×{height} pixels is not supported.");
        }

        var header = new PngHeader((int)width, (int)height, data[8], (PngColor)data[9]);
        if (!header.IsKnown)
        {
            throw new InvalidDataException($"colour type {data[9]} with {data[8]} bits is not supported.");
        }

        return data[12] == 0 ? header : throw new InvalidDataException("interlaced images are not supported; save it without interlacing.");
    }

    private bool IsKnown => (Color, BitDepth) switch
    {
        (PngColor.Gray, 1 or 2 or 4 or 8 or 16) => true,
        (PngColor.Palette, 1 or 2 or 4 or 8) => true,
        (PngColor.Rgb or PngColor.GrayAlpha or PngColor.RgbAlpha, 8 or 16) => true,
        _ => false,
    };
}
