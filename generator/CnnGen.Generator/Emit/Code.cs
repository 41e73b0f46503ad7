using System.Globalization;

namespace CnnGen.Generator.Emit;

/// <summary>Small expressions of the emitted C#. Those over vectors: <see cref="VectorCode"/>.</summary>
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
    public static string At(string origin, string offset) => $"ref {Element(origin, offset)}";

    /// <summary>The element itself.</summary>
    public static string Element(string origin, string offset) => offset == "0" ? origin : $"Unsafe.Add(ref {origin}, {offset})";

    public static string At(string origin, long offset) => At(origin, Int(offset));

    public static string At(string origin, Size offset) => At(origin, offset.Text);

    /// <summary>The statement that copies elements between references; a count of bytes ends at 4 GiB.</summary>
    public static string Copy(string to, string from, int length) => 4L * length <= uint.MaxValue
        ? $"Unsafe.CopyBlockUnaligned({Bytes(to)}, {Bytes(from)}, {Int(4L * length)});"
        : $"{Span(from, length)}.CopyTo({Span(to, length)});";

    /// <summary>The statement that writes zeros behind a reference.</summary>
    public static string Clear(string at, int length) => 4L * length <= uint.MaxValue
        ? $"Unsafe.InitBlockUnaligned({Bytes(at)}, 0, {Int(4L * length)});"
        : $"{Span(at, length)}.Clear();";

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

    /// <summary>The statements that move references by some elements.</summary>
    public static string Advance(int elements, params string[] references) =>
        string.Join(" ", references.Select(reference => $"{reference} = {At(reference, elements)};"));

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
}
