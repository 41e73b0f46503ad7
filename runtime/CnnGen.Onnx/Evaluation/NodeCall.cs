using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Evaluation;

/// <summary>A node with the values of its inputs.</summary>
internal sealed record NodeCall(OnnxNode Node, int Opset, IReadOnlyList<Tensor?> Inputs)
{
    public Tensor this[int index] => Optional(index)
        ?? throw new UnsupportedException($"input {index} is missing");

    public Tensor? Optional(int index) => index < Inputs.Count ? Inputs[index] : null;

    /// <summary>Integers that newer operator sets take as an input and older ones as an attribute.</summary>
    public long[]? Integers(int input, string attribute) => Optional(input)?.Integers() ?? Node.Integers(attribute);

    /// <summary>The axes of a reduction; all where none are given.</summary>
    public int[] Axes(int input, int rank) =>
        Integers(input, "axes") is { Length: > 0 } axes
            ? [.. axes.Select(axis => Dims.Axis(axis, rank)).Order()]
            : Node.Integer("noop_with_empty_axes", 0) != 0 ? [] : [.. Enumerable.Range(0, rank)];
}
