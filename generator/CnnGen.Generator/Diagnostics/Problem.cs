namespace CnnGen.Generator.Diagnostics;

internal enum Severity
{
    Error,
    Warning,
    Info,
}

internal enum Site
{
    Class,
    Member,
    Network,
    Input,
    Layer,
    Output,
}

/// <summary>Where the user can act: an attribute of a class and, if it is written, an argument of it.</summary>
/// <param name="Index">Which attribute of its kind.</param>
/// <param name="Argument">Null for the attribute itself.</param>
/// <param name="Item">Which of the values that the argument takes.</param>
/// <param name="Owner">0: the network's class; n: its n-th block, from 1.</param>
internal readonly record struct Place(Site Site, int Index = 0, string? Argument = null, int Item = 0, int Owner = 0)
{
    public static Place Class => new(Site.Class);

    /// <summary>A member that is in the way of what the network gets.</summary>
    public static Place Member(int index) => new(Site.Member, index);

    public static Place Network(string? argument) => new(Site.Network, 0, argument);

    public static Place Input(int index, string? argument = null) => new(Site.Input, index, argument);

    public static Place Layer(int index, string? argument = null) => new(Site.Layer, index, argument);

    public static Place Output(int index) => new(Site.Output, index);
}

/// <summary>A mistake: which diagnostic, where, and what fills the holes of its message.</summary>
internal sealed record Problem(string Id, Severity Severity, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>Ways out that a code fix can go.</summary>
    public EquatableArray<Fix> Fixes { get; init; }

    /// <summary>In a block: which one, where it is applied and to what; else null.</summary>
    public string? Context { get; init; }

    /// <summary>In a block: the <c>Apply</c> attributes that lead to it, outermost first.</summary>
    public EquatableArray<Place> Applied { get; init; }

    public static Problem Error(string id, Place place, params string[] arguments) => Create(id, Severity.Error, place, arguments);

    public static Problem Warning(string id, Place place, params string[] arguments) => Create(id, Severity.Warning, place, arguments);

    public static Problem Info(string id, Place place, params string[] arguments) => Create(id, Severity.Info, place, arguments);

    private static Problem Create(string id, Severity severity, Place place, string[] arguments) =>
        new(id, severity, place, EquatableArray<string>.From(arguments));
}
