namespace CnnGen.Mpi;

/// <summary>
/// One section of the sum over all ranks, on its way. In round d the ranks that differ in bit d swap halves of what they hold and add: so
/// the sums are those of a binary tree over the ranks, ((0 + 1) + (2 + 3)) + …, whoever computes them. Then the halves go back.
/// (Recursive halving and doubling: R. Rabenseifner, Optimization of collective reduction operations, 2004.)
/// </summary>
internal sealed class Bucket(Communicator communicator, PinnedVector sum, PinnedVector received, Section section, int number)
{
    private readonly int _rounds = System.Numerics.BitOperations.Log2((uint)communicator.Size);
    private readonly Stack<Section> _held = new();
    private Transfer _transfer;
    private int _missing = section.Length;
    private int _stage;

    /// <summary>Elements that are summed up.</summary>
    public Section Section => section;

    /// <summary>The rank that it waits for.</summary>
    public int Partner => communicator.Rank ^ (1 << Round);

    /// <summary>Whether everybody has the sum.</summary>
    public bool IsDone => _stage == 2 * _rounds;

    private int Round => _stage < _rounds ? _stage : 2 * _rounds - 1 - _stage;

    private bool IsSecond => (communicator.Rank >> Round & 1) != 0;

    /// <summary>
    /// Notes that this rank's part of the sum is there in a section; true when that was the last of it, and the bucket begins.
    /// </summary>
    public bool Complete(Section there)
    {
        int found = Math.Min(there.End, section.End) - Math.Max(there.Begin, section.Begin);
        if (found <= 0)
        {
            return false;
        }

        _missing -= found;
        if (_missing > 0)
        {
            return false;
        }

        Begin();
        return true;
    }

    /// <summary>Goes on as far as messages have come.</summary>
    public void Progress()
    {
        while (!IsDone && communicator.IsDone(_transfer))
        {
            if (_stage < _rounds)
            {
                Section kept = _held.Peek().Half(IsSecond);
                PinnedVector.Add(received.Slice(kept), sum.Slice(kept));
                _held.Push(kept);
            }
            else
            {
                _held.Pop();
            }

            _stage++;
            Post();
        }
    }

    private void Begin()
    {
        _missing = section.Length;
        _stage = 0;
        _held.Clear();
        _held.Push(section);
        Post();
    }

    private void Post()
    {
        if (IsDone)
        {
            return;
        }

        int tag = Tags.Gradients + number * 2 * _rounds + _stage;
        if (_stage < _rounds)
        {
            Section held = _held.Peek();
            _transfer = communicator.Post(sum.Bytes(held.Half(!IsSecond)), received.Bytes(held.Half(IsSecond)), Partner, tag);
        }
        else
        {
            // What is held is summed up, and so is the partner's other half of what both held before.
            Section mine = _held.Pop();
            Section other = _held.Peek().Half(!IsSecond);
            _held.Push(mine);
            _transfer = communicator.Post(sum.Bytes(mine), sum.Bytes(other), Partner, tag);
        }
    }
}
