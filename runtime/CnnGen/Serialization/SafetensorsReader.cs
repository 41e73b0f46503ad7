using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static CnnGen.Runtime.SafetensorsHeader;

namespace CnnGen.Runtime;

/// <summary>Reads a safetensors stream and matches its tensors with the parameters of a network.</summary>
internal static class SafetensorsReader
{
    /// <summary>Fills <paramref name="destination"/> tensor by tensor in the stream's order, once the header is found to fit.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged or does not fit; the destination may be half full.</exception>
    public static void Read(Stream stream, IReadOnlyList<ParameterInfo> parameters, IParameterValues destination)
    {
        List<SafetensorsTensor> tensors = WithLayerNames(ReadHeader(stream), parameters);
        ReadData(stream, tensors, Match(tensors, parameters), destination);
    }

    private static List<SafetensorsTensor> ReadHeader(Stream stream)
    {
        long available = stream.CanSeek ? stream.Length - stream.Position : long.MaxValue;
        byte[] prefix = StreamReading.ReadUpTo(stream, LengthBytes);
        if (prefix.Length < LengthBytes)
        {
            throw new InvalidDataException($"expected a header length of {LengthBytes} bytes, found {prefix.Length} bytes in all");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)SafetensorsHeader.MaxLength)
        {
            throw new InvalidDataException($"expected a header of at most {SafetensorsHeader.MaxLength} bytes, found {length}");
        }

        byte[] json = StreamReading.ReadUpTo(stream, (long)length);
        if ((ulong)json.Length < length)
        {
            throw new InvalidDataException($"expected a header of {length} bytes, found {json.Length} bytes until the end");
        }

        List<SafetensorsTensor> tensors = SafetensorsHeader.Parse(json);
        long found = available - LengthBytes - (long)length;
        if (stream.CanSeek && DataLength(tensors) != found)
        {
            throw new InvalidDataException($"expected {DataLength(tensors)} bytes of data after the header, found {found}");
        }

        return tensors;
    }

    /// <summary>A module's bare parameter <c>layer_scale</c> is the weight of a layer of that name here: <c>layer_scale.weight</c>.</summary>
    private static List<SafetensorsTensor> WithLayerNames(List<SafetensorsTensor> tensors, IReadOnlyList<ParameterInfo> parameters)
    {
        HashSet<string> missing = [.. parameters.Select(parameter => parameter.Name)];
        missing.ExceptWith(tensors.Select(tensor => tensor.Name));
        return tensors.ConvertAll(tensor =>
            missing.Contains($"{tensor.Name}.weight") ? tensor with { Name = $"{tensor.Name}.weight" } : tensor);
    }

    /// <summary>The parameter of each tensor by name; tensors without one may be skipped.</summary>
    private static Dictionary<string, ParameterInfo> Match(
        List<SafetensorsTensor> tensors, IReadOnlyList<ParameterInfo> parameters)
    {
        Dictionary<string, ParameterInfo> byName = parameters.ToDictionary(parameter => parameter.Name);
        var found = new HashSet<string>();
        SafetensorsTensor? extra = null;
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (byName.TryGetValue(tensor.Name, out ParameterInfo? parameter))
            {
                CheckTensor(tensor, parameter);
                found.Add(tensor.Name);
            }
            else if (!tensor.IsIgnorable)
            {
                extra ??= tensor;
            }
        }

        ParameterInfo? missing = parameters.FirstOrDefault(parameter => !found.Contains(parameter.Name));
        if (missing is null && extra is null)
        {
            return byName;
        }

        string expected = missing is null
            ? "no other tensors"
            : $"tensor '{missing.Name}' ({Float32} {SafetensorsTensor.Format(missing.Shape)})";
        string instead = extra is null
            ? "no tensor of that name"
            : $"tensor {SafetensorsTensor.Quote(extra.Name)} ({extra.DataType} {SafetensorsTensor.Format(extra.Shape)}), "
              + "which the network does not have";
        throw new InvalidDataException($"expected {expected}, found {instead}");
    }

    private static void CheckTensor(SafetensorsTensor tensor, ParameterInfo parameter)
    {
        if (tensor.DataType != Float32)
        {
            throw new InvalidDataException($"tensor '{parameter.Name}': expected dtype {Float32}, found {tensor.DataType}");
        }

        if (!tensor.HasShape(parameter.Shape))
        {
            throw new InvalidDataException(
                $"tensor '{parameter.Name}': expected shape {SafetensorsTensor.Format(parameter.Shape)}, "
                + $"found {SafetensorsTensor.Format(tensor.Shape)}");
        }
    }

    private static void ReadData(
        Stream stream, List<SafetensorsTensor> tensors, Dictionary<string, ParameterInfo> parameters, IParameterValues destination)
    {
        byte[] skipped = new byte[4096];
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (parameters.TryGetValue(tensor.Name, out ParameterInfo? parameter))
            {
                destination.Write(parameter, values => ReadValues(stream, values, tensor));
                continue;
            }

            for (long left = tensor.End - tensor.Begin; left > 0; left -= skipped.Length)
            {
                ReadBytes(stream, skipped.AsSpan(0, (int)Math.Min(left, skipped.Length)), tensor);
            }
        }

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"expected {DataLength(tensors)} bytes of data after the header, found more");
        }
    }

    private static void ReadValues(Stream stream, Span<float> values, SafetensorsTensor tensor)
    {
        for (; values.Length > 0; values = values[Math.Min(ChunkElements, values.Length)..])
        {
            Span<float> chunk = values[..Math.Min(ChunkElements, values.Length)];
            ReadBytes(stream, MemoryMarshal.AsBytes(chunk), tensor);
            if (!BitConverter.IsLittleEndian)
            {
                Span<uint> bits = MemoryMarshal.Cast<float, uint>(chunk);
                BinaryPrimitives.ReverseEndianness(bits, bits);
            }
        }
    }

    private static void ReadBytes(Stream stream, Span<byte> destination, SafetensorsTensor tensor)
    {
        if (stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) < destination.Length)
        {
            throw new InvalidDataException(
                $"tensor {SafetensorsTensor.Quote(tensor.Name)}: expected {tensor.End - tensor.Begin} bytes, found the end of the data");
        }
    }

    private static long DataLength(List<SafetensorsTensor> tensors) => tensors.Count == 0 ? 0 : tensors[^1].End;
}
