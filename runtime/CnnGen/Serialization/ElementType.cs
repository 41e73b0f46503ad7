using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>A data type of the safetensors format.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="Convert">Converts elements in this machine's byte order; null if they are no numbers that fit a float.</param>
internal sealed record ElementType(string Name, int Size, ElementType.Conversion? Convert = null)
{
    private static readonly ElementType[] All =
    [
        new(SafetensorsHeader.Float32, 4, static (bytes, values) => MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values)),
        new("F16", 2, static (bytes, values) => FloatConversion.FromHalf(MemoryMarshal.Cast<byte, ushort>(bytes), values)),
        new("BF16", 2, static (bytes, values) => FloatConversion.FromBrain(MemoryMarshal.Cast<byte, ushort>(bytes), values)),
        new("F64", 8, static (bytes, values) => FloatConversion.FromDouble(MemoryMarshal.Cast<byte, double>(bytes), values)),
        new("I64", 8), new("U64", 8), new("C64", 8), new("I32", 4), new("U32", 4), new("I16", 2), new("U16", 2),
        new("F8_E4M3", 1), new("F8_E5M2", 1), new("I8", 1), new("U8", 1), new("BOOL", 1),
    ];

    /// <summary>From as many bytes as the floats need.</summary>
    public delegate void Conversion(ReadOnlySpan<byte> bytes, Span<float> values);

    /// <summary>Null for a name that is none of the format's.</summary>
    public static ElementType? Find(string name) => Array.Find(All, type => type.Name == name);

    /// <summary>From a file's bytes, which it changes where this machine orders them otherwise.</summary>
    public void Decode(Span<byte> bytes, Span<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Reverse(bytes);
        }

        Convert!(bytes, values);
    }

    private void Reverse(Span<byte> bytes)
    {
        switch (Size)
        {
            case sizeof(ushort):
                Span<ushort> shorts = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case sizeof(uint):
                Span<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            default:
                Span<ulong> longs = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
        }
    }
}
