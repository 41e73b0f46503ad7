using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class Vectors128Tests : VectorsTests<Vectors128, Vector128<float>>;

public sealed class Vectors128x2Tests : VectorsTests<Vectors128x2, Pair>;

public sealed class Vectors256Tests : VectorsTests<Vectors256, Vector256<float>>;

public sealed class Vectors512Tests : VectorsTests<Vectors512, Vector512<float>>;

/// <summary>The operations that are not the same in all lanes. The others: <see cref="VectorWidthTests"/>.</summary>
public abstract class VectorsTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private static readonly int Count = W.Count;

    // Powers of two: their sums are exact in any order.
    private static readonly float[] Numbers = [.. Enumerable.Range(0, 5 * Count).Select(i => (float)(1 << (i % 23)))];

    [Fact]
    public void Constants_are_in_all_lanes()
    {
        AssertLanes(_ => 0f, W.Zero);
        AssertLanes(_ => 1f, W.One);
        AssertLanes(_ => BitConverter.Int32BitsToSingle(-1), W.AllBitsSet);
        AssertLanes(_ => 2.5f, W.Create(2.5f));
        AssertLanes(_ => BitConverter.Int32BitsToSingle(7), W.CreateInteger(7));
        AssertLanes(lane => lane == 0 ? 2.5f : 0f, W.CreateScalar(2.5f));
    }

    [Fact]
    public void First_lanes_are_selected()
    {
        for (int count = -1; count <= Count + 1; count++)
        {
            AssertLanes(lane => lane < count ? 1f : 0f, W.BitwiseAnd(W.One, W.FirstLanes(count)));
        }
    }

    [Fact]
    public void Vectors_are_read_where_they_lie()
    {
        AssertLanes(lane => Numbers[lane], W.LoadUnsafe(ref Numbers[0]));
        AssertLanes(lane => Numbers[lane + 3], W.LoadUnsafe(ref Numbers[0], 3));
        AssertLanes(lane => Numbers[lane + 2 * Count], W.Load(ref Numbers[0], 2));
        AssertLanes(lane => Numbers[lane + 3 + 2 * Count], W.Load(ref Numbers[0], 3, 2));
        AssertLanes(lane => Numbers[lane + Count], W.Load(ref Numbers[2 * Count], -1));
        AssertLanes(lane => Numbers[lane + 2 * Count - 3], W.Load(ref Numbers[Count], -3, 1));
    }

    [Fact]
    public void Vectors_are_written_where_they_shall_lie()
    {
        AssertWritten(0, (T value, ref float memory) => W.StoreUnsafe(value, ref memory));
        AssertWritten(3, (T value, ref float memory) => W.StoreUnsafe(value, ref memory, 3));
        AssertWritten(2 * Count, (T value, ref float memory) => W.Store(value, ref memory, 2));
        AssertWritten(3 + 2 * Count, (T value, ref float memory) => W.Store(value, ref memory, 3, 2));
    }

    [Fact]
    public void All_lanes_are_added_and_compared()
    {
        T vector = W.LoadUnsafe(ref Numbers[0]);
        Assert.Equal(Numbers.Take(Count).Sum(), W.Sum(vector));
        Assert.True(W.EqualsAll(vector, vector));
        Assert.False(W.EqualsAll(W.Create(float.NaN), W.Create(float.NaN)));
        for (int lane = 0; lane < Count; lane++)
        {
            float[] other = [.. Numbers];
            other[lane]++;
            Assert.False(W.EqualsAll(vector, W.LoadUnsafe(ref other[0])));
        }
    }

    [Fact]
    public void Lanes_have_numbers() => AssertLanes(BitConverter.Int32BitsToSingle, W.Indices);

    [Fact]
    public void The_largest_lane_is_found_wherever_it_is_and_NaN_wins()
    {
        for (int lane = 0; lane < Count; lane++)
        {
            float[] numbers = [.. Enumerable.Range(0, Count).Select(i => i == lane ? -1f : -2f - i)];
            Assert.Equal(-1f, W.Max(W.LoadUnsafe(ref numbers[0])));
            numbers[lane] = float.NaN;
            Assert.Equal(float.NaN, W.Max(W.LoadUnsafe(ref numbers[0])));
        }
    }

    private delegate void Write(T value, ref float memory);

    private static void AssertWritten(int offset, Write write)
    {
        float[] memory = new float[Numbers.Length];
        write(W.LoadUnsafe(ref Numbers[1]), ref memory[0]);
        float[] expected = new float[Numbers.Length];
        Array.Copy(Numbers, 1, expected, offset, Count);
        Assert.Equal(expected, memory);
    }

    private static void AssertLanes(Func<int, float> expected, T found) => Assert.Equal(
        Enumerable.Range(0, Count).Select(lane => BitConverter.SingleToInt32Bits(expected(lane))),
        Lane<W, T>.ToArray(found).Select(BitConverter.SingleToInt32Bits));
}
