using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// A batch normalisation prepared for inference: y = x·s + t with s = weight / √(variance + eps) and t = bias − mean·s; or a
/// convolution's weights and bias with both applied. Offsets of −1 stand for a missing parameter (1 or 0); without statistics s is
/// the weight.
/// </summary>
/// <param name="Channels">Channels.</param>
/// <param name="Eps">Added to the variance.</param>
/// <param name="Scale">The normalisation's weight among the packed parameters.</param>
/// <param name="Shift">Its bias.</param>
/// <param name="Mean">The running mean.</param>
/// <param name="Variance">The running variance.</param>
/// <param name="ToWeight">Where s, or the convolution's new weights, go.</param>
/// <param name="ToBias">Where t, or the convolution's new bias, goes.</param>
/// <param name="ConvolutionBias">The convolution's bias.</param>
/// <param name="Convolution">The convolution's packed weights.</param>
/// <param name="Panels">How the convolution's weights are packed; null if there is no convolution.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record NormFold(
    int Channels,
    float Eps,
    int Scale,
    int Shift,
    int Mean,
    int Variance,
    int ToWeight,
    int ToBias,
    int ConvolutionBias = -1,
    int Convolution = -1,
    PanelLayout? Panels = null)
{
    /// <summary>Folds the packed parameters.</summary>
    public void Apply(ReadOnlySpan<float> packed, Span<float> folded)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            float scale = (Scale < 0 ? 1f : packed[Scale + channel]) / (Variance < 0 ? 1f : MathF.Sqrt(packed[Variance + channel] + Eps));
            float mean = Mean < 0 ? 0f : packed[Mean + channel];
            float bias = ConvolutionBias < 0 ? 0f : packed[ConvolutionBias + channel];
            folded[ToBias + channel] = (bias - mean) * scale + (Shift < 0 ? 0f : packed[Shift + channel]);
            if (Panels is null)
            {
                folded[ToWeight + channel] = scale;
            }
            else
            {
                Panels.ScaleOutput(packed[Convolution..], folded[ToWeight..], channel, scale);
            }
        }
    }
}

/// <summary>All weights that are prepared for inference.</summary>
/// <param name="Length">Elements of the prepared weights.</param>
/// <param name="Norms">Batch normalisations; they come first.</param>
/// <param name="Winograds">Transformed weights of convolutions.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FoldLayout(int Length, NormFold[] Norms, WinogradFold[] Winograds)
{
    /// <summary>Prepares them anew from the packed parameters.</summary>
    public void Apply(Span<float> packed, Span<float> folded)
    {
        foreach (NormFold norm in Norms)
        {
            norm.Apply(packed, folded);
        }

        foreach (WinogradFold fold in Winograds)
        {
            ref float scale = ref Unsafe.NullRef<float>();
            if (fold.Scale >= 0)
            {
                scale = ref folded[fold.Scale];
            }

            fold.Weights.Apply(ref packed[fold.Packed], ref folded[fold.To], ref scale);
        }
    }
}
