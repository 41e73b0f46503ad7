using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class SubnormalTests
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
        Subnormals.ToZero(values);
        Assert.Equal(Bits(Kept), Bits(values));
        Assert.All(Kept, value => Assert.Equal(Bits([value]), Bits([Subnormals.ToZero(Vector256.Create(value))[7]])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(19)]
    public void SubnormalNumbersBecomeZerosOfTheirSign(int length)
    {
        float[] values = [.. Enumerable.Range(0, length).Select(i => (i % 2 == 0 ? 1 : -1) * float.Epsilon * (1 + i * 100_000))];
        values[^1] = -MathF.BitDecrement(SmallestNormal);
        int[] signs = [.. Bits(values).Select(bits => bits & int.MinValue)];
        Subnormals.ToZero(values);
        Assert.Equal(signs, Bits(values));
    }

    private static int[] Bits(IEnumerable<float> values) => [.. values.Select(BitConverter.SingleToInt32Bits)];
}
