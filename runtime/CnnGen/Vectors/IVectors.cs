using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>
/// What kernels need of vectors of one width, by the names that <c>Vector256</c> has for it. A kernel is written once over these and
/// compiled for the vectors of the machine; the type is a parameter beside them, so that no wrapper stands around a register.
/// </summary>
/// <typeparam name="T">A vector of floats.</typeparam>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectors<T>
    where T : struct
{
    /// <summary>Floats of a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Zeros.</summary>
    static abstract T Zero { get; }

    /// <summary>Ones.</summary>
    static abstract T One { get; }

    /// <summary>A mask that selects every lane.</summary>
    static abstract T AllBitsSet { get; }

    /// <summary>One number in all lanes.</summary>
    static abstract T Create(float value);

    /// <summary>One element of memory in all lanes.</summary>
    static abstract T Broadcast(ref readonly float source, int offset);

    /// <summary>One number in the first lane, zeros behind.</summary>
    static abstract T CreateScalar(float value);

    /// <summary>Whether each lane's index is below a number, as a mask.</summary>
    static abstract T FirstLanes(int count);

    /// <summary>Reads a vector.</summary>
    static abstract T LoadUnsafe(ref readonly float source);

    /// <summary>Reads a vector some elements behind.</summary>
    static abstract T LoadUnsafe(ref readonly float source, nuint offset);

    /// <summary>Reads vector <paramref name="index"/> of those that follow one another.</summary>
    static abstract T Load(ref readonly float source, int index);

    /// <summary>Reads vector <paramref name="index"/> behind element <paramref name="offset"/>.</summary>
    static abstract T Load(ref readonly float source, int offset, int index);

    /// <summary>Writes vector <paramref name="index"/> of those that follow one another.</summary>
    static abstract void Store(T value, ref float destination, int index);

    /// <summary>Writes vector <paramref name="index"/> behind element <paramref name="offset"/>.</summary>
    static abstract void Store(T value, ref float destination, int offset, int index);

    /// <summary>Writes a vector.</summary>
    static abstract void StoreUnsafe(T value, ref float destination);

    /// <summary>Writes a vector some elements behind.</summary>
    static abstract void StoreUnsafe(T value, ref float destination, nuint offset);

    /// <summary>a + b.</summary>
    static abstract T Add(T a, T b);

    /// <summary>a − b.</summary>
    static abstract T Subtract(T a, T b);

    /// <summary>a · b.</summary>
    static abstract T Multiply(T a, T b);

    /// <summary>a / b.</summary>
    static abstract T Divide(T a, T b);

    /// <summary>a · b + c, rounded once where the machine can do that in one instruction.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>−a.</summary>
    static abstract T Negate(T a);

    /// <summary>|a|.</summary>
    static abstract T Abs(T a);

    /// <summary>√a.</summary>
    static abstract T Sqrt(T a);

    /// <summary>The larger one; b where one of them is NaN, or NaN.</summary>
    static abstract T MaxNative(T a, T b);

    /// <summary>The smaller one; b where one of them is NaN, or NaN.</summary>
    static abstract T MinNative(T a, T b);

    /// <summary>The bits that both have.</summary>
    static abstract T BitwiseAnd(T a, T b);

    /// <summary>The bits that one of them has.</summary>
    static abstract T BitwiseOr(T a, T b);

    /// <summary>The bits that only one of them has.</summary>
    static abstract T Xor(T a, T b);

    /// <summary>The bits of a that b does not have.</summary>
    static abstract T AndNot(T a, T b);

    /// <summary>For each bit that of <paramref name="yes"/> where the mask's is set, else that of <paramref name="no"/>.</summary>
    static abstract T ConditionalSelect(T mask, T yes, T no);

    /// <summary>a = b as a mask.</summary>
    static abstract T Equals(T a, T b);

    /// <summary>a &lt; b as a mask.</summary>
    static abstract T LessThan(T a, T b);

    /// <summary>a ≤ b as a mask.</summary>
    static abstract T LessThanOrEqual(T a, T b);

    /// <summary>a &gt; b as a mask.</summary>
    static abstract T GreaterThan(T a, T b);

    /// <summary>a ≥ b as a mask.</summary>
    static abstract T GreaterThanOrEqual(T a, T b);

    /// <summary>Where a is NaN, as a mask.</summary>
    static abstract T IsNaN(T a);

    /// <summary>Whether all lanes are equal; NaN equals nothing.</summary>
    static abstract bool EqualsAll(T a, T b);

    /// <summary>The bits of an integer in all lanes.</summary>
    static abstract T CreateInteger(int value);

    /// <summary>The bits of each lane moved to higher places.</summary>
    static abstract T ShiftLeft(T bits, int count);

    /// <summary>The bits of each lane moved to lower places, the sign's too.</summary>
    static abstract T ShiftRightLogical(T bits, int count);

    /// <summary>Each lane as an integer, divided by 2ⁿ and rounded down.</summary>
    static abstract T ShiftRightArithmetic(T integers, int count);

    /// <summary>The number of each lane, from 0 on, as an integer.</summary>
    static abstract T Indices { get; }

    /// <summary>a + b of each lane as integers.</summary>
    static abstract T AddIntegers(T a, T b);

    /// <summary>a − b of each lane as integers.</summary>
    static abstract T SubtractIntegers(T a, T b);

    /// <summary>a · b of each lane as integers, the low bits.</summary>
    static abstract T MultiplyIntegers(T a, T b);

    /// <summary>a ≥ b of each lane as integers without a sign, as a mask.</summary>
    static abstract T IsAtLeast(T a, T b);

    /// <summary>The smaller one of each lane as integers.</summary>
    static abstract T MinIntegers(T a, T b);

    /// <summary>The integer in each lane as a float.</summary>
    static abstract T ConvertToSingle(T integers);

    /// <summary>The sum of all lanes.</summary>
    static abstract float Sum(T a);

    /// <summary>The largest of all lanes, or NaN.</summary>
    static abstract float Max(T a);

    /// <summary>Adds each lane to a double: the first half of them to <paramref name="low"/>, the second to <paramref name="high"/>.</summary>
    static abstract void AddWidened(T a, ref T low, ref T high);

    /// <summary>Doubles rounded to lanes: <paramref name="low"/> to the first half, <paramref name="high"/> to the second.</summary>
    static abstract T Narrow(ref readonly T low, ref readonly T high);
}
