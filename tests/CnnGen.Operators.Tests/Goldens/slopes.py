"""PReLU with a slope for each channel."""
from torch import nn

from norms import conv, seq


def slopes(channels):
    return lambda: nn.PReLU(channels)


CASES = {
    "SlopesAlone": ((5, 7, 9), seq(slopes(5))),
    "SlopesOfVector": ((11,), seq(slopes(11))),
    "SlopesOverManyPixels": ((3, 20, 21), seq(slopes(3))),
    "SlopesBetween": ((3, 6, 5), seq(conv(3, 37, 3, padding=1), slopes(37), conv(37, 8, 3), slopes(8), conv(8, 4, 3, padding=1))),
    "SlopesFlattened": ((3, 5, 4), seq(conv(3, 6, 3), nn.Flatten, slopes(36), lambda: nn.Linear(36, 5), slopes(5))),
}
