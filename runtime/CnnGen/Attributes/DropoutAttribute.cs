namespace CnnGen;

/// <summary>In training, zeroes each element with a probability and scales the others by 1 / (1 − p); does nothing in Predict.</summary>
public sealed class DropoutAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability of being zeroed, in [0, 1).</summary>
    public double Probability { get; } = probability;
}
