namespace CnnGen.Data;

/// <summary>Chosen samples of another data set, in an order of their own.</summary>
public sealed class Subset : IDataset
{
    private readonly IDataset _data;
    private readonly int[] _indices;

    /// <summary>The samples with the given numbers; a number may be there more than once.</summary>
    public Subset(IDataset data, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(indices);
        (_data, _indices) = (data, [.. indices]);
        int wrong = Array.FindIndex(_indices, index => (uint)index >= (uint)data.Count);
        if (wrong >= 0)
        {
            throw new ArgumentException($"sample {_indices[wrong]} at position {wrong}: expected 0 to {data.Count - 1}");
        }
    }

    /// <summary>The samples' numbers in the other data set.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <inheritdoc/>
    public int Count => _indices.Length;

    /// <inheritdoc/>
    public ImageShape Shape => _data.Shape;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _data.ClassNames;

    /// <inheritdoc/>
    public int LabelLength => _data.LabelLength;

    /// <inheritdoc/>
    public void ReadImage(int index, Span<float> image) => _data.ReadImage(_indices[index], image);

    /// <inheritdoc/>
    public void ReadLabels(int index, Span<int> labels) => _data.ReadLabels(_indices[index], labels);
}
