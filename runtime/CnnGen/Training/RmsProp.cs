using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;
using Subnormals = CnnGen.Runtime.Subnormals<CnnGen.Runtime.Vectors256, System.Runtime.Intrinsics.Vector256<float>>;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

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

    internal override int StateCount => 3;

    internal override void Update(int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
    {
        var rule = new Rule
        {
            Decay = Vector256.Create((float)_weightDecay),
            Alpha = Vector256.Create((float)_alpha),
            NewShare = Vector256.Create((float)(1 - _alpha)),
            CenteredShare = Vector256.Create(centered ? (float)(1 - _alpha) : 0f),
            Momentum = Vector256.Create((float)_momentum),
            NegativeRate = Vector256.Create(-LearningRate),
            Epsilon = Vector256.Create((float)_epsilon),
        };
        UpdateRule.Run(rule, StateCount, parameters, gradients, state);
    }

    private readonly struct Rule : IUpdateRule
    {
        public Vector Decay { get; init; }
        public Vector Alpha { get; init; }
        public Vector NewShare { get; init; }
        public Vector CenteredShare { get; init; }
        public Vector Momentum { get; init; }
        public Vector NegativeRate { get; init; }
        public Vector Epsilon { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector Apply(Vector w, Vector g, ref Vector state)
        {
            ref Vector square = ref state;
            ref Vector mean = ref Unsafe.Add(ref state, 1);
            ref Vector velocity = ref Unsafe.Add(ref state, 2);
            g = Vector256.MultiplyAddEstimate(Decay, w, g);
            square = Subnormals.ToZero(Vector256.MultiplyAddEstimate(NewShare * g, g, Alpha * square));

            // Not centered: the mean stays zero. Rounding may leave a variance slightly below zero.
            mean = Subnormals.ToZero(Vector256.MultiplyAddEstimate(CenteredShare, g - mean, mean));
            Vector variance = Vector256.Max(Vector256.MultiplyAddEstimate(-mean, mean, square), Vector.Zero);
            Vector direction = g / (Vector256.Sqrt(variance) + Epsilon);
            velocity = Subnormals.ToZero(Vector256.MultiplyAddEstimate(Momentum, velocity, direction));
            return Vector256.MultiplyAddEstimate(NegativeRate, velocity, w);
        }
    }
}
