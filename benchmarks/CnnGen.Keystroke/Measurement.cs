namespace CnnGen.Keystroke;

/// <summary>What one keystroke took, in milliseconds.</summary>
/// <param name="Generator">The driver's run.</param>
/// <param name="Analyzer">The analyzer's own time.</param>
/// <param name="Wait">From the keystroke until the diagnostics are there, with what the compiler does for any analyzer.</param>
internal readonly record struct Times(double Generator, double Analyzer, double Wait);

/// <summary>Medians of keystrokes, and the 95th percentile of generator and analyzer together.</summary>
/// <param name="Reasons">Which of the generator's steps gave something new at each keystroke, and for how many networks.</param>
internal sealed record Measurement(Times Median, double Together, double Slow, string Reasons)
{
    public static Measurement Of(IReadOnlyList<Times> times, string reasons) => new(
        new(
            Quantile(times, time => time.Generator, 0.5),
            Quantile(times, time => time.Analyzer, 0.5),
            Quantile(times, time => time.Wait, 0.5)),
        Quantile(times, time => time.Generator + time.Analyzer, 0.5),
        Quantile(times, time => time.Generator + time.Analyzer, 0.95),
        reasons);

    private static double Quantile(IEnumerable<Times> times, Func<Times, double> value, double part)
    {
        double[] sorted = [.. times.Select(value).Order()];
        return sorted[(int)(part * (sorted.Length - 1) + 0.5)];
    }
}
