using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>The larger and the smaller of two elements; NaN wins against any number, on either side.</summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Extremes<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    // The native instructions give b where one of the two is NaN (or NaN, on some processors): so b's NaN is there already, and a's is
    // laid over it as a mask, whose bits are all set, which is a NaN. Three instructions; the comparison is not on the critical path.

    /// <summary>The larger one, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(T a, T b) => W.BitwiseOr(W.MaxNative(a, b), W.IsNaN(a));

    /// <summary>The smaller one, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min(T a, T b) => W.BitwiseOr(W.MinNative(a, b), W.IsNaN(a));
}
