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
    public static Inference? Infer(LayerContext layer, ActivationKind kind) => layer.Elementwise(new Activation(kind, 0));

    public static Inference? Infer(LayerContext layer, ActivationKind kind, string argument, float fallback) =>
        layer.Elementwise(new Activation(kind, layer.Finite(argument, fallback)));

    public static Inference? InferGelu(LayerContext layer) =>
        Infer(layer, layer.Choice("Approximate", count: 2) == 1 ? ActivationKind.GELUTanh : ActivationKind.GELU);
}
