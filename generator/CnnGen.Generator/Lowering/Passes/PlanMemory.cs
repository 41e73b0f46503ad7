namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Gives every slot its offset: largest first, each at the lowest place where no slot that is alive at the same time lies.
/// </summary>
internal static class PlanMemory
{
    /// <summary>Returns the arena's length in elements.</summary>
    public static int Run(IReadOnlyList<BufferSlot> slots)
    {
        var placed = new List<BufferSlot>();
        long length = 0;
        foreach (BufferSlot slot in slots.OrderByDescending(slot => slot.Size).ThenBy(slot => slot.FirstUse))
        {
            int offset = 0;
            foreach (BufferSlot other in placed.Where(slot.IsAliveWith).OrderBy(other => other.Offset))
            {
                if (other.Offset - offset >= slot.Size)
                {
                    break;
                }

                offset = Math.Max(offset, checked(other.Offset + other.Size));
            }

            slot.Offset = offset;
            placed.Add(slot);
            length = Math.Max(length, (long)offset + slot.Size);
        }

        return checked((int)length);
    }

    /// <summary>No plan can do with less: the largest sum of sizes that are alive at once.</summary>
    public static long LowerBound(IReadOnlyList<BufferSlot> slots) =>
        slots.Select(slot => slot.FirstUse).Distinct()
            .Select(step => slots.Where(slot => slot.FirstUse <= step && step <= slot.LastUse).Sum(slot => (long)slot.Size))
            .DefaultIfEmpty(0).Max();
}
