using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>Parameters as PyTorch's layers initialise them.</summary>
internal static class ParameterInits
{
    /// <summary>
    /// U(−1/√fanIn, 1/√fanIn): what <c>kaiming_uniform_(a = √5)</c> gives for weights, and PyTorch's default for their biases.
    /// </summary>
    public static Parameter FanIn(string name, long fanIn, int[] shape, long? activeCount = null) => new(
        name,
        EquatableArray<int>.From(shape),
        new(InitKind.Uniform, (float)(1 / Math.Sqrt(fanIn))),
        IsTrainable: true,
        Size.Clamp(activeCount ?? Size.Product([.. shape.Select(extent => (long)extent)])));
}
