using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Lowering;

/// <summary>What the plans of memory promise.</summary>
public sealed class MemoryTests
{
    private const double Excess = 1.2;

    [Theory]
    [MemberData(nameof(KnownNetworks.NamesAndRandom), MemberType = typeof(KnownNetworks))]
    public void The_arena_is_hardly_larger_than_what_is_alive_at_once(string name)
    {
        InferencePlan plan = Plans(name).Inference;
        long bound = PlanMemory.LowerBound(plan.Slots);
        Assert.InRange(plan.ArenaLength, bound, Excess * bound);
    }

    [Theory]
    [MemberData(nameof(KnownNetworks.NamesAndRandom), MemberType = typeof(KnownNetworks))]
    public void No_two_tensors_that_are_alive_at_once_overlap(string name)
    {
        (InferencePlan inference, TrainingPlan training) = Plans(name);
        RequireApart(inference.Calls, inference.ArenaLength);
        RequireApart(
            [.. training.Forward.Concat(training.Backward).Concat(training.InputGradients).SelectMany(stage => stage.Calls)],
            training.ArenaLength);
    }

    [Theory]
    [InlineData(new[] { 0, 0, 16 }, new[] { 0, 1, 16 }, new[] { 1, 1, 16 }, 32)]
    [InlineData(new[] { 0, 3, 16 }, new[] { 1, 1, 64 }, new[] { 2, 2, 32 }, 80)]
    [InlineData(new[] { 0, 1, 16 }, new[] { 1, 2, 16 }, new[] { 2, 3, 16 }, 32)]
    public void The_bound_is_the_largest_sum_that_is_alive_at_once(int[] first, int[] second, int[] third, int expected)
    {
        BufferSlot[] slots = [.. new[] { first, second, third }.Select(Slot)];
        Assert.Equal(expected, PlanMemory.LowerBound(slots));
        Assert.Equal(expected, PlanMemory.Run(slots));
    }

    private static BufferSlot Slot(int[] use)
    {
        var slot = new BufferSlot("slot", new Layout(use[2], 1, 1, use[2], default));
        slot.Touch(use[0]);
        slot.Touch(use[1]);
        return slot;
    }

    private static (InferencePlan Inference, TrainingPlan Training) Plans(string name)
    {
        (string attributes, string options) = KnownNetworks.Get(name);
        NetworkGraph graph = Specs.Graph(attributes, options);
        InferencePlan inference = LowerInference.Run(graph, channelsLast: false);
        return (inference, LowerTraining.Run(graph, inference.Weights, channelsLast: false));
    }

    /// <summary>Lifetimes are taken from the calls, not from what the plan says of them.</summary>
    private static void RequireApart(IReadOnlyList<KernelCall> calls, int arenaLength)
    {
        (BufferSlot Slot, int First, int Last)[] slots =
        [
            .. from use in calls.SelectMany((call, step) => call.Operands.Select(operand => (operand.Slot, Step: step)))
               where use.Slot is not null
               group use.Step by use.Slot into steps
               select (steps.Key, steps.Min(), steps.Max()),
        ];
        Assert.NotEmpty(slots);
        for (int i = 0; i < slots.Length; i++)
        {
            (BufferSlot a, int first, int last) = slots[i];
            Assert.InRange(a.Offset, 0, arenaLength - a.Layout.Size);
            foreach ((BufferSlot b, int otherFirst, int otherLast) in slots.Skip(i + 1))
            {
                bool together = first <= otherLast && otherFirst <= last;
                bool apart = a.Offset + a.Layout.Size <= b.Offset || b.Offset + b.Layout.Size <= a.Offset;
                Assert.True(!together || apart, $"{a.Name} at {a.Offset} + {a.Layout.Size} and {b.Name} at {b.Offset} + {b.Layout.Size}");
            }
        }
    }
}
