// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>The networks whose results PyTorch computed, with their scalar references.</summary>
internal static class GoldenCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new NetworkCase<LeNet5>(
            new(1, 28, 28),
            new Conv2dLayer(6, 5) { Padding = 2 },
            new TanhLayer(),
            new AvgPool2dLayer(2),
            new Conv2dLayer(16, 5),
            new TanhLayer(),
            new AvgPool2dLayer(2),
            new FlattenLayer(),
            new LinearLayer(120),
            new TanhLayer(),
            new LinearLayer(84),
            new TanhLayer(),
            new LinearLayer(10))
        { Group = "whole", Batch = 3 },
        new NetworkCase<TinyVgg>(
            new(1, 12, 12),
            new Conv2dLayer(8, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(8, 3) { Padding = 1 },
            new ReLULayer(),
            new MaxPool2dLayer(2),
            new Conv2dLayer(16, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(16, 3) { Padding = 1 },
            new ReLULayer(),
            new MaxPool2dLayer(2),
            new FlattenLayer(),
            new LinearLayer(32),
            new ReLULayer(),
            new LinearLayer(10))
        { Group = "whole", Batch = 3 },
        new NetworkCase<SmallVgg>(
            new(1, 28, 28),
            new Conv2dLayer(32, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(32, 3) { Padding = 1 },
            new ReLULayer(),
            new MaxPool2dLayer(2),
            new Conv2dLayer(64, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(64, 3) { Padding = 1 },
            new ReLULayer(),
            new MaxPool2dLayer(2),
            new FlattenLayer(),
            new LinearLayer(128),
            new ReLULayer(),
            new LinearLayer(10))
        { Group = "whole", Batch = 2, Trained = false },
        new NetworkCase<Ball>(
            new(1, 16, 16),
            new Conv2dLayer(8, 5) { Stride = 2, Padding = 2 },
            new MaxPool2dLayer(2),
            new ReLULayer(),
            new Conv2dLayer(12, 3) { Padding = 1 },
            new MaxPool2dLayer(2),
            new ReLULayer(),
            new Conv2dLayer(2, 2),
            new SoftmaxLayer())
        { Group = "whole", Batch = 3 },
        new NetworkCase<Pedestrian>(
            new(1, 36, 18),
            new Conv2dLayer(4, 3) { Padding = Pad.Same, Rounding = Rounding.Floor },
            new ReLULayer(),
            new MaxPool2dLayer(2) { Rounding = Rounding.Floor },
            new Conv2dLayer(8, 3) { Padding = Pad.Same, Rounding = Rounding.Floor },
            new ReLULayer(),
            new MaxPool2dLayer(2) { Rounding = Rounding.Floor },
            new Conv2dLayer(16, 3) { Padding = Pad.Same, Rounding = Rounding.Floor },
            new ReLULayer(),
            new MaxPool2dLayer(4, 2) { Rounding = Rounding.Floor },
            new Conv2dLayer(2, 2) { Rounding = Rounding.Floor },
            new SoftmaxLayer())
        { Group = "whole", Batch = 3 },
        new NetworkCase<Robot>(
            new(3, 60, 80),
            new Conv2dLayer(16, 3) { Padding = 1 },
            new LeakyReLULayer(0.1f),
            new MaxPool2dLayer(2),
            new Conv2dLayer(24, 3) { Padding = 1 },
            new LeakyReLULayer(0.1f),
            new MaxPool2dLayer(2),
            new Conv2dLayer(16, 3) { Padding = 1 },
            new LeakyReLULayer(0.1f),
            new MaxPool2dLayer(2) { Rounding = Rounding.Floor },
            new Conv2dLayer(32, 3) { Padding = 1 },
            new LeakyReLULayer(0.1f),
            new Conv2dLayer(40, 3) { Padding = 1 },
            new LeakyReLULayer(0.1f),
            new Conv2dLayer(7, 1))
        { Group = "whole", Batch = 2, Trained = false },
        new NetworkCase<Mlp>(
            new(13, 1, 1),
            new LinearLayer(25),
            new TanhLayer(),
            new LinearLayer(7),
            new ReLULayer(),
            new LinearLayer(5))
        { Group = "whole", Batch = 3 },
        new NetworkCase<WideMlp>(
            new(100, 1, 1),
            new LinearLayer(67),
            new ReLULayer(),
            new LinearLayer(33),
            new SiLULayer(),
            new LinearLayer(11))
        { Group = "whole", Batch = 5 },
        new NetworkCase<Perceptron>(
            new(9, 1, 1),
            new LinearLayer(3))
        { Group = "whole", Batch = 3 },
        new NetworkCase<FlattenFirst>(
            new(3, 5, 7),
            new FlattenLayer(),
            new LinearLayer(12),
            new ReLULayer(),
            new LinearLayer(4))
        { Group = "whole", Batch = 3 },
        new NetworkCase<Segmentation>(
            new(3, 9, 7),
            new Conv2dLayer(8, 3) { Padding = 1 },
            new ReLULayer(),
            new Conv2dLayer(5, 3) { Padding = 1 })
        { Group = "whole", Batch = 3 },
        new NetworkCase<ChannelsLast>(
            new(3, 8, 6),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new ReLULayer(),
            new MaxPool2dLayer(2),
            new Conv2dLayer(8, 3),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "whole", Batch = 3, ChannelsLast = true },
        new NetworkCase<ChannelsLastOutput>(
            new(5, 6, 7),
            new Conv2dLayer(9, 3) { Padding = 1 },
            new TanhLayer(),
            new Conv2dLayer(3, 3))
        { Group = "whole", Batch = 3, ChannelsLast = true },
        new NetworkCase<ChannelsLastPool>(
            new(3, 6, 6),
            new MaxPool2dLayer(2),
            new Conv2dLayer(4, 3),
            new TanhLayer())
        { Group = "whole", Batch = 3, ChannelsLast = true },
        new NetworkCase<PaddingZeros>(
            new(3, 7, 9),
            new Conv2dLayer(5, 3) { Padding = 2 },
            new ReLULayer(),
            new Conv2dLayer(7, 3) { PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2 },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingInnerZeros>(
            new(2, 6, 5),
            new Conv2dLayer(9, 1),
            new ReLULayer(),
            new Conv2dLayer(8, 5) { Padding = 2 },
            new ReLULayer(),
            new MaxPool2dLayer(2) { Stride = 1 },
            new Conv2dLayer(3, 2) { PaddingHeight = 1, PaddingWidth = 0 })
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingReflect>(
            new(3, 7, 9),
            new Conv2dLayer(5, 3) { Padding = 2, PaddingMode = PaddingMode.Reflect },
            new ReLULayer(),
            new Conv2dLayer(7, 3) { PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Reflect },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingInnerReflect>(
            new(2, 6, 5),
            new Conv2dLayer(9, 1),
            new ReLULayer(),
            new Conv2dLayer(8, 5) { Padding = 2, PaddingMode = PaddingMode.Reflect },
            new ReLULayer(),
            new MaxPool2dLayer(2) { Stride = 1 },
            new Conv2dLayer(3, 2) { PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Reflect })
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingReplicate>(
            new(3, 7, 9),
            new Conv2dLayer(5, 3) { Padding = 2, PaddingMode = PaddingMode.Replicate },
            new ReLULayer(),
            new Conv2dLayer(7, 3) { PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Replicate },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingInnerReplicate>(
            new(2, 6, 5),
            new Conv2dLayer(9, 1),
            new ReLULayer(),
            new Conv2dLayer(8, 5) { Padding = 2, PaddingMode = PaddingMode.Replicate },
            new ReLULayer(),
            new MaxPool2dLayer(2) { Stride = 1 },
            new Conv2dLayer(3, 2) { PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Replicate })
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingCircular>(
            new(3, 7, 9),
            new Conv2dLayer(5, 3) { Padding = 2, PaddingMode = PaddingMode.Circular },
            new ReLULayer(),
            new Conv2dLayer(7, 3) { PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Circular },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
        new NetworkCase<PaddingInnerCircular>(
            new(2, 6, 5),
            new Conv2dLayer(9, 1),
            new ReLULayer(),
            new Conv2dLayer(8, 5) { Padding = 2, PaddingMode = PaddingMode.Circular },
            new ReLULayer(),
            new MaxPool2dLayer(2) { Stride = 1 },
            new Conv2dLayer(3, 2) { PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Circular })
        { Group = "padding", Batch = 3 },
        new NetworkCase<SameEven>(
            new(3, 7, 6),
            new Conv2dLayer(4, 4) { Padding = Pad.Same },
            new ReLULayer(),
            new Conv2dLayer(6, 2) { Padding = Pad.Same, Dilation = 2 },
            new TanhLayer(),
            new Conv2dLayer(5, 2, 5) { Padding = Pad.Same },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
        new NetworkCase<SameEvenReflect>(
            new(2, 7, 8),
            new Conv2dLayer(4, 4) { Padding = Pad.Same, PaddingMode = PaddingMode.Reflect },
            new TanhLayer(),
            new Conv2dLayer(6, 2) { Padding = Pad.Same, PaddingMode = PaddingMode.Circular },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
        new NetworkCase<StridedReflect>(
            new(2, 9, 9),
            new Conv2dLayer(8, 3) { Stride = 2, Padding = 1, PaddingMode = PaddingMode.Reflect },
            new ReLULayer(),
            new Conv2dLayer(8, 3) { Stride = 2, Padding = 1, PaddingMode = PaddingMode.Replicate },
            new FlattenLayer(),
            new LinearLayer(4))
        { Group = "padding", Batch = 3 },
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
        new NetworkCase<ActReLU>(
            new(2, 5, 7),
            new ReLULayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new ReLULayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new ReLULayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActReLU6>(
            new(2, 5, 7),
            new ReLU6Layer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new ReLU6Layer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new ReLU6Layer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActLeakyReLU>(
            new(2, 5, 7),
            new LeakyReLULayer(0.1f),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new LeakyReLULayer(0.1f),
            new FlattenLayer(),
            new LinearLayer(7),
            new LeakyReLULayer(0.1f),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActPReLU>(
            new(2, 5, 7),
            new PReLULayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new PReLULayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new PReLULayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActELU>(
            new(2, 5, 7),
            new ELULayer(0.7f),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new ELULayer(0.7f),
            new FlattenLayer(),
            new LinearLayer(7),
            new ELULayer(0.7f),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActSiLU>(
            new(2, 5, 7),
            new SiLULayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new SiLULayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new SiLULayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActGELU>(
            new(2, 5, 7),
            new GELULayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new GELULayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new GELULayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 4.0f },
        new NetworkCase<ActGELUTanh>(
            new(2, 5, 7),
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new Conv2dLayer(5, 3) { Padding = 1 },
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new FlattenLayer(),
            new LinearLayer(7),
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActSigmoid>(
            new(2, 5, 7),
            new SigmoidLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new SigmoidLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new SigmoidLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActTanh>(
            new(2, 5, 7),
            new TanhLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new TanhLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new TanhLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActScaledTanh>(
            new(2, 5, 7),
            new ScaledTanhLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new ScaledTanhLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new ScaledTanhLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActHardswish>(
            new(2, 5, 7),
            new HardswishLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new HardswishLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new HardswishLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActHardsigmoid>(
            new(2, 5, 7),
            new HardsigmoidLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new HardsigmoidLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new HardsigmoidLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActSoftplus>(
            new(2, 5, 7),
            new SoftplusLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new SoftplusLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new SoftplusLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActMish>(
            new(2, 5, 7),
            new MishLayer(),
            new Conv2dLayer(5, 3) { Padding = 1 },
            new MishLayer(),
            new FlattenLayer(),
            new LinearLayer(7),
            new MishLayer(),
            new LinearLayer(3))
        { Group = "activations", Batch = 3, Amplitude = 8.0f },
        new NetworkCase<ActSoftmax>(
            new(7, 1, 1),
            new LinearLayer(9),
            new SoftmaxLayer(),
            new LinearLayer(5),
            new SoftmaxLayer())
        { Group = "activations", Batch = 3 },
        new NetworkCase<ActLogSoftmax>(
            new(7, 1, 1),
            new LinearLayer(9),
            new TanhLayer(),
            new LinearLayer(5),
            new LogSoftmaxLayer())
        { Group = "activations", Batch = 3 },
        new NetworkCase<ActSoftmaxFirst>(
            new(11, 1, 1),
            new SoftmaxLayer(),
            new LinearLayer(5))
        { Group = "activations", Batch = 3, Amplitude = 4.0f },
        new NetworkCase<ActSoftmaxChannels>(
            new(3, 5, 4),
            new SoftmaxLayer(),
            new Conv2dLayer(13, 3) { Padding = 1 },
            new SoftmaxLayer(),
            new Conv2dLayer(5, 1),
            new SoftmaxLayer())
        { Group = "activations", Batch = 3, Amplitude = 4.0f },
        new NetworkCase<ActLogSoftmaxChannels>(
            new(3, 5, 4),
            new LogSoftmaxLayer(),
            new Conv2dLayer(9, 3) { Padding = 1 },
            new LogSoftmaxLayer())
        { Group = "activations", Batch = 3, Amplitude = 4.0f },
        new NetworkCase<ActChain>(
            new(3, 5, 6),
            new Conv2dLayer(9, 3),
            new ReLULayer(),
            new TanhLayer(),
            new SoftplusLayer(),
            new MaxPool2dLayer(2) { Stride = 1 },
            new SigmoidLayer(),
            new FlattenLayer(),
            new ELULayer(0.7f),
            new LinearLayer(4),
            new TanhLayer())
        { Group = "activations", Batch = 3 },
        new NetworkCase<ActOnly>(
            new(3, 5, 6),
            new TanhLayer())
        { Group = "activations", Batch = 3 },
        new NetworkCase<ActOnlyVector>(
            new(13, 1, 1),
            new GELULayer())
        { Group = "activations", Batch = 3, Amplitude = 3.0f },
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
