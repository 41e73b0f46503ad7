"""Layers of a sequential network, described once: as a C# attribute, as a scalar reference layer and as a PyTorch module."""
import math
from dataclasses import dataclass, field, replace

import torch
import torch.nn as nn
import torch.nn.functional as F

FLATTEN = "Flatten"
SAME = "Pad.Same"
ROUNDED = ("Conv2d", "MaxPool2d", "MinPool2d", "AvgPool2d")


@dataclass(frozen=True)
class Layer:
    kind: str
    args: tuple = ()
    named: dict = field(default_factory=dict)

    def attribute(self):
        """`Conv2d(6, 5, Padding = 2)`"""
        arguments = [csharp(a) for a in self.args] + [f"{k} = {csharp(v)}" for k, v in self.named.items()]
        return self.kind + (f"({', '.join(arguments)})" if arguments else "")

    def reference(self):
        """`new Conv2dLayer(6, 5) { Padding = 2 }`"""
        arguments = ", ".join(csharp(a) for a in self.args)
        named = ", ".join(f"{k} = {csharp(v)}" for k, v in self.named.items())
        return f"new {self.kind}Layer({arguments})" + (f" {{ {named} }}" if named else "")

    def with_rounding(self, rounding):
        """The layer as it is in a network whose attribute says `Rounding = rounding`."""
        if rounding is None or self.kind not in ROUNDED or "Rounding" in self.named:
            return self
        return replace(self, named={**self.named, "Rounding": rounding})

    def module(self, channels):
        """The PyTorch module for an input of that many channels (or features)."""
        return MODULES[self.kind](channels, *self.args, **self.named)


def csharp(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value}f"
    if isinstance(value, (list, tuple)):
        return f"new[] {{ {', '.join(csharp(v) for v in value)} }}"
    return str(value)


def pair(args, first):
    """(kernel) or (kernelHeight, kernelWidth), from position `first` on."""
    kernel = args[first:]
    return (kernel[0], kernel[0]) if len(kernel) == 1 else tuple(kernel)


def axes(named, name, default):
    both = named.get(name, default)
    return named.get(name + "Height", both), named.get(name + "Width", both)


