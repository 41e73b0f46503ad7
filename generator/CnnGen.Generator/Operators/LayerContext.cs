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
/// <param name="names">Names around it.</param>
internal sealed class LayerContext(
    LayerSpec spec, Place place, string prefix, Rounding networkRounding, ConvAlgorithm networkAlgorithm, int inputRows,
    IReadOnlyList<Signal?> inputs, Neighbours names)
    : ArgumentReader(spec, place)
{
    /// <summary>Names around the layer, for ways out.</summary>
    public Neighbours Names => names;

    /// <summary>Whether the layer is only tried out, so that no ways out are looked for.</summary>
    public bool IsTrial { get; private init; }

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

        Error(DiagnosticIds.WrongRank, null, Other(forVectors), Spec.Kind, "C×H×W", $"a vector of {Size.Count(shape.Channels, "feature")}",
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

        IEnumerable<Fix> fixes = [.. Other(forImages), Flattened(input: shape)];
        Error(DiagnosticIds.WrongRank, null, fixes, Spec.Kind, "a vector", shape.ToString(),
            forImages is null ? "put [Flatten] before it" : $"use {forImages}, or put [Flatten] before it");
        return null;
    }

    /// <summary>The layer for the other kind of tensor.</summary>
    private IEnumerable<Fix> Other(string? kind) =>
        kind is null ? [] : [new(kind, EquatableArray<Edit>.From([new(EditKind.ReplaceLayer, At(null), kind)]), Input?.Shape)];

    /// <summary>A <c>Flatten</c> before the layer, which reads what the layer reads now.</summary>
    private Fix Flattened(Shape input)
    {
        Edit[] edits = Spec.From is { } from
            ? [new(EditKind.InsertBefore, At(null), $"Flatten(From = {Neighbours.Quote(from)})"), new(EditKind.RemoveArgument, At("From"))]
            : [new(EditKind.InsertBefore, At(null), "Flatten")];
        var vector = new Signal(Shape.Vector(Size.Clamp(input.Length)), Input!.Value.Field);
        return new FixFinder(this, DiagnosticIds.WrongRank, null).Try("put [Flatten] before it", layer => layer.Reading([vector]), edits);
    }

    /// <summary>The same layer with other arguments, to be tried.</summary>
    public LayerContext With(LayerSpec changed) =>
        new(changed, At(null), prefix, networkRounding, networkAlgorithm, inputRows, inputs, names) { IsTrial = true };

    /// <summary>The same layer behind other inputs, to be tried.</summary>
    public LayerContext Reading(IReadOnlyList<Signal?> others) =>
        new(Spec, At(null), prefix, networkRounding, networkAlgorithm, inputRows, others, names) { IsTrial = true };

    /// <summary>The field of an element that sees all of its input, and so all of the network's.</summary>
    public ReceptiveField WholeInput => ReceptiveField.Whole(inputRows);

    /// <summary>An operator that keeps the shape of any input.</summary>
    public Inference? Elementwise(Operator op, params Parameter[] parameters) =>
        Input is { } input && !Failed ? new(op, input, EquatableArray<Parameter>.From(parameters)) : null;
}
