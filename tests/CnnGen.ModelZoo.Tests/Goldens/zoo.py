"""Every network of samples/ModelZoo in PyTorch, filled with numbers that Support/ZooNumbers.cs makes as well."""
import math
import pathlib
import sys

import numpy as np
import torch
import torchvision.models as tv
from torch import nn

sys.path.append(str(pathlib.Path(__file__).parent.parent.parent / "CnnGen.EndToEnd.Tests" / "Goldens"))

import random_numbers as rnd  # noqa: E402
import rewrites as own  # noqa: E402

IMAGE = (3, 224, 224)

ZOO = {
    "LeNet5Of1998": ((1, 32, 32), own.lenet5_of_1998),
    "LeNet5": ((1, 28, 28), own.lenet5),
    "AlexNetOf2012": ((3, 227, 227), own.alexnet_of_2012),
    "AlexNet": (IMAGE, tv.alexnet),
    "Vgg11": (IMAGE, lambda: tv.vgg11(init_weights=False)),
    "Vgg16": (IMAGE, lambda: tv.vgg16(init_weights=False)),
    "Vgg19": (IMAGE, lambda: tv.vgg19(init_weights=False)),
    "ResNet18": (IMAGE, tv.resnet18),
    "ResNet34": (IMAGE, tv.resnet34),
    "ResNet50": (IMAGE, tv.resnet50),
    "ResNet101": (IMAGE, tv.resnet101),
    "ResNet152": (IMAGE, tv.resnet152),
    "ResNet20": ((3, 32, 32), lambda: own.cifar_resnet(3)),
    "ResNet56": ((3, 32, 32), lambda: own.cifar_resnet(9)),
    "GoogLeNet": (IMAGE, lambda: tv.googlenet(aux_logits=False, transform_input=True, init_weights=False)),
    "InceptionV3": ((3, 299, 299), lambda: tv.inception_v3(aux_logits=False, transform_input=True, init_weights=False)),
    "Xception": ((3, 299, 299), own.xception),
    "MobileNetV1": (IMAGE, own.mobilenet_v1),
    "MobileNetV2": (IMAGE, tv.mobilenet_v2),
    "MobileNetV3Small": (IMAGE, tv.mobilenet_v3_small),
    "UNetOf2015": ((1, 572, 572), lambda: own.UNet(1, 64, padding=0)),
    "UNet": ((3, 128, 128), lambda: own.UNet(3, 16, padding=1)),
    "SqueezeNet": (IMAGE, tv.squeezenet1_1),
    "DenseNet121": (IMAGE, tv.densenet121),
    "ShuffleNetV2": (IMAGE, tv.shufflenet_v2_x1_0),
    "EfficientNetB0": (IMAGE, tv.efficientnet_b0),
    "ConvNeXtTiny": (IMAGE, tv.convnext_tiny),
    "ConvNeXtV2Atto": (IMAGE, lambda: own.ConvNeXtV2((2, 2, 6, 2), (40, 80, 160, 320))),
    "BallClassifier": ((1, 16, 16), own.ball),
    "PedestrianClassifier": ((1, 36, 18), own.pedestrian),
    "RobotDetector": ((3, 60, 80), own.robots),
}


def squeezed(shape):
    """Without trailing ones: a 1×1 convolution's weight is a linear layer's."""
    shape = list(shape)
    while shape and shape[-1] == 1:
        shape.pop()
    return shape or [1]


def tensors(model):
    """Parameters and buffers under the compiled network's names: a bare parameter of PyTorch's is a layer's weight there."""
    bare = {"layer_scale"}
    return {name + ".weight" if name.rpartition(".")[2] in bare else name: tensor
            for name, tensor in model.state_dict().items() if not name.endswith("num_batches_tracked")}


def number(network, name, shape):
    """Weights with variance 2 / fan-in; scales and running variances in [0.5, 1.5), the rest in [-0.5, 0.5)."""
    shape = squeezed(shape)
    bound = math.sqrt(6 / math.prod(shape[1:])) if len(shape) > 1 else 0.5
    is_scale = name.endswith("running_var") or (len(shape) == 1 and name.endswith("weight"))
    return rnd.uniform(f"{network}/{name}", shape, bound) + np.float32(is_scale)


def filled(network, make):
    model = make().double().eval()
    with torch.no_grad():
        for name, tensor in tensors(model).items():
            tensor.copy_(torch.from_numpy(number(network, name, tensor.shape)).reshape(tensor.shape))
    return model


def level_norms(model):
    """
    Batch normalisations must keep activations at about 1 through any depth: each running variance is multiplied with the power of 4
    that is nearest to the variance of what it meets. The exponents, in the order of the running variances' names, after the next forward
    pass.
    """
    exponents = {}

    def level(name):
        def hook(module, inputs):
            exponents[name] = round(math.log(inputs[0].var().item() + 1e-30, 4))
            module.running_var.mul_(4.0 ** exponents[name])
        return hook

    norms = {name: module for name, module in model.named_modules() if isinstance(module, nn.BatchNorm2d)}
    for name, module in norms.items():
        module.register_forward_pre_hook(level(name))
    return lambda: [exponents[name] for name in sorted(norms, key=lambda name: name + ".running_var")]
