using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>Vectors that no machine has: eight floats, one after another. This file is all that a new width needs.</summary>
internal readonly struct MadeUpVectors : IVectors<MadeUpVectors.Eight>
{
    public static VectorWidth Width { get; } = new VectorWidth.Of<MadeUpVectors, Eight, MadeUpVectors, Eight>();

    public static int Count => 8;

    public static Eight Zero => Create(0);

    public static Eight One => Create(1);

    public static Eight AllBitsSet => CreateInteger(-1);

    public static Eight Create(float value) => Each(_ => value);

    public static Eight Broadcast(ref readonly float source, int offset) => Create(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    public static Eight CreateScalar(float value) => Each(lane => lane == 0 ? value : 0);

    public static Eight CreateInteger(int value) => Each(_ => Float(value));

    public static Eight FirstLanes(int count) => Each(lane => Mask(lane < count));

    public static Eight LoadUnsafe(ref readonly float source) => Unsafe.ReadUnaligned<Eight>(in Unsafe.As<float, byte>(ref Unsafe.AsRef(in source)));

    public static Eight LoadUnsafe(ref readonly float source, nuint offset) => LoadUnsafe(in Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    public static Eight Load(ref readonly float source, int index) => Load(in source, 0, index);

    public static Eight Load(ref readonly float source, int offset, int index) =>
        LoadUnsafe(in Unsafe.Add(ref Unsafe.AsRef(in source), offset + index * Count));

    public static void StoreUnsafe(Eight value, ref float destination) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), value);

    public static void StoreUnsafe(Eight value, ref float destination, nuint offset) => StoreUnsafe(value, ref Unsafe.Add(ref destination, offset));

    public static void Store(Eight value, ref float destination, int index) => Store(value, ref destination, 0, index);

    public static void Store(Eight value, ref float destination, int offset, int index) =>
        StoreUnsafe(value, ref Unsafe.Add(ref destination, offset + index * Count));

    public static Eight Add(Eight a, Eight b) => Each(lane => a[lane] + b[lane]);

    public static Eight Subtract(Eight a, Eight b) => Each(lane => a[lane] - b[lane]);

    public static Eight Multiply(Eight a, Eight b) => Each(lane => a[lane] * b[lane]);

    public static Eight Divide(Eight a, Eight b) => Each(lane => a[lane] / b[lane]);

    public static Eight MaxNative(Eight a, Eight b) => Each(lane => a[lane] > b[lane] ? a[lane] : b[lane]);

    public static Eight MinNative(Eight a, Eight b) => Each(lane => a[lane] < b[lane] ? a[lane] : b[lane]);

    public static Eight BitwiseAnd(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) & Bits(b[lane])));

    public static Eight BitwiseOr(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) | Bits(b[lane])));

    public static Eight Xor(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) ^ Bits(b[lane])));

    public static Eight AndNot(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) & ~Bits(b[lane])));

    public static Eight Equals(Eight a, Eight b) => Each(lane => Mask(a[lane] == b[lane]));

    public static Eight LessThan(Eight a, Eight b) => Each(lane => Mask(a[lane] < b[lane]));

    public static Eight LessThanOrEqual(Eight a, Eight b) => Each(lane => Mask(a[lane] <= b[lane]));

    public static Eight GreaterThan(Eight a, Eight b) => Each(lane => Mask(a[lane] > b[lane]));

    public static Eight GreaterThanOrEqual(Eight a, Eight b) => Each(lane => Mask(a[lane] >= b[lane]));

    public static Eight Indices => Each(Float);

    public static Eight AddIntegers(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) + Bits(b[lane])));

    public static Eight MultiplyIntegers(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) * Bits(b[lane])));

    public static Eight IsAtLeast(Eight a, Eight b) => Each(lane => Mask((uint)Bits(a[lane]) >= (uint)Bits(b[lane])));

    public static Eight SubtractIntegers(Eight a, Eight b) => Each(lane => Float(Bits(a[lane]) - Bits(b[lane])));

    public static Eight MinIntegers(Eight a, Eight b) => Each(lane => Float(Math.Min(Bits(a[lane]), Bits(b[lane]))));

    public static Eight Negate(Eight a) => Each(lane => -a[lane]);

    public static Eight Abs(Eight a) => Each(lane => MathF.Abs(a[lane]));

    public static Eight Sqrt(Eight a) => Each(lane => MathF.Sqrt(a[lane]));

    public static Eight IsNaN(Eight a) => Each(lane => Mask(float.IsNaN(a[lane])));

    public static Eight ConvertToSingle(Eight a) => Each(lane => Bits(a[lane]));

    public static Eight ShiftLeft(Eight a, int count) => Each(lane => Float(Bits(a[lane]) << count));

    public static Eight ShiftRightLogical(Eight a, int count) => Each(lane => Float(Bits(a[lane]) >>> count));

    public static Eight ShiftRightArithmetic(Eight a, int count) => Each(lane => Float(Bits(a[lane]) >> count));

    public static Eight MultiplyAdd(Eight a, Eight b, Eight c) => Each(lane => MathF.FusedMultiplyAdd(a[lane], b[lane], c[lane]));

    public static Eight ConditionalSelect(Eight mask, Eight yes, Eight no) =>
        Each(lane => Float((Bits(yes[lane]) & Bits(mask[lane])) | (Bits(no[lane]) & ~Bits(mask[lane]))));

    public static bool EqualsAll(Eight a, Eight b) => Enumerable.Range(0, Count).All(lane => a[lane] == b[lane]);

    public static float Max(Eight a) => Enumerable.Range(0, Count).Select(lane => a[lane]).Aggregate(MathF.Max);

    public static void AddWidened(Eight a, ref Eight low, ref Eight high)
    {
        Span<double> lower = Doubles(ref low), upper = Doubles(ref high);
        for (int lane = 0; lane < Count; lane++)
        {
            (lane < lower.Length ? ref lower[lane] : ref upper[lane - lower.Length]) += a[lane];
        }
    }

    public static Eight Narrow(ref readonly Eight low, ref readonly Eight high)
    {
        (Eight first, Eight second) = (low, high);
        double[] all = [.. Doubles(ref first), .. Doubles(ref second)];
        return Each(lane => (float)all[lane]);
    }

    public static float Sum(Eight a) => Enumerable.Range(0, Count).Sum(lane => a[lane]);

    private static Span<double> Doubles(ref Eight half) => MemoryMarshal.Cast<Eight, double>(MemoryMarshal.CreateSpan(ref half, 1));

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);

    private static float Float(int bits) => BitConverter.Int32BitsToSingle(bits);

    private static float Mask(bool isSet) => Float(isSet ? -1 : 0);

    private static Eight Each(Func<int, float> lane)
    {
        Eight result = default;
        for (int i = 0; i < Count; i++)
        {
            result[i] = lane(i);
        }

        return result;
    }

    [InlineArray(8)]
    internal struct Eight
    {
        private float _first;
    }
}
