#!/usr/bin/python3
"""Writes <name>.onnx and <name>.safetensors (the same random weights) for every benchmarked network.

    export_onnx.py <folder>
"""
import json
import os
import struct
import sys

import torch

import networks


def save_safetensors(path, tensors):
    header, offset = {}, 0
    for name, tensor in tensors.items():
        size = tensor.numel() * 4
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in tensors.values():
            file.write(tensor.detach().contiguous().numpy().astype("<f4").tobytes())


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for name, shape in networks.SHAPES.items():
        torch.manual_seed(1)
        network = networks.create(name).eval()
        save_safetensors(os.path.join(folder, name + ".safetensors"), network.state_dict())
        torch.onnx.export(network, torch.zeros(1, *shape), os.path.join(folder, name + ".onnx"),
                          input_names=["input"], output_names=["output"], opset_version=13)
    print("exported", ", ".join(networks.SHAPES), "to", folder)


if __name__ == "__main__":
    main(sys.argv[1])
