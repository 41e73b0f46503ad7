using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using static CnnGen.Runtime.SafetensorsHeader;

namespace CnnGen.Runtime;

/// <summary>Writes parameters as a safetensors stream.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Elements that one call of the stream moves: spans of bytes have their limit.</summary>
    private const int ChunkElements = 1 << 20;

    /// <summary>Writes header and data at the stream's position.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="parameters">The tensors, in the order of their data.</param>
    /// <param name="values">Their values.</param>
    /// <param name="metadata">Text to go into the header.</param>
    /// <exception cref="IOException">The header would be longer than the format allows.</exception>
    public static void Write(
        Stream stream, IReadOnlyList<ParameterInfo> parameters, IParameterValues values,
        IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        WriteHeader(stream, Describe(parameters), metadata);
        foreach (ParameterInfo parameter in parameters)
        {
            values.Read(parameter, data => WriteData(stream, data));
        }
    }

    /// <summary>Writes what comes before the data.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors in the order of their data.</param>
    /// <param name="metadata">Text to go into the header.</param>
    /// <exception cref="IOException">The header would be longer than the format allows.</exception>
    public static void WriteHeader(
        Stream stream, IEnumerable<SafetensorsTensor> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        byte[] header = FormatHeader(tensors, metadata ?? []);
        if (header.Length > MaxLength)
        {
            throw new IOException($"expected a header of at most {MaxLength} bytes, found {header.Length}: keep less text in it");
        }

        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
    }

    private static IEnumerable<SafetensorsTensor> Describe(IReadOnlyList<ParameterInfo> parameters)
    {
        long position = 0;
        foreach (ParameterInfo parameter in parameters)
        {
            long end = position + sizeof(float) * (long)parameter.Length;
            yield return new(parameter.Name, Float32, [.. parameter.Shape.Select(dimension => (long)dimension)], position, end);
            position = end;
        }
    }

    private static void WriteData(Stream stream, ReadOnlySpan<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            uint[] swapped = new uint[values.Length];
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(values), swapped);
            values = MemoryMarshal.Cast<uint, float>(swapped);
        }

        for (; values.Length > 0; values = values[Math.Min(ChunkElements, values.Length)..])
        {
            stream.Write(MemoryMarshal.AsBytes(values[..Math.Min(ChunkElements, values.Length)]));
        }
    }

    private static byte[] FormatHeader(IEnumerable<SafetensorsTensor> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(Metadata);
            json.WriteString("format", "pt");
            foreach ((string key, string text) in metadata)
            {
                json.WriteString(key, text);
            }

            json.WriteEndObject();
            foreach (SafetensorsTensor tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.DataType);
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [tensor.Begin, tensor.End]);
                json.WriteEndObject();
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
}
