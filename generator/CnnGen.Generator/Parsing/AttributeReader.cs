using System.Collections.Immutable;
using CnnGen.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>One attribute as Roslyn sees it -> <see cref="LayerSpec"/>.</summary>
internal sealed class AttributeReader(Compilation compilation)
{
    private const string Suffix = "Attribute";

    /// <summary>The expressions behind arguments and constants.</summary>
    public ExpressionReader Expressions { get; } = new(compilation);

    /// <summary>The layers of a class, with what the user's settings say of each.</summary>
    public IEnumerable<LayerSpec> ReadLayers(IReadOnlyList<AttributeData> attributes) => attributes.Select(Read)
        .Zip(AcceptedRests.Find(attributes, compilation), (layer, accepted) => layer with { AcceptedRests = accepted });

    public LayerSpec Read(AttributeData attribute)
    {
        ImmutableDictionary<string, object> expressions = Expressions.Read(attribute);
        var arguments = ImmutableArray.CreateBuilder<ArgumentSpec>();
        bool isBroken = attribute.AttributeConstructor is null || HasUnknownArgument(attribute) || IsForeign(attribute);
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
            {
                Add(constructor.Parameters[i].Name, attribute.ConstructorArguments[i], IsPositional(attribute, i));
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            Add(argument.Key, argument.Value);
        }

        var spec = new LayerSpec(Kind(attribute), Name: null, From: null, new(arguments.ToImmutable()), isBroken);
        return spec with
        {
            Name = spec.Get<string?>("Name", null),
            From = spec.Get<string?>("From", null),
        };

        void Add(string name, TypedConstant constant, bool isPositional = false)
        {
            isBroken |= IsError(constant);
            arguments.Add(new(name, expressions.GetValueOrDefault(name) ?? Value(constant), isPositional));
        }
    }

    private static string Kind(AttributeData attribute)
    {
        string name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>A named argument that the attribute does not have is a C# error and is missing from the attribute's data.</summary>
    private static bool HasUnknownArgument(AttributeData attribute) =>
        Written(attribute) is { } written
        && written.Count(argument => argument.NameEquals is not null) != attribute.NamedArguments.Length;

    /// <summary>An argument without a name stands at its parameter's place.</summary>
    private static bool IsPositional(AttributeData attribute, int parameter) =>
        Written(attribute) is { } written && parameter < written.Count && written[parameter] is { NameEquals: null, NameColon: null };

    /// <summary>The arguments in the source; null where there are none, or no source.</summary>
    private static SeparatedSyntaxList<AttributeArgumentSyntax>? Written(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments;

    /// <summary>No attribute of CnnGen, which C# rejects: a type that is none, or the user's own that derives from a layer's.</summary>
    private static bool IsForeign(AttributeData attribute) =>
        attribute.AttributeClass is not { TypeKind: TypeKind.Class, ContainingNamespace.Name: "CnnGen" };

    /// <summary>Whether C# rejects the argument, or one of the values that it lists.</summary>
    private static bool IsError(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error
        || (constant.Kind == TypedConstantKind.Array && !constant.IsNull && constant.Values.Any(IsError));

    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Primitive when constant.Value is double number => (float)number,
        TypedConstantKind.Primitive or TypedConstantKind.Enum => constant.Value,
        TypedConstantKind.Array when !constant.IsNull => ArrayValue(constant),
        _ => null,
    };

    private static object? ArrayValue(TypedConstant array) => ((IArrayTypeSymbol)array.Type!).ElementType.SpecialType switch
    {
        SpecialType.System_Int32 => Items<int>(array),
        SpecialType.System_Single or SpecialType.System_Double => Items<float>(array),
        SpecialType.System_String => EquatableArray<string>.From(array.Values.Select(item => item.Value as string ?? "")),
        _ => null,
    };

    private static EquatableArray<T> Items<T>(TypedConstant array)
        where T : IEquatable<T> => EquatableArray<T>.From(array.Values.Select(Value).OfType<T>());
}
