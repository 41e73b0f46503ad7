using System.Runtime.CompilerServices;

namespace CnnGen;

/// <summary>Checks of the numbers that users give to optimizers and losses.</summary>
internal static class Settings
{
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Error(name, "a number from 0 on", value);

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Error(name, "a positive number", value);

    public static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw Error(name, "a number from 0 to below 1", value);

    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Error(name, "a number from 0 to 1", value);

    private static ArgumentOutOfRangeException Error(string name, string expected, double found) =>
        new(name, found, FormattableString.Invariant($"expected {expected}, found {found}"));
}
