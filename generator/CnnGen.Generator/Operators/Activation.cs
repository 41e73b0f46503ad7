using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

internal enum ActivationKind
{
    ReLU,
    ReLU6,
    LeakyReLU,
    ELU,
    SiLU,
    GELU,
    GELUTanh,
    Sigmoid,
    Tanh,
    ScaledTanh,
    Hardswish,
    Hardsigmoid,
    Softplus,
    Mish,
}

/// <summary>A function of each element. <c>Parameter</c>: LeakyReLU's slope, ELU's alpha, else 0.</summary>
internal sealed record Activation(ActivationKind Kind, float Parameter) : Operator
{
    internal override bool IgnoresOrder => true;

    internal override void Describe(OptionText options)
    {
        if (Kind is ActivationKind.LeakyReLU or ActivationKind.ELU)
        {
            options.Float(Kind == ActivationKind.ELU ? "alpha" : "negative_slope", Parameter);
        }

        options.Flag("tanh", Kind == ActivationKind.GELUTanh);
    }
}

/// <summary>Options of all activations.</summary>
internal sealed record ActivationOptions(ActivationKind Kind, float Parameter = 0) : LayerOptions
{
    public override Inference? Infer(LayerContext layer) => layer.Elementwise(new Activation(Kind, Parameter));
}
