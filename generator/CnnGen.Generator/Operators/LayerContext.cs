using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Operators;

/// <summary>A layer whose operator is to be inferred: its arguments, its inputs, and where its mistakes go.</summary>
/// <param name="spec">The attribute.</param>
/// <param name="place">The place of the attribute's name.</param>
/// <param name="prefix">What its parameters' names begin with.</param>
/// <param name="networkRounding">The network's <c>Rounding</c>.</param>
/// <param name="networkAlgorithm">The network's <c>Algorithm</c>.</param>
/// <param name="inputRows">Height of the network's input.</param>
/// <param name="inputs">What it reads; null where an earlier mistake leaves the shape unknown.</param>
internal sealed class LayerContext(
    LayerSpec spec, Place place, string prefix, Rounding networkRounding, ConvAlgorithm networkAlgorithm, int inputRows,
    IReadOnlyList<Signal?> inputs)
    : ArgumentReader(spec, place)
{
    /// <summary>The only, or first, input; null where its shape is unknown.</summary>
    public Signal? Input => inputs[0];

    /// <summary>What a merging layer reads, in order; null where a shape is unknown.</summary>
    public IReadOnlyList<Signal?> Inputs => inputs;

    /// <summary>The layer's own rounding wins over the network's.</summary>
    public Rounding Rounding => Spec.Has("Rounding") ? (Rounding)Choice("Rounding", count: 3) : networkRounding;

    /// <summary>The layer's own algorithm wins over the network's.</summary>
    public ConvAlgorithm Algorithm => Spec.Has("Algorithm") ? (ConvAlgorithm)Choice("Algorithm", count: 2) : networkAlgorithm;

    /// <param name="parameter">Its name in the layer.</param>
    /// <param name="part">As <see cref="Inference.Part"/>.</param>
    public string ParameterName(string parameter, string part = "") => $"{prefix}{part}.{parameter}";

    /// <summary>The input if it is C×H×W; null where it is unknown, or a vector, which is an error.</summary>
    /// <param name="forVectors">The layer that does the same to a vector, if there is one.</param>
    public Signal? Image(string? forVectors = null)
    {
        if (Input is not { Shape: { IsVector: true } shape })
        {
            return Input;
        }

        Error(DiagnosticIds.WrongRank, null, Spec.Kind, "C×H×W", $"a vector of {Size.Count(shape.Channels, "feature")}",
            forVectors is null
                ? "put it before Flatten and Linear, or give Input as (channels, height, width)"
                : $"use {forVectors}, or put it before Flatten and Linear");
        return null;
    }

    /// <summary>The input if it is a vector; null where it is unknown, or C×H×W, which is an error.</summary>
    /// <param name="forImages">The layer that does the same to C×H×W, if there is one.</param>
    public Signal? Vector(string? forImages = null)
    {
        if (Input is not { Shape: { IsVector: false } shape })
        {
            return Input;
        }

        Error(DiagnosticIds.WrongRank, null, Spec.Kind, "a vector", shape.ToString(),
            forImages is null ? "put [Flatten] before it" : $"use {forImages}, or put [Flatten] before it");
        return null;
    }

    /// <summary>The field of an element that sees all of its input, and so all of the network's.</summary>
    public ReceptiveField WholeInput => ReceptiveField.Whole(inputRows);

    /// <summary>An operator that keeps the shape of any input.</summary>
    public Inference? Elementwise(Operator op, params Parameter[] parameters) =>
        Input is { } input && !Failed ? new(op, input, EquatableArray<Parameter>.From(parameters)) : null;
}
