namespace CnnGen.Generator.Model;

/// <summary>
/// Rows of the network's input that row i of a tensor can see: from <c>First</c> + i·<c>Step</c> to <c>Last</c> + i·<c>Step</c>.
/// After an upsampling they are fractions.
/// </summary>
internal readonly record struct ReceptiveField(double First, double Last, double Step)
{
    /// <summary>More than any input has rows, and far below what a double holds exactly.</summary>
    private const double LargestStep = 1e12;

    private const double RoundingError = 1e-6;

    /// <summary>Each row of the input sees itself.</summary>
    public static ReceptiveField Pixel => new(0, 0, 1);

    /// <summary>How many rows, at most <see cref="int.MaxValue"/>.</summary>
    public int Rows => (int)Math.Min(int.MaxValue, Math.Ceiling(Last - First + 1 - RoundingError));

    /// <summary>Each row sees all of so many.</summary>
    public static ReceptiveField Whole(int rows) => new(0, rows - 1, 0);

    public ReceptiveField Through(Window window) => new(
        First - window.PadBefore * Step,
        Last + ((double)window.Extent - 1 - window.PadBefore) * Step,
        Math.Min(Step * window.Stride, LargestStep));

    /// <summary>With row 0 where row <paramref name="rows"/> was.</summary>
    public ReceptiveField Shifted(int rows) => this with { First = First + rows * Step, Last = Last + rows * Step };

    /// <summary>Where each row becomes <paramref name="factor"/> rows.</summary>
    public ReceptiveField Divided(int factor) => this with { Step = Step / factor };

    /// <summary>Backwards through a window: the rows that windows over row i stand on.</summary>
    public ReceptiveField Transposed(Window window)
    {
        double first = First + Step * Math.Ceiling(((double)window.PadBefore - window.Extent + 1) / window.Stride);
        int rows = (window.Extent - 1) / window.Stride;
        return new(first, first + Last - First + rows * Step, Step / window.Stride);
    }

    public ReceptiveField Union(ReceptiveField other) =>
        new(Math.Min(First, other.First), Math.Max(Last, other.Last), Math.Max(Step, other.Step));
}
