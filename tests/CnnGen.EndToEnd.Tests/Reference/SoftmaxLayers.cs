namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>y[c] = exp(x[c]) / Σ exp(x) over the channels of each pixel; dx = y · (dy − Σ y·dy).</summary>
internal sealed class SoftmaxLayer : Layer
{
    public override double[] Forward(double[] x) => Channels.Map(Input, x, Of);

    public override double[] Backward(double[] x, double[] y, double[] dy) => Channels.Map(Input, y, dy, (p, g) =>
    {
        double mean = p.Zip(g, (a, b) => a * b).Sum();
        return [.. p.Zip(g, (a, b) => a * (b - mean))];
    });

    public static double[] Of(double[] x)
    {
        double largest = x.Max();
        double[] e = [.. x.Select(v => Math.Exp(v - largest))];
        double sum = e.Sum();
        return [.. e.Select(v => v / sum)];
    }
}

/// <summary>y[c] = x[c] − log Σ exp(x) over the channels of each pixel; dx = dy − softmax(x) · Σ dy.</summary>
internal sealed class LogSoftmaxLayer : Layer
{
    public override double[] Forward(double[] x) => Channels.Map(Input, x, Of);

    public override double[] Backward(double[] x, double[] y, double[] dy) => Channels.Map(Input, y, dy, (log, g) =>
    {
        double sum = g.Sum();
        return [.. log.Zip(g, (a, b) => b - Math.Exp(a) * sum)];
    });

    public static double[] Of(double[] x)
    {
        double largest = x.Max();
        double log = largest + Math.Log(x.Sum(v => Math.Exp(v - largest)));
        return [.. x.Select(v => v - log)];
    }
}

/// <summary>Applies a function of vectors to the channels of each pixel.</summary>
internal static class Channels
{
    public static double[] Map(Dims dims, double[] x, Func<double[], double[]> map) => Map(dims, x, x, (v, _) => map(v));

    public static double[] Map(Dims dims, double[] a, double[] b, Func<double[], double[], double[]> map)
    {
        var result = new double[dims.Length];
        int pixels = dims.H * dims.W;
        for (int p = 0; p < pixels; p++)
        {
            double[] mapped = map(Pixel(dims, a, p), Pixel(dims, b, p));
            for (int c = 0; c < dims.C; c++)
            {
                result[c * pixels + p] = mapped[c];
            }
        }
        return result;
    }

    public static double[] Pixel(Dims dims, double[] x, int pixel) =>
        [.. Enumerable.Range(0, dims.C).Select(c => x[c * dims.H * dims.W + pixel])];
}
