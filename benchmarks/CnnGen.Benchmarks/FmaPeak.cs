using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;

namespace CnnGen.Benchmarks;

/// <summary>
/// The multiply-adds that one core can do with its widest vectors: a loop over registers alone, what kernels are measured against.
/// </summary>
public static class FmaPeak
{
    private const int Chains = 12;

    /// <summary>The rounds that do this many multiply-adds.</summary>
    public static int RoundsFor(long multiplyAdds) => (int)(multiplyAdds / (Chains * VectorWidth.Current.Lanes));

    /// <summary>Runs the loop on the vectors that networks use now.</summary>
    public static float Run(int rounds, float factor, float term) => VectorWidth.Current.Bits switch
    {
        512 => Run<Vectors512, Vector512<float>>(rounds, factor, term),
        256 => Run<Vectors256, Vector256<float>>(rounds, factor, term),
        _ => Run<Vectors128, Vector128<float>>(rounds, factor, term),
    };

    /// <summary>Twelve independent chains hide the latency of five cycles on two units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run<W, T>(int rounds, float factor, float term)
        where W : struct, IVectors<T>
        where T : struct
    {
        T x = W.Create(factor), y = W.Create(term);
        T a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int round = 0; round < rounds; round++)
        {
            a = W.MultiplyAdd(a, x, y);
            b = W.MultiplyAdd(b, x, y);
            c = W.MultiplyAdd(c, x, y);
            d = W.MultiplyAdd(d, x, y);
            e = W.MultiplyAdd(e, x, y);
            f = W.MultiplyAdd(f, x, y);
            g = W.MultiplyAdd(g, x, y);
            h = W.MultiplyAdd(h, x, y);
            i = W.MultiplyAdd(i, x, y);
            j = W.MultiplyAdd(j, x, y);
            k = W.MultiplyAdd(k, x, y);
            l = W.MultiplyAdd(l, x, y);
        }

        T left = W.Add(W.Add(W.Add(a, b), W.Add(c, d)), W.Add(e, f));
        T right = W.Add(W.Add(W.Add(g, h), W.Add(i, j)), W.Add(k, l));
        return W.Sum(W.Add(left, right));
    }
}
