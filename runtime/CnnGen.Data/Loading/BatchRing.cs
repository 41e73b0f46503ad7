using System.Runtime.ExceptionServices;
using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// A ring of batches between those who make them and who uses them. Slots are given out in the order of the batches, so which thread
/// makes a batch is chance and when it is used is not. Everything here happens under one lock, but for the making itself.
/// </summary>
internal sealed class BatchRing
{
    private readonly object _gate = new();
    private readonly DataLoader _loader;
    private readonly Slot[] _slots;
    private readonly int[] _order;
    private int _orderEpoch = -1;
    private int _epoch;
    private int _index;
    private int _oldest;
    private int _claimed;
    private int _working;
    private bool _isHeld;
    private bool _isSeeking = true;
    private bool _isStopped;

    public BatchRing(DataLoader loader)
    {
        _loader = loader;
        int classes = loader.Options.Mixing is null ? 0 : loader.Data.ClassNames.Count;

        // One more than are held ready: the one in use.
        _slots = [.. Enumerable.Range(0, loader.Options.Prefetch + 1).Select(_ =>
            new Slot(new Batch(loader.BatchSize, loader.Shape, loader.Data.LabelLength > 1 ? loader.Shape.Pixels : 1, classes)))];
        _order = new int[loader.Data.Count];
    }

    /// <summary>The batch that the consumer gets next.</summary>
    private (int Epoch, int Index) Expected
    {
        get
        {
            // Those claimed and not yet taken lie before the one that is claimed next.
            long number = (long)_epoch * _loader.BatchesPerEpoch + _index - (_claimed - (_isHeld ? 1 : 0));
            return ((int)(number / _loader.BatchesPerEpoch), (int)(number % _loader.BatchesPerEpoch));
        }
    }

    /// <summary>Makes batches until the loader ends.</summary>
    public void MakeAll(BatchMaker maker)
    {
        while (Claim() is { } slot)
        {
            Make(slot, maker);
        }
    }

    /// <summary>Makes the next batch on the consumer's thread.</summary>
    public void MakeOne(BatchMaker maker)
    {
        Release();
        if (Claim() is { } slot)
        {
            Make(slot, maker);
        }
    }

    /// <summary>Lets the given batch be the next one; without effect where it is anyway.</summary>
    public void Seek(int epoch, int index)
    {
        lock (_gate)
        {
            if (!_isSeeking && Expected == (epoch, index))
            {
                return;
            }

            _isSeeking = true;
            while (_working > 0)
            {
                Monitor.Wait(_gate);
            }

            (_epoch, _index, _claimed, _isHeld, _isSeeking) = (epoch, index, 0, false, false);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Gives the last batch back and waits for the next one.</summary>
    public Batch Take(CancellationToken cancellation)
    {
        Release();
        lock (_gate)
        {
            Slot slot = _slots[_oldest];
            while (!_isStopped && !(_claimed > 0 && slot.IsReady))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }

            ObjectDisposedException.ThrowIf(_isStopped, typeof(DataLoader));
            _isHeld = true;
            slot.Failure?.Throw();
            return slot.Batch;
        }
    }

    /// <summary>Lets whoever waits look again.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>No batch is begun any more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            if (_isHeld)
            {
                (_oldest, _claimed, _isHeld) = ((_oldest + 1) % _slots.Length, _claimed - 1, false);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>The slot of the next batch, once one is free; null when the loader ends.</summary>
    private Slot? Claim()
    {
        lock (_gate)
        {
            while (!_isStopped && (_isSeeking || _claimed == _slots.Length))
            {
                Monitor.Wait(_gate);
            }

            if (_isStopped)
            {
                return null;
            }

            Slot slot = _slots[(_oldest + _claimed++) % _slots.Length];
            slot.IsReady = false;
            slot.Failure = null;
            _working++;
            try
            {
                Order();
                int first = _index * _loader.BatchSize;
                slot.Batch.Begin(_epoch, _index, _order.AsSpan(first, Math.Min(_loader.BatchSize, _order.Length - first)));
            }
            catch (Exception exception)
            {
                slot.Failure = ExceptionDispatchInfo.Capture(exception);
            }

            (_epoch, _index) = _index + 1 == _loader.BatchesPerEpoch ? (_epoch + 1, 0) : (_epoch, _index + 1);
            return slot;
        }
    }

    private void Make(Slot slot, BatchMaker maker)
    {
        try
        {
            if (slot.Failure is null)
            {
                maker.Make(slot.Batch);
            }
        }
        catch (Exception exception)
        {
            slot.Failure = ExceptionDispatchInfo.Capture(exception);
        }

        lock (_gate)
        {
            slot.IsReady = true;
            _working--;
            Monitor.PulseAll(_gate);
        }
    }

    private void Order()
    {
        if (_orderEpoch != _epoch)
        {
            RandomSource random = new RandomSource(_loader.Options.Seed).Stream(_epoch).Stream(int.MinValue);
            _loader.Options.Sampler.Fill(_order, ref random);
            _orderEpoch = _epoch;
        }
    }

    private sealed class Slot(Batch batch)
    {
        public Batch Batch => batch;

        public bool IsReady { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
