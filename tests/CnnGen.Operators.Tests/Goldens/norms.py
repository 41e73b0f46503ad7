"""Normalisations."""
import torch
from torch import nn


class LayerNorm(nn.LayerNorm):
    """Over the channels of each pixel, or over a vector."""

    def forward(self, x):
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)


class GlobalResponseNorm(nn.Module):
    """As in ConvNeXt V2, for N×C×H×W."""

    def __init__(self, channels, eps=1e-6):
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(1, 1, 1, channels))
        self.beta = nn.Parameter(torch.zeros(1, 1, 1, channels))
        self.eps = eps

    def forward(self, x):
        x = x.movedim(1, -1)
        gx = torch.norm(x, p=2, dim=(1, 2), keepdim=True)
        nx = gx / (gx.mean(dim=-1, keepdim=True) + self.eps)
        return (self.gamma * (x * nx) + self.beta + x).movedim(-1, 1)


class LayerScale(nn.Module):
    """A weight per channel."""

    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))

    def forward(self, x):
        return x * self.weight.reshape(-1, *[1] * (x.dim() - 2))


class Added(nn.Module):
    """Every normalisation reads one tensor; their sum goes on."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 12, 3, padding=1)
        self.grn = GlobalResponseNorm(12)
        self.norm = LayerNorm(12)
        self.groups = nn.GroupNorm(3, 12)
        self.local = nn.LocalResponseNorm(3)
        self.scale = LayerScale(12)
        self.head = nn.Conv2d(12, 5, 3, padding=1)

    def forward(self, x):
        x = self.stem(x)
        return self.head(self.grn(x) + self.norm(x) + self.groups(x) + self.local(x) + self.scale(x))


def seq(*layers):
    return lambda: nn.Sequential(*[layer() for layer in layers])


def conv(*args, **kwargs):
    return lambda: nn.Conv2d(*args, **kwargs)


CASES = {
    "BatchNormAlone": ((5, 7, 9), seq(lambda: nn.BatchNorm2d(5))),
    "BatchNormPlain": ((9, 3, 4), seq(lambda: nn.BatchNorm2d(9, eps=1e-3, affine=False))),
    "LayerNormAlone": ((5, 7, 9), seq(lambda: LayerNorm(5))),
    "LayerNormPlain": ((16, 4, 5), seq(lambda: LayerNorm(16, eps=1e-6, elementwise_affine=False))),
    "LayerNormWide": ((109, 3, 2), seq(lambda: LayerNorm(109), nn.ReLU)),
    "LayerNormVector": ((21,), seq(lambda: LayerNorm(21))),
    "LayerNormBetween": ((3, 6, 5), seq(
        conv(3, 37, 3, padding=1), nn.Sigmoid, lambda: LayerNorm(37), lambda: LayerScale(37), nn.Tanh,
        conv(37, 37, 5, padding=2, groups=37), lambda: LayerNorm(37, elementwise_affine=False), conv(37, 4, 3, padding=1))),
    "LayerNormFlattened": ((3, 5, 4), seq(
        conv(3, 6, 3), nn.ReLU, nn.Flatten, lambda: LayerNorm(36), lambda: LayerScale(36), lambda: nn.Linear(36, 5),
        lambda: LayerNorm(5), nn.Sigmoid)),
    "GroupNormAlone": ((6, 5, 7), seq(lambda: nn.GroupNorm(2, 6))),
    "GroupNormPlain": ((20, 4, 3), seq(lambda: nn.GroupNorm(5, 20, eps=1e-3, affine=False))),
    "GroupNormWhole": ((9, 3, 6), seq(lambda: nn.GroupNorm(1, 9), nn.ReLU)),
    "GroupNormBetween": ((3, 6, 6), seq(
        conv(3, 10, 3, padding=1), nn.Sigmoid, lambda: nn.GroupNorm(5, 10), nn.LeakyReLU, conv(10, 12, 3, padding=1, stride=2),
        lambda: nn.GroupNorm(4, 12), conv(12, 3, 3, padding=1))),
    "InstanceNormAlone": ((5, 6, 7), seq(lambda: nn.InstanceNorm2d(5))),
    "InstanceNormBetween": ((3, 7, 6), seq(
        conv(3, 11, 3, bias=False), lambda: nn.InstanceNorm2d(11, affine=True), nn.ReLU, conv(11, 4, 3, padding=1, bias=False),
        lambda: nn.InstanceNorm2d(4))),
    "LocalResponseNormAlone": ((7, 4, 5), seq(lambda: nn.LocalResponseNorm(5, alpha=0.5))),
    "LocalResponseNormEven": ((19, 3, 4), seq(lambda: nn.LocalResponseNorm(4, alpha=0.3, beta=0.6, k=2))),
    "LocalResponseNormOfAll": ((3, 4, 4), seq(lambda: nn.LocalResponseNorm(11, alpha=2, beta=1))),
    "LocalResponseNormBetween": ((3, 6, 8), seq(
        conv(3, 12, 3, padding=1), nn.Sigmoid, lambda: nn.LocalResponseNorm(3, alpha=0.2), nn.ReLU, lambda: nn.MaxPool2d(2),
        conv(12, 5, 3, padding=1), lambda: nn.LocalResponseNorm(2), conv(5, 4, 3, padding=1))),
    "GlobalResponseNormAlone": ((5, 6, 7), seq(lambda: GlobalResponseNorm(5))),
    "GlobalResponseNormEven": ((16, 4, 3), seq(lambda: GlobalResponseNorm(16, eps=0.1), nn.ReLU)),
    "GlobalResponseNormBetween": ((3, 7, 6), seq(
        conv(3, 13, 3, padding=1), nn.ReLU, lambda: GlobalResponseNorm(13), conv(13, 6, 3, padding=1))),
    "LayerScaleAlone": ((5, 6, 7), seq(lambda: LayerScale(5))),
    "LayerScaleVector": ((11,), seq(lambda: LayerScale(11))),
    "LayerScaleFolded": ((3, 6, 7), seq(
        conv(3, 10, 3), lambda: LayerScale(10), nn.ReLU, conv(10, 16, 3, padding=1, bias=False), lambda: LayerScale(16),
        conv(16, 4, 3, padding=1))),
    "NormsAdded": ((3, 6, 7), Added),
}
