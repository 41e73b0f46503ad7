using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class SubnormalTests128 : SubnormalTests<Vectors128, Vector128<float>>;

public sealed class SubnormalTests128x2 : SubnormalTests<Vectors128x2, Pair>;

public sealed class SubnormalTests256 : SubnormalTests<Vectors256, Vector256<float>>;

public sealed class SubnormalTests512 : SubnormalTests<Vectors512, Vector512<float>>;

public abstract class SubnormalTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const float SmallestNormal = 1.17549435e-38f;

    private static readonly float[] Kept =
    [
        0f, -0f, SmallestNormal, -SmallestNormal, 1f, -1e-30f, 3e38f, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity,
        float.NaN, -float.NaN,
    ];

    [Fact]
    public void OtherNumbersKeepTheirBits()
    {
        float[] values = [.. Kept];
        Subnormals<W, T>.ToZero(values);
        Assert.Equal(Bits(Kept), Bits(values));
        Assert.All(Kept, value => Assert.Equal(Bits([value]), Bits([Lane<W, T>.Apply(Subnormals<W, T>.ToZero, value)])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(19)]
    [InlineData(37)]
    public void SubnormalNumbersBecomeZerosOfTheirSign(int length)
    {
        float[] values = [.. Enumerable.Range(0, length).Select(i => (i % 2 == 0 ? 1 : -1) * float.Epsilon * (1 + i * 100_000))];
        values[^1] = -MathF.BitDecrement(SmallestNormal);
        int[] signs = [.. Bits(values).Select(bits => bits & int.MinValue)];
        Subnormals<W, T>.ToZero(values);
        Assert.Equal(signs, Bits(values));
    }

    private static int[] Bits(IEnumerable<float> values) => [.. values.Select(BitConverter.SingleToInt32Bits)];
}
