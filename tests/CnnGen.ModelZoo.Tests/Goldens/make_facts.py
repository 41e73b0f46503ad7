"""Parameters and multiply-adds of the networks in zoo.py: writes facts.tsv.

A line holds the network, its trainable parameters, its multiply-adds (convolutions and linear layers, padding taps counted) and a hash of
the sorted lines "<name> <shape>" of all parameters and buffers, shapes without trailing ones.
"""
import hashlib
import pathlib

import torch
from torch import nn

import rewrites as own
import zoo


def multiply_adds(model, shape):
    total = 0

    def count(module, inputs, output):
        nonlocal total
        if isinstance(module, own.MaskedConv2d):
            total += int(module.mask.sum()) * module.weight[0, 0].numel() * output[0, 0].numel()
        elif isinstance(module, nn.ConvTranspose2d):
            total += module.weight.numel() * inputs[0][0, 0].numel()
        elif isinstance(module, nn.Conv2d):
            total += module.weight.numel() * output[0, 0].numel()
        else:
            total += module.weight.numel() * (output[..., 0].numel())

    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear, own.Rbf)):
            module.register_forward_hook(count)
    with torch.no_grad():
        model.eval()(torch.zeros(1, *shape))
    return total


def parameters(model):
    absent = sum(int((1 - m.mask).sum()) * m.weight[0, 0].numel() for m in model.modules() if isinstance(m, own.MaskedConv2d))
    return sum(p.numel() for p in model.parameters()) - absent


def names_and_shapes(model):
    lines = sorted(f"{name} {'x'.join(map(str, zoo.squeezed(tensor.shape)))}\n" for name, tensor in zoo.tensors(model).items())
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def main():
    with open(pathlib.Path(__file__).parent / "facts.tsv", "w", encoding="utf-8", newline="\n") as file:
        for network, (shape, make) in zoo.ZOO.items():
            model = make()
            line = f"{network}\t{parameters(model)}\t{multiply_adds(model, shape)}\t{names_and_shapes(model)}"
            print(line, flush=True)
            file.write(line + "\n")


if __name__ == "__main__":
    main()
