"""What PyTorch says, in float64, of the networks in ../Networks: writes Data/<network>.safetensors.

Run with a Python that has PyTorch 1.13 or later: python3 make_goldens.py [network ...]. Each module of this folder that is imported
below has a dictionary CASES: name -> (shape of a sample, function that makes the nn.Module with CnnGen's parameter names).
"""
import pathlib
import sys

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent.parent / "CnnGen.EndToEnd.Tests" / "Goldens"))

import random_numbers as rnd  # noqa: E402
from safetensors_file import write  # noqa: E402

import concats  # noqa: E402
import depthwise  # noqa: E402
import moves  # noqa: E402
import norms  # noqa: E402
import outputs  # noqa: E402
import residuals  # noqa: E402
import slopes  # noqa: E402
import windows  # noqa: E402
import winograd  # noqa: E402

BATCH = 3
CASES = (
    concats.CASES | depthwise.CASES | moves.CASES | norms.CASES | outputs.CASES | residuals.CASES | slopes.CASES | windows.CASES
    | winograd.CASES)


def flat(tensor):
    return tensor.detach().numpy().reshape(-1).astype(np.float32)


def double(array):
    return torch.from_numpy(array.astype(np.float64))


def initialised(name, make):
    model = make().double()
    with torch.no_grad():
        for key, p in model.state_dict().items():
            if not key.endswith("num_batches_tracked"):
                p.copy_(double(rnd.parameter(name, key, tuple(p.shape))) + (1 if key.endswith("running_var") else 0))
    return model


def golden(name, shape, make):
    x = double(rnd.uniform(f"{name}/input", (BATCH, *shape), 1.0)).requires_grad_()
    tensors = {"output": flat(initialised(name, make).eval()(x))}
    model = initialised(name, make).train()
    y = model(x)
    y.backward(double(rnd.uniform(f"{name}/dy", tuple(y.shape), 1.0)))
    tensors |= {"training.output": flat(y), "input.gradient": flat(x.grad)}
    return tensors | {f"gradient:{key}": flat(p.grad) for key, p in model.named_parameters()}


def main():
    torch.set_num_threads(1)
    (HERE / "Data").mkdir(exist_ok=True)
    for name in sys.argv[1:] or CASES:
        write(HERE / "Data" / f"{name}.safetensors", golden(name, *CASES[name]))


if __name__ == "__main__":
    main()
