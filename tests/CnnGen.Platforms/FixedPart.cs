namespace CnnGen.EndToEnd.Tests.Networks;

// Native code for all networks would take minutes to make. The operators that are linked and these meet every kernel of products, every
// activation, every normalisation and training.

/// <summary>Whole networks and activations; not each window and padding.</summary>
internal static class GoldenCases
{
    public static IReadOnlyList<NetworkCase> All { get; } = [.. GoldenWholeCases.All, .. GoldenActivationsCases.All];
}

/// <summary>No random networks.</summary>
internal static class SweepCases
{
    public static IReadOnlyList<NetworkCase> All => [];
}
