using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class ActivationExtremeTests128 : ActivationExtremeTests<Vectors128, Vector128<float>>;

public sealed class ActivationExtremeTests128x2 : ActivationExtremeTests<Vectors128x2, Pair>;

public sealed class ActivationExtremeTests256 : ActivationExtremeTests<Vectors256, Vector256<float>>;

public sealed class ActivationExtremeTests512 : ActivationExtremeTests<Vectors512, Vector512<float>>;

/// <summary>
/// Each activation, forward and backward, where others go wrong: at 0 and the smallest numbers, saturated, at the ends of the range, at
/// infinity and NaN, and at the kinks and their neighbours. As PyTorch computes it: ∞·0 is NaN there too.
/// </summary>
public abstract class ActivationExtremeTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const float Infinity = float.PositiveInfinity;

    // Results that the exact function has below this may be 0.
    private const double Flushed = 1.2e-38;

    private static readonly float[] Kinks = [-3f, 0f, 3f, 6f];

    public static TheoryData<string> Names => [.. ActivationCases<W, T>.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_is_exact(string name) => Sweep(name, backward: false, ActivationCases<W, T>.All[name].Exact, ForwardOf(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_exact(string name)
    {
        (Func<float, float> forward, ActivationCase<T> activation) = (ForwardOf(name), ActivationCases<W, T>.All[name]);

        // y·(1 − y) is as good as y, whose last bit just below 1 counts; PyTorch computes these from the output too.
        double absolute = name is "Sigmoid" or "Tanh" or "ScaledTanh" ? 2e-7 : 0;
        Sweep(name, backward: true, activation.Slope, x => Gradient(activation.FromInput, x), absolute);
        if (activation.FromOutput is { } gradient)
        {
            Sweep(name, backward: true, activation.Slope, x => Gradient(gradient, forward(x)), absolute);
        }
    }

    [Fact]
    public void Saturated_derivatives_are_zero()
    {
        foreach (string name in new[] { "Sigmoid", "Tanh", "ScaledTanh" })
        {
            Assert.All(new[] { 20f, 1e10f, Infinity, -1e10f, -Infinity }, x =>
                Assert.Equal(0f, Gradient(ActivationCases<W, T>.All[name].FromOutput!, ForwardOf(name)(x))));
        }
    }

    [Theory]
    [InlineData("ReLU", -1f)]
    [InlineData("ReLU", 0f)]
    [InlineData("ReLU6", -1f)]
    [InlineData("ReLU6", 7f)]
    [InlineData("Hardsigmoid", 4f)]
    [InlineData("Hardsigmoid", -4f)]
    [InlineData("Hardswish", -4f)]
    public void What_is_cut_off_takes_no_gradient_however_large(string name, float x)
    {
        foreach (float dy in new[] { float.NaN, Infinity, -Infinity })
        {
            ActivationCase<T> activation = ActivationCases<W, T>.All[name];
            Assert.Equal(0f, Lane<W, T>.Apply(activation.FromInput, dy, x));
            if (activation.FromOutput is { } fromOutput)
            {
                Assert.Equal(0f, Lane<W, T>.Apply(fromOutput, dy, ForwardOf(name)(x)));
            }
        }
    }

    [Fact]
    public void A_slope_learns_nothing_from_what_is_positive()
    {
        float[] x = [-Infinity, -2f, -0f, 0f, 1f, 1f, 1f, float.NaN];
        float[] dy = [3f, 4f, 1f, 1f, Infinity, float.NaN, 5f, 1f];
        float[] expected = [-Infinity, -8f, 0f, 0f, 0f, 0f, 0f, float.NaN];
        Assert.All(Enumerable.Range(0, x.Length), i =>
            Assert.Equal(expected[i], Lane<W, T>.Apply(Activations<W, T>.LeakyReLUSlopeGradient, dy[i], x[i])));
    }

    [Fact]
    public void NaN_wins_on_either_side()
    {
        float[] numbers = [float.NaN, -Infinity, 1f, 2f, Infinity];
        foreach ((float a, float b) in from a in numbers from b in numbers select (a, b))
        {
            Assert.Equal(MathF.Max(a, b), Lane<W, T>.Apply(Extremes<W, T>.Max, a, b));
            Assert.Equal(MathF.Min(a, b), Lane<W, T>.Apply(Extremes<W, T>.Min, a, b));
        }
    }

    private static void Sweep(string name, bool backward, Func<double, double> exact, Func<float, float> found, double absolute = 0)
    {
        foreach (float x in Points())
        {
            double expected = Special(name, x, backward) ?? (double.IsNaN(x) ? x : exact(x));
            expected = Math.Abs(expected) > float.MaxValue ? (float)expected : expected;
            float actual = found(x);
            double error = Math.Abs(actual - expected);

            // 1 + erf and the like cancel on the left, as in PyTorch.
            double cancelled = name.StartsWith("GELU", StringComparison.Ordinal) ? 1.2e-7 * Math.Max(1, Math.Min(Math.Abs(x), 100)) : 0;
            double allowed = 1e-6 * Math.Abs(expected) + cancelled + absolute + Flushed;
            bool isRight = double.IsFinite(expected) ? error <= allowed : actual.Equals((float)expected);
            Assert.True(isRight, $"{name}{(backward ? "'" : "")} at {x:R}: expected {expected:R}, found {actual:R}");
        }
    }

    /// <summary>Where single precision overflows, and the gradient at NaN where it is not NaN.</summary>
    private static float? Special(string name, float x, bool backward) => (name, x, backward) switch
    {
        // 6·x overflows before it is divided by 6.
        ("Hardswish", >= 3e38f, false) => Infinity,
        ("ReLU" or "ReLU6", float.NaN, true) => 1f,
        ("LeakyReLU", float.NaN, true) => ActivationCases.Slope,
        ("Hardsigmoid", float.NaN, true) => 0f,
        _ => null,
    };

    private static IEnumerable<float> Points()
    {
        foreach (float magnitude in new[] { 0f, 1e-40f, 20f, 100f, 1e10f, 2e13f, 3e38f, Infinity, float.NaN })
        {
            yield return magnitude;
            yield return -magnitude;
        }

        foreach (float kink in Kinks.Concat(Kinks.Select(kink => -kink)))
        {
            yield return kink;
            yield return kink == 0 ? float.Epsilon : MathF.BitIncrement(kink);
            yield return kink == 0 ? -float.Epsilon : MathF.BitDecrement(kink);
        }
    }

    private static Func<float, float> ForwardOf(string name) => x => Lane<W, T>.Apply(ActivationCases<W, T>.All[name].Forward, x);

    private static float Gradient(Func<T, T, T> function, float v) => Lane<W, T>.Apply(function, 1f, v);
}
