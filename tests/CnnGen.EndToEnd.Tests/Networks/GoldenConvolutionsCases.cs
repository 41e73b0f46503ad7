// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Networks of the group convolutions whose results PyTorch computed.</summary>
internal static class GoldenConvolutionsCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new NetworkCase<Dilation>(
            new(3, 11, 10),
            new Conv2dLayer(5, 3) { Dilation = 2, Padding = 2 },
            new ReLULayer(),
            new Conv2dLayer(8, 3) { DilationHeight = 1, DilationWidth = 3 },
            new TanhLayer(),
            new Conv2dLayer(4, 2) { Dilation = 3, Padding = 1 },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Groups>(
            new(6, 7, 7),
            new Conv2dLayer(10, 3) { Groups = 2, Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(6, 1) { Groups = 2 },
            new TanhLayer(),
            new Conv2dLayer(9, 3) { Groups = 3 },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Depthwise>(
            new(5, 9, 8),
            new Conv2dLayer(5, 3) { Groups = 5, Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(10, 3) { Groups = 5 },
            new TanhLayer(),
            new Conv2dLayer(10, 3) { Groups = 10, Stride = 2, Rounding = Rounding.Floor },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<DepthwiseWide>(
            new(1, 8, 8),
            new Conv2dLayer(24, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(24, 5) { Groups = 24, Padding = 2, Bias = false },
            new ReLULayer(),
            new Conv2dLayer(16, 1),
            new Conv2dLayer(16, 3) { Groups = 16, Stride = 2, Padding = 1 },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Stride2>(
            new(3, 11, 13),
            new Conv2dLayer(5, 3) { Stride = 2, Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(8, 3) { Stride = 2, Rounding = Rounding.Floor },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Stride2Even>(
            new(2, 10, 12),
            new Conv2dLayer(8, 2) { Stride = 2 },
            new ReLULayer(),
            new Conv2dLayer(9, 4) { Stride = 2, Padding = 1, Rounding = Rounding.Floor },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Stride3>(
            new(3, 17, 14),
            new Conv2dLayer(7, 5) { Stride = 3, Padding = 2, Rounding = Rounding.Floor },
            new ReLULayer(),
            new Conv2dLayer(5, 3) { Stride = 3, Rounding = Rounding.Floor },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<StrideGap>(
            new(3, 9, 9),
            new Conv2dLayer(8, 1) { Stride = 2 },
            new ReLULayer(),
            new Conv2dLayer(5, 1) { Stride = 3, Rounding = Rounding.Floor },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<StrideCeil>(
            new(2, 8, 9),
            new Conv2dLayer(5, 3) { Stride = 2, Rounding = Rounding.Ceil },
            new ReLULayer(),
            new Conv2dLayer(6, 3) { Stride = 3, Padding = 1, Rounding = Rounding.Ceil },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<ResNetStem>(
            new(3, 23, 21),
            new Conv2dLayer(8, 7) { Stride = 2, Padding = 3 },
            new ReLULayer(),
            new MaxPool2dLayer(3) { Stride = 2, Padding = 1 },
            new Conv2dLayer(8, 3) { Padding = 1 },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<AlexNetStem>(
            new(3, 35, 35),
            new Conv2dLayer(10, 11) { Stride = 4, Padding = 2 },
            new ReLULayer(),
            new MaxPool2dLayer(3) { Stride = 2, Rounding = Rounding.Floor },
            new Conv2dLayer(8, 3),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<PerAxis>(
            new(2, 9, 12),
            new Conv2dLayer(5, 3, 5) { StrideHeight = 2, PaddingHeight = 1, PaddingWidth = 2 },
            new ReLULayer(),
            new Conv2dLayer(8, 1, 4) { StrideWidth = 2 },
            new TanhLayer(),
            new Conv2dLayer(3, 5, 1),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Flipped>(
            new(3, 6, 7),
            new Conv2dLayer(5, 3) { Mode = ConvMode.Convolution, Padding = 1 },
            new TanhLayer(),
            new Conv2dLayer(4, 2, 3) { Mode = ConvMode.Convolution },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<FlippedGroups>(
            new(4, 6, 7),
            new Conv2dLayer(8, 3) { Groups = 2, Mode = ConvMode.Convolution },
            new TanhLayer(),
            new Conv2dLayer(8, 3) { Groups = 8, Mode = ConvMode.Convolution },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<InputMasks>(
            new(4, 6, 6),
            new Conv2dLayer(5, 3) { InputMasks = new[] { 1, 3, 6, 12, 15 }, Padding = 1 },
            new TanhLayer(),
            new Conv2dLayer(9, 3) { InputMasks = new[] { 1, 2, 4, 8, 16, 31, 5, 10, 21 } },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<NoBias>(
            new(3, 6, 6),
            new Conv2dLayer(5, 3) { Bias = false },
            new ReLULayer(),
            new Conv2dLayer(9, 1) { Bias = false },
            new FlattenLayer(),
            new LinearLayer(12) { Bias = false },
            new TanhLayer(),
            new LinearLayer(4) { Bias = false })
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<OneByOne>(
            new(3, 5, 4),
            new Conv2dLayer(5, 1),
            new ReLULayer(),
            new Conv2dLayer(7, 1),
            new ReLULayer(),
            new Conv2dLayer(13, 1),
            new TanhLayer(),
            new Conv2dLayer(25, 1),
            new ReLULayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<OddChannels>(
            new(3, 7, 6),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(7, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(13, 3) { Padding = 1 },
            new TanhLayer(),
            new Conv2dLayer(25, 3),
            new ReLULayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<ManyChannels>(
            new(7, 5, 5),
            new Conv2dLayer(40, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(50, 3),
            new ReLULayer(),
            new Conv2dLayer(33, 1),
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Large>(
            new(1, 9, 9),
            new Conv2dLayer(3, 9) { Padding = 4 },
            new TanhLayer(),
            new Conv2dLayer(5, 7, 1),
            new Conv2dLayer(5, 1, 7),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<SinglePixel>(
            new(9, 1, 1),
            new Conv2dLayer(7, 1),
            new TanhLayer(),
            new Conv2dLayer(4, 3) { Padding = 1 })
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Column>(
            new(2, 12, 1),
            new Conv2dLayer(6, 3, 1),
            new ReLULayer(),
            new MaxPool2dLayer(2, 1),
            new Conv2dLayer(5, 2, 1),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
        new NetworkCase<Row>(
            new(2, 1, 13),
            new Conv2dLayer(6, 1, 3),
            new ReLULayer(),
            new AvgPool2dLayer(1, 2) { Rounding = Rounding.Floor },
            new Conv2dLayer(5, 1, 2),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "convolutions", Batch = 3 },
    ];
}
