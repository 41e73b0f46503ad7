using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CnnGen.Runtime;

namespace CnnGen.Formats.Numpy;

/// <summary>
/// What stands before the elements of an npy array: magic, version, and a Python literal,
/// <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>.
/// </summary>
/// <param name="Type">The elements' type.</param>
/// <param name="IsBigEndian">Their order of bytes.</param>
/// <param name="IsFortran">Whether the first dimension runs fastest.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Length">Bytes before the elements.</param>
internal sealed partial record NpyHeader(DataTypeFacts Type, bool IsBigEndian, bool IsFortran, long[] Shape, long Length)
{
    /// <summary>NumPy's own limit is lower; version 2 would allow 4 GiB.</summary>
    private const int MostBytes = 1 << 20;

    private const int Alignment = 64;

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads it; the elements follow.</summary>
    public static NpyHeader Read(Stream stream)
    {
        byte[] start = Bytes(stream, 8);
        if (!start.AsSpan().StartsWith(Magic) || start[6] is < 1 or > 3)
        {
            throw new InvalidDataException("expected an npy array of version 1 to 3, found other bytes");
        }

        byte[] digits = Bytes(stream, start[6] == 1 ? 2 : 4);
        long length = digits.Reverse().Aggregate(0L, (sum, digit) => (sum << 8) | digit);
        return length <= MostBytes
            ? Parse(Encoding.UTF8.GetString(Bytes(stream, (int)length)), start.Length + digits.Length + length)
            : throw new InvalidDataException($"expected a header of at most {MostBytes} bytes, found {length}");
    }

    /// <summary>Writes it, in version 1 where that is long enough.</summary>
    public static void Write(Stream stream, DataTypeFacts type, IReadOnlyList<long> shape)
    {
        string order = type.Size == 1 ? "|" : "<";
        string dimensions = string.Join(", ", shape) + (shape.Count == 1 ? "," : "");
        string text = $"{{'descr': '{order}{type.Numpy}', 'fortran_order': False, 'shape': ({dimensions}), }}";
        bool isLong = text.Length + 1 + Alignment > ushort.MaxValue;
        int before = Magic.Length + 2 + (isLong ? 4 : 2);
        int length = (before + text.Length + 1 + Alignment - 1) / Alignment * Alignment - before;
        stream.Write(Magic);
        stream.Write([(byte)(isLong ? 2 : 1), 0]);
        Span<byte> digits = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(digits, length);
        stream.Write(digits[..(isLong ? 4 : 2)]);
        stream.Write(Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n"));
    }

    private static NpyHeader Parse(string text, long length)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            throw new InvalidDataException(
                $"expected an npy header with descr, fortran_order and shape, found {SafetensorsTensor.Quote(text.Trim())}");
        }

        string descr = match.Groups["descr"].Value;
        DataTypeFacts type = DataTypeFacts.FromNumpy(descr[1..]) ?? throw new InvalidDataException(
            $"expected numbers, found elements of type {SafetensorsTensor.Quote(descr)}"
            + (descr.EndsWith('O') ? ": objects are pickles, which are not read" : ""));
        bool isBigEndian = descr[0] == '>' || (descr[0] == '=' && !BitConverter.IsLittleEndian);
        return new(type, isBigEndian, match.Groups["order"].Value == "True", [.. Numbers(match.Groups["shape"].Value)], length);
    }

    private static IEnumerable<long> Numbers(string list)
    {
        foreach (string item in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return long.TryParse(item.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? number
                : throw new InvalidDataException($"expected a shape of integers below 2⁶³, found {SafetensorsTensor.Quote(item)}");
        }
    }

    private static byte[] Bytes(Stream stream, int count)
    {
        byte[] bytes = StreamReading.ReadUpTo(stream, count);
        return bytes.Length == count
            ? bytes
            : throw new InvalidDataException($"expected an npy header, found the end after {bytes.Length} of {count} bytes");
    }

    [GeneratedRegex(
        @"^\{\s*'descr':\s*'(?<descr>[<>|=][A-Za-z0-9]+)',\s*'fortran_order':\s*(?<order>True|False),"
        + @"\s*'shape':\s*\((?<shape>[0-9L,\s]*)\),?\s*\}\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
