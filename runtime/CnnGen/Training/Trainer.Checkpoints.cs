using CnnGen.Runtime;

namespace CnnGen;

/// <content>What lasts beyond a step: the average of the weights, and checkpoints.</content>
public sealed partial class Trainer<T>
{
    /// <summary>
    /// An average of the weights, to which each update adds: <see cref="AveragedNetwork"/> is what it predicts with. Null, as at first:
    /// there is none.
    /// </summary>
    public WeightAverage? Average
    {
        get => _average.Settings;
        set => _average.Settings = value;
    }

    /// <summary>A new network with the averaged weights and the present buffers (running statistics).</summary>
    /// <exception cref="InvalidOperationException">There is no average, or no update since it was set.</exception>
    public T AveragedNetwork()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_average.Updates == 0)
        {
            throw new InvalidOperationException(
                $"{nameof(AveragedNetwork)}: expected {nameof(Average)} to be set and an update since then, found none");
        }

        using var stream = new MemoryStream();
        Safetensors.Save(stream, T.Info.Parameters, _average.Unpack(T.Info.Parameters));
        stream.Position = 0;
        return T.Load(stream);
    }

    /// <summary>
    /// Writes all that training needs to go on, into one safetensors file that is replaced as a whole or not at all: parameters and
    /// buffers, the optimizer's state, step and settings, groups, the random state, accumulated gradients, the weight average. After
    /// <see cref="LoadCheckpoint(string)"/> in a new trainer of the same network, with the same optimizer, loss and batch size, training
    /// goes on bit for bit as if it had not been interrupted, on any number of threads.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveCheckpoint(string path) => SaveCheckpoint(path, new Dictionary<string, string>());

    /// <summary>
    /// The same with text of the caller's own, which <see cref="LoadCheckpoint(string, out IReadOnlyDictionary{string, string})"/> gives
    /// back.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="notes">Anything, by names of the caller's choice.</param>
    public void SaveCheckpoint(string path, IReadOnlyDictionary<string, string> notes)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(notes);
        Checkpoint.Save(path, T.Info, _state, notes);
    }

    /// <summary>
    /// Goes on from a checkpoint. The network's parameters and the optimizer's <see cref="Optimizer.LearningRate"/> become those of the
    /// file; a file of another architecture, or of another optimizer or one with other settings, is refused, and nothing is changed.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; the message says in what.</exception>
    public void LoadCheckpoint(string path) => LoadCheckpoint(path, out _);

    /// <summary>The same with the text that was saved with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notes">What <see cref="SaveCheckpoint(string, IReadOnlyDictionary{string, string})"/> was given.</param>
    public void LoadCheckpoint(string path, out IReadOnlyDictionary<string, string> notes)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentException.ThrowIfNullOrEmpty(path);
        notes = Checkpoint.Load(path, T.Info, _state);
        (_isForwardDone, _isBackwardDone, _count) = (false, _sum.IsPending, 0);
        (_areGradientsUnpacked, _isNormComputed) = (false, false);
    }
}
