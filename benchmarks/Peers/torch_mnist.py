#!/usr/bin/python3
"""Trains LeNet-5 with the sample's recipe in PyTorch and prints test accuracy and wall time.

    torch_mnist.py <folder with the IDX files> <threads> <seed> [epochs]
"""
import gzip
import math
import os
import sys
import time

# Read once, when the libraries load. BLAS stays on one thread: a second pool beside OpenMP's only slows PyTorch down.
os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[2], "1"

import numpy
import torch
from torch import nn

import networks

BATCH, RATE = 64, 2e-3


def read(folder, name, header):
    path = os.path.join(folder, name)
    opened = open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz", "rb")
    with opened as file:
        return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8, offset=header).copy())


def load(folder, part):
    images = read(folder, part + "-images-idx3-ubyte", 16).reshape(-1, 1, 28, 28).float()
    return (images / 255 - 0.1307) / 0.3081, read(folder, part + "-labels-idx1-ubyte", 8).long()


def main(folder, threads, seed, epochs):
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    images, labels = load(folder, "train")
    test_images, test_labels = load(folder, "t10k")
    network = networks.create("lenet5")
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    loss_of = nn.CrossEntropyLoss()
    steps = epochs * math.ceil(len(images) / BATCH)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    start = time.perf_counter()
    for epoch in range(epochs):
        for chosen in torch.randperm(len(images)).split(BATCH):
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(network(images[chosen]), labels[chosen])
            loss.backward()
            optimizer.step()
            schedule.step()
        with torch.no_grad():
            right = (network(test_images).argmax(1) == test_labels).sum().item()
        print(f"epoch {epoch + 1}/{epochs}: test {right / len(test_labels):.4f}", file=sys.stderr)
    print(f"accuracy {right / len(test_labels):.4f} seconds {time.perf_counter() - start:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 10)
