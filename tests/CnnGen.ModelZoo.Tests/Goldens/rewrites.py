"""The networks that torchvision does not have, with the names that their authors gave the layers."""
from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn


def seq(**modules):
    return nn.Sequential(OrderedDict(modules))


class ScaledTanh(nn.Module):
    def forward(self, x):
        return 1.7159 * torch.tanh(2 / 3 * x)


class Subsample(nn.Module):
    """The mean of 2×2 pixels times a weight plus a bias."""

    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        return F.avg_pool2d(x, 2) * self.weight[:, None, None] + self.bias[:, None, None]


class MaskedConv2d(nn.Conv2d):
    """Each output channel reads the input channels that its string of 0 and 1 names."""

    def __init__(self, table, kernel):
        super().__init__(len(table[0]), len(table), kernel)
        mask = torch.tensor([[float(c) for c in row] for row in table])
        self.register_buffer("mask", mask[:, :, None, None], persistent=False)

    def forward(self, x):
        return F.conv2d(x, self.weight * self.mask, self.bias)


class Rbf(nn.Module):
    """The squared distance to each class's code."""

    def __init__(self, features, classes):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(classes, features))

    def forward(self, x):
        return ((x[:, None] - self.weight) ** 2).sum(2)


C3_TABLE = """111000 011100 001110 000111 100011 110001 111100 011110
              001111 100111 110011 111001 110110 011011 101101 111111""".split()


def lenet5_of_1998():
    return seq(C1=nn.Conv2d(1, 6, 5), t1=ScaledTanh(), S2=Subsample(6), t2=ScaledTanh(), C3=MaskedConv2d(C3_TABLE, 5), t3=ScaledTanh(),
               S4=Subsample(16), t4=ScaledTanh(), C5=nn.Conv2d(16, 120, 5), t5=ScaledTanh(), flat=nn.Flatten(), F6=nn.Linear(120, 84),
               t6=ScaledTanh(), output=Rbf(84, 10))


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))


def alexnet_of_2012():
    def norm():
        return nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2)

    return seq(conv1=nn.Conv2d(3, 96, 11, stride=4), r1=nn.ReLU(), n1=norm(), p1=nn.MaxPool2d(3, 2),
               conv2=nn.Conv2d(96, 256, 5, padding=2, groups=2), r2=nn.ReLU(), n2=norm(), p2=nn.MaxPool2d(3, 2),
               conv3=nn.Conv2d(256, 384, 3, padding=1), r3=nn.ReLU(),
               conv4=nn.Conv2d(384, 384, 3, padding=1, groups=2), r4=nn.ReLU(),
               conv5=nn.Conv2d(384, 256, 3, padding=1, groups=2), r5=nn.ReLU(), p5=nn.MaxPool2d(3, 2), flat=nn.Flatten(),
               fc6=nn.Linear(9216, 4096), r6=nn.ReLU(), fc7=nn.Linear(4096, 4096), r7=nn.ReLU(), fc8=nn.Linear(4096, 1000))


