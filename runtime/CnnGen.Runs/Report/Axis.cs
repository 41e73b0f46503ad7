using System.Globalization;

namespace CnnGen.Runs;

/// <summary>An axis of a chart, linear or logarithmic, with round numbers along it.</summary>
internal sealed class Axis
{
    private const int WantedTicks = 5;
    private readonly double _from;
    private readonly double _to;
    private readonly bool _isLogarithmic;

    /// <summary>An axis that holds all values; of a logarithmic one those above zero.</summary>
    public Axis(IEnumerable<double> values, bool isLogarithmic = false)
    {
        _isLogarithmic = isLogarithmic;
        double[] shown = [.. values.Select(Scale).Where(double.IsFinite)];
        (_from, _to) = shown.Length == 0 ? (0, 1) : (shown.Min(), shown.Max());
        if (_to - _from < 1e-9 * Math.Max(1, Math.Abs(_to)))
        {
            (_from, _to) = (_from - 0.5, _to + 0.5);
        }

        Ticks = [.. isLogarithmic ? Decades() : Rounded(_from, _to)];
        if (isLogarithmic && Ticks.Count < 2)
        {
            Ticks = [.. Rounded(Math.Pow(10, _from), Math.Pow(10, _to))];
        }
    }

    /// <summary>The values that are marked.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>From 0, the axis' beginning, to 1; not finite for what cannot be shown.</summary>
    public double Place(double value) => (Scale(value) - _from) / (_to - _from);

    /// <summary>A tick's label.</summary>
    public static string Label(double tick) =>
        tick.ToString(tick == 0 || Math.Abs(tick) >= 1e-6 ? "0.######" : "0e0", CultureInfo.InvariantCulture);

    private double Scale(double value) => _isLogarithmic ? Math.Log10(value) : value;

    private static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * (least / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    private static IEnumerable<double> Rounded(double from, double to)
    {
        double step = Step((to - from) / WantedTicks);
        for (double number = Math.Ceiling(from / step); number * step <= to + 1e-9 * step; number++)
        {
            yield return number * step + 0.0; // not -0
        }
    }

    private IEnumerable<double> Decades()
    {
        int every = Math.Max(1, (int)Math.Ceiling((_to - _from) / 8));
        for (double power = Math.Ceiling(_from); power <= _to; power += every)
        {
            yield return Math.Pow(10, power);
        }
    }
}
