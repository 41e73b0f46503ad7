namespace CnnGen;

/// <summary>
/// LeNet-5's trainable subsampling: the mean of each window times <c>weight</c> [channels] plus <c>bias</c> [channels]. Padding counts
/// as zeros.
/// </summary>
public sealed class Subsample2dAttribute : WindowAttribute
{
    /// <summary>A square window.</summary>
    public Subsample2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public Subsample2dAttribute()
    {
    }
}
