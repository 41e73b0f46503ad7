using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit;

/// <summary>
/// For tests: the zones around the tensors of an arena are filled before the first call that uses a tensor and checked after the last
/// one. Without zones nothing is written.
/// </summary>
internal sealed class GuardEmitter(IReadOnlyList<BufferSlot> slots, int zone)
{
    /// <summary>Elements of a zone.</summary>
    public const int Zone = 32;

    public void EmitTable(CodeWriter writer)
    {
        if (zone > 0)
        {
            writer.Line($"private static readonly SlotGuards Guards = new SlotGuards({zone}, Slots());\n");
            TableEmitter.Emit(writer, "GuardedSlot", "Slots", slots.Select(slot =>
                $"new({slot.Offset}, {slot.Layout.Size}, {slot.FirstUse}, {slot.LastUse}, \"{slot.Name}, {slot.Layout}\"),"));
        }
    }

    /// <summary>Before a call, by its number; <paramref name="arena"/> is the arena and, for several samples, their number and distance.</summary>
    public void Before(CodeWriter writer, int call, string arena)
    {
        if (zone > 0 && slots.Any(slot => slot.FirstUse == call))
        {
            writer.Line($"Guards.Before({call}, {arena});");
        }
    }

    /// <summary>After it.</summary>
    public void After(CodeWriter writer, int call, string arena)
    {
        if (zone > 0 && slots.Any(slot => slot.LastUse == call))
        {
            writer.Line($"Guards.After({call}, {arena});");
        }
    }
}
