using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Specs;

/// <summary>A layer attribute, or the input, as written.</summary>
/// <param name="Kind">The attribute's name without its ending, for example <c>Conv2d</c>.</param>
/// <param name="IsBroken">The C# compiler has an error for it already, so nothing more is said of it.</param>
/// <param name="Block">What it expands to, if it is an <c>Apply</c>.</param>
internal sealed record LayerSpec(
    string Kind, string? Name, string? From, EquatableArray<ArgumentSpec> Arguments, bool IsBroken = false, BlockReference? Block = null)
{
    /// <summary>
    /// Arguments at which the user's settings make CNN202 less than an error; empty text stands for the attribute's name.
    /// </summary>
    public EquatableArray<string> AcceptedRests { get; init; }

    /// <summary>Whether rows that a stride leaves unread are accepted.</summary>
    /// <param name="argument">Where that is reported, if it is written.</param>
    public bool AcceptsRest(string argument) => AcceptedRests.Contains(Has(argument) ? argument : "");

    public bool Has(string argument)
    {
        foreach (ArgumentSpec candidate in Arguments)
        {
            if (candidate.Name == argument)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The expressions among the arguments and their values.</summary>
    public IEnumerable<Expression> Expressions => Arguments.SelectMany(argument => argument.Value switch
    {
        Expression expression => [expression],
        EquatableArray<Expression> several => several,
        _ => Enumerable.Empty<Expression>(),
    });

    /// <summary>Whether all of these are written without their names.</summary>
    public bool ArePositional(params string[] arguments) =>
        arguments.All(argument => Arguments.Any(candidate => candidate.Name == argument && candidate.IsPositional));

    /// <summary>Whether the argument is an expression that has been evaluated.</summary>
    public bool IsComputed(string argument) => Arguments.Any(candidate => candidate.Name == argument && candidate.IsComputed);

    /// <summary>The same layer with another value of an argument; null: without it.</summary>
    public LayerSpec With(string argument, object? value)
    {
        IEnumerable<ArgumentSpec> changed = Has(argument)
            ? Arguments.Where(candidate => value is not null || candidate.Name != argument)
                .Select(candidate => candidate.Name == argument ? candidate with { Value = value } : candidate)
            : Arguments.Append(new(argument, value));
        return this with { Arguments = EquatableArray<ArgumentSpec>.From(changed) };
    }

    /// <summary>The argument's value, or <paramref name="fallback"/> where it is not written or null.</summary>
    public T Get<T>(string argument, T fallback)
    {
        foreach (ArgumentSpec candidate in Arguments)
        {
            if (candidate.Name == argument && candidate.Value is T value)
            {
                return value;
            }
        }

        return fallback;
    }
}
