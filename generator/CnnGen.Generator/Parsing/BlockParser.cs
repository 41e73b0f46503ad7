using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>Finds the blocks that a network's layers lead to, each once.</summary>
internal sealed class BlockParser(CancellationToken cancellation)
{
    public const string BlockAttribute = "CnnGen.BlockAttribute";

    private const string Apply = "Apply";

    private readonly Dictionary<ISymbol, int> _indices = new(SymbolEqualityComparer.Default);
    private readonly List<AttributedClass> _classes = [];

    /// <summary>The blocks found so far; their index here is that of <see cref="NetworkSpec.Blocks"/>.</summary>
    public IReadOnlyList<AttributedClass> Classes => _classes;

    public EquatableArray<LayerSpec> ReadLayers(AttributedClass type) => EquatableArray<LayerSpec>.From(type.Layers.Select(ReadLayer));

    /// <summary>The blocks found so far and those that they lead to.</summary>
    public EquatableArray<BlockSpec> ReadBlocks()
    {
        var blocks = new List<BlockSpec>();
        while (blocks.Count < _classes.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            AttributedClass type = _classes[blocks.Count];
            blocks.Add(new(
                type.Type.Name,
                ReadLayers(type),
                EquatableArray<LayerSpec>.From(type.Outputs.Select(AttributeReader.Read)),
                EquatableArray<Problem>.From(Problems(type, owner: blocks.Count + 1))));
        }

        return EquatableArray<BlockSpec>.From(blocks);
    }

    private LayerSpec ReadLayer(AttributeData attribute)
    {
        LayerSpec spec = AttributeReader.Read(attribute);
        if (spec.Kind != Apply)
        {
            return spec;
        }

        return attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } block] }
            ? spec with { Block = Refer(block) }
            : spec with { IsBroken = true };
    }

    private BlockReference Refer(INamedTypeSymbol type)
    {
        if (type.FindAttribute(BlockAttribute) is null)
        {
            return new(type.Name, Index: -1, "it is not a block; write [Block] above it and its layers below");
        }

        if (type.IsGenericType)
        {
            return new(type.Name, Index: -1, "it is generic or nested in a generic type; make it non-generic");
        }

        if (!_indices.TryGetValue(type, out int index))
        {
            index = _classes.Count;
            _indices.Add(type, index);
            _classes.Add(new(type));
        }

        return new(type.Name, index, Fault: null);
    }

    private static IEnumerable<Problem> Problems(AttributedClass block, int owner)
    {
        for (int i = 0; i < block.Inputs.Length; i++)
        {
            yield return Problem.Error(
                DiagnosticIds.InputMisplaced, Place.Input(i) with { Owner = owner },
                $"block '{block.Type.Name}' takes the shape that it is applied to; remove Input");
        }

        foreach (Problem problem in block.Apart(owner))
        {
            yield return problem;
        }
    }
}
