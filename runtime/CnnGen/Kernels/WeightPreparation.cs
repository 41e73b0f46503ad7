using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>
/// Weights that kernels read in another form than the packed one. A forward pass has them prepared whenever parameters have changed, a
/// training pass before it runs forwards or backwards.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record WeightPreparation
{
    /// <summary>Computes them.</summary>
    /// <param name="packed">The packed parameters.</param>
    /// <param name="prepared">The memory of all prepared weights, those earlier in order complete.</param>
    public abstract void Apply(Span<float> packed, Span<float> prepared);

    /// <summary>Where the one parameter that it reads begins; −1: it reads several.</summary>
    internal virtual int Source => -1;
}

/// <summary>All weights that are prepared for inference.</summary>
/// <param name="Length">Their elements.</param>
/// <param name="Steps">How they are computed, in order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PreparedWeights(int Length, WeightPreparation[] Steps)
{
    /// <summary>Prepares them anew from the packed parameters.</summary>
    public void Apply(Span<float> packed, Span<float> prepared)
    {
        foreach (WeightPreparation step in Steps)
        {
            step.Apply(packed, prepared);
        }
    }
}
