"""Random small networks with every operator and option, for the comparison of compiled code with the scalar reference."""
import math

import random_numbers as rnd
from layers import ACTIVATIONS, SAME, Avg, Conv, Dropout, Flatten, Layer, Linear, LogSoftmax, Max, Min, Softmax, Window, pair, sequential
from networks import CEIL, CIRCULAR, FLOOR, REFLECT, REPLICATE, SPLIT, Network

COUNT = 80
MAX_MULTIPLY_ADDS = 60_000


class Draw:
    def __init__(self, text):
        self.bits = iter(rnd.bits(text, 10_000))

    def below(self, n):
        return int(next(self.bits) >> rnd.np.uint64(33)) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def choice(self, items):
        return items[self.below(len(items))]


def fits(window, size, is_pool):
    """The network compiles without error or warning."""
    for n, k, e, s, d, (before, after) in zip(size, window.kernel, window.extent, window.stride, window.dilation, window.pads):
        if n + before + after < e or (max(before, after) > k // 2 if is_pool else max(before, after) >= e and e > 1):
            return False
        if e == 1 and max(before, after) > 0:
            return False
        if window.exact and unread(n, e, s, before, after):
            return False
        if window.same and s > 1:
            return False
    return True


def unread(n, extent, stride, before, after):
    """CNN202."""
    rest = (n + before + after - extent) % stride
    return max(0, rest - after) > max(0, stride - extent)


def by_axis(draw, name, both, height, width, named):
    if draw.chance(30):
        named[name + "Height"], named[name + "Width"] = height, width
    elif both is not None:
        named[name] = both


def window_arguments(draw, named, kernel, is_pool):
    by_axis(draw, "Stride", draw.choice([None, 1, 1, 2, 3]), draw.between(1, 3), draw.between(1, 2), named)
    limit = [k // 2 if is_pool else k - 1 for k in kernel]
    if draw.chance(20):
        for side, most in zip(("Top", "Bottom", "Left", "Right"), (limit[0], limit[0], limit[1], limit[1])):
            if draw.chance(60):
                named["Padding" + side] = draw.between(0, most)
    else:
        by_axis(draw, "Padding", draw.choice([None, min(limit), draw.between(0, min(limit))]),
                draw.between(0, limit[0]), draw.between(0, limit[1]), named)
    if draw.chance(35):
        named["Rounding"] = draw.choice([FLOOR, FLOOR, CEIL])


def kernel_of(draw, largest):
    k = draw.choice([1, 2, 3, 3, 3, 4, 5])
    return (min(k, largest),) if draw.chance(70) else (draw.between(1, min(4, largest)), draw.between(1, min(5, largest)))


def convolution(draw, channels, size):
    kernel = kernel_of(draw, 5)
    named = {}
    groups = 1
    out = draw.choice([1, 2, 3, 5, 7, 8, 9, 12, 13, 16, 17, 24, 25, 33])
    divisors = [g for g in range(2, channels + 1) if channels % g == 0]
    if divisors and draw.chance(35):
        groups = draw.choice([divisors[-1], draw.choice(divisors)])
        out = groups * draw.choice([1, 1, 2, 3])
        named["Groups"] = groups
    window_arguments(draw, named, kernel if len(kernel) == 2 else kernel * 2, False)
    if draw.chance(20) and not any(k.startswith(("Stride", "Padding")) for k in named):
        named["Padding"] = SAME
    if draw.chance(25):
        by_axis(draw, "Dilation", 2, draw.between(1, 2), draw.between(1, 3), named)
    if named.get("Rounding") != CEIL and any(k.startswith("Padding") for k in named) and draw.chance(50):
        named["PaddingMode"] = draw.choice([REFLECT, REPLICATE, CIRCULAR])
    if draw.chance(20):
        named["Bias"] = False
    if draw.chance(15):
        named["Mode"] = "ConvMode.Convolution"
    if groups == 1 and 1 < channels <= 20 and draw.chance(10):
        named["InputMasks"] = [draw.between(1, (1 << channels) - 1) for _ in range(out)]
    window = Window(pair((out, *kernel), 1), named, (1, 1))
    if named.get("PaddingMode") == REFLECT and any(max(p) >= n for p, n in zip(window.pads, size)):
        return None
    if named.get("PaddingMode") == CIRCULAR and any(max(p) > n for p, n in zip(window.pads, size)):
        return None
    return Conv(out, *kernel, **named) if fits(window, size, False) else None


def pool(draw, channels, size):
    kind = draw.choice([Max, Max, Min, Avg])
    kernel = kernel_of(draw, 4)
    both = kernel if len(kernel) == 2 else kernel * 2
    named = {}
    window_arguments(draw, named, both, True)
    if kind is Avg:
        if draw.chance(40):
            named["CountIncludePad"] = False
    else:
        if draw.chance(25):
            by_axis(draw, "Dilation", 2, draw.between(1, 2), draw.between(1, 2), named)
        if draw.chance(35):
            named["Ties"] = SPLIT
    return kind(*kernel, **named) if fits(Window(both, named, both), size, True) else None


def layer(draw, shape):
    if len(shape) == 1:
        kind = draw.below(10)
        if kind < 4:
            named = {"Bias": False} if draw.chance(20) else {}
            return Linear(draw.choice([1, 2, 3, 5, 8, 13, 16, 24, 31, 50]), **named)
        return Softmax if kind == 4 else LogSoftmax if kind == 5 else draw.choice(list(ACTIVATIONS.values()))
    kind = draw.below(20)
    if kind < 9:
        return convolution(draw, shape[0], shape[1:])
    if kind < 12:
        return pool(draw, shape[0], shape[1:])
    if kind < 17:
        return draw.choice(list(ACTIVATIONS.values()))
    return (Softmax, LogSoftmax, Dropout(0.0))[kind - 17]


def multiply_adds(shape, item, out):
    if item.kind == "Conv2d":
        return math.prod(out) * shape[0] // item.named.get("Groups", 1) * math.prod(pair(item.args, 1))
    return shape[0] * out[0] if item.kind == "Linear" else 0


def draw_network(name):
    draw = Draw(name)
    vector = draw.chance(8)
    shape = first = (draw.between(1, 40),) if vector else (draw.choice([1, 2, 3, 3, 4, 5, 8, 9, 16]), draw.between(1, 11), draw.between(1, 11))
    layers, cost = [], 0
    flatten_at = draw.between(2, 7)
    length = draw.between(2, 8)
    while len(layers) < length:
        item = Flatten if len(layers) == flatten_at and len(shape) == 3 else layer(draw, shape)
        if item is None or item.kind == "Softmax" and math.prod(shape) == 1:
            continue
        out = sequential(shape, [item])[1]
        cost += multiply_adds(shape, item, out)
        if cost > MAX_MULTIPLY_ADDS or math.prod(out) > 3_000:
            break
        shape = out
        layers.append(item)
    return Network(name, first, tuple(layers), group="sweep", batch=2, amplitude=2.0, channels_last=not vector and draw.chance(15))


def sweep_networks():
    number = 0
    while number < COUNT:
        network = draw_network(f"Sweep{number:02}")
        if network.layers:
            yield network
        number += 1
