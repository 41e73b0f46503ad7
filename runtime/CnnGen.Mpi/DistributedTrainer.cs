using System.Globalization;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

namespace CnnGen.Mpi;

/// <summary>
/// Trains a network on the processes of a <see cref="Communicator"/>, data-parallel: a batch is cut into <see cref="Parts"/> of samples,
/// each rank runs some of them forward and backward, and the gradients are added up in the order of the parts. So one, two, four and eight
/// ranks give the same bits. Every rank makes the same calls.
/// </summary>
/// <remarks>
/// Batch norms take the statistics of each part, as if it were a batch, and running statistics become the mean of the parts': these do
/// not depend on the number of ranks either.
/// </remarks>
/// <typeparam name="T">The network class.</typeparam>
public sealed class DistributedTrainer<T> : IDisposable
    where T : ITrainableNetwork<T>
{
    private readonly Communicator _communicator;
    private readonly Trainer<T> _trainer;
    private readonly GradientExchange _exchange;
    private readonly PartSum _parts;
    private readonly int _batchSize;
    private readonly int _gradients;
    private readonly float[] _buffersBefore;
    private readonly float[] _totals = new float[2];
    private readonly List<Section> _told = []; // of the last part's gradients
    private readonly int _sampleLength = T.Info.Inputs.Sum(input => input.Length);

    /// <summary>A trainer of a network, whose parameters become those of rank 0 and change with every step.</summary>
    /// <param name="communicator">The processes.</param>
    /// <param name="network">The network to train.</param>
    /// <param name="optimizer">How gradients change parameters: the same on every rank.</param>
    /// <param name="batchSize">The largest number of samples in a step, of all ranks together.</param>
    /// <param name="threads">Threads of this process; 0 means all cores that it may use.</param>
    /// <param name="loss">What to minimise; cross-entropy when null.</param>
    /// <param name="seed">Where random masks begin; the network's own seed when null.</param>
    /// <param name="parts">
    /// What a batch is cut into: a power of two that the number of ranks divides. Results depend on it, not on the number of ranks.
    /// </param>
    /// <exception cref="ArgumentException">The number of ranks does not divide the parts, or no power of two is given.</exception>
    /// <exception cref="InvalidOperationException">Ranks have other programs, settings or vectors.</exception>
    public DistributedTrainer(
        Communicator communicator, T network, Optimizer optimizer, int batchSize, int threads = 0, Loss? loss = null, int? seed = null,
        int parts = 8)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (parts < 1 || !int.IsPow2(parts) || parts % communicator.Size != 0)
        {
            throw new ArgumentException(
                $"expected parts to be a power of two that {communicator.Size} ranks divide, found {parts}; start 1, 2, 4, … ranks",
                nameof(parts));
        }

        (_communicator, _batchSize, Parts) = (communicator, batchSize, parts);
        Require(optimizer, loss, seed);
        communicator.Broadcast(MemoryMarshal.AsBytes(network.Parameters));
        _trainer = new Trainer<T>(network, optimizer, (batchSize + parts - 1) / parts, threads, loss, seed);
        WeightLayout layout = _trainer.Pass.Store.Layout;
        _gradients = layout.TrainableLength;
        _buffersBefore = new float[layout.PackedLength - layout.TrainableLength];
        int length = layout.PackedLength + _totals.Length;
        _exchange = new GradientExchange(communicator, length, layout.Entries.Select(entry => entry.Packed));
        _parts = new PartSum(parts / communicator.Size, _exchange.Sum);
    }

    /// <summary>What a batch is cut into, however many ranks there are.</summary>
    public int Parts { get; }

    /// <summary>What looks like a mistake in training this network with this loss; empty where nothing does.</summary>
    public IReadOnlyList<string> Warnings => _trainer.Warnings;

    /// <inheritdoc cref="Trainer{T}.Gradients"/>
    public ReadOnlySpan<float> Gradients => _trainer.Gradients;

    /// <inheritdoc cref="Trainer{T}.GradientNorm"/>
    public float GradientNorm => _trainer.GradientNorm;

    /// <inheritdoc cref="Trainer{T}.MaxGradientNorm"/>
    public float MaxGradientNorm
    {
        get => _trainer.MaxGradientNorm;
        set => _trainer.MaxGradientNorm = value;
    }

    /// <summary>The parts of each rank.</summary>
    private int OwnParts => Parts / _communicator.Size;

    /// <inheritdoc cref="Trainer{T}.Group"/>
    public ParameterGroup Group(string pattern) => _trainer.Group(pattern);

    /// <summary>The samples of a batch that this rank reads; the others need not be there, only their places in the span.</summary>
    /// <param name="count">The samples of the batch.</param>
    public Range Share(int count) => First(_communicator.Rank * OwnParts, count)..First((_communicator.Rank + 1) * OwnParts, count);

    /// <summary>
    /// Forward, loss, backward and update over a batch with class labels; returns the mean loss of all ranks' samples before the update.
    /// </summary>
    /// <param name="inputs">Up to batchSize samples one after another, of which this rank reads its <see cref="Share"/>.</param>
    /// <param name="labels">The class of each sample, or of each of its pixels.</param>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => Step(inputs, new Wanted(labels, default));

    /// <summary>The same with float targets.</summary>
    /// <param name="inputs">Up to batchSize samples one after another, of which this rank reads its <see cref="Share"/>.</param>
    /// <param name="targets">A number for each element of the outputs.</param>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => Step(inputs, new Wanted(default, targets));

    /// <summary>Forward, loss and backward without an update; returns the mean loss of all ranks' samples.</summary>
    /// <param name="inputs">Up to batchSize samples one after another, of which this rank reads its <see cref="Share"/>.</param>
    /// <param name="labels">The class of each sample, or of each of its pixels.</param>
    public float ForwardBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => Run(inputs, new Wanted(labels, default));

    /// <summary>The same with float targets.</summary>
    /// <param name="inputs">Up to batchSize samples one after another, of which this rank reads its <see cref="Share"/>.</param>
    /// <param name="targets">A number for each element of the outputs.</param>
    public float ForwardBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => Run(inputs, new Wanted(default, targets));

    /// <summary>Updates the parameters, on every rank in the same way.</summary>
    public void ApplyGradients() => _trainer.ApplyGradients();

    /// <summary>
    /// Rank 0 writes everything that training goes on from, as <see cref="Trainer{T}.SaveCheckpoint(string)"/> does; the others wait, so
    /// that the file is there when the call returns.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="notes">Text of the caller's own; null: none.</param>
    /// <exception cref="IOException">The file could not be written; every rank gets the message.</exception>
    public void SaveCheckpoint(string path, IReadOnlyDictionary<string, string>? notes = null)
    {
        string failure = "";
        if (_communicator.Rank == 0)
        {
            try
            {
                _trainer.SaveCheckpoint(path, notes ?? new Dictionary<string, string>());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failure = e.Message;
            }
        }

        Agreement.Share(_communicator, failure, message => new IOException(message));
    }

    /// <summary>
    /// Goes on from a checkpoint, of the same number of <see cref="Parts"/> and any number of ranks, to the same bits. Every rank reads
    /// the file.
    /// </summary>
    /// <param name="path">A file that all ranks see.</param>
    /// <returns>The notes that were saved with it.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or of another network; on that rank nothing changes.</exception>
    public IReadOnlyDictionary<string, string> LoadCheckpoint(string path)
    {
        _trainer.LoadCheckpoint(path, out IReadOnlyDictionary<string, string> notes);
        Agreement.Require(_communicator, [("the checkpoint's update", _trainer.Updates.ToString(CultureInfo.InvariantCulture))]);
        return notes;
    }

    /// <summary>Ends the trainer's threads; the communicator stays.</summary>
    public void Dispose() => _trainer.Dispose();

    private float Step(ReadOnlySpan<float> inputs, Wanted wanted)
    {
        float loss = Run(inputs, wanted);
        ApplyGradients();
        return loss;
    }

    private float Run(ReadOnlySpan<float> inputs, Wanted wanted)
    {
        (int count, int rest) = Math.DivRem(inputs.Length, _sampleLength);
        if (rest != 0 || count < 1 || count > _batchSize || wanted.Length % count != 0)
        {
            throw new ArgumentException(
                $"expected 1 to {_batchSize} samples of {_sampleLength} elements and as many labels or targets for each, found "
                + $"{inputs.Length} elements and {wanted.Length} labels or targets");
        }

        _told.Clear();
        TrainingPass pass = _trainer.Pass;
        int firstPart = _communicator.Rank * OwnParts, perSample = wanted.Length / count;
        Buffers.CopyTo(_buffersBefore);
        for (int own = 0; own < OwnParts; own++)
        {
            int part = firstPart + own, first = First(part, count), length = First(part + 1, count) - first;
            if (own > 0)
            {
                Restore(_buffersBefore);
            }

            pass.PassNumber = unchecked(_trainer.Updates * Parts + part);
            pass.GradientsCompleted = own == OwnParts - 1 ? TakeEarly : null;
            if (length > 0)
            {
                ReadOnlySpan<float> samples = inputs.Slice(first * _sampleLength, length * _sampleLength);
                float loss = wanted.Run(_trainer, samples, first * perSample, length * perSample);
                Add(own, loss, (float)_trainer.LossWeight);
            }
            else
            {
                Add(own, 0, 0);
            }
        }

        _exchange.Finish();
        return TakeMean();
    }

    /// <summary>Gradients of the last part, while the backward pass goes on: the others get them meanwhile.</summary>
    private void TakeEarly(int begin, int end)
    {
        var section = new Section(begin, end);
        _told.Add(section);
        Add(OwnParts - 1, _trainer.Pass.PackedGradients[begin..end], (float)_trainer.LossWeight, section);
    }

    /// <summary>
    /// A part's gradients, as far as they were not taken yet, its running statistics and its loss, each times its weight.
    /// </summary>
    private void Add(int own, float loss, float weight)
    {
        (_totals[0], _totals[1]) = (loss, 1);
        int begin = 0;
        _told.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        foreach (Section told in _told.Append(new Section(_gradients, _gradients)))
        {
            Add(own, _trainer.Pass.PackedGradients[begin..told.Begin], weight, new Section(begin, told.Begin));
            begin = told.End;
        }

        int end = _gradients + _buffersBefore.Length;
        Add(own, Buffers, weight, new Section(_gradients, end));
        Add(own, _totals, weight, new Section(end, end + _totals.Length));
    }

    private void Add(int own, ReadOnlySpan<float> values, float weight, Section section)
    {
        _parts.Add(own, values, weight, section);
        if (own == OwnParts - 1)
        {
            _exchange.Complete(section);
        }
    }

    /// <summary>The sums over all parts become means, and the trainer's; returns the mean loss.</summary>
    private float TakeMean()
    {
        Span<float> sum = _exchange.Sum.Span;
        float weight = sum[^1], share = 1 / weight;
        PinnedVector.Scale(sum[.._gradients], share, _trainer.Pass.PackedGradients);
        PinnedVector.Scale(sum.Slice(_gradients, _buffersBefore.Length), share, _buffersBefore);
        Restore(_buffersBefore);
        _trainer.ReplaceGradients(weight);
        return sum[^2] * share;
    }

    /// <summary>Running statistics.</summary>
    private Span<float> Buffers => _trainer.Pass.Store.Packed.Span[_gradients..];

    /// <summary>Sets them; frozen weights stay prepared where there are none.</summary>
    private void Restore(ReadOnlySpan<float> buffers)
    {
        if (buffers.IsEmpty)
        {
            return;
        }

        WeightStore store = _trainer.Pass.Store;
        store.BeginTraining();
        buffers.CopyTo(Buffers);
        store.EndTraining(_gradients);
    }

    private int First(int part, int count) => (int)((long)part * count / Parts);

    private void Require(Optimizer optimizer, Loss? loss, int? seed) => Agreement.Require(
        _communicator,
        [
            ("the network", $"{typeof(T).FullName} of {typeof(T).Module.ModuleVersionId}"),
            ("the library", $"{typeof(Trainer<>).Module.ModuleVersionId}"),
            ("vectors of", $"{VectorWidth.Current.Bits} bits"),
            ("batches of", $"{_batchSize} samples in {Parts} parts"),
            ("the optimizer", $"{optimizer.GetType().Name} at {optimizer.LearningRate.ToString(CultureInfo.InvariantCulture)}"),
            ("the loss", loss?.GetType().Name ?? "cross-entropy"),
            ("the seed", seed?.ToString(CultureInfo.InvariantCulture) ?? "the network's"),
        ]);

    /// <summary>What the outputs should be: labels or floats.</summary>
    private readonly ref struct Wanted(ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
    {
        private readonly ReadOnlySpan<int> _labels = labels;
        private readonly ReadOnlySpan<float> _targets = targets;

        public int Length => _labels.Length + _targets.Length;

        public float Run(Trainer<T> trainer, ReadOnlySpan<float> samples, int first, int length) => _targets.IsEmpty
            ? trainer.ForwardBackward(samples, _labels.Slice(first, length))
            : trainer.ForwardBackward(samples, _targets.Slice(first, length));
    }
}
