namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>No random networks: the ones with goldens meet every kernel, and native code for eighty more would take minutes to make.</summary>
internal static class SweepCases
{
    public static IReadOnlyList<NetworkCase> All => [];
}
