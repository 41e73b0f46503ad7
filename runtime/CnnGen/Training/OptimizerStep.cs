using CnnGen.Runtime;

namespace CnnGen;

/// <summary>One trainer's use of an optimizer: its memory, and the update split over a team.</summary>
internal sealed class OptimizerStep(Optimizer optimizer, TrainingPass pass, ParameterSettings settings) : ParallelWork
{
    private readonly float[] _state =
        new float[checked(Panels.RoundUp(pass.PackedParameters.Length) * optimizer.StateCount)];

    private readonly int[] _missed = new int[settings.Parameters.Count];
    private UpdateBlock[] _blocks = UpdateBlock.Whole(pass.PackedParameters.Length);
    private int _settingsVersion = settings.Version;
    private float _gradientScale;

    /// <summary>Updates so far.</summary>
    public int Step { get; private set; }

    /// <summary>How many of them each parameter missed, because it was frozen: like PyTorch's, a parameter counts its own steps.</summary>
    public ReadOnlySpan<int> Missed => _missed;

    /// <summary>Updates all parameters from the gradients of the last backward pass, which are multiplied by a number first.</summary>
    public void Update(ThreadTeam team, float gradientScale)
    {
        if (_settingsVersion != settings.Version)
        {
            _blocks = UpdateBlock.Of(settings, _missed, pass);
            _settingsVersion = settings.Version;
        }

        pass.Begin();
        try
        {
            Step++;
            _gradientScale = gradientScale;
            team.Run(this, step: 0, _blocks.Length);
            for (int i = 0; i < _missed.Length; i++)
            {
                _missed[i] += settings[i].IsFrozen ? 1 : 0;
            }
        }
        finally
        {
            pass.End(hasChanged: true);
        }
    }

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        foreach (UpdateBlock block in _blocks.AsSpan(begin, end - begin))
        {
            double rate = (double)optimizer.LearningRate * block.RateScale;
            var update = new UpdateSettings(Step - block.Missed, rate, block.WeightDecay, _gradientScale);
            optimizer.Update(
                update,
                pass.PackedParameters[block.Begin..block.End],
                pass.PackedGradients[block.Begin..block.End],
                _state.AsSpan(block.Begin * optimizer.StateCount));
        }
    }

    /// <summary>Goes on from another number of updates.</summary>
    public void Restore(int step, ReadOnlySpan<int> missed)
    {
        Step = step;
        missed.CopyTo(_missed);
        _settingsVersion = -1;
    }

    /// <summary>
    /// One of the numbers that the optimizer remembers for each parameter, of packed parameters from <paramref name="start"/> on.
    /// </summary>
    public void ReadState(int index, int start, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _state[StateAt(index, start + i)];
        }
    }

    /// <summary>The same to be written.</summary>
    public void WriteState(int index, int start, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _state[StateAt(index, start + i)] = values[i];
        }
    }

    /// <summary>For eight parameters at a time, the numbers of each kind follow one another.</summary>
    private int StateAt(int index, int parameter) =>
        (parameter / Panels.Block * optimizer.StateCount + index) * Panels.Block + parameter % Panels.Block;
}

/// <summary>Packed parameters that are updated alike, at most a block of them.</summary>
internal readonly record struct UpdateBlock(int Begin, int End, float RateScale, float? WeightDecay, int Missed)
{
    /// <summary>All parameters alike.</summary>
    public static UpdateBlock[] Whole(int length) => [.. Cut(0, length, ParameterSetting.Default, missed: 0)];

    /// <summary>Each parameter as it is set; frozen ones in no block.</summary>
    public static UpdateBlock[] Of(ParameterSettings settings, ReadOnlySpan<int> missed, TrainingPass pass)
    {
        var blocks = new List<UpdateBlock>();
        WeightEntry[] entries = pass.Store.Layout.Entries;
        IEnumerable<int> trainable = Enumerable.Range(0, entries.Length).Where(i => settings.Parameters[i].IsTrainable);
        int[] order = [.. trainable.OrderBy(i => entries[i].Packed)];
        for (int i = 0; i < order.Length;)
        {
            int first = i;
            (ParameterSetting setting, int missedByAll) = (settings[order[first]], missed[order[first]]);
            while (i < order.Length && settings[order[i]] == setting && missed[order[i]] == missedByAll)
            {
                i++;
            }

            int end = i < order.Length ? entries[order[i]].Packed : pass.PackedParameters.Length;
            blocks.AddRange(setting.IsFrozen ? [] : Cut(entries[order[first]].Packed, end, setting, missedByAll));
        }

        return [.. blocks];
    }

    private static IEnumerable<UpdateBlock> Cut(int begin, int end, ParameterSetting setting, int missed)
    {
        for (; begin < end; begin += Blocks.Length)
        {
            int last = Math.Min(begin + Blocks.Length, end);
            yield return new UpdateBlock(begin, last, setting.LearningRateScale, setting.WeightDecay, missed);
        }
    }
}
