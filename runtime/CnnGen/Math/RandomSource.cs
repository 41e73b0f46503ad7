using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>A small random generator that gives the same bits on every machine (SplitMix64).</summary>
/// <param name="seed">Where the sequence begins.</param>
[CLSCompliant(false)]
public struct RandomSource(int seed)
{
    // SplitMix64 as published by Sebastiano Vigna; the 32-bit finalizer's constants are from Chris Wellons' hash prospector.
    private const ulong Increment = 0x9E3779B97F4A7C15;
    internal const uint FirstFactor = 0x7FEB352D;
    internal const uint SecondFactor = 0x846CA68B;
    internal const int OuterShift = 16;
    internal const int InnerShift = 15;

    private ulong _state = (uint)seed;

    /// <summary>A seed that differs from call to call.</summary>
    public static int NewSeed() => Random.Shared.Next();

    /// <summary>
    /// A generator of its own for what has a number: it depends on this one's state and on the number alone, so numbered things may draw
    /// in any order and on any thread.
    /// </summary>
    public readonly RandomSource Stream(int number) => new(0) { _state = Mix(_state + Mix(Increment * (1 + (ulong)(uint)number))) };

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => Mix(_state += Increment);

    /// <summary>A uniform number in [0, 1), a multiple of 2⁻²⁴.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>A uniform integer from 0 to <paramref name="limit"/> (exclusive).</summary>
    public int NextInt32(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(((NextUInt64() >> 32) * (ulong)limit) >> 32);
    }

    /// <summary>Fills the span with uniform numbers between -<paramref name="bound"/> and <paramref name="bound"/>.</summary>
    public void FillUniform(Span<float> destination, float bound)
    {
        foreach (ref float element in destination)
        {
            element = (2f * NextSingle() - 1f) * bound;
        }
    }

    /// <summary>Puts the elements in random order.</summary>
    public void Shuffle(Span<int> elements)
    {
        for (int last = elements.Length - 1; last > 0; last--)
        {
            int other = NextInt32(last + 1);
            (elements[last], elements[other]) = (elements[other], elements[last]);
        }
    }

    /// <summary>32 random bits that depend on the two arguments alone. Of vectors: <see cref="RandomLanes{W, T}"/>.</summary>
    /// <param name="counter">The element's number.</param>
    /// <param name="key">The stream: best itself a hash, for example of a seed and a step number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint counter, uint key)
    {
        counter = (counter ^ (counter >> OuterShift)) * FirstFactor + key;
        counter = (counter ^ (counter >> InnerShift)) * SecondFactor;
        return counter ^ (counter >> OuterShift);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
