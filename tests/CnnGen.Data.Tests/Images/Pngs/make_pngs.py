"""Writes a small PNG of every colour type and bit depth, its rows filtered in turn with all five filters, and the RGB bytes to expect.

Run in this folder; needs Python alone.
"""
import random
import struct
import zlib

WIDTH, HEIGHT = 7, 11
CHANNELS = {"gray": 1, "rgb": 3, "palette": 1, "grayalpha": 2, "rgba": 4}
COLOR_TYPE = {"gray": 0, "rgb": 2, "palette": 3, "grayalpha": 4, "rgba": 6}
DEPTHS = {"gray": [1, 2, 4, 8, 16], "rgb": [8, 16], "palette": [1, 2, 4, 8], "grayalpha": [8, 16], "rgba": [8, 16]}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pack(samples, depth):
    bits = "".join(format(sample, f"0{depth}b") for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    return min((a, b, c), key=lambda value: abs(a + b - c - value))


def filtered(kind, row, above, step):
    left = bytes(step) + row
    corner = bytes(step) + above
    expected = {
        0: lambda i: 0,
        1: lambda i: left[i],
        2: lambda i: above[i],
        3: lambda i: (left[i] + above[i]) // 2,
        4: lambda i: paeth(left[i], above[i], corner[i]),
    }[kind]
    return bytes([kind]) + bytes((row[i] - expected(i)) % 256 for i in range(len(row)))


def level(sample, depth):
    return sample >> 8 if depth == 16 else sample * 255 // (2 ** depth - 1)


def color(kind, depth, samples, palette):
    """Without alpha, as PIL's convert("RGB")."""
    if kind == "palette":
        return palette[samples[0]]
    levels = [level(sample, depth) for sample in samples]
    return (levels * 3)[:3]


def make(kind, depth):
    draw = random.Random(f"{kind}{depth}")
    palette = [[draw.randrange(256) for _ in range(3)] for _ in range(min(2 ** depth, 200))]
    alphas = [draw.randrange(256) for _ in range(len(palette) // 2)]
    count = len(palette) if kind == "palette" else 2 ** depth
    step = max(1, CHANNELS[kind] * depth // 8)
    above, raw, rgb = None, b"", []
    for y in range(HEIGHT):
        pixels = [[draw.randrange(count) for _ in range(CHANNELS[kind])] for _ in range(WIDTH)]
        row = pack([sample for pixel in pixels for sample in pixel], depth)
        raw += filtered((y + 1) % 5, row, above or bytes(len(row)), step)
        above = row
        for pixel in pixels:
            rgb += color(kind, depth, pixel[:1] if kind.startswith("gray") else pixel, palette)
    data = zlib.compress(raw)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, COLOR_TYPE[kind], 0, 0, 0)), (b"tEXt", b"Comment\0test")]
    if kind == "palette":
        chunks += [(b"PLTE", bytes(sum(palette, []))), (b"tRNS", bytes(alphas))]
    chunks += [(b"IDAT", data[:10]), (b"IDAT", data[10:]), (b"IEND", b"")]
    with open(f"{kind}{depth}.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*item) for item in chunks))
    with open(f"{kind}{depth}.rgb", "wb") as file:
        file.write(bytes(rgb))


for name, depths in DEPTHS.items():
    for bits in depths:
        make(name, bits)
