using System.Diagnostics;

namespace CnnGen.Benchmarks.Peers;

/// <summary>Medians of short bursts.</summary>
public static class Stopclock
{
    /// <summary>Runs both actions in turn, a burst of at least <paramref name="burst"/> each per round; medians in microseconds.</summary>
    public static (double First, double Second) Interleave(Action first, Action second, int rounds, TimeSpan burst)
    {
        double[] firsts = new double[rounds], seconds = new double[rounds];
        Burst(first, 4 * burst);
        Burst(second, 4 * burst);
        for (int round = 0; round < rounds; round++)
        {
            firsts[round] = Burst(first, burst);
            seconds[round] = Burst(second, burst);
        }

        return (Median(firsts), Median(seconds));
    }

    /// <summary>The median of single calls in milliseconds, over at least <paramref name="duration"/>.</summary>
    public static double MedianCall(Action action, TimeSpan duration)
    {
        var times = new List<double>();
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < duration)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Median([.. times]);
    }

    /// <summary>The median; sorts the values.</summary>
    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static double Burst(Action action, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        int calls = 0;
        do
        {
            action();
            calls++;
            elapsed = Stopwatch.GetElapsedTime(start);
        }
        while (elapsed < duration);
        return elapsed.TotalMicroseconds / calls;
    }
}
