using CnnGen.Formats;
using Reference = CnnGen.EndToEnd.Tests.Support.Safetensors;

namespace CnnGen.Tool.Tests.Formats;

/// <summary>The files that Goldens/make_formats.py wrote by PyTorch and NumPy, and what is in them.</summary>
internal static class FormatFiles
{
    private static readonly Lazy<Dictionary<string, double[]>> Expected =
        new(() => Reference.Read(File.ReadAllBytes(PathOf("expected.safetensors"))));

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Goldens", "Formats", file);

    /// <summary>The names and numbers that a file holds.</summary>
    public static Dictionary<string, double[]> ExpectedOf(string file) => Expected.Value
        .Where(pair => pair.Key.StartsWith(file + ":", StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[(file.Length + 1)..], pair => pair.Value);

    /// <summary>All elements, whatever their type.</summary>
    public static double[] Values(NamedTensor tensor)
    {
        var values = new List<double>();
        tensor.Read(bytes =>
        {
            int size = (int)(tensor.ByteCount / Math.Max(1, tensor.Count));
            for (int at = 0; at < bytes.Length; at += size)
            {
                values.Add(Value(tensor.Type, bytes[at..]));
            }
        });
        return [.. values];
    }

    private static double Value(DataType type, ReadOnlySpan<byte> bytes) => type switch
    {
        DataType.F32 => BitConverter.ToSingle(bytes),
        DataType.F16 => (double)BitConverter.ToHalf(bytes),
        DataType.BF16 => BitConverter.UInt32BitsToSingle((uint)BitConverter.ToUInt16(bytes) << 16),
        DataType.F64 => BitConverter.ToDouble(bytes),
        DataType.I8 => (sbyte)bytes[0],
        DataType.I16 => BitConverter.ToInt16(bytes),
        DataType.I32 => BitConverter.ToInt32(bytes),
        DataType.I64 => BitConverter.ToInt64(bytes),
        DataType.U8 or DataType.Bool => bytes[0],
        DataType.U16 => BitConverter.ToUInt16(bytes),
        DataType.U32 => BitConverter.ToUInt32(bytes),
        DataType.U64 => BitConverter.ToUInt64(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
