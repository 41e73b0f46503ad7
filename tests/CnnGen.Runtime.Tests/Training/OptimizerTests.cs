using System.Runtime.CompilerServices;

namespace CnnGen.Runtime.Tests;

public sealed class OptimizerTests
{
    private delegate double Rule(int step, double w, double g, double[] state);

    // PyTorch's documented algorithms, one parameter at a time in double precision.
    private static readonly Dictionary<string, (Func<Optimizer> Create, Rule Rule)> Cases = new()
    {
        ["Sgd"] = (() => new Sgd(0.1f), (_, w, g, _) => w - 0.1 * g),
        ["Sgd decay"] = (() => new Sgd(0.1f, weightDecay: 0.05), (_, w, g, _) => w - 0.1 * (g + 0.05 * w)),
        ["Sgd momentum"] = (() => new Sgd(0.1f, 0.9, 0.05), (_, w, g, s) => w - 0.1 * (s[0] = 0.9 * s[0] + g + 0.05 * w)),
        ["Sgd nesterov"] = (() => new Sgd(0.1f, 0.9, nesterov: true), (_, w, g, s) => w - 0.1 * (g + 0.9 * (s[0] = 0.9 * s[0] + g))),
        ["Adam"] = (() => new Adam(), (t, w, g, s) => w - AdamStep(t, g, s, 1e-3, 0.9, 0.999, 1e-8)),
        ["Adam decay"] = (
            () => new Adam(0.02f, 0.8, 0.95, 1e-3, 0.1), (t, w, g, s) => w - AdamStep(t, g + 0.1 * w, s, 0.02, 0.8, 0.95, 1e-3)),
        ["AdamW"] = (() => new AdamW(), (t, w, g, s) => w * (1 - 1e-3 * 1e-2) - AdamStep(t, g, s, 1e-3, 0.9, 0.999, 1e-8)),
        ["AdamW decay"] = (
            () => new AdamW(0.02f, 0.8, 0.95, 1e-3, 0.1),
            (t, w, g, s) => w * (1 - 0.02 * 0.1) - AdamStep(t, g, s, 0.02, 0.8, 0.95, 1e-3)),
        ["RmsProp"] = (() => new RmsProp(), (_, w, g, s) => RmsStep(w, g, s, 1e-2, 0.99, 1e-8, 0, 0, false)),
        ["RmsProp all"] = (
            () => new RmsProp(0.02f, 0.9, 1e-3, 0.1, 0.7, centered: true),
            (_, w, g, s) => RmsStep(w, g, s, 0.02, 0.9, 1e-3, 0.1, 0.7, true)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FollowsPyTorchForFiveSteps(string name)
    {
        (Func<Optimizer> create, Rule rule) = Cases[name];
        var network = new ScalingNetwork<Ten>();
        using var trainer = new Trainer<ScalingNetwork<Ten>>(network, create(), batchSize: 1, threads: 1);
        double[] expected = new double[10];
        double[][] states = [.. Enumerable.Range(0, 10).Select(_ => new double[3])];
        var random = new Random(1);
        for (int i = 0; i < 10; i++)
        {
            expected[i] = network.Weights[i] = random.NextSingle() - 0.5f;
        }

        for (int step = 1; step <= 5; step++)
        {
            float[] gradients = RandomGradients(random, 10);
            Step(trainer, gradients);
            for (int i = 0; i < 10; i++)
            {
                expected[i] = rule(step, expected[i], gradients[i], states[i]);
                Assert.Equal(expected[i], network.Weights[i], 2e-6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsDoNotChangeTheResult(string name)
    {
        float[][] results = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            var network = new ScalingNetwork<Long>();
            using var trainer = new Trainer<ScalingNetwork<Long>>(network, Cases[name].Create(), batchSize: 1, threads);
            var random = new Random(2);
            for (int step = 0; step < 3; step++)
            {
                Step(trainer, RandomGradients(random, ScalingNetwork<Long>.Info.Outputs[0].Length));
            }

            return network.Weights;
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        Assert.NotEqual(1f, results[0][^2]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ZeroParametersWithZeroGradientsStayZero(string name)
    {
        var network = new ScalingNetwork<Ten>();
        using var trainer = new Trainer<ScalingNetwork<Ten>>(network, Cases[name].Create(), batchSize: 1, threads: 1);
        Array.Clear(network.Weights);
        Step(trainer, new float[10]);
        Step(trainer, new float[10]);
        Assert.All(network.Weights, weight => Assert.Equal(0f, weight));
    }

    /// <summary>Without gradients momentum and moments decay; none may end subnormal, which would slow every later step.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void StateDecaysToZero(string name)
    {
        Optimizer optimizer = Cases[name].Create();
        float[] parameters = [.. Enumerable.Range(-5, 10).Select(i => i * 1e-38f)];
        float[] state = new float[16 * 3];
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = i % 3 == 0 ? 1e-40f : 2e-38f;
        }

        for (int step = 1; step <= 2000; step++)
        {
            Update(optimizer, step, parameters, new float[10], state);
        }

        Assert.All(parameters, value => Assert.False(float.IsSubnormal(value), $"parameter {value}"));
        Assert.All(state[..(16 * StateCount(optimizer))], value => Assert.False(float.IsSubnormal(value), $"state {value}"));
        Assert.All(state.Where((_, i) => i < 8 && StateCount(optimizer) == 1), value => Assert.Equal(0f, value));
    }

    /// <summary>Gradients so small that every step's share of the state is subnormal.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void SubnormalGradientsCountAsZero(string name)
    {
        float[][] results = [.. new[] { 0f, 1e-40f }.Select(gradient =>
        {
            Optimizer optimizer = Cases[name].Create();
            float[] parameters = [.. Enumerable.Repeat(0f, 10)];
            float[] state = new float[16 * 3];
            for (int step = 1; step <= 3; step++)
            {
                Update(optimizer, step, parameters, [.. Enumerable.Repeat(gradient, 10)], state);
            }

            return parameters.Concat(state).ToArray();
        })];
        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void OneOptimizerServesTwoTrainers()
    {
        var optimizer = new Adam(0.1f);
        float[] gradients = [.. Enumerable.Range(-5, 10).Select(i => i * 0.3f)];
        float[][] results = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            var network = new ScalingNetwork<Ten>();
            using var trainer = new Trainer<ScalingNetwork<Ten>>(network, optimizer, batchSize: 1, threads: 1);
            Step(trainer, gradients);
            return network.Weights;
        })];
        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void LearningRateCountsFromTheNextStepOn()
    {
        var network = new ScalingNetwork<Ten>();
        var optimizer = new Sgd(0.5f);
        using var trainer = new Trainer<ScalingNetwork<Ten>>(network, optimizer, batchSize: 1, threads: 1);
        float[] gradients = [.. Enumerable.Repeat(1f, 10)];
        Step(trainer, gradients);
        optimizer.LearningRate = 0.25f;
        Step(trainer, gradients);
        Assert.Equal(0.25f, network.Weights[0]);
    }

    [Fact]
    public void InvalidSettingsAreRejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(-1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1f).LearningRate = float.PositiveInfinity);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1f, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1f, weightDecay: -1e-4));
        Assert.Throws<ArgumentException>(() => new Sgd(0.1f, nesterov: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta2: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(weightDecay: double.NaN));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(alpha: 1.5));
        Assert.Contains("expected a number from 0 to below 1, found 1.5", exception.Message);
        Assert.Equal("alpha", exception.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(momentum: -1));
    }

    [Fact]
    public void CosineScheduleRisesAndFalls()
    {
        var schedule = new CosineSchedule(1f, steps: 110, finalLearningRate: 0.1f, warmUpSteps: 10);
        Assert.Equal(0.1f, schedule.At(0), 1e-6f);
        Assert.Equal(1f, schedule.At(9), 1e-6f);
        Assert.Equal(1f, schedule.At(10), 1e-6f);
        Assert.Equal(0.55f, schedule.At(60), 1e-6f);
        Assert.Equal(0.1f, schedule.At(110), 1e-6f);
        Assert.Equal(0.1f, schedule.At(5000), 1e-6f);
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(1f, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(1f, 5, warmUpSteps: 6));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void Update(
        Optimizer optimizer, int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_StateCount")]
    private static extern int StateCount(Optimizer optimizer);

    /// <summary>With inputs of 1 the gradient of a weight is the output gradient.</summary>
    private static void Step<TShape>(Trainer<ScalingNetwork<TShape>> trainer, float[] gradients)
        where TShape : IShape
    {
        float[] ones = new float[gradients.Length];
        Array.Fill(ones, 1f);
        trainer.Forward(ones);
        trainer.Backward(gradients);
        trainer.ApplyGradients();
    }

    private static float[] RandomGradients(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * 4f)];

    private static double AdamStep(int t, double g, double[] s, double rate, double beta1, double beta2, double epsilon)
    {
        s[0] = beta1 * s[0] + (1 - beta1) * g;
        s[1] = beta2 * s[1] + (1 - beta2) * g * g;
        double mean = s[0] / (1 - Math.Pow(beta1, t));
        double square = s[1] / (1 - Math.Pow(beta2, t));
        return rate * mean / (Math.Sqrt(square) + epsilon);
    }

    private static double RmsStep(
        double w, double g, double[] s, double rate, double alpha, double epsilon, double decay, double momentum, bool centered)
    {
        g += decay * w;
        s[0] = alpha * s[0] + (1 - alpha) * g * g;
        s[1] = alpha * s[1] + (1 - alpha) * g;
        double average = Math.Sqrt(centered ? s[0] - s[1] * s[1] : s[0]) + epsilon;
        s[2] = momentum * s[2] + g / average;
        return w - rate * s[2];
    }
}
