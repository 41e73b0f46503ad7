"""Concatenations whose parts are written in place."""
import torch
from torch import nn


class InPlace(nn.Module):
    def __init__(self):
        super().__init__()
        for name, module in {"0": nn.Conv2d(16, 8, 1), "2": nn.Conv2d(16, 16, 3, padding=1, bias=False), "3": nn.BatchNorm2d(16),
                             "b4": nn.Conv2d(16, 5, 3, padding=1), "8": nn.Conv2d(45, 6, 3, padding=1)}.items():
            self.add_module(name, module)

    def forward(self, x):
        m = self._modules
        parts = [torch.relu(m["0"](x)), torch.tanh(m["3"](m["2"](x))), nn.functional.max_pool2d(x, 3, 1, 1), m["b4"](x)]
        return m["8"](torch.cat(parts, 1))


class Partly(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c, self.d = nn.Conv2d(3, 8, 3, padding=1), nn.Conv2d(8, 5, 1), nn.Conv2d(8, 8, 1), nn.Conv2d(3, 24, 1)

    def forward(self, x):
        a = self.a(x)
        return torch.sigmoid(torch.cat([self.d(x), a, self.b(a), self.c(a)], 1))


CASES = {
    "ConcatInPlace": ((16, 10, 11), InPlace),
    "ConcatPartly": ((3, 6, 7), Partly),
}
