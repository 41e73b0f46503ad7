"""Draws PNG images of rows and of columns, in two folders of the folder that is named, for whoever trains on images in folders."""
import pathlib
import random
import struct
import sys
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write(path, width, height, color):
    rows = b"".join(b"\0" + b"".join(bytes(color(x, y)) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


draw = random.Random(7)
for name in ["columns", "rows"]:
    folder = pathlib.Path(sys.argv[1]) / name
    folder.mkdir(parents=True)
    for i in range(24):
        width, height, step = draw.randrange(64, 120), draw.randrange(64, 120), draw.randrange(6, 16)
        light, dark = [[draw.randrange(low, low + 90) for _ in range(3)] for low in (150, 10)]
        write(folder / f"{i}.png", width, height, lambda x, y: light if (x if name == "columns" else y) // step % 2 else dark)
