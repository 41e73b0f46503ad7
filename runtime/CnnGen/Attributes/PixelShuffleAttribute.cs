namespace CnnGen;

/// <summary>C·f²×H×W to C×(H·f)×(W·f): each f² channels become a square of pixels.</summary>
/// <param name="factor">The factor f, at least 1 (CNN101); f² divides the channels (CNN211). PyTorch's <c>upscale_factor</c>.</param>
/// <remarks>In PyTorch: <c>torch.nn.PixelShuffle(upscale_factor)</c>.</remarks>
public sealed class PixelShuffleAttribute(int factor) : LayerAttribute
{
    /// <summary>The factor f.</summary>
    public int Factor { get; } = factor;
}
