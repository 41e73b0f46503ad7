namespace CnnGen.Data;

/// <summary>The batches of an epoch, for <c>foreach</c>, which allocates nothing.</summary>
public readonly struct EpochBatches
{
    private readonly DataLoader _loader;
    private readonly int _epoch;
    private readonly int _firstBatch;
    private readonly CancellationToken _cancellation;

    internal EpochBatches(DataLoader loader, int epoch, int firstBatch, CancellationToken cancellation) =>
        (_loader, _epoch, _firstBatch, _cancellation) = (loader, epoch, firstBatch, cancellation);

    /// <summary>Begins with the first batch.</summary>
    public Enumerator GetEnumerator() => new(_loader, _epoch, _firstBatch, _cancellation);

    /// <summary>Goes from batch to batch.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly DataLoader _loader;
        private readonly int _epoch;
        private readonly CancellationToken _cancellation;
        private readonly CancellationTokenRegistration _registration;
        private int _next;

        internal Enumerator(DataLoader loader, int epoch, int firstBatch, CancellationToken cancellation)
        {
            (_loader, _epoch, _next, _cancellation) = (loader, epoch, firstBatch, cancellation);
            _registration = cancellation.UnsafeRegister(static ring => ((BatchRing)ring!).Wake(), loader.Ring);
            Current = null!;
        }

        /// <summary>The batch, until the next one is asked for.</summary>
        public Batch Current { get; private set; }

        /// <summary>Waits for the next batch; false behind the last one.</summary>
        public bool MoveNext()
        {
            if (_next == _loader.BatchesPerEpoch)
            {
                return false;
            }

            _loader.Ring.Seek(_epoch, _next++);
            Current = _loader.Next(_cancellation);
            return true;
        }

        /// <summary>Stops listening for cancellation.</summary>
        public readonly void Dispose() => _registration.Dispose();
    }
}
