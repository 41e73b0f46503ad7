using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>The larger and the smaller of two elements; NaN wins against any number, on either side.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Extremes
{
    // The native instructions give b where one of the two is NaN (or NaN, on some processors): so b's NaN is there already, and a's is
    // laid over it as a mask, whose bits are all set, which is a NaN. Three instructions; the comparison is not on the critical path.

    /// <summary>The larger one, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.MaxNative(a, b) | Vector256.IsNaN(a);

    /// <summary>The smaller one, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.MinNative(a, b) | Vector256.IsNaN(a);
}