class CifarBlock(nn.Module):
    """Shortcut A: every other pixel, and zeros for the new channels."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.stride = outputs // inputs
        self.conv1 = nn.Conv2d(inputs, outputs, 3, self.stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        shortcut = x[:, :, ::self.stride, ::self.stride]
        return F.relu(y + F.pad(shortcut, (0, 0, 0, 0, 0, y.shape[1] - x.shape[1])))


def cifar_resnet(blocks, width=16):
    def stage(inputs, outputs):
        return nn.Sequential(CifarBlock(inputs, outputs), *[CifarBlock(outputs, outputs) for _ in range(blocks - 1)])

    return seq(conv1=nn.Conv2d(3, width, 3, padding=1, bias=False), bn1=nn.BatchNorm2d(width), relu=nn.ReLU(),
               layer1=stage(width, width), layer2=stage(width, 2 * width), layer3=stage(2 * width, 4 * width),
               pool=nn.AdaptiveAvgPool2d(1), flat=nn.Flatten(), fc=nn.Linear(4 * width, 10))


def norm(channels):
    return nn.BatchNorm2d(channels, eps=1e-3)


def separable(inputs, outputs):
    return seq(depthwise=nn.Conv2d(inputs, inputs, 3, padding=1, groups=inputs, bias=False),
               pointwise=nn.Conv2d(inputs, outputs, 1, bias=False))


class XceptionBlock(nn.Module):
    """Keras pads a 3×3 pool of stride 2 on both sides of odd sizes, behind even ones alone."""

    def __init__(self, inputs, middle, outputs, starts_with_relu=True):
        super().__init__()
        self.shortcut = nn.Conv2d(inputs, outputs, 1, 2, bias=False)
        self.shortcut_bn = norm(outputs)
        self.sepconv1, self.sepconv1_bn = separable(inputs, middle), norm(middle)
        self.sepconv2, self.sepconv2_bn = separable(middle, outputs), norm(outputs)
        self.starts_with_relu = starts_with_relu

    def forward(self, x):
        y = F.relu(x) if self.starts_with_relu else x
        y = self.sepconv2_bn(self.sepconv2(F.relu(self.sepconv1_bn(self.sepconv1(y)))))
        odd = y.shape[2] % 2
        y = F.max_pool2d(F.pad(y, (odd, 1, odd, 1), value=-torch.inf), 3, 2)
        return y + self.shortcut_bn(self.shortcut(x))


class XceptionMiddle(nn.Module):
    def __init__(self, channels):
        super().__init__()
        for i in (1, 2, 3):
            self.add_module(f"sepconv{i}", separable(channels, channels))
            self.add_module(f"sepconv{i}_bn", norm(channels))

    def forward(self, x):
        y = x
        for i in (1, 2, 3):
            y = getattr(self, f"sepconv{i}_bn")(getattr(self, f"sepconv{i}")(F.relu(y)))
        return x + y


def xception():
    def relus(**modules):
        return seq(**{key: m for name, module in modules.items()
                      for key, m in ((name, module), *(((name + "_relu", nn.ReLU()),) if name.endswith("bn") else ()))})

    middle = {f"block{i}": XceptionMiddle(728) for i in range(5, 13)}
    return seq(
        block1=relus(conv1=nn.Conv2d(3, 32, 3, 2, bias=False), conv1_bn=norm(32),
                     conv2=nn.Conv2d(32, 64, 3, bias=False), conv2_bn=norm(64)),
        block2=XceptionBlock(64, 128, 128, starts_with_relu=False), block3=XceptionBlock(128, 256, 256),
        block4=XceptionBlock(256, 728, 728), **middle, block13=XceptionBlock(728, 728, 1024),
        block14=relus(sepconv1=separable(1024, 1536), sepconv1_bn=norm(1536), sepconv2=separable(1536, 2048), sepconv2_bn=norm(2048)),
        pool=nn.AdaptiveAvgPool2d(1), flat=nn.Flatten(), predictions=nn.Linear(2048, 1000))


class SlimConv2d(nn.Conv2d):
    """A convolution with its BatchNorm inside, as TF-slim names them; a stride pads behind alone."""

    def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
        super().__init__(inputs, outputs, kernel, stride, padding=kernel // 2 if stride == 1 else 0, groups=groups, bias=False)
        self.BatchNorm = norm(outputs)

    def forward(self, x):
        x = F.pad(x, (0, 1, 0, 1)) if self.stride[0] > 1 else x
        return F.relu6(self.BatchNorm(super().forward(x)))


def mobilenet_v1(settings=((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *[(512, 1)] * 5, (1024, 2), (1024, 1)), first=32,
                 classes=1000):
    layers, channels = OrderedDict(Conv2d_0=SlimConv2d(3, first, 3, 2)), first
    for i, (outputs, stride) in enumerate(settings, 1):
        layers[f"Conv2d_{i}"] = seq(
            depthwise=SlimConv2d(channels, channels, 3, stride, groups=channels), pointwise=SlimConv2d(channels, outputs, 1))
        channels = outputs
    logits = nn.Sequential(OrderedDict(Conv2d_1c_1x1=nn.Conv2d(channels, classes, 1)))
    return nn.Sequential(layers | OrderedDict(pool=nn.AdaptiveAvgPool2d(1), Logits=logits, flat=nn.Flatten()))


class UNet(nn.Module):
    """Layers named as in the authors' prototxt. With padding nothing is cropped."""

    def __init__(self, inputs, base, padding, levels=4, classes=2):
        super().__init__()
        self.levels = levels

        def conv(name, i, o):
            self.add_module(name, nn.Conv2d(i, o, 3, padding=padding))

        for level in range(levels + 1):
            c = base << level
            conv(f"conv_d{level}a-b", inputs, c)
            conv(f"conv_d{level}b-c", c, c)
            inputs = c
        for level in reversed(range(levels)):
            c = base << level
            self.add_module(self.up(level), nn.ConvTranspose2d(2 * c, c, 2, 2))
            conv(f"conv_u{level}b-c", 2 * c, c)
            conv(f"conv_u{level}c-d", c, c)
        self.add_module("conv_u0d-score", nn.Conv2d(base, classes, 1))

    def up(self, level):
        return f"upconv_{'d%dc' if level + 1 == self.levels else 'u%dd'}_u{level}a" % (level + 1)

    def forward(self, x):
        layer = dict(self.named_children()).__getitem__
        kept = []
        for level in range(self.levels + 1):
            x = F.relu(layer(f"conv_d{level}b-c")(F.relu(layer(f"conv_d{level}a-b")(x))))
            if level < self.levels:
                kept.append(x)
                x = F.max_pool2d(x, 2)
        for level in reversed(range(self.levels)):
            x = F.relu(layer(self.up(level))(x))
            margin = (kept[level].shape[2] - x.shape[2]) // 2
            skip = F.pad(kept[level], [-margin] * 4)
            x = torch.cat([x, skip], 1)
            x = F.relu(layer(f"conv_u{level}c-d")(F.relu(layer(f"conv_u{level}b-c")(x))))
        return layer("conv_u0d-score")(x)


