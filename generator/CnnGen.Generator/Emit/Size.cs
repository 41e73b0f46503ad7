namespace CnnGen.Generator.Emit;

/// <summary>A whole number of the emitted text: written out, or an expression of what a layer's sizes are called.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Value">What it is.</param>
/// <param name="IsNamed">It is not written out.</param>
internal readonly record struct Size(string Text, long Value, bool IsNamed)
{
    /// <summary>What it is, if it is written out.</summary>
    public long? Number => IsNamed ? null : Value;

    public bool IsZero => Number == 0;

    /// <summary>Neither zero nor nothing: there is something to add.</summary>
    public bool IsPresent => Text is not null && Number != 0;

    private string Grouped => Text.Contains(" + ") || Text.Contains(" - ") ? $"({Text})" : Text;

    public static implicit operator Size(long number) => new(Code.Int(number), number, IsNamed: false);

    public static Size operator *(long factor, Size size) =>
        !size.IsNamed || factor == 0 ? factor * size.Value
        : factor == 1 ? size
        : new Size($"{Code.Int(factor)} * {size.Grouped}", factor * size.Value, IsNamed: true);

    public static Size operator -(Size left, Size right) =>
        !right.IsNamed ? left + -right.Value
        : left.IsZero ? -1 * right
        : new Size($"{left.Text} - {right.Grouped}", left.Value - right.Value, IsNamed: true);

    public static Size operator +(Size left, Size right) =>
        !left.IsNamed && !right.IsNamed ? left.Value + right.Value
        : left.IsZero ? right
        : right.IsZero ? left
        : new Size($"{left.Text} + {right.Text}".Replace("+ -", "- "), left.Value + right.Value, IsNamed: true);

    public override string ToString() => Text;
}
