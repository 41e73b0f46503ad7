using System.Diagnostics;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>
/// Calls must allocate nothing. Now and then .NET itself allocates within one, because it compiles a method once more; so we wait for some
/// clean calls in a row, which a call with an allocation of its own never gets.
/// </summary>
internal static class Allocation
{
    private const int CleanCalls = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Counts what the calling thread allocates after the first call.</summary>
    public static void AssertNone(Action call) => AssertNone(call, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>Counts what any thread of the process allocates after the first call; nothing else may run meanwhile.</summary>
    public static void AssertNoneAnywhere(Action call) => AssertNone(call, () => GC.GetTotalAllocatedBytes(precise: true));

    private static void AssertNone(Action call, Func<long> allocated)
    {
        call();
        var clock = Stopwatch.StartNew();
        long bytes = 0;
        for (int clean = 0; clean < CleanCalls; clean = bytes == 0 ? clean + 1 : 0)
        {
            Assert.True(
                clock.Elapsed < Patience, $"never {CleanCalls} calls in a row without an allocation; the last one allocated {bytes} bytes");
            long before = allocated();
            call();
            bytes = allocated() - before;
        }
    }
}
