using System.Collections.Immutable;
using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Specs.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CnnGen.Generator.Parsing;

/// <summary>
/// Reads from the source what C# has computed away already: the expressions in which the library's <c>Argument</c> or <c>Graph.Channels</c>
/// stand, also behind constants of other classes.
/// </summary>
internal sealed class ExpressionReader(Compilation compilation)
{
    /// <summary>More is no formula of a network, and constants that double each other grow without end.</summary>
    private const int MostParts = 200;

    /// <summary>Letters of an expression that a message shows.</summary>
    private const int MostText = 60;

    private const string Library = "CnnGen.";

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<IFieldSymbol, Expression?> _fields = new(SymbolEqualityComparer.Default);

    /// <summary>The arguments with such an expression: an <see cref="Expression"/>, or an array of them.</summary>
    public ImmutableDictionary<string, object> Read(AttributeData attribute)
    {
        ImmutableDictionary<string, object> found = ImmutableDictionary<string, object>.Empty;
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list } syntax
            || !list.Arguments.Any(argument => argument.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any())
            || Operation(syntax) is not IAttributeOperation { Operation: IObjectCreationOperation creation })
        {
            return found;
        }

        IEnumerable<(string?, IOperation)> positional = creation.Arguments.Select(argument => (argument.Parameter?.Name, argument.Value));
        IEnumerable<(string?, IOperation)> named = (creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
            .Select(assignment => ((assignment.Target as IPropertyReferenceOperation)?.Property.Name, assignment.Value));
        foreach ((string? name, IOperation value) in positional.Concat(named))
        {
            if (name is not null && ReadArgument(value) is { } argument)
            {
                found = found.SetItem(name, argument);
            }
        }

        return found;
    }

    /// <summary>The expression that defines a constant; null where none of the library's constants stands in it.</summary>
    public Expression? Read(IFieldSymbol field)
    {
        if (!_fields.TryGetValue(field, out Expression? known))
        {
            _fields.Add(field, null);
            known = field.IsConst ? ReadNew(field) : null;
            _fields[field] = known;
        }

        return known;
    }

    private Expression? ReadNew(IFieldSymbol field)
    {
        string name = field.ToDisplayString();
        if (name.StartsWith(Library, StringComparison.Ordinal)
            && Placeholders.IndexOf(name.Substring(Library.Length)) is >= 0 and var placeholder)
        {
            return new Placeholder(placeholder);
        }

        EqualsValueClauseSyntax? definition = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            EnumMemberDeclarationSyntax member => member.EqualsValue,
            _ => null,
        };
        return definition is not null && compilation.ContainsSyntaxTree(definition.SyntaxTree)
            ? Operation(definition) is ISymbolInitializerOperation { Value: { } value } ? Find(value, depth: 0) : null
            : Previous(field) is { } previous ? Read(previous) is { } before ? Join('+', before, new Literal(1), name) : null
            : !compilation.Assembly.Equals(field.ContainingAssembly, SymbolEqualityComparer.Default)
                && field.ConstantValue is int number && Placeholders.IndexOf(number) is >= 0 and var hidden
                ? new Unreadable(
                    DiagnosticIds.ExpressionUnseen, $"constant '{name}'", "define it in this project", new Placeholder(hidden).Arity)
            : null;
    }

    /// <summary>The enum's member before one that is not defined by an expression of its own.</summary>
    private static IFieldSymbol? Previous(IFieldSymbol field)
    {
        if (field.ContainingType.TypeKind != TypeKind.Enum)
        {
            return null;
        }

        IFieldSymbol[] members = [.. field.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(member => member.IsConst)];
        return members.ElementAtOrDefault(Array.FindIndex(members, member => SymbolEqualityComparer.Default.Equals(member, field)) - 1);
    }

    private IOperation? Operation(SyntaxNode node)
    {
        if (!compilation.ContainsSyntaxTree(node.SyntaxTree))
        {
            return null;
        }

        if (!_models.TryGetValue(node.SyntaxTree, out SemanticModel? model))
        {
            model = compilation.GetSemanticModel(node.SyntaxTree);
            _models.Add(node.SyntaxTree, model);
        }

        return model.GetOperation(node);
    }

    private object? ReadArgument(IOperation value)
    {
        IEnumerable<IOperation>? items = value switch
        {
            IConversionOperation { Operand: ICollectionExpressionOperation list } => list.Elements,
            ICollectionExpressionOperation list => list.Elements,
            IArrayCreationOperation { Initializer: { } list } => list.ElementValues,
            _ => null,
        };
        if (items is null)
        {
            return Find(value, depth: 0);
        }

        (IOperation Item, Expression? Found)[] all = [.. items.Select(item => (item, Find(item, depth: 0)))];
        return all.Any(pair => pair.Found is not null)
            ? EquatableArray<Expression>.From(all.Select(pair => pair.Found ?? Constant(pair.Item)))
            : null;
    }

    /// <summary>The expression; null where none of the library's constants stands in it, so that C#'s value holds.</summary>
    private Expression? Find(IOperation operation, int depth)
    {
        if (depth > MostParts)
        {
            Expression[] found = [.. operation.Descendants().OfType<IFieldReferenceOperation>()
                .Select(reference => Read(reference.Field)).OfType<Expression>()];
            return found.Length == 0 ? null : TooLong(operation.Text(), found.Max(part => part.Arity));
        }

        switch (operation)
        {
            case INameOfOperation or ISizeOfOperation or ITypeOfOperation:
                return null;
            case IFieldReferenceOperation reference:
                return Read(reference.Field);
            case IParenthesizedOperation parenthesized:
                return Find(parenthesized.Operand, depth + 1);
            case IConversionOperation { OperatorMethod: null } cast when cast.Type.IsInteger():
                return Find(cast.Operand, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus, OperatorMethod: null } plus when plus.Type.IsInteger():
                return Find(plus.Operand, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus when minus.Type.IsInteger():
                return Find(minus.Operand, depth + 1) is { } operand ? Join('-', new Literal(0), operand, operation.Text()) : null;
            case IBinaryOperation { OperatorMethod: null } binary when binary.Type.IsInteger() && binary.OperatorKind.Sign() is { } sign:
                Expression? left = Find(binary.LeftOperand, depth + 1), right = Find(binary.RightOperand, depth + 1);
                return left is null && right is null
                    ? null
                    : Join(sign, left ?? Constant(binary.LeftOperand), right ?? Constant(binary.RightOperand), operation.Text());
            default:
                Expression[] parts = [.. operation.ChildOperations.Select(child => Find(child, depth + 1)).OfType<Expression>()];
                return parts.Length == 0 ? null : NoInteger(operation, parts.Max(part => part.Arity));
        }
    }

    /// <summary>An operand that C# knows.</summary>
    private static Expression Constant(IOperation operation) =>
        operation.Number() is { } number ? new Literal(number) : NoInteger(operation, needs: 0);

    private static Expression Join(char sign, Expression left, Expression right, string text)
    {
        int needs = Math.Max(left.Arity, right.Arity);
        return (left as Unreadable ?? right as Unreadable) is { } wrong ? wrong with { Needs = needs }
            : left.Size + right.Size >= MostParts ? TooLong(text, needs)
            : new Binary(sign, left, right);
    }

    private static Unreadable NoInteger(IOperation operation, int needs) =>
        new(DiagnosticIds.ExpressionNotInteger, operation.Text(), "it is no expression of integers and + - * / %", needs);

    private static Unreadable TooLong(string text, int needs) =>
        new(
            DiagnosticIds.ExpressionNotInteger, text.Length > MostText ? text.Substring(0, MostText) + "…" : text,
            $"it has more than {MostParts.ToString(CultureInfo.InvariantCulture)} parts", needs);
}
