// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Networks of the group pools whose results PyTorch computed.</summary>
internal static class GoldenPoolsCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new NetworkCase<MaxPadded>(
            new(3, 8, 9),
            new MaxPool2dLayer(3) { Stride = 2, Padding = 1, Rounding = Rounding.Floor },
            new Conv2dLayer(9, 3) { Padding = 1 },
            new MaxPool2dLayer(3) { Stride = 1, Padding = 1 },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<MaxCeil>(
            new(3, 8, 7),
            new Conv2dLayer(5, 1),
            new MaxPool2dLayer(3) { Stride = 2, Rounding = Rounding.Ceil },
            new TanhLayer(),
            new MaxPool2dLayer(2) { Padding = 1, Rounding = Rounding.Ceil },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<MaxDilated>(
            new(2, 9, 10),
            new MaxPool2dLayer(3) { Dilation = 2, Stride = 1 },
            new Conv2dLayer(9, 1),
            new TanhLayer(),
            new MaxPool2dLayer(2) { Dilation = 3, Stride = 2, Padding = 1, Rounding = Rounding.Floor },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<MinPools>(
            new(3, 9, 9),
            new MinPool2dLayer(3) { Stride = 2 },
            new Conv2dLayer(9, 3) { Padding = 1 },
            new TanhLayer(),
            new MinPool2dLayer(2) { Stride = 1, Padding = 1 },
            new MinPool2dLayer(2, 3) { Rounding = Rounding.Floor },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<AvgPadded>(
            new(3, 8, 7),
            new AvgPool2dLayer(3) { Stride = 2, Padding = 1, Rounding = Rounding.Floor },
            new Conv2dLayer(9, 3) { Padding = 1 },
            new TanhLayer(),
            new AvgPool2dLayer(3) { Stride = 1, Padding = 1 },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<AvgExcludePad>(
            new(3, 8, 7),
            new AvgPool2dLayer(3) { Stride = 2, Padding = 1, CountIncludePad = false, Rounding = Rounding.Floor },
            new Conv2dLayer(9, 3) { Padding = 1 },
            new TanhLayer(),
            new AvgPool2dLayer(3) { Stride = 1, Padding = 1, CountIncludePad = false },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<AvgCeil>(
            new(3, 8, 7),
            new AvgPool2dLayer(3) { Stride = 2, Padding = 1, Rounding = Rounding.Ceil },
            new Conv2dLayer(9, 2),
            new TanhLayer(),
            new AvgPool2dLayer(2) { Padding = 1, Rounding = Rounding.Ceil, CountIncludePad = false },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<PoolAxes>(
            new(2, 8, 9),
            new MaxPool2dLayer(2, 3),
            new Conv2dLayer(5, 1),
            new AvgPool2dLayer(1, 3),
            new TanhLayer(),
            new MinPool2dLayer(4, 1),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<PoolGap>(
            new(2, 8, 8),
            new MaxPool2dLayer(2) { Stride = 3 },
            new Conv2dLayer(5, 1),
            new AvgPool2dLayer(1) { Stride = 2, Rounding = Rounding.Floor },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<PoolPerAxis>(
            new(3, 9, 8),
            new MaxPool2dLayer(3, 2) { StrideHeight = 2, StrideWidth = 1, PaddingHeight = 1, PaddingWidth = 0 },
            new Conv2dLayer(9, 1),
            new TanhLayer(),
            new AvgPool2dLayer(2, 3) { StrideHeight = 1, PaddingLeft = 1, PaddingRight = 1 },
            new MinPool2dLayer(2) { DilationHeight = 2, Stride = 1 },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<PoolAsymmetric>(
            new(3, 8, 7),
            new MaxPool2dLayer(3) { Stride = 2, PaddingBottom = 1, PaddingRight = 1, Rounding = Rounding.Floor },
            new Conv2dLayer(9, 1),
            new TanhLayer(),
            new AvgPool2dLayer(3) { Stride = 1, PaddingTop = 1, PaddingLeft = 1, CountIncludePad = false },
            new AvgPool2dLayer(3) { Stride = 2, PaddingTop = 1, PaddingRight = 1, Rounding = Rounding.Ceil },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<TiesFirst>(
            new(3, 8, 8),
            new MaxPool2dLayer(2),
            new Conv2dLayer(5, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesOverlapFirst>(
            new(3, 9, 9),
            new MaxPool2dLayer(3) { Stride = 2, Padding = 1 },
            new MinPool2dLayer(3) { Stride = 1 },
            new Conv2dLayer(5, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesMinFirst>(
            new(3, 7, 8),
            new MinPool2dLayer(3) { Stride = 2, Rounding = Rounding.Ceil },
            new Conv2dLayer(5, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesInnerFirst>(
            new(3, 7, 8),
            new Conv2dLayer(9, 3) { Padding = 1 },
            new ReLU6Layer(),
            new MaxPool2dLayer(2) { Dilation = 2, Stride = 1, Padding = 1 },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesSplit>(
            new(3, 8, 8),
            new MaxPool2dLayer(2) { Ties = Ties.Split },
            new Conv2dLayer(5, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesOverlapSplit>(
            new(3, 9, 9),
            new MaxPool2dLayer(3) { Stride = 2, Padding = 1, Ties = Ties.Split },
            new MinPool2dLayer(3) { Stride = 1, Ties = Ties.Split },
            new Conv2dLayer(5, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesMinSplit>(
            new(3, 7, 8),
            new MinPool2dLayer(3) { Stride = 2, Rounding = Rounding.Ceil, Ties = Ties.Split },
            new Conv2dLayer(5, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<TiesInnerSplit>(
            new(3, 7, 8),
            new Conv2dLayer(9, 3) { Padding = 1 },
            new ReLU6Layer(),
            new MaxPool2dLayer(2) { Dilation = 2, Stride = 1, Padding = 1, Ties = Ties.Split },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3, Levels = 1 },
        new NetworkCase<GlobalAvg>(
            new(3, 6, 5),
            new Conv2dLayer(9, 3) { Padding = 1 },
            new ReLULayer(),
            new AvgPool2dLayer(6, 5),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "pools", Batch = 3 },
        new NetworkCase<PoolOnly>(
            new(3, 6, 6),
            new MaxPool2dLayer(2),
            new AvgPool2dLayer(3))
        { Group = "pools", Batch = 3 },
    ];
}
