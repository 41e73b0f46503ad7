namespace CnnGen.Runtime.Tests;

/// <summary>Files of other floating-point types load as floats.</summary>
public class DataTypeTests
{
    private static readonly ushort[] AllBits = [.. Enumerable.Range(0, 1 << 16).Select(bits => (ushort)bits)];

    [Fact]
    public void EveryHalfIsExact() =>
        AssertSame(
            [.. AllBits.Select(bits => (float)BitConverter.UInt16BitsToHalf(bits))],
            Load("F16", AllBits));

    [Fact]
    public void EveryBfloat16IsTheUpperHalfOfAFloat() =>
        AssertSame(
            [.. AllBits.Select(bits => BitConverter.Int32BitsToSingle(bits << 16))],
            Load("BF16", AllBits));

    [Fact]
    public void DoublesAreRounded() =>
        AssertSame(
            [0.1f, -0f, 1f, 1.4e-45f, float.NegativeInfinity, float.PositiveInfinity, float.NaN, float.MaxValue],
            Load("F64", [0.1, -0.0, 1 + 1e-9, 1e-45, double.NegativeInfinity, 1e300, double.NaN, float.MaxValue]));

    /// <summary>Lengths around those of vectors and of the reader's buffer.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(32767)]
    [InlineData(32769)]
    public void AnyLengthLoads(int length)
    {
        float[] expected = [.. Enumerable.Range(0, length).Select(i => i % 200 - 99.5f)];
        AssertSame(expected, Load("F32", expected));
        AssertSame(expected, Load("F64", [.. expected.Select(value => (double)value)]));
        AssertSame(expected, Load("F16", [.. expected.Select(value => (Half)value)]));
        AssertSame(expected, Load("BF16", [.. expected.Select(value => (ushort)(BitConverter.SingleToInt32Bits(value) >> 16))]));
    }

    [Fact]
    public void TypesMayDifferInAFile()
    {
        byte[] file = TensorFile.Of(
            TensorFile.Vector<double>("d", "F64", 1, 2),
            TensorFile.Vector<Half>("h", "F16", (Half)3),
            TensorFile.Vector<long>("n.num_batches_tracked", "I64", 9),
            TensorFile.Vector<float>("f", "F32", 4, 5));
        Assert.Equal([4, 5, 3, 1, 2], TensorFile.Load(file, TensorFile.Parameters(("f", 2), ("h", 1), ("d", 2))));
    }

    [Theory]
    [InlineData("I32")]
    [InlineData("U32")]
    public void IntegersAreRefused(string type)
    {
        string message = TensorFile.Refusal(TensorFile.Of(TensorFile.Vector("a", type, 1, 2)), ("a", 2));
        Assert.Contains($"tensor 'a': expected dtype F32, found {type} (F16, BF16 and F64 are converted)", message);
    }

    [Fact]
    public void AShortHalfPrecisionFileIsRefused()
    {
        byte[] file = TensorFile.Of(TensorFile.Vector<Half>("a", "F16", (Half)1, (Half)2));
        Assert.Contains("expected 4 bytes of data", TensorFile.Refusal(file[..^1], ("a", 2)));
    }

    private static float[] Load<T>(string type, params T[] values)
        where T : unmanaged =>
        TensorFile.Load(TensorFile.Of(TensorFile.Vector("a", type, values)), TensorFile.Parameters(("a", values.Length)));

    /// <summary>The same bits, but for those of NaNs.</summary>
    private static void AssertSame(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isSame = float.IsNaN(expected[i])
                ? float.IsNaN(found[i])
                : BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(found[i]);
            Assert.True(isSame, $"element {i}: expected {expected[i]:R}, found {found[i]:R}");
        }
    }
}
