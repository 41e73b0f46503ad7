"""Transposed and fixed convolutions, adaptive pools, and the trainable layers of LeNet-5."""
import torch
from torch import nn
from torch.nn import functional


class FixedConv(nn.Module):
    def __init__(self, size, *kernel, scale=1.0, stride=1, padding=0, mode="constant"):
        super().__init__()
        self.kernel = torch.tensor(kernel, dtype=torch.float64).reshape(1, 1, size, size) * scale
        self.stride, self.padding, self.mode = stride, padding, mode

    def forward(self, x):
        padded = functional.pad(x, [self.padding] * 4, self.mode)
        return functional.conv2d(padded, self.kernel.expand(x.shape[1], -1, -1, -1), stride=self.stride, groups=x.shape[1])


class Subsample(nn.Module):
    def __init__(self, channels, kernel, stride=None, padding=0):
        super().__init__()
        self.pool = nn.AvgPool2d(kernel, stride, padding)
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        return self.pool(x) * self.weight[:, None, None] + self.bias[:, None, None]


class Rbf(nn.Module):
    def __init__(self, features, classes):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(classes, features))

    def forward(self, x):
        return (x[:, None] - self.weight).square().sum(2)


class RbfFlattened(nn.Module):
    def __init__(self):
        super().__init__()
        self.l = nn.Linear(40, 27)
        self.add_module("0", nn.Conv2d(3, 10, 3, padding=1))
        self.add_module("2", nn.Conv2d(10, 2, 3, padding=1))
        self.add_module("6", Rbf(200, 27))

    def forward(self, x):
        first, second, rbf = (self.get_submodule(name) for name in "026")
        t = torch.tanh(first(x))
        return rbf(t.flatten(1)) + self.l(second(t).flatten(1))


def distances(size):
    """A kernel with more taps than are unrolled."""
    return [float(9 - abs((7 * i + 5 * j) % 17 - 8)) for i in range(size) for j in range(size)]


