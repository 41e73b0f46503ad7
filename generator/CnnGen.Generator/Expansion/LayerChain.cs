using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion;

/// <summary>Resolves names, expands blocks and infers shapes layer by layer.</summary>
internal sealed class LayerChain(NetworkSpec network, GraphDraft draft, Scope scope)
{
    private readonly HashSet<string> _names =
        new(scope.Layers.Where(layer => layer.Name is not null).Select(layer => layer.Name!), StringComparer.Ordinal);

    /// <summary>What the layer before reads, where that is known.</summary>
    private Signal? _read;

    /// <summary>Adds all layers; the values that leave the network or block.</summary>
    public IReadOnlyList<int> Expand(int input)
    {
        scope.Names.DeclareInput(input);
        scope.InputChannels = draft.Signal(input)?.Shape.Channels;
        int previous = input;
        for (int i = 0; i < scope.Layers.Count; i++)
        {
            previous = AddLayer(i, previous);
        }

        if (scope.Layers.Count == 0)
        {
            string example = scope.Owner == 0 ? "[Linear(10)], below Input" : "[Conv2d(16, 3)], below [Block]";
            string name = scope.Owner == 0 ? network.Name : network.Blocks[scope.Owner - 1].Name;
            draft.Report([Problem.Error(DiagnosticIds.NoLayers, scope.At(Place.Class), name, example)], scope.Path);
        }

        return OutputRule.Resolve(draft, scope, previous);
    }

    private int AddLayer(int index, int previous)
    {
        LayerSpec spec = scope.Layers[index];
        draft.CountLayer();
        if (spec.IsBroken)
        {
            scope.Names.IsComplete = false;
            return draft.AddUnknown();
        }

        var reader = new ArgumentReader(spec, scope.At(Place.Layer(index)));
        IReadOnlyList<int?> inputs = LayerInputs.Resolve(reader, scope.Names, previous);
        bool isKnown = reader.Evaluate(scope.Around(inputs[0] is { } first ? draft.Signal(first) : null));
        int output = spec.Block is { } block
            ? new BlockExpansion(network, draft, scope).Expand(reader, index, block, inputs[0] ?? draft.AddUnknown())
            : isKnown ? AddOperator(reader, index, inputs)
            : draft.AddUnknown();
        scope.Names.Declare(reader, index, output);
        if (spec.Block is not null)
        {
            RejectTakenPrefix(index);
        }

        draft.Claim(output, spec.Name is null ? null : scope.Prefix + spec.Name, scope.Origin(index));
        draft.Report(reader.Problems, scope.Path);
        _read = inputs[0] is { } read ? draft.Signal(read) : null;
        return output;
    }

    private int AddOperator(ArgumentReader reader, int index, IReadOnlyList<int?> inputs)
    {
        string prefix = scope.Prefix + scope.LocalName(index);
        var layer = new LayerContext(
            reader.Spec.Kind, prefix, draft.InputRows, [.. inputs.Select(input => input is { } known ? draft.Signal(known) : null)],
            new(index - 1, index == 0 ? NameTable.Input : scope.Layers[index - 1].Name, _names) { Before = Before(index) },
            new AttributeSource(reader.Spec, new(network.Rounding, network.Algorithm)), reader.Problems);
        if (layer.Infer() is not { } inference)
        {
            return draft.AddUnknown();
        }

        if (inference.Steps.Any(step => step.Parameters.Count > 0))
        {
            RejectTakenPrefix(index);
        }

        return draft.AddLayer(layer, inference, prefix, inputs.OfType<int>(), scope.Origin(index));
    }

    private LayerBefore? Before(int index) => index > 0 && _read is { } read
        ? new(scope.Layers[index - 1].Kind, scope.Layers[index - 1] is { Name: null, From: null }, read)
        : null;

    /// <summary>No layer has the name that an unnamed one gets by its index.</summary>
    private void RejectTakenPrefix(int index)
    {
        string name = scope.LocalName(index);
        if (scope.Layers[index].Name is null && _names.Contains(name))
        {
            int owner = scope.Layers.ToList().FindIndex(other => other.Name == name);
            Problem problem = Problem.Error(
                DiagnosticIds.DuplicateName, scope.At(Place.Layer(owner, "Name")), name,
                $"layer {name} ({scope.Layers[index].Kind}), which has no other", "give this layer another name") with
            {
                Fixes = EquatableArray<Fix>.From([scope.Names.Renamed(scope.At(Place.Layer(owner, "Name")), name)]),
            };
            draft.Report([problem], scope.Path);
        }
    }
}
