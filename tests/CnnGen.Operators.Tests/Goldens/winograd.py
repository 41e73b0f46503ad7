"""3x3 convolutions that are large enough for Winograd's method."""
from torch import nn


class Flipped(nn.Conv2d):
    def forward(self, x):
        return self._conv_forward(x, self.weight.flip(2, 3), self.bias)


CASES = {
    "WinogradAlone": ((16, 9, 11), lambda: nn.Sequential(nn.Conv2d(16, 17, 3, padding=1))),
    "WinogradUnpadded": ((19, 11, 12), lambda: nn.Sequential(nn.Conv2d(19, 16, 3, bias=False), nn.ReLU())),
    "WinogradChain": ((1, 10, 9), lambda: nn.Sequential(
        nn.Conv2d(1, 18, 3, padding=1), nn.ReLU(), nn.Conv2d(18, 26, 3, padding=2, bias=False), nn.BatchNorm2d(26), nn.SiLU(),
        nn.Conv2d(26, 16, 3))),
    "WinogradFlipped": ((17, 10, 9), lambda: nn.Sequential(Flipped(17, 16, 3, padding=1), nn.Tanh())),
}
