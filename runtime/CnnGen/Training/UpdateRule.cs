using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>One step of an optimizer on a vector of parameters.</summary>
internal interface IUpdateRule<T>
{
    /// <summary>The new parameters.</summary>
    /// <param name="w">The parameters.</param>
    /// <param name="g">Their gradients, none of them subnormal.</param>
    /// <param name="state">
    /// The vectors that the rule remembers for these, one after another; to be kept free of subnormal numbers.
    /// </param>
    T Apply(T w, T g, ref T state);
}

/// <summary>Runs an update rule over a block.</summary>
internal static class UpdateRule<V, F8>
    where V : struct, IVectors<F8>
    where F8 : struct
{
    /// <summary>
    /// Applies the rule to eight parameters at a time. Gradients are scaled first; subnormal ones then count as zero, and parameters that
    /// become subnormal (by weight decay) are zero.
    /// </summary>
    public static void Run<TRule>(TRule rule, in UpdateMemory memory, float gradientScale)
        where TRule : struct, IUpdateRule<F8>
    {
        Span<float> parameters = memory.Parameters;
        ReadOnlySpan<float> gradients = memory.Gradients;
        F8 scale = V.Create(gradientScale);
        ref float w = ref MemoryMarshal.GetReference(parameters);
        ref float g = ref MemoryMarshal.GetReference(gradients);
        ref F8 s = ref Unsafe.As<float, F8>(ref MemoryMarshal.GetReference(memory.State));
        int i = 0;
        for (; i <= parameters.Length - V.Count; i += V.Count)
        {
            F8 gradient = V.Multiply(V.LoadUnsafe(ref g, (nuint)i), scale);
            V.StoreUnsafe(Apply(rule, V.LoadUnsafe(ref w, (nuint)i), gradient, ref s), ref w, (nuint)i);
            s = ref Unsafe.Add(ref s, memory.StateCount);
        }

        if (i < parameters.Length)
        {
            int count = parameters.Length - i;
            F8 gradient = V.Multiply(Lanes<V, F8>.Load(gradients, i, count), scale);
            F8 rest = Apply(rule, Lanes<V, F8>.Load(parameters, i, count), gradient, ref s);
            Lanes<V, F8>.Store(rest, parameters, i, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F8 Apply<TRule>(TRule rule, F8 w, F8 g, ref F8 state)
        where TRule : struct, IUpdateRule<F8> => Subnormals<V, F8>.ToZero(rule.Apply(w, Subnormals<V, F8>.ToZero(g), ref state));
}
