namespace CnnGen;

/// <summary>x / (K + Alpha / size · Σ x²)^Beta, the sum over so many neighbouring channels.</summary>
/// <param name="size">Channels of the sum, at least 1 (CNN101).</param>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.LocalResponseNorm(size, alpha, beta, k)</c>.</remarks>
public sealed class LocalResponseNormAttribute(int size) : LayerAttribute
{
    /// <summary>Channels of the sum.</summary>
    public int Size { get; } = size;

    /// <summary>The factor of the sum; 1e-4 by default. PyTorch's <c>alpha</c>.</summary>
    public double Alpha { get; set; } = 1e-4;

    /// <summary>The exponent; 0.75 by default. PyTorch's <c>beta</c>.</summary>
    public double Beta { get; set; } = 0.75;

    /// <summary>What is added to the sum; 1 by default. PyTorch's <c>k</c>.</summary>
    public double K { get; set; } = 1;
}
