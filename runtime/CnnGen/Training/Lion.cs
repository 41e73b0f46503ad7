using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// Steps of one size in the direction of the sign of a mean gradient (Chen et al., "Symbolic Discovery of Optimization Algorithms",
/// 2023). Its learning rate is three to ten times smaller than that of <see cref="AdamW"/>, its weight decay as many times larger.
/// </summary>
/// <param name="learningRate">The step size.</param>
/// <param name="beta1">How much of the kept mean goes into the direction, the gradient being the rest.</param>
/// <param name="beta2">How much of the mean gradient stays from step to step.</param>
/// <param name="weightDecay">Each step shrinks parameters by this times the step size.</param>
public sealed class Lion(double learningRate = 1e-4, double beta1 = 0.9, double beta2 = 0.99, double weightDecay = 0)
    : Optimizer(learningRate)
{
    private readonly double _beta1 = Settings.Fraction(beta1);
    private readonly double _beta2 = Settings.Fraction(beta2);
    private readonly double _weightDecay = Settings.NotNegative(weightDecay);

    internal override IReadOnlyList<string> StateNames { get; } = ["exp_avg"];

    internal override IReadOnlyList<(string Name, double Value)> Constants =>
        [("beta1", _beta1), ("beta2", _beta2), ("weightDecay", _weightDecay)];

    private protected override void Update<V, F8>(in UpdateSettings settings, in UpdateMemory memory)
    {
        var rule = new Rule<V, F8>
        {
            Keep = V.Create((float)(1 - settings.LearningRate * (settings.WeightDecay ?? _weightDecay))),
            Rate = V.Create((float)settings.LearningRate),
            DirectionShare = V.Create((float)(1 - _beta1)),
            NewShare = V.Create((float)(1 - _beta2)),
        };
        UpdateRule<V, F8>.Run(rule, memory, settings.GradientScale);
    }

    private readonly struct Rule<V, F8> : IUpdateRule<F8>
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        public F8 Keep { get; init; }
        public F8 Rate { get; init; }
        public F8 DirectionShare { get; init; }
        public F8 NewShare { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public F8 Apply(F8 w, F8 g, ref F8 mean)
        {
            F8 difference = V.Subtract(g, mean);
            F8 direction = V.MultiplyAdd(DirectionShare, difference, mean);
            mean = Subnormals<V, F8>.ToZero(V.MultiplyAdd(NewShare, difference, mean));
            w = V.Multiply(w, Keep);

            // No step where the direction is zero; where it is NaN neither comparison holds, and the parameter becomes NaN.
            F8 step = V.ConditionalSelect(V.IsNaN(direction), direction, V.BitwiseAnd(V.GreaterThan(direction, V.Zero), Rate));
            step = V.Subtract(step, V.BitwiseAnd(V.LessThan(direction, V.Zero), Rate));
            return V.Subtract(w, step);
        }
    }
}
