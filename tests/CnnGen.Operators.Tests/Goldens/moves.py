"""Layers that move, copy or resample elements."""
from collections import OrderedDict

import torch
from torch import nn


class Map(nn.Module):
    """A function as a layer."""

    def __init__(self, function):
        super().__init__()
        self.forward = function


class Shuffled(nn.Module):
    """A unit of ShuffleNet V2."""

    def __init__(self):
        super().__init__()
        self.add_module("0", nn.Conv2d(3, 20, 3, padding=1))
        self.depthwise = nn.Conv2d(10, 10, 3, padding=1, groups=10)
        self.last = nn.Conv2d(20, 7, 3, padding=1)

    def forward(self, x):
        left, right = torch.relu(getattr(self, "0")(x)).chunk(2, dim=1)
        y = torch.cat([left, torch.relu(self.depthwise(right))], 1)
        return self.last(shuffle(2)(y))


class Cropped(nn.Module):
    """A skip connection that is cropped."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(2, 5, 3, padding=1)
        self.second = nn.Conv2d(5, 11, 3)
        self.last = nn.Conv2d(16, 3, 3)

    def forward(self, x):
        skip = torch.relu(self.first(x))
        return self.last(torch.cat([torch.relu(self.second(skip)), crop(6, 7)(skip)], 1))


def crop(height, width):
    def function(x):
        top, left = (x.shape[2] - height) // 2, (x.shape[3] - width) // 2
        return x[:, :, top:top + height, left:left + width]
    return Map(function)


def piece(start, count):
    return Map(lambda x: x[:, start:start + count])


def pad(*sides, mode="constant"):
    return Map(lambda x: nn.functional.pad(x, sides, mode))


def shuffle(groups):
    """As nn.ChannelShuffle, which has no derivative in PyTorch 1.13."""
    return Map(lambda x: x.unflatten(1, (groups, -1)).transpose(1, 2).flatten(1, 2))


def normalize(mean, std, shape=(1, -1, 1, 1)):
    constants = [torch.tensor(values, dtype=torch.float32).double().reshape(shape) for values in (mean, std)]
    return Map(lambda x: (x - constants[0]) / constants[1])


def named(**layers):
    return nn.Sequential(OrderedDict(layers))


def bilinear(scale, align=False):
    return nn.Upsample(scale_factor=scale, mode="bilinear", align_corners=align)


MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

CASES = {
    "UpsampleNearest": ((5, 4, 7), lambda: nn.Sequential(nn.Upsample(scale_factor=2))),
    "UpsampleNearestByFive": ((3, 2, 3), lambda: nn.Sequential(nn.Upsample(scale_factor=5), nn.Conv2d(3, 4, 3, padding=1))),
    "UpsampleBilinear": ((9, 5, 3), lambda: nn.Sequential(bilinear(2))),
    "UpsampleBilinearBetween": ((3, 4, 5), lambda: nn.Sequential(
        nn.Conv2d(3, 17, 3, padding=1), nn.ReLU(), bilinear(3), nn.Conv2d(17, 5, 3, padding=1))),
    "UpsampleAligned": ((6, 4, 7), lambda: nn.Sequential(bilinear(3, True))),
    "UpsampleAlignedRow": ((8, 1, 4), lambda: nn.Sequential(bilinear(4, True), nn.Conv2d(8, 3, 3, padding=1))),
    "UpsampleAlignedPixel": ((2, 1, 1), lambda: nn.Sequential(bilinear(1, True))),
    "PixelShuffleAlone": ((20, 3, 5), lambda: nn.Sequential(nn.PixelShuffle(2))),
    "PixelShuffleBetween": ((2, 4, 3), lambda: nn.Sequential(
        nn.Conv2d(2, 9, 3, padding=1), nn.PixelShuffle(3), nn.Conv2d(1, 2, 3, padding=1))),
    "ChannelShuffleByThree": ((24, 3, 4), lambda: nn.Sequential(shuffle(3))),
    "ChannelShuffleByTwo": ((22, 5, 3), lambda: nn.Sequential(shuffle(2))),
    "ChannelShuffleByNine": ((18, 2, 3), lambda: nn.Sequential(shuffle(9), nn.Conv2d(18, 4, 3, padding=1))),
    "ChannelShuffleOfFour": ((6, 3, 3), lambda: nn.Sequential(
        nn.Conv2d(6, 4, 3, padding=1), shuffle(2), nn.Conv2d(4, 4, 3, padding=1))),
    "SliceOfVectors": ((29, 3, 5), lambda: nn.Sequential(piece(8, 16))),
    "SliceWithin": ((21, 4, 3), lambda: nn.Sequential(piece(5, 11), nn.Conv2d(11, 3, 3, padding=1))),
    "SliceOfFeatures": ((3, 3, 4), lambda: nn.Sequential(nn.Flatten(), piece(7, 13))),
    "SlicesShuffled": ((3, 5, 6), Shuffled),
    "PadWithZeros": ((5, 4, 6), lambda: nn.Sequential(pad(1, 2, 3, 0))),
    "PadAndCrop": ((9, 6, 7), lambda: nn.Sequential(pad(-2, 3, 1, -3), nn.Conv2d(9, 4, 3, padding=1))),
    "PadBeforeConvolution": ((3, 6, 8), lambda: nn.Sequential(pad(0, 1, 0, 1), nn.Conv2d(3, 10, 3, stride=2))),
    "PadReflected": ((5, 4, 6), lambda: nn.Sequential(pad(3, 2, 1, 3, mode="reflect"))),
    "PadReplicated": ((4, 3, 5), lambda: nn.Sequential(
        nn.Conv2d(4, 6, 3, padding=1), pad(5, 5, 5, 5, mode="replicate"), nn.Conv2d(6, 3, 3, padding=1))),
    "PadCircular": ((10, 4, 3), lambda: nn.Sequential(pad(1, 3, 4, 2, mode="circular"))),
    "CropToCenter": ((6, 9, 8), lambda: nn.Sequential(crop(4, 5))),
    "CropBeforeConcat": ((2, 8, 9), Cropped),
    "NormalizeAlone": ((3, 7, 5), lambda: nn.Sequential(normalize(MEAN, STD))),
    "NormalizeBeforeConvolution": ((3, 9, 17), lambda: named(
        normalize=normalize((0.485, -0.456, 0.406), STD), conv=nn.Conv2d(3, 10, 3, padding=1), relu=nn.ReLU())),
    "NormalizeBetween": ((10, 3, 5), lambda: named(
        conv=nn.Conv2d(10, 9, 1), normalize=normalize(range(1, 10), (2, 1, 0.5, 3, 4, 5, 6, 7, 8)), tanh=nn.Tanh())),
    "NormalizeFeatures": ((2, 2, 1), lambda: nn.Sequential(nn.Flatten(), normalize((1, 2, 3, 4), (2, 1, 0.5, 3), (1, -1)))),
    "NormalizePadded": ((5, 4, 3), lambda: named(
        pad=pad(1, 1, 1, 1), normalize=normalize(range(1, 6), (2, 1, 0.5, 3, 4)), conv=nn.Conv2d(5, 4, 3, padding=1))),
}
