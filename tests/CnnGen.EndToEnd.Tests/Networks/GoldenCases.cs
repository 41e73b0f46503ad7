namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>The networks whose results PyTorch computed, with their scalar references.</summary>
internal static class GoldenCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        .. GoldenWholeCases.All, .. GoldenPaddingCases.All, .. GoldenConvolutionsCases.All, .. GoldenPoolsCases.All,
        .. GoldenActivationsCases.All, .. GoldenRestCases.All,
    ];
}
