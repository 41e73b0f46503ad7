"""Computes what PyTorch says of losses, optimizers, clipping and schedules, in float64, and writes it to Data/training.safetensors.

Run with a Python that has PyTorch 1.13 or later: python3 make_training.py. Nothing in it is random: a second run gives the same bytes.
Names say what the tests in Training/ call their cases.
"""
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler as lr

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "CnnGen.EndToEnd.Tests" / "Goldens"))
import random_numbers as rnd  # noqa: E402
from safetensors_file import write  # noqa: E402

TENSORS = {}
STEPS = 6


def drawn(name, shape, bound=2.0):
    """Numbers that the tests read back as float32."""
    TENSORS[name] = rnd.uniform(f"training/{name}", shape, bound)
    return torch.from_numpy(TENSORS[name]).double()


def lion(parameters, rate=1e-4, beta1=0.9, beta2=0.99, decay=0.0):
    """Chen et al. 2023, algorithm 2."""
    moments = [torch.zeros_like(p) for p in parameters]

    def step():
        with torch.no_grad():
            for p, m in zip(parameters, moments):
                update = (beta1 * m + (1 - beta1) * p.grad).sign()
                p -= rate * (update + decay * p)
                m.copy_(beta2 * m + (1 - beta2) * p.grad)
    return step


OPTIMIZERS = {
    "Sgd": lambda p: torch.optim.SGD(p, 0.1, 0.9, weight_decay=0.05, nesterov=True).step,
    "Adam": lambda p: torch.optim.Adam(p, 0.02, (0.8, 0.95), 1e-3, 0.1).step,
    "Adam amsGrad": lambda p: torch.optim.Adam(p, 0.02, (0.8, 0.95), 1e-3, 0.1, amsgrad=True).step,
    "AdamW": lambda p: torch.optim.AdamW(p, 0.02, (0.8, 0.95), 1e-3, 0.1).step,
    "AdamW amsGrad": lambda p: torch.optim.AdamW(p, 0.02, (0.8, 0.5), 1e-8, 0.1, amsgrad=True).step,
    "RmsProp": lambda p: torch.optim.RMSprop(p, 0.02, 0.9, 1e-3, 0.1, 0.7, centered=True).step,
    "Lion": lambda p: lion(p),
    "Lion decay": lambda p: lion(p, 0.01, 0.8, 0.95, 0.5),
}


def optimizers():
    start, gradients = drawn("optimizer/weights", (10,)), drawn("optimizer/gradients", (STEPS, 10))
    for name, make in OPTIMIZERS.items():
        parameter = torch.nn.Parameter(start.clone())
        step, rows = make([parameter]), []
        for gradient in gradients:
            parameter.grad = gradient.clone()
            step()
            rows.append(parameter.detach().numpy().copy())
        TENSORS[f"optimizer/{name}"] = np.stack(rows)
    for limit in (0.7, 100.0):
        parameter = torch.nn.Parameter(start.clone())
        parameter.grad = gradients[0].clone()
        norm = torch.nn.utils.clip_grad_norm_([parameter], limit)
        TENSORS[f"clip/{limit:g}"] = np.array([norm.item(), *parameter.grad.numpy()])


def focal(x, t, gamma, alpha):
    """torchvision.ops.sigmoid_focal_loss, reduction mean."""
    p = torch.sigmoid(x)
    entropy = F.binary_cross_entropy_with_logits(x, t, reduction="none")
    loss = entropy * (1 - (p * t + (1 - p) * (1 - t))) ** gamma
    return (loss if alpha is None else (alpha * t + (1 - alpha) * (1 - t)) * loss).mean()


def dice(x, t, smoothing):
    """Over the pixels of each class and sample; softmax over classes, of one class the sigmoid."""
    p = torch.sigmoid(x) if x.shape[1] == 1 else F.softmax(x, 1)
    axes = (2, 3)
    return (1 - (2 * (p * t).sum(axes) + smoothing) / (p.sum(axes) + t.sum(axes) + smoothing)).mean()


def cosine(x, t):
    rows = [tensor.movedim(1, -1).reshape(-1, tensor.shape[1]) for tensor in (x, t)]
    return F.cosine_embedding_loss(*rows, torch.ones(len(rows[0]), dtype=torch.float64))


