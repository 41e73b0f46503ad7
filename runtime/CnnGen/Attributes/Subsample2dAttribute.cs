namespace CnnGen;

/// <summary>
/// LeNet-5's trainable subsampling: the mean of each window times <c>weight</c> [channels] plus <c>bias</c> [channels]. Padding counts
/// as zeros.
/// </summary>
public sealed class Subsample2dAttribute(int kernel) : WindowAttribute(kernel, kernel);
