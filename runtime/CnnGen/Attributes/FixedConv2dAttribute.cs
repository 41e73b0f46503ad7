using System.Runtime.CompilerServices;

namespace CnnGen;

/// <summary>
/// Cross-correlation of every channel with one constant kernel, such as a blur or an edge filter. No parameters: zeros and ones of
/// the kernel cost nothing.
/// </summary>
/// <remarks>
/// Height and width become ⌊(in + padding − kernel) / stride⌋ + 1, where padding is that of both sides, channels
/// stay. PyTorch has no counterpart; <c>torch.nn.functional.conv2d</c> with a constant weight and <c>groups=channels</c> computes the
/// same.
/// </remarks>
public sealed class FixedConv2dAttribute : WindowAttribute
{
    /// <summary>A kernel in single precision.</summary>
    /// <param name="kernelSize">Rows and columns of the kernel.</param>
    /// <param name="kernel">Its numbers, row by row.</param>
    [OverloadResolutionPriority(1)] // where there are no numbers the two would be equally good
    public FixedConv2dAttribute(int kernelSize, params float[] kernel)
        : base(kernelSize, kernelSize) => Kernel = kernel;

    /// <summary>A kernel whose numbers are rounded to single precision.</summary>
    /// <param name="kernelSize">Rows and columns of the kernel.</param>
    /// <param name="kernel">Its numbers, row by row.</param>
    public FixedConv2dAttribute(int kernelSize, params double[] kernel)
        : base(kernelSize, kernelSize) => Kernel = Array.ConvertAll(kernel, number => (float)number);

    /// <summary>The kernel's numbers, row by row.</summary>
    public IReadOnlyList<float> Kernel { get; }

    /// <summary>What every number is multiplied with; 1 by default.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>What is read outside the input; <see cref="PaddingMode.Zeros"/> by default. In PyTorch one pads before.</summary>
    public PaddingMode PaddingMode { get; set; }
}
