"""The networks of the golden tests: each becomes an attributed C# class, a scalar reference and an nn.Sequential."""
from dataclasses import dataclass

from layers import ACTIVATIONS, Avg, Conv, Dropout, Flatten, Layer, Linear, LogSoftmax, Max, Min, ReLU, SAME, Softmax, Tanh

REFLECT, REPLICATE, CIRCULAR = "PaddingMode.Reflect", "PaddingMode.Replicate", "PaddingMode.Circular"
FLOOR, CEIL = "Rounding.Floor", "Rounding.Ceil"
SPLIT = "Ties.Split"


@dataclass(frozen=True)
class Network:
    name: str
    input: tuple
    layers: tuple
    group: str = ""
    batch: int = 3
    amplitude: float = 1.0    # inputs are uniform in [-amplitude, amplitude]
    levels: int = 0           # inputs rounded to so many levels per unit, so that equal ones are common
    loss: str = "CrossEntropy"
    channels_last: bool = False
    rounding: str = None      # of the [Network] attribute
    steps: int = 5            # of each optimizer; 0 for networks that only run forward and backward

    def resolved(self):
        return [layer.with_rounding(self.rounding) for layer in self.layers]


def net(name, input, *layers, **options):
    return Network(name, input, layers, **options)


def classifier(*layers, classes=4):
    return (*layers, Flatten, Linear(classes))


def whole():
    yield net("LeNet5", (1, 28, 28), Conv(6, 5, Padding=2), Tanh, Avg(2), Conv(16, 5), Tanh, Avg(2), Flatten,
              Linear(120), Tanh, Linear(84), Tanh, Linear(10))
    yield net("TinyVgg", (1, 12, 12), *vgg(8, 16, 32))
    yield net("SmallVgg", (1, 28, 28), *vgg(32, 64, 128), batch=2, steps=0)
    yield net("Ball", (1, 16, 16), Conv(8, 5, Stride=2, Padding=2), Max(2), ReLU, Conv(12, 3, Padding=1), Max(2), ReLU,
              Conv(2, 2), Softmax)
    yield net("Pedestrian", (1, 36, 18), Conv(4, 3, Padding=SAME), ReLU, Max(2), Conv(8, 3, Padding=SAME), ReLU, Max(2),
              Conv(16, 3, Padding=SAME), ReLU, Max(4, 2), Conv(2, 2), Softmax, rounding=FLOOR)
    leaky = Layer("LeakyReLU", (0.1,))
    yield net("Robot", (3, 60, 80), Conv(16, 3, Padding=1), leaky, Max(2), Conv(24, 3, Padding=1), leaky, Max(2),
              Conv(16, 3, Padding=1), leaky, Max(2, Rounding=FLOOR), Conv(32, 3, Padding=1), leaky, Conv(40, 3, Padding=1),
              leaky, Conv(7, 1), batch=2, steps=0)
    yield net("Mlp", (13,), Linear(25), Tanh, Linear(7), ReLU, Linear(5))
    yield net("WideMlp", (100,), Linear(67), ReLU, Linear(33), ACTIVATIONS["SiLU"], Linear(11), batch=5)
    yield net("Perceptron", (9,), Linear(3))
    yield net("FlattenFirst", (3, 5, 7), Flatten, Linear(12), ReLU, Linear(4))
    yield net("Segmentation", (3, 9, 7), Conv(8, 3, Padding=1), ReLU, Conv(5, 3, Padding=1))
    yield net("ChannelsLast", (3, 8, 6), *classifier(Conv(5, 3, Padding=1), ReLU, Max(2), Conv(8, 3)), channels_last=True)
    yield net("ChannelsLastOutput", (5, 6, 7), Conv(9, 3, Padding=1), Tanh, Conv(3, 3), channels_last=True)
    yield net("ChannelsLastPool", (3, 6, 6), Max(2), Conv(4, 3), Tanh, channels_last=True)


def vgg(narrow, wide, features):
    return (Conv(narrow, 3, Padding=1), ReLU, Conv(narrow, 3, Padding=1), ReLU, Max(2),
            Conv(wide, 3, Padding=1), ReLU, Conv(wide, 3, Padding=1), ReLU, Max(2),
            Flatten, Linear(features), ReLU, Linear(10))


