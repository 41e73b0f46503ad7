namespace CnnGen.Runtime;

/// <summary>
/// One user of a store's snapshots. While it holds a snapshot, nobody writes there; and only one thread at a time can hold one
/// through the same reader, which is how an instance notices a second thread.
/// </summary>
internal sealed class WeightReader
{
    private readonly WeightStore _store;
    private WeightSnapshot? _held;

    public WeightReader(WeightStore store)
    {
        _store = store;
        store.Register(this);
    }

    /// <summary>The snapshot that the current call reads.</summary>
    public WeightSnapshot Held => _held!;

    /// <summary>Whether a call is running.</summary>
    public bool IsBusy => Volatile.Read(ref _held) is not null;

    /// <summary>Whether the current call reads <paramref name="snapshot"/>.</summary>
    public bool Holds(WeightSnapshot snapshot) => ReferenceEquals(Volatile.Read(ref _held), snapshot);

    /// <summary>Takes up-to-date weights, ready for inference.</summary>
    /// <exception cref="InvalidOperationException">Another thread is inside a call.</exception>
    public WeightSnapshot Begin()
    {
        WeightSnapshot snapshot = _store.Current ?? _store.Refresh();
        if (Interlocked.CompareExchange(ref _held, snapshot, null) is not null)
        {
            throw Busy();
        }

        // The store reuses a snapshot that was replaced and that no reader holds. It may have looked before the line above.
        while (!_store.IsPublished(snapshot))
        {
            snapshot = _store.Current ?? _store.Refresh();
            Interlocked.Exchange(ref _held, snapshot);
        }

        return snapshot;
    }

    /// <summary>Takes a snapshot that the store hands out under its lock.</summary>
    public void Hold(WeightSnapshot snapshot) => Interlocked.Exchange(ref _held, snapshot);

    /// <summary>Gives the weights back.</summary>
    public void End() => Volatile.Write(ref _held, null);

    /// <summary>What a second thread is told.</summary>
    public static InvalidOperationException Busy() => new(
        "expected one call at a time, but this instance is computing on another thread: give each thread an instance of its own with Fork()");
}
