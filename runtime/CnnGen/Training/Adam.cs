using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>Adam; <c>torch.optim.Adam</c>, where weight decay is added to the gradient.</summary>
/// <param name="learningRate">The step size.</param>
/// <param name="beta1">How much of the mean gradient stays from step to step.</param>
/// <param name="beta2">How much of the mean squared gradient stays.</param>
/// <param name="epsilon">Added to the root of the mean squared gradient; positive.</param>
/// <param name="weightDecay">This times the parameter is added to its gradient.</param>
/// <param name="amsGrad">Divides by the largest mean squared gradient so far (AMSGrad), not by the present one.</param>
public sealed class Adam(
    double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0,
    bool amsGrad = false)
    : AdamOptimizer(learningRate, beta1, beta2, epsilon, weightDecay, amsGrad, isDecoupled: false);

/// <summary>Adam with decoupled weight decay; <c>torch.optim.AdamW</c>.</summary>
/// <param name="learningRate">The step size.</param>
/// <param name="beta1">How much of the mean gradient stays from step to step.</param>
/// <param name="beta2">How much of the mean squared gradient stays.</param>
/// <param name="epsilon">Added to the root of the mean squared gradient; positive.</param>
/// <param name="weightDecay">Each step shrinks parameters by this times the step size.</param>
/// <param name="amsGrad">Divides by the largest mean squared gradient so far (AMSGrad), not by the present one.</param>
public sealed class AdamW(
    double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 1e-2,
    bool amsGrad = false)
    : AdamOptimizer(learningRate, beta1, beta2, epsilon, weightDecay, amsGrad, isDecoupled: true);

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share.</summary>
public abstract class AdamOptimizer : Optimizer
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private readonly double _weightDecay;
    private readonly bool _amsGrad;
    private readonly bool _isDecoupled;

    private protected AdamOptimizer(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool amsGrad, bool isDecoupled)
        : base(learningRate)
    {
        _beta1 = Settings.Fraction(beta1);
        _beta2 = Settings.Fraction(beta2);
        _epsilon = Settings.Positive(epsilon);
        _weightDecay = Settings.NotNegative(weightDecay);
        _amsGrad = amsGrad;
        _isDecoupled = isDecoupled;
        StateNames = ["exp_avg", "exp_avg_sq", .. amsGrad ? ["max_exp_avg_sq"] : Array.Empty<string>()];
    }

    internal override IReadOnlyList<string> StateNames { get; }

    internal override IReadOnlyList<(string Name, double Value)> Constants =>
    [
        ("beta1", _beta1), ("beta2", _beta2), ("epsilon", _epsilon), ("weightDecay", _weightDecay), ("amsGrad", _amsGrad ? 1 : 0),
    ];

    private protected override void Update<V, F8>(in UpdateSettings settings, in UpdateMemory memory)
    {
        double decay = settings.WeightDecay ?? _weightDecay;
        var rule = new Rule<V, F8>
        {
            Keep = V.Create((float)(_isDecoupled ? 1 - settings.LearningRate * decay : 1)),
            Decay = V.Create((float)(_isDecoupled ? 0 : decay)),
            NewShare1 = V.Create((float)(1 - _beta1)),
            Beta2 = V.Create((float)_beta2),
            NewShare2 = V.Create((float)(1 - _beta2)),
            NegativeStep = V.Create((float)(-settings.LearningRate / (1 - Math.Pow(_beta1, settings.Step)))),
            RootScale = V.Create((float)(1 / Math.Sqrt(1 - Math.Pow(_beta2, settings.Step)))),
            Epsilon = V.Create((float)_epsilon),
            KeepsLargest = _amsGrad,
        };
        UpdateRule<V, F8>.Run(rule, memory, settings.GradientScale);
    }

    private readonly struct Rule<V, F8> : IUpdateRule<F8>
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        public F8 Keep { get; init; }
        public F8 Decay { get; init; }
        public F8 NewShare1 { get; init; }
        public F8 Beta2 { get; init; }
        public F8 NewShare2 { get; init; }
        public F8 NegativeStep { get; init; }
        public F8 RootScale { get; init; }
        public F8 Epsilon { get; init; }
        public bool KeepsLargest { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public F8 Apply(F8 w, F8 g, ref F8 state)
        {
            ref F8 mean = ref state;
            ref F8 square = ref Unsafe.Add(ref state, 1);
            g = V.MultiplyAdd(Decay, w, g);
            mean = Subnormals<V, F8>.ToZero(V.MultiplyAdd(NewShare1, V.Subtract(g, mean), mean));
            square = Subnormals<V, F8>.ToZero(V.MultiplyAdd(V.Multiply(NewShare2, g), g, V.Multiply(Beta2, square)));
            F8 divisor = square;
            if (KeepsLargest)
            {
                ref F8 largest = ref Unsafe.Add(ref state, 2);
                divisor = largest = Extremes<V, F8>.Max(largest, square);
            }

            F8 root = V.MultiplyAdd(V.Sqrt(divisor), RootScale, Epsilon);
            return V.MultiplyAdd(NegativeStep, V.Divide(mean, root), V.Multiply(w, Keep));
        }
    }
}
