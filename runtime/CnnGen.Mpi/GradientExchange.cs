namespace CnnGen.Mpi;

/// <summary>
/// The sum of a vector over all ranks, in buckets that begin as soon as this rank's part of them is there, and move on whenever there
/// is time.
/// </summary>
internal sealed class GradientExchange
{
    private const int ShortestBucket = 1 << 15; // below, a message's start takes longer than what it carries
    private const int LongestBucket = 1 << 20; // 4 MiB: a network is busy with it for long, and the first ones are on their way early

    private readonly Communicator _communicator;
    private readonly List<Bucket> _buckets = [];
    private readonly List<Bucket> _open = [];
    private int _begun;

    /// <summary>A vector that may be cut at these places: it is where pieces grow long enough, and where they would be too long.</summary>
    public GradientExchange(Communicator communicator, int length, IEnumerable<int> cuts)
    {
        _communicator = communicator;
        Sum = new PinnedVector(length);
        var received = new PinnedVector(communicator.Size > 1 ? length : 0);
        int begin = 0;
        foreach (int cut in cuts.Append(length).Distinct().Order())
        {
            while (begin < cut && (cut - begin >= ShortestBucket || cut == length))
            {
                int end = Math.Min(cut, begin + LongestBucket);
                _buckets.Add(new Bucket(communicator, Sum, received, new Section(begin, end), _buckets.Count));
                begin = end;
            }
        }
    }

    /// <summary>This rank's part; after <see cref="Finish"/> the sum.</summary>
    public PinnedVector Sum { get; }

    /// <summary>This rank's part is complete in a section: buckets that are complete begin, and all move on.</summary>
    public void Complete(Section section)
    {
        foreach (Bucket bucket in _buckets)
        {
            if (bucket.Complete(section))
            {
                _open.Add(bucket);
                _begun++;
            }
        }

        Progress();
    }

    /// <summary>Moves on what can be moved on.</summary>
    public void Progress()
    {
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            _open[i].Progress();
            if (_open[i].IsDone)
            {
                _open.RemoveAt(i);
            }
        }
    }

    /// <summary>Waits until everything is summed up.</summary>
    /// <exception cref="InvalidOperationException">A bucket was not begun, or twice.</exception>
    /// <exception cref="RankLostException">Another rank does not answer.</exception>
    public void Finish()
    {
        if (_begun != _buckets.Count)
        {
            throw new InvalidOperationException($"expected {_buckets.Count} buckets to be begun, found {_begun}");
        }

        _begun = 0;
        int left = _open.Count;
        var patience = new PatientWait(_communicator);
        while (_open.Count > 0)
        {
            Progress();
            if (_open.Count == left && left > 0)
            {
                patience.Turn(_open[0].Partner);
            }
            else
            {
                (left, patience) = (_open.Count, new PatientWait(_communicator));
            }
        }
    }
}