def padding():
    for name, mode in (("Zeros", {}), ("Reflect", {"PaddingMode": REFLECT}), ("Replicate", {"PaddingMode": REPLICATE}),
                       ("Circular", {"PaddingMode": CIRCULAR})):
        yield net(f"Padding{name}", (3, 7, 9), *classifier(
            Conv(5, 3, Padding=2, **mode), ReLU,
            Conv(7, 3, PaddingTop=1, PaddingBottom=2, PaddingLeft=0, PaddingRight=2, **mode), Tanh))
        yield net(f"PaddingInner{name}", (2, 6, 5), Conv(9, 1), ReLU, Conv(8, 5, Padding=2, **mode), ReLU, Max(2, Stride=1),
                  Conv(3, 2, PaddingHeight=1, PaddingWidth=0, **mode))
    yield net("SameEven", (3, 7, 6), *classifier(
        Conv(4, 4, Padding=SAME), ReLU, Conv(6, 2, Padding=SAME, Dilation=2), Tanh, Conv(5, 2, 5, Padding=SAME)))
    yield net("SameEvenReflect", (2, 7, 8), *classifier(
        Conv(4, 4, Padding=SAME, PaddingMode=REFLECT), Tanh, Conv(6, 2, Padding=SAME, PaddingMode=CIRCULAR)))
    yield net("StridedReflect", (2, 9, 9), *classifier(
        Conv(8, 3, Stride=2, Padding=1, PaddingMode=REFLECT), ReLU, Conv(8, 3, Stride=2, Padding=1, PaddingMode=REPLICATE)))


def convolutions():
    yield net("Dilation", (3, 11, 10), *classifier(
        Conv(5, 3, Dilation=2, Padding=2), ReLU, Conv(8, 3, DilationHeight=1, DilationWidth=3), Tanh,
        Conv(4, 2, Dilation=3, Padding=1)))
    yield net("Groups", (6, 7, 7), *classifier(
        Conv(10, 3, Groups=2, Padding=1), ReLU, Conv(6, 1, Groups=2), Tanh, Conv(9, 3, Groups=3)))
    yield net("Depthwise", (5, 9, 8), *classifier(
        Conv(5, 3, Groups=5, Padding=1), ReLU, Conv(10, 3, Groups=5), Tanh, Conv(10, 3, Groups=10, Stride=2, Rounding=FLOOR)))
    yield net("DepthwiseWide", (1, 8, 8), *classifier(
        Conv(24, 3, Padding=1), ReLU, Conv(24, 5, Groups=24, Padding=2, Bias=False), ReLU, Conv(16, 1),
        Conv(16, 3, Groups=16, Stride=2, Padding=1), Tanh))
    yield net("Stride2", (3, 11, 13), *classifier(
        Conv(5, 3, Stride=2, Padding=1), ReLU, Conv(8, 3, Stride=2, Rounding=FLOOR), Tanh))
    yield net("Stride2Even", (2, 10, 12), *classifier(
        Conv(8, 2, Stride=2), ReLU, Conv(9, 4, Stride=2, Padding=1, Rounding=FLOOR)))
    yield net("Stride3", (3, 17, 14), *classifier(
        Conv(7, 5, Stride=3, Padding=2, Rounding=FLOOR), ReLU, Conv(5, 3, Stride=3, Rounding=FLOOR), Tanh), rounding=FLOOR)
    yield net("StrideGap", (3, 9, 9), *classifier(Conv(8, 1, Stride=2), ReLU, Conv(5, 1, Stride=3, Rounding=FLOOR)))
    yield net("StrideCeil", (2, 8, 9), *classifier(
        Conv(5, 3, Stride=2, Rounding=CEIL), ReLU, Conv(6, 3, Stride=3, Padding=1), Tanh), rounding=CEIL)
    yield net("ResNetStem", (3, 23, 21), *classifier(
        Conv(8, 7, Stride=2, Padding=3), ReLU, Max(3, Stride=2, Padding=1), Conv(8, 3, Padding=1)))
    yield net("AlexNetStem", (3, 35, 35), *classifier(
        Conv(10, 11, Stride=4, Padding=2), ReLU, Max(3, Stride=2, Rounding=FLOOR), Conv(8, 3)))
    yield net("PerAxis", (2, 9, 12), *classifier(
        Conv(5, 3, 5, StrideHeight=2, PaddingHeight=1, PaddingWidth=2), ReLU,
        Conv(8, 1, 4, StrideWidth=2), Tanh, Conv(3, 5, 1)))
    yield net("Flipped", (3, 6, 7), *classifier(
        Conv(5, 3, Mode="ConvMode.Convolution", Padding=1), Tanh, Conv(4, 2, 3, Mode="ConvMode.Convolution")))
    yield net("FlippedGroups", (4, 6, 7), *classifier(
        Conv(8, 3, Groups=2, Mode="ConvMode.Convolution"), Tanh, Conv(8, 3, Groups=8, Mode="ConvMode.Convolution")))
    yield net("InputMasks", (4, 6, 6), *classifier(
        Conv(5, 3, InputMasks=[1, 3, 6, 12, 15], Padding=1), Tanh, Conv(9, 3, InputMasks=[1, 2, 4, 8, 16, 31, 5, 10, 21])))
    yield net("NoBias", (3, 6, 6), Conv(5, 3, Bias=False), ReLU, Conv(9, 1, Bias=False), Flatten, Linear(12, Bias=False), Tanh,
              Linear(4, Bias=False))
    yield net("OneByOne", (3, 5, 4), *classifier(
        Conv(5, 1), ReLU, Conv(7, 1), ReLU, Conv(13, 1), Tanh, Conv(25, 1), ReLU))
    yield net("OddChannels", (3, 7, 6), *classifier(
        Conv(5, 3, Padding=1), ReLU, Conv(7, 3, Padding=1), ReLU, Conv(13, 3, Padding=1), Tanh, Conv(25, 3), ReLU))
    yield net("ManyChannels", (7, 5, 5), *classifier(Conv(40, 3, Padding=1), ReLU, Conv(50, 3), ReLU, Conv(33, 1), Tanh))
    yield net("Large", (1, 9, 9), *classifier(Conv(3, 9, Padding=4), Tanh, Conv(5, 7, 1), Conv(5, 1, 7)))
    yield net("SinglePixel", (9, 1, 1), Conv(7, 1), Tanh, Conv(4, 3, Padding=1))
    yield net("Column", (2, 12, 1), *classifier(Conv(6, 3, 1), ReLU, Max(2, 1), Conv(5, 2, 1)))
    yield net("Row", (2, 1, 13), *classifier(Conv(6, 1, 3), ReLU, Avg(1, 2, Rounding=FLOOR), Conv(5, 1, 2)))


