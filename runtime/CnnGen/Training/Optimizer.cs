using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// A rule that turns gradients into new parameters, with PyTorch's formulas and defaults. It holds settings alone: every
/// <see cref="Trainer{T}"/> keeps its own moments, so one optimizer may serve several.
/// </summary>
public abstract class Optimizer
{
    private float _learningRate;

    private protected Optimizer(double learningRate) => LearningRate = (float)learningRate;

    /// <summary>The step size; a schedule may change it before each step.</summary>
    public float LearningRate
    {
        get => _learningRate;
        set => _learningRate = (float)Settings.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>Numbers that the rule remembers for each parameter.</summary>
    internal abstract int StateCount { get; }

    /// <summary>Updates a block of parameters.</summary>
    /// <param name="step">The number of the step, from 1 on.</param>
    /// <param name="parameters">Updated in place.</param>
    /// <param name="gradients">As many as parameters.</param>
    /// <param name="state"><see cref="StateCount"/> for each parameter, rounded up to whole vectors; zero before the first step.</param>
    internal void Update(int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
    {
        var update = new BlockUpdate(this, step) { Parameters = parameters, Gradients = gradients, State = state };
        Octets.Run(ref update);
    }

    /// <summary>The same on eight parameters at a time.</summary>
    private protected abstract void Update<V, F8>(
        int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
        where V : struct, IVectors<F8>
        where F8 : struct;

    private readonly ref struct BlockUpdate(Optimizer optimizer, int step) : IOctetWork
    {
        public Span<float> Parameters { get; init; }

        public ReadOnlySpan<float> Gradients { get; init; }

        public Span<float> State { get; init; }

        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct => optimizer.Update<V, F8>(step, Parameters, Gradients, State);
    }
}
