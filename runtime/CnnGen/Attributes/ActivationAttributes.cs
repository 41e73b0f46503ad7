namespace CnnGen;

/// <summary>max(x, 0).</summary>
public sealed class ReLUAttribute : LayerAttribute;

/// <summary>min(max(x, 0), 6).</summary>
public sealed class ReLU6Attribute : LayerAttribute;

/// <summary>x for x &gt; 0, else slope · x.</summary>
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>The slope for negative elements; 0.01 by default.</summary>
    public double Slope { get; } = slope;
}

/// <summary>
/// x for x &gt; 0, else <c>weight</c> · x: one trained slope [1] for all elements, or one for each channel [C]; 0.25 at first. PyTorch's
/// <c>nn.PReLU(num_parameters)</c>.
/// </summary>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>A slope for each channel, or for each feature of a vector; false by default.</summary>
    public bool PerChannel { get; set; }
}

/// <summary>x for x &gt; 0, else alpha · (exp(x) − 1).</summary>
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>The negative limit's size; 1 by default.</summary>
    public double Alpha { get; } = alpha;
}

/// <summary>x · sigmoid(x).</summary>
public sealed class SiLUAttribute : LayerAttribute;

/// <summary>x · Φ(x) with the normal distribution Φ.</summary>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>How Φ is computed; <see cref="GeluApproximation.None"/> by default.</summary>
    public GeluApproximation Approximate { get; set; }
}

/// <summary>1 / (1 + exp(−x)).</summary>
public sealed class SigmoidAttribute : LayerAttribute;

/// <summary>tanh(x).</summary>
public sealed class TanhAttribute : LayerAttribute;

/// <summary>1.7159 · tanh(2x / 3), LeNet-5's squashing function.</summary>
public sealed class ScaledTanhAttribute : LayerAttribute;

/// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
public sealed class HardswishAttribute : LayerAttribute;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
public sealed class HardsigmoidAttribute : LayerAttribute;

/// <summary>log(1 + exp(x)).</summary>
public sealed class SoftplusAttribute : LayerAttribute;

/// <summary>x · tanh(log(1 + exp(x))).</summary>
public sealed class MishAttribute : LayerAttribute;

/// <summary>exp(x) / Σ exp(x) over a vector's features, or over the channels at each pixel of C×H×W.</summary>
public sealed class SoftmaxAttribute : LayerAttribute;

/// <summary>The logarithm of <see cref="SoftmaxAttribute"/>.</summary>
public sealed class LogSoftmaxAttribute : LayerAttribute;
