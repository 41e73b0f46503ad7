using System.Globalization;

namespace CnnGen.Generator.Model;

/// <summary>Arithmetic of sizes that saturates instead of overflowing, and how sizes are written in messages.</summary>
internal static class Size
{
    /// <summary>The most elements of a .NET array, hence of a tensor.</summary>
    public const long Limit = 0x7FFFFFC7;

    public static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    /// <summary>The product of factors that are not negative.</summary>
    public static long Product(params long[] factors)
    {
        long product = 1;
        foreach (long factor in factors)
        {
            if (factor == 0)
            {
                return 0;
            }

            product = product > long.MaxValue / factor ? long.MaxValue : product * factor;
        }

        return product;
    }

    public static int Clamp(long size) => (int)Math.Min(size, int.MaxValue);

    /// <summary>1234567 -> <c>1,234,567</c>.</summary>
    public static string Text(long size) => size.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>As C# writes it.</summary>
    public static string Plain(long size) => size.ToString(CultureInfo.InvariantCulture);

    /// <summary>2, row -> <c>2 rows</c>.</summary>
    public static string Count(long count, string unit) => $"{Text(count)} {unit}{(count == 1 ? "" : "s")}";
}
