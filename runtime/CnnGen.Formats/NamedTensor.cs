using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>Takes the bytes of a tensor, piece by piece; the span is valid during the call alone.</summary>
/// <param name="bytes">Whole elements, little endian.</param>
public delegate void TensorSink(ReadOnlySpan<byte> bytes);

/// <summary>
/// A tensor of a file: name, type, shape and a way to its elements. They are read when someone asks, so that a file of any size
/// needs little memory.
/// </summary>
public sealed class NamedTensor
{
    private readonly Action<TensorSink> _read;

    /// <summary>Makes a tensor from whatever gives its elements.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The elements' type.</param>
    /// <param name="shape">Its dimensions; none for a scalar.</param>
    /// <param name="read">Hands over all elements, the last dimension running fastest, each time it is called.</param>
    /// <exception cref="InvalidDataException">The tensor has 2⁶³ bytes or more.</exception>
    public NamedTensor(string name, DataType type, IReadOnlyList<long> shape, Action<TensorSink> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(read);
        (Name, Type, Shape, _read) = (name, type, shape, read);
        ByteCount = Product(this, DataTypeFacts.Of(type).Size);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The elements' type.</summary>
    public DataType Type { get; }

    /// <summary>The dimensions; none for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The number of elements.</summary>
    public long Count => ByteCount / DataTypeFacts.Of(Type).Size;

    /// <summary>The number of bytes of all elements.</summary>
    public long ByteCount { get; }

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public bool IsFloat => DataTypeFacts.Of(Type).IsFloat;

    /// <summary>Hands over all elements in order.</summary>
    /// <exception cref="InvalidDataException">The file is damaged there.</exception>
    public void Read(TensorSink sink)
    {
        long left = ByteCount;
        _read(bytes =>
        {
            left -= bytes.Length;
            sink(bytes);
        });
        if (left != 0)
        {
            throw new InvalidDataException($"tensor {Quoted}: expected {ByteCount} bytes, found {ByteCount - left}");
        }
    }

    /// <summary>All elements as floats; doubles are rounded.</summary>
    /// <exception cref="InvalidDataException">The elements are no floating-point numbers, or too many for an array.</exception>
    public float[] ToFloats()
    {
        if (!IsFloat || Count > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"tensor {Quoted}: expected at most {Array.MaxLength} floating-point numbers, found {Count} of type {Type}");
        }

        float[] values = new float[Count];
        int filled = 0;
        DataTypeFacts facts = DataTypeFacts.Of(Type);
        Read(bytes =>
        {
            int count = bytes.Length / facts.Size;
            FloatCast.Decode(facts, bytes, values.AsSpan(filled, count));
            filled += count;
        });
        return values;
    }

    /// <summary>The same tensor by another name.</summary>
    public NamedTensor Renamed(string name) => new(name, Type, Shape, _read);

    /// <summary>
    /// The same floating-point numbers in another type, rounded to the nearest, ties to even; other elements stay what they are.
    /// </summary>
    /// <param name="type"><see cref="DataType.F32"/>, <see cref="DataType.F16"/> or <see cref="DataType.BF16"/>.</param>
    public NamedTensor As(DataType type)
    {
        if (type is not (DataType.F32 or DataType.F16 or DataType.BF16))
        {
            throw new ArgumentException($"expected F32, F16 or BF16, found {type}", nameof(type));
        }

        return !IsFloat || type == Type ? this : new(Name, type, Shape, sink => FloatCast.Convert(this, type, sink));
    }

    /// <summary>A tensor of floats.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <param name="values">Its elements, the last dimension running fastest.</param>
    public static NamedTensor FromFloats(string name, IReadOnlyList<long> shape, ReadOnlyMemory<float> values) =>
        new(name, DataType.F32, shape, sink => FloatCast.Write(values.Span, sink));

    /// <summary>For example <c>conv1.weight F32 6×1×5×5</c>.</summary>
    public override string ToString() => $"{SafetensorsTensor.Printable(Name)} {Type} {SafetensorsTensor.Format(Shape)}";

    /// <summary>The name, fit for a message.</summary>
    internal string Quoted => SafetensorsTensor.Quote(Name);

    private static long Product(NamedTensor tensor, int size)
    {
        UInt128 bytes = (UInt128)size;
        bool isEmpty = tensor.Shape.Contains(0);
        foreach (long dimension in tensor.Shape)
        {
            bytes *= (UInt128)(isEmpty ? 0 : dimension);
            if (dimension < 0 || bytes > long.MaxValue)
            {
                throw new InvalidDataException(
                    $"tensor {tensor.Quoted}: expected fewer than 2⁶³ bytes, found shape {SafetensorsTensor.Format(tensor.Shape)}");
            }
        }

        return (long)bytes;
    }
}
