using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class VectorMathTests128 : VectorMathTests<Vectors128, Vector128<float>>;

public sealed class VectorMathTests128x2 : VectorMathTests<Vectors128x2, Pair>;

public sealed class VectorMathTests256 : VectorMathTests<Vectors256, Vector256<float>>;

public sealed class VectorMathTests512 : VectorMathTests<Vectors512, Vector512<float>>;

public abstract class VectorMathTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const double RelativeError = 2e-7;
    private const double SmallestNormal = 1.17549435e-38;

    // Results below this may be anything between 0 and it (flushed), where a function's comment says so.
    private static readonly Dictionary<string, (Func<T, T> Vector, Func<double, double> Exact, double Flush)> Functions = new()
    {
        ["Exp"] = (VectorMath<W, T>.Exp, Math.Exp, 0),
        ["Expm1"] = (VectorMath<W, T>.Expm1, Reference.Expm1, 0),
        ["Log"] = (VectorMath<W, T>.Log, Math.Log, 0),
        ["Log1p"] = (VectorMath<W, T>.Log1p, Reference.Log1p, 0),
        ["Tanh"] = (VectorMath<W, T>.Tanh, Math.Tanh, 0),
        ["Sigmoid"] = (VectorMath<W, T>.Sigmoid, Reference.Sigmoid, SmallestNormal),
        ["Erf"] = (VectorMath<W, T>.Erf, Reference.Erf, 0),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StaysWithinTheStatedError(string name) => Sweep(name, 0, uint.MaxValue, stride: 1009);

    [Theory]
    [InlineData("Exp", 88.7f, 88.73f)]
    [InlineData("Exp", -87.3f, -87.4f)]
    [InlineData("Exp", -103.9f, -104f)]
    [InlineData("Sigmoid", -87.3f, -87.7f)]
    [InlineData("Expm1", 88.7f, 88.73f)]
    [InlineData("Tanh", 8.9f, 9.1f)]
    [InlineData("Erf", 3.8f, 4f)]
    public void StaysWithinTheStatedErrorWhereItSaturates(string name, float first, float last) =>
        Sweep(name, BitConverter.SingleToUInt32Bits(first), BitConverter.SingleToUInt32Bits(last), stride: 1);

    [Theory]
    [InlineData("Exp", float.NegativeInfinity, 0f)]
    [InlineData("Exp", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Exp", 0f, 1f)]
    [InlineData("Exp", 88.72284f, float.PositiveInfinity)]
    [InlineData("Exp", -104f, 0f)]
    [InlineData("Expm1", float.NegativeInfinity, -1f)]
    [InlineData("Expm1", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Expm1", 0f, 0f)]
    [InlineData("Log", 0f, float.NegativeInfinity)]
    [InlineData("Log", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Log", float.NegativeInfinity, float.NaN)]
    [InlineData("Log", -1f, float.NaN)]
    [InlineData("Log", 1f, 0f)]
    [InlineData("Log1p", -1f, float.NegativeInfinity)]
    [InlineData("Log1p", -1.5f, float.NaN)]
    [InlineData("Log1p", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Log1p", float.NegativeInfinity, float.NaN)]
    [InlineData("Log1p", 0f, 0f)]
    [InlineData("Tanh", float.NegativeInfinity, -1f)]
    [InlineData("Tanh", float.PositiveInfinity, 1f)]
    [InlineData("Tanh", 0f, 0f)]
    [InlineData("Sigmoid", float.NegativeInfinity, 0f)]
    [InlineData("Sigmoid", float.PositiveInfinity, 1f)]
    [InlineData("Sigmoid", 0f, 0.5f)]
    [InlineData("Erf", float.NegativeInfinity, -1f)]
    [InlineData("Erf", float.PositiveInfinity, 1f)]
    [InlineData("Erf", 0f, 0f)]
    public void IsRightAtTheLimits(string name, float x, float expected)
    {
        Assert.Equal(expected, Lane<W, T>.Apply(Functions[name].Vector, x));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void KeepsNaN(string name)
    {
        foreach (uint bits in new uint[] { 0x7FC00000, 0xFFC00000, 0x7FFFFFFF, 0xFFFFFFFF, 0x7FC00001, 0x7FD55555 })
        {
            Assert.True(float.IsNaN(Lane<W, T>.Apply(Functions[name].Vector, BitConverter.UInt32BitsToSingle(bits))));
        }
    }

    private static void Sweep(string name, long first, long last, long stride)
    {
        (Func<T, T> function, Func<double, double> exact, double flush) = Functions[name];
        float[] x = new float[W.Count], y = new float[W.Count];
        for (long bits = first; bits <= last; bits += stride * W.Count)
        {
            for (int lane = 0; lane < W.Count; lane++)
            {
                x[lane] = BitConverter.UInt32BitsToSingle((uint)(bits + lane * stride));
            }

            W.StoreUnsafe(function(W.LoadUnsafe(ref x[0])), ref y[0]);
            for (int lane = 0; lane < W.Count; lane++)
            {
                Check(name, x[lane], y[lane], exact(x[lane]), flush);
            }
        }
    }

    private static void Check(string name, float x, float found, double exact, double flush)
    {
        if (found == (float)exact || (double.IsNaN(exact) && float.IsNaN(found)))
        {
            return;
        }

        // A subnormal result may lose a bit or two.
        double allowed = Math.Max(RelativeError * Math.Abs(exact), 2.0 * float.Epsilon);
        bool isFlushed = Math.Abs(exact) < flush && Math.Abs(found) <= flush;
        if (!isFlushed && !(Math.Abs(found - exact) <= allowed))
        {
            Assert.Fail($"{name}({x:R}) = {found:R}, expected {exact:R}, relative error {found / exact - 1:E2}");
        }
    }
}
