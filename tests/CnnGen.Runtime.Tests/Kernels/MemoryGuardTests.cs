using System.Runtime.CompilerServices;

namespace CnnGen.Runtime.Tests;

/// <summary>Writes outside a buffer or a slot are found after the pass that made them.</summary>
public class MemoryGuardTests
{
    private const int Length = 40;

    [Fact]
    public void A_pass_that_stays_inside_its_memory_may_write_all_of_it() => Run(Enumerable.Range(0, Length));

    [Theory]
    [InlineData(Length)]
    [InlineData(Length + 63)]
    [InlineData(-1)]
    [InlineData(-200)]
    public void A_write_outside_a_buffer_is_found_after_the_pass(int element)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Run([element]));
        Assert.Contains($"{element} elements from its first one", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(71)]
    [InlineData(31)]
    [InlineData(0)]
    public void A_write_outside_a_slot_is_found_after_the_slots_last_call(int element)
    {
        var arena = new FloatBuffer(72);
        var guards = new SlotGuards(32, [new GuardedSlot(32, 8, 2, 5, "v1")]);
        guards.Before(2, ref arena.Origin);
        guards.After(5, ref arena.Origin);
        Unsafe.Add(ref arena.Origin, element) += 1f;
        guards.After(4, ref arena.Origin);
        var error = Assert.Throws<InvalidOperationException>(() => guards.After(5, ref arena.Origin));
        Assert.Contains("v1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_of_a_batch_is_guarded()
    {
        const int Stride = 100;
        var arena = new FloatBuffer(3 * Stride);
        var guards = new SlotGuards(32, [new GuardedSlot(32, 8, 0, 0, "v1")]);
        guards.Before(0, ref arena.Origin, samples: 3, Stride);
        guards.After(0, ref arena.Origin, samples: 3, Stride);
        Unsafe.Add(ref arena.Origin, 2 * Stride + 40) = 0f;
        Assert.Throws<InvalidOperationException>(() => guards.After(0, ref arena.Origin, samples: 3, Stride));
    }

    private static void Run(IEnumerable<int> elements)
    {
        var weights = new WeightStore(new WeightLayout(0, 0, 0));
        new WritingPass(weights, [.. elements]).Predict([0f], new float[1]);
    }

    /// <summary>A network that writes to elements of its working memory.</summary>
    private sealed class WritingPass(WeightStore weights, int[] elements) : InferencePass(weights, 1, 1, Length)
    {
        public override InferencePass Fork() => new WritingPass(Weights, elements);

        protected override void Execute(ref float input, ref float output, ref float weights)
        {
            foreach (int element in elements)
            {
                Unsafe.Add(ref Arena, element) = 1f;
            }
        }
    }
}
