namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>A function of each element and its derivative.</summary>
internal abstract class ActivationLayer : Layer
{
    public abstract double Value(double x);

    public abstract double Slope(double x);

    public override double[] Forward(double[] x) => [.. x.Select(Value)];

    public override double[] Backward(double[] x, double[] y, double[] dy) => [.. x.Zip(dy, (v, g) => Slope(v) * g)];
}

internal sealed class ReLULayer : ActivationLayer
{
    public override double Value(double x) => Math.Max(x, 0);

    public override double Slope(double x) => x > 0 ? 1 : 0;
}

internal sealed class ReLU6Layer : ActivationLayer
{
    public override double Value(double x) => Math.Clamp(x, 0, 6);

    public override double Slope(double x) => x is > 0 and < 6 ? 1 : 0;
}

internal sealed class LeakyReLULayer(float slope) : ActivationLayer
{
    public override double Value(double x) => x > 0 ? x : slope * x;

    public override double Slope(double x) => x > 0 ? 1 : slope;
}

internal sealed class ELULayer(float alpha) : ActivationLayer
{
    public override double Value(double x) => x > 0 ? x : alpha * (Math.Exp(x) - 1);

    public override double Slope(double x) => x > 0 ? 1 : alpha * Math.Exp(x);
}

internal sealed class SigmoidLayer : ActivationLayer
{
    public override double Value(double x) => Of(x);

    public override double Slope(double x) => Of(x) * Of(-x);

    public static double Of(double x) => 1 / (1 + Math.Exp(-x));
}

internal sealed class SiLULayer : ActivationLayer
{
    public override double Value(double x) => x * SigmoidLayer.Of(x);

    public override double Slope(double x) => SigmoidLayer.Of(x) * (1 + x * SigmoidLayer.Of(-x));
}

internal sealed class TanhLayer : ActivationLayer
{
    public override double Value(double x) => Math.Tanh(x);

    public override double Slope(double x) => Square.OfSech(x);
}

/// <summary>1.7159 · tanh(2x/3): LeCun's, 1 at 1 and -1 at -1.</summary>
internal sealed class ScaledTanhLayer : ActivationLayer
{
    public override double Value(double x) => 1.7159 * Math.Tanh(x * 2 / 3);

    public override double Slope(double x) => 1.7159 * 2 / 3 * Square.OfSech(x * 2 / 3);
}

internal sealed class HardswishLayer : ActivationLayer
{
    public override double Value(double x) => x * Math.Clamp(x + 3, 0, 6) / 6;

    public override double Slope(double x) => x < -3 ? 0 : x > 3 ? 1 : (2 * x + 3) / 6;
}

internal sealed class HardsigmoidLayer : ActivationLayer
{
    public override double Value(double x) => Math.Clamp(x + 3, 0, 6) / 6;

    public override double Slope(double x) => x is > -3 and < 3 ? 1.0 / 6 : 0;
}

internal sealed class SoftplusLayer : ActivationLayer
{
    public override double Value(double x) => Of(x);

    public override double Slope(double x) => SigmoidLayer.Of(x);

    public static double Of(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}

/// <summary>x · tanh(softplus(x)).</summary>
internal sealed class MishLayer : ActivationLayer
{
    public override double Value(double x) => x * Math.Tanh(SoftplusLayer.Of(x));

    public override double Slope(double x)
    {
        double s = SoftplusLayer.Of(x);
        return Math.Tanh(s) + x * Square.OfSech(s) * SigmoidLayer.Of(x);
    }
}

/// <summary>x · Φ(x), or its approximation with tanh.</summary>
internal sealed class GELULayer : ActivationLayer
{
    private const double Cubic = 0.044715;
    private static readonly double Scale = Math.Sqrt(2 / Math.PI);

    public GeluApproximation Approximate { get; init; }

    public override double Value(double x) =>
        Approximate == GeluApproximation.Tanh ? x / 2 * (1 + Math.Tanh(Inner(x))) : x * Normal.Distribution(x);

    public override double Slope(double x) => Approximate == GeluApproximation.Tanh
        ? (1 + Math.Tanh(Inner(x))) / 2 + x / 2 * Square.OfSech(Inner(x)) * Scale * (1 + 3 * Cubic * x * x)
        : Normal.Distribution(x) + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Inner(double x) => Scale * (x + Cubic * x * x * x);
}

/// <summary>x where positive, else a trained slope times x.</summary>
internal sealed class PReLULayer : Layer
{
    protected override IReadOnlyList<Weights> CreateWeights() => [new Weights("weight", 1)];

    public override double[] Forward(double[] x) => [.. x.Select(v => v > 0 ? v : Weights[0].Value[0] * v)];

    public override double[] Backward(double[] x, double[] y, double[] dy)
    {
        Weights[0].Gradient[0] += x.Zip(dy, (v, g) => v > 0 ? 0 : v * g).Sum();
        return [.. x.Zip(dy, (v, g) => v > 0 ? g : Weights[0].Value[0] * g)];
    }
}

internal static class Square
{
    /// <summary>1 / cosh² without the cancellation of 1 − tanh².</summary>
    public static double OfSech(double x)
    {
        double e = Math.Exp(-2 * Math.Abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }
}

internal static class Normal
{
    /// <summary>Φ(x) = ½ erfc(−x/√2).</summary>
    public static double Distribution(double x) => x < 0 ? Tail(-x) : 1 - Tail(x);

    /// <summary>1 − Φ(x) for x ≥ 0: the series ½ − φ(x)·Σ x^(2k+1)/(1·3·…·(2k+1)), or Laplace's continued fraction.</summary>
    private static double Tail(double x)
    {
        double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (x < 3)
        {
            double term = x, sum = x;
            for (int k = 1; term > sum * 1e-18; k++)
            {
                term *= x * x / (2 * k + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = x;
        for (int k = 200; k >= 1; k--)
        {
            fraction = x + k / fraction;
        }
        return density / fraction;
    }
}
