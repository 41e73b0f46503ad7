namespace CnnGen;

/// <summary>Where the labels of each output lie among a sample's labels, and which they may be.</summary>
internal sealed class LossLabels
{
    private readonly (int Count, int Limit, int? Ignored)[] _parts;

    /// <exception cref="ArgumentException">One of the losses takes no labels.</exception>
    public LossLabels(IReadOnlyList<LossPart> parts)
    {
        _parts = [.. parts.Select(part =>
        {
            (int count, int limit) = part.Loss.Labels(part.Shape);
            return (count, limit, part.Loss.IgnoredLabel);
        })];
        OfAll = _parts.Sum(part => part.Count);
        Shared = Array.TrueForAll(_parts, part => part.Count == _parts[0].Count) ? _parts[0].Count : OfAll;
    }

    /// <summary>Labels of a sample, each output having its own.</summary>
    public int OfAll { get; }

    /// <summary>Labels of a sample that are those of all outputs; <see cref="OfAll"/> where outputs cannot share them.</summary>
    public int Shared { get; }

    /// <summary>The labels of an output among <paramref name="perSample"/> labels of a sample.</summary>
    public (int Start, int Count) Of(int part, int perSample)
    {
        bool isShared = perSample != OfAll;
        int start = 0;
        for (int i = 0; !isShared && i < part; i++)
        {
            start += _parts[i].Count;
        }

        return (start, _parts[part].Count);
    }

    /// <summary>How many labels a sample has.</summary>
    /// <exception cref="ArgumentException">It is another number, or a label is out of range.</exception>
    public int Check(ReadOnlySpan<int> labels, int count)
    {
        int perSample = labels.Length == (long)count * OfAll ? OfAll : Shared;
        if (labels.Length != (long)count * perSample)
        {
            string own = Shared == OfAll ? "" : $", or {OfAll} where each output has its own";
            throw new ArgumentException(
                $"expected {(long)count * perSample} labels for {count} samples ({perSample} each{own}), found {labels.Length}");
        }

        for (int part = 0; part < _parts.Length; part++)
        {
            (int start, int length) = Of(part, perSample);
            for (int sample = 0; sample < count; sample++)
            {
                Check(labels, sample * perSample + start, length, part);
            }
        }

        return perSample;
    }

    private void Check(ReadOnlySpan<int> labels, int start, int length, int part)
    {
        (_, int limit, int? ignored) = _parts[part];
        for (int i = start; i < start + length; i++)
        {
            if ((uint)labels[i] >= (uint)limit && labels[i] != ignored)
            {
                string allowed = $"0 to {limit - 1}{(ignored is null ? "" : $", or {ignored}")}";
                throw new ArgumentException(
                    $"label {labels[i]} at index {i} of {labels.Length}: expected {allowed}"
                    + (_parts.Length == 1 ? "" : $" for output {part}"));
            }
        }
    }
}
