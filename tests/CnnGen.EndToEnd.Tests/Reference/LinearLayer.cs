namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>y[o] = b[o] + Σ w[o, i] · x[i].</summary>
internal sealed class LinearLayer(int outFeatures) : Layer
{
    public bool Bias { get; init; } = true;

    public override long MultiplyAdds => (long)Input.Length * outFeatures;

    protected override Dims Shape(Dims input) => new(outFeatures, 1, 1);

    protected override IReadOnlyList<Weights> CreateWeights()
    {
        var weight = new Weights("weight", outFeatures, Input.Length);
        return Bias ? [weight, new Weights("bias", outFeatures)] : [weight];
    }

    public override double[] Forward(double[] x)
    {
        var y = new double[outFeatures];
        for (int o = 0; o < outFeatures; o++)
        {
            y[o] = Bias ? Weights[1].Value[o] : 0;
            for (int i = 0; i < x.Length; i++)
            {
                y[o] += Weights[0].Value[o * x.Length + i] * x[i];
            }
        }
        return y;
    }

    public override double[] Backward(double[] x, double[] y, double[] dy)
    {
        var dx = new double[x.Length];
        for (int o = 0; o < outFeatures; o++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                dx[i] += Weights[0].Value[o * x.Length + i] * dy[o];
                Weights[0].Gradient[o * x.Length + i] += x[i] * dy[o];
            }
            if (Bias)
            {
                Weights[1].Gradient[o] += dy[o];
            }
        }
        return dx;
    }
}
