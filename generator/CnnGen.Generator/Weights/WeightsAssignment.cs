using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Weights;

/// <summary>A file, and a network that it is for.</summary>
/// <param name="Network">The class's name from <c>global::</c> on; null if there is no such network.</param>
/// <param name="Problem">What is wrong then.</param>
internal sealed record AssignedWeights(WeightsFile File, string? Network, Problem? Problem);

/// <summary>Which network each file is for.</summary>
internal static class WeightsAssignment
{
    private const string Global = "global::";

    /// <param name="files">The project's files of weights.</param>
    /// <param name="networks">The names of all networks, from <c>global::</c> on.</param>
    public static EquatableArray<AssignedWeights> Of(IEnumerable<WeightsFile> files, IReadOnlyList<string> networks) =>
        EquatableArray<AssignedWeights>.From(
            from file in files
            from name in file.Networks.DefaultIfEmpty("")
            select Assign(file, name, networks));

    private static AssignedWeights Assign(WeightsFile file, string name, IReadOnlyList<string> networks)
    {
        // Nested classes are named with a dot, in metadata with a plus.
        string wanted = Global + name.Replace('+', '.');
        string[] found = networks.Contains(wanted) ? [wanted] : [.. networks.Where(network => EndsWith(network, wanted))];
        return (name, found) switch
        {
            ("", _) => Fail($"{Element(file, Example(networks))} says for which network: write its Network"),
            (_, [var network]) => new(file, network, Problem: null),
            (_, []) => Fail($"no network is named '{name}'; {Known(networks)}"),
            _ => Fail($"'{name}' may be {List(found, "or")}: write the whole name"),
        };

        AssignedWeights Fail(string fault) =>
            new(file, Network: null, Problem.Error(DiagnosticIds.WeightsUnusable, Place.Class, file.Name, fault));
    }

    /// <summary>Whether a name is the end of the network's, from a dot on.</summary>
    private static bool EndsWith(string network, string wanted) =>
        network.EndsWith("." + wanted.Substring(Global.Length), StringComparison.Ordinal);

    private static string Known(IReadOnlyList<string> networks) => networks.Count == 0
        ? "the project has none; is [Network] missing above the class?"
        : $"the project has {List(networks, "and")}";

    private static string Example(IReadOnlyList<string> networks) => networks.Count == 0 ? "MyApp.Net" : Plain(networks[0]);

    private static string Element(WeightsFile file, string network) =>
        $"<CnnWeights Include=\"{file.Name}\" Network=\"{network}\" />";

    private static string List(IEnumerable<string> networks, string last)
    {
        string[] names = [.. networks.Select(network => $"'{Plain(network)}'").OrderBy(name => name, StringComparer.Ordinal)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} {last} {names[^1]}";
    }

    private static string Plain(string network) => network.Substring(Global.Length);
}
