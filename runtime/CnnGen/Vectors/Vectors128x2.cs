using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>Eight floats as two vectors of 128 bits, where no vector is longer.</summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Vectors128x2 : IVectors<Pair>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * Vectors128.Count;
    }

    /// <inheritdoc/>
    public static Pair Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vectors128.Zero, Vectors128.Zero);
    }

    /// <inheritdoc/>
    public static Pair One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vectors128.One, Vectors128.One);
    }

    /// <inheritdoc/>
    public static Pair AllBitsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vectors128.AllBitsSet, Vectors128.AllBitsSet);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Create(float value) => new(Vectors128.Create(value), Vectors128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Broadcast(ref readonly float source, int offset) => Create(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair CreateScalar(float value) => new(Vectors128.CreateScalar(value), Vectors128.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair FirstLanes(int count) => new(Vectors128.FirstLanes(count), Vectors128.FirstLanes(count - Vectors128.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair LoadUnsafe(ref readonly float source) =>
        new(Vectors128.LoadUnsafe(in source), Vectors128.LoadUnsafe(in source, (nuint)Vectors128.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair LoadUnsafe(ref readonly float source, nuint offset) =>
        new(Vectors128.LoadUnsafe(in source, offset), Vectors128.LoadUnsafe(in source, offset + (nuint)Vectors128.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Load(ref readonly float source, int index) =>
        new(Vectors128.Load(in source, 2 * index), Vectors128.Load(in source, 2 * index + 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Load(ref readonly float source, int offset, int index) =>
        new(Vectors128.Load(in source, offset, 2 * index), Vectors128.Load(in source, offset, 2 * index + 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pair value, ref float destination, int index)
    {
        Vectors128.Store(value.Low, ref destination, 2 * index);
        Vectors128.Store(value.High, ref destination, 2 * index + 1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pair value, ref float destination, int offset, int index)
    {
        Vectors128.Store(value.Low, ref destination, offset, 2 * index);
        Vectors128.Store(value.High, ref destination, offset, 2 * index + 1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnsafe(Pair value, ref float destination)
    {
        Vectors128.StoreUnsafe(value.Low, ref destination);
        Vectors128.StoreUnsafe(value.High, ref destination, (nuint)Vectors128.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnsafe(Pair value, ref float destination, nuint offset)
    {
        Vectors128.StoreUnsafe(value.Low, ref destination, offset);
        Vectors128.StoreUnsafe(value.High, ref destination, offset + (nuint)Vectors128.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Add(Pair a, Pair b) => new(Vectors128.Add(a.Low, b.Low), Vectors128.Add(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Subtract(Pair a, Pair b) => new(Vectors128.Subtract(a.Low, b.Low), Vectors128.Subtract(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Multiply(Pair a, Pair b) => new(Vectors128.Multiply(a.Low, b.Low), Vectors128.Multiply(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Divide(Pair a, Pair b) => new(Vectors128.Divide(a.Low, b.Low), Vectors128.Divide(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair MultiplyAdd(Pair a, Pair b, Pair c) =>
        new(Vectors128.MultiplyAdd(a.Low, b.Low, c.Low), Vectors128.MultiplyAdd(a.High, b.High, c.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Negate(Pair a) => new(Vectors128.Negate(a.Low), Vectors128.Negate(a.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Abs(Pair a) => new(Vectors128.Abs(a.Low), Vectors128.Abs(a.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Sqrt(Pair a) => new(Vectors128.Sqrt(a.Low), Vectors128.Sqrt(a.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair MaxNative(Pair a, Pair b) => new(Vectors128.MaxNative(a.Low, b.Low), Vectors128.MaxNative(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair MinNative(Pair a, Pair b) => new(Vectors128.MinNative(a.Low, b.Low), Vectors128.MinNative(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair BitwiseAnd(Pair a, Pair b) => new(Vectors128.BitwiseAnd(a.Low, b.Low), Vectors128.BitwiseAnd(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair BitwiseOr(Pair a, Pair b) => new(Vectors128.BitwiseOr(a.Low, b.Low), Vectors128.BitwiseOr(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Xor(Pair a, Pair b) => new(Vectors128.Xor(a.Low, b.Low), Vectors128.Xor(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair AndNot(Pair a, Pair b) => new(Vectors128.AndNot(a.Low, b.Low), Vectors128.AndNot(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair ConditionalSelect(Pair mask, Pair yes, Pair no) =>
        new(Vectors128.ConditionalSelect(mask.Low, yes.Low, no.Low), Vectors128.ConditionalSelect(mask.High, yes.High, no.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Equals(Pair a, Pair b) => new(Vectors128.Equals(a.Low, b.Low), Vectors128.Equals(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair LessThan(Pair a, Pair b) => new(Vectors128.LessThan(a.Low, b.Low), Vectors128.LessThan(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair LessThanOrEqual(Pair a, Pair b) =>
        new(Vectors128.LessThanOrEqual(a.Low, b.Low), Vectors128.LessThanOrEqual(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair GreaterThan(Pair a, Pair b) => new(Vectors128.GreaterThan(a.Low, b.Low), Vectors128.GreaterThan(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair GreaterThanOrEqual(Pair a, Pair b) =>
        new(Vectors128.GreaterThanOrEqual(a.Low, b.Low), Vectors128.GreaterThanOrEqual(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair IsNaN(Pair a) => new(Vectors128.IsNaN(a.Low), Vectors128.IsNaN(a.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EqualsAll(Pair a, Pair b) => Vectors128.EqualsAll(a.Low, b.Low) && Vectors128.EqualsAll(a.High, b.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair CreateInteger(int value) => new(Vectors128.CreateInteger(value), Vectors128.CreateInteger(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair ShiftLeft(Pair bits, int count) =>
        new(Vectors128.ShiftLeft(bits.Low, count), Vectors128.ShiftLeft(bits.High, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair ShiftRightLogical(Pair bits, int count) =>
        new(Vectors128.ShiftRightLogical(bits.Low, count), Vectors128.ShiftRightLogical(bits.High, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair ShiftRightArithmetic(Pair integers, int count) =>
        new(Vectors128.ShiftRightArithmetic(integers.Low, count), Vectors128.ShiftRightArithmetic(integers.High, count));

    /// <inheritdoc/>
    public static Pair Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vectors128.Indices, Vectors128.AddIntegers(Vectors128.Indices, Vectors128.CreateInteger(Vectors128.Count)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair AddIntegers(Pair a, Pair b) => new(Vectors128.AddIntegers(a.Low, b.Low), Vectors128.AddIntegers(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair SubtractIntegers(Pair a, Pair b) =>
        new(Vectors128.SubtractIntegers(a.Low, b.Low), Vectors128.SubtractIntegers(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair MultiplyIntegers(Pair a, Pair b) =>
        new(Vectors128.MultiplyIntegers(a.Low, b.Low), Vectors128.MultiplyIntegers(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair IsAtLeast(Pair a, Pair b) => new(Vectors128.IsAtLeast(a.Low, b.Low), Vectors128.IsAtLeast(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair MinIntegers(Pair a, Pair b) => new(Vectors128.MinIntegers(a.Low, b.Low), Vectors128.MinIntegers(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair ConvertToSingle(Pair integers) =>
        new(Vectors128.ConvertToSingle(integers.Low), Vectors128.ConvertToSingle(integers.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Pair a) => Vectors128.Sum(a.Low) + Vectors128.Sum(a.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Pair a) => Vectors128.Max(Vector128.Max(a.Low, a.High));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddWidened(Pair a, ref Pair low, ref Pair high)
    {
        low = AddWidened(a.Low, low);
        high = AddWidened(a.High, high);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair Narrow(ref readonly Pair low, ref readonly Pair high) =>
        new(Vectors128.Narrow(in low.Low, in low.High), Vectors128.Narrow(in high.Low, in high.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair AddWidened(Vector128<float> piece, Pair doubles)
    {
        (Vector128<float> low, Vector128<float> high) = (doubles.Low, doubles.High);
        Vectors128.AddWidened(piece, ref low, ref high);
        return new Pair(low, high);
    }
}
