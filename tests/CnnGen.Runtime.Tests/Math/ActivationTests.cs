using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class ActivationTests128 : ActivationTests<Vectors128, Vector128<float>>;

public sealed class ActivationTests128x2 : ActivationTests<Vectors128x2, Pair>;

public sealed class ActivationTests256 : ActivationTests<Vectors256, Vector256<float>>;

public sealed class ActivationTests512 : ActivationTests<Vectors512, Vector512<float>>;

public abstract class ActivationTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    public static TheoryData<string> Names => [.. ActivationCases<W, T>.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ForwardIsExact(string name)
    {
        foreach (float x in Points())
        {
            // 1 + erf cancels on the left, as it does in PyTorch; so does what the tanh form rounds in x³.
            double exact = Of(name).Exact(x);
            double cancelled = name.StartsWith("GELU", StringComparison.Ordinal) ? 1e-7 * Math.Abs(x) : 0;
            AssertNear(exact, Apply(Of(name).Forward, x), 1e-6 * Math.Abs(exact) + cancelled, name, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientIsTheSlope(string name)
    {
        const double H = 1e-5;
        Func<double, double> f = Of(name).Exact;
        foreach (float x in Points())
        {
            double slope = (f(x + H) - f(x - H)) / (2 * H);
            AssertNear(slope, Gradient(Of(name).FromInput, x), 3e-6, name, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientFromOutputIsTheSame(string name)
    {
        ActivationCase<T> activation = Of(name);
        foreach (float x in activation.FromOutput is null ? [] : Points())
        {
            float expected = Gradient(activation.FromInput, x);
            AssertNear(expected, Gradient(activation.FromOutput!, Apply(activation.Forward, x)), 1e-6, name, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaNPassesThrough(string name) => Assert.True(float.IsNaN(Apply(Of(name).Forward, float.NaN)));

    [Theory]
    [MemberData(nameof(Names))]
    public void LargeInputsSaturateOrGrow(string name)
    {
        foreach (float x in new[] { 50f, -50f, 1e4f, -1e4f, 1e15f, -1e15f })
        {
            double exact = Of(name).Exact(x);
            AssertNear(exact, Apply(Of(name).Forward, x), 3e-7 * Math.Abs(exact) + 1e-20, name, x);
        }
    }

    [Theory]
    [InlineData("ReLU", 0f, 0f)]
    [InlineData("ReLU6", 0f, 0f)]
    [InlineData("ReLU6", 6f, 0f)]
    [InlineData("LeakyReLU", 0f, ActivationCases.Slope)]
    [InlineData("ELU", 0f, ActivationCases.Alpha)]
    [InlineData("Hardsigmoid", -3f, 0f)]
    [InlineData("Hardsigmoid", 3f, 0f)]
    [InlineData("Hardswish", -3f, 0f)]
    [InlineData("Hardswish", 3f, 1f)]
    public void KinksFollowPyTorch(string name, float x, float expected)
    {
        Assert.Equal(expected, Gradient(Of(name).FromInput, x));
        if (Of(name).FromOutput is { } fromOutput)
        {
            Assert.Equal(expected, Gradient(fromOutput, Apply(Of(name).Forward, x)));
        }
    }

    /// <summary>Points between -12 and 12 that avoid the kinks at 0, ±3 and 6.</summary>
    private static IEnumerable<float> Points() => Enumerable.Range(0, 2400).Select(i => -12f + 0.01f * i + 0.0037f);

    private static ActivationCase<T> Of(string name) => ActivationCases<W, T>.All[name];

    private static float Apply(Func<T, T> function, float x) => Lane<W, T>.Apply(function, x);

    private static float Gradient(Func<T, T, T> function, float v) => Lane<W, T>.Apply(function, 1f, v);

    private static void AssertNear(double expected, double found, double tolerance, string name, float x)
    {
        if (!(Math.Abs(found - expected) <= tolerance))
        {
            Assert.Fail($"{name} at {x:R}: expected {expected:R}, found {found:R}");
        }
    }
}
