using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>Floating-point numbers in a file's order of bytes to floats and back.</summary>
internal static class FloatCast
{
    private const int ChunkElements = 1 << 14;

    /// <summary>Floats from as many elements.</summary>
    public static void Decode(DataTypeFacts facts, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            ElementDecoder.Convert(facts.Element, bytes, values);
            return;
        }

        ElementDecoder.Decode(facts.Element, bytes.ToArray(), values);
    }

    /// <summary>Hands over floats as F32.</summary>
    public static void Write(ReadOnlySpan<float> values, TensorSink sink)
    {
        for (; values.Length > 0; values = values[Math.Min(ChunkElements, values.Length)..])
        {
            ReadOnlySpan<float> chunk = values[..Math.Min(ChunkElements, values.Length)];
            if (BitConverter.IsLittleEndian)
            {
                sink(MemoryMarshal.AsBytes(chunk));
                continue;
            }

            uint[] swapped = new uint[chunk.Length];
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(chunk), swapped);
            sink(MemoryMarshal.AsBytes(swapped.AsSpan()));
        }
    }

    /// <summary>Hands over a tensor's elements in another type.</summary>
    /// <exception cref="InvalidDataException">A finite element is too large for that type.</exception>
    public static void Convert(NamedTensor tensor, DataType type, TensorSink sink)
    {
        DataTypeFacts facts = DataTypeFacts.Of(tensor.Type);
        float[] values = new float[ChunkElements];
        ushort[] halves = new ushort[ChunkElements];
        tensor.Read(bytes =>
        {
            for (int step = ChunkElements * facts.Size; bytes.Length > 0; bytes = bytes[Math.Min(step, bytes.Length)..])
            {
                ReadOnlySpan<byte> chunk = bytes[..Math.Min(step, bytes.Length)];
                Span<float> floats = values.AsSpan(0, chunk.Length / facts.Size);
                Decode(facts, chunk, floats);
                if (type == DataType.F32)
                {
                    Write(floats, sink);
                    continue;
                }

                for (int i = 0; i < floats.Length; i++)
                {
                    halves[i] = type == DataType.F16 ? ToHalf(floats[i], tensor) : ToBrain(floats[i], tensor);
                }

                sink(MemoryMarshal.AsBytes(halves.AsSpan(0, floats.Length)));
            }
        });
    }

    private static ushort ToHalf(float value, NamedTensor tensor)
    {
        var half = (Half)value;
        Check(value, Half.IsInfinity(half), tensor, DataType.F16);
        return LittleEndian(BitConverter.HalfToUInt16Bits(half));
    }

    private static ushort ToBrain(float value, NamedTensor tensor)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
        {
            // Its payload may lie in the lower half alone.
            return LittleEndian((ushort)((bits >> 16) | 0x40));
        }

        // To the nearest, ties to even.
        uint rounded = bits + 0x7FFF + ((bits >> 16) & 1);
        Check(value, float.IsInfinity(BitConverter.UInt32BitsToSingle(rounded & 0xFFFF_0000)), tensor, DataType.BF16);
        return LittleEndian((ushort)(rounded >> 16));
    }

    private static void Check(float value, bool isInfinite, NamedTensor tensor, DataType type)
    {
        if (isInfinite && float.IsFinite(value))
        {
            throw new InvalidDataException($"tensor {tensor.Quoted}: expected numbers that fit {type}, found {value}; keep F32");
        }
    }

    private static ushort LittleEndian(ushort bits) => BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits);
}
