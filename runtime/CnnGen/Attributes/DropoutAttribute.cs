namespace CnnGen;

/// <summary>In training, zeroes each element with a probability and scales the others by 1 / (1 − p); does nothing in Predict.</summary>
/// <param name="probability">The probability of being zeroed, in [0, 1) (CNN101). PyTorch's <c>p</c>.</param>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.Dropout(p)</c>.</remarks>
public sealed class DropoutAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability of being zeroed, in [0, 1).</summary>
    public double Probability { get; } = probability;
}
