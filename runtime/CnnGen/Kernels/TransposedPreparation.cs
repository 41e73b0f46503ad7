using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>Weights with inputs and outputs exchanged, for the gradients of inputs.</summary>
/// <param name="Packed">Where the forward weights begin.</param>
/// <param name="To">Where the result begins.</param>
/// <param name="Transposition">The rearrangement.</param>
/// <param name="WinogradTo">Where the weights for Winograd's method begin.</param>
/// <param name="Winograd">Their transformation from the rearranged weights; null if they are used as they are.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TransposedPreparation(
    int Packed, int To, PanelTransposition Transposition, int WinogradTo = 0, WinogradWeights? Winograd = null) : WeightPreparation
{
    internal override int Source => Packed;

    /// <inheritdoc/>
    public override void Apply(Span<float> packed, Span<float> prepared)
    {
        Transposition.Apply(ref packed[Packed], ref prepared[To]);
        Winograd?.Apply(ref prepared[To], ref prepared[WinogradTo]);
    }
}
