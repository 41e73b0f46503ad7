namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Gives every slot its offset: one slot after another, each at the lowest place where no slot that is alive at the same time lies. Which
/// comes first decides how much room is lost in between; of several orders the best is taken.
/// </summary>
internal static class PlanMemory
{
    private static readonly Func<BufferSlot, long>[] Priorities =
    [
        slot => slot.Size,
        slot => (long)slot.Size * (slot.LastUse - slot.FirstUse + 1),
        slot => slot.LastUse - slot.FirstUse,
    ];

    /// <summary>Returns the arena's length in elements.</summary>
    /// <param name="slots">What is placed.</param>
    /// <param name="zone">Elements on each side of a slot that no other slot alive at the same time may use; for tests.</param>
    public static int Run(IReadOnlyList<BufferSlot> slots, int zone = 0)
    {
        long bound = LowerBound(slots, zone);
        long length = long.MaxValue;
        int[] offsets = [];
        foreach (Func<BufferSlot, long> priority in Priorities)
        {
            long found = Place(slots.OrderByDescending(priority).ThenByDescending(slot => slot.Size).ThenBy(slot => slot.FirstUse), zone);
            if (found < length)
            {
                length = found;
                offsets = [.. slots.Select(slot => slot.Offset)];
            }

            if (length == bound)
            {
                break;
            }
        }

        for (int i = 0; i < offsets.Length; i++)
        {
            slots[i].Offset = offsets[i];
        }

        return checked((int)length);
    }

    /// <summary>No plan can do with less: the largest sum of sizes that are alive at once.</summary>
    public static long LowerBound(IReadOnlyList<BufferSlot> slots, int zone = 0) =>
        slots.Select(slot => slot.FirstUse).Distinct()
            .Select(step => slots.Where(slot => slot.FirstUse <= step && step <= slot.LastUse).Sum(slot => slot.Size + 2L * zone))
            .DefaultIfEmpty(0).Max();

    private static long Place(IEnumerable<BufferSlot> slots, int zone)
    {
        var placed = new List<BufferSlot>();
        long length = 0;
        foreach (BufferSlot slot in slots)
        {
            int begin = 0;
            foreach (BufferSlot other in placed.Where(slot.IsAliveWith).OrderBy(other => other.Offset))
            {
                if (other.Offset - zone - begin >= slot.Size + 2L * zone)
                {
                    break;
                }

                begin = Math.Max(begin, End(other));
            }

            slot.Offset = checked(begin + zone);
            placed.Add(slot);
            length = Math.Max(length, End(slot));
        }

        return length;

        int End(BufferSlot slot) => checked(slot.Offset + slot.Size + zone);
    }
}
