#!/usr/bin/python3
"""Times PyTorch's training step (forward, cross-entropy, backward, SGD with momentum); prints the median in ms.

    torch_step.py <network> <batch> <threads> [steps]
"""
import os
import sys
import time

# Read once, when the libraries load. BLAS stays on one thread: a second pool beside OpenMP's only slows PyTorch down.
os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[3], "1"

import torch
from torch import nn

import networks


def blas():
    """The BLAS that this process really loaded, by its file name."""
    with open("/proc/self/maps") as maps:
        files = {line.split("/")[-1].strip() for line in maps if "blas" in line.lower()}
    return ", ".join(sorted(files)) or "none"


def main(name, batch, threads, steps):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    network = networks.create(name)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9)
    loss_of = nn.CrossEntropyLoss()
    inputs = torch.randn(batch, *networks.shape(name))
    labels = torch.randint(0, 10, (batch,))
    times = []
    warm_up = min(steps, 10)
    for step in range(steps + warm_up):
        start = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(network(inputs), labels)
        loss.backward()
        optimizer.step()
        loss.item()
        if step >= warm_up:
            times.append(time.perf_counter() - start)
    times.sort()
    print(f"torch {torch.__version__} blas: {blas()}", file=sys.stderr)
    print(f"{1000 * times[len(times) // 2]:.4f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 100)
