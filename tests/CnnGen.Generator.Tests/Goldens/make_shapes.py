"""What PyTorch says of the shapes and parameters of random networks: writes shapes.txt, a network a line.

Run with a Python that has PyTorch 1.13 or later: python3 make_shapes.py. A line holds CnnGen's attributes, an arrow, and for each operator
its output and how many parameters and buffers it has, as 8x5x5+24; or "error" where PyTorch refuses the last layer. Numbers are drawn
without looking whether they fit, so PyTorch decides; the networks round down, as PyTorch does. What PyTorch takes and CnnGen does not
(sums that broadcast, pools larger than their padded input) is not drawn.
"""
import pathlib
import random

import torch
from torch import nn
from torch.nn import functional as F

HERE = pathlib.Path(__file__).parent
COUNT, ERRORS = 620, 150
MODES = {"Zeros": "constant", "Reflect": "reflect", "Replicate": "replicate", "Circular": "circular"}


class Refused(Exception):
    """PyTorch's own refusal."""


class Network:
    """A network that grows by a layer at a time; its text, and PyTorch's tensors behind each layer."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.text, self.facts, self.names, self.channels = "", [], {}, 0
        if self.chance(0.06):
            self.x = torch.zeros(2, self.pick(3, 30))
            self.text = f"Input({self.x.shape[1]})"
        else:
            self.x = torch.zeros(2, self.pick(1, 12), self.pick(3, 20), self.pick(3, 20))
            self.text = f"Input({', '.join(str(n) for n in self.x.shape[1:])})"
        self.names["input"] = self.x

    def pick(self, low, high):
        return self.random.randint(low, high)

    def chance(self, p):
        return self.random.random() < p

    def one(self, *values):
        return self.random.choice(values)

    def layer(self, kind, arguments, run, *counts, name=None, source=None):
        """Adds a layer.

        :param run: the previous tensor, or the source's -> one tensor or, of several operators, a list
        :param counts: elements of the parameters of each operator
        """
        written = [*arguments]
        x = self.x
        if source is not None:
            x = self.names[source]
            written.append(f'From = "{source}"' if source != "input" else "From = Graph.Input")
        if name is not None:
            written.append(f'Name = "{name}"')
        self.text += f", {kind}" + (f"({', '.join(str(each) for each in written)})" if written else "")
        try:
            with torch.no_grad():
                result = run(x)
        except (RuntimeError, ValueError, IndexError) as refusal:
            raise Refused(f"{kind}: {refusal}") from refusal
        outputs = result if isinstance(result, list) else [result]
        for i, y in enumerate(outputs):
            assert all(n > 0 for n in y.shape), (self.text, y.shape)
            self.facts.append("x".join(str(n) for n in y.shape[1:]) + (f"+{counts[i]}" if i < len(counts) and counts[i] else ""))
        self.x = outputs[-1]
        if name is not None:
            self.names[name] = self.x

    def module(self, kind, arguments, make, **more):
        """A layer that is one module of PyTorch, made for the channels that come."""
        holder = []

        def run(x):
            holder.append(make(x.shape[1]))
            return holder[0](x)

        index = len(self.facts)
        self.layer(kind, arguments, run, **more)
        count = sum(p.numel() for key, p in holder[0].state_dict().items() if not key.endswith("num_batches_tracked"))
        self.facts[index] += f"+{count}" if count else ""

    def free(self):
        return f"n{len(self.names)}"


def window(net, dilated=True):
    """Kernel, stride, padding (left, right, top, bottom), dilation, and how they are written."""
    square = net.chance(0.6)
    kh = net.one(1, 2, 3, 3, 5, 7) if net.chance(0.9) else net.pick(8, 24)
    kw = kh if square else net.pick(1, 5)
    sh = net.one(1, 1, 2, 3)
    sw = sh if net.chance(0.8) else net.pick(1, 3)
    dh = net.one(1, 1, 1, 2, 3) if dilated else 1
    dw = dh if net.chance(0.8) else net.pick(1, 3)
    dw = dw if dilated else 1
    written = [str(kh)] if kh == kw else [f"KernelHeight = {kh}", f"KernelWidth = {kw}"]
    written += [f"Stride = {sh}"] if sh == sw else [f"StrideHeight = {sh}", f"StrideWidth = {sw}"]
    if dilated and (dh, dw) != (1, 1):
        written += [f"Dilation = {dh}"] if dh == dw else [f"DilationHeight = {dh}", f"DilationWidth = {dw}"]
    return (kh, kw), (sh, sw), (dh, dw), written


def padding(net, most):
    """Counts on the left, right, top and bottom."""
    kind = net.pick(0, 3)
    if kind == 0:
        return (0, 0, 0, 0), []
    if kind == 1:
        p = net.pick(0, most)
        return (p, p, p, p), [f"Padding = {p}"]
    if kind == 2:
        h, w = net.pick(0, most), net.pick(0, most)
        return (w, w, h, h), [f"PaddingHeight = {h}", f"PaddingWidth = {w}"]
    l, r, t, b = (net.pick(0, most) for _ in range(4))
    return (l, r, t, b), [f"PaddingLeft = {l}", f"PaddingRight = {r}", f"PaddingTop = {t}", f"PaddingBottom = {b}"]


def bordered(x, pads, mode):
    return F.pad(x, pads, mode=MODES[mode]) if any(pads) else x


def conv(net, **more):
    out = net.pick(1, 16)
    k, s, d, written = window(net)
    groups = net.one(1, 1, 1, 2, 3, 4)
    bias = net.chance(0.6)
    arguments = [str(out), *written]
    if groups > 1:
        arguments.append(f"Groups = {groups}")
    if not bias:
        arguments.append("Bias = false")
    if net.chance(0.1):
        same = lambda c: nn.Conv2d(c, out, k, s, "same", d, groups, bias)
        net.module("Conv2d", [*arguments, "Padding = Pad.Same"], same, **more)
        return
    pads, padded = padding(net, net.pick(1, 4))
    mode = net.one("Zeros", "Zeros", "Zeros", "Reflect", "Replicate", "Circular") if any(pads) else "Zeros"
    if mode != "Zeros":
        padded.append(f"PaddingMode = PaddingMode.{mode}")
    plain = lambda c: Sequence(lambda x: bordered(x, pads, mode), nn.Conv2d(c, out, k, s, 0, d, groups, bias))
    net.module("Conv2d", arguments + padded, plain, **more)


class Sequence(nn.Module):
    """A function, then a module."""

    def __init__(self, first, second):
        super().__init__()
        self.first, self.second = first, second

    def forward(self, x):
        return self.second(self.first(x))


def depthwise(net):
    k, s, d, written = window(net)
    multiplier = net.one(1, 1, 2, 3)
    bias = net.chance(0.5)
    pads, padded = padding(net, 2)
    arguments = [*written, *padded]
    if multiplier > 1:
        arguments.append(f"Multiplier = {multiplier}")
    if not bias:
        arguments.append("Bias = false")
    make = lambda c: Sequence(lambda x: bordered(x, pads, "Zeros"), nn.Conv2d(c, c * multiplier, k, s, 0, d, c, bias))
    net.module("DepthwiseConv2d", arguments, make)


def separable(net):
    out = net.pick(1, 12)
    k, s, d, written = window(net)
    pads, padded = padding(net, 2)
    c = net.x.shape[1]
    inner, outer = nn.Conv2d(c, c, k, s, 0, d, c), nn.Conv2d(c, out, 1)

    def run(x):
        y = inner(bordered(x, pads, "Zeros"))
        return [y, outer(y)]

    net.layer("SeparableConv2d", [out, *written, *padded], run, *(sum(p.numel() for p in m.parameters()) for m in (inner, outer)))


def transposed(net):
    out, k, s, p, d = net.pick(1, 10), net.pick(1, 5), net.pick(1, 3), net.pick(0, 3), net.one(1, 1, 2)
    groups, more, bias = net.one(1, 1, 1, 2, 3), net.one(0, 0, 0, 1, 2), net.chance(0.6)
    arguments = [out, k, f"Stride = {s}", f"Padding = {p}"]
    arguments += [f"Dilation = {d}"] if d > 1 else []
    arguments += [f"Groups = {groups}"] if groups > 1 else []
    arguments += [f"OutputPadding = {more}"] if more else []
    arguments += [] if bias else ["Bias = false"]
    net.module("ConvTranspose2d", arguments, lambda c: nn.ConvTranspose2d(c, out, k, s, p, more, groups, bias, d))


def fixed(net):
    k, s, p = net.pick(1, 3), net.pick(1, 2), net.pick(0, 2)
    numbers = [net.one("1", "0.5", "0", "-2") for _ in range(k * k)]
    run = lambda x: F.conv2d(x, torch.zeros(x.shape[1], 1, k, k), stride=s, padding=p, groups=x.shape[1])
    net.layer("FixedConv2d", [k, *numbers, f"Stride = {s}", f"Padding = {p}"], run)


def pool(net):
    kind = net.one("Max", "Min", "Avg", "Avg")
    k, s, d, written = window(net, dilated=kind != "Avg" and net.chance(0.3))
    if net.chance(0.2):
        s, written = k, [each for each in written if not each.startswith("Stride")]
    ph, pw = net.pick(0, 2), net.pick(0, 2)
    # Rounding up, PyTorch lets a window begin inside and reach beyond the padding, too; CnnGen takes no window that is larger than all.
    fits = d[0] * (k[0] - 1) < net.x.shape[2] + 2 * ph and d[1] * (k[1] - 1) < net.x.shape[-1] + 2 * pw
    ceil = fits and net.chance(0.4)
    if ph == pw:
        written += [f"Padding = {ph}"] if ph else []
    else:
        written += [f"PaddingHeight = {ph}", f"PaddingWidth = {pw}"]
    written += ["Rounding = Rounding.Ceil"] if ceil else []
    if kind == "Avg":
        counted = net.chance(0.5)
        written += [] if counted else ["CountIncludePad = false"]
        net.layer("AvgPool2d", written, nn.AvgPool2d(k, s, (ph, pw), ceil, counted))
    else:
        module = nn.MaxPool2d(k, s, (ph, pw), d, ceil_mode=ceil)
        net.layer(f"{kind}Pool2d", written, module)


def adaptive(net):
    h = net.pick(1, 9)
    w = h if net.chance(0.5) else net.pick(1, 9)
    kind = net.one("Avg", "Max")
    module = nn.AdaptiveAvgPool2d((h, w)) if kind == "Avg" else nn.AdaptiveMaxPool2d((h, w))
    net.layer(f"Adaptive{kind}Pool2d", [h] if h == w else [h, w], module)


def subsample(net):
    k = net.pick(1, 3)

    def run(x):
        return F.avg_pool2d(x, k)

    net.layer("Subsample2d", [k], run, 2 * net.x.shape[1])


def norm(net):
    image = net.x.dim() == 4
    c = net.x.shape[1]
    kind = net.pick(0, 6)
    if kind == 0:
        right = image != net.chance(0.1)
        net.module("BatchNorm2d" if right else "BatchNorm1d", [], nn.BatchNorm2d if right else nn.BatchNorm1d)
    elif kind == 1 and image:
        affine = net.chance(0.5)
        arguments = ["Affine = true"] if affine else []
        net.module("InstanceNorm2d", arguments, lambda c: nn.InstanceNorm2d(c, affine=affine))
    elif kind == 2 and image:
        groups = net.one(1, 2, 3, 4, c)
        def make(channels):
            module = nn.GroupNorm(groups, channels)
            # One sample, as PyTorch's check of single elements counts those of all samples.
            return Sequence(lambda x: (module(x[:1]), x)[1], module)

        net.module("GroupNorm", [groups], make)
    elif kind == 3:
        layer_norm = nn.LayerNorm(c)
        run = lambda x: layer_norm(x.movedim(1, -1)).movedim(-1, 1)
        net.layer("LayerNorm", [], run, 2 * c)
    elif kind == 4 and image:
        net.layer("LocalResponseNorm", [net.pick(1, 7)], nn.LocalResponseNorm(5))
    elif kind == 5 and image:
        net.layer("GlobalResponseNorm", [], lambda x: x, 2 * c)
    else:
        net.layer("LayerScale", [], lambda x: x, c)


def activation(net):
    kind = net.one(
        "ReLU", "ReLU6", "LeakyReLU(0.2f)", "PReLU", "ELU(0.7f)", "SiLU", "GELU", "Sigmoid", "Tanh", "ScaledTanh", "Hardswish",
        "Hardsigmoid", "Softplus", "Mish", "Softmax", "LogSoftmax", "Dropout(0.3f)", "DropPath(0.1f)")
    net.layer(kind, [], lambda x: x, 1 if kind == "PReLU" else 0)


def move(net):
    kind = net.pick(0, 7)
    c = net.x.shape[1]
    if kind == 0:
        scale = net.pick(1, 3)
        bilinear = net.chance(0.5)
        mode = "bilinear" if bilinear else "nearest"
        net.layer("Upsample", [scale] + (["Mode = UpsampleMode.Bilinear"] if bilinear else []), nn.Upsample(scale_factor=scale, mode=mode))
    elif kind == 1:
        factor = net.pick(1, 3)
        net.layer("PixelShuffle", [factor], nn.PixelShuffle(factor))
    elif kind == 2:
        groups = net.pick(1, 4)
        net.layer("ChannelShuffle", [groups], lambda x: x.reshape(2, groups, c // groups, *x.shape[2:]).transpose(1, 2).reshape(x.shape))
    elif kind == 3:
        start, count = net.pick(0, 4), net.pick(1, 6)
        net.layer("Slice", [start, count], lambda x: x.narrow(1, start, count))
    elif kind == 4:
        mode = net.one("Zeros", "Zeros", "Reflect", "Replicate", "Circular")
        pads = [net.pick(-3 if mode == "Zeros" else 0, 4) for _ in range(4)]
        run = lambda x: checked(F.pad(x, pads, mode=MODES[mode]))
        net.layer("Pad2d", pads + ([f"PaddingMode = PaddingMode.{mode}"] if mode != "Zeros" else []), run)
    elif kind == 5:
        h, w = net.pick(1, 12), net.pick(1, 12)

        def crop(x):
            top, left = (x.shape[2] - h) // 2, (x.shape[3] - w) // 2
            return x.narrow(2, top, h).narrow(3, left, w)

        net.layer("CenterCrop2d", [h, w], crop)
    elif kind == 6:
        net.layer("Normalize", [f"[{', '.join(['0.5f'] * c)}]", f"[{', '.join(['0.25f'] * c)}]"], lambda x: x)
    else:
        subsample(net)


def checked(x):
    if 0 in x.shape:
        raise ValueError("nothing is left")
    return x


def shortcut(net):
    """A residual block; its shortcut is projected, or not."""
    start = net.free()
    net.layer("ReLU", [], lambda x: x, name=start)
    c = net.x.shape[1]
    out = c if net.chance(0.6) else net.pick(1, 12)
    stride = net.one(1, 1, 2)
    written = [out, 3, "Padding = 1"] + ([f"Stride = {stride}"] if stride > 1 else [])
    net.module("Conv2d", written, lambda c: nn.Conv2d(c, out, 3, stride, 1))
    net.module("BatchNorm2d", [], nn.BatchNorm2d)
    main = net.free()
    net.layer("SiLU", [], lambda x: x, name=main)
    other = start
    if (out != c or stride > 1) and net.chance(0.7):
        other = net.free()
        arguments = [out, 1] + ([f"Stride = {stride}"] if stride > 1 else [])
        net.module("Conv2d", arguments, lambda c: nn.Conv2d(c, out, 1, stride), name=other, source=start)
    elif net.names[start].shape != net.x.shape and 1 in (*net.names[start].shape[1:], *net.x.shape[1:]):
        return  # PyTorch would broadcast the sum
    net.layer("Add", [f'"{main}"', f'"{other}"'], lambda x: net.names[main] + net.names[other])


def gate(net):
    """A squeeze-and-excitation block."""
    start = net.free()
    net.layer("ReLU", [], lambda x: x, name=start)
    c = net.x.shape[1]
    net.layer("AdaptiveAvgPool2d", [1], nn.AdaptiveAvgPool2d(1))
    out = c if net.chance(0.8) else c + net.pick(1, 3)
    if out != c and c == 1:
        return  # PyTorch would broadcast the product
    net.module("Conv2d", [out, 1], lambda c: nn.Conv2d(c, out, 1))
    net.layer("Sigmoid", [], lambda x: x)
    net.layer("Multiply", [f'"{start}"'], lambda x: x * net.names[start])


def branches(net):
    """Branches of a block, side by side."""
    start = net.free()
    net.layer("ReLU", [], lambda x: x, name=start)
    names = []
    for i in range(net.pick(2, 4)):
        name = net.free()
        if net.chance(0.3):
            k = net.one(3, 3, 3, 5)
            p = k // 2 if net.chance(0.9) else 0
            net.layer("MaxPool2d", [k, "Stride = 1"] + ([f"Padding = {p}"] if p else []), nn.MaxPool2d(k, 1, p), name=name, source=start)
        elif net.chance(0.6):
            out, k = net.pick(1, 9), net.one(1, 3, 5)
            p = k // 2 if net.chance(0.9) else 0
            make = lambda c: nn.Conv2d(c, out, k, 1, p)
            net.module("Conv2d", [out, k] + ([f"Padding = {p}"] if p else []), make, name=name, source=start)
        else:
            net.layer("Sigmoid", [], lambda x: x, name=name, source=start)
        names.append(name)
    if net.chance(0.3):
        names.append(start)
    net.layer("Concat", [f'"{name}"' for name in names], lambda x: torch.cat([net.names[name] for name in names], 1))


def head(net):
    if net.x.dim() == 4 and net.chance(0.95):
        net.layer("Flatten", [], nn.Flatten())
    for _ in range(net.pick(1, 3)):
        out, bias = net.pick(1, 30), net.chance(0.7)
        features = net.x[0].numel()
        net.module("Linear", [out] + ([] if bias else ["Bias = false"]), lambda _: nn.Linear(features, out, bias))
        if net.chance(0.5):
            activation(net)
        if net.chance(0.2):
            norm(net)
    if net.chance(0.1):
        classes = net.pick(2, 10)
        weight = torch.zeros(classes, net.x.shape[1])
        net.layer("Rbf", [classes], lambda x: torch.cdist(x, weight) ** 2, weight.numel())
    elif net.chance(0.06):
        conv(net)


STEPS = [conv] * 6 + [pool] * 4 + [norm] * 3 + [activation] * 3 + [move] * 4 + [
    depthwise, depthwise, separable, transposed, transposed, fixed, adaptive, shortcut, shortcut, gate, branches, branches]


def draw(seed):
    """The line of a network and whether PyTorch took it."""
    net = Network(seed)
    try:
        for _ in range(net.pick(1, 7) if net.x.dim() == 4 else 0):
            # A list of means for many channels says nothing new.
            if net.x[0].numel() > 30_000 or net.x.shape[1] > 40:
                break
            net.random.choice(STEPS)(net)
        if net.x.dim() == 2 or (net.chance(0.4) and net.x[0].numel() < 2_000):
            head(net)
    except Refused:
        return f"[{net.text}] -> error", False
    return f"[{net.text}] -> {' '.join(net.facts)}", bool(net.facts)


def main():
    torch.set_num_threads(1)
    lines, errors, seed = [], 0, 0
    while len(lines) < COUNT:
        seed += 1
        line, taken = draw(seed)
        if not taken and (not line.endswith("error") or errors == ERRORS):
            continue
        errors += not taken
        lines.append(line)
    (HERE / "shapes.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
