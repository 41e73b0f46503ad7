"""Normalisations."""
from torch import nn

CASES = {
    "BatchNormAlone": ((5, 7, 9), lambda: nn.Sequential(nn.BatchNorm2d(5))),
    "BatchNormPlain": ((9, 3, 4), lambda: nn.Sequential(nn.BatchNorm2d(9, eps=1e-3, affine=False))),
}
