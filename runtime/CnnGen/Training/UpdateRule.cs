using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;
using Subnormals = CnnGen.Runtime.Subnormals<CnnGen.Runtime.Vectors256, System.Runtime.Intrinsics.Vector256<float>>;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace CnnGen;

/// <summary>One step of an optimizer on eight parameters.</summary>
internal interface IUpdateRule
{
    /// <summary>The new parameters.</summary>
    /// <param name="w">The parameters.</param>
    /// <param name="g">Their gradients, none of them subnormal.</param>
    /// <param name="state">
    /// The vectors that the rule remembers for these eight, one after another; to be kept free of subnormal numbers.
    /// </param>
    Vector Apply(Vector w, Vector g, ref Vector state);
}

/// <summary>Runs an update rule over a block.</summary>
internal static class UpdateRule
{
    /// <summary>
    /// Applies the rule with <paramref name="stateCount"/> state vectors to eight parameters at a time. Subnormal gradients count as
    /// zero, and parameters that become subnormal (by weight decay) are zero.
    /// </summary>
    public static void Run<TRule>(
        TRule rule, int stateCount, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
        where TRule : struct, IUpdateRule
    {
        ref float w = ref MemoryMarshal.GetReference(parameters);
        ref float g = ref MemoryMarshal.GetReference(gradients);
        ref Vector s = ref Unsafe.As<float, Vector>(ref MemoryMarshal.GetReference(state));
        int i = 0;
        for (; i <= parameters.Length - Vector.Count; i += Vector.Count)
        {
            Apply(rule, Vector256.LoadUnsafe(ref w, (nuint)i), Vector256.LoadUnsafe(ref g, (nuint)i), ref s)
                .StoreUnsafe(ref w, (nuint)i);
            s = ref Unsafe.Add(ref s, stateCount);
        }

        if (i < parameters.Length)
        {
            Span<float> rest = stackalloc float[2 * Vector.Count];
            parameters[i..].CopyTo(rest);
            gradients[i..].CopyTo(rest[Vector.Count..]);
            Apply(rule, Vector256.Create<float>(rest), Vector256.Create<float>(rest[Vector.Count..]), ref s).CopyTo(rest);
            rest[..(parameters.Length - i)].CopyTo(parameters[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector Apply<TRule>(TRule rule, Vector w, Vector g, ref Vector state)
        where TRule : struct, IUpdateRule => Subnormals.ToZero(rule.Apply(w, Subnormals.ToZero(g), ref state));

    /// <summary>Elements of the state for so many parameters: whole vectors.</summary>
    public static int StateLength(int stateCount, int parameters) =>
        checked((parameters + Vector.Count - 1) / Vector.Count * Vector.Count * stateCount);
}
