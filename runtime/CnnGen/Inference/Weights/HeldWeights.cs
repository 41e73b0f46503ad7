namespace CnnGen.Runtime;

/// <summary>The weights of one moment, to be read tensor by tensor until they are given back.</summary>
internal sealed class HeldWeights : IParameterValues, IDisposable
{
    private readonly WeightLayout _layout;
    private readonly WeightSnapshot _snapshot;
    private readonly WeightReader _reader;

    /// <summary>Holds what a store has just published, under its lock.</summary>
    public HeldWeights(WeightStore store, WeightSnapshot published)
    {
        (_layout, _snapshot, _reader) = (store.Layout, published, new WeightReader(store));
        _reader.Hold(published);
    }

    /// <inheritdoc/>
    public void Read(ParameterInfo parameter, Action<ReadOnlySpan<float>> use) =>
        _layout.EntryAt(parameter.Offset).Unpack(_snapshot.Packed!.Span, use);

    /// <inheritdoc/>
    public void Write(ParameterInfo parameter, Action<Span<float>> fill) =>
        throw new NotSupportedException("The weights of one moment do not change.");

    /// <inheritdoc/>
    public void Dispose() => _reader.End();
}
