using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;
using Subnormals = CnnGen.Runtime.Subnormals<CnnGen.Runtime.Vectors256, System.Runtime.Intrinsics.Vector256<float>>;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace CnnGen;

/// <summary>Adam; <c>torch.optim.Adam</c>, where weight decay is added to the gradient.</summary>
/// <param name="learningRate">The step size.</param>
/// <param name="beta1">How much of the mean gradient stays from step to step.</param>
/// <param name="beta2">How much of the mean squared gradient stays.</param>
/// <param name="epsilon">Added to the root of the mean squared gradient; positive.</param>
/// <param name="weightDecay">This times the parameter is added to its gradient.</param>
public sealed class Adam(
    double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
    : AdamOptimizer(learningRate, beta1, beta2, epsilon, weightDecay, isDecoupled: false);

/// <summary>Adam with decoupled weight decay; <c>torch.optim.AdamW</c>.</summary>
/// <param name="learningRate">The step size.</param>
/// <param name="beta1">How much of the mean gradient stays from step to step.</param>
/// <param name="beta2">How much of the mean squared gradient stays.</param>
/// <param name="epsilon">Added to the root of the mean squared gradient; positive.</param>
/// <param name="weightDecay">Each step shrinks parameters by this times the step size.</param>
public sealed class AdamW(
    double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 1e-2)
    : AdamOptimizer(learningRate, beta1, beta2, epsilon, weightDecay, isDecoupled: true);

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share.</summary>
public abstract class AdamOptimizer : Optimizer
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private readonly double _weightDecay;
    private readonly bool _isDecoupled;

    private protected AdamOptimizer(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool isDecoupled)
        : base(learningRate)
    {
        _beta1 = Settings.Fraction(beta1);
        _beta2 = Settings.Fraction(beta2);
        _epsilon = Settings.Positive(epsilon);
        _weightDecay = Settings.NotNegative(weightDecay);
        _isDecoupled = isDecoupled;
    }

    internal override int StateCount => 2;

    internal override void Update(int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
    {
        var rule = new Rule
        {
            Keep = Vector256.Create((float)(_isDecoupled ? 1 - LearningRate * _weightDecay : 1)),
            Decay = Vector256.Create((float)(_isDecoupled ? 0 : _weightDecay)),
            NewShare1 = Vector256.Create((float)(1 - _beta1)),
            Beta2 = Vector256.Create((float)_beta2),
            NewShare2 = Vector256.Create((float)(1 - _beta2)),
            NegativeStep = Vector256.Create((float)(-LearningRate / (1 - Math.Pow(_beta1, step)))),
            RootScale = Vector256.Create((float)(1 / Math.Sqrt(1 - Math.Pow(_beta2, step)))),
            Epsilon = Vector256.Create((float)_epsilon),
        };
        UpdateRule.Run(rule, StateCount, parameters, gradients, state);
    }

    private readonly struct Rule : IUpdateRule
    {
        public Vector Keep { get; init; }
        public Vector Decay { get; init; }
        public Vector NewShare1 { get; init; }
        public Vector Beta2 { get; init; }
        public Vector NewShare2 { get; init; }
        public Vector NegativeStep { get; init; }
        public Vector RootScale { get; init; }
        public Vector Epsilon { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector Apply(Vector w, Vector g, ref Vector state)
        {
            ref Vector mean = ref state;
            ref Vector square = ref Unsafe.Add(ref state, 1);
            g = Vector256.MultiplyAddEstimate(Decay, w, g);
            mean = Subnormals.ToZero(Vector256.MultiplyAddEstimate(NewShare1, g - mean, mean));
            square = Subnormals.ToZero(Vector256.MultiplyAddEstimate(NewShare2 * g, g, Beta2 * square));
            Vector root = Vector256.MultiplyAddEstimate(Vector256.Sqrt(square), RootScale, Epsilon);
            return Vector256.MultiplyAddEstimate(NegativeStep, mean / root, w * Keep);
        }
    }
}
