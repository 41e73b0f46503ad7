using CnnGen.Runtime;

namespace CnnGen;

/// <summary>One trainer's use of a loss: the targets of the batch, and the samples split over a team.</summary>
internal sealed class LossStep(Loss loss, TrainingPass pass, OutputShape shape) : ParallelWork
{
    // Below this many outputs a batch is done before another thread would have begun.
    private const int LengthWorthSplitting = 1 << 14;

    private readonly double[] _losses = new double[pass.BatchSize];
    private int[] _labels = [];
    private float[] _targets = [];
    private bool _hasLabels;
    private int _perSample;
    private int _terms;
    private float _scale;

    /// <summary>What the samples of the last <see cref="Compute"/> weigh in a mean over more of them.</summary>
    public double Weight { get; private set; }

    /// <summary>Checks and takes the labels of <paramref name="count"/> samples; a refused call changes nothing.</summary>
    public void Accept(ReadOnlySpan<int> labels, int count)
    {
        (int perSample, int limit) = loss.Labels(shape);
        CheckLength(labels.Length, count, perSample, "labels");
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)limit)
            {
                throw new ArgumentException($"label {labels[i]} at index {i} of {labels.Length}: expected 0 to {limit - 1}");
            }
        }

        labels.CopyTo(Reserve(ref _labels, perSample));
        (_hasLabels, _perSample, _terms) = (true, perSample, loss.TermsPerSample(shape));
    }

    /// <summary>Checks and takes the targets of <paramref name="count"/> samples; a refused call changes nothing.</summary>
    public void Accept(ReadOnlySpan<float> targets, int count)
    {
        int terms = loss.TermsPerSample(shape);
        CheckLength(targets.Length, count, shape.Length, "targets");
        targets.CopyTo(Reserve(ref _targets, shape.Length));
        (_hasLabels, _perSample, _terms) = (false, shape.Length, terms);
    }

    /// <summary>The mean loss of the outputs of the last forward pass; fills the pass's output gradients.</summary>
    public float Compute(ThreadTeam team, int count)
    {
        double weight = 1.0 / ((double)count * _terms);
        _scale = (float)weight;
        Weight = count;
        if ((long)count * shape.Length < LengthWorthSplitting)
        {
            Run(step: 0, 0, count);
        }
        else
        {
            team.Run(this, step: 0, count);
        }

        // In order: the sum does not depend on who computed which sample.
        double sum = 0;
        foreach (double sample in _losses.AsSpan(0, count))
        {
            sum += sample;
        }

        return (float)(sum * weight);
    }

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        var work = new Samples(this, begin, end);
        Octets.Run(ref work);
    }

    private void Run<V, F8>(int begin, int end)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            int start = sample * _perSample;
            SampleTargets targets = _hasLabels
                ? new SampleTargets(_labels.AsSpan(start, _perSample))
                : new SampleTargets(_targets.AsSpan(start, _perSample));
            int output = sample * shape.Length;
            Span<float> gradients = pass.OutputGradients.Slice(output, shape.Length);
            _losses[sample] = loss.Sample<V, F8>(shape, pass.Outputs.Slice(output, shape.Length), targets, gradients, _scale);
            Subnormals<V, F8>.ToZero(gradients);
        }
    }

    private T[] Reserve<T>(ref T[] buffer, int perSample)
    {
        if (buffer.Length == 0)
        {
            buffer = new T[checked(pass.BatchSize * perSample)];
        }

        return buffer;
    }

    private static void CheckLength(int found, int count, int perSample, string what)
    {
        if (found != (long)count * perSample)
        {
            throw new ArgumentException(
                $"expected {(long)count * perSample} {what} for {count} samples ({perSample} each), found {found}");
        }
    }

    private readonly struct Samples(LossStep step, int begin, int end) : IOctetWork
    {
        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct => step.Run<V, F8>(begin, end);
    }
}
