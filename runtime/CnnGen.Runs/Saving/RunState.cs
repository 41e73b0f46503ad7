using System.Globalization;

namespace CnnGen.Runs;

/// <summary>How far a run is. Together with the trainer's state it decides all that follows.</summary>
internal sealed class RunState
{
    /// <summary>The epoch under way, counted from 0.</summary>
    public int Epoch { get; private set; }

    /// <summary>The next batch of that epoch.</summary>
    public int Batch { get; private set; }

    /// <summary>Steps so far.</summary>
    public int Step { get; private set; }

    /// <summary>The losses of the epoch's samples so far, added up.</summary>
    public double LossSum { get; private set; }

    /// <summary>The epoch's samples so far.</summary>
    public int Samples { get; private set; }

    /// <summary>The time of the epoch so far, until the last checkpoint.</summary>
    public double Seconds { get; set; }

    /// <summary>After an epoch's last step: the norm of its gradients, then those of each weight tensor.</summary>
    public double[] GradientNorms { get; set; } = [];

    /// <summary>The best epoch's number, from 1 on; 0: none yet.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>What the best epoch reached.</summary>
    public double BestValue { get; private set; } = double.NegativeInfinity;

    /// <summary>The epochs that are done.</summary>
    public List<EpochRecord> History { get; } = [];

    /// <summary>The mean loss of the epoch's samples so far.</summary>
    public double MeanLoss => LossSum / Samples;

    /// <summary>Counts a step.</summary>
    public void Add(int samples, double loss)
    {
        LossSum += loss * samples;
        Samples += samples;
        Batch++;
        Step++;
    }

    /// <summary>Ends an epoch; true if it is the best so far.</summary>
    public bool Add(EpochRecord record, double value)
    {
        bool isBest = value > BestValue || BestEpoch == 0;
        (BestEpoch, BestValue) = isBest ? (record.Epoch, value) : (BestEpoch, BestValue);
        History.Add(record);
        (Epoch, Batch, LossSum, Samples, Seconds, GradientNorms) = (Epoch + 1, 0, 0, 0, 0, []);
        return isBest;
    }

    /// <summary>All of it as text, every bit.</summary>
    public Dictionary<string, string> ToNotes(RunLog log) => new()
    {
        ["run.epoch"] = Text(Epoch),
        ["run.batch"] = Text(Batch),
        ["run.step"] = Text(Step),
        ["run.loss_sum"] = Text(LossSum),
        ["run.samples"] = Text(Samples),
        ["run.seconds"] = Text(Seconds),
        ["run.gradient_norms"] = string.Join(' ', GradientNorms.Select(norm => Text(norm))),
        ["run.best_epoch"] = Text(BestEpoch),
        ["run.best_value"] = Text(BestValue),
        ["run.log"] = log.Format(History),
    };

    /// <summary>What <see cref="ToNotes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Something is missing or no number.</exception>
    public static RunState FromNotes(IReadOnlyDictionary<string, string> notes, RunLog log)
    {
        var state = new RunState
        {
            Epoch = Number<int>("run.epoch"),
            Batch = Number<int>("run.batch"),
            Step = Number<int>("run.step"),
            LossSum = Number<double>("run.loss_sum"),
            Samples = Number<int>("run.samples"),
            Seconds = Number<double>("run.seconds"),
            GradientNorms = Numbers("run.gradient_norms"),
            BestEpoch = Number<int>("run.best_epoch"),
            BestValue = Number<double>("run.best_value"),
        };
        state.History.AddRange(log.Parse(notes.GetValueOrDefault("run.log", "")));
        return state;

        TNumber Number<TNumber>(string name)
            where TNumber : ISpanParsable<TNumber> => Parse<TNumber>(name, notes.GetValueOrDefault(name));

        double[] Numbers(string name)
        {
            string[] texts = notes.GetValueOrDefault(name, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [.. texts.Select(text => Parse<double>(name, text))];
        }
    }

    private static TNumber Parse<TNumber>(string name, string? text)
        where TNumber : ISpanParsable<TNumber> => TNumber.TryParse(text, CultureInfo.InvariantCulture, out TNumber? value)
            ? value
            : throw new InvalidDataException($"expected a number for {name}, found {text ?? "nothing"}");

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
