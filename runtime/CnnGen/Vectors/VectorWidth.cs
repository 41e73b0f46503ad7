using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// The vectors that a network calculates with. It keeps those of its making: its weights are packed for them. The widest that the machine
/// has are taken, unless the environment variable <c>CNNGEN_VECTOR_BITS</c> or the AppContext value <c>CnnGen.VectorBits</c> says 128, 256
/// or 512: so a user gets the same sums on machines that differ. Native code has the widest of its instruction set only.
/// </summary>
/// <param name="lanes">Floats of a vector.</param>
public abstract class VectorWidth(int lanes)
{
    private const string Variable = "CNNGEN_VECTOR_BITS";
    private const string Setting = "CnnGen.VectorBits";

    [ThreadStatic]
    private static VectorWidth? s_chosen;

    /// <summary>Bits of a vector.</summary>
    public int Bits => Lanes * 8 * sizeof(float);

    /// <summary>Floats of a vector.</summary>
    public int Lanes { get; } = lanes;

    /// <summary>What networks are made with now.</summary>
    /// <exception cref="InvalidOperationException">The setting names a width that does not exist, or that this machine lacks.</exception>
    public static VectorWidth Current => s_chosen ?? (Wanted() is { } wanted ? Find(wanted) : All.Last());

    /// <summary>All widths that this machine has, the narrowest first; in native code the widest of its instruction set alone.</summary>
    public static IEnumerable<VectorWidth> All
    {
        get
        {
            if (HasNarrower || !Vector256.IsHardwareAccelerated)
            {
                yield return new Of<Vectors128, Vector128<float>, Vectors128x2, Pair>();
            }

            if (Vector256.IsHardwareAccelerated && (HasNarrower || !Vector512.IsHardwareAccelerated))
            {
                yield return new Of<Vectors256, Vector256<float>, Vectors256, Vector256<float>>();
            }

            if (Vector512.IsHardwareAccelerated)
            {
                yield return new Of<Vectors512, Vector512<float>, Vectors256, Vector256<float>>();
            }
        }
    }

    /// <summary>Networks that this thread makes until the result is disposed get another width.</summary>
    public static IDisposable Use(VectorWidth width)
    {
        var scope = new Scope(s_chosen);
        s_chosen = width;
        return scope;
    }

    /// <summary>The forward pass for this width.</summary>
    internal abstract InferencePass Inference<P>(WeightStore weights)
        where P : struct, IPasses;

    /// <summary>The training pass for this width.</summary>
    internal abstract TrainingPass Training<P>(WeightStore weights, int batchSize, ThreadTeam team)
        where P : struct, IPasses;

    /// <summary>
    /// NativeAOT knows this and the conditions above when it compiles: each further width would be one more copy of every network. It
    /// leaves out a width that is never made, because the width asks the network for its passes, not the other way round, and because
    /// there are no virtual properties whose implementations it would compare the width with.
    /// </summary>
    private static bool HasNarrower => RuntimeFeature.IsDynamicCodeSupported;

    private static string? Wanted() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable
        : Convert.ToString(AppContext.GetData(Setting), CultureInfo.InvariantCulture) is { Length: > 0 } setting ? setting
        : null;

    private static VectorWidth Find(string bits) =>
        All.FirstOrDefault(width => width.Bits.ToString(CultureInfo.InvariantCulture) == bits.Trim())
        ?? throw new InvalidOperationException(
            $"{Variable} and {Setting}: expected bits of a vector that this machine has " +
            $"({string.Join(", ", All.Select(width => width.Bits))}), found {bits}" +
            (HasNarrower ? "" : "; native code has no others than the widest of the instruction set that it was published for"));

    /// <summary>Vectors that implement the operations.</summary>
    /// <typeparam name="W">The vectors.</typeparam>
    /// <typeparam name="T">One of them.</typeparam>
    /// <typeparam name="V">Vectors of eight floats, no longer than the machine's.</typeparam>
    /// <typeparam name="F8">One of them.</typeparam>
    [CLSCompliant(false)]
    public sealed class Of<W, T, V, F8>() : VectorWidth(W.Count)
        where W : struct, IVectors<T>
        where T : struct
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        /// <inheritdoc/>
        internal override InferencePass Inference<P>(WeightStore weights) => P.Inference<W, T, V, F8>(weights);

        /// <inheritdoc/>
        internal override TrainingPass Training<P>(WeightStore weights, int batchSize, ThreadTeam team) =>
            P.Training<W, T, V, F8>(weights, batchSize, team);
    }

    private sealed class Scope(VectorWidth? before) : IDisposable
    {
        public void Dispose() => s_chosen = before;
    }
}
