using System.Collections;

namespace CnnGen.Generator.Diagnostics;

/// <summary>What is wrong with one attribute. A place gets each diagnostic once, and no warning beside an error.</summary>
/// <param name="attribute">The place of the attribute's name.</param>
/// <param name="isWritten">Whether an argument is written, so that its mistakes stand there.</param>
internal sealed class ProblemList(Place attribute, Func<string, bool> isWritten) : IEnumerable<Problem>
{
    private readonly List<Problem> _problems = [];

    /// <summary>Whether there is an error already.</summary>
    public bool Failed => _problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>The argument if it is written, else the attribute.</summary>
    public Place At(string? argument) => argument is not null && isWritten(argument) ? attribute with { Argument = argument } : attribute;

    public void OutOfRange(string argument, string expected, string actual) =>
        Error(DiagnosticIds.OutOfRange, argument, argument, expected, actual);

    /// <param name="id">The diagnostic.</param>
    /// <param name="argument">Where, if it is written; else the attribute's name.</param>
    /// <param name="values">What fills the holes of the message.</param>
    public void Error(string id, string? argument, params string[] values) => Error(id, argument, [], values);

    /// <summary>An error, and the ways out of it.</summary>
    public void Error(string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        Report(Severity.Error, id, argument, fixes, values);

    /// <summary>An error at one of the values of an argument that takes several.</summary>
    public void ErrorAt(string id, string argument, int item, params string[] values) => ErrorAt(id, argument, item, [], values);

    /// <summary>An error at one of several values, and the ways out of it.</summary>
    public void ErrorAt(string id, string argument, int item, IEnumerable<Fix> fixes, params string[] values) =>
        Add(Problem.Error(id, At(argument) with { Item = item }, values), fixes);

    public void Report(Severity severity, string id, string? argument, params string[] values) =>
        Report(severity, id, argument, [], values);

    public void Report(Severity severity, string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        Add(new(id, severity, At(argument), EquatableArray<string>.From(values)), fixes);

    public IEnumerator<Problem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(Problem problem, IEnumerable<Fix> fixes)
    {
        if (problem.Severity == Severity.Error)
        {
            _problems.RemoveAll(other => other.Place == problem.Place && other.Severity != Severity.Error);
        }

        if (!_problems.Any(other => other.Id == problem.Id && other.Place == problem.Place))
        {
            _problems.Add(problem with { Fixes = EquatableArray<Fix>.From(fixes.Where(fix => fix.Edits.Count > 0)) });
        }
    }
}
