// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Networks of the group padding whose results PyTorch computed.</summary>
internal static class GoldenPaddingCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
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
    ];
}
