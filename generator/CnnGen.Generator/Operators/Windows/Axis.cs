namespace CnnGen.Generator.Operators.Windows;

/// <summary>What an axis is called in arguments and messages.</summary>
/// <param name="Name">Ending of its arguments: <c>StrideHeight</c>.</param>
/// <param name="Before">The side before it: <c>PaddingTop</c>.</param>
/// <param name="After">The side after it: <c>PaddingBottom</c>.</param>
/// <param name="Size">Its length in messages.</param>
/// <param name="Line">One element along it in messages.</param>
internal sealed record Axis(string Name, string Before, string After, string Size, string Line)
{
    public static readonly Axis Vertical = new("Height", "PaddingTop", "PaddingBottom", "height", "row");
    public static readonly Axis Horizontal = new("Width", "PaddingLeft", "PaddingRight", "width", "column");
}
