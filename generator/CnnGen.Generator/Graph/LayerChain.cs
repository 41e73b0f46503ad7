using System.Collections.Immutable;
using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Graph;

/// <summary>Resolves names and infers shapes layer by layer.</summary>
internal sealed class LayerChain
{
    private readonly NetworkSpec _spec;
    private readonly ImmutableArray<Problem>.Builder _problems;
    private readonly NameTable _names = new();
    private readonly HashSet<string> _prefixes;
    private readonly List<Signal?> _signals = [];
    private readonly List<Value> _values = [];
    private readonly List<Node> _nodes = [];

    private LayerChain(NetworkSpec spec, ImmutableArray<Problem>.Builder problems)
    {
        _spec = spec;
        _problems = problems;
        _prefixes = new(spec.Layers.Where(layer => layer.Name is not null).Select(layer => layer.Name!), StringComparer.Ordinal);
    }

    /// <summary>The graph, or null where a mistake leaves part of it unknown.</summary>
    public static NetworkGraph? Build(NetworkSpec spec, ImmutableArray<Problem>.Builder problems)
    {
        var chain = new LayerChain(spec, problems);
        chain.AddInput();
        for (int i = 0; i < spec.Layers.Count; i++)
        {
            chain.AddLayer(i);
        }

        if (spec.Layers.Count == 0)
        {
            problems.Add(Problem.Error(DiagnosticIds.NoLayers, Place.Class, spec.Name));
        }

        return chain._signals.Contains(null)
            ? null
            : new(
                EquatableArray<Value>.From(chain._values),
                EquatableArray<Node>.From(chain._nodes),
                EquatableArray<int>.From([chain._values.Count - 1]));
    }

    private int InputRows => _signals[0]?.Shape.Height ?? 1;

    private void AddInput()
    {
        Signal? signal = null;
        for (int i = 0; i < _spec.Inputs.Count; i++)
        {
            var reader = new ArgumentReader(_spec.Inputs[i], Place.Input(i));
            Signal? candidate = InputRule.Infer(reader);
            signal = i == 0 ? candidate : signal;
            _problems.AddRange(reader.Problems);
        }

        Append(NameTable.Input, signal);
    }

    private void AddLayer(int index)
    {
        LayerSpec spec = _spec.Layers[index];
        if (spec.IsBroken)
        {
            _names.IsComplete = false;
            Append(null, null);
            return;
        }

        string prefix = spec.Name ?? index.ToString(CultureInfo.InvariantCulture);
        var from = new ArgumentReader(spec, Place.Layer(index));
        int? source = spec.From is null ? _signals.Count - 1 : _names.Resolve(from, spec.From);
        Signal? input = source is { } known ? _signals[known] : null;
        var layer = new LayerContext(spec, Place.Layer(index), prefix, _spec.Rounding, InputRows, [input]);
        Inference? inference = OperatorRegistry.Infer(layer);
        _names.Declare(from, index, _signals.Count);
        if (inference is not null)
        {
            Capacity.Check(layer, inference);
            RejectTakenPrefix(from, inference, prefix);
        }

        Signal? output = layer.Problems.Any(problem => problem.Id == DiagnosticIds.TooLarge) ? null : inference?.Output;
        if (source is { } read && inference is not null)
        {
            bool isNameless = spec.Name is null && inference.Parameters.Count == 0;
            _nodes.Add(new(
                isNameless ? "" : prefix, spec.Kind, inference.Operator, EquatableArray<int>.From([read]), _values.Count,
                inference.Parameters, inference.MultiplyAdds, Size.Clamp(inference.Output.Field.Rows)));
        }

        Append(spec.Name, output);
        _problems.AddRange(from.Problems);
        _problems.AddRange(layer.Problems);
    }

    private void RejectTakenPrefix(ArgumentReader layer, Inference inference, string prefix)
    {
        if (layer.Spec.Name is null && inference.Parameters.Count > 0 && _prefixes.Contains(prefix))
        {
            int owner = _spec.Layers.ToList().FindIndex(other => other.Name == prefix);
            _problems.Add(Problem.Error(
                DiagnosticIds.DuplicateName, Place.Layer(owner, "Name"), prefix,
                $"layer {prefix} ({layer.Spec.Kind}), which has no other"));
        }
    }

    private void Append(string? name, Signal? signal)
    {
        _values.Add(new(_values.Count, name, signal?.Shape ?? default));
        _signals.Add(signal);
    }
}
