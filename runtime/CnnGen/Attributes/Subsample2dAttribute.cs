namespace CnnGen;

/// <summary>
/// LeNet-5's trainable subsampling: the mean of each window times <c>weight</c> [channels] plus <c>bias</c> [channels]. Padding counts
/// as zeros.
/// </summary>
/// <remarks>
/// Height and width become ⌊(in + padding − kernel) / stride⌋ + 1, where padding is that of both sides, channels
/// stay. PyTorch has no counterpart: <c>torch.nn.AvgPool2d</c> with a factor and a bias for each channel.
/// </remarks>
public sealed class Subsample2dAttribute : WindowAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="kernel">Rows and columns of the window, at least 1 (CNN101).</param>
    public Subsample2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public Subsample2dAttribute()
    {
    }
}
