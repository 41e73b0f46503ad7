"""Training of small versions of every family (../Small) in PyTorch, in float64: writes Small/<network>.safetensors.

Run like make_outputs.py. A file holds the loss of each of five steps of SGD with momentum, about 1000 elements of the first step's
gradients and of the trained parameters with their distance, and the largest gradient of all. Tensors follow one another in the order of
their names.
"""
import pathlib
import sys
from functools import partial

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import convnext, densenet, efficientnet, mobilenetv2, mobilenetv3, resnet, shufflenetv2, squeezenet
from torchvision.models.googlenet import BasicConv2d, Inception
from torchvision.ops.misc import Conv2dNormActivation

import rewrites as own
import zoo
from safetensors_file import write

HERE = pathlib.Path(__file__).parent
BATCH, STEPS, RATE, ELEMENTS = 4, 5, 0.01, 1000


def head(channels):
    return dict(pool=nn.AdaptiveAvgPool2d(1), flat=nn.Flatten(), fc=nn.Linear(channels, 10))


def stem(channels, activation=nn.ReLU):
    return Conv2dNormActivation(3, channels, 3, activation_layer=activation)


def alexnet():
    def norm():
        return nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2)

    return nn.Sequential(
        nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), norm(), nn.MaxPool2d(2),
        nn.Conv2d(16, 16, 3, padding=1, groups=2), nn.ReLU(), norm(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(256, 20), nn.ReLU(), nn.Linear(20, 10))


def vgg():
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 12, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(192, 16), nn.ReLU(), nn.Linear(16, 10))


def bottleneck(inputs, planes, stride):
    shortcut = nn.Sequential(nn.Conv2d(inputs, 4 * planes, 1, stride, bias=False), nn.BatchNorm2d(4 * planes))
    return resnet.Bottleneck(inputs, planes, stride, shortcut)


class Factorised(nn.Module):
    """The ideas of Inception v3: 7×1 and 1×7, a branch that splits, an average pool."""

    def __init__(self):
        super().__init__()
        conv = BasicConv2d
        self.a1, self.a2 = conv(8, 5, kernel_size=(1, 7), padding=(0, 3)), conv(5, 6, kernel_size=(7, 1), padding=(3, 0))
        self.b1, self.b2a = conv(8, 7, kernel_size=1), conv(7, 4, kernel_size=(1, 3), padding=(0, 1))
        self.b2b, self.c = conv(7, 4, kernel_size=(3, 1), padding=(1, 0)), conv(8, 3, kernel_size=1)

    def forward(self, x):
        b = self.b1(x)
        return torch.cat([self.a2(self.a1(x)), self.b2a(b), self.b2b(b), self.c(F.avg_pool2d(x, 3, 1, 1))], 1)


def mobilenet_v3():
    norm = partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
    settings = [mobilenetv3.InvertedResidualConfig(8, 5, 16, 8, True, "HS", 1, 1, 1),
                mobilenetv3.InvertedResidualConfig(8, 3, 24, 16, True, "RE", 2, 1, 1)]
    return own.seq(features=nn.Sequential(stem(8, nn.Hardswish), *[mobilenetv3.InvertedResidual(s, norm) for s in settings]), **head(16))


def efficientnet_b():
    settings = [efficientnet.MBConvConfig(1, 3, 1, 8, 8, 1), efficientnet.MBConvConfig(3, 5, 2, 8, 16, 1)]
    blocks = [efficientnet.MBConv(s, 0.0, nn.BatchNorm2d) for s in settings]
    return own.seq(features=nn.Sequential(stem(8, nn.SiLU), *blocks), **head(16))


def dense():
    block = densenet._DenseBlock(num_layers=2, num_input_features=8, bn_size=2, growth_rate=4, drop_rate=0)
    return own.seq(conv0=nn.Conv2d(3, 8, 3, padding=1, bias=False), denseblock1=block, transition1=densenet._Transition(16, 8), **head(8))


