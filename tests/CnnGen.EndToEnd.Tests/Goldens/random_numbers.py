"""Reproducible numbers, the same in Python and C# (SplitMix.cs): no weights or inputs need to be stored."""
import math

import numpy as np

GAMMA = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def seed_of(text):
    """FNV-1a, 64 bits."""
    h = 0xCBF29CE484222325
    for byte in text.encode():
        h = (h ^ byte) * 0x100000001B3 & MASK
    return h


def bits(text, count):
    """SplitMix64 with the seed that the text gives."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed_of(text)) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GAMMA)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def uniform(text, shape, bound):
    """float32 values in [-bound, bound)."""
    unit = (bits(text, math.prod(shape)) >> np.uint64(40)).astype(np.float64) * 2.0**-23 - 1
    return (unit * bound).astype(np.float32).reshape(shape)


def labels(text, count, classes):
    return ((bits(text, count) >> np.uint64(33)) % np.uint64(classes)).astype(np.int64)


def parameter(network, name, shape):
    """A weight with variance 1 / fan-in; biases and slopes in [-0.5, 0.5)."""
    bound = math.sqrt(3.0 / math.prod(shape[1:])) if len(shape) > 1 else 0.5
    return uniform(f"{network}/{name}", shape, bound)
