"""Computes what PyTorch says of the golden networks, in float64, and writes it to Data/<network>.safetensors.

Run with a Python that has PyTorch 1.13 or later: python3 make_goldens.py. Nothing in it is random: a second run gives the same bytes.
Tensors above 192 elements are stored as every n-th element, with two random projections over all of them (see `summary`).
"""
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

import random_numbers as rnd
from layers import f32, sequential
from networks import golden_networks
from safetensors_file import write

FULL = 192
DATA = pathlib.Path(__file__).parent / "Data"


def summary(name, tensor):
    """`name`: the elements, or every n-th (n odd); `name.all`: length, largest, Euclidean norm, two projections."""
    flat = tensor.detach().double().numpy().reshape(-1)
    if flat.size <= FULL:
        return {name: flat.astype(np.float32)}
    step = math.ceil(flat.size / FULL) | 1
    largest, norm = np.abs(flat).max(), math.sqrt(float(flat @ flat))
    projections = [float(flat @ rnd.uniform(f"projection{i}", flat.shape, 1.0).astype(np.float64)) for i in range(2)]
    return {name: flat[::step].astype(np.float32), f"{name}.all": np.array([flat.size, largest, norm, *projections])}


def loss_of(network, out, targets):
    if network.loss == "MeanSquaredError":
        return F.mse_loss(out, targets)
    if network.loss == "BinaryCrossEntropy":
        return F.binary_cross_entropy_with_logits(out, targets)
    return F.cross_entropy(out, targets, label_smoothing=f32(0.1) if network.loss == "LabelSmoothing" else 0.0)


def inputs_of(network):
    x = rnd.uniform(f"{network.name}/input", (network.batch, *network.input), network.amplitude)
    if network.levels:
        x = np.floor(x * np.float32(network.levels) + np.float32(0.5)) / np.float32(network.levels)
    return torch.from_numpy(x.astype(np.float64))


def targets_of(network, shape):
    key = f"{network.name}/target"
    if network.loss in ("CrossEntropy", "LabelSmoothing"):
        pixels = shape[1:]
        drawn = rnd.labels(key, network.batch * math.prod(pixels), shape[0])
        return torch.from_numpy(drawn).reshape(network.batch, *pixels)
    values = rnd.uniform(key, (network.batch, *shape), 1.0)
    if network.loss == "BinaryCrossEntropy":
        values = (values > 0).astype(np.float32)
    return torch.from_numpy(values.astype(np.float64))


def initialised(network):
    model, shape = sequential(network.input, network.resolved())
    with torch.no_grad():
        for name, p in model.named_parameters():
            p.copy_(torch.from_numpy(rnd.parameter(network.name, name, tuple(p.shape)).astype(np.float64)))
    mask_weights(model)
    return model, shape


def mask_weights(model):
    """Connections that a mask removes have no weight."""
    with torch.no_grad():
        for module in model:
            if getattr(module, "mask", None) is not None:
                module.weight.mul_(module.mask)


def caller_layout(network, tensor):
    return tensor.permute(0, 2, 3, 1) if network.channels_last and tensor.dim() == 4 else tensor


OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=f32(0.05), momentum=f32(0.9), weight_decay=f32(0.01)),
    "adamw": lambda p: torch.optim.AdamW(p, lr=f32(1e-3), betas=(f32(0.9), f32(0.999)), eps=f32(1e-8), weight_decay=f32(0.01)),
}
MORE_OPTIMIZERS = {
    "nesterov": lambda p: torch.optim.SGD(p, lr=f32(0.05), momentum=f32(0.9), weight_decay=f32(0.01), nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=f32(1e-3)),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=f32(1e-3)),
}


def forward_backward(network):
    model, shape = initialised(network)
    x = inputs_of(network).requires_grad_()
    out = model(x)
    loss = loss_of(network, out, targets_of(network, shape))
    loss.backward()
    tensors = {"shapes": np.array([-1, *network.input, -1, *shape], dtype=np.float64), "loss": np.array([loss.item()])}
    tensors |= summary("output", caller_layout(network, out))
    tensors |= summary("input.gradient", caller_layout(network, x.grad))
    for name, p in model.named_parameters():
        tensors |= summary(f"{name}.gradient", p.grad)
    return tensors


def trained(network, key, make):
    model, shape = initialised(network)
    parameters = list(model.parameters())
    if not parameters or not network.steps:
        return {}
    optimizer = make(parameters)
    x, targets, losses = inputs_of(network), targets_of(network, shape), []
    for _ in range(network.steps):
        optimizer.zero_grad()
        loss = loss_of(network, model(x), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    tensors = {f"{key}.losses": np.array(losses)}
    for name, p in model.named_parameters():
        tensors |= summary(f"{name}.{key}", p)
    return tensors


def main():
    DATA.mkdir(exist_ok=True)
    torch.set_num_threads(1)
    total = 0
    for network in golden_networks():
        optimizers = OPTIMIZERS | (MORE_OPTIMIZERS if network.name == "Mlp" else {})
        tensors = forward_backward(network)
        for key, make in optimizers.items():
            tensors |= trained(network, key, make)
        path = DATA / f"{network.name}.safetensors"
        write(path, tensors)
        total += path.stat().st_size
        print(f"{network.name:24} loss {tensors['loss'][0]:.6f}  {path.stat().st_size:6} bytes")
    print(f"{total} bytes in all")


if __name__ == "__main__":
    main()
