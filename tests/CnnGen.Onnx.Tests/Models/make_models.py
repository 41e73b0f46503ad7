#!/usr/bin/env python3
"""Exports torchvision's networks, and a small U-Net, to ONNX with random weights (Debian packages python3-torch, python3-torchvision).

make_models.py FOLDER [NAME...] writes FOLDER/NAME.onnx; networks keep their batch normalisations, whose statistics are random, too.
make_models.py --empty FOLDER [NAME...] leaves the weights out, so that files are small: a test that looks at the source alone puts zeros
in their place (needs python3-onnx)."""

import os
import sys

import torch
from torch import nn
from torchvision import models


class UNet(nn.Module):
    """Ronneberger et al., 2015, with padding."""

    def __init__(self, base=16, levels=4, classes=2):
        super().__init__()
        widths = [base << level for level in range(levels + 1)]
        self.down = nn.ModuleList([self.double(a, b) for a, b in zip([3] + widths, widths)])
        self.up = nn.ModuleList([nn.ConvTranspose2d(2 * w, w, 2, 2) for w in reversed(widths[:-1])])
        self.merge = nn.ModuleList([self.double(2 * w, w) for w in reversed(widths[:-1])])
        self.score = nn.Conv2d(base, classes, 1)

    @staticmethod
    def double(inputs, outputs):
        return nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(), nn.Conv2d(outputs, outputs, 3, padding=1), nn.ReLU()
        )

    def forward(self, x):
        skips = []
        for level, block in enumerate(self.down):
            x = block(x if level == 0 else nn.functional.max_pool2d(x, 2))
            skips.append(x)
        for up, merge, skip in zip(self.up, self.merge, reversed(skips[:-1])):
            x = merge(torch.cat([up(x), skip], 1))
        return self.score(x)


class Scores(nn.Module):
    """Segmentation networks return a dictionary."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        return self.net(x)["out"]


def segmentation(make):
    return lambda: Scores(make(weights=None, weights_backbone=None, aux_loss=False))


NETWORKS = {
    "alexnet": (models.alexnet, 224),
    "vgg11": (models.vgg11, 224),
    "resnet18": (models.resnet18, 224),
    "resnet50": (models.resnet50, 224),
    "resnext50_32x4d": (models.resnext50_32x4d, 224),
    "squeezenet1_1": (models.squeezenet1_1, 224),
    "densenet121": (models.densenet121, 224),
    "googlenet": (lambda: models.googlenet(init_weights=False, aux_logits=False), 224),
    "inception_v3": (lambda: models.inception_v3(init_weights=False, aux_logits=False), 299),
    "mobilenet_v2": (models.mobilenet_v2, 224),
    "mobilenet_v3_large": (models.mobilenet_v3_large, 224),
    "shufflenet_v2_x1_0": (models.shufflenet_v2_x1_0, 224),
    "mnasnet1_0": (models.mnasnet1_0, 224),
    "efficientnet_b0": (models.efficientnet_b0, 224),
    "regnet_y_400mf": (models.regnet_y_400mf, 224),
    "convnext_tiny": (models.convnext_tiny, 224),
    "fcn_resnet50": (segmentation(models.segmentation.fcn_resnet50), 224),
    "deeplabv3_mobilenet_v3_large": (segmentation(models.segmentation.deeplabv3_mobilenet_v3_large), 224),
    "lraspp_mobilenet_v3_large": (
        lambda: Scores(models.segmentation.lraspp_mobilenet_v3_large(weights=None, weights_backbone=None)),
        224,
    ),
    "unet": (UNet, 128),
    # of a few channels, to be committed
    "tiny_shufflenet": (lambda: models.ShuffleNetV2([1, 2, 1], [4, 8, 16, 32, 32], num_classes=4), 64),
    "tiny_mobilenet": (lambda: models.MobileNetV2(4, inverted_residual_setting=[[2, 32, 2, 2], [2, 64, 2, 2]], width_mult=0.125, round_nearest=4), 32),
    "tiny_convnext": (
        lambda: models.ConvNeXt([models.convnext.CNBlockConfig(8, 16, 2), models.convnext.CNBlockConfig(16, None, 2)], num_classes=4),
        32,
    ),
    "tiny_unet": (lambda: UNet(base=2, levels=2), 16),
}


def strip(path):
    """Takes the numbers out of the weights, not of shapes and other small constants."""
    import onnx

    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT and len(tensor.dims) > 0:
            tensor.ClearField("raw_data")
    onnx.save(model, path)


def main():
    empty = sys.argv[1] == "--empty"
    arguments = sys.argv[2 if empty else 1 :]
    folder, names = arguments[0], arguments[1:] or list(NETWORKS)
    os.makedirs(folder, exist_ok=True)
    for name in names:
        make, size = NETWORKS[name]
        torch.manual_seed(1)
        net = make().eval()
        for module in net.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.running_mean.normal_(0, 0.1)
                module.running_var.uniform_(0.5, 1.5)
                module.weight.data.uniform_(0.5, 1.5)
                module.bias.data.normal_(0, 0.1)
            if isinstance(module, nn.LayerNorm):
                module.weight.data.uniform_(0.5, 1.5)
                module.bias.data.normal_(0, 0.1)
        path = os.path.join(folder, name + ".onnx")
        torch.onnx.export(
            net, torch.randn(1, 3, size, size), path, opset_version=13, training=torch.onnx.TrainingMode.PRESERVE,
            do_constant_folding=False, input_names=["image"], output_names=["scores"],
        )
        if empty:
            strip(path)
        print(name, flush=True)


if __name__ == "__main__":
    main()
