using System.Runtime.Intrinsics;

namespace CnnGen.Runtime.Tests;

public sealed class RandomLanesTests128 : RandomLanesTests<Vectors128, Vector128<float>>;

public sealed class RandomLanesTests128x2 : RandomLanesTests<Vectors128x2, Pair>;

public sealed class RandomLanesTests256 : RandomLanesTests<Vectors256, Vector256<float>>;

public sealed class RandomLanesTests512 : RandomLanesTests<Vectors512, Vector512<float>>;

public abstract class RandomLanesTests<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const uint Key = 0xDEADBEEF;

    [Theory]
    [InlineData(0u)]
    [InlineData(77u)]
    [InlineData(0x7FFF_FFFEu)]
    [InlineData(uint.MaxValue - 2)]
    public void Each_lane_has_the_hash_of_its_number(uint counter)
    {
        uint[] numbers = [.. Enumerable.Range(0, 2 * W.Count).Select(i => unchecked(counter + (uint)i))];
        T first = RandomLanes<W, T>.From(counter);
        uint[] hashes = [.. Bits(RandomLanes<W, T>.Hash(first, Key)), .. Bits(RandomLanes<W, T>.Hash(RandomLanes<W, T>.Next(first), Key))];
        Assert.Equal(numbers.Select(number => RandomSource.Hash(number, Key)), hashes);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x4000_0000u)]
    [InlineData(0x8000_0000u)]
    [InlineData(0xC000_0000u)]
    [InlineData(uint.MaxValue)]
    public void Hashes_are_compared_as_numbers_without_a_sign(uint threshold)
    {
        for (uint counter = 0; counter < 256; counter += (uint)W.Count)
        {
            uint[] mask = Bits(RandomLanes<W, T>.IsAtLeast(RandomLanes<W, T>.From(counter), Key, threshold));
            Assert.Equal(
                mask.Select((_, lane) => RandomSource.Hash(counter + (uint)lane, Key) >= threshold ? uint.MaxValue : 0), mask);
        }
    }

    private static uint[] Bits(T vector) => [.. Lane<W, T>.ToArray(vector).Select(BitConverter.SingleToUInt32Bits)];
}
