namespace CnnGen.Runtime;

/// <summary>Parameters in an array, in the order of their offsets.</summary>
internal sealed class ParameterArray(float[] values) : IParameterValues
{
    /// <summary>All of them.</summary>
    public ReadOnlySpan<float> Values => values;

    /// <inheritdoc/>
    public void Write(ParameterInfo parameter, Action<Span<float>> fill) => fill(values.AsSpan(parameter.Offset, parameter.Length));

    /// <inheritdoc/>
    public void Read(ParameterInfo parameter, Action<ReadOnlySpan<float>> use) => use(values.AsSpan(parameter.Offset, parameter.Length));
}
