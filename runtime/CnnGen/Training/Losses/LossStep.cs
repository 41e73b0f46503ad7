using CnnGen.Runtime;

namespace CnnGen;

/// <summary>One trainer's use of a loss: the targets of the batch, and the samples split over a team.</summary>
internal sealed class LossStep : ParallelWork
{
    // Below this many outputs a batch is done before another thread would have begun.
    private const int LengthWorthSplitting = 1 << 14;

    private readonly TrainingPass _pass;
    private readonly LossPart[] _parts;
    private readonly int _outputs;
    private readonly double[] _losses;
    private readonly double[] _weights;
    private readonly float[] _scales;
    private LossLabels? _layout;
    private int[] _labels = [];
    private float[] _targets = [];
    private bool _hasLabels;
    private int _perSample;

    public LossStep(Loss loss, TrainingPass pass, NetworkInfo network)
    {
        (_pass, _parts) = (pass, [.. loss.Parts(network)]);
        _outputs = network.Outputs.Sum(output => output.Length);
        _losses = new double[checked(pass.BatchSize * _parts.Length)];
        _weights = new double[_parts.Length];
        _scales = new float[_parts.Length];
    }

    /// <summary>
    /// What the samples of the last <see cref="Compute"/> weigh in a mean over more of them: their number, or what the first output's
    /// loss makes of it.
    /// </summary>
    public double Weight { get; private set; }

    /// <summary>Checks and takes the labels of <paramref name="count"/> samples; a refused call changes nothing.</summary>
    public void Accept(ReadOnlySpan<int> labels, int count)
    {
        _layout ??= new LossLabels(_parts);
        int perSample = _layout.Check(labels, count);
        labels.CopyTo(Reserve(ref _labels, _layout.OfAll));
        (_hasLabels, _perSample) = (true, perSample);
    }

    /// <summary>Checks and takes the targets of <paramref name="count"/> samples; a refused call changes nothing.</summary>
    public void Accept(ReadOnlySpan<float> targets, int count)
    {
        foreach (LossPart part in _parts)
        {
            _ = part.Loss.TermsPerSample(part.Shape);
        }

        if (targets.Length != (long)count * _outputs)
        {
            throw new ArgumentException(
                $"expected {(long)count * _outputs} targets for {count} samples ({_outputs} each), found {targets.Length}");
        }

        targets.CopyTo(Reserve(ref _targets, _outputs));
        (_hasLabels, _perSample) = (false, _outputs);
    }

    /// <summary>The mean loss of the outputs of the last forward pass; fills the pass's output gradients.</summary>
    public float Compute(ThreadTeam team, int count)
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            double total = 0;
            for (int sample = 0; sample < count; sample++)
            {
                total += _parts[part].Loss.WeightOf(_parts[part].Shape, Targets(part, sample));
            }

            _weights[part] = total == 0 ? 0 : _parts[part].Weight / total;
            _scales[part] = (float)_weights[part];
            Weight = part > 0 ? Weight : total / _parts[part].Loss.TermsPerSample(_parts[part].Shape);
        }

        if ((long)count * _outputs < LengthWorthSplitting)
        {
            Run(step: 0, 0, count);
        }
        else
        {
            team.Run(this, step: 0, count);
        }

        return (float)Sum(count);
    }

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        var work = new Samples(this, begin, end);
        Octets.Run(ref work);
    }

    /// <summary>In order: the sum does not depend on who computed which sample.</summary>
    private double Sum(int count)
    {
        double loss = 0;
        for (int part = 0; part < _parts.Length; part++)
        {
            double sum = 0;
            for (int sample = 0; sample < count; sample++)
            {
                sum += _losses[sample * _parts.Length + part];
            }

            loss += sum * _weights[part];
        }

        return loss;
    }

    private SampleTargets Targets(int part, int sample)
    {
        if (!_hasLabels)
        {
            return new SampleTargets(_targets.AsSpan(sample * _perSample + _parts[part].Offset, _parts[part].Shape.Length));
        }

        (int start, int count) = _layout!.Of(part, _perSample);
        return new SampleTargets(_labels.AsSpan(sample * _perSample + start, count));
    }

    private void Run<V, F8>(int begin, int end)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            for (int part = 0; part < _parts.Length; part++)
            {
                (SingleLoss loss, OutputShape shape, int offset, _) = _parts[part];
                int start = sample * _outputs + offset;
                Span<float> gradients = _pass.OutputGradients.Slice(start, shape.Length);
                _losses[sample * _parts.Length + part] = loss.Sample<V, F8>(
                    shape, _pass.Outputs.Slice(start, shape.Length), Targets(part, sample), gradients, _scales[part]);
                Subnormals<V, F8>.ToZero(gradients);
            }
        }
    }

    private T[] Reserve<T>(ref T[] buffer, int perSample)
    {
        if (buffer.Length == 0)
        {
            buffer = new T[checked(_pass.BatchSize * perSample)];
        }

        return buffer;
    }

    private readonly struct Samples(LossStep step, int begin, int end) : IOctetWork
    {
        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct => step.Run<V, F8>(begin, end);
    }
}
