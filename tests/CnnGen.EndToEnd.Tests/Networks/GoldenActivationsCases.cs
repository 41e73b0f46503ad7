// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Networks of the group activations whose results PyTorch computed.</summary>
internal static class GoldenActivationsCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
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
    ];
}
