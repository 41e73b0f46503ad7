"""Writes golden files."""
import json
import struct

import numpy as np


def write(path, tensors):
    """The safetensors format."""
    header, data = {}, b""
    for name, t in tensors.items():
        raw = t.tobytes()
        header[name] = {"dtype": "F32" if t.dtype == np.float32 else "F64", "shape": list(t.shape),
                        "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)
