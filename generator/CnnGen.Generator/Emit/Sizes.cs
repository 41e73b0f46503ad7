using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit;

/// <summary>
/// The numbers of a method that belong to its layer and not to the code. Either they are written out, or they are members of the type
/// parameter <c>S</c>, which layers that differ in nothing else fill.
/// </summary>
/// <param name="areNamed">They are members of <c>S</c>.</param>
internal sealed class Sizes(bool areNamed)
{
    /// <summary>Sizes that are written out.</summary>
    public static readonly Sizes Written = new(areNamed: false);

    private readonly SortedDictionary<string, long> _values = new(StringComparer.Ordinal);

    /// <summary>The members of <c>S</c> that the method uses.</summary>
    public IReadOnlyDictionary<string, long> Values => _values;

    public bool AreNamed => areNamed;

    public Size this[string name, long value]
    {
        get
        {
            if (!areNamed)
            {
                return value;
            }

            Add(name, value);
            return new Size($"S.{name}", value, IsNamed: true);
        }
    }

    public GridSizes this[string tensor, Grid grid] =>
        new(this[$"{tensor}Origin", grid.Origin], this[$"{tensor}Row", grid.Row], this[$"{tensor}Column", grid.Column]);

    /// <summary>Adds the sizes of another method of the same layer.</summary>
    public void Include(IReadOnlyDictionary<string, long> sizes)
    {
        foreach (KeyValuePair<string, long> size in sizes)
        {
            Add(size.Key, size.Value);
        }
    }

    private void Add(string name, long value)
    {
        if (_values.TryGetValue(name, out long known) && known != value)
        {
            throw new InvalidOperationException($"{name} is {known} and {value} in one layer.");
        }

        _values[name] = value;
    }
}

/// <summary>The places of a tensor's pixels, as they are written.</summary>
internal readonly record struct GridSizes(Size Origin, Size Row, Size Column);
