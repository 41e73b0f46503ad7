using System.Globalization;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Specs.Expressions;

/// <summary>An integer that is known only where its block is applied: the expression as it is written, values only.</summary>
internal abstract record Expression
{
    /// <summary>Its numbers, names and operators; each reader limits them.</summary>
    public virtual int Size => 1;

    /// <summary>How many arguments its block must have for it.</summary>
    public virtual int Arity => 0;

    public abstract Evaluation Evaluate(Surroundings here);

    /// <summary>As C#, with the library's names in place of the user's.</summary>
    public abstract override string ToString();

    /// <summary>As an operand of an operator that binds so tightly.</summary>
    protected internal virtual string Operand(int strength) => ToString();
}

/// <summary>A number.</summary>
internal sealed record Literal(int Value) : Expression
{
    protected internal override string Operand(int strength) => Value < 0 ? $"({ToString()})" : ToString();

    public override Evaluation Evaluate(Surroundings here) => new(Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One of the library's constants.</summary>
/// <param name="Index">As in <see cref="Placeholders"/>.</param>
internal sealed record Placeholder(int Index) : Expression
{
    public override int Arity => Index < Placeholders.Arguments ? Index + 1 : 0;

    public override Evaluation Evaluate(Surroundings here) => here.Find(Index);

    public override string ToString() => Placeholders.Name(Index);
}

/// <summary>A sum, difference, product, quotient or rest of two integers, as C# defines them in a checked context.</summary>
/// <param name="Sign">One of <c>+ - * / %</c>.</param>
internal sealed record Binary(char Sign, Expression Left, Expression Right) : Expression
{
    public override int Size { get; } = Left.Size + Right.Size + 1;

    public override int Arity => Math.Max(Left.Arity, Right.Arity);

    private int Strength => Sign is '+' or '-' ? 1 : 2;

    protected internal override string Operand(int strength) => Strength < strength ? $"({ToString()})" : ToString();

    public override Evaluation Evaluate(Surroundings here)
    {
        Evaluation left = Left.Evaluate(here), right = Right.Evaluate(here);
        if ((left.Fault ?? right.Fault) is { } fault)
        {
            return new(fault);
        }

        if (left.Value is not { } a || right.Value is not { } b)
        {
            return default;
        }

        if (b == 0 && Sign is '/' or '%')
        {
            return new(new ExpressionFault(DiagnosticIds.DivisionByZero, ToString(), Right is Literal ? "the divisor" : Right.ToString()));
        }

        long result = Sign switch
        {
            '+' => (long)a + b,
            '-' => (long)a - b,
            '*' => (long)a * b,
            '/' => (long)a / b,
            _ => (long)a % b,
        };
        return result is < int.MinValue or > int.MaxValue
            ? new(new ExpressionFault(DiagnosticIds.IntegerOverflow, ToString(), result.ToString("N0", CultureInfo.InvariantCulture)))
            : new((int)result);
    }

    public override string ToString() => $"{Left.Operand(Strength)} {Sign} {Right.Operand(Strength + 1)}";
}

/// <summary>What no integer can be computed from.</summary>
/// <param name="Id">The diagnostic that says why.</param>
/// <param name="Text">What is written.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Needs">How many arguments its block must have for what stands in it.</param>
internal sealed record Unreadable(string Id, string Text, string Reason, int Needs) : Expression
{
    public override int Arity => Needs;

    public override Evaluation Evaluate(Surroundings here) => new(new ExpressionFault(Id, Text, Reason));

    public override string ToString() => Text;
}
