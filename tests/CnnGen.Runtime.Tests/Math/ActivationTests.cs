using System.Runtime.Intrinsics;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace CnnGen.Runtime.Tests;

public sealed class ActivationTests
{
    private const float Slope = 0.1f;
    private const float Alpha = 1.3f;

    private sealed record Activation(
        Func<double, double> Exact, Func<Vector, Vector> Forward, Func<Vector, Vector> FromInput, Func<Vector, Vector>? FromOutput = null);

    private static readonly Dictionary<string, Activation> All = new()
    {
        ["ReLU"] = new(
            x => Math.Max(x, 0), Activations.ReLU, Activations.ReLUGradientFromInput, Activations.ReLUGradientFromOutput),
        ["ReLU6"] = new(
            x => Math.Clamp(x, 0, 6), Activations.ReLU6, Activations.ReLU6GradientFromInput, Activations.ReLU6GradientFromOutput),
        ["LeakyReLU"] = new(
            x => x > 0 ? x : Slope * x, x => Activations.LeakyReLU(x, Slope),
            x => Activations.LeakyReLUGradientFromInput(x, Slope), y => Activations.LeakyReLUGradientFromOutput(y, Slope)),
        ["ELU"] = new(
            x => x > 0 ? x : Alpha * Reference.Expm1(x), x => Activations.ELU(x, Alpha),
            x => Activations.ELUGradientFromInput(x, Alpha), y => Activations.ELUGradientFromOutput(y, Alpha)),
        ["SiLU"] = new(x => x * Reference.Sigmoid(x), Activations.SiLU, Activations.SiLUGradientFromInput),
        ["GELU"] = new(
            x => 0.5 * x * (1 + Reference.Erf(x / Math.Sqrt(2))), Activations.GELU, Activations.GELUGradientFromInput),
        ["GELUTanh"] = new(
            x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
            Activations.GELUTanh, Activations.GELUTanhGradientFromInput),
        ["Sigmoid"] = new(
            Reference.Sigmoid, Activations.Sigmoid, Activations.SigmoidGradientFromInput, Activations.SigmoidGradientFromOutput),
        ["Tanh"] = new(Math.Tanh, Activations.Tanh, Activations.TanhGradientFromInput, Activations.TanhGradientFromOutput),
        ["ScaledTanh"] = new(
            x => 1.7159 * Math.Tanh(2 * x / 3), Activations.ScaledTanh,
            Activations.ScaledTanhGradientFromInput, Activations.ScaledTanhGradientFromOutput),
        ["Hardswish"] = new(x => x * Math.Clamp(x + 3, 0, 6) / 6, Activations.Hardswish, Activations.HardswishGradientFromInput),
        ["Hardsigmoid"] = new(
            x => Math.Clamp(x + 3, 0, 6) / 6, Activations.Hardsigmoid,
            Activations.HardsigmoidGradientFromInput, Activations.HardsigmoidGradientFromOutput),
        ["Softplus"] = new(
            x => Math.Max(x, 0) + Reference.Log1p(Math.Exp(-Math.Abs(x))), Activations.Softplus, Activations.SoftplusGradientFromInput),
        ["Mish"] = new(
            x => x * Math.Tanh(Math.Max(x, 0) + Reference.Log1p(Math.Exp(-Math.Abs(x)))),
            Activations.Mish, Activations.MishGradientFromInput),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ForwardIsExact(string name)
    {
        foreach (float x in Points())
        {
            // 1 + erf cancels on the left, as it does in PyTorch; so does what the tanh form rounds in x³.
            double exact = All[name].Exact(x);
            double cancelled = name.StartsWith("GELU", StringComparison.Ordinal) ? 1e-7 * Math.Abs(x) : 0;
            AssertNear(exact, Apply(All[name].Forward, x), 1e-6 * Math.Abs(exact) + cancelled, name, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientIsTheSlope(string name)
    {
        const double H = 1e-5;
        Func<double, double> f = All[name].Exact;
        foreach (float x in Points())
        {
            double slope = (f(x + H) - f(x - H)) / (2 * H);
            AssertNear(slope, Apply(All[name].FromInput, x), 3e-6, name, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientFromOutputIsTheSame(string name)
    {
        Activation activation = All[name];
        foreach (float x in activation.FromOutput is null ? [] : Points())
        {
            float expected = Apply(activation.FromInput, x);
            AssertNear(expected, Apply(activation.FromOutput!, Apply(activation.Forward, x)), 1e-6, name, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaNPassesThrough(string name) => Assert.True(float.IsNaN(Apply(All[name].Forward, float.NaN)));

    [Theory]
    [MemberData(nameof(Names))]
    public void LargeInputsSaturateOrGrow(string name)
    {
        foreach (float x in new[] { 50f, -50f, 1e4f, -1e4f, 1e15f, -1e15f })
        {
            double exact = All[name].Exact(x);
            AssertNear(exact, Apply(All[name].Forward, x), 3e-7 * Math.Abs(exact) + 1e-20, name, x);
        }
    }

    [Theory]
    [InlineData("ReLU", 0f, 0f)]
    [InlineData("ReLU6", 0f, 0f)]
    [InlineData("ReLU6", 6f, 0f)]
    [InlineData("LeakyReLU", 0f, Slope)]
    [InlineData("ELU", 0f, Alpha)]
    [InlineData("Hardsigmoid", -3f, 0f)]
    [InlineData("Hardsigmoid", 3f, 0f)]
    [InlineData("Hardswish", -3f, 0f)]
    [InlineData("Hardswish", 3f, 1f)]
    public void KinksFollowPyTorch(string name, float x, float expected)
    {
        Assert.Equal(expected, Apply(All[name].FromInput, x));
        if (All[name].FromOutput is { } fromOutput)
        {
            Assert.Equal(expected, Apply(fromOutput, Apply(All[name].Forward, x)));
        }
    }

    /// <summary>Points between -12 and 12 that avoid the kinks at 0, ±3 and 6.</summary>
    private static IEnumerable<float> Points() => Enumerable.Range(0, 2400).Select(i => -12f + 0.01f * i + 0.0037f);

    private static float Apply(Func<Vector, Vector> function, float x) => function(Vector256.Create(x))[5];

    private static void AssertNear(double expected, double found, double tolerance, string name, float x)
    {
        if (!(Math.Abs(found - expected) <= tolerance))
        {
            Assert.Fail($"{name} at {x:R}: expected {expected:R}, found {found:R}");
        }
    }
}
