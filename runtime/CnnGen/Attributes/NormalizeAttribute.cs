namespace CnnGen;

/// <summary>(x − mean) / std with a constant of each for every channel.</summary>
public sealed class NormalizeAttribute(float[] mean, float[] std) : LayerAttribute
{
    /// <summary>What is subtracted.</summary>
    public IReadOnlyList<float> Mean { get; } = mean;

    /// <summary>What it is divided by; positive.</summary>
    public IReadOnlyList<float> Std { get; } = std;
}
