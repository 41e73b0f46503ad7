"""Depthwise and separable convolutions."""
from collections import OrderedDict

from torch import nn

CASES = {
    "DepthwiseAlone": ((5, 9, 7), lambda: nn.Sequential(nn.Conv2d(5, 5, 3, padding=1, groups=5))),
    "DepthwiseStrided": ((16, 8, 11), lambda: nn.Sequential(nn.Conv2d(16, 16, 5, stride=2, padding=2, groups=16, bias=False))),
    "DepthwiseMultiplied": ((6, 7, 7), lambda: nn.Sequential(nn.Conv2d(6, 12, 3, groups=6))),
    "DepthwiseDilated": ((9, 12, 10), lambda: nn.Sequential(nn.Conv2d(9, 9, 3, padding=2, dilation=2, groups=9), nn.ReLU())),
    "DepthwiseLarge": ((9, 6, 13), lambda: nn.Sequential(nn.Conv2d(9, 9, 11, padding=5, groups=9), nn.SiLU(), nn.Conv2d(9, 3, 1))),
    "SeparableAlone": ((7, 6, 9), lambda: nn.Sequential(OrderedDict(block=nn.Sequential(OrderedDict(
        depthwise=nn.Conv2d(7, 7, 3, padding=1, groups=7), pointwise=nn.Conv2d(7, 10, 1)))))),
}
