"""Transposed and fixed convolutions, adaptive pools, and the trainable layers of LeNet-5."""
from torch import nn

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
    "TransposeLarge": ((128, 2, 3), lambda: nn.Sequential(nn.ConvTranspose2d(128, 1, 9, stride=2, padding=3))),
    "TransposeCropped": ((2, 2, 2), lambda: nn.Sequential(nn.ConvTranspose2d(2, 3, 5, stride=4, padding=4))),
    "AdaptiveAverage": ((5, 7, 8), lambda: nn.Sequential(nn.AdaptiveAvgPool2d((3, 5)))),
    "AdaptiveMaximum": ((9, 7, 5), lambda: nn.Sequential(
        nn.Conv2d(9, 12, 3, padding=1), nn.AdaptiveMaxPool2d(4), nn.ReLU(), nn.Conv2d(12, 3, 3, padding=1))),
    "AdaptiveEnlarged": ((3, 4, 3), lambda: nn.Sequential(nn.AdaptiveAvgPool2d((6, 7)), nn.Tanh(), nn.Conv2d(3, 8, 3))),
    "AdaptiveAlongOneAxis": ((8, 9, 12), lambda: nn.Sequential(nn.AdaptiveMaxPool2d((3, 5)))),
}
