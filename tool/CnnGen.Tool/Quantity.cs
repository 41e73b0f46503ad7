using System.Globalization;

namespace CnnGen.Tool;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Quantity
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>1234567 -> <c>1,234,567</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1234567 -> <c>1.23 MB</c>.</summary>
    public static string Bytes(long bytes)
    {
        int unit = 0;
        double value = bytes;
        for (; value >= 1000 && unit < Units.Length - 1; unit++)
        {
            value /= 1000;
        }

        return $"{value.ToString(unit == 0 ? "0" : "0.##", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    /// <summary><c>6×1×5×5</c>.</summary>
    public static string Shape<T>(IReadOnlyList<T> shape) => shape.Count == 0 ? "scalar" : string.Join('×', shape);
}
