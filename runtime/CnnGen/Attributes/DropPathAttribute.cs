namespace CnnGen;

/// <summary>In training, zeroes whole samples with a probability and scales the others by 1 / (1 − p); does nothing in Predict.</summary>
/// <param name="probability">The probability of a sample being zeroed, in [0, 1) (CNN101). PyTorch's <c>p</c>.</param>
/// <remarks>The shape stays. In PyTorch: <c>torchvision.ops.StochasticDepth(p, "row")</c>, and <c>torch.nn</c> has none.</remarks>
public sealed class DropPathAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability of being zeroed, in [0, 1).</summary>
    public double Probability { get; } = probability;
}
