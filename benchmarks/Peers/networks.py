"""The benchmarked networks: small ones as torch.nn.Sequential with the C# classes' layers, indices and names, and those of the zoo."""
import pathlib
import sys

from torch import nn

sys.path.append(str(pathlib.Path(__file__).parent.parent.parent / "tests" / "CnnGen.ModelZoo.Tests" / "Goldens"))

SMALL = {
    "ball": (1, 16, 16),
    "pedestrian": (1, 36, 18),
    "lenet5": (1, 28, 28),
    "smallvgg": (1, 28, 28),
    "conv3x3": (64, 28, 28),
}


def shape(name):
    return SMALL[name] if name in SMALL else zoo()[name][0]


def create(name):
    small = {"ball": ball, "pedestrian": pedestrian, "lenet5": lenet5, "smallvgg": small_vgg, "conv3x3": conv3x3}
    return small[name]() if name in small else zoo()[name][1]()


def zoo():
    """The networks of samples/ModelZoo; only they need torchvision."""
    from zoo import ZOO
    return ZOO


def ball():
    return nn.Sequential(
        nn.Conv2d(1, 8, 5, stride=2, padding=2), nn.MaxPool2d(2), nn.ReLU(),
        nn.Conv2d(8, 12, 3, padding=1), nn.MaxPool2d(2), nn.ReLU(),
        nn.Conv2d(12, 2, 2), nn.Flatten(), nn.Softmax(1))


def pedestrian():
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(4, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d((4, 2)),
        nn.Conv2d(16, 2, 2), nn.Flatten(), nn.Softmax(1))


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120), nn.Tanh(),
        nn.Linear(120, 84), nn.Tanh(),
        nn.Linear(84, 10))


def small_vgg():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(3136, 128), nn.ReLU(),
        nn.Linear(128, 10))


def conv3x3():
    return nn.Sequential(nn.Conv2d(64, 96, 3, padding=1))
