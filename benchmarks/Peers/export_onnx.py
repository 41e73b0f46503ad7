#!/usr/bin/python3
"""Writes <network>.onnx and <network>.safetensors with the same random weights, unless they are there.

    export_onnx.py <folder> <network ...>
"""
import pathlib
import sys

import torch

import networks

sys.path.append(str(pathlib.Path(__file__).parent.parent.parent / "tests" / "CnnGen.EndToEnd.Tests" / "Goldens"))

from safetensors_file import write  # noqa: E402


def tensors(name, network):
    if name in networks.SMALL:
        return network.state_dict()
    import zoo
    return zoo.tensors(network)


def main(folder, names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        onnx, weights = folder / f"{name}.onnx", folder / f"{name}.safetensors"
        if onnx.exists() and weights.exists():
            continue
        torch.manual_seed(1)
        network = networks.create(name).eval()
        write(weights, {key: tensor.numpy() for key, tensor in tensors(name, network).items()})
        torch.onnx.export(network, torch.zeros(1, *networks.shape(name)), str(onnx),
                          input_names=["input"], output_names=["output"], opset_version=13)
        print("exported", name)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
