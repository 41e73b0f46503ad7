using System.Buffers.Binary;
using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>Small images within the page, as BMP, which needs no compression and which every browser shows.</summary>
internal static class Bitmap
{
    private const int HeaderBytes = 54;
    private const int InfoBytes = 40;
    private const int PixelsPerMetre = 2835;

    /// <summary>An image of one channel (gray) or three or more (the first three: red, green, blue) between two values.</summary>
    public static string Encode(ReadOnlySpan<float> image, ImageShape shape, float from, float to)
    {
        int rowBytes = (3 * shape.Width + 3) / 4 * 4;
        byte[] file = new byte[HeaderBytes + rowBytes * shape.Height];
        WriteHeader(file, shape);
        for (int y = 0; y < shape.Height; y++)
        {
            // Rows from the bottom up, pixels as blue, green, red.
            Span<byte> row = file.AsSpan(HeaderBytes + (shape.Height - 1 - y) * rowBytes, rowBytes);
            for (int x = 0; x < shape.Width; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    int channel = shape.Channels < 3 ? 0 : 2 - c;
                    float value = (image[(channel * shape.Height + y) * shape.Width + x] - from) / (to - from);
                    row[3 * x + c] = (byte)Math.Clamp(value * byte.MaxValue + 0.5f, 0f, byte.MaxValue);
                }
            }
        }

        return $"data:image/bmp;base64,{Convert.ToBase64String(file)}";
    }

    private static void WriteHeader(Span<byte> file, ImageShape shape)
    {
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file[10..], HeaderBytes);
        BinaryPrimitives.WriteInt32LittleEndian(file[14..], InfoBytes);
        BinaryPrimitives.WriteInt32LittleEndian(file[18..], shape.Width);
        BinaryPrimitives.WriteInt32LittleEndian(file[22..], shape.Height);
        BinaryPrimitives.WriteInt16LittleEndian(file[26..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[28..], 24);
        BinaryPrimitives.WriteInt32LittleEndian(file[38..], PixelsPerMetre);
        BinaryPrimitives.WriteInt32LittleEndian(file[42..], PixelsPerMetre);
    }
}
