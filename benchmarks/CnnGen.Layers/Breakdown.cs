using System.Diagnostics;
using CnnGen.Benchmarks;
using CnnGen.Benchmarks.Peers;
using CnnGen.Benchmarks.Suites;
using CnnGen.Runtime;

namespace CnnGen.Layers;

/// <summary>Runs a network again and again, and says what its calls took: medians.</summary>
public static class Breakdown
{
    private const long PeakMultiplyAdds = 100_000_000;
    private const int LeastPasses = 11;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <summary>The layers of <c>Predict</c>.</summary>
    public static void Predict<T>(int threads)
        where T : ITrainableNetwork<T>, new()
    {
        var network = new T { Threads = threads };
        var subject = new Subject<T>(network);
        Measurement measured = Measure(() => subject.Predict());
        Console.WriteLine($"# {typeof(T).Name}, Predict, {Machine(measured, network.Threads)}\n");
        Table.Print(Row.Layers(T.Info, measured), measured, network.Threads);
    }

    /// <summary>The kernels of a training step.</summary>
    public static void Training<T>(int batch)
        where T : ITrainableNetwork<T>, new()
    {
        var subject = new TrainingSubject<T>(new T(), batch, threads: 1);
        Measurement measured = Measure(() => subject.Step());
        Console.WriteLine($"# {typeof(T).Name}, training step of {batch}, {Machine(measured, 1)}\n");
        Table.Print(Row.Kernels(T.Info, measured, batch), measured, threads: 1);
    }

    private static string Machine(Measurement measured, int threads) =>
        $"{Processor.Name}, vectors of {VectorWidth.Current.Bits} bits, {threads} {(threads == 1 ? "thread" : "threads")}, " +
        $"peak {measured.Peak:F1} GFLOP/s a thread";

    /// <summary>Passes and bursts of the peak in turns.</summary>
    private static Measurement Measure(Action pass)
    {
        pass();
        CallTimes times = CallTimes.Latest
            ?? throw new InvalidOperationException("The network was compiled without CnnGenProfile: its calls were not measured.");
        var passes = new List<double[]>();
        var totals = new List<double>();
        var peaks = new List<double>();
        long begin = Stopwatch.GetTimestamp();
        while (totals.Count < LeastPasses || Stopwatch.GetElapsedTime(begin) < Duration)
        {
            long start = Stopwatch.GetTimestamp();
            pass();
            totals.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            passes.Add([.. times.Calls.Select((_, call) => times.Microseconds(call))]);
            start = Stopwatch.GetTimestamp();
            FmaPeak.Run(FmaPeak.RoundsFor(PeakMultiplyAdds), 0.999f, 1e-6f);
            peaks.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return new(
            times.Calls, [.. times.Calls.Select((_, call) => Stopclock.Median([.. passes.Select(pass => pass[call])]))],
            Stopclock.Median([.. totals]), 2e-3 * PeakMultiplyAdds / peaks.Min());
    }
}
