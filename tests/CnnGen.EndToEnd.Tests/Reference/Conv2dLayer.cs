namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>y[o, i, j] = b[o] + Σ w[o, c, u, v] · x[c, i·s + u·d − p, j·s + v·d − p] over the channels of o's group.</summary>
internal sealed class Conv2dLayer(int outChannels, int kernelHeight, int kernelWidth) : WindowLayer(kernelHeight, kernelWidth)
{
    public Conv2dLayer(int outChannels, int kernel)
        : this(outChannels, kernel, kernel)
    {
    }

    public PaddingMode PaddingMode { get; init; }

    public int Groups { get; init; } = 1;

    public bool Bias { get; init; } = true;

    public ConvMode Mode { get; init; }

    public int[]? InputMasks { get; init; }

    public override long MultiplyAdds => (long)Output.Length * GroupChannels * KernelHeight * KernelWidth;

    protected override bool StrideIsKernel => false;

    private int GroupChannels => Input.C / Groups;

    private Weights W => Weights[0];

    protected override int OutChannels(Dims input) => outChannels;

    protected override IReadOnlyList<Weights> CreateWeights()
    {
        var weight = new Weights("weight", outChannels, GroupChannels, KernelHeight, KernelWidth);
        return Bias ? [weight, new Weights("bias", outChannels)] : [weight];
    }

    public override double[] Forward(double[] x)
    {
        var y = new double[Output.Length];
        for (int i = 0; Bias && i < y.Length; i++)
        {
            y[i] = Weights[1].Value[i / (Output.H * Output.W)];
        }
        ForEachTap((xi, wi, yi) => y[yi] += W.Value[wi] * x[xi]);
        return y;
    }

    public override double[] Backward(double[] x, double[] y, double[] dy)
    {
        var dx = new double[Input.Length];
        for (int i = 0; Bias && i < dy.Length; i++)
        {
            Weights[1].Gradient[i / (Output.H * Output.W)] += dy[i];
        }
        ForEachTap((xi, wi, yi) =>
        {
            dx[xi] += W.Value[wi] * dy[yi];
            W.Gradient[wi] += x[xi] * dy[yi];
        });
        return dx;
    }

    private void ForEachTap(Action<int, int, int> visit)
    {
        for (int o = 0; o < Output.C; o++)
        {
            for (int c = 0; c < GroupChannels; c++)
            {
                if (Connected(o, c))
                {
                    ForEachTap(o, c, visit);
                }
            }
        }
    }

    private void ForEachTap(int o, int c, Action<int, int, int> visit)
    {
        int channel = o / (outChannels / Groups) * GroupChannels + c;
        for (int u = 0; u < KernelHeight; u++)
        {
            for (int v = 0; v < KernelWidth; v++)
            {
                int weight = WeightIndex(o, c, u, v);
                for (int i = 0; i < Output.H; i++)
                {
                    int row = Rows.Source(Rows.Position(i, u), PaddingMode);
                    for (int j = 0; row >= 0 && j < Output.W; j++)
                    {
                        int column = Columns.Source(Columns.Position(j, v), PaddingMode);
                        if (column >= 0)
                        {
                            visit(Input[channel, row, column], weight, Output[o, i, j]);
                        }
                    }
                }
            }
        }
    }

    private bool Connected(int o, int c) => InputMasks is null || (InputMasks[o] >> c & 1) != 0;

    private int WeightIndex(int o, int c, int u, int v)
    {
        bool flip = Mode == ConvMode.Convolution;
        int row = flip ? KernelHeight - 1 - u : u;
        int column = flip ? KernelWidth - 1 - v : v;
        return ((o * GroupChannels + c) * KernelHeight + row) * KernelWidth + column;
    }

    /// <summary>Sets weights to zero where a mask removes the connection.</summary>
    public void ClearUnconnected()
    {
        int taps = KernelHeight * KernelWidth;
        for (int i = 0; i < W.Value.Length; i++)
        {
            if (!Connected(i / taps / GroupChannels, i / taps % GroupChannels))
            {
                W.Value[i] = 0;
            }
        }
    }
}
