using System.Globalization;

namespace CnnGen.Generator.Tests;

internal static class TestCultures
{
    /// <summary>fi-FI as far as numbers go, also where the machine has no culture data.</summary>
    public static CultureInfo Finnish { get; } = Create();

    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u00A0";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NaNSymbol = "epäluku";
        return culture;
    }
}
