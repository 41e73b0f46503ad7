using System.Globalization;

namespace CnnGen.Onnx.Export;

/// <summary>A layer's options as the compiler wrote them: <c>kernel_size=3 stride=2,1</c>.</summary>
internal sealed class LayerOptions(string text)
{
    private readonly Dictionary<string, string> _options = text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(option => option.Split('=', 2))
        .ToDictionary(option => option[0], option => option[^1], StringComparer.Ordinal);

    public bool Has(string name) => _options.ContainsKey(name);

    public int Integer(string name, int usual = 0) => Integers(name) is [var only] ? only : usual;

    public int[] Integers(string name) => [.. Items(name).Select(item => int.Parse(item, CultureInfo.InvariantCulture))];

    public float Float(string name, float usual = 0) => Floats(name) is [var only] ? only : usual;

    public float[] Floats(string name) => [.. Items(name).Select(item => float.Parse(item, CultureInfo.InvariantCulture))];

    public string Word(string name, string usual) => _options.GetValueOrDefault(name, usual);

    /// <summary>Rows and columns.</summary>
    public (int Vertical, int Horizontal) Axes(string name, int usual) => Integers(name) switch
    {
        [] => (usual, usual),
        [var both] => (both, both),
        var two => (two[0], two[1]),
    };

    /// <summary>Top, left, bottom, right.</summary>
    public Sides Sides(string name) => Integers(name) switch
    {
        [] => default,
        [var all] => new(all, all, all, all),
        var four => new(four[0], four[1], four[2], four[3]),
    };

    private string[] Items(string name) => _options.TryGetValue(name, out string? value) ? value.Split(',') : [];
}

/// <summary>What is added on each side of an image; less than 0: taken away.</summary>
internal readonly record struct Sides(int Top, int Left, int Bottom, int Right)
{
    /// <summary>In ONNX's order, for the two axes of an image.</summary>
    public long[] Pads => [Top, Left, Bottom, Right];

    public bool IsNone => this == default;
}
