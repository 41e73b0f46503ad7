using System.Buffers.Binary;
using System.Text;

namespace CnnGen.Samples.Imaging;

/// <summary>A piece of a PNG file. In the file: length of the data, type, data, CRC-32 of type and data.</summary>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data)
{
    private const int TypeLength = 4;
    private const int Overhead = 4 + TypeLength + 4;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(value => CrcOfByte((uint)value))];

    /// <summary>The chunks of a file from the first to IEND, each checked.</summary>
    public static List<PngChunk> ReadAll(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            throw new InvalidDataException(file.Length == 0 ? "the file is empty." : "this is not a PNG file.");
        }

        var chunks = new List<PngChunk>();
        int at = Signature.Length;
        do
        {
            chunks.Add(Read(file.AsMemory(at)));
            at += chunks[^1].Data.Length + Overhead;
        }
        while (chunks[^1].Type != "IEND");
        return chunks;
    }

    /// <summary>A whole file of these chunks.</summary>
    public static byte[] WriteAll(params ReadOnlySpan<PngChunk> chunks)
    {
        var file = new MemoryStream();
        file.Write(Signature);
        foreach (var chunk in chunks)
        {
            var bytes = new byte[chunk.Data.Length + Overhead];
            BinaryPrimitives.WriteInt32BigEndian(bytes, chunk.Data.Length);
            Encoding.ASCII.GetBytes(chunk.Type, bytes.AsSpan(4));
            chunk.Data.Span.CopyTo(bytes.AsSpan(4 + TypeLength));
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(bytes.Length - 4), Crc(bytes.AsSpan(4, TypeLength + chunk.Data.Length)));
            file.Write(bytes);
        }

        return file.ToArray();
    }

    private static PngChunk Read(ReadOnlyMemory<byte> rest)
    {
        uint length = rest.Length < Overhead ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
        if (length > rest.Length - Overhead)
        {
            throw new InvalidDataException("the file is cut off.");
        }

        var body = rest.Slice(4, TypeLength + (int)length);
        string type = Encoding.ASCII.GetString(body.Span[..TypeLength]);
        if (Crc(body.Span) != BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(4 + body.Length)..]))
        {
            throw new InvalidDataException($"chunk {type} is damaged (wrong checksum).");
        }

        return new PngChunk(type, body[TypeLength..]);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcOfByte(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
