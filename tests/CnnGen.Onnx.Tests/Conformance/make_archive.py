#!/usr/bin/env python3
"""Collects ONNX's own single-operator tests (Debian packages libonnx-testdata and python3-onnx) into Data/operators.zip.

Taken are the tests whose models consist of operators that networks are made of. Left out are tests above 200 kB, which are the same
operators once more on larger tensors."""

import glob
import os
import zipfile

import onnx

ROOT = "/usr/share/libonnx-testdata/data"
MOST_BYTES = 200_000

CONCERNED = set(
    """Conv ConvTranspose MaxPool AveragePool GlobalAveragePool GlobalMaxPool LpPool GlobalLpPool BatchNormalization
    InstanceNormalization LayerNormalization GroupNormalization LRN Gemm MatMul Add Sub Mul Div Sum Clip Relu LeakyRelu PRelu Elu Selu
    Celu Sigmoid Tanh HardSigmoid HardSwish Softplus Softsign Mish Gelu ThresholdedRelu Softmax LogSoftmax Concat Slice Split Resize
    Upsample DepthToSpace SpaceToDepth Pad Flatten Reshape Transpose Squeeze Unsqueeze ReduceMean Identity Dropout""".split()
)
BESIDE = {"Constant", "Shape", "Gather", "Cast", "ConstantOfShape"}


def main():
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Data", "operators.zip")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for model in sorted(glob.glob(f"{ROOT}/*/*/model.onnx")):
            used = {node.op_type for node in onnx.load(model).graph.node}
            folder = os.path.dirname(model)
            files = sorted(file for file in glob.glob(folder + "/**", recursive=True) if os.path.isfile(file))
            if used & CONCERNED and used <= CONCERNED | BESIDE and sum(map(os.path.getsize, files)) <= MOST_BYTES:
                for file in files:
                    entry = zipfile.ZipInfo(os.path.relpath(file, ROOT), (1980, 1, 1, 0, 0, 0))
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    with open(file, "rb") as data:
                        archive.writestr(entry, data.read())


if __name__ == "__main__":
    main()