def pools():
    yield net("MaxPadded", (3, 8, 9), *classifier(
        Max(3, Stride=2, Padding=1, Rounding=FLOOR), Conv(9, 3, Padding=1), Max(3, Stride=1, Padding=1), Tanh))
    yield net("MaxCeil", (3, 8, 7), *classifier(Conv(5, 1), Max(3, Stride=2, Rounding=CEIL), Tanh, Max(2, Padding=1, Rounding=CEIL)))
    yield net("MaxDilated", (2, 9, 10), *classifier(
        Max(3, Dilation=2, Stride=1), Conv(9, 1), Tanh, Max(2, Dilation=3, Stride=2, Padding=1, Rounding=FLOOR)))
    yield net("MinPools", (3, 9, 9), *classifier(
        Min(3, Stride=2), Conv(9, 3, Padding=1), Tanh, Min(2, Stride=1, Padding=1), Min(2, 3, Rounding=FLOOR)))
    yield net("AvgPadded", (3, 8, 7), *classifier(
        Avg(3, Stride=2, Padding=1, Rounding=FLOOR), Conv(9, 3, Padding=1), Tanh, Avg(3, Stride=1, Padding=1)))
    yield net("AvgExcludePad", (3, 8, 7), *classifier(
        Avg(3, Stride=2, Padding=1, CountIncludePad=False, Rounding=FLOOR), Conv(9, 3, Padding=1), Tanh,
        Avg(3, Stride=1, Padding=1, CountIncludePad=False)))
    yield net("AvgCeil", (3, 8, 7), *classifier(
        Avg(3, Stride=2, Padding=1, Rounding=CEIL), Conv(9, 2), Tanh, Avg(2, Padding=1, Rounding=CEIL, CountIncludePad=False)))
    yield net("PoolAxes", (2, 8, 9), *classifier(Max(2, 3), Conv(5, 1), Avg(1, 3), Tanh, Min(4, 1)))
    yield net("PoolGap", (2, 8, 8), *classifier(Max(2, Stride=3), Conv(5, 1), Avg(1, Stride=2, Rounding=FLOOR)))
    yield net("PoolPerAxis", (3, 9, 8), *classifier(
        Max(3, 2, StrideHeight=2, StrideWidth=1, PaddingHeight=1, PaddingWidth=0), Conv(9, 1), Tanh,
        Avg(2, 3, StrideHeight=1, PaddingLeft=1, PaddingRight=1), Min(2, DilationHeight=2, Stride=1)))
    yield net("PoolAsymmetric", (3, 8, 7), *classifier(
        Max(3, Stride=2, PaddingBottom=1, PaddingRight=1, Rounding=FLOOR), Conv(9, 1), Tanh,
        Avg(3, Stride=1, PaddingTop=1, PaddingLeft=1, CountIncludePad=False),
        Avg(3, Stride=2, PaddingTop=1, PaddingRight=1, Rounding=CEIL)))
    for name, ties in (("First", {}), ("Split", {"Ties": SPLIT})):
        yield net(f"Ties{name}", (3, 8, 8), *classifier(Max(2, **ties), Conv(5, 1), Tanh), levels=1)
        yield net(f"TiesOverlap{name}", (3, 9, 9), *classifier(
            Max(3, Stride=2, Padding=1, **ties), Min(3, Stride=1, **ties), Conv(5, 1), Tanh), levels=1)
        yield net(f"TiesMin{name}", (3, 7, 8), *classifier(
            Min(3, Stride=2, Rounding=CEIL, **ties), Conv(5, 1), Tanh), levels=1)
        yield net(f"TiesInner{name}", (3, 7, 8), *classifier(
            Conv(9, 3, Padding=1), ACTIVATIONS["ReLU6"], Max(2, Dilation=2, Stride=1, Padding=1, **ties)), levels=1)
    yield net("GlobalAvg", (3, 6, 5), Conv(9, 3, Padding=1), ReLU, Avg(6, 5), Flatten, Linear(4))
    yield net("PoolOnly", (3, 6, 6), Max(2), Avg(3))


