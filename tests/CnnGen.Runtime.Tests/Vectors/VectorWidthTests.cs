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

    public static TheoryData<string> Functions =>
    [
        .. from type in new[] { typeof(VectorMath<,>), typeof(Activations<,>), typeof(Extremes<,>) }
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
           select $"{type.Name}.{method.Name}",
    ];

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
    public void Functions_have_the_same_bits_at_every_width_whose_products_round_alike(string function)
    {
        float[] narrow = Run<Vectors128, Vector128<float>>(function);
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
        Type generic = new[] { typeof(VectorMath<,>), typeof(Activations<,>), typeof(Extremes<,>) }.Single(each => each.Name == name.Split('.')[0]);
        MethodInfo function = generic.MakeGenericType(typeof(W), typeof(T)).GetMethod(name.Split('.')[1])!;
        float[] results = new float[Values.Length];
        for (int i = 0; i < Values.Length; i += W.Count)
        {
            T first = W.LoadUnsafe(ref Values[i]);
            object?[] arguments = [.. function.GetParameters().Select((parameter, index) =>
                parameter.ParameterType == typeof(float) ? 0.25f : (object)(index == 0 ? first : W.LoadUnsafe(ref Reversed[i])))];
            W.StoreUnsafe((T)function.Invoke(null, arguments)!, ref results[i]);
        }

        return results;
    }
}
