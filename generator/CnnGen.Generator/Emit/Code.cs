using System.Globalization;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit;

/// <summary>Small expressions of the emitted C#. <c>V</c> are operations on eight floats, <c>F8</c> is eight floats.</summary>
internal static class Code
{
    public static string Float(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>A string.</summary>
    public static string Text(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    public static string Int(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Ints(IEnumerable<int> values) => string.Join(", ", values.Select(value => Int(value)));

    /// <summary><c>ref origin + offset</c>.</summary>
    public static string At(string origin, string offset) => offset == "0" ? $"ref {origin}" : $"ref Unsafe.Add(ref {origin}, {offset})";

    public static string At(string origin, long offset) => At(origin, Int(offset));

    public static string At(string origin, Size offset) => At(origin, offset.Text);

    public static string Load(string origin, int offset = 0) =>
        offset == 0 ? $"V.LoadUnsafe(ref {origin})"
        : offset > 0 ? $"V.LoadUnsafe(ref {origin}, {Int(offset)})"
        : $"V.LoadUnsafe({At(origin, offset)})";

    public static string Store(string value, string origin, int offset = 0) =>
        offset == 0 ? $"{value}.StoreUnsafe(ref {origin});" : $"{value}.StoreUnsafe(ref {origin}, {Int(offset)});";

    /// <summary>One element of memory in all lanes.</summary>
    public static string Broadcast(string origin, int offset) =>
        offset == 0 ? $"V.Create({origin})" : $"V.Create(Unsafe.Add(ref {origin}, {Int(offset)}))";

    /// <summary>The statement that copies elements between references; a count of bytes ends at 4 GiB.</summary>
    public static string Copy(string to, string from, int length) => 4L * length <= uint.MaxValue
        ? $"Unsafe.CopyBlockUnaligned({Bytes(to)}, {Bytes(from)}, {Int(4L * length)});"
        : $"{Span(from, length)}.CopyTo({Span(to, length)});";

    /// <summary>The statement that writes zeros behind a reference.</summary>
    public static string Clear(string at, int length) => 4L * length <= uint.MaxValue
        ? $"Unsafe.InitBlockUnaligned({Bytes(at)}, 0, {Int(4L * length)});"
        : $"{Span(at, length)}.Clear();";

    public static string MultiplyAdd(string a, string b, string sum) => $"V.MultiplyAdd({a}, {b}, {sum})";

    /// <summary>A sum of terms with constant factors, without the terms that are zero: <c>"3 * row + 8"</c>.</summary>
    public static string Sum(params (string Variable, Size Factor)[] terms)
    {
        IEnumerable<string> parts = terms
            .Where(term => !term.Factor.IsZero)
            .Select(term =>
                term.Variable == "" ? term.Factor.Text
                : term.Factor.Number == 1 ? term.Variable
                : $"{term.Variable} * {term.Factor}");
        string sum = string.Join(" + ", parts).Replace("+ -", "- ");
        return sum == "" ? "0" : sum;
    }

    /// <summary>An activation of a vector expression.</summary>
    /// <param name="activation">The function; null: none.</param>
    /// <param name="value">The expression.</param>
    /// <param name="on">The vectors: their operations and type.</param>
    public static string Activate(Activation? activation, string value, string on = "V, F8") =>
        activation is null ? value : Call(activation, "", value, on);

    /// <summary>dx from dy and the output (<paramref name="of"/> = "Output") or the input ("Input").</summary>
    public static string Gradient(Activation activation, string of, string dy, string value) =>
        Call(activation, $"GradientFrom{of}", $"{dy}, {value}", "V, F8");

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' =>
            $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}",
        _ => c.ToString(),
    };

    private static string Bytes(string reference) => $"ref Unsafe.As<float, byte>({reference})";

    private static string Span(string reference, int length) => $"MemoryMarshal.CreateSpan({reference}, {Int(length)})";

    private static string Call(Activation activation, string suffix, string value, string on)
    {
        bool hasParameter = activation.Kind is ActivationKind.LeakyReLU or ActivationKind.ELU;
        return $"Activations<{on}>.{activation.Kind}{suffix}({value}{(hasParameter ? $", {Float(activation.Parameter)}" : "")})";
    }
}
