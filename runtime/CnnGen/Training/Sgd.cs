using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;
using Subnormals = CnnGen.Runtime.Subnormals<CnnGen.Runtime.Vectors256, System.Runtime.Intrinsics.Vector256<float>>;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace CnnGen;

/// <summary>Gradient descent, optionally with momentum; <c>torch.optim.SGD</c>.</summary>
public sealed class Sgd : Optimizer
{
    private readonly double _momentum;
    private readonly double _weightDecay;
    private readonly bool _nesterov;

    /// <summary>Gradient descent with these settings.</summary>
    /// <param name="learningRate">The step size.</param>
    /// <param name="momentum">How much of the last step's velocity stays, below 1.</param>
    /// <param name="weightDecay">This times the parameter is added to its gradient.</param>
    /// <param name="nesterov">Looks ahead along the velocity; needs momentum.</param>
    public Sgd(double learningRate, double momentum = 0, double weightDecay = 0, bool nesterov = false)
        : base(learningRate)
    {
        _momentum = Settings.Fraction(momentum);
        _weightDecay = Settings.NotNegative(weightDecay);
        _nesterov = nesterov;
        if (nesterov && momentum == 0)
        {
            throw new ArgumentException("nesterov: expected momentum above 0, found 0", nameof(momentum));
        }
    }

    internal override int StateCount => _momentum == 0 ? 0 : 1;

    internal override void Update(int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
    {
        Vector rate = Vector256.Create(-LearningRate);
        Vector decay = Vector256.Create((float)_weightDecay);
        if (_momentum == 0)
        {
            UpdateRule.Run(new PlainRule(rate, decay), StateCount, parameters, gradients, state);
        }
        else
        {
            Vector momentum = Vector256.Create((float)_momentum);
            UpdateRule.Run(new MomentumRule(rate, decay, momentum, _nesterov), StateCount, parameters, gradients, state);
        }
    }

    private readonly struct PlainRule(Vector negativeRate, Vector decay) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector Apply(Vector w, Vector g, ref Vector state) =>
            Vector256.MultiplyAddEstimate(negativeRate, Vector256.MultiplyAddEstimate(decay, w, g), w);
    }

    private readonly struct MomentumRule(Vector negativeRate, Vector decay, Vector momentum, bool nesterov) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector Apply(Vector w, Vector g, ref Vector velocity)
        {
            g = Vector256.MultiplyAddEstimate(decay, w, g);
            velocity = Subnormals.ToZero(Vector256.MultiplyAddEstimate(momentum, velocity, g));
            Vector direction = nesterov ? Vector256.MultiplyAddEstimate(momentum, velocity, g) : velocity;
            return Vector256.MultiplyAddEstimate(negativeRate, direction, w);
        }
    }
}
