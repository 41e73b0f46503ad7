using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// The parameters that an instance and its forks share, in PyTorch's order and packed for the kernels. Each side is brought up
/// to date from the other only when it is asked for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeightStore
{
    private readonly WeightLayout _layout;
    private readonly float[] _values;
    private readonly FoldLayout? _folds;
    private readonly FloatBuffer _packed;
    private readonly FloatBuffer _folded;
    private readonly Lock _sync = new();
    private volatile bool _packedIsStale = true;
    private volatile bool _foldedIsStale = true;
    private bool _valuesAreStale;

    /// <summary>All parameters are zero.</summary>
    public WeightStore(WeightLayout layout, FoldLayout? folds = null)
    {
        _layout = layout;
        _folds = folds;
        _folded = new FloatBuffer(folds?.Length ?? 0);
        _values = new float[layout.Length];
        _packed = new FloatBuffer(layout.PackedLength);
    }

    /// <summary>The packed layout.</summary>
    public WeightLayout Layout => _layout;

    /// <summary>Parameters to be written: the packed weights become stale.</summary>
    public Span<float> Values
    {
        get
        {
            lock (_sync)
            {
                RefreshValues();
                _packedIsStale = true;
                _foldedIsStale = true;
                return _values;
            }
        }
    }

    /// <summary>Parameters to be read.</summary>
    public ReadOnlySpan<float> ReadOnlyValues
    {
        get
        {
            lock (_sync)
            {
                RefreshValues();
                return _values;
            }
        }
    }

    /// <summary>Up-to-date packed weights.</summary>
    public ref float Packed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_packedIsStale)
            {
                RefreshPacked();
            }

            return ref _packed.Origin;
        }
    }

    /// <summary>Up-to-date weights with batch normalisation folded in.</summary>
    public ref float Folded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_foldedIsStale)
            {
                RefreshFolded();
            }

            return ref _folded.Origin;
        }
    }

    /// <summary>Up-to-date packed weights, all of them.</summary>
    public Span<float> PackedSpan
    {
        get
        {
            _ = Packed;
            return _packed.Span;
        }
    }

    /// <summary>Zeros for connections that masks rule out.</summary>
    public void ClearMissingConnections()
    {
        _layout.Pack(_values, _packed.Span);
        Array.Clear(_values);
        _layout.Unpack(_packed.Span, _values);
    }

    /// <summary>Declares that the packed weights were written: PyTorch's order is brought up to date when someone looks.</summary>
    public void MarkPackedChanged()
    {
        lock (_sync)
        {
            _valuesAreStale = true;
            _packedIsStale = false;
            _foldedIsStale = true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefreshFolded()
    {
        lock (_sync)
        {
            if (_packedIsStale)
            {
                RefreshPacked();
            }

            if (_foldedIsStale)
            {
                _folds?.Apply(_packed.Span, _folded.Span);

                _foldedIsStale = false;
            }
        }
    }

    private void RefreshValues()
    {
        if (_valuesAreStale)
        {
            _layout.Unpack(_packed.Span, _values);
            _valuesAreStale = false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefreshPacked()
    {
        lock (_sync)
        {
            if (_packedIsStale)
            {
                _layout.Pack(_values, _packed.Span);
                _packedIsStale = false;
            }
        }
    }
}
