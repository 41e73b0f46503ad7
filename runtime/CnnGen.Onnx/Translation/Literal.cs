using System.Globalization;

namespace CnnGen.Onnx.Translation;

/// <summary>Numbers as C#.</summary>
internal static class Literal
{
    /// <summary>The shortest number that is the same in single precision: <c>1e-5</c>.</summary>
    public static string Of(double value)
    {
        string text = ((float)value).ToString("R", CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : $"{text[..exponent]}e{int.Parse(text[(exponent + 1)..], CultureInfo.InvariantCulture)}";
    }

    /// <summary>Numbers of an array argument; one kind of number, so that C# finds the constructor.</summary>
    public static string Array(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(value => Of(value)))}]";

    /// <summary>Whether two numbers are the same in single precision.</summary>
    public static bool Same(double a, double b) => (float)a == (float)b;
}
