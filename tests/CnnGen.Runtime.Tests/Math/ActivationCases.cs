namespace CnnGen.Runtime.Tests;

/// <summary>An activation in double precision, and the functions under test: y of x, and dx of dy and x or y.</summary>
/// <param name="Slope">The derivative.</param>
internal sealed record ActivationCase<T>(
    Func<double, double> Exact,
    Func<double, double> Slope,
    Func<T, T> Forward,
    Func<T, T, T> FromInput,
    Func<T, T, T>? FromOutput = null);

/// <summary>The parameters of activations that have one.</summary>
internal static class ActivationCases
{
    public const float Slope = 0.1f;
    public const float Alpha = 1.3f;
}

/// <summary>Every activation by name. Derivatives at the kinks are PyTorch's.</summary>
internal static class ActivationCases<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const float Slope = ActivationCases.Slope;
    private const float Alpha = ActivationCases.Alpha;
    private const double ScaledTanhSlope = 2.0 / 3;

    public static readonly Dictionary<string, ActivationCase<T>> All = new()
    {
        ["ReLU"] = new(
            x => Math.Max(x, 0), x => x <= 0 ? 0 : 1,
            Activations<W, T>.ReLU, Activations<W, T>.ReLUGradientFromInput, Activations<W, T>.ReLUGradientFromOutput),
        ["ReLU6"] = new(
            x => Math.Clamp(x, 0, 6), x => x <= 0 || x >= 6 ? 0 : 1,
            Activations<W, T>.ReLU6, Activations<W, T>.ReLU6GradientFromInput, Activations<W, T>.ReLU6GradientFromOutput),
        ["LeakyReLU"] = new(
            x => x > 0 ? x : Slope * x, x => x > 0 ? 1 : Slope, x => Activations<W, T>.LeakyReLU(x, Slope),
            (dy, x) => Activations<W, T>.LeakyReLUGradientFromInput(dy, x, Slope),
            (dy, y) => Activations<W, T>.LeakyReLUGradientFromOutput(dy, y, Slope)),
        ["ELU"] = new(
            x => x > 0 ? x : Alpha * Reference.Expm1(x), x => x > 0 ? 1 : Alpha * Math.Exp(x), x => Activations<W, T>.ELU(x, Alpha),
            (dy, x) => Activations<W, T>.ELUGradientFromInput(dy, x, Alpha)),
        ["SiLU"] = new(
            x => x * Reference.Sigmoid(x), x => Gated(Reference.Sigmoid(x), x),
            Activations<W, T>.SiLU, Activations<W, T>.SiLUGradientFromInput),
        ["GELU"] = new(
            x => 0.5 * x * (1 + Reference.Erf(x / Math.Sqrt(2))),
            x => 0.5 * (1 + Reference.Erf(x / Math.Sqrt(2))) + x * (Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI)),
            Activations<W, T>.GELU, Activations<W, T>.GELUGradientFromInput),
        ["GELUTanh"] = new(
            x => 0.5 * x * (1 + Math.Tanh(GeluArgument(x))),
            x => Gated(Reference.Sigmoid(2 * GeluArgument(x)), x, 2 * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x)),
            Activations<W, T>.GELUTanh, Activations<W, T>.GELUTanhGradientFromInput),
        ["Sigmoid"] = new(
            Reference.Sigmoid, x => Reference.Sigmoid(x) * (1 - Reference.Sigmoid(x)),
            Activations<W, T>.Sigmoid, Activations<W, T>.SigmoidGradientFromInput, Activations<W, T>.SigmoidGradientFromOutput),
        ["Tanh"] = new(
            Math.Tanh, x => 1 - Math.Tanh(x) * Math.Tanh(x),
            Activations<W, T>.Tanh, Activations<W, T>.TanhGradientFromInput, Activations<W, T>.TanhGradientFromOutput),
        ["ScaledTanh"] = new(
            x => 1.7159 * Math.Tanh(ScaledTanhSlope * x),
            x => 1.7159 * ScaledTanhSlope * (1 - Math.Tanh(ScaledTanhSlope * x) * Math.Tanh(ScaledTanhSlope * x)),
            Activations<W, T>.ScaledTanh, Activations<W, T>.ScaledTanhGradientFromInput, Activations<W, T>.ScaledTanhGradientFromOutput),
        ["Hardswish"] = new(
            x => x * Math.Clamp(x + 3, 0, 6) / 6, x => x <= -3 ? 0 : x < 3 ? x / 3 + 0.5 : double.IsNaN(x) ? x : 1,
            Activations<W, T>.Hardswish, Activations<W, T>.HardswishGradientFromInput),
        ["Hardsigmoid"] = new(
            x => Math.Clamp(x + 3, 0, 6) / 6, x => x is > -3 and < 3 ? 1.0 / 6 : 0,
            Activations<W, T>.Hardsigmoid, Activations<W, T>.HardsigmoidGradientFromInput),
        ["Softplus"] = new(
            x => Math.Max(x, 0) + Reference.Log1p(Math.Exp(-Math.Abs(x))), Reference.Sigmoid,
            Activations<W, T>.Softplus, Activations<W, T>.SoftplusGradientFromInput),
        ["Mish"] = new(
            x => x * TanhOfSoftplus(x),
            x => TanhOfSoftplus(x) + x * (Reference.Sigmoid(x) * (1 - TanhOfSoftplus(x) * TanhOfSoftplus(x))),
            Activations<W, T>.Mish, Activations<W, T>.MishGradientFromInput),
    };

    private static double TanhOfSoftplus(double x) => Math.Tanh(Math.Max(x, 0) + Reference.Log1p(Math.Exp(-Math.Abs(x))));

    private static double GeluArgument(double x) => Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);

    /// <summary>The derivative of x · sigmoid(u).</summary>
    private static double Gated(double sigmoid, double x, double slope = 1) => sigmoid + sigmoid * (1 - sigmoid) * x * slope;
}
