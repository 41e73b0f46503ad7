using System.IO.Compression;

namespace CnnGen.Samples.Imaging;

/// <summary>Turns a PNG file into RGB pixels.</summary>
internal sealed class PngDecoder
{
    /// <summary>Deflate makes nothing smaller than by this factor.</summary>
    private const long MostCompression = 1032;

    private readonly PngHeader _header;
    private readonly ReadOnlyMemory<byte> _palette;
    private readonly ReadOnlyMemory<byte> _paletteAlpha;

    private PngDecoder(PngHeader header, List<PngChunk> chunks)
    {
        _header = header;
        _palette = chunks.Find(chunk => chunk.Type == "PLTE").Data;
        _paletteAlpha = chunks.Find(chunk => chunk.Type == "tRNS").Data;
    }

    /// <summary>The picture in a whole file.</summary>
    public static Picture Decode(byte[] file)
    {
        var chunks = PngChunk.ReadAll(file);
        var header = PngHeader.Read(chunks[0]);
        byte[] rows = Inflate(header, chunks);
        UndoFilters(header, rows);
        return new PngDecoder(header, chunks).Pixels(rows);
    }

    /// <summary>The filtered rows, each behind the number of its filter.</summary>
    private static byte[] Inflate(PngHeader header, List<PngChunk> chunks)
    {
        var compressed = new MemoryStream();
        foreach (var chunk in chunks.Where(chunk => chunk.Type == "IDAT"))
        {
            compressed.Write(chunk.Data.Span);
        }

        long length = (1 + header.RowBytes) * header.Height;
        if (length > Math.Min(Array.MaxLength, compressed.Length * MostCompression))
        {
            throw new InvalidDataException($"the file is too short for {header.Width}×{header.Height} pixels.");
        }

        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var rows = new byte[length];
        if (zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) < rows.Length)
        {
            throw new InvalidDataException("the pixels are cut off.");
        }

        zlib.ReadByte();
        return rows;
    }

    private static void UndoFilters(PngHeader header, byte[] rows)
    {
        int rowBytes = (int)header.RowBytes;
        Span<byte> above = new byte[rowBytes];
        for (int at = 0; at < rows.Length; at += 1 + rowBytes)
        {
            var row = rows.AsSpan(at + 1, rowBytes);
            PngFilter.Undo(rows[at], row, above, header.Step);
            above = row;
        }
    }

    private Picture Pixels(ReadOnlySpan<byte> rows)
    {
        var rgb = new byte[3 * _header.Width * _header.Height];
        int rowBytes = (int)_header.RowBytes;
        for (int y = 0, at = 0; y < _header.Height; y++)
        {
            var row = rows.Slice(y * (1 + rowBytes) + 1, rowBytes);
            for (int x = 0; x < _header.Width; x++, at += 3)
            {
                var (red, green, blue, alpha) = Pixel(row, x * _header.Channels);
                rgb[at] = OverWhite(red, alpha);
                rgb[at + 1] = OverWhite(green, alpha);
                rgb[at + 2] = OverWhite(blue, alpha);
            }
        }

        return new Picture(_header.Width, _header.Height, rgb);
    }

    private (byte Red, byte Green, byte Blue, byte Alpha) Pixel(ReadOnlySpan<byte> row, int first)
    {
        switch (_header.Color)
        {
            case PngColor.Palette:
                return FromPalette(Sample(row, first));
            case PngColor.Gray or PngColor.GrayAlpha:
                byte gray = Level(row, first);
                return (gray, gray, gray, _header.Color == PngColor.Gray ? (byte)255 : Level(row, first + 1));
            default:
                byte alpha = _header.Color == PngColor.Rgb ? (byte)255 : Level(row, first + 3);
                return (Level(row, first), Level(row, first + 1), Level(row, first + 2), alpha);
        }
    }

    private (byte Red, byte Green, byte Blue, byte Alpha) FromPalette(int index)
    {
        if (3 * index + 3 > _palette.Length)
        {
            throw new InvalidDataException($"a pixel has colour {index}, but the palette ends before it.");
        }

        var color = _palette.Span.Slice(3 * index, 3);
        return (color[0], color[1], color[2], index < _paletteAlpha.Length ? _paletteAlpha.Span[index] : (byte)255);
    }

    /// <summary>A sample as 0 to 255.</summary>
    private byte Level(ReadOnlySpan<byte> row, int index) =>
        (byte)(_header.BitDepth >= 8 ? Sample(row, index) : Sample(row, index) * 255 / ((1 << _header.BitDepth) - 1));

    /// <summary>A sample as it is; of 16 bits the upper 8.</summary>
    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        var (at, bit) = Math.DivRem((long)index * _header.BitDepth, 8);
        return _header.BitDepth >= 8 ? row[(int)at] : (row[(int)at] >> (8 - _header.BitDepth - (int)bit)) & ((1 << _header.BitDepth) - 1);
    }

    private static byte OverWhite(int level, int alpha) => (byte)((level * alpha + 255 * (255 - alpha) + 127) / 255);
}
