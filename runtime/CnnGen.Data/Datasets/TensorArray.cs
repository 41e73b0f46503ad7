namespace CnnGen.Data;

/// <summary>An array of numbers with a shape, as files of arrays hold them.</summary>
/// <param name="Shape">The dimensions.</param>
/// <param name="Values">The elements in row-major order, as floats, which hold whole numbers up to 2²⁴ exactly.</param>
public sealed record TensorArray(IReadOnlyList<int> Shape, float[] Values)
{
    /// <summary>For example <c>50000×3×32×32</c>.</summary>
    public override string ToString() => string.Join('×', Shape);
}
