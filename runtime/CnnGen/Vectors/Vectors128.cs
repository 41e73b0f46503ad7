using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Vector = System.Runtime.Intrinsics.Vector128;
using VectorOfSingle = System.Runtime.Intrinsics.Vector128<float>;

namespace CnnGen.Runtime;

/// <summary>Vectors of 128 bits: four floats. In WebAssembly a fused multiply-add is a call, so products are rounded there.</summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Vectors128 : IVectors<VectorOfSingle>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => VectorOfSingle.Count;
    }

    /// <inheritdoc/>
    public static VectorOfSingle Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => VectorOfSingle.Zero;
    }

    /// <inheritdoc/>
    public static VectorOfSingle One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => VectorOfSingle.One;
    }

    /// <inheritdoc/>
    public static VectorOfSingle AllBitsSet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => VectorOfSingle.AllBitsSet;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Create(float value) => Vector.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Broadcast(ref readonly float source, int offset) =>
        Vector.Create(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle CreateScalar(float value) => Vector.CreateScalar(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle FirstLanes(int count) => Vector.LessThan(Vector128<int>.Indices, Vector.Create(count)).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle LoadUnsafe(ref readonly float source) => Vector.LoadUnsafe(in source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle LoadUnsafe(ref readonly float source, nuint offset) => Vector.LoadUnsafe(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Load(ref readonly float source, int index) =>
        Vector.LoadUnsafe(in source, (nuint)(nint)(index * VectorOfSingle.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Load(ref readonly float source, int offset, int index) =>
        Vector.LoadUnsafe(in source, (nuint)(nint)(offset + index * VectorOfSingle.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorOfSingle value, ref float destination, int index) =>
        value.StoreUnsafe(ref destination, (nuint)(nint)(index * VectorOfSingle.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorOfSingle value, ref float destination, int offset, int index) =>
        value.StoreUnsafe(ref destination, (nuint)(nint)(offset + index * VectorOfSingle.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnsafe(VectorOfSingle value, ref float destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnsafe(VectorOfSingle value, ref float destination, nuint offset) => value.StoreUnsafe(ref destination, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Add(VectorOfSingle a, VectorOfSingle b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Subtract(VectorOfSingle a, VectorOfSingle b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Multiply(VectorOfSingle a, VectorOfSingle b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Divide(VectorOfSingle a, VectorOfSingle b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle MultiplyAdd(VectorOfSingle a, VectorOfSingle b, VectorOfSingle c) =>
        Fma.IsSupported || AdvSimd.IsSupported ? Vector.MultiplyAddEstimate(a, b, c) : (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Negate(VectorOfSingle a) => -a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Abs(VectorOfSingle a) => Vector.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Sqrt(VectorOfSingle a) => Vector.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle MaxNative(VectorOfSingle a, VectorOfSingle b) => Vector.MaxNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle MinNative(VectorOfSingle a, VectorOfSingle b) => Vector.MinNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle BitwiseAnd(VectorOfSingle a, VectorOfSingle b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle BitwiseOr(VectorOfSingle a, VectorOfSingle b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Xor(VectorOfSingle a, VectorOfSingle b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle AndNot(VectorOfSingle a, VectorOfSingle b) => Vector.AndNot(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle ConditionalSelect(VectorOfSingle mask, VectorOfSingle yes, VectorOfSingle no) => Vector.ConditionalSelect(mask, yes, no);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Equals(VectorOfSingle a, VectorOfSingle b) => Vector.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle LessThan(VectorOfSingle a, VectorOfSingle b) => Vector.LessThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle LessThanOrEqual(VectorOfSingle a, VectorOfSingle b) => Vector.LessThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle GreaterThan(VectorOfSingle a, VectorOfSingle b) => Vector.GreaterThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle GreaterThanOrEqual(VectorOfSingle a, VectorOfSingle b) => Vector.GreaterThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle IsNaN(VectorOfSingle a) => Vector.IsNaN(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EqualsAll(VectorOfSingle a, VectorOfSingle b) => Vector.EqualsAll(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle CreateInteger(int value) => Vector.Create(value).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle ShiftLeft(VectorOfSingle bits, int count) => (bits.AsInt32() << count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle ShiftRightLogical(VectorOfSingle bits, int count) => (bits.AsInt32() >>> count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle ShiftRightArithmetic(VectorOfSingle integers, int count) => (integers.AsInt32() >> count).AsSingle();

    /// <inheritdoc/>
    public static VectorOfSingle Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<int>.Indices.AsSingle();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle AddIntegers(VectorOfSingle a, VectorOfSingle b) => (a.AsInt32() + b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle SubtractIntegers(VectorOfSingle a, VectorOfSingle b) => (a.AsInt32() - b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle MultiplyIntegers(VectorOfSingle a, VectorOfSingle b) => (a.AsInt32() * b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle IsAtLeast(VectorOfSingle a, VectorOfSingle b) =>
        Vector.GreaterThanOrEqual(a.AsUInt32(), b.AsUInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle MinIntegers(VectorOfSingle a, VectorOfSingle b) => Vector.Min(a.AsInt32(), b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle ConvertToSingle(VectorOfSingle integers) => Vector.ConvertToSingle(integers.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(VectorOfSingle a) => Vector.Sum(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(VectorOfSingle a)
    {
        a = Vector.Max(a, Vector.Shuffle(a, Vector.Create(2, 3, 0, 1)));
        return Vector.Max(a, Vector.Shuffle(a, Vector.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddWidened(VectorOfSingle a, ref VectorOfSingle low, ref VectorOfSingle high)
    {
        low = (low.AsDouble() + Vector.WidenLower(a)).AsSingle();
        high = (high.AsDouble() + Vector.WidenUpper(a)).AsSingle();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorOfSingle Narrow(ref readonly VectorOfSingle low, ref readonly VectorOfSingle high) =>
        Vector.Narrow(low.AsDouble(), high.AsDouble());
}
