namespace CnnGen.Operators.Tests.Sums;

/// <summary>
/// Sums over many pixels and samples: equal terms, whose rounding errors all point the same way. One chain of floats would be off by
/// 10⁻³ and more; no sum may be off by more than 10⁻⁵.
/// </summary>
public class SumTests
{
    private const double Allowed = 1e-5;
    private const float X = 0.3f, Dy = 0.1f;

    [Fact]
    public void The_mean_of_an_image()
    {
        Assert.Equal(0.7, Pass(new MeanOfImage(1), 1, 0.7f).Output, 2e-5);
        Near(0.7f, Pass(new MeanOfLargeImage(1), 1, 0.7f).Output);
    }

    [Fact]
    public void The_mean_of_large_windows()
    {
        Near(0.7f, Pass(new MeanOfWindows(1), 1, 0.7f).Output);
        Near(0.7f, Pass(new MeanOfUnequalWindows(1), 1, 0.7f).Output);
    }

    [Fact]
    public void Weight_and_bias_of_a_convolution_over_an_image()
    {
        float[] gradients = Pass(new PointConv(1), 1).Gradients;
        Near(7864.32, gradients[0]);
        Near(26214.4, gradients[1]);
    }

    [Fact]
    public void Convolutions_of_every_kind_over_a_large_image()
    {
        CheckConv(new LargePointConv(1), tap: 0, 1024 * 1024, 1024 * 1024);
        CheckConv(new LargeConv(1), tap: 4, 1024 * 1024, 1024 * 1024);
        CheckConv(new GroupedConv(1), tap: 0, 300 * 300, 300 * 300);
        CheckConv(new LargeDepthwise(1), tap: 4, 400 * 700, 400 * 700);
        CheckConv(new LargeTransposed(1), tap: 3, 512 * 512, 1024 * 1024);
    }

    [Fact]
    public void Convolutions_over_a_batch()
    {
        CheckConv(new BatchConv(1), tap: 4, 32 * 224 * 224, 32 * 224 * 224, batch: 32);
        CheckConv(new BatchConv(1), tap: 0, 32 * 223 * 223, 32 * 224 * 224, batch: 32);
        CheckConv(new WideConv(1), tap: 4, 4 * 112 * 112, 4 * 112 * 112, batch: 4);
    }

    [Fact]
    public void Running_statistics_of_a_batch()
    {
        var network = new LargeBatchNorm(1);
        Alternate(network, 2, 0.7f, 0.1f);
        double length = 2.0 * LargeBatchNorm.InputLength;
        Near(0.1 * 0.7, Parameter(network, "running_mean"));
        Near(0.9 + 0.1 * 0.01 * length / (length - 1), Parameter(network, "running_var"));
    }

    [Fact]
    public void Normalisations()
    {
        CheckNorm(new LargeBatchNorm(1), 1024 * 1024);
        CheckNorm(new LargeInstanceNorm(1), 1024 * 1024);
        CheckNorm(new LargeGroupNorm(1), 400 * 400);
    }

    [Fact]
    public void Normalisations_of_pixels()
    {
        // Two channels x and −x at every pixel.
        const int Pixels = 1024 * 1024;
        float[] x = [.. Enumerable.Range(0, 2 * Pixels).Select(i => i < Pixels ? X : -X)];
        float[] gradients = Run(new LargeLayerNorm(1), 1, x, Filled(2 * Pixels, Dy)).Gradients;
        Near(Pixels * Dy * X / Math.Sqrt(X * X + 1e-5), gradients[0]);
        Near(Pixels * (double)Dy, gradients[2]);
    }

