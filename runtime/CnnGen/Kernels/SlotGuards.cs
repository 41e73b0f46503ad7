using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>A tensor in the working memory, with room for a zone on each side: in use from kernel call First to Last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct GuardedSlot(int Begin, int Length, int First, int Last, string Name);

/// <summary>
/// The zones between the tensors of a network's working memory, for tests: filled before a tensor's first call, checked after its last
/// one. A network has them where its project sets <c>CnnGenGuardMemory</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SlotGuards
{
    private readonly int _zone;
    private readonly GuardedSlot[][] _beginAt;
    private readonly GuardedSlot[][] _endAt;

    /// <summary>Zones of <paramref name="zone"/> elements on each side of the <paramref name="slots"/>.</summary>
    public SlotGuards(int zone, GuardedSlot[] slots)
    {
        _zone = zone;
        int[] calls = [.. Enumerable.Range(0, slots.Max(slot => slot.Last) + 1)];
        _beginAt = [.. calls.Select(call => slots.Where(slot => slot.First == call).ToArray())];
        _endAt = [.. calls.Select(call => slots.Where(slot => slot.Last == call).ToArray())];
    }

    /// <summary>Fills the zones of the tensors that a call is the first to use.</summary>
    public void Before(int call, ref float arena, int samples = 1, int stride = 0)
    {
        foreach (GuardedSlot slot in _beginAt[call])
        {
            for (int n = 0; n < samples; n++)
            {
                ref float sample = ref Unsafe.Add(ref arena, (nint)n * stride);
                MemoryGuard.Fill(Zone(ref sample, slot.Begin - _zone));
                MemoryGuard.Fill(Zone(ref sample, slot.Begin + slot.Length));
            }
        }
    }

    /// <summary>Checks the zones of the tensors that a call is the last to use.</summary>
    /// <exception cref="InvalidOperationException">A kernel wrote into a zone.</exception>
    public void After(int call, ref float arena, int samples = 1, int stride = 0)
    {
        foreach (GuardedSlot slot in _endAt[call])
        {
            for (int n = 0; n < samples; n++)
            {
                ref float sample = ref Unsafe.Add(ref arena, (nint)n * stride);
                MemoryGuard.Check(Zone(ref sample, slot.Begin - _zone), -_zone, slot.Name);
                MemoryGuard.Check(Zone(ref sample, slot.Begin + slot.Length), slot.Length, slot.Name);
            }
        }
    }

    private Span<float> Zone(ref float sample, int begin) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref sample, begin), _zone);
}
