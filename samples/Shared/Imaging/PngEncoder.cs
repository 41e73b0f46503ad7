using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnGen.Samples.Imaging;

/// <summary>Makes PNG files of 8-bit RGB pixels.</summary>
internal static class PngEncoder
{
    private const int Step = 3;

    /// <summary>The whole file.</summary>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> rgb)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgb.Length, (long)Step * width * height, nameof(rgb));
        return PngChunk.WriteAll(
            new PngChunk("IHDR", Header(width, height)), new PngChunk("IDAT", Compress(width * Step, rgb)), new PngChunk("IEND", default));
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[PngHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)PngColor.Rgb;
        return header;
    }

    private static byte[] Compress(int rowBytes, ReadOnlySpan<byte> rgb)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            ReadOnlySpan<byte> above = new byte[rowBytes];
            byte[] best = new byte[1 + rowBytes], candidate = new byte[1 + rowBytes];
            for (var rest = rgb; rest.Length > 0; rest = rest[rowBytes..])
            {
                var row = rest[..rowBytes];
                long least = long.MaxValue;
                for (int filter = 0; filter < PngFilter.Count; filter++)
                {
                    candidate[0] = (byte)filter;
                    PngFilter.Apply(filter, row, above, Step, candidate.AsSpan(1));
                    long size = Size(candidate);
                    if (size < least)
                    {
                        (least, best, candidate) = (size, candidate, best);
                    }
                }

                zlib.Write(best);
                above = row;
            }
        }

        return compressed.ToArray();
    }

    /// <summary>The sum of the differences without their signs; a row with a small sum compresses well.</summary>
    private static long Size(byte[] differences)
    {
        long sum = 0;
        foreach (byte value in differences)
        {
            sum += Math.Abs((int)(sbyte)value);
        }

        return sum;
    }
}