    [Fact]
    public void A_normalisation_of_many_features()
    {
        int length = LongLayerNorm.InputLength;
        float[] x = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? 0.1f : 0.7f)];
        double mean = x.Average(value => (double)value), variance = x.Average(value => (value - mean) * (value - mean));
        Result result = Run(new LongLayerNorm(1), 1, x, Filled(length, Dy));
        Near((x[0] - mean) / Math.Sqrt(variance + 1e-5), result.Output);
    }

    [Fact]
    public void Response_norms()
    {
        float[] gradients = Pass(new LargeResponseNorm(1), 1).Gradients;
        Near(1024 * 1024 * (double)X * Dy, gradients[0]);
        Near(1024 * 1024 * (double)Dy, gradients[1]);
    }

    [Fact]
    public void Scales_and_slopes()
    {
        Near(1024 * 1024 * (double)X * Dy, Pass(new LargeScale(1), 1).Gradients[0]);
        Near(512 * 512 * (double)X * Dy, Pass(new LargeSubsample(1), 1).Gradients[0]);
        Near(512 * 512 * (double)Dy, Pass(new LargeSubsample(1), 1).Gradients[1]);
        Near(-3 * 700 * 500 * (double)X * Dy, Pass(new LargePReLU(1), 1, -X).Gradients[0]);
    }

    /// <summary>x · mean(x): dx is dy · mean, and the mean's gradient Σ dy·x divided by the pixels.</summary>
    [Fact]
    public void The_gradient_of_a_gate() => Near(2 * (double)X * Dy, Pass(new LargeGate(1), 1).InputGradient);

    [Fact]
    public void A_linear_layer_over_many_samples()
    {
        float[] gradients = Pass(new SmallLinear(1), 20_000).Gradients;
        Near(20_000 * (double)X * Dy, gradients[0]);
        Near(20_000 * (double)Dy, gradients[6]);
    }

    [Fact]
    public void The_loss_of_a_large_image()
    {
        var network = new LargeScale(1);
        network.Parameters[0] = 1f;
        var trainer = new Trainer<LargeScale>(network, new Sgd(0f), 1, threads: 1, Loss.MeanSquaredError());
        Near(0.7f * 0.7f, trainer.Step(Filled(LargeScale.InputLength, 0.7f), new float[LargeScale.OutputLength]));
    }

    /// <summary>A weight's gradient and the first bias's, sums of so many terms.</summary>
    private static void CheckConv<T>(T network, int tap, int weightTerms, int biasTerms, int batch = 1)
        where T : ITrainableNetwork<T>
    {
        float[] gradients = Pass(network, batch).Gradients;
        Near(weightTerms * (double)X * Dy, gradients[tap]);
        Near(biasTerms * (double)Dy, gradients[T.Info.Parameters[1].Offset]);
    }

    /// <summary>Elements ±x, gradients ±dy with the same sign for the scale, dy for the shift.</summary>
    private static void CheckNorm<T>(T network, int pixels)
        where T : ITrainableNetwork<T>
    {
        Near(pixels * Dy * X / Math.Sqrt(X * X + 1e-5), Alternate(network, 1, 0f, X, 0f, Dy)[0]);
        Near(pixels * (double)Dy, Alternate(network, 1, 0f, X, Dy, 0f)[T.Info.Parameters[1].Offset]);
    }

    /// <summary>A forward and a backward pass of <paramref name="middle"/> ± <paramref name="amount"/>; returns the gradients.</summary>
    private static float[] Alternate<T>(
        T network, int batch, float middle, float amount, float middleGradient = 0f, float gradientAmount = 0f)
        where T : ITrainableNetwork<T>
    {
        float[] x = [.. Enumerable.Range(0, batch * T.Info.Inputs[0].Length).Select(i => middle + (i % 2 == 0 ? amount : -amount))];
        float[] dy = [.. x.Select(value => middleGradient + (value > middle ? gradientAmount : -gradientAmount))];
        return Run(network, batch, x, dy).Gradients;
    }

    private static float Parameter<T>(T network, string name)
        where T : INetwork<T> =>
        network.Parameters[T.Info.Parameters.Single(p => p.Name.EndsWith(name, StringComparison.Ordinal)).Offset];

    /// <summary>All inputs and all output gradients are equal.</summary>
    private static Result Pass<T>(T network, int batch, float x = X, float dy = Dy)
        where T : ITrainableNetwork<T> =>
        Run(network, batch, Filled(batch * T.Info.Inputs[0].Length, x), Filled(batch * T.Info.Outputs[0].Length, dy));

    private static Result Run<T>(T network, int batch, float[] x, float[] dy)
        where T : ITrainableNetwork<T>
    {
        var trainer = new Trainer<T>(network, new Sgd(0f), batch, threads: 1);
        float output = trainer.Forward(x)[0];
        trainer.Backward(dy);
        return new(output, trainer.Gradients.ToArray(), trainer.InputGradients[0]);
    }

    private static float[] Filled(int length, float value)
    {
        var values = new float[length];
        Array.Fill(values, value);
        return values;
    }

    private static void Near(double expected, float actual) =>
        Assert.True(Math.Abs(actual - expected) <= Allowed * Math.Abs(expected), $"expected {expected:G9}, found {actual:G9}");

    private readonly record struct Result(float Output, float[] Gradients, float InputGradient);
}