def activations():
    for name, act in ACTIVATIONS.items():
        # x·Φ(x) of x below -5 is lost in rounding, and AdamW would magnify the rounding (of PyTorch in float32 as well).
        amplitude = 4.0 if name == "GELU" else 8.0
        yield net(f"Act{name}", (2, 5, 7), act, Conv(5, 3, Padding=1), act, Flatten, Linear(7), act, Linear(3), amplitude=amplitude)
    yield net("ActSoftmax", (7,), Linear(9), Softmax, Linear(5), Softmax)
    yield net("ActLogSoftmax", (7,), Linear(9), Tanh, Linear(5), LogSoftmax)
    yield net("ActSoftmaxFirst", (11,), Softmax, Linear(5), amplitude=4.0)
    yield net("ActSoftmaxChannels", (3, 5, 4), Softmax, Conv(13, 3, Padding=1), Softmax, Conv(5, 1), Softmax, amplitude=4.0)
    yield net("ActLogSoftmaxChannels", (3, 5, 4), LogSoftmax, Conv(9, 3, Padding=1), LogSoftmax, amplitude=4.0)
    yield net("ActChain", (3, 5, 6), Conv(9, 3), ReLU, Tanh, ACTIVATIONS["Softplus"], Max(2, Stride=1), ACTIVATIONS["Sigmoid"],
              Flatten, ACTIVATIONS["ELU"], Linear(4), Tanh)
    yield net("ActOnly", (3, 5, 6), Tanh)
    yield net("ActOnlyVector", (13,), ACTIVATIONS["GELU"], amplitude=3.0)


def rest():
    yield net("DropoutZero", (3, 6, 6), Conv(5, 3), Dropout(0.0), ReLU, Flatten, Dropout(0.0), Linear(4))
    yield net("MeanSquaredError", (13,), Linear(9), Tanh, Linear(5), loss="MeanSquaredError")
    yield net("BinaryCrossEntropy", (13,), Linear(9), Tanh, Linear(5), loss="BinaryCrossEntropy")
    yield net("LabelSmoothing", (13,), Linear(9), Tanh, Linear(5), loss="LabelSmoothing")
    yield net("PixelMeanSquaredError", (3, 5, 6), Conv(9, 3, Padding=1), Tanh, Conv(3, 1), loss="MeanSquaredError")


def golden_networks():
    for group in (whole, padding, convolutions, pools, activations, rest):
        for network in group():
            yield Network(**{**network.__dict__, "group": group.__name__})
