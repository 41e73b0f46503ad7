using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>Weights of a convolution, transformed for Winograd's method.</summary>
/// <param name="Packed">Where the packed weights begin.</param>
/// <param name="To">Where the result begins.</param>
/// <param name="Weights">The transformation.</param>
/// <param name="Scale">Where the factors of a batch normalisation lie among the prepared weights; −1: there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WinogradPreparation(int Packed, int To, WinogradWeights Weights, int Scale = -1) : WeightPreparation
{
    internal override int Source => Packed;

    /// <inheritdoc/>
    public override void Apply(Span<float> packed, Span<float> prepared)
    {
        ref float scale = ref Unsafe.NullRef<float>();
        if (Scale >= 0)
        {
            scale = ref prepared[Scale];
        }

        Weights.Apply(ref packed[Packed], ref prepared[To], ref scale);
    }
}
