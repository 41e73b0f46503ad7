using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>A file's elements as floats.</summary>
internal static class ElementDecoder
{
    /// <summary>From a file's bytes, which it changes where this machine orders them otherwise.</summary>
    /// <param name="type">A type of floats.</param>
    /// <param name="bytes">As many as the floats need.</param>
    /// <param name="values">What they become.</param>
    public static void Decode(ElementType type, Span<byte> bytes, Span<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Reverse(bytes, type.Size);
        }

        Convert(type, bytes, values);
    }

    /// <summary>From elements in this machine's order of bytes.</summary>
    /// <param name="type">A type of floats.</param>
    /// <param name="bytes">As many as the floats need.</param>
    /// <param name="values">What they become.</param>
    public static void Convert(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        switch (type.Name)
        {
            case SafetensorsHeader.Float32:
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
                break;
            case ElementType.Half:
                FloatConversion.FromHalf(MemoryMarshal.Cast<byte, ushort>(bytes), values);
                break;
            case ElementType.Brain:
                FloatConversion.FromBrain(MemoryMarshal.Cast<byte, ushort>(bytes), values);
                break;
            default:
                FloatConversion.FromDouble(MemoryMarshal.Cast<byte, double>(bytes), values);
                break;
        }
    }

    private static void Reverse(Span<byte> bytes, int size)
    {
        switch (size)
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