class Window:
    """Kernel, stride, dilation and the four paddings of a convolution or pool, as (vertical, horizontal) pairs."""

    def __init__(self, kernel, named, stride):
        self.kernel = kernel
        self.stride = axes(named, "Stride", None)
        self.stride = tuple(s if s is not None else d for s, d in zip(self.stride, stride))
        self.dilation = axes(named, "Dilation", 1)
        self.same = named.get("Padding") == SAME
        self.ceil = named.get("Rounding") == "Rounding.Ceil"
        self.exact = named.get("Rounding", "Rounding.Exact") == "Rounding.Exact"
        h, w = axes(named, "Padding", 0)
        self.pads = ((named.get("PaddingTop", h), named.get("PaddingBottom", h)),
                     (named.get("PaddingLeft", w), named.get("PaddingRight", w)))
        if self.same:
            total = [e - 1 for e in self.extent]
            self.pads = tuple((t // 2, t - t // 2) for t in total)
        self.symmetric = all(before == after for before, after in self.pads)

    @property
    def extent(self):
        return tuple(d * (k - 1) + 1 for d, k in zip(self.dilation, self.kernel))

    @property
    def padding(self):
        return self.pads[0][0], self.pads[1][0]

    def beyond(self, size):
        """How far the last window of Rounding.Ceil reaches beyond the padded input, per axis."""
        if not self.ceil:
            return 0, 0
        return tuple(ceil_padding(n, e, s, *p) for n, e, s, p in zip(size, self.extent, self.stride, self.pads))

    def pad(self, x, value, mode="constant"):
        """x with the four paddings."""
        (top, bottom), (left, right) = self.pads
        return F.pad(x, (left, right, top, bottom), mode, value)


def ceil_padding(size, extent, stride, before, after):
    out = math.ceil((size + before + after - extent) / stride) + 1
    if (out - 1) * stride >= size + before:
        out -= 1
    return max(0, (out - 1) * stride + extent - (size + before + after))


def pad_end(x, below_beside, value=0.0):
    return F.pad(x, (0, below_beside[1], 0, below_beside[0]), value=value)


class Conv2d(nn.Conv2d):
    """nn.Conv2d, and by hand what it lacks: asymmetric padding, flipped kernels, input masks, Rounding.Ceil."""

    def __init__(self, channels, *args, **named):
        self.window = w = Window(pair(args, 1), named, (1, 1))
        self.flipped = named.get("Mode") == "ConvMode.Convolution"
        masks = named.get("InputMasks")
        self.plain = w.same or w.symmetric and not w.ceil
        super().__init__(channels, args[0], w.kernel, w.stride, "same" if w.same else w.padding if self.plain else 0, w.dilation,
                         named.get("Groups", 1), named.get("Bias", True),
                         named.get("PaddingMode", "PaddingMode.Zeros").split(".")[1].lower())
        self.mask = None if masks is None else torch.tensor(
            [[[[float(m >> c & 1)]] for c in range(channels)] for m in masks], dtype=torch.float64)

    def forward(self, x):
        w = self.weight if self.mask is None else self.weight * self.mask
        w = w.flip(2, 3) if self.flipped else w
        if self.plain:
            return self._conv_forward(x, w, self.bias)
        mode = "constant" if self.padding_mode == "zeros" else self.padding_mode
        padded = pad_end(self.window.pad(x, 0.0, mode), self.window.beyond(x.shape[2:]))
        return F.conv2d(padded, w, self.bias, self.stride, 0, self.dilation, self.groups)


class MaxPool2d(nn.Module):
    SIGN = 1

    def __init__(self, channels, *args, **named):
        super().__init__()
        kernel = pair(args, 0)
        self.window = Window(kernel, named, kernel)
        self.split = named.get("Ties") == "Ties.Split"

    def forward(self, x):
        return self.SIGN * (self.split_max if self.split else self.first_max)(self.SIGN * x)

    def first_max(self, x):
        w = self.window
        if w.symmetric:
            return F.max_pool2d(x, w.kernel, w.stride, w.padding, w.dilation, w.ceil)
        return F.max_pool2d(self.surrounded(x), w.kernel, w.stride, 0, w.dilation)

    def split_max(self, x):
        """amax shares the gradient evenly among equal maxima."""
        w = self.window
        shape = self.first_max(x).shape
        windows = F.unfold(self.surrounded(x), w.kernel, w.dilation, 0, w.stride)
        return windows.view(shape[0], shape[1], -1, shape[2], shape[3]).amax(2)

    def surrounded(self, x):
        return pad_end(self.window.pad(x, -1e300), self.window.beyond(x.shape[2:]), -1e300)


class MinPool2d(MaxPool2d):
    SIGN = -1


class AvgPool2d(nn.Module):
    def __init__(self, channels, *args, **named):
        super().__init__()
        kernel = pair(args, 0)
        self.window = Window(kernel, named, kernel)
        self.count_pad = named.get("CountIncludePad", True)

    def forward(self, x):
        w = self.window
        if w.symmetric:
            return F.avg_pool2d(x, w.kernel, w.stride, w.padding, w.ceil, self.count_pad)
        ones = torch.ones_like(x)
        return self.sum(w.pad(x, 0.0), x) / self.sum(w.pad(ones, 1.0 if self.count_pad else 0.0), x)

    def sum(self, padded, x):
        return F.avg_pool2d(pad_end(padded, self.window.beyond(x.shape[2:])), self.window.kernel, self.window.stride, divisor_override=1)


class ScaledTanh(nn.Module):
    def forward(self, x):
        return 1.7159 * torch.tanh(x * (2 / 3))


def gelu(channels, **named):
    return nn.GELU("tanh" if named.get("Approximate") == "GeluApproximation.Tanh" else "none")


def f32(value):
    """The float32 that the C# attribute holds."""
    return torch.tensor(value, dtype=torch.float32).item()


MODULES = {
    "Conv2d": Conv2d,
    "MaxPool2d": MaxPool2d,
    "MinPool2d": MinPool2d,
    "AvgPool2d": AvgPool2d,
    "Linear": lambda channels, out, Bias=True: nn.Linear(channels, out, Bias),
    FLATTEN: lambda channels: nn.Flatten(),
    "Dropout": lambda channels, p: nn.Dropout(p),
    "ReLU": lambda channels: nn.ReLU(),
    "ReLU6": lambda channels: nn.ReLU6(),
    "LeakyReLU": lambda channels, slope: nn.LeakyReLU(f32(slope)),
    "PReLU": lambda channels: nn.PReLU(),
    "ELU": lambda channels, alpha: nn.ELU(f32(alpha)),
    "SiLU": lambda channels: nn.SiLU(),
    "GELU": gelu,
    "Sigmoid": lambda channels: nn.Sigmoid(),
    "Tanh": lambda channels: nn.Tanh(),
    "ScaledTanh": lambda channels: ScaledTanh(),
    "Hardswish": lambda channels: nn.Hardswish(),
    "Hardsigmoid": lambda channels: nn.Hardsigmoid(),
    "Softplus": lambda channels: nn.Softplus(),
    "Mish": lambda channels: nn.Mish(),
    "Softmax": lambda channels: nn.Softmax(1),
    "LogSoftmax": lambda channels: nn.LogSoftmax(1),
}


def sequential(shape, layers):
    """nn.Sequential in float64 and the shape of its output, for a sample of shape (C, H, W) or (F,)."""
    x = torch.zeros(1, *shape, dtype=torch.float64)
    modules = []
    for layer in layers:
        module = layer.module(x.shape[1]).double()
        x = module(x)
        modules.append(module)
    return nn.Sequential(*modules), tuple(x.shape[1:])


def layer(kind):
    return lambda *args, **named: Layer(kind, args, named)


Conv, Max, Min, Avg = layer("Conv2d"), layer("MaxPool2d"), layer("MinPool2d"), layer("AvgPool2d")
Linear, Dropout = layer("Linear"), layer("Dropout")
Flatten, ReLU, Tanh, Softmax, LogSoftmax = (Layer(k) for k in (FLATTEN, "ReLU", "Tanh", "Softmax", "LogSoftmax"))
ACTIVATIONS = {
    "ReLU": ReLU, "ReLU6": Layer("ReLU6"), "LeakyReLU": Layer("LeakyReLU", (0.1,)), "PReLU": Layer("PReLU"),
    "ELU": Layer("ELU", (0.7,)), "SiLU": Layer("SiLU"), "GELU": Layer("GELU"),
    "GELUTanh": Layer("GELU", (), {"Approximate": "GeluApproximation.Tanh"}), "Sigmoid": Layer("Sigmoid"), "Tanh": Tanh,
    "ScaledTanh": Layer("ScaledTanh"), "Hardswish": Layer("Hardswish"), "Hardsigmoid": Layer("Hardsigmoid"),
    "Softplus": Layer("Softplus"), "Mish": Layer("Mish"),
}
