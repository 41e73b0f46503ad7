using System.Runtime.CompilerServices;
using CnnGen.Runtime;

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
        StateNames = momentum == 0 ? [] : ["momentum_buffer"];
        if (nesterov && momentum == 0)
        {
            throw new ArgumentException("nesterov: expected momentum above 0, found 0", nameof(momentum));
        }
    }

    internal override IReadOnlyList<string> StateNames { get; }

    internal override IReadOnlyList<(string Name, double Value)> Constants =>
        [("momentum", _momentum), ("weightDecay", _weightDecay), ("nesterov", _nesterov ? 1 : 0)];

    private protected override void Update<V, F8>(in UpdateSettings settings, in UpdateMemory memory)
    {
        F8 rate = V.Create((float)-settings.LearningRate);
        F8 decay = V.Create((float)(settings.WeightDecay ?? _weightDecay));
        if (_momentum == 0)
        {
            UpdateRule<V, F8>.Run(new PlainRule<V, F8>(rate, decay), memory, settings.GradientScale);
        }
        else
        {
            F8 momentum = V.Create((float)_momentum);
            UpdateRule<V, F8>.Run(new MomentumRule<V, F8>(rate, decay, momentum, _nesterov), memory, settings.GradientScale);
        }
    }

    private readonly struct PlainRule<V, F8>(F8 negativeRate, F8 decay) : IUpdateRule<F8>
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public F8 Apply(F8 w, F8 g, ref F8 state) =>
            V.MultiplyAdd(negativeRate, V.MultiplyAdd(decay, w, g), w);
    }

    private readonly struct MomentumRule<V, F8>(F8 negativeRate, F8 decay, F8 momentum, bool nesterov) : IUpdateRule<F8>
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public F8 Apply(F8 w, F8 g, ref F8 velocity)
        {
            g = V.MultiplyAdd(decay, w, g);
            velocity = Subnormals<V, F8>.ToZero(V.MultiplyAdd(momentum, velocity, g));
            F8 direction = nesterov ? V.MultiplyAdd(momentum, velocity, g) : velocity;
            return V.MultiplyAdd(negativeRate, direction, w);
        }
    }
}
