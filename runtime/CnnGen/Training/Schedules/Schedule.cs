using System.Globalization;

namespace CnnGen;

/// <summary>
/// The learning rate of each step: <c>optimizer.LearningRate = schedule.At(step)</c> before it. Most schedules are functions of the
/// step's number alone, so that nothing needs to be remembered; <see cref="PlateauSchedule"/> also learns of a metric. A step is
/// whatever the caller counts: updates or epochs.
/// </summary>
public abstract class Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>The learning rate of a step, counted from 0; beyond the last step that of the last one.</summary>
    public abstract float At(long step);

    /// <summary>What it is, with its numbers, for people: <c>polynomial 0.1 → 0 over 100, power 2</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is to be kept to go on with it later, beside the step's number; empty where that is all.</summary>
    /// <exception cref="ArgumentException">The text is not that of such a schedule.</exception>
    public virtual string State
    {
        get => "";
        set => RequireText(value == "", "nothing", value);
    }

    /// <summary>Tells of a metric, such as the validation's loss; only schedules that follow one listen.</summary>
    public virtual void Observe(double metric)
    {
    }

    /// <summary>Always the same.</summary>
    public static Schedule Constant(double learningRate)
    {
        Settings.NotNegative(learningRate);
        return new FunctionSchedule(Text($"constant {learningRate}"), _ => learningRate);
    }

    /// <summary>A straight line over so many steps; <c>torch.optim.lr_scheduler.LinearLR</c>.</summary>
    /// <param name="learningRate">The first step's.</param>
    /// <param name="finalLearningRate">That of step <paramref name="steps"/> and all later ones.</param>
    /// <param name="steps">How many steps the line takes.</param>
    public static Schedule Linear(double learningRate, double finalLearningRate, long steps)
    {
        Settings.NotNegative(learningRate);
        Settings.NotNegative(finalLearningRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        return new FunctionSchedule(
            Text($"linear {learningRate} → {finalLearningRate} over {steps}"),
            step => learningRate + (finalLearningRate - learningRate) * Progress(step, steps));
    }

    /// <summary>Multiplied by a factor every so many steps; <c>StepLR</c>.</summary>
    /// <param name="learningRate">The first one.</param>
    /// <param name="every">Steps from one fall to the next.</param>
    /// <param name="factor">What it is multiplied by.</param>
    public static Schedule Step(double learningRate, long every, double factor = 0.1)
    {
        Settings.NotNegative(learningRate);
        Settings.NotNegative(factor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        return new FunctionSchedule(
            Text($"step {learningRate}, × {factor} every {every}"), step => learningRate * Math.Pow(factor, step / every));
    }

    /// <summary>Multiplied by a factor at each of some steps; <c>MultiStepLR</c>.</summary>
    /// <param name="learningRate">The first one.</param>
    /// <param name="milestones">The steps at which it falls.</param>
    /// <param name="factor">What it is multiplied by.</param>
    public static Schedule Milestones(double learningRate, IReadOnlyList<long> milestones, double factor = 0.1)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        Settings.NotNegative(learningRate);
        Settings.NotNegative(factor);
        long[] at = [.. milestones];
        return new FunctionSchedule(
            Text($"step {learningRate}, × {factor} at {string.Join(", ", at)}"),
            step => learningRate * Math.Pow(factor, at.Count(milestone => step >= milestone)));
    }

    /// <summary>A linear rise during a warm-up, then half a cosine; <c>CosineAnnealingLR</c>.</summary>
    /// <inheritdoc cref="CosineSchedule(double, long, double, long)"/>
    public static CosineSchedule Cosine(double learningRate, long steps, double finalLearningRate = 0, long warmUpSteps = 0) =>
        new(learningRate, steps, finalLearningRate, warmUpSteps);

    /// <summary>
    /// Up along half a cosine to a peak, and down along a longer one to almost nothing (Smith and Topin, "Super-Convergence", 2017);
    /// <c>OneCycleLR</c> with its defaults, momentum left as it is.
    /// </summary>
    /// <param name="peak">The highest learning rate.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="riseShare">The share of the steps that rise; between 0 and 1.</param>
    /// <param name="startDivisor">The first learning rate is the peak divided by it.</param>
    /// <param name="finalDivisor">The last one is the first divided by it.</param>
    public static Schedule OneCycle(double peak, long steps, double riseShare = 0.3, double startDivisor = 25, double finalDivisor = 1e4)
    {
        Settings.NotNegative(peak);
        Settings.Share(riseShare);
        Settings.Positive(startDivisor);
        Settings.Positive(finalDivisor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        double first = peak / startDivisor;
        double last = first / finalDivisor;
        double top = riseShare * steps - 1;
        return new FunctionSchedule(Text($"one cycle {first} → {peak} → {last} over {steps}"), step =>
        {
            double at = Math.Min(step, steps - 1);
            return at <= top
                ? HalfCosine(first, peak, top > 0 ? at / top : 1)
                : HalfCosine(peak, last, (at - top) / (steps - 1 - top));
        });
    }

    /// <summary>(1 − step / steps) to a power; <c>PolynomialLR</c>.</summary>
    /// <param name="learningRate">The first step's.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="power">1 is a straight line.</param>
    /// <param name="finalLearningRate">What it falls to.</param>
    public static Schedule Polynomial(double learningRate, long steps, double power = 1, double finalLearningRate = 0)
    {
        Settings.NotNegative(learningRate);
        Settings.NotNegative(power);
        Settings.NotNegative(finalLearningRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        return new FunctionSchedule(
            Text($"polynomial {learningRate} → {finalLearningRate} over {steps}, power {power}"),
            step => finalLearningRate + (learningRate - finalLearningRate) * Math.Pow(1 - Progress(step, steps), power));
    }

    /// <summary>Multiplied by a factor whenever a metric has not become better for a while; <c>ReduceLROnPlateau</c>.</summary>
    /// <inheritdoc cref="PlateauSchedule(double, double, int, double, int, double, bool)"/>
    public static PlateauSchedule Plateau(
        double learningRate, double factor = 0.1, int patience = 10, double threshold = 1e-4, int cooldown = 0,
        double smallestLearningRate = 0, bool isHigherBetter = false) =>
        new(learningRate, factor, patience, threshold, cooldown, smallestLearningRate, isHigherBetter);

    /// <summary>This one for so many steps, then another one from its own step 0 on; <c>SequentialLR</c>.</summary>
    public Schedule Then(long steps, Schedule next)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return new ChainedSchedule(this, steps, next);
    }

    /// <summary>A linear rise to this one's first learning rate before it begins; step n of the rise has (n + 1) / steps of it.</summary>
    public Schedule AfterWarmUp(long steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        double first = At(0);
        return new FunctionSchedule(Text($"warm-up over {steps}"), step => first * Math.Min(step + 1, steps) / steps).Then(steps, this);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    private protected static double HalfCosine(double from, double to, double progress) =>
        to + (from - to) * 0.5 * (1 + Math.Cos(Math.PI * progress));

    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private protected static void RequireText(bool isRight, string expected, string found)
    {
        if (!isRight)
        {
            throw new ArgumentException($"state of a schedule: expected {expected}, found '{found}'", nameof(State));
        }
    }

    private static double Progress(long step, long steps) => (double)Math.Min(step, steps) / steps;
}
