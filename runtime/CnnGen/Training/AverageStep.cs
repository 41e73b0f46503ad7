using CnnGen.Runtime;

namespace CnnGen;

/// <summary>One trainer's average of its weights.</summary>
internal sealed class AverageStep(TrainingPass pass, ThreadTeam team) : ParallelWork
{
    private WeightAverage? _settings;

    /// <summary>Null: there is none. Another one begins anew.</summary>
    public WeightAverage? Settings
    {
        get => _settings;
        set
        {
            if (!ReferenceEquals(_settings, value))
            {
                (_settings, Updates) = (value, 0);
                Values = value is null ? [] : new float[pass.PackedParameters.Length];
            }
        }
    }

    /// <summary>Updates so far.</summary>
    public int Updates { get; set; }

    /// <summary>The average in kernel order.</summary>
    public float[] Values { get; private set; } = [];

    /// <summary>Takes in the weights as they are after an update.</summary>
    public void Update()
    {
        if (Settings is not null)
        {
            team.Run(this, step: 0, Blocks.Count(Values.Length));
            Updates++;
        }
    }

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        (int start, int length) = Blocks.Range(begin, end, Values.Length);
        ReadOnlySpan<float> weights = pass.PackedParameters.Slice(start, length);
        Span<float> average = Values.AsSpan(start, length);
        if (Updates == 0)
        {
            weights.CopyTo(average);
            return;
        }

        double decay = Settings!.Decay;
        var work = new Blend(weights, (float)(1 - decay), average, (float)decay);
        Octets.Run(ref work);
    }

    /// <summary>The averaged parameters, and the buffers as they are, in PyTorch's order.</summary>
    public float[] Unpack(IReadOnlyList<ParameterInfo> parameters)
    {
        WeightLayout layout = pass.Store.Layout;
        float[] values = new float[layout.Length];
        using HeldWeights held = pass.Store.Hold();
        foreach (ParameterInfo parameter in parameters)
        {
            int position = parameter.Offset;
            if (parameter.IsTrainable)
            {
                layout.EntryAt(parameter.Offset).Unpack(Values, values.AsSpan(position, parameter.Length));
            }
            else
            {
                held.Read(parameter, piece =>
                {
                    piece.CopyTo(values.AsSpan(position));
                    position += piece.Length;
                });
            }
        }

        return values;
    }
}
