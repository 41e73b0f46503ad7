using System.Diagnostics;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>
/// Calls must allocate nothing. Now and then .NET itself allocates within one, because it compiles a method once more; so we wait for some
/// clean calls in a row, which a call with an allocation of its own never gets.
/// </summary>
internal static class Allocation
{
    private const int CleanCalls = 3;

    /// <summary>What is waited for clean calls.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Counts what the calling thread allocates after the first call.</summary>
    public static void AssertNone(Action call) => AssertNone(call, GC.GetAllocatedBytesForCurrentThread, _ => 0, Patience);

    /// <summary>
    /// Counts what any thread of the process allocates after the first call; nothing else may run meanwhile. The test host's timers
    /// allocate some hundred bytes a second, so a call may take as many as are allocated in twice its time when nothing is called.
    /// </summary>
    public static void AssertNoneAnywhere(Action call, TimeSpan? patience = null) =>
        AssertNone(call, Everywhere, AllocatedByOthers, patience ?? Patience);

    private static long Everywhere() => GC.GetTotalAllocatedBytes(precise: true);

    private static long AllocatedByOthers(TimeSpan time)
    {
        long before = Everywhere();
        Thread.Sleep(2 * time);
        return Everywhere() - before;
    }

    private static void AssertNone(Action call, Func<long> allocated, Func<TimeSpan, long> byOthers, TimeSpan patience)
    {
        call();
        var clock = Stopwatch.StartNew();
        long bytes = 0;
        for (int clean = 0; clean < CleanCalls; clean = bytes == 0 ? clean + 1 : 0)
        {
            Assert.True(
                clock.Elapsed < patience, $"never {CleanCalls} calls in a row without an allocation; the last one allocated {bytes} bytes");
            TimeSpan begin = clock.Elapsed;
            long before = allocated();
            call();
            bytes = allocated() - before;
            if (bytes > 0 && bytes <= byOthers(clock.Elapsed - begin))
            {
                bytes = 0;
            }
        }
    }
}
