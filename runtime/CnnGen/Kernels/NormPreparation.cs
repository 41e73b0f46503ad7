using System.ComponentModel;

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
public sealed record NormPreparation(
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
    PanelLayout? Panels = null) : WeightPreparation
{
    /// <inheritdoc/>
    public override void Apply(Span<float> packed, Span<float> prepared)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            float scale = (Scale < 0 ? 1f : packed[Scale + channel]) / (Variance < 0 ? 1f : MathF.Sqrt(packed[Variance + channel] + Eps));
            float mean = Mean < 0 ? 0f : packed[Mean + channel];
            float bias = ConvolutionBias < 0 ? 0f : packed[ConvolutionBias + channel];
            prepared[ToBias + channel] = (bias - mean) * scale + (Shift < 0 ? 0f : packed[Shift + channel]);
            if (Panels is null)
            {
                prepared[ToWeight + channel] = scale;
            }
            else
            {
                Panels.ScaleOutput(packed[Convolution..], prepared[ToWeight..], channel, scale);
            }
        }
    }
}
