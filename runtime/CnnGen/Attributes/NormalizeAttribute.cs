namespace CnnGen;

/// <summary>(x − mean) / std with a constant of each for every channel.</summary>
public sealed class NormalizeAttribute : LayerAttribute
{
    /// <summary>Constants in single precision.</summary>
    public NormalizeAttribute(float[] mean, float[] std) => (Mean, Std) = (mean, std);

    /// <summary>Constants that are rounded to single precision.</summary>
    public NormalizeAttribute(double[] mean, double[] std)
        : this(Array.ConvertAll(mean, number => (float)number), Array.ConvertAll(std, number => (float)number))
    {
    }

    /// <summary>What is subtracted.</summary>
    public IReadOnlyList<float> Mean { get; }

    /// <summary>What it is divided by; positive.</summary>
    public IReadOnlyList<float> Std { get; }
}
