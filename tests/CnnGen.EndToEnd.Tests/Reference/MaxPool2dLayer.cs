namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>The largest element of each window; padding never wins.</summary>
internal class MaxPool2dLayer(int kernelHeight, int kernelWidth) : WindowLayer(kernelHeight, kernelWidth)
{
    public MaxPool2dLayer(int kernel)
        : this(kernel, kernel)
    {
    }

    public Ties Ties { get; init; }

    protected override bool StrideIsKernel => true;

    /// <summary>1 for the largest, -1 for the smallest.</summary>
    protected virtual double Sign => 1;

    protected override int OutChannels(Dims input) => input.C;

    public override double[] Forward(double[] x)
    {
        var y = new double[Output.Length];
        ForEachWindow((output, elements) => y[output] = Sign * elements.Max(e => Sign * x[e]));
        return y;
    }

    public override double[] Backward(double[] x, double[] y, double[] dy)
    {
        var dx = new double[Input.Length];
        ForEachWindow((output, elements) =>
        {
            List<int> winners = elements.FindAll(e => x[e] == y[output]);
            int sharing = Ties == Ties.Split ? winners.Count : 1;
            for (int i = 0; i < sharing; i++)
            {
                dx[winners[i]] += dy[output] / sharing;
            }
        });
        return dx;
    }

    /// <summary>Visits each output with the input elements of its window, row by row.</summary>
    private void ForEachWindow(Action<int, List<int>> visit)
    {
        for (int c = 0; c < Output.C; c++)
        {
            for (int i = 0; i < Output.H; i++)
            {
                for (int j = 0; j < Output.W; j++)
                {
                    visit(Output[c, i, j], Elements(c, i, j));
                }
            }
        }
    }

    private List<int> Elements(int c, int i, int j)
    {
        var elements = new List<int>();
        for (int u = 0; u < KernelHeight; u++)
        {
            for (int v = 0; v < KernelWidth; v++)
            {
                int row = Rows.Position(i, u), column = Columns.Position(j, v);
                if (Rows.Inside(row) && Columns.Inside(column))
                {
                    elements.Add(Input[c, row, column]);
                }
            }
        }
        return elements;
    }
}

/// <summary>The smallest element of each window.</summary>
internal sealed class MinPool2dLayer(int kernelHeight, int kernelWidth) : MaxPool2dLayer(kernelHeight, kernelWidth)
{
    public MinPool2dLayer(int kernel)
        : this(kernel, kernel)
    {
    }

    protected override double Sign => -1;
}
