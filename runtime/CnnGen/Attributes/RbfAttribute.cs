namespace CnnGen;

/// <summary>
/// LeNet-5's output layer: the squared distance of a vector to the code of each class. Parameter: <c>weight</c> [classes, features].
/// </summary>
public sealed class RbfAttribute(int classes) : LayerAttribute
{
    /// <summary>Features of the output.</summary>
    public int Classes { get; } = classes;
}
