namespace CnnGen;

/// <summary>The shape that the spans of a network's inputs or outputs have; compares without allocating.</summary>
internal readonly struct TensorShape
{
    private readonly IReadOnlyList<TensorInfo> _tensors;

    private TensorShape(IReadOnlyList<TensorInfo> tensors) => _tensors = tensors;

    /// <summary>Of the only tensor; of several that follow one another, a vector.</summary>
    public static TensorShape Of(IReadOnlyList<TensorInfo> tensors) => new(tensors);

    private int Rank => _tensors.Count == 1 ? _tensors[0].Shape.Count : 1;

    /// <summary>Refuses other shapes.</summary>
    public void Check(ReadOnlySpan<nint> found, string parameter)
    {
        if (!Equals(found))
        {
            throw new ArgumentException($"expected a tensor of shape {this}, found {Text(found)}", parameter);
        }
    }

    /// <summary>Refuses other shapes behind the number of samples, and another number; returns it.</summary>
    public nint CheckBatch(ReadOnlySpan<nint> found, nint? samples, string parameter)
    {
        if (found.IsEmpty || !Equals(found[1..]) || found[0] != (samples ?? found[0]))
        {
            string count = samples is { } known ? $"{known}×" : "samples×";
            throw new ArgumentException($"expected a tensor of shape {count}{this}, found {Text(found)}", parameter);
        }

        return found[0];
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<nint> lengths = stackalloc nint[Rank];
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            lengths[axis] = this[axis];
        }

        return Text(lengths);
    }

    private int this[int axis]
    {
        get
        {
            if (_tensors.Count > 1)
            {
                int length = 0;
                for (int i = 0; i < _tensors.Count; i++)
                {
                    length += _tensors[i].Length;
                }

                return length;
            }

            TensorInfo tensor = _tensors[0];
            bool isLast = tensor.Layout == TensorLayout.ChannelsLast && tensor.Shape.Count == 3;
            return tensor.Shape[isLast ? (axis + 1) % 3 : axis];
        }
    }

    private bool Equals(ReadOnlySpan<nint> found)
    {
        bool isEqual = found.Length == Rank;
        for (int axis = 0; isEqual && axis < found.Length; axis++)
        {
            isEqual = found[axis] == this[axis];
        }

        return isEqual;
    }

    private static string Text(ReadOnlySpan<nint> lengths) => lengths.IsEmpty ? "no dimensions" : string.Join('×', lengths.ToArray());
}
