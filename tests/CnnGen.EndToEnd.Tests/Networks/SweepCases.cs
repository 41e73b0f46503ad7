// Written by Goldens/make_networks.py; change Goldens/sweep.py and run it again.
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Random networks with their scalar references.</summary>
internal static class SweepCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new NetworkCase<Sweep00>(
            new(8, 1, 9),
            new SoftmaxLayer(),
            new LogSoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep01>(
            new(16, 6, 8),
            new DropoutLayer(0.0f),
            new Conv2dLayer(17, 1) { Stride = 1, PaddingHeight = 0, PaddingWidth = 0, Rounding = Rounding.Ceil, Dilation = 2 },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep02>(
            new(3, 4, 3),
            new MishLayer(),
            new ReLULayer(),
            new Conv2dLayer(9, 3) { Groups = 3, Stride = 1, PaddingBottom = 1, PaddingRight = 0 },
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep03>(
            new(8, 6, 11),
            new ReLULayer(),
            new Conv2dLayer(12, 1) { Groups = 4, Stride = 3, Padding = 0 },
            new LeakyReLULayer(0.1f),
            new ELULayer(0.7f),
            new LogSoftmaxLayer(),
            new DropoutLayer(0.0f),
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep04>(
            new(3, 7, 11),
            new HardsigmoidLayer(),
            new HardswishLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep05>(
            new(5, 1, 1),
            new TanhLayer(),
            new ELULayer(0.7f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep06>(
            new(4, 9, 11),
            new Conv2dLayer(33, 3) { StrideHeight = 2, StrideWidth = 2, Padding = 1, Rounding = Rounding.Ceil, Bias = false, Mode = ConvMode.Convolution },
            new Conv2dLayer(5, 1) { PaddingHeight = 0, PaddingWidth = 0, PaddingMode = PaddingMode.Reflect },
            new HardsigmoidLayer(),
            new TanhLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep07>(
            new(2, 4, 1),
            new Conv2dLayer(2, 1) { Stride = 1, Padding = 0, InputMasks = new[] { 2, 1 } },
            new SiLULayer(),
            new LeakyReLULayer(0.1f),
            new MinPool2dLayer(1) { StrideHeight = 1, StrideWidth = 1, Padding = 0 },
            new LeakyReLULayer(0.1f),
            new LogSoftmaxLayer(),
            new FlattenLayer(),
            new PReLULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep08>(
            new(3, 8, 3),
            new Conv2dLayer(3, 3, 2) { Groups = 3, StrideHeight = 3, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor, Dilation = 2, PaddingMode = PaddingMode.Replicate, Bias = false },
            new HardswishLayer(),
            new FlattenLayer(),
            new LinearLayer(24),
            new LeakyReLULayer(0.1f),
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep09>(
            new(9, 1, 7),
            new Conv2dLayer(18, 1, 1) { Groups = 9, Padding = 0, PaddingMode = PaddingMode.Replicate },
            new Conv2dLayer(8, 1, 4) { Padding = 0, PaddingMode = PaddingMode.Circular },
            new FlattenLayer(),
            new LeakyReLULayer(0.1f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep10>(
            new(4, 1, 3),
            new Conv2dLayer(4, 1, 1) { Groups = 4, Stride = 3, PaddingBottom = 0, PaddingLeft = 0, PaddingRight = 0 },
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep11>(
            new(9, 11, 10),
            new Conv2dLayer(8, 3) { StrideHeight = 1, StrideWidth = 2, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 1, Rounding = Rounding.Ceil, Dilation = 2 },
            new MinPool2dLayer(4) { Stride = 2, PaddingHeight = 1, PaddingWidth = 2, DilationHeight = 2, DilationWidth = 2 },
            new SigmoidLayer(),
            new LogSoftmaxLayer(),
            new LogSoftmaxLayer(),
            new Conv2dLayer(13, 2, 1) { StrideHeight = 3, StrideWidth = 2, Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep12>(
            new(1, 1, 8),
            new MaxPool2dLayer(2) { Stride = 1, Padding = 1, Ties = Ties.Split },
            new Conv2dLayer(24, 1) { Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Dilation = 2, PaddingMode = PaddingMode.Replicate, Bias = false },
            new Conv2dLayer(9, 3) { StrideHeight = 2, StrideWidth = 2, PaddingHeight = 2, PaddingWidth = 1 },
            new TanhLayer(),
            new MishLayer(),
            new FlattenLayer(),
            new ReLULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep13>(
            new(9, 9, 8),
            new ReLU6Layer(),
            new Conv2dLayer(18, 2, 4) { Groups = 9, Stride = 1, Padding = 0 },
            new Conv2dLayer(12, 3) { Stride = 1, PaddingHeight = 1, PaddingWidth = 2, DilationHeight = 1, DilationWidth = 3, Mode = ConvMode.Convolution },
            new LeakyReLULayer(0.1f),
            new ELULayer(0.7f),
            new LogSoftmaxLayer(),
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep14>(
            new(2, 6, 1),
            new PReLULayer(),
            new SoftplusLayer(),
            new LeakyReLULayer(0.1f),
            new Conv2dLayer(12, 4, 2) { Stride = 2, Padding = 1, Dilation = 2, PaddingMode = PaddingMode.Replicate },
            new DropoutLayer(0.0f),
            new FlattenLayer(),
            new LinearLayer(3),
            new LinearLayer(24) { Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep15>(
            new(3, 4, 9),
            new Conv2dLayer(16, 1) { Stride = 3, Padding = 0, InputMasks = new[] { 6, 2, 6, 2, 4, 6, 6, 2, 5, 7, 7, 4, 4, 2, 6, 7 } },
            new SiLULayer(),
            new SiLULayer(),
            new ReLULayer(),
            new FlattenLayer(),
            new LinearLayer(2),
            new LinearLayer(5))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep16>(
            new(3, 3, 9),
            new ReLULayer(),
            new DropoutLayer(0.0f),
            new SoftplusLayer(),
            new MaxPool2dLayer(2) { StrideHeight = 1, StrideWidth = 1, PaddingHeight = 0, PaddingWidth = 1, Rounding = Rounding.Floor },
            new ReLU6Layer(),
            new MinPool2dLayer(2) { Stride = 1, Padding = 1, Dilation = 2 },
            new Conv2dLayer(16, 2) { StrideHeight = 2, StrideWidth = 1, PaddingLeft = 1, PaddingRight = 0 })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep17>(
            new(4, 11, 6),
            new Conv2dLayer(7, 4, 4) { Stride = 2, Rounding = Rounding.Ceil },
            new Conv2dLayer(3, 2, 2) { StrideHeight = 2, StrideWidth = 2, PaddingTop = 1, PaddingBottom = 1, PaddingLeft = 1, PaddingRight = 0, Rounding = Rounding.Floor },
            new MaxPool2dLayer(3, 1) { PaddingTop = 1, PaddingLeft = 0, Rounding = Rounding.Floor })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep18>(
            new(2, 8, 8),
            new Conv2dLayer(6, 3) { Groups = 2, PaddingHeight = 2, PaddingWidth = 0, Dilation = 2, Bias = false },
            new LogSoftmaxLayer(),
            new FlattenLayer(),
            new LinearLayer(2) { Bias = false },
            new LinearLayer(1),
            new LinearLayer(8),
            new GELULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep19>(
            new(2, 2, 1),
            new SiLULayer(),
            new Conv2dLayer(2, 1) { StrideHeight = 1, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep20>(
            new(5, 6, 1),
            new DropoutLayer(0.0f),
            new LeakyReLULayer(0.1f),
            new DropoutLayer(0.0f),
            new SigmoidLayer(),
            new AvgPool2dLayer(4) { Padding = 2, CountIncludePad = false },
            new ScaledTanhLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep21>(
            new(8, 4, 4),
            new AvgPool2dLayer(3) { Stride = 1, Padding = 1 },
            new DropoutLayer(0.0f),
            new Conv2dLayer(12, 3, 5) { Stride = 1, PaddingTop = 2, PaddingRight = 3 },
            new FlattenLayer(),
            new SoftplusLayer(),
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new GELULayer(),
            new LinearLayer(13) { Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep22>(
            new(3, 9, 2),
            new Conv2dLayer(33, 2, 3) { Stride = 1, PaddingHeight = 0, PaddingWidth = 2, PaddingMode = PaddingMode.Circular, Mode = ConvMode.Convolution },
            new ReLULayer(),
            new Conv2dLayer(11, 5) { Groups = 11, StrideHeight = 3, StrideWidth = 1, Padding = 4, Rounding = Rounding.Floor, Dilation = 2 },
            new Conv2dLayer(1, 5) { Stride = 2, PaddingTop = 2, PaddingBottom = 0, PaddingRight = 2, PaddingMode = PaddingMode.Reflect },
            new LogSoftmaxLayer(),
            new FlattenLayer(),
            new LinearLayer(13),
            new LeakyReLULayer(0.1f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep23>(
            new(3, 7, 6),
            new DropoutLayer(0.0f),
            new Conv2dLayer(17, 3, 5) { Stride = 2, PaddingHeight = 0, PaddingWidth = 3 })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep24>(
            new(16, 2, 4),
            new SigmoidLayer(),
            new AvgPool2dLayer(2) { Stride = 2, Padding = 1 },
            new Conv2dLayer(16, 2, 2) { Groups = 16, StrideHeight = 3, StrideWidth = 1 },
            new GELULayer(),
            new FlattenLayer(),
            new LinearLayer(31),
            new SoftmaxLayer(),
            new LinearLayer(8) { Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep25>(
            new(2, 8, 11),
            new Conv2dLayer(9, 2, 4) { Stride = 1, Bias = false },
            new Conv2dLayer(9, 3, 2) { Stride = 1, Rounding = Rounding.Ceil, Bias = false },
            new MaxPool2dLayer(2, 1) { StrideHeight = 1, StrideWidth = 1, Ties = Ties.Split },
            new GELULayer(),
            new FlattenLayer(),
            new LogSoftmaxLayer(),
            new SoftplusLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep26>(
            new(3, 6, 11),
            new Conv2dLayer(9, 2) { Groups = 3, Stride = 3, Bias = false },
            new Conv2dLayer(13, 3) { Stride = 1, Padding = 2 },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep27>(
            new(4, 11, 6),
            new SiLULayer(),
            new Conv2dLayer(17, 3) { Stride = 3, Padding = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate },
            new FlattenLayer(),
            new LinearLayer(5),
            new SoftplusLayer(),
            new TanhLayer(),
            new ScaledTanhLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep28>(
            new(3, 10, 4),
            new Conv2dLayer(3, 3) { Groups = 3, Stride = 1, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 1, PaddingRight = 2, PaddingMode = PaddingMode.Reflect },
            new LogSoftmaxLayer(),
            new DropoutLayer(0.0f),
            new Conv2dLayer(33, 4, 2) { Stride = 1, PaddingRight = 0 })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep29>(
            new(36, 1, 1),
            new SoftmaxLayer(),
            new LinearLayer(16) { Bias = false },
            new LinearLayer(3),
            new GELULayer(),
            new LogSoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep30>(
            new(8, 7, 10),
            new MinPool2dLayer(3) { PaddingHeight = 0, PaddingWidth = 1, Rounding = Rounding.Floor },
            new MaxPool2dLayer(1, 4) { StrideHeight = 1, StrideWidth = 2, PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0 },
            new AvgPool2dLayer(1) { Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Rounding = Rounding.Ceil },
            new DropoutLayer(0.0f),
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep31>(
            new(3, 8, 10),
            new Conv2dLayer(16, 4) { Stride = 3, Padding = 3, Dilation = 2, PaddingMode = PaddingMode.Replicate },
            new Conv2dLayer(3, 3, 4) { PaddingTop = 0, PaddingBottom = 0, PaddingMode = PaddingMode.Circular },
            new Conv2dLayer(3, 2) { Groups = 3, StrideHeight = 1, StrideWidth = 2, PaddingTop = 1, PaddingRight = 1, Bias = false },
            new Conv2dLayer(16, 4) { Padding = 3 },
            new Conv2dLayer(17, 3, 1) { StrideHeight = 3, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor, Mode = ConvMode.Convolution },
            new GELULayer(),
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep32>(
            new(4, 1, 11),
            new Conv2dLayer(25, 1) { Stride = 2, Padding = 0, Rounding = Rounding.Ceil },
            new TanhLayer(),
            new DropoutLayer(0.0f),
            new FlattenLayer(),
            new SoftmaxLayer(),
            new PReLULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep33>(
            new(3, 9, 8),
            new Conv2dLayer(1, 4) { Stride = 1, Padding = 3, PaddingMode = PaddingMode.Replicate },
            new SoftmaxLayer(),
            new MishLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep34>(
            new(4, 1, 1),
            new LinearLayer(2) { Bias = false },
            new ScaledTanhLayer(),
            new SoftmaxLayer(),
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep35>(
            new(4, 8, 8),
            new HardsigmoidLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep36>(
            new(3, 7, 6),
            new MaxPool2dLayer(2) { PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0, PaddingRight = 0, Rounding = Rounding.Floor },
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep37>(
            new(4, 1, 2),
            new Conv2dLayer(8, 2) { Groups = 4, Stride = 2, PaddingHeight = 1, PaddingWidth = 1, Dilation = 2, PaddingMode = PaddingMode.Replicate, Bias = false },
            new ELULayer(0.7f),
            new FlattenLayer(),
            new LinearLayer(5),
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep38>(
            new(4, 1, 9),
            new Conv2dLayer(8, 1) { Groups = 4, PaddingBottom = 0, PaddingRight = 0, PaddingMode = PaddingMode.Reflect },
            new DropoutLayer(0.0f),
            new Conv2dLayer(12, 4) { Rounding = Rounding.Ceil, Padding = Pad.Same })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep39>(
            new(1, 7, 8),
            new LogSoftmaxLayer(),
            new LogSoftmaxLayer(),
            new Conv2dLayer(16, 4, 5) { StrideHeight = 1, StrideWidth = 2, Padding = 3, Rounding = Rounding.Ceil, Dilation = 2 },
            new DropoutLayer(0.0f),
            new LeakyReLULayer(0.1f),
            new Conv2dLayer(8, 2, 4) { Groups = 4, Stride = 1, PaddingHeight = 0, PaddingWidth = 1, Rounding = Rounding.Ceil, Bias = false },
            new Conv2dLayer(24, 1) { Stride = 3, Padding = 0 },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep40>(
            new(1, 10, 10),
            new SiLULayer(),
            new ELULayer(0.7f),
            new Conv2dLayer(5, 5) { Stride = 2, PaddingHeight = 3, PaddingWidth = 2, Rounding = Rounding.Floor, Dilation = 2 },
            new Conv2dLayer(17, 4) { Stride = 1, PaddingHeight = 3, PaddingWidth = 2, PaddingMode = PaddingMode.Circular },
            new ELULayer(0.7f),
            new MaxPool2dLayer(4) { StrideHeight = 1, StrideWidth = 2, Padding = 0, Rounding = Rounding.Floor })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep41>(
            new(33, 1, 1),
            new LinearLayer(2),
            new PReLULayer(),
            new SiLULayer(),
            new LinearLayer(31),
            new LinearLayer(50))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep42>(
            new(4, 1, 1),
            new ScaledTanhLayer(),
            new SoftmaxLayer(),
            new HardswishLayer(),
            new DropoutLayer(0.0f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep43>(
            new(1, 8, 4),
            new SoftplusLayer(),
            new SoftmaxLayer(),
            new Conv2dLayer(24, 5) { StrideHeight = 1, StrideWidth = 2, PaddingRight = 2, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep44>(
            new(2, 3, 7),
            new Conv2dLayer(5, 1, 2) { Stride = 1, PaddingTop = 0, PaddingBottom = 0, PaddingRight = 0, Rounding = Rounding.Floor },
            new PReLULayer(),
            new FlattenLayer(),
            new LinearLayer(13),
            new LinearLayer(1),
            new LinearLayer(1) { Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep45>(
            new(16, 7, 4),
            new ScaledTanhLayer(),
            new Conv2dLayer(2, 4) { Groups = 2, StrideHeight = 3, StrideWidth = 1, PaddingTop = 0, PaddingLeft = 0 },
            new SigmoidLayer(),
            new MinPool2dLayer(1) { StrideHeight = 3, StrideWidth = 2, PaddingHeight = 0, PaddingWidth = 0, Dilation = 2, Ties = Ties.Split })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep46>(
            new(16, 5, 11),
            new GELULayer(),
            new MishLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep47>(
            new(2, 1, 10),
            new AvgPool2dLayer(3, 4) { StrideHeight = 2, StrideWidth = 2, PaddingHeight = 1, PaddingWidth = 1, CountIncludePad = false },
            new Conv2dLayer(25, 3, 5) { StrideHeight = 2, StrideWidth = 2, Padding = 2, Rounding = Rounding.Floor, Dilation = 2, Bias = false },
            new SoftplusLayer(),
            new FlattenLayer(),
            new HardswishLayer(),
            new LinearLayer(31),
            new LinearLayer(13) { Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep48>(
            new(3, 10, 11),
            new Conv2dLayer(7, 3) { StrideHeight = 3, StrideWidth = 1, PaddingHeight = 0, PaddingWidth = 2, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Reflect, Bias = false, Mode = ConvMode.Convolution },
            new GELULayer(),
            new Conv2dLayer(21, 3) { Groups = 7, Stride = 1, Padding = 0, Rounding = Rounding.Floor },
            new Conv2dLayer(5, 1) { Stride = 1, Rounding = Rounding.Floor },
            new ReLU6Layer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep49>(
            new(1, 7, 3),
            new Conv2dLayer(1, 3) { Stride = 3, PaddingHeight = 1, PaddingWidth = 2, PaddingMode = PaddingMode.Replicate },
            new SigmoidLayer(),
            new MaxPool2dLayer(2, 1) { Stride = 1, Ties = Ties.Split },
            new Conv2dLayer(33, 5) { Stride = 1, Padding = 4, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate },
            new SiLULayer(),
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep50>(
            new(3, 5, 10),
            new MaxPool2dLayer(2) { Stride = 2, Rounding = Rounding.Floor, Ties = Ties.Split },
            new SigmoidLayer(),
            new DropoutLayer(0.0f),
            new SigmoidLayer(),
            new Conv2dLayer(9, 5) { StrideHeight = 3, StrideWidth = 1, PaddingHeight = 2, PaddingWidth = 3, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep51>(
            new(27, 1, 1),
            new SigmoidLayer(),
            new SoftmaxLayer(),
            new SiLULayer(),
            new LogSoftmaxLayer(),
            new LinearLayer(2),
            new LeakyReLULayer(0.1f),
            new ScaledTanhLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep52>(
            new(1, 5, 3),
            new PReLULayer(),
            new Conv2dLayer(9, 3) { Stride = 1, Padding = 2, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Reflect },
            new MaxPool2dLayer(4, 3) { Stride = 1, Dilation = 2 },
            new MinPool2dLayer(3) { PaddingHeight = 1, PaddingWidth = 1, DilationHeight = 1, DilationWidth = 1, Ties = Ties.Split },
            new Conv2dLayer(9, 1, 1) { StrideHeight = 2, StrideWidth = 1, PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0, PaddingRight = 0, Rounding = Rounding.Floor },
            new DropoutLayer(0.0f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep53>(
            new(9, 4, 11),
            new AvgPool2dLayer(3) { StrideHeight = 2, StrideWidth = 2, Rounding = Rounding.Floor },
            new MinPool2dLayer(1, 4) { Stride = 1, PaddingBottom = 0 },
            new Conv2dLayer(3, 3, 5) { StrideHeight = 3, StrideWidth = 1, Padding = 2, Rounding = Rounding.Floor },
            new HardsigmoidLayer(),
            new FlattenLayer(),
            new LinearLayer(8) { Bias = false },
            new ScaledTanhLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep54>(
            new(3, 10, 10),
            new HardsigmoidLayer(),
            new Conv2dLayer(3, 1) { Groups = 3, Stride = 3, PaddingHeight = 0, PaddingWidth = 0, DilationHeight = 1, DilationWidth = 2, PaddingMode = PaddingMode.Reflect },
            new DropoutLayer(0.0f),
            new ReLULayer(),
            new Conv2dLayer(3, 3) { Groups = 3, StrideHeight = 2, StrideWidth = 1, PaddingHeight = 2, PaddingWidth = 2, Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep55>(
            new(4, 9, 5),
            new MaxPool2dLayer(3) { StrideHeight = 1, StrideWidth = 2, PaddingBottom = 1, PaddingLeft = 0, Ties = Ties.Split },
            new LogSoftmaxLayer(),
            new Conv2dLayer(4, 4, 2) { Groups = 4, StrideHeight = 1, StrideWidth = 2, DilationHeight = 1, DilationWidth = 1 },
            new FlattenLayer(),
            new LinearLayer(24),
            new LinearLayer(31),
            new LinearLayer(31),
            new PReLULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep56>(
            new(9, 9, 4),
            new Conv2dLayer(12, 4) { StrideHeight = 3, StrideWidth = 2, Padding = 3, Rounding = Rounding.Floor, Bias = false, Mode = ConvMode.Convolution },
            new GELULayer(),
            new FlattenLayer(),
            new MishLayer(),
            new LinearLayer(5) { Bias = false })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep57>(
            new(1, 7, 5),
            new Conv2dLayer(2, 3) { PaddingHeight = 2, PaddingWidth = 1, PaddingMode = PaddingMode.Reflect },
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new FlattenLayer(),
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep58>(
            new(8, 6, 9),
            new HardsigmoidLayer(),
            new Conv2dLayer(9, 5) { StrideHeight = 3, StrideWidth = 2, Padding = 2, PaddingMode = PaddingMode.Reflect },
            new AvgPool2dLayer(4) { PaddingTop = 2, PaddingLeft = 0, PaddingRight = 0, Rounding = Rounding.Floor })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep59>(
            new(8, 5, 8),
            new GELULayer(),
            new Conv2dLayer(1, 3) { Stride = 1, PaddingTop = 2, PaddingBottom = 2, PaddingRight = 1, DilationHeight = 2, DilationWidth = 2, PaddingMode = PaddingMode.Circular })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep60>(
            new(9, 9, 10),
            new Conv2dLayer(18, 3, 4) { Groups = 9, Stride = 1, Padding = 2, PaddingMode = PaddingMode.Replicate },
            new AvgPool2dLayer(3) { Padding = 0, Rounding = Rounding.Ceil },
            new Conv2dLayer(17, 2, 3) { StrideHeight = 3, StrideWidth = 1, Padding = 0, Rounding = Rounding.Ceil, Bias = false, Mode = ConvMode.Convolution })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep61>(
            new(3, 4, 10),
            new SoftmaxLayer(),
            new Conv2dLayer(17, 2, 5) { Stride = 1, Padding = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Reflect })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep62>(
            new(1, 2, 3),
            new ELULayer(0.7f),
            new MaxPool2dLayer(4) { StrideHeight = 1, StrideWidth = 1, Padding = 2 },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep63>(
            new(9, 1, 3),
            new SoftmaxLayer(),
            new MinPool2dLayer(3) { StrideHeight = 2, StrideWidth = 2, Padding = 1 },
            new Conv2dLayer(9, 1) { Groups = 3, Stride = 3, PaddingHeight = 0, PaddingWidth = 0, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate },
            new PReLULayer(),
            new PReLULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep64>(
            new(5, 5, 11),
            new Conv2dLayer(7, 3) { StrideHeight = 3, StrideWidth = 2, PaddingTop = 0, PaddingLeft = 1, PaddingRight = 2, Rounding = Rounding.Ceil },
            new Conv2dLayer(21, 2, 3) { Groups = 7, Stride = 1, Padding = 1, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep65>(
            new(8, 9, 6),
            new Conv2dLayer(13, 1) { PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0, Rounding = Rounding.Floor },
            new Conv2dLayer(13, 1) { Groups = 13, Stride = 2, Padding = 0, PaddingMode = PaddingMode.Replicate },
            new Conv2dLayer(13, 1) { Rounding = Rounding.Floor },
            new Conv2dLayer(5, 3) { Stride = 2, PaddingHeight = 2, PaddingWidth = 0, Rounding = Rounding.Ceil, Mode = ConvMode.Convolution },
            new Conv2dLayer(24, 4) { StrideHeight = 3, StrideWidth = 2, Padding = 3, Mode = ConvMode.Convolution },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep66>(
            new(3, 5, 4),
            new AvgPool2dLayer(3) { Stride = 1, Padding = 1 },
            new MaxPool2dLayer(3) { Stride = 1, PaddingHeight = 0, PaddingWidth = 1, Ties = Ties.Split },
            new FlattenLayer(),
            new LinearLayer(31),
            new LinearLayer(24),
            new LinearLayer(1),
            new LinearLayer(5),
            new GELULayer() { Approximate = GeluApproximation.Tanh })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep67>(
            new(5, 9, 1),
            new SigmoidLayer(),
            new ReLU6Layer(),
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep68>(
            new(4, 10, 2),
            new Conv2dLayer(33, 2, 4) { Stride = 2, PaddingHeight = 1, PaddingWidth = 2, Rounding = Rounding.Floor },
            new LogSoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep69>(
            new(5, 3, 5),
            new SoftmaxLayer(),
            new SiLULayer(),
            new Conv2dLayer(2, 2, 5) { StrideHeight = 2, StrideWidth = 1, PaddingHeight = 1, PaddingWidth = 1, PaddingMode = PaddingMode.Reflect },
            new Conv2dLayer(4, 3, 4) { Groups = 2, Stride = 2, PaddingHeight = 1, PaddingWidth = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep70>(
            new(3, 1, 8),
            new Conv2dLayer(3, 1) { Groups = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Dilation = 2, PaddingMode = PaddingMode.Circular },
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new Conv2dLayer(12, 1) { Stride = 1, InputMasks = new[] { 7, 3, 4, 2, 2, 6, 2, 7, 7, 2, 3, 7 } },
            new LogSoftmaxLayer(),
            new Conv2dLayer(1, 3) { Stride = 2, Padding = 2, Rounding = Rounding.Floor },
            new ReLULayer(),
            new FlattenLayer(),
            new SoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep71>(
            new(9, 2, 4),
            new Conv2dLayer(6, 1) { Groups = 3, StrideHeight = 1, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor, Dilation = 2, PaddingMode = PaddingMode.Circular },
            new GELULayer() { Approximate = GeluApproximation.Tanh },
            new DropoutLayer(0.0f),
            new MishLayer(),
            new FlattenLayer(),
            new MishLayer(),
            new LogSoftmaxLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep72>(
            new(3, 10, 1),
            new PReLULayer(),
            new SoftmaxLayer(),
            new Conv2dLayer(25, 1) { Padding = 0, Dilation = 2, PaddingMode = PaddingMode.Reflect })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep73>(
            new(2, 9, 9),
            new Conv2dLayer(25, 2) { StrideHeight = 1, StrideWidth = 2, Rounding = Rounding.Floor })
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep74>(
            new(8, 4, 5),
            new Conv2dLayer(6, 3) { Groups = 2, Stride = 1, PaddingTop = 2 },
            new Conv2dLayer(25, 2, 5) { StrideHeight = 1, StrideWidth = 1, Padding = 1, PaddingMode = PaddingMode.Circular },
            new GELULayer(),
            new MishLayer(),
            new GELULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep75>(
            new(8, 9, 8),
            new LeakyReLULayer(0.1f),
            new GELULayer(),
            new LeakyReLULayer(0.1f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f, ChannelsLast = true },
        new NetworkCase<Sweep76>(
            new(16, 3, 8),
            new Conv2dLayer(8, 1) { StrideHeight = 3, StrideWidth = 1, Rounding = Rounding.Floor },
            new Conv2dLayer(33, 3) { StrideHeight = 3, StrideWidth = 2, Padding = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution },
            new SoftplusLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep77>(
            new(3, 11, 5),
            new SoftmaxLayer(),
            new LogSoftmaxLayer(),
            new Conv2dLayer(5, 2, 3) { StrideHeight = 2, StrideWidth = 1, PaddingBottom = 1, PaddingLeft = 0, PaddingRight = 1, Rounding = Rounding.Floor },
            new AvgPool2dLayer(4, 2) { Stride = 1, Padding = 1 },
            new FlattenLayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep78>(
            new(8, 6, 11),
            new MaxPool2dLayer(3) { Stride = 1, Padding = 1, Ties = Ties.Split },
            new TanhLayer(),
            new Conv2dLayer(8, 4) { Groups = 4, Stride = 1, PaddingTop = 0, PaddingLeft = 0 },
            new ReLU6Layer(),
            new SoftmaxLayer(),
            new FlattenLayer(),
            new SiLULayer())
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
        new NetworkCase<Sweep79>(
            new(16, 9, 5),
            new PReLULayer(),
            new DropoutLayer(0.0f))
        { Group = "sweep", Batch = 2, Amplitude = 2.0f },
    ];
}
