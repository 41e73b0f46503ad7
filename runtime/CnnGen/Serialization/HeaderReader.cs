// The generator compiles this file, too.
using System.Buffers.Binary;

#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>
/// Reads the beginning of a safetensors stream. The generator contains it and all that it needs, so that a file is told the same when a
/// program is compiled and when it runs.
/// </summary>
internal static class HeaderReader
{
    /// <summary>The tensors in the order of their data; the stream stands behind the header then.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="metadata">Takes the text in the header.</param>
    /// <exception cref="InvalidDataException">The stream has no sound header, or is of another length than it says.</exception>
    public static List<SafetensorsTensor> Read(Stream stream, IDictionary<string, string> metadata)
    {
        long available = stream.CanSeek ? stream.Length - stream.Position : long.MaxValue;
        byte[] prefix = StreamReading.ReadUpTo(stream, SafetensorsHeader.LengthBytes);
        byte[] json = [];
        try
        {
            long length = HeaderLength(prefix);
            json = StreamReading.ReadUpTo(stream, length);
            if (json.Length < length)
            {
                throw new InvalidDataException($"expected a header of {length} bytes, found {json.Length} bytes until the end");
            }

            List<SafetensorsTensor> tensors = SafetensorsHeader.Parse(json, metadata);
            long found = available - SafetensorsHeader.LengthBytes - length;
            if (stream.CanSeek && DataLength(tensors) != found)
            {
                throw new InvalidDataException($"expected {DataLength(tensors)} bytes of data after the header, found {found}");
            }

            return tensors;
        }
        catch (InvalidDataException exception) when (json is not [(byte)'{', ..] && ForeignFile.Describe(prefix) is { } found)
        {
            throw new InvalidDataException($"expected safetensors, found {found}", exception);
        }
    }

    private static long HeaderLength(byte[] prefix)
    {
        if (prefix.Length < SafetensorsHeader.LengthBytes)
        {
            throw new InvalidDataException(
                $"expected a header length of {SafetensorsHeader.LengthBytes} bytes, found {prefix.Length} bytes in all");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        return length <= (ulong)SafetensorsHeader.MaxLength
            ? (long)length
            : throw new InvalidDataException($"expected a header of at most {SafetensorsHeader.MaxLength} bytes, found {length}");
    }

    private static long DataLength(List<SafetensorsTensor> tensors) => tensors.Count == 0 ? 0 : tensors[^1].End;
}
