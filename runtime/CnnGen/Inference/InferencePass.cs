using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>The compiled forward pass of one instance: weights, working memory and threads. The generator derives from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InferencePass : ParallelWork
{
    private readonly WeightReader _reader;
    private readonly FloatBuffer _arena;
    private readonly int _inputLength;
    private readonly int _outputLength;
    private readonly int _unitScratchLength;
    private FloatBuffer? _unitScratch;
    private ThreadTeam? _team;
    private BatchPrediction? _batch;
    private FloatBuffer? _output;

    /// <summary>
    /// A pass over <paramref name="weights"/> with <paramref name="arenaLength"/> elements of working memory, and
    /// <paramref name="unitScratchLength"/> more when several threads share the units of a step.
    /// </summary>
    protected InferencePass(WeightStore weights, int inputLength, int outputLength, int arenaLength, int unitScratchLength = 0)
    {
        Weights = weights;
        _reader = new WeightReader(weights);
        _inputLength = inputLength;
        _outputLength = outputLength;
        _unitScratchLength = unitScratchLength;
        _arena = new FloatBuffer(arenaLength);
    }

    /// <summary>The parameters, shared with forks.</summary>
    public WeightStore Weights { get; }

    /// <summary>Threads that one call may use, at most <see cref="ThreadTeam.MaxThreads"/>; setting 0 means all cores.</summary>
    public int Threads
    {
        get => _team?.Threads ?? 1;
        set
        {
            int threads = ThreadTeam.Count(value, nameof(Threads));
            if (_reader.IsBusy)
            {
                throw WeightReader.Busy();
            }

            if (threads != Threads)
            {
                ThreadTeam? team = threads == 1 ? null : new ThreadTeam(threads); // may throw: the present team stays
                _team?.Dispose();
                _team = team;
                _batch = null;
                _unitScratch = _team is null || _unitScratchLength == 0 ? null : new FloatBuffer(_unitScratchLength);
            }
        }
    }

    /// <summary>The team that splits steps, or null on one thread.</summary>
    protected ThreadTeam? Team => _team;

    /// <summary>Working memory for each unit of a step, on several threads.</summary>
    protected ref float UnitScratch => ref _unitScratch!.Origin;

    /// <summary>The packed weights of the current call.</summary>
    protected ref float PackedWeights => ref _reader.Held.Packed!.Origin;

    /// <summary>The weights prepared for inference of the current call.</summary>
    protected ref float PreparedWeights => ref _reader.Held.Prepared!.Origin;

    /// <summary>The working memory.</summary>
    protected ref float Arena => ref _arena.Origin;

    /// <summary>The same weights with working memory of its own, on one thread.</summary>
    public abstract InferencePass Fork();

    /// <summary>Computes one sample.</summary>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        if (input.Length != _inputLength)
        {
            throw new ArgumentException(
                $"The input of one sample has {_inputLength} elements, but the span has {input.Length}.", nameof(input));
        }

        if (output.Length != _outputLength)
        {
            throw new ArgumentException(
                $"The output of one sample has {_outputLength} elements, but the span has {output.Length}.", nameof(output));
        }

        WeightSnapshot weights = _reader.Begin();
        try
        {
            Execute(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output), ref weights.Packed!.Origin);
            CheckGuards(weights);
        }
        finally
        {
            _reader.End();
        }
    }

    /// <summary>Computes one sample; the result is valid until the next call.</summary>
    public ReadOnlySpan<float> Predict(ReadOnlySpan<float> input)
    {
        _output ??= new FloatBuffer(_outputLength);
        Predict(input, _output.Span);
        return _output.Span;
    }

    /// <summary>Rejects a span of the wrong length for one of several outputs.</summary>
    public void CheckOutput(Span<float> output, int length, string name)
    {
        if (output.Length != length)
        {
            throw new ArgumentException($"The output has {length} elements, but the span has {output.Length}.", name);
        }
    }

    /// <summary>Computes samples that lie one after another; with several threads each takes a share of them.</summary>
    public void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int count = inputs.Length / _inputLength;
        if (inputs.Length % _inputLength != 0)
        {
            throw new ArgumentException(
                $"The inputs must be a multiple of {_inputLength} elements (one sample), but the span has {inputs.Length}.",
                nameof(inputs));
        }

        if (outputs.Length != (long)count * _outputLength)
        {
            throw new ArgumentException(
                $"The outputs of {count} samples have {(long)count * _outputLength} elements, but the span has {outputs.Length}.",
                nameof(outputs));
        }

        WeightSnapshot weights = _reader.Begin();
        try
        {
            if (_team is { } team && count > 1)
            {
                _batch ??= new BatchPrediction(this, team.Threads);
                _batch.Run(team, inputs, outputs, count);
            }
            else
            {
                ExecuteAll(inputs, outputs, count, weights);
            }
        }
        finally
        {
            _reader.End();
        }
    }

    /// <summary>Runs the network on one sample.</summary>
    protected abstract void Execute(ref float input, ref float output, ref float weights);

    /// <summary>Runs units of a step that the network splits between threads.</summary>
    public override void Run(int step, int begin, int end) => throw new NotSupportedException($"The network has no step {step}.");

    private void ExecuteAll(ReadOnlySpan<float> inputs, Span<float> outputs, int count, WeightSnapshot weights)
    {
        for (int n = 0; n < count; n++)
        {
            ref float input = ref Sample(ref MemoryMarshal.GetReference(inputs), n, _inputLength);
            ref float output = ref Sample(ref MemoryMarshal.GetReference(outputs), n, _outputLength);
            Execute(ref input, ref output, ref weights.Packed!.Origin);
        }

        CheckGuards(weights);
    }

    private void CheckGuards(WeightSnapshot weights)
    {
        if (MemoryGuard.IsOn)
        {
            _arena.CheckGuards("working memory");
            _unitScratch?.CheckGuards("working memory of the units");
            weights.Packed?.CheckGuards("packed weights");
            weights.Prepared?.CheckGuards("prepared weights");
        }
    }

    private static ref float Sample(ref float origin, int index, int length) => ref Unsafe.Add(ref origin, (nint)index * length);

    /// <summary>A share of the samples for each thread, each on a fork of its own.</summary>
    private sealed unsafe class BatchPrediction : ParallelWork
    {
        private readonly InferencePass[] _passes;
        private float* _inputs;
        private float* _outputs;
        private int _count;

        public BatchPrediction(InferencePass first, int threads)
        {
            _passes = new InferencePass[threads];
            for (int i = 0; i < threads; i++)
            {
                _passes[i] = first.Fork();
            }
        }

        /// <summary>Blocks until all samples are computed, so the spans stay pinned for the other threads.</summary>
        public void Run(ThreadTeam team, ReadOnlySpan<float> inputs, Span<float> outputs, int count)
        {
            fixed (float* x = inputs)
            fixed (float* y = outputs)
            {
                _inputs = x;
                _outputs = y;
                _count = count;
                team.Run(this, 0, _passes.Length, grain: 1);
            }
        }

        public override void Run(int step, int begin, int end)
        {
            for (int share = begin; share < end; share++)
            {
                InferencePass pass = _passes[share];
                int first = (int)((long)_count * share / _passes.Length);
                int last = (int)((long)_count * (share + 1) / _passes.Length);
                int count = last - first;
                if (count > 0)
                {
                    pass.PredictBatch(
                        new ReadOnlySpan<float>(_inputs + (nint)first * pass._inputLength, count * pass._inputLength),
                        new Span<float>(_outputs + (nint)first * pass._outputLength, count * pass._outputLength));
                }
            }
        }
    }
}