class ChannelNorm(nn.LayerNorm):
    """Over the channels of N×C×H×W."""

    def forward(self, x):
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class GlobalResponseNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(1, 1, 1, channels))
        self.beta = nn.Parameter(torch.zeros(1, 1, 1, channels))

    def forward(self, x):
        g = torch.norm(x, p=2, dim=(1, 2), keepdim=True)
        return self.gamma * (x * (g / (g.mean(dim=-1, keepdim=True) + 1e-6))) + self.beta + x


class ConvNeXtV2Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.dwconv = nn.Conv2d(channels, channels, 7, padding=3, groups=channels)
        self.norm = nn.LayerNorm(channels, eps=1e-6)
        self.pwconv1 = nn.Linear(channels, 4 * channels)
        self.grn = GlobalResponseNorm(4 * channels)
        self.pwconv2 = nn.Linear(4 * channels, channels)

    def forward(self, x):
        y = self.norm(self.dwconv(x).permute(0, 2, 3, 1))
        return x + self.pwconv2(self.grn(F.gelu(self.pwconv1(y)))).permute(0, 3, 1, 2)


class ConvNeXtV2(nn.Module):
    def __init__(self, depths, dims, stem=4, classes=1000):
        super().__init__()
        self.downsample_layers = nn.ModuleList([nn.Sequential(nn.Conv2d(3, dims[0], stem, stem), ChannelNorm(dims[0], eps=1e-6))])
        self.downsample_layers.extend(
            nn.Sequential(ChannelNorm(i, eps=1e-6), nn.Conv2d(i, o, 2, 2)) for i, o in zip(dims, dims[1:]))
        self.stages = nn.ModuleList(nn.Sequential(*[ConvNeXtV2Block(dim) for _ in range(depth)]) for depth, dim in zip(depths, dims))
        self.norm = nn.LayerNorm(dims[-1], eps=1e-6)
        self.head = nn.Linear(dims[-1], classes)

    def forward(self, x):
        for downsample, stage in zip(self.downsample_layers, self.stages):
            x = stage(downsample(x))
        return self.head(self.norm(x.mean([2, 3])))


def ball():
    return nn.Sequential(
        nn.Conv2d(1, 8, 5, 2, 2), nn.MaxPool2d(2), nn.ReLU(), nn.Conv2d(8, 12, 3, padding=1), nn.MaxPool2d(2), nn.ReLU(),
        nn.Conv2d(12, 2, 2), nn.Flatten(), nn.Softmax(1))


def pedestrian():
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d((4, 2)), nn.Conv2d(16, 2, 2), nn.Flatten(), nn.Softmax(1))


def robots(channels=(16, 24, 16, 32, 40)):
    layers, inputs = [], 3
    for i, outputs in enumerate(channels):
        layers += [nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.1)]
        layers += [nn.MaxPool2d(2)] if i < 3 else []
        inputs = outputs
    return nn.Sequential(*layers, nn.Conv2d(inputs, 7, 1))
