namespace CnnGen.Onnx.Translation;

/// <summary>A dimension of what a network computes with: samples, channels, rows, columns.</summary>
internal enum Dim
{
    N,
    C,
    H,
    W,
}

/// <summary>Channels, rows and columns of a value; a vector has one row and one column.</summary>
internal readonly record struct ImageShape(int Channels, int Height, int Width)
{
    public int Length => checked(Channels * Height * Width);

    public bool IsSinglePixel => Height == 1 && Width == 1;

    public int this[Dim dim] => dim switch { Dim.C => Channels, Dim.H => Height, Dim.W => Width, _ => 1 };

    public override string ToString() => $"{Channels}×{Height}×{Width}";
}

/// <summary>A digit of an index: (index / Stride) mod Size of one dimension.</summary>
internal readonly record struct Atom(Dim Dim, int Stride, int Size);

/// <summary>
/// A tensor of the model as a way to look at a value of the network: each axis is a list of digits, the most significant first. So
/// transpositions and reshapes cost nothing, and what they amount to is seen where an operator asks for channels, rows and columns.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Axes">The tensor's axes; one of length 1 has no digits.</param>
internal sealed record View(Value Value, IReadOnlyList<IReadOnlyList<Atom>> Axes)
{
    public IReadOnlyList<int> Shape { get; } = [.. Axes.Select(Length)];

    /// <summary>A view whose axes are dimensions as a whole.</summary>
    public static View Of(Value value, int batch, params IReadOnlyList<Dim> dims) =>
        new(value, [.. dims.Select(dim => Whole(value, dim, batch))]);

    /// <summary>The same way to look at another value of the same shape.</summary>
    public View With(Value value) => this with { Value = value };

    public bool IsWhole(int axis, Dim dim) => Axes[axis].SequenceEqual(Whole(Value, dim, 1));

    /// <summary>The axes that hold digits of a dimension.</summary>
    public IEnumerable<int> AxesOf(Dim dim) => Enumerable.Range(0, Axes.Count).Where(axis => Axes[axis].Any(atom => atom.Dim == dim));

    /// <summary>Whether an axis has samples or a single element: what operators expect first.</summary>
    public bool IsBatch(int axis) => Axes[axis].All(atom => atom.Dim == Dim.N);

    public override string ToString() => Dims.Text(Shape);

    public static IReadOnlyList<Atom> Whole(Value value, Dim dim, int batch)
    {
        int size = dim == Dim.N ? batch : value.Shape[dim];
        return size == 1 ? [] : [new(dim, 1, size)];
    }

    public static int Length(IReadOnlyList<Atom> axis) => axis.Aggregate(1, (product, atom) => checked(product * atom.Size));
}
