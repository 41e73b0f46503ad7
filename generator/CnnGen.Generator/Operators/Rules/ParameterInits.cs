using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>Parameters as PyTorch's layers initialise them.</summary>
internal static class ParameterInits
{
    /// <summary>
    /// U(−1/√fanIn, 1/√fanIn): what <c>kaiming_uniform_(a = √5)</c> gives for weights, and PyTorch's default for their biases.
    /// </summary>
    public static Parameter FanIn(string name, long fanIn, int[] shape, long? activeCount = null) =>
        Create(name, shape, new(InitKind.Uniform, (float)(1 / Math.Sqrt(fanIn))), isTrainable: true, activeCount);

    /// <summary>A parameter whose elements all begin with one value.</summary>
    public static Parameter Filled(string name, float value, int[] shape) =>
        Create(name, shape, new(InitKind.Constant, value), isTrainable: true);

    /// <summary>What is stored with the parameters but not trained.</summary>
    public static Parameter Buffer(string name, float value, int[] shape) =>
        Create(name, shape, new(InitKind.Constant, value), isTrainable: false);

    /// <summary>A scale of 1 and a shift of 0 per channel, or none.</summary>
    public static Parameter[] Affine(LayerContext layer, bool isAffine, int channels) => isAffine
        ? [Filled(layer.ParameterName("weight"), 1, [channels]), Filled(layer.ParameterName("bias"), 0, [channels])]
        : [];

    private static Parameter Create(string name, int[] shape, ParameterInit init, bool isTrainable, long? activeCount = null) => new(
        name, EquatableArray<int>.From(shape), init, isTrainable,
        Size.Clamp(activeCount ?? Size.Product([.. shape.Select(extent => (long)extent)])));
}
