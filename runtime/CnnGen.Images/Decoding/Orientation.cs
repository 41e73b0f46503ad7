using System.Buffers.Binary;

namespace CnnGen.Images.Decoding;

/// <summary>How a camera was held, as EXIF notes it: 1 upright, 2 to 8 mirrored or turned.</summary>
internal static class Orientation
{
    private const int Upright = 1;
    private const int Tag = 0x0112;
    private const int EntryBytes = 12;

    /// <summary>The note in a JPEG file; upright where there is none that makes sense.</summary>
    public static int Find(ReadOnlySpan<byte> file)
    {
        int at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] is not 0xDA)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            ReadOnlySpan<byte> segment = file[Math.Min(at + 4, file.Length)..Math.Clamp(at + 2 + length, at + 4, file.Length)];
            if (file[at + 1] == 0xE1 && segment.StartsWith("Exif\0\0"u8))
            {
                return FindInTiff(segment[6..]);
            }

            at += 2 + length;
        }

        return Upright;
    }

    /// <summary>The image as it was seen.</summary>
    public static RgbImage Apply(RgbImage image, int orientation)
    {
        if (orientation == Upright)
        {
            return image;
        }

        bool isTurned = orientation >= 5;
        (int height, int width) = isTurned ? (image.Width, image.Height) : (image.Height, image.Width);
        byte[] rgb = new byte[image.Rgb.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int fromY, int fromX) = Source(orientation, y, x, image.Height, image.Width);
                image.Rgb.AsSpan(3 * (fromY * image.Width + fromX), 3).CopyTo(rgb.AsSpan(3 * (y * width + x)));
            }
        }

        return new(height, width, rgb);
    }

    /// <summary>Where a pixel of the upright image lies in the file's.</summary>
    private static (int Y, int X) Source(int orientation, int y, int x, int height, int width) => orientation switch
    {
        2 => (y, width - 1 - x),
        3 => (height - 1 - y, width - 1 - x),
        4 => (height - 1 - y, x),
        5 => (x, y),
        6 => (height - 1 - x, y),
        7 => (height - 1 - x, width - 1 - y),
        _ => (x, width - 1 - y),
    };

    private static int FindInTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return Upright;
        }

        bool isLittle = tiff[0] == 'I';
        uint directory = Long(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        ReadOnlySpan<byte> entries = tiff[(int)directory..];
        int count = Short(entries);
        for (entries = entries[2..]; count > 0 && entries.Length >= EntryBytes; count--, entries = entries[EntryBytes..])
        {
            if (Short(entries) == Tag)
            {
                return Short(entries[8..]) is >= 2 and <= 8 and var found ? found : Upright;
            }
        }

        return Upright;

        int Short(ReadOnlySpan<byte> bytes) =>
            isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

        uint Long(ReadOnlySpan<byte> bytes) =>
            isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
