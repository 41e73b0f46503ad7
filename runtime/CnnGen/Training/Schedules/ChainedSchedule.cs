using System.Globalization;

namespace CnnGen;

/// <summary>One schedule after another. Both hear of metrics, whose turn it is or not.</summary>
internal sealed class ChainedSchedule(Schedule first, long steps, Schedule next) : Schedule
{
    /// <inheritdoc/>
    public override string Name => Text($"{first}, after {steps} {next}");

    /// <summary>The length of the first one's, and both.</summary>
    public override string State
    {
        get => first.State + next.State is "" ? "" : Text($"{first.State.Length}:{first.State}{next.State}");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value == "")
            {
                (first.State, next.State) = ("", "");
                return;
            }

            int colon = value.IndexOf(':', StringComparison.Ordinal);
            int length = -1;
            bool isRight = colon > 0 && int.TryParse(value.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out length)
                && length < value.Length - colon;
            RequireText(isRight, "those of two schedules", value);
            string states = value[(colon + 1)..];
            (first.State, next.State) = (states[..length], states[length..]);
        }
    }

    /// <inheritdoc/>
    public override float At(long step) => step < steps ? first.At(step) : next.At(step - steps);

    /// <inheritdoc/>
    public override void Observe(double metric)
    {
        first.Observe(metric);
        next.Observe(metric);
    }
}
