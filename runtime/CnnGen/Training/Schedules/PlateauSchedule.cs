using System.Globalization;

namespace CnnGen;

/// <summary>
/// A learning rate that is multiplied by a factor whenever a metric has not become better for a while;
/// <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>. <see cref="Observe"/> is to be called once an epoch.
/// </summary>
public sealed class PlateauSchedule : Schedule
{
    // As PyTorch: a smaller fall is none.
    private const double SmallestFall = 1e-8;

    private readonly double _factor;
    private readonly int _patience;
    private readonly double _threshold;
    private readonly int _cooldown;
    private readonly double _smallest;
    private readonly bool _isHigherBetter;
    private double _rate;
    private double _best;
    private int _bad;
    private int _cooling;

    /// <summary>A schedule that begins with a learning rate.</summary>
    /// <param name="learningRate">The first one.</param>
    /// <param name="factor">What it is multiplied by, below 1.</param>
    /// <param name="patience">So many metrics in a row may be no better before it falls.</param>
    /// <param name="threshold">The share of the best metric by which a better one must differ.</param>
    /// <param name="cooldown">Metrics after a fall that do not count.</param>
    /// <param name="smallestLearningRate">It never falls below this.</param>
    /// <param name="isHigherBetter">For an accuracy; false for a loss.</param>
    public PlateauSchedule(
        double learningRate, double factor = 0.1, int patience = 10, double threshold = 1e-4, int cooldown = 0,
        double smallestLearningRate = 0, bool isHigherBetter = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(cooldown);
        _rate = Settings.NotNegative(learningRate);
        _factor = Settings.Fraction(factor);
        _threshold = Settings.NotNegative(threshold);
        _smallest = Settings.NotNegative(smallestLearningRate);
        (_patience, _cooldown, _isHigherBetter) = (patience, cooldown, isHigherBetter);
        _best = isHigherBetter ? double.NegativeInfinity : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override string Name => Text($"plateau {_rate}, × {_factor} after {_patience} metrics that are no better");

    /// <summary>Learning rate, best metric, metrics since then, metrics that will not count.</summary>
    public override string State
    {
        get => string.Create(CultureInfo.InvariantCulture, $"{_rate:R} {_best:R} {_bad} {_cooling}");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (double rate, double best, int bad, int cooling) = (0, 0, 0, 0);
            bool isRight = value.Split(' ') is [var first, var second, var third, var fourth]
                && double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out rate) && rate >= 0 && double.IsFinite(rate)
                && double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out best)
                && int.TryParse(third, NumberStyles.None, CultureInfo.InvariantCulture, out bad)
                && int.TryParse(fourth, NumberStyles.None, CultureInfo.InvariantCulture, out cooling);
            RequireText(isRight, "four numbers of a plateau", value);
            (_rate, _best, _bad, _cooling) = (rate, best, bad, cooling);
        }
    }

    /// <summary>The learning rate as it is now, whatever the step.</summary>
    public override float At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return (float)_rate;
    }

    /// <inheritdoc/>
    public override void Observe(double metric)
    {
        bool isBetter = _isHigherBetter ? metric > _best * (1 + _threshold) : metric < _best * (1 - _threshold);
        (_best, _bad) = isBetter ? (metric, 0) : (_best, _bad + 1);
        if (_cooling > 0)
        {
            (_cooling, _bad) = (_cooling - 1, 0);
        }

        if (_bad > _patience)
        {
            double rate = Math.Max(_rate * _factor, _smallest);
            _rate = _rate - rate > SmallestFall ? rate : _rate;
            (_cooling, _bad) = (_cooldown, 0);
        }
    }
}
