using CnnGen.Runtime;

namespace CnnGen;

/// <summary>What a trainer knows beyond its network's parameters, and how a checkpoint keeps it.</summary>
internal sealed class TrainerState(
    TrainingPass pass, Optimizer optimizer, OptimizerStep step, ParameterSettings settings, GradientSum sum, AverageStep average)
{
    private const string Prefix = "cnngen.";
    private const string OptimizerKey = Prefix + "optimizer";
    private const string StepKey = Prefix + "optimizer.step";
    private const string MissedKey = Prefix + "optimizer.missed/";
    private const string RateKey = Prefix + "optimizer.learningRate";
    private const string LimitKey = Prefix + "maxGradientNorm";
    private const string SeedKey = Prefix + "random.seed";
    private const string PassKey = Prefix + "random.pass";
    private const string AccumulatedKey = Prefix + "accumulated";
    private const string DecayKey = Prefix + "average.decay";
    private const string UpdatesKey = Prefix + "average.updates";

    /// <summary>The pass over the network.</summary>
    public TrainingPass Pass => pass;

    /// <summary>As the trainer's.</summary>
    public float MaxGradientNorm { get; set; }

    /// <summary>Writes all but the sections.</summary>
    public void Write(CheckpointText text)
    {
        text.Set(OptimizerKey, optimizer.GetType().Name);
        text.Set(StepKey, step.Step);
        for (int i = 0; i < step.Missed.Length; i++)
        {
            if (step.Missed[i] > 0)
            {
                text.Set(MissedKey + settings.Parameters[i].Name, step.Missed[i]);
            }
        }

        text.Set(RateKey, optimizer.LearningRate);
        foreach ((string name, double value) in optimizer.Constants)
        {
            text.Set($"{OptimizerKey}.{name}", value);
        }

        text.Set(LimitKey, MaxGradientNorm);
        text.Set(SeedKey, pass.Seed);
        text.Set(PassKey, pass.PassNumber);
        if (sum.IsPending)
        {
            text.Set(AccumulatedKey, sum.Weight);
        }

        if (average.Settings is { } averaging)
        {
            text.Set(DecayKey, averaging.Decay);
            text.Set(UpdatesKey, average.Updates);
        }

        SettingsText.Write(text, settings);
    }

    /// <summary>Checks all but the sections; what it returns applies it and cannot fail.</summary>
    /// <exception cref="InvalidDataException">It does not fit.</exception>
    public Action Read(CheckpointText text)
    {
        CheckOptimizer(text);
        CheckAverage(text);
        int steps = text.Integer(StepKey);
        int[] missed =
        [
            .. settings.Parameters.Select(parameter => text.Has(MissedKey + parameter.Name) ? text.Integer(MissedKey + parameter.Name) : 0),
        ];
        float rate = (float)text.Number(RateKey);
        float limit = (float)text.Number(LimitKey);
        (int seed, int number) = (text.Integer(SeedKey), text.Integer(PassKey));
        bool isPending = text.Has(AccumulatedKey);
        double accumulated = isPending ? text.Number(AccumulatedKey) : 0;
        int updates = average.Settings is null ? 0 : text.Integer(UpdatesKey);
        ParameterSetting[] each = SettingsText.Read(text, settings);
        return () =>
        {
            (optimizer.LearningRate, MaxGradientNorm, pass.Seed, pass.PassNumber) = (rate, limit, seed, number);
            step.Restore(steps, missed);
            sum.Restore(isPending, accumulated);
            average.Updates = updates;
            for (int i = 0; i < each.Length; i++)
            {
                settings[i] = each[i];
            }
        };
    }

    /// <summary>The sections that a checkpoint with such a header has.</summary>
    public IEnumerable<CheckpointSection> Sections(CheckpointText text)
    {
        for (int i = 0; i < optimizer.StateCount; i++)
        {
            int index = i;
            yield return new CheckpointSection(
                $"state/{optimizer.StateNames[i]}/",
                (start, values) => step.ReadState(index, start, values),
                (start, values) => step.WriteState(index, start, values));
        }

        if (text.Has(AccumulatedKey))
        {
            yield return new CheckpointSection(
                "gradient/",
                (start, values) => pass.PackedGradients.Slice(start, values.Length).CopyTo(values),
                (start, values) => values.CopyTo(pass.PackedGradients[start..]));
        }

        if (text.Has(DecayKey))
        {
            yield return new CheckpointSection(
                "average/",
                (start, values) => average.Values.AsSpan(start, values.Length).CopyTo(values),
                (start, values) => values.CopyTo(average.Values.AsSpan(start)));
        }
    }

    private void CheckOptimizer(CheckpointText text)
    {
        string expected = optimizer.GetType().Name;
        if (text.Text(OptimizerKey) is var found && found != expected)
        {
            throw new InvalidDataException(
                $"expected the state of {expected}, the optimizer of this trainer, found that of {SafetensorsTensor.Printable(found)}");
        }

        foreach ((string name, double value) in optimizer.Constants)
        {
            double saved = text.Number($"{OptimizerKey}.{name}");
            if (saved != value)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"expected the state of {expected} with {name} = {value}, found {saved}; make the optimizer with {name}: {saved}"));
            }
        }
    }

    private void CheckAverage(CheckpointText text)
    {
        double? saved = text.Has(DecayKey) ? text.Number(DecayKey) : null;
        if (saved != average.Settings?.Decay)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"expected {Describe(average.Settings?.Decay)}, found {Describe(saved)}; set the trainer's Average before loading"));
        }

        static string Describe(double? decay) =>
            decay is { } given ? FormattableString.Invariant($"a weight average with decay {given}") : "no weight average";
    }
}
