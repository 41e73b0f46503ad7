namespace CnnGen.Data;

/// <summary>
/// Makes the batches of one epoch after another on background threads, ahead of who uses them. What a batch holds depends on the seed, its
/// epoch and its number in the epoch alone: not on the threads, nor on what was read before. After the first batches nothing is allocated.
/// A loader serves one consumer; its threads end with <see cref="Dispose"/>, or with the process.
/// </summary>
public sealed class DataLoader : IDisposable
{
    private readonly BatchRing _ring;
    private readonly BatchMaker _maker;
    private readonly Thread[] _threads;

    /// <summary>A loader of all samples of a data set.</summary>
    /// <param name="data">The samples; read by several threads at a time where there are several.</param>
    /// <param name="batchSize">Samples of a batch; the last one of an epoch may have fewer.</param>
    /// <param name="options">Order, augmentation, seed, threads; null: shuffled, on one thread.</param>
    /// <exception cref="ArgumentException">An epoch has no batch, or the augmentation does not fit the images.</exception>
    public DataLoader(IDataset data, int batchSize, LoaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        Options = options ??= new LoaderOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Prefetch, nameof(options));
        (Data, BatchSize) = (data, batchSize);
        BatchesPerEpoch = options.DropLast ? data.Count / batchSize : (int)(((long)data.Count + batchSize - 1) / batchSize);
        if (BatchesPerEpoch == 0)
        {
            throw new ArgumentException($"expected samples for at least one batch of {batchSize}, found {data.Count}");
        }

        if (options.Mixing is not null && data.LabelLength > 1)
        {
            throw new ArgumentException($"{options.Mixing}: expected one label a sample, found masks: these cannot be mixed");
        }

        Shape = options.Transform?.OutputShape(data.Shape) ?? data.Shape;
        _maker = new BatchMaker(data, options, batchSize);
        _ring = new BatchRing(this);
        _threads = [.. Enumerable.Range(0, options.Threads).Select(StartThread)];
    }

    /// <summary>The samples.</summary>
    public IDataset Data { get; }

    /// <summary>How batches are made.</summary>
    public LoaderOptions Options { get; }

    /// <summary>Samples of a batch; the last one of an epoch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>Batches of an epoch.</summary>
    public int BatchesPerEpoch { get; }

    /// <summary>Samples of an epoch.</summary>
    public int SamplesPerEpoch => Options.DropLast ? BatchesPerEpoch * BatchSize : Data.Count;

    /// <summary>The shape of a batch's images.</summary>
    public ImageShape Shape { get; }

    /// <summary>
    /// The batches of an epoch, from one of them on: at once if they are what would have followed anyway, else after those under way are
    /// thrown away. Nothing before is made again.
    /// </summary>
    /// <param name="epoch">The epoch's number, from 0 on.</param>
    /// <param name="firstBatch">The first batch's number in the epoch.</param>
    /// <param name="cancellation">Ends the wait for a batch with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataLoadException">While batches are read: one could not be made. The next one may be asked for.</exception>
    public EpochBatches Epoch(int epoch, int firstBatch = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(firstBatch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstBatch, BatchesPerEpoch);
        return new EpochBatches(this, epoch, firstBatch, cancellation);
    }

    /// <summary>Ends the threads; batches are no longer valid.</summary>
    public void Dispose()
    {
        _ring.Stop();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    /// <summary>Where the next batch is made and held.</summary>
    internal BatchRing Ring => _ring;

    /// <summary>The next batch; without threads it is made here.</summary>
    internal Batch Next(CancellationToken cancellation)
    {
        if (Options.Threads == 0)
        {
            _ring.MakeOne(_maker);
        }

        return _ring.Take(cancellation);
    }

    private Thread StartThread(int number)
    {
        BatchMaker maker = number == 0 ? _maker : new BatchMaker(Data, Options, BatchSize);
        var thread = new Thread(() => _ring.MakeAll(maker)) { IsBackground = true, Name = $"CnnGen data {number}" };
        thread.Start();
        return thread;
    }
}
