"""Writes the C# side of the golden and the sweep networks: attributed classes and their scalar references.

python3 make_networks.py; its output is in ../Networks: two files for each group of golden networks, two for the sweep.
"""
import itertools
import pathlib

from layers import Window, csharp, pair, sequential
from networks import golden_networks
from sweep import sweep_networks, unread

FOLDER = pathlib.Path(__file__).parent.parent / "Networks"
HEADER = "// Written by Goldens/make_networks.py; change Goldens/{source}.py and run it again.\n"
WINDOWED = {"Conv2d": 1, "MaxPool2d": 0, "MinPool2d": 0, "AvgPool2d": 0}
LINE = 130


def lines_of(layers):
    """One attribute list per convolution or linear layer with what follows it."""
    line = []
    for layer in layers:
        text = layer.attribute()
        if line and (layer.kind in ("Conv2d", "Linear", "Flatten") or len(", ".join([*line, text])) > LINE):
            yield ", ".join(line)
            line = []
        line.append(text)
    yield ", ".join(line)


def class_of(network):
    layout = ", Layout = TensorLayout.ChannelsLast" if network.channels_last else ""
    rounding = f"(Rounding = {network.rounding})" if network.rounding else ""
    attributes = [f"Network{rounding}", f"Input({', '.join(map(str, network.input))}{layout})", *lines_of(network.layers)]
    return "".join(f"[{a}]\n" for a in attributes) + f"public sealed partial class {network.name};\n"


def case_of(network):
    c, h, w = network.input if len(network.input) == 3 else (*network.input, 1, 1)
    options = [f"Group = \"{network.group}\"", f"Batch = {network.batch}"]
    if network.amplitude != 1.0:
        options.append(f"Amplitude = {csharp(network.amplitude)}")
    if network.levels:
        options.append(f"Levels = {network.levels}")
    if network.loss != "CrossEntropy":
        options.append(f"Loss = LossKind.{network.loss}")
    if network.channels_last:
        options.append("ChannelsLast = true")
    if not network.steps:
        options.append("Trained = false")
    layers = "".join(f"            {layer.reference()},\n" for layer in network.resolved())
    return (f"        new NetworkCase<{network.name}>(\n            new({c}, {h}, {w}),\n{layers[:-2]})\n"
            f"        {{ {', '.join(options)} }},\n")


def check(network):
    """Fails for what the compiler would refuse."""
    for i, layer in enumerate(network.resolved()):
        if layer.kind in WINDOWED:
            shape = network.input if i == 0 else sequential(network.input, network.resolved()[:i])[1]
            kernel = pair(layer.args, WINDOWED[layer.kind])
            window = Window(kernel, layer.named, (1, 1) if layer.kind == "Conv2d" else kernel)
            for n, e, s, (before, after) in zip(shape[1:], window.extent, window.stride, window.pads):
                if window.exact and unread(n, e, s, before, after):
                    raise ValueError(f"{network.name} layer {i} ({layer.attribute()}) leaves input of size {n} unread")


def write(name, text, source):
    (FOLDER / name).write_text(HEADER.format(source=source) + text)


def write_networks(prefix, networks, source, what):
    networks = list(networks)
    for network in networks:
        check(network)
    namespace = "namespace CnnGen.EndToEnd.Tests.Networks;\n\n"
    write(f"{prefix}Networks.cs", namespace + "\n".join(class_of(n) for n in networks), source)
    write(f"{prefix}Cases.cs", "using CnnGen.EndToEnd.Tests.Reference;\n\n" + namespace
          + f"/// <summary>{what}</summary>\ninternal static class {prefix}Cases\n{{\n"
          + "    public static IReadOnlyList<NetworkCase> All { get; } =\n    [\n" + "".join(case_of(n) for n in networks) + "    ];\n}\n",
          source)
    print(f"{len(networks)} {prefix.lower()} networks")


def main():
    FOLDER.mkdir(exist_ok=True)
    for group, networks in itertools.groupby(golden_networks(), lambda network: network.group):
        write_networks(
            f"Golden{group.capitalize()}", networks, "networks", f"Networks of the group {group} whose results PyTorch computed.")
    write_networks("Sweep", sweep_networks(), "sweep", "Random networks with their scalar references.")


if __name__ == "__main__":
    main()