CASES = {
    "TransposeAlone": ((5, 4, 6), lambda: nn.Sequential(nn.ConvTranspose2d(5, 7, 3))),
    "TransposeDoubling": ((8, 5, 3), lambda: nn.Sequential(nn.ConvTranspose2d(8, 16, 2, stride=2), nn.Conv2d(16, 3, 3, padding=1))),
    "TransposeHalved": ((3, 5, 7), lambda: nn.Sequential(
        nn.ConvTranspose2d(3, 9, 3, stride=2, padding=1, output_padding=1, bias=False), nn.Tanh(), nn.Conv2d(9, 4, 3))),
    "TransposeInside": ((4, 6, 5), lambda: nn.Sequential(
        nn.Conv2d(4, 12, 3, padding=1), nn.ReLU(), nn.ConvTranspose2d(12, 11, 5, stride=3, padding=2), nn.ReLU())),
    "TransposeSparse": ((6, 3, 4), lambda: nn.Sequential(nn.ConvTranspose2d(6, 10, 2, stride=3, output_padding=2), nn.Sigmoid())),
    "TransposeBlocks": ((16, 5, 4), lambda: nn.Sequential(nn.ConvTranspose2d(16, 32, 3, stride=2, dilation=2, padding=1, groups=2))),
    "TransposeGroups": ((6, 5, 5), lambda: nn.Sequential(
        nn.ConvTranspose2d(6, 9, 3, stride=2, dilation=3, output_padding=2, groups=3), nn.Conv2d(9, 5, 3, padding=2))),
    "TransposeGenerator": ((2, 1, 1), lambda: nn.Sequential(
        nn.ConvTranspose2d(2, 40, 4, bias=False), nn.BatchNorm2d(40), nn.ReLU(), nn.ConvTranspose2d(40, 3, 4, stride=2, padding=1))),
    "TransposePhases": ((3, 13, 17), lambda: nn.Sequential(
        nn.Conv2d(3, 6, 4, stride=4, padding=1), nn.Tanh(), nn.ConvTranspose2d(6, 12, 8, stride=4, padding=2, groups=2), nn.Tanh(),
        nn.ConvTranspose2d(12, 40, 5, stride=3, padding=1), nn.Conv2d(40, 2, 1))),
    "TransposeLarge": ((128, 2, 3), lambda: nn.Sequential(nn.ConvTranspose2d(128, 1, 9, stride=2, padding=3))),
    "TransposeCropped": ((2, 2, 2), lambda: nn.Sequential(nn.ConvTranspose2d(2, 3, 5, stride=4, padding=4))),
    "AdaptiveAverage": ((5, 7, 8), lambda: nn.Sequential(nn.AdaptiveAvgPool2d((3, 5)))),
    "AdaptiveMaximum": ((9, 7, 5), lambda: nn.Sequential(
        nn.Conv2d(9, 12, 3, padding=1), nn.AdaptiveMaxPool2d(4), nn.ReLU(), nn.Conv2d(12, 3, 3, padding=1))),
    "AdaptiveEnlarged": ((3, 4, 3), lambda: nn.Sequential(nn.AdaptiveAvgPool2d((6, 7)), nn.Tanh(), nn.Conv2d(3, 8, 3))),
    "AdaptiveAlongOneAxis": ((8, 9, 12), lambda: nn.Sequential(nn.AdaptiveMaxPool2d((3, 5)))),
    "FixedBlur": ((5, 9, 8), lambda: nn.Sequential(FixedConv(3, 1, 2, 1, 2, 4, 2, 1, 2, 1, scale=1 / 16, padding=1))),
    "FixedSobel": ((3, 7, 10), lambda: nn.Sequential(
        FixedConv(3, 1, 0, -1, 2, 0, -2, 1, 0, -1, padding=1, mode="reflect"), nn.Tanh())),
    "FixedLaplacian": ((4, 6, 7), lambda: nn.Sequential(
        nn.Conv2d(4, 9, 3, padding=1, bias=False),
        FixedConv(3, 0, -1, 0, -1, 4, -1, 0, -1, 0), nn.ReLU(), nn.Conv2d(9, 5, 3, padding=1))),
    "FixedPyramid": ((9, 11, 9), lambda: nn.Sequential(FixedConv(
        5, *(a * b for a in (1, 4, 6, 4, 1) for b in (1, 4, 6, 4, 1)), scale=1 / 256, stride=2, padding=2, mode="replicate"))),
    "FixedSparse": ((8, 7, 10), lambda: nn.Sequential(
        nn.Conv2d(8, 8, 1, bias=False), FixedConv(2, -1, 0, 0, 1, stride=3), nn.Conv2d(8, 2, 2))),
    "FixedLarge": ((2, 16, 15), lambda: nn.Sequential(FixedConv(13, *distances(13), scale=0.0078125, padding=6))),
    "FixedNothing": ((5, 3, 4), lambda: nn.Sequential(FixedConv(1, 0), nn.Conv2d(5, 3, 1))),
    "SubsampleAlone": ((5, 8, 6), lambda: nn.Sequential(Subsample(5, 2))),
    "SubsampleInside": ((3, 9, 7), lambda: nn.Sequential(
        nn.Conv2d(3, 10, 3, padding=1), Subsample(10, 3, 2, 1), nn.Tanh(), nn.Conv2d(10, 4, 3, padding=1))),
    "RbfAlone": ((21,), lambda: nn.Sequential(Rbf(21, 10))),
    "RbfFlattened": ((3, 5, 4), RbfFlattened),
    "RbfLarge": ((1, 33, 32), lambda: nn.Sequential(nn.Flatten(), Rbf(1056, 3))),
    "RbfBehindSigmoid": ((13,), lambda: nn.Sequential(nn.Linear(13, 11), nn.Sigmoid(), Rbf(11, 9))),
    "RbfBehindSoftplus": ((3, 4, 5), lambda: nn.Sequential(nn.Conv2d(3, 10, 3), nn.Softplus(), nn.Flatten(), Rbf(60, 4))),
}
