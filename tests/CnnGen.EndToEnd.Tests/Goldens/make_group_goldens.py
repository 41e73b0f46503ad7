"""What PyTorch says, in float64, of the network in Networks/GraphNetwork.cs where groups of parameters are frozen or set apart.

Frozen parameters have requires_grad off, and a batch normalisation whose running statistics are frozen is in eval(). Writes
Data/ParameterGroups.safetensors: the first step's gradients, and parameters and buffers after a few steps. Run like make_goldens.py.
"""
from fnmatch import fnmatchcase

import torch
import torch.nn.functional as F
from torch import nn

import random_numbers as rnd
from make_goldens import DATA
from make_graph_golden import BATCH, CLASSES, initialised, flat, state
from safetensors_file import write

STEPS = 3
FROZEN = {
    "stem": ["stem.*", "bn.*"],
    "middle": ["layer1.*"],
    "norms": ["*bn*", "layer1.downsample.1.*"],
    "statistics": ["*.running_*"],
    "biases": ["*.bias"],
    "head": ["[!f]*"],
    "branch": ["b1.*", "stem.*", "bn.*"],
}
GROUPS = [("*.bias", 1.0, 0.0), ("fc.*", 10.0, None), ("layer1.*", 0.5, 0.2)]


def freeze(model, patterns):
    frozen = {name for name in model.state_dict() if any(fnmatchcase(name, pattern) for pattern in patterns)}
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name not in frozen)
    for name, module in model.named_modules():
        if isinstance(module, nn.BatchNorm2d) and f"{name}.running_mean" in frozen:
            module.eval()
    return model


def step(model, optimizer, x, labels):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(x), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


def gradients(model):
    grads = {name: p.grad for name, p in model.named_parameters() if p.grad is not None}
    return flat([grads.get(name, torch.zeros_like(p)) for name, p in model.state_dict().items() if not name.endswith("tracked")])


def thawed(x, labels):
    """A layer that joins after two steps, whose own first step is then Adam's."""
    model = initialised().train()
    optimizer = torch.optim.Adam(model.parameters(), 0.01, eps=0.01)
    for i in range(5):
        for parameter in model.fc.parameters():
            parameter.requires_grad_(i >= 2)
            parameter.grad = None
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(x), labels).backward()
        optimizer.step()
    return flat(state(model))


def main():
    x = torch.from_numpy(rnd.uniform("GraphNetwork/input", (BATCH, 3, 10, 10), 1.0)).double()
    labels = torch.from_numpy(rnd.labels("GraphNetwork/target", BATCH, CLASSES))
    tensors = {}
    for name, patterns in FROZEN.items():
        model = freeze(initialised().train(), patterns)
        optimizer = torch.optim.SGD([p for p in model.parameters() if p.requires_grad], 0.05, 0.9, weight_decay=0.01)
        for i in range(STEPS):
            step(model, optimizer, x, labels)
            if i == 0 and name in ("middle", "statistics"):
                tensors[f"{name}.gradients"] = gradients(model)
        tensors[name] = flat(state(model))
    model = initialised().train()
    settings = {}
    for pattern, scale, decay in GROUPS:
        for name, _ in model.named_parameters():
            if fnmatchcase(name, pattern):
                old = settings.get(name, (1.0, None))
                settings[name] = (scale, decay if decay is not None else old[1])
    groups = []
    for name, parameter in model.named_parameters():
        scale, decay = settings.get(name, (1.0, None))
        groups.append({"params": [parameter], "lr": 0.05 * scale, "weight_decay": 0.01 if decay is None else decay})
    optimizer = torch.optim.SGD(groups, 0.05, 0.9)
    for _ in range(STEPS):
        step(model, optimizer, x, labels)
    tensors["groups"] = flat(state(model))
    tensors["thawed"] = thawed(x, labels)
    write(DATA / "ParameterGroups.safetensors", tensors)


if __name__ == "__main__":
    main()
