using System.Globalization;

namespace CnnGen.Runs;

/// <summary>What a run tells: a line an epoch, and on a terminal a line about the epoch under way that changes in place.</summary>
internal sealed class RunDisplay(TextWriter? output, int epochs)
{
    private readonly LiveLine? _live = output is null ? new LiveLine() : null;

    /// <summary>A line of its own.</summary>
    public void Write(FormattableString text)
    {
        _live?.Clear();
        (output ?? Console.Out).WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The epoch under way.</summary>
    public void Progress(int epoch, double share, double loss, double rate, double secondsLeft) => _live?.Show(
        $"epoch {epoch,2}/{epochs}  {Bar(share)} {share,4:0 %}  loss {loss:0.0000}  {rate,7:0} samples/s  {Time(secondsLeft)} left");

    /// <summary>Instead of progress, while validation samples are predicted.</summary>
    public void Validating(int epoch) => _live?.Show($"epoch {epoch,2}/{epochs}  validation");

    /// <summary>An epoch that is done.</summary>
    public void Epoch(EpochRecord record, bool hasMasks, int samples, bool isBest, double secondsLeft)
    {
        (string measure, double reached) = hasMasks ? ("mean IoU", record.MeanOverlap) : ("accuracy", record.Accuracy);
        double rate = samples / record.Seconds;
        string star = isBest ? " *" : "  ";
        string times = $"{Time(record.Seconds)}  {Time(secondsLeft)} left";
        string losses = string.Create(
            CultureInfo.InvariantCulture, $"loss {record.TrainingLoss:0.0000}  validation {record.ValidationLoss:0.0000}");
        Write($"epoch {record.Epoch,2}/{epochs}  {losses}  {measure} {reached:0.0000}{star} {rate,7:0} samples/s  {times}");
    }

    /// <summary>Takes the changing line away.</summary>
    public void Clear() => _live?.Clear();

    /// <summary>For example <c>   12.3 s</c>, <c>12:34 min</c>, <c>1:23 h</c>.</summary>
    internal static string Time(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{Short(seconds),7}");

    private static string Short(double seconds) => seconds switch
    {
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 6000 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };

    private static string Bar(double share)
    {
        const int Width = 20;
        int full = (int)(share * Width);
        return $"[{new string('=', full)}{new string(' ', Width - full)}]";
    }
}
