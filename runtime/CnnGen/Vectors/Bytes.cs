using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>Bytes as floats, sixteen at a time.</summary>
internal static class Bytes
{
    /// <summary>Each byte times <paramref name="scale"/> plus <paramref name="offset"/>.</summary>
    public static void Scale(ReadOnlySpan<byte> bytes, Span<float> values, float scale, float offset)
    {
        // Product and sum are rounded one by one: the same bits in the loop, in its rest and on every machine.
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        ref float destination = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= bytes.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)i));
            Store(low, ref destination, i);
            Store(high, ref destination, i + Vector128<ushort>.Count);
        }

        for (; i < bytes.Length; i++)
        {
            values[i] = bytes[i] * scale + offset;
        }

        void Store(Vector128<ushort> words, ref float to, int at)
        {
            (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(words);
            (Vector128.ConvertToSingle(low.AsInt32()) * scale + Vector128.Create(offset)).StoreUnsafe(ref to, (nuint)at);
            (Vector128.ConvertToSingle(high.AsInt32()) * scale + Vector128.Create(offset))
                .StoreUnsafe(ref to, (nuint)(at + Vector128<uint>.Count));
        }
    }
}
