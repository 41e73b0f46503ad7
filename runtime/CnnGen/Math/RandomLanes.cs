using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>Random bits for each lane of a vector: those that <see cref="RandomSource.Hash"/> gives for the lane's number.</summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RandomLanes<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    /// <summary>The numbers of lanes, the first of which is <paramref name="counter"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T From(uint counter) => W.AddIntegers(W.Indices, Bits(counter));

    /// <summary>The numbers of the lanes that follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Next(T counters) => W.AddIntegers(counters, W.CreateInteger(W.Count));

    /// <summary>Whether the hash of each lane's number is at least <paramref name="threshold"/>, as a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsAtLeast(T counters, uint key, uint threshold) => W.IsAtLeast(Hash(counters, key), Bits(threshold));

    /// <summary>The hash of each lane's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Hash(T counters, uint key)
    {
        T mixed = Mixed(counters, RandomSource.OuterShift);
        mixed = W.AddIntegers(W.MultiplyIntegers(mixed, Bits(RandomSource.FirstFactor)), Bits(key));
        mixed = Mixed(mixed, RandomSource.InnerShift);
        return Mixed(W.MultiplyIntegers(mixed, Bits(RandomSource.SecondFactor)), RandomSource.OuterShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Mixed(T bits, int count) => W.Xor(bits, W.ShiftRightLogical(bits, count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Bits(uint value) => W.CreateInteger((int)value);
}
