namespace CnnGen.Runtime;

/// <summary>Reads a safetensors stream: first the header, then tensor after tensor.</summary>
internal sealed class SafetensorsReader(Stream stream)
{
    private const int BufferBytes = 1 << 16;

    private readonly Dictionary<string, string> _metadata = [];

    /// <summary>The text in the header, after <see cref="ReadHeader"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The tensors in the order of their data.</summary>
    /// <exception cref="InvalidDataException">The stream has no sound header, or is of another length than it says.</exception>
    public List<SafetensorsTensor> ReadHeader() => HeaderReader.Read(stream, _metadata);

    /// <summary>Fills the parameters that the tensors are for.</summary>
    /// <exception cref="InvalidDataException">The stream ends too early or too late; some of the parameters may be filled.</exception>
    public void ReadData(IReadOnlyList<TensorUse> uses, IParameterValues destination)
    {
        byte[] buffer = new byte[BufferBytes];
        foreach ((SafetensorsTensor tensor, _, ParameterInfo? parameter) in uses)
        {
            if (parameter is null)
            {
                Skip(tensor, buffer);
            }
            else
            {
                destination.Write(parameter, values => ReadValues(tensor, values, buffer));
            }
        }

        if (stream.ReadByte() >= 0)
        {
            long expected = uses.Count == 0 ? 0 : uses[^1].Tensor.End;
            throw new InvalidDataException($"expected {expected} bytes of data after the header, found more");
        }
    }

    private void ReadValues(SafetensorsTensor tensor, Span<float> values, byte[] buffer)
    {
        ElementType type = ElementType.Find(tensor.DataType)!;
        while (values.Length > 0)
        {
            int count = Math.Min(values.Length, buffer.Length / type.Size);
            Span<byte> bytes = buffer.AsSpan(0, count * type.Size);
            ReadBytes(tensor, bytes);
            ElementDecoder.Decode(type, bytes, values[..count]);
            values = values[count..];
        }
    }

    private void Skip(SafetensorsTensor tensor, byte[] buffer)
    {
        for (long left = tensor.End - tensor.Begin; left > 0; left -= buffer.Length)
        {
            ReadBytes(tensor, buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
        }
    }

    private void ReadBytes(SafetensorsTensor tensor, Span<byte> destination)
    {
        if (stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) < destination.Length)
        {
            throw new InvalidDataException(
                $"tensor {SafetensorsTensor.Quote(tensor.Name)}: expected {tensor.End - tensor.Begin} bytes, found the end of the data");
        }
    }
}
