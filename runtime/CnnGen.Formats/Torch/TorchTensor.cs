namespace CnnGen.Formats.Torch;

/// <summary>Elements in a file of the archive.</summary>
/// <param name="Key">The file's name.</param>
/// <param name="Type">The elements' type.</param>
/// <param name="Count">How many there are.</param>
internal sealed record TorchStorage(string Key, DataTypeFacts Type, long Count);

/// <summary>Some of a storage's elements, seen as a tensor.</summary>
/// <param name="Storage">The storage; several tensors may share it.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Strides">Elements from one index to the next.</param>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    private const int MostDimensions = 64;

    /// <summary>Whether the elements follow one another in the tensor's order.</summary>
    public bool IsContiguous
    {
        get
        {
            long expected = 1;
            for (int axis = Shape.Length - 1; axis >= 0; axis--)
            {
                if (Shape[axis] != 1 && Strides[axis] != expected)
                {
                    return false;
                }

                expected *= Shape[axis];
            }

            return true;
        }
    }

    public long Count => Shape.Aggregate(1L, (product, dimension) => product * dimension);

    /// <summary>Elements from the first to the last.</summary>
    public long Extent => Shape.Contains(0) ? 0 : 1 + Shape.Zip(Strides, (dimension, stride) => (dimension - 1) * stride).Sum();

    /// <summary>What is wrong with it, or null: it would read outside its storage, or an element more than once.</summary>
    public string? Fault
    {
        get
        {
            if (Shape.Length != Strides.Length || Shape.Length > MostDimensions || Offset < 0 || Shape.Concat(Strides).Any(n => n < 0))
            {
                return "sizes, strides or an offset that no tensor has";
            }

            Int128 count = 1, extent = 1;
            for (int axis = 0; axis < Shape.Length && count <= Storage.Count; axis++)
            {
                count *= Shape[axis];
                extent += (Int128)(Shape[axis] - 1) * Strides[axis];
            }

            // An empty dimension later on makes up for what is too large so far.
            bool isEmpty = Shape.Contains(0);
            return isEmpty || (count <= Storage.Count && extent + Offset <= Storage.Count)
                ? null
                : $"more elements than its storage's {Storage.Count}; save tensor.clone() of what is expanded";
        }
    }
}