def losses():
    vector, pixels, single = drawn("loss/Ten", (4, 10)), drawn("loss/Map", (3, 3, 3, 7)), drawn("loss/One", (2, 1, 3, 7))
    classes, marks = torch.tensor([3, 0, 9, 5]), torch.from_numpy(rnd.labels("training/loss/labels", 63, 3)).reshape(3, 3, 7)
    ones = torch.from_numpy(rnd.labels("training/loss/ones", 42, 2)).reshape(2, 3, 7)
    holes = marks.clone()
    holes[:, 1, 2:6] = 255
    for name, labels in (("Ten", classes), ("Map", marks), ("One", ones), ("Holes", holes)):
        TENSORS[f"labels/{name}"] = labels.numpy().astype(np.float32)
    weights = {"Ten": drawn("weights/Ten", (10,)).abs(), "Map": drawn("weights/Map", (3,)).abs()}
    for name, value in weights.items():
        TENSORS[f"weights/{name}"] = value.numpy().astype(np.float32)
    targets = {"Ten": drawn("targets/Ten", (4, 10)), "Map": drawn("targets/Map", (3, 3, 3, 7))}
    shares = {name: (t / 4 + 0.5).float().double() for name, t in targets.items()}
    for name, value in shares.items():
        TENSORS[f"shares/{name}"] = value.numpy().astype(np.float32)
    bits = (shares["Ten"] > 0.5).double()
    TENSORS["labels/bits"] = bits.numpy().astype(np.float32)
    one_hot = F.one_hot(marks, 3).movedim(-1, 1).double()
    entropy = F.cross_entropy
    cases = {
        "weights": (vector, lambda x: entropy(x, classes, weights["Ten"])),
        "weights of pixels": (pixels, lambda x: entropy(x, marks, weights["Map"], label_smoothing=0.125)),
        "ignored": (pixels, lambda x: entropy(x, holes, ignore_index=255)),
        "everything": (pixels, lambda x: entropy(x, holes, weights["Map"], ignore_index=255, label_smoothing=0.25)),
        "ignored class": (pixels, lambda x: entropy(x, marks, weights["Map"], ignore_index=1)),
        "weights of probabilities": (pixels, lambda x: entropy(x, shares["Map"], weights["Map"], label_smoothing=0.125)),
        "huber": (vector, lambda x: F.huber_loss(x, targets["Ten"])),
        "huber delta": (pixels, lambda x: F.huber_loss(x, targets["Map"], delta=0.25)),
        "focal": (vector, lambda x: focal(x, bits, 2.0, 0.25)),
        "focal shares": (pixels, lambda x: focal(x, shares["Map"], 0.5, None)),
        "focal zero": (vector, lambda x: focal(x, shares["Ten"], 0.0, 0.75)),
        "dice": (pixels, lambda x: dice(x, one_hot, 1.0)),
        "dice shares": (pixels, lambda x: dice(x, shares["Map"], 0.5)),
        "dice one": (single, lambda x: dice(x, ones[:, None].double(), 1.0)),
        "cosine": (vector, lambda x: cosine(x, targets["Ten"])),
        "cosine of pixels": (pixels, lambda x: cosine(x, targets["Map"])),
    }
    for name, (scores, loss_of) in cases.items():
        x = scores.clone().requires_grad_()
        loss = loss_of(x)
        loss.backward()
        TENSORS[f"loss/{name}"] = np.array([loss.item(), *x.grad.numpy().reshape(-1)])


def rates(rate, make, steps, metrics=None):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], rate)
    scheduler, values = make(optimizer), []
    for i in range(steps):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if i + 1 < steps:
            scheduler.step(*([metrics[i]] if metrics is not None else []))
    return np.array(values)


def schedules():
    metrics = [1.0, 0.9, 0.9, 0.9, 0.89999, 0.91, 0.95, 0.5, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.4, 0.5, 0.5, 0.5]
    TENSORS["metrics"] = np.array(metrics)
    cases = {
        "step": (0.5, lambda o: lr.StepLR(o, 7, 0.3), 30),
        "milestones": (0.5, lambda o: lr.MultiStepLR(o, [3, 10, 11], 0.2), 20),
        "linear": (0.5, lambda o: lr.LinearLR(o, 0.1, 0.8, 9), 15),
        "cosine": (0.5, lambda o: lr.CosineAnnealingLR(o, 20, 0.05), 21),
        "one cycle": (0.5, lambda o: lr.OneCycleLR(o, 0.5, total_steps=40), 40),
        "one cycle settings": (0.5, lambda o: lr.OneCycleLR(o, 0.5, total_steps=25, pct_start=0.5, div_factor=10, final_div_factor=20), 25),
        "polynomial": (0.5, lambda o: lr.PolynomialLR(o, 15, 2.0), 20),
        "chained": (0.5, lambda o: lr.SequentialLR(o, [lr.LinearLR(o, 0.1, 1.0, 5), lr.StepLR(o, 4, 0.5)], [5]), 20),
    }
    for name, (rate, make, steps) in cases.items():
        TENSORS[f"schedule/{name}"] = rates(rate, make, steps)
    plateau = {
        "plateau": lambda o: lr.ReduceLROnPlateau(o, patience=2),
        "plateau settings": lambda o: lr.ReduceLROnPlateau(o, "max", 0.5, 1, 0.01, cooldown=3, min_lr=0.1),
    }
    for name, make in plateau.items():
        TENSORS[f"schedule/{name}"] = rates(0.5, make, len(metrics) + 1, metrics)


def main():
    optimizers()
    losses()
    schedules()
    path = pathlib.Path(__file__).parent / "Data" / "training.safetensors"
    write(path, {name: np.ascontiguousarray(value) for name, value in TENSORS.items()})


if __name__ == "__main__":
    main()
