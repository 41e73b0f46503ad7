using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Attributes;

/// <summary>Reads an attribute's arguments; those out of range become problems.</summary>
/// <param name="spec">The attribute.</param>
/// <param name="problems">What is wrong with it.</param>
internal class ArgumentReader(LayerSpec spec, ProblemList problems)
{
    /// <summary>An attribute that nothing has been read of yet.</summary>
    /// <param name="spec">The attribute.</param>
    /// <param name="attribute">The place of its name.</param>
    public ArgumentReader(LayerSpec spec, Place attribute)
        : this(spec, new ProblemList(attribute, spec.Has))
    {
    }

    /// <summary>The attribute; its expressions have values once they are evaluated.</summary>
    public LayerSpec Spec { get; private set; } = spec;

    public ProblemList Problems => problems;

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
                problems.ErrorAt(fault.Id, argument, item, fault.Text, fault.Reason);
            }

            isKnown &= evaluation.Value is not null;
            return evaluation.Value;
        }
    }

    public int AtLeast(int minimum, string argument, int fallback) =>
        Checked(argument, fallback, value => value >= minimum, $"at least {minimum}");

    /// <summary>An enum's value; 0 where none is written.</summary>
    public T Choice<T>(string argument)
        where T : struct, Enum => (T)Enum.ToObject(
            typeof(T), Checked(argument, 0, value => Enum.IsDefined(typeof(T), value), "a defined value"));

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

        problems.OutOfRange(argument, expected, value.ToString(null, CultureInfo.InvariantCulture));
        return fallback;
    }
}
