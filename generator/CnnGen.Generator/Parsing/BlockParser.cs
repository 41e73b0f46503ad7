using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Specs;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>Finds the blocks that a network's layers lead to, each once.</summary>
internal sealed class BlockParser(Compilation compilation, AttributeReader reader, CancellationToken cancellation)
{
    public const string BlockAttribute = "CnnGen.BlockAttribute";

    private const string Apply = "Apply";

    private readonly Dictionary<ISymbol, int> _indices = new(SymbolEqualityComparer.Default);
    private readonly List<AttributedClass> _classes = [];

    /// <summary>The blocks found so far; their index here is that of <see cref="NetworkSpec.Blocks"/>.</summary>
    public IReadOnlyList<AttributedClass> Classes => _classes;

    public EquatableArray<LayerSpec> ReadLayers(AttributedClass type) => EquatableArray<LayerSpec>.From(
        reader.ReadLayers(type.Layers).Zip(type.Layers, WithBlock));

    /// <summary>The blocks found so far and those that they lead to.</summary>
    /// <param name="first">A block to begin with.</param>
    public EquatableArray<BlockSpec> ReadBlocks(INamedTypeSymbol? first = null)
    {
        if (first is not null)
        {
            IndexOf(first);
        }

        var blocks = new List<BlockSpec>();
        while (blocks.Count < _classes.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            AttributedClass type = _classes[blocks.Count];
            EquatableArray<LayerSpec> layers = ReadLayers(type);
            var parameters = BlockParameters.Read(type.Type, layers, reader.Expressions, compilation);
            blocks.Add(new(
                type.Type.Name,
                parameters.Names,
                parameters.AreForeign,
                parameters.AreUnseen,
                layers,
                EquatableArray<LayerSpec>.From(type.Outputs.Select(reader.Read)),
                EquatableArray<Problem>.From(Problems(type, owner: blocks.Count + 1))));
        }

        return EquatableArray<BlockSpec>.From(blocks);
    }

    private LayerSpec WithBlock(LayerSpec spec, AttributeData attribute)
    {
        if (spec.Kind != Apply)
        {
            return spec;
        }

        ITypeSymbol? block = BlockOf(attribute);
        return spec.IsBroken || block is { TypeKind: TypeKind.Error } ? spec with { IsBroken = true } : spec with { Block = Refer(block) };
    }

    /// <summary>Of <c>Apply&lt;T&gt;</c> or <c>Apply(typeof(T))</c>; null where that is written.</summary>
    private static ITypeSymbol? BlockOf(AttributeData apply) =>
        apply.AttributeClass!.TypeArguments.FirstOrDefault() ?? apply.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol;

    /// <summary>The block as an <c>Apply</c> refers to it.</summary>
    private BlockReference Refer(ITypeSymbol? block)
    {
        if (block is not INamedTypeSymbol type || type.FindAttribute(BlockAttribute) is null)
        {
            string name = block is null ? "null" : block.Name.Length > 0 ? block.Name : block.ToDisplayString();
            return new(name, Index: -1, "it is not a block; write [Block] above it and its layers below");
        }

        if (type.IsGenericType)
        {
            return new(type.Name, Index: -1, "it is generic or nested in a generic type; make it non-generic");
        }

        return new(type.Name, IndexOf(type), Fault: null);
    }

    /// <summary>The block's index, the next one if it is new.</summary>
    private int IndexOf(INamedTypeSymbol block)
    {
        if (!_indices.TryGetValue(block, out int index))
        {
            index = _classes.Count;
            _indices.Add(block, index);
            _classes.Add(new(block, BlockAttribute));
        }

        return index;
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
