using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Layer = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace CnnGen.Peers;

/// <summary>The networks of the comparison, as ../networks.py and torchvision have them.</summary>
internal static class Networks
{
    /// <summary>A network and the shape of a sample.</summary>
    public static (Layer Network, long[] Shape) Create(string name) => name switch
    {
        "lenet5" => (LeNet5(), [1, 28, 28]),
        "smallvgg" => (SmallVgg(), [1, 28, 28]),
        "ResNet20" => (ResNet20(), [3, 32, 32]),
        "MobileNetV2" => (MobileNetV2(), [3, 224, 224]),
        "ResNet18" => (ResNet18(), [3, 224, 224]),
        "ResNet50" => (ResNet50(), [3, 224, 224]),
        _ => throw new ArgumentException(
            $"expected lenet5, smallvgg, ResNet20, MobileNetV2, ResNet18 or ResNet50, found {name}", nameof(name)),
    };

    private static Layer LeNet5() => Sequential(
        Conv2d(1, 6, 5, padding: 2), Tanh(), AvgPool2d(2), Conv2d(6, 16, 5), Tanh(), AvgPool2d(2),
        Flatten(), Linear(400, 120), Tanh(), Linear(120, 84), Tanh(), Linear(84, 10));

    private static Layer SmallVgg() => Sequential(
        Conv2d(1, 32, 3, padding: 1), ReLU(), Conv2d(32, 32, 3, padding: 1), ReLU(), MaxPool2d(2),
        Conv2d(32, 64, 3, padding: 1), ReLU(), Conv2d(64, 64, 3, padding: 1), ReLU(), MaxPool2d(2),
        Flatten(), Linear(3136, 128), ReLU(), Linear(128, 10));

    private static Layer ResNet20()
    {
        List<Layer> layers = [Convolution(3, 16, 3), ReLU(true)];
        foreach (long width in new long[] { 16, 32, 64 })
        {
            for (int i = 0; i < 3; i++)
            {
                bool halves = i == 0 && width > 16;
                layers.Add(Basic(halves ? width / 2 : width, width, halves ? 2 : 1, halves ? new Halved() : null));
            }
        }

        return Sequential([.. layers, AdaptiveAvgPool2d(1), Flatten(), Linear(64, 10)]);
    }

    private static Layer ResNet18() => Sequential(
        [
            .. Stem(),
            .. Stages([2, 2, 2, 2], 64, expansion: 1, (from, width, stride) => Basic(from, width, stride, Shortcut(from, width, stride))),
            AdaptiveAvgPool2d(1), Flatten(), Linear(512, 1000),
        ]);

    private static Layer ResNet50() => Sequential(
        [
            .. Stem(), .. Stages([3, 4, 6, 3], 64, expansion: 4, Bottleneck), AdaptiveAvgPool2d(1), Flatten(), Linear(2048, 1000),
        ]);

    private static Layer MobileNetV2()
    {
        (long Expansion, long Width, int Count, long Stride)[] stages =
            [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)];
        List<Layer> layers = [Convolution(3, 32, 3, 2), ReLU6(true)];
        long from = 32;
        foreach (var (expansion, width, count, stride) in stages)
        {
            for (int i = 0; i < count; i++)
            {
                layers.Add(Inverted(from, width, expansion, i == 0 ? stride : 1));
                from = width;
            }
        }

        return Sequential(
            [.. layers, Convolution(from, 1280, 1), ReLU6(true), AdaptiveAvgPool2d(1), Flatten(), Dropout(0.2), Linear(1280, 1000)]);
    }

    private static Layer[] Stem() => [Convolution(3, 64, 7, 2), ReLU(true), MaxPool2d(3, stride: 2, padding: 1)];

    private static IEnumerable<Layer> Stages(int[] counts, long width, long expansion, Func<long, long, long, Layer> block)
    {
        long from = width;
        for (int stage = 0; stage < counts.Length; stage++, width *= 2)
        {
            for (int i = 0; i < counts[stage]; i++)
            {
                yield return block(from, width, i == 0 && stage > 0 ? 2 : 1);
                from = width * expansion;
            }
        }
    }

    private static Layer Basic(long from, long width, long stride, Layer? shortcut) => new Residual(
        Sequential(Convolution(from, width, 3, stride), ReLU(true), Convolution(width, width, 3)), shortcut, hasActivation: true);

    private static Layer Bottleneck(long from, long width, long stride) => new Residual(
        Sequential(
            Convolution(from, width, 1), ReLU(true), Convolution(width, width, 3, stride), ReLU(true), Convolution(width, 4 * width, 1)),
        Shortcut(from, 4 * width, stride), hasActivation: true);

    private static Layer? Shortcut(long from, long to, long stride) => from == to && stride == 1 ? null : Convolution(from, to, 1, stride);

    private static Layer Inverted(long from, long to, long expansion, long stride)
    {
        long width = from * expansion;
        Layer[] expand = expansion == 1 ? [] : [Convolution(from, width, 1), ReLU6(true)];
        Layer body = Sequential([.. expand, Convolution(width, width, 3, stride, groups: width), ReLU6(true), Convolution(width, to, 1)]);
        return from == to && stride == 1 ? new Residual(body, null, hasActivation: false) : body;
    }

    /// <summary>A convolution without a bias, and batch normalisation.</summary>
    private static Layer Convolution(long from, long to, long kernel, long stride = 1, long groups = 1) => Sequential(
        Conv2d(from, to, kernel, stride: stride, padding: kernel / 2, groups: groups, bias: false), BatchNorm2d(to));
}
