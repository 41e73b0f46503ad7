namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>The mean of each window: the sum of its elements over the number of them, with or without padding.</summary>
internal sealed class AvgPool2dLayer(int kernelHeight, int kernelWidth) : WindowLayer(kernelHeight, kernelWidth)
{
    public AvgPool2dLayer(int kernel)
        : this(kernel, kernel)
    {
    }

    public bool CountIncludePad { get; init; } = true;

    protected override bool StrideIsKernel => true;

    protected override int OutChannels(Dims input) => input.C;

    public override double[] Forward(double[] x)
    {
        var y = new double[Output.Length];
        ForEachElement((input, output, share) => y[output] += x[input] * share);
        return y;
    }

    public override double[] Backward(double[] x, double[] y, double[] dy)
    {
        var dx = new double[Input.Length];
        ForEachElement((input, output, share) => dx[input] += dy[output] * share);
        return dx;
    }

    private void ForEachElement(Action<int, int, double> visit)
    {
        for (int i = 0; i < Output.H; i++)
        {
            for (int j = 0; j < Output.W; j++)
            {
                double share = 1.0 / (Counted(Rows, i) * Counted(Columns, j));
                foreach (int row in Inside(Rows, i))
                {
                    foreach (int column in Inside(Columns, j))
                    {
                        for (int c = 0; c < Output.C; c++)
                        {
                            visit(Input[c, row, column], Output[c, i, j], share);
                        }
                    }
                }
            }
        }
    }

    private int Counted(Axis axis, int window) =>
        CountIncludePad ? Positions(axis, window).Count(axis.Padded) : Inside(axis, window).Count();

    private static IEnumerable<int> Inside(Axis axis, int window) => Positions(axis, window).Where(axis.Inside);

    private static IEnumerable<int> Positions(Axis axis, int window) =>
        Enumerable.Range(0, axis.Kernel).Select(tap => axis.Position(window, tap));
}
