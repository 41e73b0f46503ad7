using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CnnGen.Runtime;

/// <summary>
/// Parameters in the safetensors format: the length of a JSON header (eight bytes, little endian), the header, raw data.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Safetensors
{
    private const int LengthBytes = 8;
    private const int Alignment = 8;
    private const int ChunkElements = 1 << 20;
    private const string Float32 = "F32";

    /// <summary>Writes the parameters; the file is replaced as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<ParameterInfo> parameters, ReadOnlySpan<float> values)
    {
        CheckLength(parameters, values.Length);
        byte[] header = FormatHeader(parameters);
        float[] copy = values.ToArray();
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[LengthBytes];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (ParameterInfo parameter in parameters)
            {
                WriteData(stream, copy.AsSpan(parameter.Offset, parameter.Length));
            }
        });
    }

    /// <summary>Reads the parameters from a file; nothing is written to <paramref name="values"/> unless all of it is right.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the parameters.</exception>
    public static void Load(string path, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        using FileStream stream = File.OpenRead(path);
        Load(stream, $"'{path}'", parameters, values);
    }

    /// <summary>Reads the parameters from a stream; nothing is written to <paramref name="values"/> unless all of it is right.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or does not fit the parameters.</exception>
    public static void Load(Stream stream, IReadOnlyList<ParameterInfo> parameters, Span<float> values) =>
        Load(stream, "the stream", parameters, values);

    private static void Load(Stream stream, string source, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        CheckLength(parameters, values.Length);
        try
        {
            float[] staging = new float[values.Length];
            List<SafetensorsTensor> tensors = ReadHeader(stream);
            ReadData(stream, tensors, Match(tensors, parameters), staging);
            foreach (ParameterInfo parameter in parameters)
            {
                staging.AsSpan(parameter.Offset, parameter.Length).CopyTo(values[parameter.Offset..]);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{source} does not hold these parameters: {exception.Message}", exception);
        }
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
        Stream stream, List<SafetensorsTensor> tensors, Dictionary<string, ParameterInfo> parameters, float[] destination)
    {
        byte[] skipped = new byte[4096];
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (parameters.TryGetValue(tensor.Name, out ParameterInfo? parameter))
            {
                Span<float> values = destination.AsSpan(parameter.Offset, parameter.Length);
                for (; values.Length > 0; values = values[Math.Min(ChunkElements, values.Length)..])
                {
                    ReadBytes(stream, MemoryMarshal.AsBytes(values[..Math.Min(ChunkElements, values.Length)]), tensor);
                }

                SwapOnBigEndian(destination.AsSpan(parameter.Offset, parameter.Length));
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

    private static void ReadBytes(Stream stream, Span<byte> destination, SafetensorsTensor tensor)
    {
        if (stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) < destination.Length)
        {
            throw new InvalidDataException(
                $"tensor {SafetensorsTensor.Quote(tensor.Name)}: expected {tensor.End - tensor.Begin} bytes, found the end of the data");
        }
    }

    private static void WriteData(Stream stream, Span<float> values)
    {
        SwapOnBigEndian(values);
        for (; values.Length > 0; values = values[Math.Min(ChunkElements, values.Length)..])
        {
            stream.Write(MemoryMarshal.AsBytes(values[..Math.Min(ChunkElements, values.Length)]));
        }
    }

    private static void SwapOnBigEndian(Span<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Span<uint> bits = MemoryMarshal.Cast<float, uint>(values);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }

    private static byte[] FormatHeader(IReadOnlyList<ParameterInfo> parameters)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.Metadata);
            json.WriteString("format", "pt");
            json.WriteEndObject();
            long position = 0;
            foreach (ParameterInfo parameter in parameters)
            {
                json.WriteStartObject(parameter.Name);
                json.WriteString("dtype", Float32);
                WriteNumbers(json, "shape", parameter.Shape.Select(dimension => (long)dimension));
                long end = position + sizeof(float) * (long)parameter.Length;
                WriteNumbers(json, "data_offsets", [position, end]);
                json.WriteEndObject();
                position = end;
            }

            json.WriteEndObject();
        }

        // The data begins at a multiple of eight.
        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static long DataLength(List<SafetensorsTensor> tensors) => tensors.Count == 0 ? 0 : tensors[^1].End;

    private static void CheckLength(IReadOnlyList<ParameterInfo> parameters, int found)
    {
        long expected = parameters.Count == 0 ? 0 : parameters.Max(parameter => (long)parameter.Offset + parameter.Length);
        if (found != expected)
        {
            throw new ArgumentException($"expected {expected} values for {parameters.Count} parameters, found {found}");
        }
    }
}
