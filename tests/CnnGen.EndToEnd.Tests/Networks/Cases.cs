namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Golden and sweep networks by name, for theories.</summary>
internal static class Cases
{
    public static IEnumerable<NetworkCase> All => GoldenCases.All.Concat(SweepCases.All);

    /// <summary>Golden networks that are small enough to run many times.</summary>
    public static IEnumerable<NetworkCase> Small => GoldenCases.All.Where(c => c.Trained);

    public static TheoryData<string> Names(IEnumerable<NetworkCase> cases) => [.. cases.Select(c => c.Name)];

    public static NetworkCase Find(string name) => All.Single(c => c.Name == name);
}
