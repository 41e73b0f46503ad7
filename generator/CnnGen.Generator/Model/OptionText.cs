using System.Globalization;

namespace CnnGen.Generator.Model;

/// <summary>
/// An operator's options as a line of text, <c>kernel_size=3 stride=2,1</c>, in PyTorch's words; what has its usual value is left out.
/// </summary>
internal sealed class OptionText
{
    private readonly List<string> _options = [];

    public OptionText Number(string name, int value, int usual = 0) => value == usual ? this : Add(name, Text(value));

    public OptionText Numbers(string name, IEnumerable<int> values) => Add(name, string.Join(",", values.Select(Text)));

    public OptionText Float(string name, float value) => Add(name, Text(value));

    public OptionText Floats(string name, IEnumerable<float> values) => Add(name, string.Join(",", values.Select(Text)));

    public OptionText Flag(string name, bool value) => value ? Add(name, "true") : this;

    public OptionText Word(string name, string value, string usual) => value == usual ? this : Add(name, value.ToLowerInvariant());

    /// <summary>Rows, columns; one number where both are equal.</summary>
    public OptionText Axes(string name, int vertical, int horizontal, int usual = 0) =>
        vertical != horizontal ? Numbers(name, [vertical, horizontal]) : Number(name, vertical, usual);

    /// <summary>Top, left, bottom, right; one number where all are equal.</summary>
    public OptionText Sides(string name, int top, int left, int bottom, int right) =>
        top == left && top == bottom && top == right ? Number(name, top) : Numbers(name, [top, left, bottom, right]);

    /// <summary>What is usual of a window: kernel, stride, padding, dilation.</summary>
    public OptionText Windows(Window vertical, Window horizontal) => this
        .Axes("kernel_size", vertical.Kernel, horizontal.Kernel)
        .Axes("stride", vertical.Stride, horizontal.Stride, usual: 1)
        .Sides("padding", vertical.PadBefore, horizontal.PadBefore, vertical.PadAfter, horizontal.PadAfter)
        .Axes("dilation", vertical.Dilation, horizontal.Dilation, usual: 1);

    public override string ToString() => string.Join(" ", _options);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private OptionText Add(string name, string value)
    {
        _options.Add($"{name}={value}");
        return this;
    }
}
