namespace CnnGen.Generator.Emit;

/// <summary>A whole number of the emitted text: written out, or an expression of what a layer's sizes are called.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Number">What it is, if it is written out.</param>
internal readonly record struct Size(string Text, long? Number)
{
    public bool IsZero => Number == 0;

    /// <summary>Neither zero nor nothing: there is something to add.</summary>
    public bool IsPresent => Text is not null && Number != 0;

    private string Grouped => Text.Contains(" + ") || Text.Contains(" - ") ? $"({Text})" : Text;

    public static implicit operator Size(long number) => new(Code.Int(number), number);

    public static Size operator *(long factor, Size size) =>
        size.Number is { } number ? factor * number
        : factor == 0 ? 0
        : factor == 1 ? size
        : new Size($"{Code.Int(factor)} * {size.Grouped}", null);

    public static Size operator -(Size left, Size right) =>
        right.Number is { } number ? left + -number
        : left.IsZero ? -1 * right
        : new Size($"{left.Text} - {right.Grouped}", null);

    public static Size operator +(Size left, Size right) =>
        left.Number is { } first && right.Number is { } second ? first + second
        : left.IsZero ? right
        : right.IsZero ? left
        : new Size($"{left.Text} + {right.Text}".Replace("+ -", "- "), null);

    public override string ToString() => Text;
}
