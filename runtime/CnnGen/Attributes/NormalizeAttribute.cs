namespace CnnGen;

/// <summary>(x − mean) / std with a constant of each for every channel.</summary>
/// <remarks>The shape stays. In PyTorch: <c>torchvision.transforms.Normalize(mean, std)</c>, and <c>torch.nn</c> has none.</remarks>
public sealed class NormalizeAttribute : LayerAttribute
{
    /// <summary>Constants in single precision.</summary>
    /// <param name="mean">What is subtracted, a number for each channel (CNN101).</param>
    /// <param name="std">What is divided by, a positive number for each channel (CNN101).</param>
    public NormalizeAttribute(float[] mean, float[] std) => (Mean, Std) = (mean, std);

    /// <summary>Constants that are rounded to single precision.</summary>
    /// <param name="mean">What is subtracted, a number for each channel (CNN101).</param>
    /// <param name="std">What is divided by, a positive number for each channel (CNN101).</param>
    public NormalizeAttribute(double[] mean, double[] std)
        : this(Array.ConvertAll(mean, number => (float)number), Array.ConvertAll(std, number => (float)number))
    {
    }

    /// <summary>What is subtracted.</summary>
    public IReadOnlyList<float> Mean { get; }

    /// <summary>What it is divided by; positive.</summary>
    public IReadOnlyList<float> Std { get; }
}
