namespace CnnGen.Keystroke;

/// <summary>What keystrokes took, in milliseconds: medians, and the 95th percentile of generator and analyzer together.</summary>
/// <param name="Reasons">Which of the generator's steps gave something new, over all keystrokes.</param>
internal sealed record Measurement(double Generator, double Analyzer, double Together, double Slow, string Reasons)
{
    public static Measurement Of(IReadOnlyList<(double Generator, double Analyzer)> times, string reasons) => new(
        Quantile(times.Select(time => time.Generator), 0.5),
        Quantile(times.Select(time => time.Analyzer), 0.5),
        Quantile(times.Select(time => time.Generator + time.Analyzer), 0.5),
        Quantile(times.Select(time => time.Generator + time.Analyzer), 0.95),
        reasons);

    private static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(part * (sorted.Length - 1) + 0.5)];
    }
}
