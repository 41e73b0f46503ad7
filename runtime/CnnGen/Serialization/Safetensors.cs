using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using static CnnGen.Runtime.SafetensorsHeader;

namespace CnnGen.Runtime;

/// <summary>
/// Parameters in the safetensors format: the length of a JSON header (eight bytes, little endian), the header, raw data.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Safetensors
{
    private const int Alignment = 8;

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
    public static void Load(Stream stream, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Load(stream, "the stream", parameters, values);
    }

    private static void Load(Stream stream, string source, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        CheckLength(parameters, values.Length);
        try
        {
            float[] staging = new float[values.Length];
            SafetensorsReader.Read(stream, parameters, staging);
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

    private static void WriteData(Stream stream, Span<float> values)
    {
        SwapOnBigEndian(values);
        for (; values.Length > 0; values = values[Math.Min(ChunkElements, values.Length)..])
        {
            stream.Write(MemoryMarshal.AsBytes(values[..Math.Min(ChunkElements, values.Length)]));
        }
    }

    internal static void SwapOnBigEndian(Span<float> values)
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

    private static void CheckLength(IReadOnlyList<ParameterInfo> parameters, int found)
    {
        long expected = parameters.Count == 0 ? 0 : parameters.Max(parameter => (long)parameter.Offset + parameter.Length);
        if (found != expected)
        {
            throw new ArgumentException($"expected {expected} values for {parameters.Count} parameters, found {found}");
        }
    }
}
