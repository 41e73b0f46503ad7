using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>What lowering and emission need to know of an activation.</summary>
internal static class ActivationFacts
{
    /// <summary>
    /// The derivative can be computed from the output alone, to its last digit: Hardsigmoid reaches 1 in rounding, and ELU -alpha, before
    /// the derivative is 0.
    /// </summary>
    public static bool HasGradientFromOutput(this Activation activation) => activation.Kind switch
    {
        ActivationKind.ReLU or ActivationKind.ReLU6 or ActivationKind.Sigmoid or ActivationKind.Tanh or ActivationKind.ScaledTanh => true,
        ActivationKind.LeakyReLU => activation.Parameter >= 0,
        _ => false,
    };

    /// <summary>A few instructions, cheap enough to repeat for every accumulator of a tile.</summary>
    public static bool IsCheap(this Activation activation) =>
        activation.Kind is ActivationKind.ReLU or ActivationKind.ReLU6 or ActivationKind.LeakyReLU;

    public static bool HasParameter(this Activation activation) => activation.Kind is ActivationKind.LeakyReLU or ActivationKind.ELU;
}
