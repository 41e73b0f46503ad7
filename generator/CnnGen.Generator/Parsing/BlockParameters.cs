using CnnGen.Generator.Specs;
using CnnGen.Generator.Specs.Expressions;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>What a block must be applied with.</summary>
/// <param name="Names">As <see cref="BlockSpec.Parameters"/>.</param>
/// <param name="AreForeign">As <see cref="BlockSpec.IsForeign"/>.</param>
/// <param name="AreUnseen">As <see cref="BlockSpec.IsUnseen"/>.</param>
internal sealed record BlockParameters(EquatableArray<string> Names, bool AreForeign, bool AreUnseen)
{
    /// <summary>Of what stands in the layers and in the block's own constants, which give the arguments names.</summary>
    public static BlockParameters Read(
        INamedTypeSymbol block, EquatableArray<LayerSpec> layers, ExpressionReader reader, Compilation compilation)
    {
        IFieldSymbol[] constants = [.. block.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst)];
        if (!SymbolEqualityComparer.Default.Equals(block.ContainingAssembly, compilation.Assembly))
        {
            IEnumerable<int> numbers = layers.SelectMany(Numbers).Concat(constants.Select(field => field.ConstantValue).OfType<int>());
            return new(EquatableArray<string>.Empty, AreForeign: true, numbers.Any(Placeholders.MayMake));
        }

        (string Name, Expression? Expression)[] own = [.. constants.Select(field => (field.Name, reader.Read(field)))];
        int count = layers.SelectMany(layer => layer.Expressions).Concat(own.Select(constant => constant.Expression).OfType<Expression>())
            .Select(expression => expression.Arity)
            .DefaultIfEmpty()
            .Max();
        return new(EquatableArray<string>.From(Enumerable.Range(0, count).Select(Name)), AreForeign: false, AreUnseen: false);

        string Name(int index) =>
            own.FirstOrDefault(constant => constant.Expression is Placeholder placeholder && placeholder.Index == index).Name
            ?? Placeholders.Name(index);
    }

    private static IEnumerable<int> Numbers(LayerSpec layer) => layer.Arguments.SelectMany(argument => argument.Value switch
    {
        int number => [number],
        EquatableArray<int> several => several,
        _ => Enumerable.Empty<int>(),
    });
}
