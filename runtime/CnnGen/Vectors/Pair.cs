using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>Two vectors that stand for one of twice their length.</summary>
/// <param name="low">The first four floats.</param>
/// <param name="high">The last four.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Pair(Vector128<float> low, Vector128<float> high)
{
    /// <summary>The first four floats.</summary>
    public readonly Vector128<float> Low = low;

    /// <summary>The last four.</summary>
    public readonly Vector128<float> High = high;
}
