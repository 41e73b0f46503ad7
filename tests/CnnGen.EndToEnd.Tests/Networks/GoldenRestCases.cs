// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Networks of the group rest whose results PyTorch computed.</summary>
internal static class GoldenRestCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new NetworkCase<DropoutZero>(
            new(3, 6, 6),
            new Conv2dLayer(5, 3),
            new DropoutLayer(0.0f),
            new ReLULayer(),
            new FlattenLayer(),
            new DropoutLayer(0.0f),
            new LinearLayer(4))
        { Group = "rest", Batch = 3 },
        new NetworkCase<MeanSquaredError>(
            new(13, 1, 1),
            new LinearLayer(9),
            new TanhLayer(),
            new LinearLayer(5))
        { Group = "rest", Batch = 3, Loss = LossKind.MeanSquaredError },
        new NetworkCase<BinaryCrossEntropy>(
            new(13, 1, 1),
            new LinearLayer(9),
            new TanhLayer(),
            new LinearLayer(5))
        { Group = "rest", Batch = 3, Loss = LossKind.BinaryCrossEntropy },
        new NetworkCase<LabelSmoothing>(
            new(13, 1, 1),
            new LinearLayer(9),
            new TanhLayer(),
            new LinearLayer(5))
        { Group = "rest", Batch = 3, Loss = LossKind.LabelSmoothing },
        new NetworkCase<PixelMeanSquaredError>(
            new(3, 5, 6),
            new Conv2dLayer(9, 3) { Padding = 1 },
            new TanhLayer(),
            new Conv2dLayer(3, 1))
        { Group = "rest", Batch = 3, Loss = LossKind.MeanSquaredError },
    ];
}
