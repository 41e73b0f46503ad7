using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>A layer where it stands: its inputs, what is around it, and where its mistakes go.</summary>
/// <param name="kind">What the user calls it: <c>Conv2d</c>.</param>
/// <param name="prefix">What its parameters' names begin with.</param>
/// <param name="inputRows">Height of the network's input.</param>
/// <param name="inputs">What it reads; null where an earlier mistake leaves the shape unknown.</param>
/// <param name="names">Names around it.</param>
/// <param name="source">What its options are read from.</param>
/// <param name="problems">Its mistakes.</param>
internal sealed class LayerContext(
    string kind, string prefix, int inputRows, IReadOnlyList<Signal?> inputs, Neighbours names, ILayerSource source, ProblemList problems)
{
    public string Kind => kind;

    /// <summary>Names around the layer, for ways out.</summary>
    public Neighbours Names => names;

    public ILayerSource Source => source;

    public ProblemList Problems => problems;

    /// <summary>Whether there is an error already.</summary>
    public bool Failed => problems.Failed;

    /// <summary>Whether the layer is only tried out, so that no ways out are looked for.</summary>
    public bool IsTrial { get; private init; }

    /// <summary>The only, or first, input; null where its shape is unknown.</summary>
    public Signal? Input => inputs[0];

    /// <summary>What a merging layer reads, in order; null where a shape is unknown.</summary>
    public IReadOnlyList<Signal?> Inputs => inputs;

    /// <summary>The field of an element that sees all of its input, and so all of the network's.</summary>
    public ReceptiveField WholeInput => ReceptiveField.Whole(inputRows);

    /// <summary>Reads the options and applies their rule.</summary>
    public Inference? Infer() => source.Read(this).Infer(this);

    /// <param name="parameter">Its name in the layer.</param>
    /// <param name="part">As <see cref="Inference.Part"/>.</param>
    public string ParameterName(string parameter, string part = "") => $"{prefix}{part}.{parameter}";

    /// <summary>The input if it is C×H×W; null where it is unknown, or a vector, which is an error.</summary>
    /// <param name="forVectors">The layer that does the same to a vector, if there is one.</param>
    /// <param name="features">What a <c>Linear</c> in its place would make, if that may be meant.</param>
    public Signal? Image(string? forVectors = null, int? features = null)
    {
        if (Input is not { Shape.IsVector: true })
        {
            return Input;
        }

        RankRule.RequireImage(this, forVectors, features);
        return null;
    }

    /// <summary>The input if it is a vector; null where it is unknown, or C×H×W, which is an error.</summary>
    /// <param name="forImages">The layer that does the same to C×H×W, if there is one.</param>
    public Signal? Vector(string? forImages = null)
    {
        if (Input is not { Shape.IsVector: false })
        {
            return Input;
        }

        RankRule.RequireVector(this, forImages);
        return null;
    }

    /// <summary>The same layer from another source, to be tried.</summary>
    public LayerContext With(ILayerSource changed) => Trial(inputs, changed);

    /// <summary>The same layer behind other inputs, to be tried.</summary>
    public LayerContext Reading(IReadOnlyList<Signal?> others) => Trial(others, source);

    /// <summary>An operator that keeps the shape of any input.</summary>
    public Inference? Elementwise(Operator op, params Parameter[] parameters) =>
        Input is { } input && !Failed ? new(op, input, EquatableArray<Parameter>.From(parameters)) : null;

    private LayerContext Trial(IReadOnlyList<Signal?> read, ILayerSource changed) =>
        new(kind, prefix, inputRows, read, names, changed, new(problems.At(null), changed.Has)) { IsTrial = true };
}
