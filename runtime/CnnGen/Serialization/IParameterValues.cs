namespace CnnGen.Runtime;

/// <summary>
/// The values of a network's parameters as files see them: one tensor at a time, in PyTorch's order. So whoever keeps them in
/// another order needs memory for one tensor beside his own, not for all.
/// </summary>
internal interface IParameterValues
{
    /// <summary>Lets <paramref name="fill"/> write all values of one parameter; the span is valid during the call only.</summary>
    void Write(ParameterInfo parameter, Action<Span<float>> fill);

    /// <summary>
    /// Lets <paramref name="use"/> read the values of one parameter, in one or more pieces that follow one another; a span is valid during
    /// its call only.
    /// </summary>
    void Read(ParameterInfo parameter, Action<ReadOnlySpan<float>> use);
}
