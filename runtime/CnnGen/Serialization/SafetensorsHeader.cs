// The generator compiles this file, too.
using System.Text.Json;

#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>
/// Reads the header of a safetensors file and checks it against itself. Whatever the bytes are, the outcome is a consistent
/// list of tensors or an <see cref="InvalidDataException"/>.
/// </summary>
internal static class SafetensorsHeader
{
    /// <summary>The format's own limit.</summary>
    public const long MaxLength = 100_000_000;

    /// <summary>Bytes of the header's length before the header.</summary>
    public const int LengthBytes = 8;

    /// <summary>The type of all parameters.</summary>
    public const string Float32 = "F32";

    /// <summary>The header's entry that holds text for people, not a tensor.</summary>
    public const string Metadata = "__metadata__";

    /// <summary>The tensors in the order of their data, which follow one another without gaps from 0 on.</summary>
    /// <param name="json">The header.</param>
    /// <param name="metadata">Takes its text.</param>
    public static List<SafetensorsTensor> Parse(ReadOnlySpan<byte> json, IDictionary<string, string> metadata)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
            List<SafetensorsTensor> tensors = ReadTensors(ref reader, metadata);
            CheckData(tensors);
            return tensors;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Invalid UTF-8 inside a string is an InvalidOperationException.
            throw new InvalidDataException($"expected a JSON header, found: {exception.Message}", exception);
        }
    }

    private static List<SafetensorsTensor> ReadTensors(ref Utf8JsonReader reader, IDictionary<string, string> metadata)
    {
        var tensors = new List<SafetensorsTensor>();
        var names = new HashSet<string>();
        Expect(ref reader, JsonTokenType.StartObject, "the header");
        while (ReadKey(ref reader) is string name)
        {
            if (!names.Add(name))
            {
                throw new InvalidDataException($"tensor {SafetensorsTensor.Quote(name)}: expected one entry, found a second one");
            }

            if (name == Metadata)
            {
                ReadMetadata(ref reader, metadata);
            }
            else
            {
                tensors.Add(ReadTensor(ref reader, name));
            }
        }

        // Throws if anything but white space follows.
        reader.Read();
        return tensors;
    }

    private static SafetensorsTensor ReadTensor(ref Utf8JsonReader reader, string name)
    {
        string where = $"tensor {SafetensorsTensor.Quote(name)}";
        string? dataType = null;
        long[]? shape = null;
        long[]? offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, where);
        while (ReadKey(ref reader) is string key)
        {
            switch (key)
            {
                case "dtype" when dataType is null:
                    Expect(ref reader, JsonTokenType.String, $"{where}, dtype");
                    dataType = reader.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, $"{where}, shape");
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, $"{where}, data_offsets");
                    break;
                default:
                    throw new InvalidDataException(
                        $"{where}: expected dtype, shape and data_offsets once each, found {SafetensorsTensor.Quote(key)}");
            }
        }

        if (dataType is null || shape is null || offsets is not [long begin, long end])
        {
            throw new InvalidDataException($"{where}: expected dtype, shape and two data_offsets, found fewer or more");
        }

#if CNNGEN_GENERATOR
        return new SafetensorsTensor(name, dataType, EquatableArray<long>.From(shape), begin, end);
#else
        return new SafetensorsTensor(name, dataType, shape, begin, end);
#endif
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, IDictionary<string, string> metadata)
    {
        Expect(ref reader, JsonTokenType.StartObject, Metadata);
        while (ReadKey(ref reader) is { } key)
        {
            Expect(ref reader, JsonTokenType.String, Metadata);
            metadata[key] = reader.GetString()!;
        }
    }

    private static long[] ReadNumbers(ref Utf8JsonReader reader, string where)
    {
        var numbers = new List<long>();
        Expect(ref reader, JsonTokenType.StartArray, where);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
            {
                throw new InvalidDataException($"{where}: expected integers from 0 to 2⁶³ - 1, found something else");
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>The next key of the current object, or null at its end.</summary>
    private static string? ReadKey(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string where)
    {
        reader.Read();
        if (reader.TokenType != type)
        {
            throw new InvalidDataException($"{where}: expected JSON {type}, found {reader.TokenType}");
        }
    }

    private static void CheckData(List<SafetensorsTensor> tensors)
    {
        tensors.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        long position = 0;
        foreach (SafetensorsTensor tensor in tensors)
        {
            string where = $"tensor {SafetensorsTensor.Quote(tensor.Name)}";
            if (tensor.Begin != position)
            {
                string fault = tensor.Begin < position ? "an overlap with the tensor before" : "a gap after the tensor before";
                throw new InvalidDataException($"{where}: expected data from {position} on, found it from {tensor.Begin} on, {fault}");
            }

            long expected = ByteCount(tensor, where);
            if (tensor.End - tensor.Begin != expected)
            {
                throw new InvalidDataException(
                    $"{where}: expected {expected} bytes for {tensor.DataType} {SafetensorsTensor.Format(tensor.Shape)}, "
                    + $"found data_offsets [{tensor.Begin}, {tensor.End}]");
            }

            position = tensor.End;
        }
    }

    private static long ByteCount(SafetensorsTensor tensor, string where)
    {
        long count = ElementSize(tensor, where);
        foreach (long dimension in tensor.Shape)
        {
            if (dimension > 0 && count > long.MaxValue / dimension)
            {
                throw new InvalidDataException(
                    $"{where}: expected fewer than 2⁶³ bytes, found shape {SafetensorsTensor.Format(tensor.Shape)}");
            }

            count *= dimension;
        }

        return count;
    }

    private static int ElementSize(SafetensorsTensor tensor, string where) =>
        ElementType.Find(tensor.DataType)?.Size
        ?? throw new InvalidDataException($"{where}: expected dtype {Float32}, found {SafetensorsTensor.Quote(tensor.DataType)}");
}
