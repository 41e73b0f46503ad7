using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>
/// Zones around memory that no kernel may touch, for tests: filled with a pattern and checked after every pass. Without the switch there
/// are none, and the compiled code does not ask.
/// </summary>
internal static class MemoryGuard
{
    /// <summary>The name of the switch that surrounds every <see cref="FloatBuffer"/> with zones.</summary>
    public const string Switch = "CnnGen.GuardMemory";

    /// <summary>A signalling NaN: what is computed from it shows, and what adds to it in place makes another NaN of it.</summary>
    private const uint Pattern = 0xFFA5_A5C5;

    /// <summary>Whether the process runs with zones around its buffers.</summary>
    public static bool IsOn { get; } = AppContext.TryGetSwitch(Switch, out bool isOn) && isOn;

    /// <summary>Fills a zone.</summary>
    public static void Fill(Span<float> zone) => MemoryMarshal.Cast<float, uint>(zone).Fill(Pattern);

    /// <summary>Throws where a zone was written to.</summary>
    /// <param name="zone">The zone, all of it.</param>
    /// <param name="distance">Elements from the guarded memory's first to the zone's.</param>
    /// <param name="name">What the zone guards.</param>
    /// <exception cref="InvalidOperationException">Some element of the zone has changed.</exception>
    public static void Check(ReadOnlySpan<float> zone, long distance, string name)
    {
        int changed = MemoryMarshal.Cast<float, uint>(zone).IndexOfAnyExcept(Pattern);
        if (changed >= 0)
        {
            throw new InvalidOperationException(
                $"{name}: a kernel wrote {zone[changed]} outside it, {distance + changed} elements from its first one.");
        }
    }
}
