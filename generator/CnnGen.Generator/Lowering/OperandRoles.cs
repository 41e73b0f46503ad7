using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>What an operand is for its kernel.</summary>
internal enum OperandRole
{
    /// <summary>Activations or their gradients, of a sample or in the caller's memory.</summary>
    Tensor,

    /// <summary>Parameters, packed or prepared.</summary>
    Parameter,

    /// <summary>Gradients of parameters, which the kernel adds to.</summary>
    ParameterGradient,

    /// <summary>Statistics, sums and other memory beside the tensors.</summary>
    Memory,
}

/// <summary>
/// The contract between who makes a call and who emits its kernel: an operand's name says what it is, and a call is checked against that
/// when it is made.
/// </summary>
internal static class OperandRoles
{
    public static OperandRole Of(string name) => name switch
    {
        "w" or "b" or "scale" or "shift" or "gamma" or "beta" or "mean" or "variance" => OperandRole.Parameter,
        "dw" or "db" or "dgamma" or "dbeta" => OperandRole.ParameterGradient,
        "stats" or "sum" or "sums" or "total" or "squares" or "terms" or "s" => OperandRole.Memory,
        _ => OperandRole.Tensor,
    };

    /// <exception cref="InvalidOperationException">The operands are not those that the kernel names.</exception>
    public static void Check(Kernel kernel, IReadOnlyList<Operand> operands)
    {
        IReadOnlyList<string> names = kernel.Operands;
        if (operands.Count != names.Count)
        {
            throw new InvalidOperationException(
                $"{kernel.Name} expects {names.Count} operands ({string.Join(", ", names)}), found {operands.Count}.");
        }

        for (int i = 0; i < names.Count; i++)
        {
            OperandRole role = Of(names[i]);
            if (!Lies(role, operands[i].Region))
            {
                throw new InvalidOperationException(
                    $"{kernel.Name} expects as operand {i}, {names[i]}, a {role}, found memory of {operands[i].Region}.");
            }
        }
    }

    /// <summary>Whether such an operand lies in such memory.</summary>
    private static bool Lies(OperandRole role, Region region) => region switch
    {
        Region.Weights or Region.KeptWeights or Region.Prepared => role == OperandRole.Parameter,
        Region.Gradients or Region.Partials => role == OperandRole.ParameterGradient,
        Region.Shared or Region.Scratch or Region.ImageSum => role == OperandRole.Memory,
        Region.Arena => role is OperandRole.Tensor or OperandRole.Memory,
        _ => role == OperandRole.Tensor,
    };
}
