namespace CnnGen.Generator.Graph;

internal enum Severity
{
    Error,
    Warning,
    Info,
}

internal enum Site
{
    Class,
    Network,
    Input,
    Layer,
}

/// <summary>Where the user can act: an attribute of the class and, if it is written, an argument of it.</summary>
internal readonly record struct Place(Site Site, int Index = 0, string? Argument = null)
{
    public static Place Class => new(Site.Class);

    public static Place Network(string? argument) => new(Site.Network, 0, argument);

    public static Place Input(int index, string? argument = null) => new(Site.Input, index, argument);

    public static Place Layer(int index, string? argument = null) => new(Site.Layer, index, argument);
}

/// <summary>A mistake: which diagnostic, where, and what fills the holes of its message.</summary>
internal sealed record Problem(string Id, Severity Severity, Place Place, EquatableArray<string> Arguments)
{
    public static Problem Error(string id, Place place, params string[] arguments) => Create(id, Severity.Error, place, arguments);

    public static Problem Warning(string id, Place place, params string[] arguments) => Create(id, Severity.Warning, place, arguments);

    public static Problem Info(string id, Place place, params string[] arguments) => Create(id, Severity.Info, place, arguments);

    private static Problem Create(string id, Severity severity, Place place, string[] arguments) =>
        new(id, severity, place, EquatableArray<string>.From(arguments));
}
