// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen;
#endif

/// <summary>A parameter or buffer, named and shaped as in PyTorch's <c>state_dict</c>.</summary>
/// <param name="Name">For example <c>layer1.0.conv1.weight</c>.</param>
/// <param name="Shape">PyTorch's shape.</param>
/// <param name="Offset">Where it begins in a network's <c>Parameters</c>.</param>
/// <param name="Length">The number of elements.</param>
/// <param name="IsTrainable">False for buffers such as running statistics.</param>
public sealed record ParameterInfo(string Name, IReadOnlyList<int> Shape, int Offset, int Length, bool IsTrainable)
{
    /// <summary>For example <c>conv1.weight 6×1×5×5</c>.</summary>
    public override string ToString() => $"{Name} {string.Join("×", Shape)}{(IsTrainable ? "" : " (buffer)")}";
}
