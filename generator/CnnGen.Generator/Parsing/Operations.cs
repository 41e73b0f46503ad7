using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CnnGen.Generator.Parsing;

/// <summary>What the reader asks of C#'s expressions.</summary>
internal static class Operations
{
    /// <summary>The value of what C# has computed; null where it is no number that an int holds.</summary>
    public static int? Number(this IOperation operation) => operation.ConstantValue.Value switch
    {
        int number => number,
        char or sbyte or byte or short or ushort => Convert.ToInt32(operation.ConstantValue.Value, CultureInfo.InvariantCulture),
        long number and >= int.MinValue and <= int.MaxValue => (int)number,
        _ => null,
    };

    /// <summary>As it is written, without line breaks and comments.</summary>
    public static string Text(this IOperation operation) =>
        string.Concat(operation.Syntax.DescendantTokens().Select(token => token.HasTrailingTrivia ? token.Text + " " : token.Text)).Trim();

    /// <summary>An <c>int</c>, a <c>long</c>, whose values are limited to those of an <c>int</c> here, or an enum.</summary>
    public static bool IsInteger(this ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }
            or INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType.SpecialType: SpecialType.System_Int32 };

    public static char? Sign(this BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => '+',
        BinaryOperatorKind.Subtract => '-',
        BinaryOperatorKind.Multiply => '*',
        BinaryOperatorKind.Divide => '/',
        BinaryOperatorKind.Remainder => '%',
        _ => null,
    };
}
