using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>Gradients divided by their running root mean square; <c>torch.optim.RMSprop</c>.</summary>
/// <param name="learningRate">The step size.</param>
/// <param name="alpha">How much of the mean squared gradient stays from step to step.</param>
/// <param name="epsilon">Added to the root of the mean squared gradient; positive.</param>
/// <param name="weightDecay">This times the parameter is added to its gradient.</param>
/// <param name="momentum">How much of the last step's velocity stays, below 1.</param>
/// <param name="centered">Divides by the standard deviation: the mean gradient is taken off first.</param>
public sealed class RmsProp(
    double learningRate = 1e-2, double alpha = 0.99, double epsilon = 1e-8, double weightDecay = 0, double momentum = 0,
    bool centered = false)
    : Optimizer(learningRate)
{
    private readonly double _alpha = Settings.Fraction(alpha);
    private readonly double _epsilon = Settings.Positive(epsilon);
    private readonly double _weightDecay = Settings.NotNegative(weightDecay);
    private readonly double _momentum = Settings.Fraction(momentum);

    internal override IReadOnlyList<string> StateNames { get; } = ["square_avg", "grad_avg", "momentum_buffer"];

    internal override IReadOnlyList<(string Name, double Value)> Constants =>
    [
        ("alpha", _alpha), ("epsilon", _epsilon), ("weightDecay", _weightDecay), ("momentum", _momentum), ("centered", centered ? 1 : 0),
    ];

    private protected override void Update<V, F8>(in UpdateSettings settings, in UpdateMemory memory)
    {
        var rule = new Rule<V, F8>
        {
            Decay = V.Create((float)(settings.WeightDecay ?? _weightDecay)),
            Alpha = V.Create((float)_alpha),
            NewShare = V.Create((float)(1 - _alpha)),
            CenteredShare = V.Create(centered ? (float)(1 - _alpha) : 0f),
            Momentum = V.Create((float)_momentum),
            NegativeRate = V.Create((float)-settings.LearningRate),
            Epsilon = V.Create((float)_epsilon),
        };
        UpdateRule<V, F8>.Run(rule, memory, settings.GradientScale);
    }

    private readonly struct Rule<V, F8> : IUpdateRule<F8>
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        public F8 Decay { get; init; }
        public F8 Alpha { get; init; }
        public F8 NewShare { get; init; }
        public F8 CenteredShare { get; init; }
        public F8 Momentum { get; init; }
        public F8 NegativeRate { get; init; }
        public F8 Epsilon { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public F8 Apply(F8 w, F8 g, ref F8 state)
        {
            ref F8 square = ref state;
            ref F8 mean = ref Unsafe.Add(ref state, 1);
            ref F8 velocity = ref Unsafe.Add(ref state, 2);
            g = V.MultiplyAdd(Decay, w, g);
            square = Subnormals<V, F8>.ToZero(V.MultiplyAdd(V.Multiply(NewShare, g), g, V.Multiply(Alpha, square)));

            // Not centered: the mean stays zero. Rounding may leave a variance slightly below zero.
            mean = Subnormals<V, F8>.ToZero(V.MultiplyAdd(CenteredShare, V.Subtract(g, mean), mean));
            F8 variance = Extremes<V, F8>.Max(V.MultiplyAdd(V.Negate(mean), mean, square), V.Zero);
            F8 direction = V.Divide(g, V.Add(V.Sqrt(variance), Epsilon));
            velocity = Subnormals<V, F8>.ToZero(V.MultiplyAdd(Momentum, velocity, direction));
            return V.MultiplyAdd(NegativeRate, velocity, w);
        }
    }
}