CASES = {
    "LeNet5": zoo.ZOO["LeNet5"],
    "LeNet5Of1998": zoo.ZOO["LeNet5Of1998"],
    "ResNet20": zoo.ZOO["ResNet20"],
    "RobotDetector": zoo.ZOO["RobotDetector"],
    "SmallAlexNet": ((3, 16, 16), alexnet),
    "SmallVgg": ((3, 16, 16), vgg),
    "SmallResNet": ((3, 16, 16), lambda: own.seq(
        conv=stem(8), layer1=nn.Sequential(bottleneck(8, 4, 1), resnet.Bottleneck(16, 4)), layer2=bottleneck(16, 6, 2), **head(24))),
    "SmallGoogLeNet": ((3, 16, 16), lambda: own.seq(
        conv1=BasicConv2d(3, 8, kernel_size=3), maxpool1=nn.MaxPool2d(3, 2, ceil_mode=True),
        inception=Inception(8, 4, 6, 8, 3, 5, 7), **head(24))),
    "SmallInception": ((3, 16, 16), lambda: own.seq(conv1=BasicConv2d(3, 8, kernel_size=3, stride=2), mixed=Factorised(),
                                                    **head(17))),
    "SmallXception": ((3, 17, 17), lambda: own.seq(
        conv1=nn.Conv2d(3, 8, 3, bias=False), conv1_bn=own.norm(8), relu=nn.ReLU(), block2=own.XceptionBlock(8, 12, 12, False),
        block3=own.XceptionMiddle(12), **head(12))),
    "SmallMobileNetV1": ((3, 16, 16), lambda: own.mobilenet_v1(((12, 1), (16, 2), (16, 1)), 8, 10)),
    "SmallMobileNetV2": ((3, 16, 16), lambda: own.seq(features=nn.Sequential(
        stem(8, nn.ReLU6), *[mobilenetv2.InvertedResidual(*s) for s in ((8, 8, 1, 1), (8, 12, 2, 6), (12, 12, 1, 6))]), **head(12))),
    "SmallMobileNetV3": ((3, 16, 16), mobilenet_v3),
    "SmallUNet": ((1, 28, 28), lambda: own.UNet(1, 4, padding=0, levels=1)),
    "SmallSqueezeNet": ((3, 16, 16), lambda: own.seq(features=nn.Sequential(
        nn.Conv2d(3, 8, 3), nn.ReLU(), squeezenet.Fire(8, 4, 6, 6)), conv=nn.Conv2d(12, 10, 1), relu=nn.ReLU(),
        pool=nn.AdaptiveAvgPool2d(1), flat=nn.Flatten())),
    "SmallDenseNet": ((3, 16, 16), dense),
    "SmallShuffleNet": ((3, 16, 16), lambda: own.seq(
        conv=stem(8), stage2=nn.Sequential(shufflenetv2.InvertedResidual(8, 12, 2), shufflenetv2.InvertedResidual(12, 12, 1)), **head(12))),
    "SmallEfficientNet": ((3, 16, 16), efficientnet_b),
    "SmallConvNeXt": ((3, 16, 16), lambda: own.seq(features=nn.Sequential(
        nn.Sequential(nn.Conv2d(3, 12, 2, 2), own.ChannelNorm(12, eps=1e-6)), convnext.CNBlock(12, 1e-6, 0.0)), **head(12))),
    "SmallConvNeXtV2": ((3, 16, 16), lambda: own.ConvNeXtV2((1, 1), (8, 12), stem=2, classes=10)),
}


def flat(named):
    """All elements, tensor after tensor in the order of the names."""
    return np.concatenate([named[name].detach().numpy().reshape(-1) for name in sorted(named)]).astype(np.float32)


def golden(network, shape, make):
    model = zoo.filled(network, make).train()
    x = torch.from_numpy(zoo.rnd.uniform(f"{network}/small", (BATCH, *shape), 1.0).astype(np.float64))
    trained = zoo.tensors(model)
    optimizer = torch.optim.SGD(model.parameters(), RATE, momentum=0.9)
    losses, gradients = [], None
    for _ in range(STEPS):
        y = model(x)
        y_shape = (BATCH, *y.shape[2:])
        target = torch.from_numpy(zoo.rnd.labels(f"{network}/labels", int(np.prod(y_shape)), y.shape[1]).reshape(y_shape))
        loss = F.cross_entropy(y, target)
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        if gradients is None:
            bare = {p.data_ptr(): p.grad for p in model.parameters()}
            gradients = flat({name: bare[t.data_ptr()] for name, t in trained.items() if t.data_ptr() in bare})
        optimizer.step()
    parameters = flat(zoo.tensors(model))
    distance = max(1, gradients.size // ELEMENTS) | 1
    print(network, f"{gradients.size} gradients up to {np.abs(gradients).max():.3g}, losses", *np.float32(losses), flush=True)
    return {"losses": np.float32(losses), "gradients": gradients[::distance], "parameters": parameters[::distance],
            "distance": np.float32([distance]), "largest": np.float32([np.abs(gradients).max()])}


def main():
    for network in sys.argv[1:] or CASES:
        write(HERE / "Small" / f"{network}.safetensors", golden(network, *CASES[network]))


if __name__ == "__main__":
    main()
