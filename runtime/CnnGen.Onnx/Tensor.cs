namespace CnnGen.Onnx;

/// <summary>What the numbers of a tensor are.</summary>
public enum TensorKind
{
    /// <summary>Floating-point numbers of any width.</summary>
    Float,

    /// <summary>Integers of any width.</summary>
    Integer,

    /// <summary>False (0) and true (1).</summary>
    Boolean,
}

/// <summary>
/// A constant of a model, or a value while it is evaluated. Weights stay in single precision, as files hold them; whatever is computed has
/// double precision.
/// </summary>
public sealed class Tensor
{
    private readonly float[]? _singles;
    private double[]? _values;

    /// <summary>A tensor in single precision.</summary>
    /// <param name="shape">Its dimensions; none for a single number.</param>
    /// <param name="values">Its elements, the last dimension first.</param>
    /// <exception cref="ArgumentException">There are more or fewer elements than the shape says.</exception>
    public Tensor(IReadOnlyList<int> shape, float[] values)
        : this(shape, TensorKind.Float, values?.Length ?? 0) => _singles = values;

    /// <summary>A tensor in double precision.</summary>
    /// <param name="shape">Its dimensions; none for a single number.</param>
    /// <param name="kind">What its elements are.</param>
    /// <param name="values">Its elements, the last dimension first.</param>
    /// <exception cref="ArgumentException">There are more or fewer elements than the shape says.</exception>
    public Tensor(IReadOnlyList<int> shape, TensorKind kind, double[] values)
        : this(shape, kind, values?.Length ?? 0) => _values = values;

    private Tensor(IReadOnlyList<int> shape, TensorKind kind, int length)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = [.. shape];
        Kind = kind;
        if (Dims.Count(shape) != length)
        {
            throw new ArgumentException($"expected {Dims.Count(shape)} elements for shape {Dims.Text(shape)}, found {length}");
        }
    }

    /// <summary>Its dimensions; none for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>What its elements are.</summary>
    public TensorKind Kind { get; }

    /// <summary>How many elements it has.</summary>
    public int Length => _singles?.Length ?? _values!.Length;

    /// <summary>The elements in single precision, which is a copy unless the file held them so.</summary>
    public float[] ToSingles() => _singles ?? Array.ConvertAll(_values!, value => (float)value);

    /// <summary>The elements in double precision.</summary>
    internal double[] Values => _values ??= Array.ConvertAll(_singles!, value => (double)value);

    /// <summary>Whether it holds single precision.</summary>
    internal bool IsSingle => _singles is not null;

    /// <summary>Whether it is a single number, of whatever rank.</summary>
    internal bool IsScalar => Length == 1;

    internal double Scalar => _singles is null ? _values![0] : _singles[0];

    internal long[] Integers() => Array.ConvertAll(Values, ToInteger);

    /// <summary>Numbers beyond 64 bits, such as the end of a slice that means "all", become the largest ones.</summary>
    internal static long ToInteger(double value) => double.IsNaN(value) ? 0 : value >= long.MaxValue ? long.MaxValue : (long)value;

    internal static Tensor Of(params IReadOnlyList<long> integers) =>
        new([integers.Count], TensorKind.Integer, [.. integers.Select(number => (double)number)]);

    /// <summary>The same elements in another shape.</summary>
    internal Tensor Reshape(IReadOnlyList<int> shape) => _singles is null ? new(shape, Kind, _values!) : new(shape, _singles);
}
