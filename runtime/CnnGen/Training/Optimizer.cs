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

    /// <summary>The numbers that the rule remembers for each parameter, by PyTorch's names.</summary>
    internal abstract IReadOnlyList<string> StateNames { get; }

    /// <summary>How many they are.</summary>
    internal int StateCount => StateNames.Count;

    /// <summary>The settings but for the learning rate, by the names of the constructor's parameters.</summary>
    internal abstract IReadOnlyList<(string Name, double Value)> Constants { get; }

    /// <summary>Updates a block of parameters.</summary>
    /// <param name="step">The number of the step, from 1 on.</param>
    /// <param name="parameters">Updated in place.</param>
    /// <param name="gradients">As many as parameters.</param>
    /// <param name="state"><see cref="StateCount"/> for each parameter, rounded up to whole vectors; zero before the first step.</param>
    internal void Update(int step, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state) =>
        Update(new UpdateSettings(step, LearningRate, WeightDecay: null, GradientScale: 1f), parameters, gradients, state);

    /// <summary>The same with settings of these parameters' own.</summary>
    internal void Update(in UpdateSettings settings, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state)
    {
        var update = new BlockUpdate(this, settings, new UpdateMemory(parameters, gradients, state, StateCount));
        Octets.Run(ref update);
    }

    /// <summary>The same on eight parameters at a time.</summary>
    private protected abstract void Update<V, F8>(in UpdateSettings settings, in UpdateMemory memory)
        where V : struct, IVectors<F8>
        where F8 : struct;

    private readonly ref struct BlockUpdate(Optimizer optimizer, UpdateSettings settings, UpdateMemory memory) : IOctetWork
    {
        private readonly UpdateMemory _memory = memory;

        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct => optimizer.Update<V, F8>(settings, _memory);
    }
}

/// <summary>What an update of some parameters depends on.</summary>
/// <param name="Step">The number of the step, from 1 on.</param>
/// <param name="LearningRate">The step size.</param>
/// <param name="WeightDecay">Null: the optimizer's.</param>
/// <param name="GradientScale">Gradients are multiplied by it first.</param>
internal readonly record struct UpdateSettings(int Step, double LearningRate, double? WeightDecay, float GradientScale);

/// <summary>The parameters to update and what belongs to them.</summary>
internal readonly ref struct UpdateMemory(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state, int stateCount)
{
    public Span<float> Parameters { get; } = parameters;

    public ReadOnlySpan<float> Gradients { get; } = gradients;

    /// <summary>For eight parameters at a time, <see cref="StateCount"/> vectors one after another.</summary>
    public Span<float> State { get; } = state;

    public int StateCount { get; } = stateCount;
}
