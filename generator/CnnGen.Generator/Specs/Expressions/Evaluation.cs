namespace CnnGen.Generator.Specs.Expressions;

/// <summary>An expression's value, or why there is none; neither where an earlier mistake leaves it unknown.</summary>
internal readonly record struct Evaluation(int? Value, ExpressionFault? Fault)
{
    public Evaluation(int? value)
        : this(value, null)
    {
    }

    public Evaluation(ExpressionFault fault)
        : this(null, fault)
    {
    }
}

/// <summary>Why an expression has no value.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Text">The part of the expression that is meant.</param>
/// <param name="Reason">What the message says of it.</param>
internal sealed record ExpressionFault(string Id, string Text, string Reason);
