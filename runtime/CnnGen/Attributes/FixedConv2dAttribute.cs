namespace CnnGen;

/// <summary>
/// Cross-correlation of every channel with one constant kernel, such as a blur or an edge filter. No parameters: zeros and ones of
/// the kernel cost nothing.
/// </summary>
/// <param name="kernelSize">Rows and columns of the kernel.</param>
/// <param name="kernel">Its numbers, row by row.</param>
public sealed class FixedConv2dAttribute(int kernelSize, params float[] kernel) : WindowAttribute(kernelSize, kernelSize)
{
    /// <summary>The kernel's numbers, row by row.</summary>
    public IReadOnlyList<float> Kernel { get; } = kernel;

    /// <summary>What every number is multiplied with; 1 by default.</summary>
    public float Scale { get; set; } = 1;

    /// <summary>What is read outside the input; <see cref="PaddingMode.Zeros"/> by default.</summary>
    public PaddingMode PaddingMode { get; set; }
}
