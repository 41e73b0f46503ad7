namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>What convolutions and pools share. The properties are those of the attributes; null means not written.</summary>
internal abstract class WindowLayer(int kernelHeight, int kernelWidth) : Layer
{
    public int? Stride { get; init; }

    public int? StrideHeight { get; init; }

    public int? StrideWidth { get; init; }

    public int? Dilation { get; init; }

    public int? DilationHeight { get; init; }

    public int? DilationWidth { get; init; }

    public int? Padding { get; init; }

    public int? PaddingHeight { get; init; }

    public int? PaddingWidth { get; init; }

    public int? PaddingTop { get; init; }

    public int? PaddingBottom { get; init; }

    public int? PaddingLeft { get; init; }

    public int? PaddingRight { get; init; }

    public Rounding Rounding { get; init; }

    protected int KernelHeight => kernelHeight;

    protected int KernelWidth => kernelWidth;

    protected Axis Rows { get; private set; }

    protected Axis Columns { get; private set; }

    protected abstract bool StrideIsKernel { get; }

    protected abstract int OutChannels(Dims input);

    protected sealed override Dims Shape(Dims input)
    {
        Rows = AxisOf(input.H, kernelHeight, StrideHeight, DilationHeight, PaddingTop ?? PaddingHeight, PaddingBottom ?? PaddingHeight);
        Columns = AxisOf(input.W, kernelWidth, StrideWidth, DilationWidth, PaddingLeft ?? PaddingWidth, PaddingRight ?? PaddingWidth);
        return new(OutChannels(input), Rows.Count, Columns.Count);
    }

    private Axis AxisOf(int size, int kernel, int? stride, int? dilation, int? before, int? after)
    {
        int step = stride ?? Stride ?? (StrideIsKernel ? kernel : 1);
        int spread = dilation ?? Dilation ?? 1;
        bool ceiling = Rounding == Rounding.Ceil;
        if (Padding == Pad.Same)
        {
            int total = spread * (kernel - 1);
            return new(size, kernel, step, spread, total / 2, total - total / 2, ceiling);
        }
        return new(size, kernel, step, spread, before ?? Padding ?? 0, after ?? Padding ?? 0, ceiling);
    }
}
