using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// The part of a training pass that does not depend on the network: memory, chunks and reductions. A batch is cut into at most
/// eight chunks of samples, however many threads there are, and chunks are added up in order: so results do not depend on the
/// number of threads. The generator derives from it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CompiledTrainingPass : TrainingPass
{
    /// <summary>Chunks that a full batch is cut into.</summary>
    protected const int MaxChunks = 8;

    /// <summary>The step that adds up partial gradients; the generator numbers its own steps from 0.</summary>
    private const int ReduceStep = -1;

    /// <summary>The step that prepares the weights which the pass about to run reads.</summary>
    private const int PrepareStep = -2;

    private readonly ThreadTeam _team;
    private readonly WeightStore _weights;
    private readonly TrainingSizes _sizes;
    private readonly WeightPreparation[] _forwardPreparations;
    private readonly WeightPreparation[] _backwardPreparations;
    private readonly GradientMasks _masks;
    private readonly FloatBuffer _inputs;
    private readonly FloatBuffer _outputs;
    private readonly FloatBuffer _outputGradients;
    private readonly FloatBuffer _arena;
    private readonly FloatBuffer _gradients;
    private readonly PartialGradients _partials;
    private readonly FloatBuffer _prepared;
    private readonly FloatBuffer _keptWeights;
    private readonly FloatBuffer _shared;
    private readonly FloatBuffer _scratch;
    private readonly FloatBuffer _imageSum;
    private readonly FrozenSteps _steps;
    private FloatBuffer? _inputGradients;
    private int _told;
    private WeightPreparation[] _wantedForward;
    private WeightPreparation[] _wantedBackward;
    private WeightPreparation[] _preparations;
    private bool _isFrozenPrepared;
    private WeightEntry[] _computedInVain = [];
    private long _version;
    private long _knownVersion; // as it was after this pass's own changes: then frozen weights are as they were prepared

    /// <summary>Allocates the memory for <paramref name="batchSize"/> samples.</summary>
    protected CompiledTrainingPass(
        WeightStore weights,
        TrainingSizes sizes,
        PartialRegion[] regions,
        WeightPreparation[] forwardPreparations,
        WeightPreparation[] backwardPreparations,
        BackwardStep[] steps,
        int batchSize,
        ThreadTeam team)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        RequireSpace(batchSize, Math.Max(Math.Max(sizes.InputLength, sizes.OutputLength), sizes.ArenaLength));
        (_weights, _sizes, _team, BatchSize) = (weights, sizes, team, batchSize);
        (_forwardPreparations, _backwardPreparations) = (forwardPreparations, backwardPreparations);
        (_wantedForward, _wantedBackward) = (forwardPreparations, backwardPreparations);
        _preparations = forwardPreparations;
        _steps = new FrozenSteps(steps, weights.Layout.Entries.Length);
        Seed = weights.Seed;
        _masks = new GradientMasks(weights.Layout);
        ChunkSize = (batchSize + MaxChunks - 1) / MaxChunks;
        int chunks = (batchSize + ChunkSize - 1) / ChunkSize;
        _inputs = new FloatBuffer(checked(batchSize * sizes.InputLength));
        _outputs = new FloatBuffer(checked(batchSize * sizes.OutputLength));
        _outputGradients = new FloatBuffer(checked(batchSize * sizes.OutputLength));
        _arena = new FloatBuffer(checked(batchSize * sizes.ArenaLength));
        _gradients = new FloatBuffer(weights.Layout.PackedLength);
        _partials = new PartialGradients(regions, sizes.PartialLength, chunks);
        _prepared = new FloatBuffer(sizes.PreparedLength);
        _keptWeights = new FloatBuffer(sizes.KeepsWeights ? weights.Layout.TrainableLength : 0);
        _shared = new FloatBuffer(sizes.SharedLength);
        _scratch = new FloatBuffer(checked(chunks * sizes.ScratchLength));
        _imageSum = new FloatBuffer(sizes.ImageSumLength);
    }

    /// <inheritdoc/>
    public sealed override int BatchSize { get; }

    /// <inheritdoc/>
    public sealed override int InputLength => _sizes.InputLength;

    /// <inheritdoc/>
    public sealed override int OutputLength => _sizes.OutputLength;

    /// <inheritdoc/>
    public sealed override Span<float> Outputs => _outputs.Span;

    /// <inheritdoc/>
    public sealed override Span<float> OutputGradients => _outputGradients.Span;

    /// <inheritdoc/>
    public sealed override Span<float> PackedParameters => _weights.Packed.Span[.._weights.Layout.TrainableLength];

    /// <inheritdoc/>
    public sealed override Span<float> PackedGradients => _gradients.Span[.._weights.Layout.TrainableLength];

    /// <inheritdoc/>
    public sealed override int ParametersLength => _weights.Layout.Length;

    internal sealed override WeightStore Store => _weights;

    internal sealed override bool ReachesInputs => _steps.ReachInputs;

    /// <summary>Samples of a chunk; the last one may have fewer.</summary>
    protected int ChunkSize { get; }

    /// <summary>Samples of the current pass.</summary>
    protected int Count { get; private set; }

    /// <summary>The caller's inputs.</summary>
    protected ref float Inputs => ref _inputs.Origin;

    /// <summary>The outputs in the caller's layout.</summary>
    protected ref float OutputsOrigin => ref _outputs.Origin;

    /// <summary>The gradients of the outputs in the caller's layout.</summary>
    protected ref float OutputGradientsOrigin => ref _outputGradients.Origin;

    /// <summary>Gradients of the inputs in the caller's layout.</summary>
    protected ref float InputGradientsOrigin => ref _inputGradients!.Origin;

    /// <summary>The packed weights.</summary>
    protected ref float Weights => ref _weights.Packed.Origin;

    /// <summary>The packed weights of the last backward pass.</summary>
    protected ref float KeptWeights => ref _keptWeights.Origin;

    /// <summary>Gradients in the layout of <see cref="Weights"/>.</summary>
    protected ref float Gradients => ref _gradients.Origin;

    /// <summary>Weights in other forms than the packed one.</summary>
    protected ref float Prepared => ref _prepared.Origin;

    /// <summary>Statistics of the batch.</summary>
    protected ref float Shared => ref _shared.Origin;

    /// <summary>A large gradient's sum over one image, each unit's part by itself.</summary>
    protected ref float ImageSum => ref _imageSum.Origin;

    private int Chunks => (Count + ChunkSize - 1) / ChunkSize;

    /// <inheritdoc/>
    public sealed override void Forward(ReadOnlySpan<float> inputs, int count)
    {
        Begin();
        try
        {
            inputs.CopyTo(_inputs.Span);
            Count = count;
            PassNumber = unchecked(PassNumber + 1);
            Prepare(_isFrozenPrepared && _weights.Version == _knownVersion ? _wantedForward : _forwardPreparations);
            _isFrozenPrepared = true;
            RunForward();
        }
        finally
        {
            _version = _knownVersion = _weights.EndTraining(_weights.Layout.TrainableLength); // running statistics moved
        }

        CheckGuards();
    }

    /// <inheritdoc/>
    public sealed override void Backward()
    {
        Begin();
        try
        {
            if (_weights.Version != _version)
            {
                throw new InvalidOperationException(
                    "Backward: expected the parameters of the last Forward, but they have changed since (by another trainer, or through " +
                    "Parameters): call Forward again");
            }

            if (ReachesInputs)
            {
                _weights.Packed.Span[.._keptWeights.Length].CopyTo(_keptWeights.Span);
            }

            _partials.Clear();
            Prepare(_wantedBackward);
            _told = 0;
            RunBackward();
            ClearGradients(_computedInVain);
            _team.Run(this, ReduceStep, _partials.Blocks);
            _masks.Apply(ref Gradients);
        }
        finally
        {
            End(hasChanged: false);
        }

        CheckGuards();
    }

    /// <inheritdoc/>
    public sealed override void ComputeInputGradients(Span<float> destination)
    {
        _inputGradients ??= new FloatBuffer(checked(BatchSize * InputLength));
        RunInputGradients();
        CheckGuards();
        _inputGradients.Span[..(Count * InputLength)].CopyTo(destination);
    }

    /// <inheritdoc/>
    public sealed override void UnpackGradients(Span<float> destination)
    {
        destination.Clear();
        _weights.Layout.Unpack(_gradients.Span, destination);
    }

    /// <inheritdoc/>
    public sealed override void Begin() => _weights.BeginTraining();

    /// <inheritdoc/>
    public sealed override void End(bool hasChanged)
    {
        bool isKnown = _weights.Version == _knownVersion;
        long version = _weights.EndTraining(hasChanged ? 0 : _weights.Layout.PackedLength);
        _knownVersion = isKnown ? version : _knownVersion;
    }

    internal sealed override void Freeze(ReadOnlySpan<bool> isFrozen)
    {
        _steps.Set(isFrozen);
        WeightEntry[] entries = _weights.Layout.Entries;
        WeightEntry[] frozenEntries = [.. entries.Where((_, i) => _steps.IsFrozen(i))];
        HashSet<int> frozen = [.. frozenEntries.Select(entry => entry.Packed)];
        _partials.LeaveOut(frozen);
        _wantedForward = [.. _forwardPreparations.Where(preparation => !frozen.Contains(preparation.Source))];
        _wantedBackward = [.. _backwardPreparations.Where((_, i) => _steps.IsPrepared(i))];
        _computedInVain = [.. _steps.Computed.Select(parameter => entries[parameter])];
        _isFrozenPrepared = false;
        ClearGradients(frozenEntries);
    }

    /// <inheritdoc/>
    public sealed override void Run(int step, int begin, int end)
    {
        if (step == ReduceStep)
        {
            _partials.Sum(begin, end, Chunks, ref Gradients);
        }
        else if (step == PrepareStep)
        {
            for (int i = begin; i < end; i++)
            {
                _preparations[i].Apply(_weights.Packed.Span, _prepared.Span);
            }
        }
        else
        {
            RunStep(step, begin, end);
        }
    }

    /// <summary>All steps of the forward pass.</summary>
    protected abstract void RunForward();

    /// <summary>All steps of the backward pass.</summary>
    protected abstract void RunBackward();

    /// <summary>The steps that only the gradients of the inputs need.</summary>
    protected abstract void RunInputGradients();

    /// <summary>Runs chunks or units of one step.</summary>
    protected abstract void RunStep(int step, int begin, int end);

    /// <summary>Whether a step of the backward pass leads to a gradient that is wanted.</summary>
    protected bool Needs(int step) => _steps.IsNeeded(step);

    /// <summary>The same of a step that is a stage of its own; those before it have ended.</summary>
    protected bool Begins(int step) => Begins(step, step);

    /// <summary>
    /// The same of any step from <paramref name="first"/> to <paramref name="last"/>, which are a stage; those before have ended.
    /// </summary>
    protected bool Begins(int first, int last)
    {
        TellOfGradients(first);
        while (first < last && !_steps.IsNeeded(first))
        {
            first++;
        }

        return _steps.IsNeeded(first);
    }

    /// <summary>Whether a parameter or buffer, by its number, keeps its value.</summary>
    protected bool IsFrozen(int parameter) => _steps.IsFrozen(parameter);

    /// <summary>Runs a step for each chunk of samples.</summary>
    protected void RunChunks(int step) => _team.Run(this, step, Chunks, grain: 1);

    /// <summary>Runs a step that is split into units of its own, over the whole batch.</summary>
    protected void RunUnits(int step, int units) => _team.Run(this, step, units, grain: 1);

    /// <summary>The first sample of a chunk.</summary>
    protected int FirstSample(int chunk) => chunk * ChunkSize;

    /// <summary>The end of a chunk.</summary>
    protected int EndSample(int chunk) => Math.Min(Count, (chunk + 1) * ChunkSize);

    /// <summary>Activations and gradients of a sample.</summary>
    protected ref float Sample(int index) => ref Unsafe.Add(ref _arena.Origin, (nint)index * _sizes.ArenaLength);

    /// <summary>Zeros in gradients that a step adds to.</summary>
    protected void ClearGradients(int offset, int length) => _gradients.Span.Slice(offset, length).Clear();

    /// <summary>The gradients that a chunk sums up for itself; zero at the start of a backward pass.</summary>
    protected ref float Partial(int chunk) => ref _partials.Of(chunk);

    /// <summary>The key of a dropout layer's mask in this pass.</summary>
    [CLSCompliant(false)]
    protected uint DropoutKey(uint layer) => RandomSource.Hash(unchecked((uint)PassNumber), RandomSource.Hash(layer, (uint)Seed));

    /// <summary>Working memory of a chunk.</summary>
    protected ref float Scratch(int chunk) => ref Unsafe.Add(ref _scratch.Origin, (nint)chunk * _sizes.ScratchLength);

    /// <summary>Tells whoever listens which gradients are complete before the backward pass is, those of the last layers first.</summary>
    private void TellOfGradients(int ended)
    {
        if (GradientsCompleted is not { } listener || _masks.Any)
        {
            return;
        }

        for (; _told < ended; _told++)
        {
            foreach (int parameter in _steps.CompletedBy(_told))
            {
                WeightEntry entry = _weights.Layout.Entries[parameter];
                _partials.SumOne(entry.Packed, Chunks, ref Gradients);
                listener(entry.Packed, entry.Packed + entry.PackedLength);
            }
        }
    }

    private void ClearGradients(WeightEntry[] entries)
    {
        foreach (WeightEntry entry in entries)
        {
            ClearGradients(entry.Packed, entry.PackedLength);
        }
    }

    private void CheckGuards()
    {
        if (!MemoryGuard.IsOn)
        {
            return;
        }

        _inputs.CheckGuards("inputs of the batch");
        _outputs.CheckGuards("outputs of the batch");
        _outputGradients.CheckGuards("gradients of the outputs");
        _inputGradients?.CheckGuards("gradients of the inputs");
        _arena.CheckGuards("working memory of the batch");
        _gradients.CheckGuards("gradients of the parameters");
        _partials.CheckGuards();
        _prepared.CheckGuards("prepared weights");
        _keptWeights.CheckGuards("weights of the last backward pass");
        _shared.CheckGuards("what the batch shares");
        _scratch.CheckGuards("working memory of the chunks");
        _imageSum.CheckGuards("sum over an image");
        _weights.Packed.CheckGuards("packed weights");
    }

    /// <summary>Each is independent of the others.</summary>
    private void Prepare(WeightPreparation[] preparations)
    {
        _preparations = preparations;
        _team.Run(this, PrepareStep, preparations.Length, grain: 1);
    }

    private static void RequireSpace(int batchSize, int perSample)
    {
        int most = FloatBuffer.MaxLength / Math.Max(1, perSample);
        if (batchSize > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize,
                $"expected at most {most} samples: each needs {perSample} elements, and one array holds them all");
        }
    }
}
