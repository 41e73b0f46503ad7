using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// The parameters that an instance, its forks and its trainers share. They lie in kernel order. Predictions read snapshots: training
/// and writes never touch memory that a prediction reads, they go on with a copy. In PyTorch's order the parameters exist while
/// someone holds the span of <see cref="Values"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeightStore : IParameterValues
{
    private readonly WeightLayout _layout;
    private readonly PreparedWeights? _prepared;
    private readonly object _sync = new();
    private readonly List<WeakReference<WeightReader>> _readers = [];
    private FloatBuffer _packed;
    private volatile WeightSnapshot? _published;
    private volatile WeightSnapshot? _current;
    private WeightSnapshot? _retired;
    private ParameterLoan? _loan;
    private int _trainingThread;
    private int _trainingDepth;
    private int _waiting;
    private bool _isAwaited;

    /// <summary>All parameters are zero.</summary>
    /// <param name="layout">How they are packed.</param>
    /// <param name="prepared">What inference prepares.</param>
    /// <param name="seed">What the network was made from: random masks of its trainers start there.</param>
    /// <param name="width">The vectors that they are packed for; null: <see cref="VectorWidth.Current"/>.</param>
    public WeightStore(WeightLayout layout, PreparedWeights? prepared = null, int seed = 0, VectorWidth? width = null)
    {
        (_layout, _prepared, Seed, Width) = (layout, prepared, seed, width ?? VectorWidth.Current);
        _packed = new FloatBuffer(layout.PackedLength);
    }

    /// <summary>The packed layout.</summary>
    public WeightLayout Layout => _layout;

    /// <summary>The vectors that the weights are packed for.</summary>
    public VectorWidth Width { get; }

    /// <summary>The seed of the network's first values.</summary>
    public int Seed { get; }

    /// <summary>
    /// All parameters in PyTorch's order, to be read and written. What is written counts in the next training step, save or
    /// prediction (in later predictions after at most 64), and a step's new values appear here, as long as someone holds the span.
    /// </summary>
    public Span<float> Values
    {
        get
        {
            lock (_sync)
            {
                AwaitTraining();
                if (_loan is { IsReturned: true })
                {
                    TakeWrites();
                }

                if (_loan?.Values is not { } values)
                {
                    values = new float[_layout.Length];
                    _layout.Unpack(_packed.Span, values);
                    _loan = new ParameterLoan(values);
                }

                _loan.Renew();
                _current = null;
                return values;
            }
        }
    }

    /// <summary>The number of changes so far.</summary>
    internal long Version { get; private set; }

    /// <summary>The snapshot to predict from; null if it must be refreshed first.</summary>
    internal WeightSnapshot? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _current;
    }

    /// <summary>Whether another thread is amid a training step: the weights are not complete.</summary>
    private bool IsInTraining => _trainingDepth > 0 && _trainingThread != Environment.CurrentManagedThreadId;

    /// <summary>The weights in kernel order that training works on, between <see cref="BeginTraining"/> and <see cref="EndTraining"/>.</summary>
    internal FloatBuffer Packed => _packed;

    /// <summary>A forward pass over these weights.</summary>
    [CLSCompliant(false)]
    public InferencePass NewInference<P>()
        where P : struct, IPasses => Width.Inference<P>(this);

    /// <summary>A training pass over these weights.</summary>
    [CLSCompliant(false)]
    public TrainingPass NewTraining<P>(int batchSize, ThreadTeam team)
        where P : struct, IPasses => Width.Training<P>(this, batchSize, team);

    /// <summary>Sets all parameters, given in PyTorch's order.</summary>
    public void Assign(ReadOnlySpan<float> values)
    {
        lock (_sync)
        {
            AwaitTraining();
            Detach(copies: false);
            _layout.Pack(values, _packed.Span);
            Version++;
            if (_loan?.Values is { } lent)
            {
                values.CopyTo(lent);
                _loan.Settle(lent);
            }
        }
    }

    /// <summary>A copy of one parameter in PyTorch's order.</summary>
    public float[] Copy(string name, IReadOnlyList<ParameterInfo> parameters)
    {
        ParameterInfo parameter = parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw new ArgumentException(
            $"expected the name of a parameter or buffer, such as {parameters.FirstOrDefault()?.Name ?? "(the network has none)"}, found {name}",
            nameof(name));
        float[] values = new float[parameter.Length];
        lock (_sync)
        {
            AwaitTraining();
            TakeWrites();
            _layout.EntryAt(parameter.Offset).Unpack(_packed.Span, values);
        }

        return values;
    }

    /// <summary>The present weights, unchanged until they are given back, whoever trains meanwhile.</summary>
    internal HeldWeights Hold()
    {
        lock (_sync)
        {
            AwaitTraining();
            TakeWrites();
            return new HeldWeights(this, Publish());
        }
    }

    /// <inheritdoc/>
    void IParameterValues.Write(ParameterInfo parameter, Action<Span<float>> fill)
    {
        using var tensor = new NativeTensor(parameter.Length);
        fill(tensor.Span);
        lock (_sync)
        {
            AwaitTraining();
            TakeWrites();
            Detach(copies: true);
            _layout.EntryAt(parameter.Offset).Pack(tensor.Span, _packed.Span);
            Version++;
            if (_loan?.Values is { } lent)
            {
                tensor.Span.CopyTo(lent.AsSpan(parameter.Offset));
                _loan.Settle(lent);
            }
        }
    }

    /// <inheritdoc/>
    void IParameterValues.Read(ParameterInfo parameter, Action<ReadOnlySpan<float>> use)
    {
        using HeldWeights held = Hold();
        held.Read(parameter, use);
    }

    /// <summary>Whether predictions may begin with <paramref name="snapshot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsPublished(WeightSnapshot snapshot) => ReferenceEquals(_published, snapshot);

    /// <summary>Makes a reader known, whose snapshot is not to be written to.</summary>
    internal void Register(WeightReader reader)
    {
        lock (_sync)
        {
            _readers.RemoveAll(known => !known.TryGetTarget(out _));
            _readers.Add(new WeakReference<WeightReader>(reader));
        }
    }

    /// <summary>The snapshot to predict from. Amid a training step it is the one before, since the step's is not complete.</summary>
    internal WeightSnapshot Refresh()
    {
        lock (_sync)
        {
            if (_published is not { IsPrepared: true })
            {
                AwaitTraining();
            }

            if (IsInTraining)
            {
                _isAwaited = true;
                return _published!;
            }

            if (_loan?.IsDue() == true)
            {
                TakeWrites();
            }

            WeightSnapshot published = Prepare(Publish());
            if (_loan is null)
            {
                _current = published;
            }

            return published;
        }
    }

    /// <summary>
    /// Gives <see cref="Packed"/> to the calling thread: until as many calls of <see cref="EndTraining"/> no other thread reads or
    /// writes it.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread trains the same weights.</exception>
    internal void BeginTraining()
    {
        lock (_sync)
        {
            if (IsInTraining)
            {
                throw new InvalidOperationException(
                    "expected one training step at a time, but another thread is training the same weights: train an instance of its own");
            }

            while (_trainingDepth == 0 && _waiting > 0)
            {
                Monitor.Wait(_sync); // those who waited for the end of the last step come first: a loop of steps would shut them out
            }

            TakeWrites();
            Detach(copies: true);
            _trainingThread = Environment.CurrentManagedThreadId;
            _trainingDepth++;
        }
    }

    /// <summary>Ends what <see cref="BeginTraining"/> began.</summary>
    /// <param name="firstChanged">The first packed element that may have changed; the packed length if none did.</param>
    /// <returns>The version that the weights have now.</returns>
    internal long EndTraining(int firstChanged)
    {
        lock (_sync)
        {
            if (firstChanged < _layout.PackedLength)
            {
                Version++;
                _current = null;
                if (_loan?.Values is { } values)
                {
                    _layout.Unpack(_packed.Span, values, firstChanged);
                    _loan.Settle(values);
                }
            }

            if (--_trainingDepth == 0)
            {
                if (_isAwaited)
                {
                    _isAwaited = false;
                    Prepare(Publish());
                }

                Monitor.PulseAll(_sync);
            }

            return Version;
        }
    }

    /// <summary>Waits until the weights are complete.</summary>
    private void AwaitTraining()
    {
        if (IsInTraining)
        {
            _waiting++;
            while (IsInTraining)
            {
                Monitor.Wait(_sync);
            }

            _waiting--;
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>Takes over what was written through a span of <see cref="Values"/>.</summary>
    private void TakeWrites()
    {
        if (_loan?.Values is { } values)
        {
            bool isLast = _loan.IsReturned;
            if (_loan.TakeChange(values))
            {
                Detach(copies: false);
                _layout.Pack(values, _packed.Span);
                Version++;
            }

            if (isLast)
            {
                _loan = null;
            }
        }
    }

    /// <summary>The present weights as a snapshot, which shares their memory until the next change.</summary>
    private WeightSnapshot Publish()
    {
        if (_published is not { } snapshot || snapshot.Version != Version)
        {
            bool isReusable = _retired is { } retired && !IsHeld(retired);
            snapshot = isReusable ? _retired! : new WeightSnapshot();
            (snapshot.Packed, snapshot.IsPrepared, snapshot.Version) = (_packed, false, Version);
            (_retired, _published) = (_published, snapshot);
        }

        return snapshot;
    }

    /// <summary>Prepares a published snapshot for inference.</summary>
    private WeightSnapshot Prepare(WeightSnapshot snapshot)
    {
        if (!snapshot.IsPrepared)
        {
            snapshot.Prepared ??= new FloatBuffer(_prepared?.Length ?? 0);
            _prepared?.Apply(_packed.Span, snapshot.Prepared.Span);
            snapshot.IsPrepared = true;
        }

        return snapshot;
    }

    /// <summary>Moves the weights out of the published snapshot, before they change.</summary>
    private void Detach(bool copies)
    {
        _current = null;
        if (!ReferenceEquals(_published?.Packed, _packed))
        {
            return;
        }

        FloatBuffer? free = _retired is { } retired && !IsHeld(retired) ? retired.Packed : null;
        if (free is not null)
        {
            _retired!.Packed = null;
        }

        free ??= new FloatBuffer(_layout.PackedLength);
        if (copies)
        {
            _packed.Span.CopyTo(free.Span);
        }

        _packed = free;
    }

    private bool IsHeld(WeightSnapshot snapshot)
    {
        Interlocked.MemoryBarrier(); // pairs with the exchange in WeightReader.Begin
        foreach (WeakReference<WeightReader> known in _readers)
        {
            if (known.TryGetTarget(out WeightReader? reader) && reader.Holds(snapshot))
            {
                return true;
            }
        }

        return false;
    }
}
