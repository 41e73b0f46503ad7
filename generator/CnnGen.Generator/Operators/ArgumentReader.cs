using System.Collections.Immutable;
using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Parsing.Expressions;

namespace CnnGen.Generator.Operators;

/// <summary>
/// Reads an attribute's arguments, collecting those out of range. A place gets each diagnostic once, and no warning beside an error.
/// </summary>
/// <param name="spec">The attribute.</param>
/// <param name="attribute">The place of the attribute's name.</param>
internal class ArgumentReader(LayerSpec spec, Place attribute)
{
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>The attribute; its expressions have values once they are evaluated.</summary>
    public LayerSpec Spec { get; private set; } = spec;

    public IEnumerable<Problem> Problems => _problems;

    /// <summary>Whether there is an error already.</summary>
    public bool Failed => _problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>
    /// Puts values in the place of expressions; false where one is wrong, or unknown after an earlier mistake or because nothing applies
    /// the block.
    /// </summary>
    public bool Evaluate(Surroundings here)
    {
        if (!Spec.Expressions.Any())
        {
            return true;
        }

        bool isKnown = true;
        Spec = Spec with { Arguments = EquatableArray<ArgumentSpec>.From(Spec.Arguments.Select(Known)) };
        return isKnown;

        ArgumentSpec Known(ArgumentSpec argument)
        {
            object? value = argument.Value switch
            {
                Expression expression => Number(expression, argument.Name, item: 0),
                EquatableArray<Expression> several => Numbers(several, argument.Name),
                _ => null,
            };
            return value is null ? argument : argument with { Value = value, IsComputed = true };
        }

        EquatableArray<int>? Numbers(EquatableArray<Expression> several, string argument)
        {
            int?[] numbers = [.. several.Select((expression, i) => Number(expression, argument, i))];
            return numbers.All(number => number is not null) ? EquatableArray<int>.From(numbers.OfType<int>()) : null;
        }

        int? Number(Expression expression, string argument, int item)
        {
            Evaluation evaluation = expression.Evaluate(here);
            if (evaluation.Fault is { } fault)
            {
                ErrorAt(fault.Id, argument, item, fault.Text, fault.Reason);
            }

            isKnown &= evaluation.Value is not null;
            return evaluation.Value;
        }
    }

    public int AtLeast(int minimum, string argument, int fallback) =>
        Checked(argument, fallback, value => value >= minimum, $"at least {minimum}");

    /// <summary>An enum's value; <paramref name="count"/> values are defined, from 0.</summary>
    public int Choice(string argument, int count) =>
        Checked(argument, 0, value => value >= 0 && value < count, "a defined value");

    public long AtLeast(long minimum, string argument, long fallback) =>
        Checked(argument, fallback, value => value >= minimum, $"at least {minimum}");

    public float Number(string argument, float fallback, Func<float, bool> isInRange, string expected) =>
        Checked(argument, fallback, isInRange, expected);

    public float Finite(string argument, float fallback) =>
        Checked(argument, fallback, value => !float.IsNaN(value) && !float.IsInfinity(value), "a finite number");

    public T Checked<T>(string argument, T fallback, Func<T, bool> isInRange, string expected)
        where T : IFormattable
    {
        T value = Spec.Get(argument, fallback);
        if (isInRange(value))
        {
            return value;
        }

        OutOfRange(argument, expected, value.ToString(null, CultureInfo.InvariantCulture));
        return fallback;
    }

    public void OutOfRange(string argument, string expected, string actual) =>
        Error(DiagnosticIds.OutOfRange, argument, argument, expected, actual);

    /// <param name="id">The diagnostic.</param>
    /// <param name="argument">Where, if it is written; else the attribute's name.</param>
    /// <param name="values">What fills the holes of the message.</param>
    public void Error(string id, string? argument, params string[] values) => Report(Problem.Error(id, At(argument), values));

    /// <summary>An error at one of the values of an argument that takes several.</summary>
    public void ErrorAt(string id, string argument, int item, params string[] values) =>
        Report(Problem.Error(id, At(argument) with { Item = item }, values));

    /// <summary>An error, and the ways out of it.</summary>
    public void Error(string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        Report(Severity.Error, id, argument, fixes, values);

    /// <summary>An error at one of several values, and the ways out of it.</summary>
    public void ErrorAt(string id, string argument, int item, IEnumerable<Fix> fixes, params string[] values) =>
        Report(Problem.Error(id, At(argument) with { Item = item }, values) with { Fixes = Possible(fixes) });

    public void Warning(string id, string? argument, params string[] values) => Report(Problem.Warning(id, At(argument), values));

    public void Info(string id, string? argument, params string[] values) => Report(Problem.Info(id, At(argument), values));

    public void Report(Severity severity, string id, string? argument, params string[] values) =>
        Report(severity, id, argument, [], values);

    public void Report(Severity severity, string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        Report(new(id, severity, At(argument), EquatableArray<string>.From(values)) { Fixes = Possible(fixes) });

    /// <summary>The argument if it is written, else the attribute.</summary>
    public Place At(string? argument) => argument is not null && Spec.Has(argument) ? attribute with { Argument = argument } : attribute;

    private static EquatableArray<Fix> Possible(IEnumerable<Fix> fixes) =>
        EquatableArray<Fix>.From(fixes.Where(fix => fix.Edits.Count > 0));

    private void Report(Problem problem)
    {
        if (problem.Severity == Severity.Error)
        {
            _problems.RemoveAll(other => other.Place == problem.Place && other.Severity != Severity.Error);
        }

        if (!_problems.Any(other => other.Id == problem.Id && other.Place == problem.Place))
        {
            _problems.Add(problem);
        }
    }
}
