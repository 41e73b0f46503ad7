"""What PyTorch says, in float64, of the networks in zoo.py: writes Data/<network>.safetensors.

Run with a Python that has torchvision 0.14 or later: python3 make_outputs.py [network ...]. A file holds about 150 elements of the output,
evenly taken, their distance, and the exponents of zoo.level_norms.
"""
import pathlib
import sys

import numpy as np
import torch

import zoo
from safetensors_file import write

HERE = pathlib.Path(__file__).parent
ELEMENTS = 150


def golden(network, shape, make):
    model = zoo.filled(network, make)
    exponents = zoo.level_norms(model)
    x = torch.from_numpy(zoo.rnd.uniform(f"{network}/input", (1, *shape), 1.0).astype(np.float64))
    with torch.no_grad():
        y = model(x).numpy().reshape(-1).astype(np.float32)
    distance = max(1, y.size // ELEMENTS) | 1
    print(network, f"{y.size} elements from {y.min():.3g} to {y.max():.3g}", flush=True)
    return {"output": y[::distance], "distance": np.float32([distance]), "exponents": np.float32(exponents())}


def main():
    (HERE / "Data").mkdir(exist_ok=True)
    for network in sys.argv[1:] or zoo.ZOO:
        write(HERE / "Data" / f"{network}.safetensors", golden(network, *zoo.ZOO[network]))


if __name__ == "__main__":
    main()
