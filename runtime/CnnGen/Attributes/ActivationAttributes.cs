namespace CnnGen;

/// <summary>max(x, 0).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.ReLU</c>.</remarks>
public sealed class ReLUAttribute : LayerAttribute;

/// <summary>min(max(x, 0), 6).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.ReLU6</c>.</remarks>
public sealed class ReLU6Attribute : LayerAttribute;

/// <summary>x for x &gt; 0, else slope · x.</summary>
/// <param name="slope">The slope for negative elements, a finite number (CNN101); PyTorch's <c>negative_slope</c>.</param>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.LeakyReLU(negative_slope)</c>.</remarks>
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>The slope for negative elements; 0.01 by default. PyTorch's <c>negative_slope</c>.</summary>
    public double Slope { get; } = slope;
}

/// <summary>
/// x for x &gt; 0, else <c>weight</c> · x: one trained slope [1] for all elements, or one for each channel [C]; 0.25 at first.
/// </summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.PReLU(num_parameters)</c>.</remarks>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>A slope for each channel, or for each feature of a vector; false by default. PyTorch's <c>num_parameters</c>.</summary>
    public bool PerChannel { get; set; }
}

/// <summary>x for x &gt; 0, else alpha · (exp(x) − 1).</summary>
/// <param name="alpha">The size of the limit for negative elements, a finite number (CNN101).</param>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.ELU(alpha)</c>.</remarks>
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>The negative limit's size; 1 by default. PyTorch's <c>alpha</c>.</summary>
    public double Alpha { get; } = alpha;
}

/// <summary>x · sigmoid(x).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.SiLU</c>.</remarks>
public sealed class SiLUAttribute : LayerAttribute;

/// <summary>x · Φ(x) with the normal distribution Φ.</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.GELU</c>; <see cref="Approximate"/> is its <c>approximate</c>.</remarks>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>How Φ is computed; <see cref="GeluApproximation.None"/> by default. PyTorch's <c>approximate</c>.</summary>
    public GeluApproximation Approximate { get; set; }
}

/// <summary>1 / (1 + exp(−x)).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Sigmoid</c>.</remarks>
public sealed class SigmoidAttribute : LayerAttribute;

/// <summary>tanh(x).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Tanh</c>.</remarks>
public sealed class TanhAttribute : LayerAttribute;

/// <summary>1.7159 · tanh(2x / 3), LeNet-5's squashing function.</summary>
/// <remarks>The shape stays. PyTorch has no counterpart.</remarks>
public sealed class ScaledTanhAttribute : LayerAttribute;

/// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Hardswish</c>.</remarks>
public sealed class HardswishAttribute : LayerAttribute;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Hardsigmoid</c>.</remarks>
public sealed class HardsigmoidAttribute : LayerAttribute;

/// <summary>log(1 + exp(x)).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Softplus</c> with its defaults.</remarks>
public sealed class SoftplusAttribute : LayerAttribute;

/// <summary>x · tanh(log(1 + exp(x))).</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Mish</c>.</remarks>
public sealed class MishAttribute : LayerAttribute;

/// <summary>exp(x) / Σ exp(x) over a vector's features, or over the channels at each pixel of C×H×W.</summary>
/// <remarks>
/// The shape stays. In PyTorch: <c>torch.nn.Softmax(dim=1)</c>. Cross-entropy takes scores and applies it itself: a network that is
/// trained with it ends without (CNN503).
/// </remarks>
public sealed class SoftmaxAttribute : LayerAttribute;

/// <summary>The logarithm of <see cref="SoftmaxAttribute"/>.</summary>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.LogSoftmax(dim=1)</c>.</remarks>
public sealed class LogSoftmaxAttribute : LayerAttribute;
