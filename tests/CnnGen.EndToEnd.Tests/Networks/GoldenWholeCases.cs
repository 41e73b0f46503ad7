// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Networks of the group whole whose results PyTorch computed.</summary>
internal static class GoldenWholeCases
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
    ];
}
