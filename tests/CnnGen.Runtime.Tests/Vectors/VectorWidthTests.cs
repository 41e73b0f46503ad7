using System.Reflection;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class VectorWidthTests
{
    /// <summary>Numbers of every magnitude and sign, and what is none.</summary>
    private static readonly float[] Values =
    [
        .. Enumerable.Range(0, 4096).Select(i => BitConverter.Int32BitsToSingle(unchecked((int)(i * 1048583L)))),
    ];

    private static readonly float[] Reversed = [.. Values.Reverse()];
    private static readonly float[] Others = [.. Values.Skip(1000), .. Values.Take(1000)];

    private static readonly Type[] FunctionTypes = [typeof(VectorMath<,>), typeof(Activations<,>), typeof(Extremes<,>), typeof(Subnormals<,>)];

    public static TheoryData<string> Functions =>
    [
        .. from type in FunctionTypes
           let vectors = type.MakeGenericType(typeof(Vectors128), typeof(Vector128<float>))
           from method in OfVectors(vectors, typeof(Vector128<float>))
           select $"{type.Name}.{method.Name}",
    ];

    public static TheoryData<string> Operations => [.. OfVectors(typeof(Vectors128), typeof(Vector128<float>)).Select(method => method.Name)];

    [Fact]
    public void The_narrowest_width_is_everywhere_and_lanes_double()
    {
        int[] bits = [.. VectorWidth.All.Select(width => width.Bits)];
        Assert.Equal(new[] { 128, 256, 512 }.Take(bits.Length), bits);
        Assert.All(VectorWidth.All, width => Assert.Equal(width.Bits / 32, width.Lanes));
    }

    [Fact]
    public void A_width_is_used_until_it_is_disposed()
    {
        int before = VectorWidth.Current.Bits;
        foreach (VectorWidth width in VectorWidth.All)
        {
            using (VectorWidth.Use(width))
            {
                Assert.Same(width, VectorWidth.Current);
                Assert.Same(width, new WeightStore(new WeightLayout(0, 0, 0)).Width);
            }

            Assert.Equal(before, VectorWidth.Current.Bits);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Functions_have_the_same_bits_at_every_width_whose_products_round_alike(string function) => AssertSameAtEveryWidth(function);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operations_have_the_same_bits_at_every_width_whose_products_round_alike(string operation) => AssertSameAtEveryWidth(operation);

    [Fact]
    public void Two_halves_add_up_to_the_sum_of_the_whole()
    {
        for (int i = 0; i < Values.Length; i += 8)
        {
            float[] expected = [Vectors256.Sum(Vectors256.LoadUnsafe(ref Values[i]))];
            AssertSame(expected, [Vectors128x2.Sum(Vectors128x2.LoadUnsafe(ref Values[i]))]);
        }
    }

    /// <summary>Functions that do the same in all lanes.</summary>
    private static IEnumerable<MethodInfo> OfVectors(Type type, Type vector) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method =>
            method.ReturnType == vector && method.GetParameters() is [{ } first, ..] && first.ParameterType == vector);

    private static void AssertSameAtEveryWidth(string function)
    {
        float[] narrow = Run<Vectors128, Vector128<float>>(function);
        AssertSame(narrow, Run<Vectors128x2, Pair>(function));
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported && Vector256.IsHardwareAccelerated)
        {
            AssertSame(narrow, Run<Vectors256, Vector256<float>>(function));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            AssertSame(narrow, Run<Vectors512, Vector512<float>>(function));
        }
    }

    private static void AssertSame(float[] expected, float[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool isSame = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i])
                || (float.IsNaN(expected[i]) && float.IsNaN(actual[i]));
            Assert.True(isSame, $"{Values[i]}: expected {expected[i]:R}, found {actual[i]:R}");
        }
    }

    private static float[] Run<W, T>(string name)
        where W : struct, IVectors<T>
        where T : struct
    {
        string[] parts = name.Split('.');
        Type type = parts is [var owner, _]
            ? FunctionTypes.Single(each => each.Name == owner).MakeGenericType(typeof(W), typeof(T))
            : typeof(W);
        MethodInfo function = OfVectors(type, typeof(T)).Single(method => method.Name == parts[^1]);
        float[] results = new float[Values.Length];
        for (int i = 0; i < Values.Length; i += W.Count)
        {
            T first = W.LoadUnsafe(ref Values[i]);
            object?[] arguments = [.. function.GetParameters().Select((parameter, index) =>
                parameter.ParameterType == typeof(float) ? 0.25f
                : parameter.ParameterType == typeof(int) ? 5
                : (object)(index == 0 ? first : W.LoadUnsafe(ref index == 1 ? ref Reversed[i] : ref Others[i])))];
            W.StoreUnsafe((T)function.Invoke(null, arguments)!, ref results[i]);
        }

        return results;
    }
}
