namespace CnnGen;

/// <summary>
/// LeNet-5's output layer: the squared distance of a vector to the code of each class. Parameter: <c>weight</c> [classes, features].
/// </summary>
/// <param name="classes">Features of the output, at least 1 (CNN101).</param>
/// <remarks>
/// A vector of any length becomes one of classes. PyTorch has no counterpart; it is <c>torch.cdist(x, weight)</c>, squared.
/// </remarks>
public sealed class RbfAttribute(int classes) : LayerAttribute
{
    /// <summary>Features of the output.</summary>
    public int Classes { get; } = classes;
}
