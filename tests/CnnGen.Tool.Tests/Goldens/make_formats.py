"""Writes the files of tensors that the tests read, and what is in them (expected.safetensors, doubles).

Needs PyTorch and NumPy (Debian: python3-torch). The same bytes each time, but for the zip files' times. With an argument, checks
that torch.load and numpy.load read what CnnGen wrote: make_formats.py check written.pt written.npz
"""
import collections
import json
import os
import struct
import sys
import zipfile

import numpy as np
import torch

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Formats")
expected = {}


def path(name):
    return os.path.join(FOLDER, name)


def expect(file, tensors):
    for name, tensor in tensors.items():
        values = tensor.detach().to(torch.float64).numpy() if torch.is_tensor(tensor) else np.asarray(tensor, np.float64)
        expected[f"{file}:{name}"] = values


def write_expected():
    header, data = {}, b""
    for name, values in expected.items():
        raw = np.ascontiguousarray(values, "<f8").tobytes()
        header[name] = {"dtype": "F64", "shape": list(values.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path("expected.safetensors"), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def rewrite(source, target, change=lambda name, data: data, more=(), **options):
    """The same entries, changed, through another writer of zip files."""
    with zipfile.ZipFile(path(source)) as old, zipfile.ZipFile(path(target), "w") as new:
        for entry in old.infolist():
            with new.open(entry.filename, "w", **options) as out:
                out.write(change(entry.filename, old.read(entry)))
        for name, data in more:
            new.writestr(name, data)


def tensors():
    torch.manual_seed(1)
    shared = torch.arange(24, dtype=torch.float32)
    flat = torch.randn(40)
    return collections.OrderedDict([
        ("float", torch.randn(2, 3, 2, 2)),
        ("parameter", torch.nn.Parameter(torch.randn(5))),
        ("half", torch.randn(7).half()),
        ("brain", torch.randn(7).bfloat16()),
        ("double", torch.randn(3, 2).double()),
        ("long", torch.tensor([-(2 ** 40), 0, 2 ** 40])),
        ("int", torch.tensor([-3, 4], dtype=torch.int32)),
        ("short", torch.tensor([-3, 4], dtype=torch.int16)),
        ("char", torch.tensor([-3, 4], dtype=torch.int8)),
        ("byte", torch.tensor([3, 200], dtype=torch.uint8)),
        ("bool", torch.tensor([True, False, True])),
        ("scalar", torch.tensor(2.5)),
        ("empty", torch.zeros(0, 3)),
        ("transposed", torch.randn(4, 3).t()),
        ("permuted", torch.randn(2, 3, 4).permute(2, 0, 1)),
        ("channels_last", torch.randn(2, 3, 4, 5).to(memory_format=torch.channels_last)),
        ("first.part", shared[:12].view(3, 4)),
        ("second.part", shared[12:].view(3, 4)),
        ("every.second", shared[1::2]),
        ("slice", flat[8:20]),
        ("tied.a", flat),
        ("tied.b", flat),
        ("größe", torch.tensor([1.0])),
    ])


class Evil:
    def __reduce__(self):
        return os.system, ("touch a-pickle-ran-this",)


def torch_files():
    state = tensors()
    for file in "state.pt", "zip64.pt", "big.pt":
        expect(file, state)
    torch.save(state, path("state.pt"))
    rewrite("state.pt", "zip64.pt", force_zip64=True)

    def swap(name, data):
        index = name.split("/data/")
        if len(index) == 1:
            return data
        return np.frombuffer(data, f"u{order[index[1]]}").byteswap().tobytes()

    # Storages are numbered in the order in which the pickle first names them.
    order, seen = {}, {}
    for tensor in state.values():
        key = tensor.storage().data_ptr()
        if key not in seen or tensor.numel() == 0:
            seen[key] = order[str(len(order))] = tensor.element_size()
    rewrite("state.pt", "big.pt", swap, [(zipfile.ZipInfo("state/byteorder"), "big")])

    model = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2))
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.randn(1, 1, 5, 5)).sum().backward()
    optimizer.step()
    torch.save({"epoch": 3, "loss": 0.5, "state_dict": model.state_dict(), "optimizer": optimizer.state_dict()}, path("checkpoint.pth"))
    expect("checkpoint.pth", model.state_dict())
    torch.save(model.state_dict(), path("protocol4.pt"), pickle_protocol=4)
    expect("protocol4.pt", model.state_dict())
    torch.save(torch.arange(3.0), path("single.pt"))
    expect("single.pt", {"tensor": torch.arange(3.0)})

    torch.save(model, path("module.pt"))
    torch.save({"a": torch.zeros(1).expand(1000)}, path("expanded.pt"))
    torch.save({"a": Evil()}, path("evil.pt"))
    torch.save(model.state_dict(), path("legacy.pt"), _use_new_zipfile_serialization=False)


def numpy_files():
    arrays = {
        "float": np.arange(6, dtype="<f4").reshape(2, 3) / 7,
        "big": np.arange(6, dtype=">f4").reshape(2, 3) / 7,
        "half": np.arange(4, dtype="f2") / 3,
        "double": np.arange(4, dtype="f8") / 3,
        "fortran": np.asfortranarray(np.arange(24, dtype="f4").reshape(2, 3, 4)),
        "fortran_big": np.asfortranarray(np.arange(6, dtype=">i4").reshape(2, 3)),
        "scalar": np.float32(2.5),
        "empty": np.zeros((0, 3), "f4"),
        "bool": np.array([True, False]),
        "uint64": np.array([1, 2 ** 50], "u8"),
        "int8": np.array([-1, 1], "i1"),
        "layer.0/weight": np.arange(3, dtype="f4"),
    }
    for file, save in ("arrays.npz", np.savez), ("compressed.npz", np.savez_compressed):
        save(path(file), **arrays)
        expect(file, arrays)
    np.save(path("array.npy"), arrays["fortran"])
    expect("array.npy", {"array": arrays["fortran"]})
    with open(path("version2.npy"), "wb") as file:
        np.lib.format.write_array(file, arrays["double"], version=(2, 0))
    expect("version2.npy", {"array": arrays["double"]})
    np.savez(path("objects.npz"), a=np.array([{}, []], dtype=object))
    np.savez(path("text.npz"), a=np.array(["a", "b"]))


def check(torch_file, numpy_file):
    state = tensors()
    read = torch.load(torch_file)
    assert list(read) == list(state), list(read)
    for name, tensor in state.items():
        assert read[name].dtype == tensor.dtype and torch.equal(read[name], tensor), name
    arrays = np.load(numpy_file)
    for name, tensor in state.items():
        wide = tensor.detach().float() if tensor.dtype == torch.bfloat16 else tensor.detach()
        assert arrays[name].dtype == wide.numpy().dtype and np.array_equal(arrays[name], wide.numpy()), name
    print("all equal")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        check(*sys.argv[2:])
    else:
        os.makedirs(FOLDER, exist_ok=True)
        torch_files()
        numpy_files()
        write_expected()
