using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class WideSumTests128 : WideSumTests<Vectors128, Vector128<float>>;

public sealed class WideSumTests128x2 : WideSumTests<Vectors128x2, Pair>;

public sealed class WideSumTests256 : WideSumTests<Vectors256, Vector256<float>>;

public sealed class WideSumTests512 : WideSumTests<Vectors512, Vector512<float>>;

public abstract class WideSumTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const int Pieces = 1000;

    [Fact]
    public void Each_lane_is_summed_up_in_double_precision()
    {
        WideSum<W, T> sum = default;
        double[] expected = new double[W.Count];
        for (int i = 0; i < Pieces; i++)
        {
            float[] piece = Piece(i, W.Count);
            sum.Add(W.LoadUnsafe(ref piece[0]));
            Add(expected, piece);
        }

        Assert.Equal(expected.Select(lane => (float)lane), Lane<W, T>.ToArray(sum.ToSingle()));
    }

    [Fact]
    public void Pieces_in_memory_are_moved_to_totals_in_memory()
    {
        int length = 3 * W.Count;
        float[] totals = new float[2 * length], sums = new float[length];
        double[] expected = new double[length];
        for (int i = 0; i < Pieces; i++)
        {
            float[] piece = Piece(i, length);
            Add(expected, piece);
            WideSum<W, T>.Move(ref piece[0], ref totals[0], length);
            Assert.All(piece, element => Assert.Equal(0f, element));
        }

        WideSum<W, T>.ToSingle(ref totals[0], ref sums[0], length);
        Assert.Equal(expected.Select(lane => (float)lane), sums);
    }

    [Fact]
    public void Sums_of_a_part_are_moved_to_sums_of_more()
    {
        float[] part = Piece(1, 3 * W.Count), sums = Piece(2, 3 * W.Count);
        float[] expected = [.. part.Zip(sums, (a, b) => a + b)];
        WideSum<W, T>.MoveSingle(ref part[0], ref sums[0], part.Length);
        Assert.Equal(expected, sums);
        Assert.All(part, element => Assert.Equal(0f, element));
    }

    /// <summary>Numbers that are neither equal nor small, so that their sum in single precision would be another.</summary>
    private static float[] Piece(int index, int length) =>
        [.. Enumerable.Range(0, length).Select(lane => (index % 3 == 0 ? 1e6f : 1f) + 0.1f * index + lane)];

    private static void Add(double[] sums, float[] piece)
    {
        for (int lane = 0; lane < sums.Length; lane++)
        {
            sums[lane] += piece[lane];
        }
    }
}
