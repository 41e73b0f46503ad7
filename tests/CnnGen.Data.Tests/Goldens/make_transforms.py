"""Writes the goldens of TransformTests: an image, and what torchvision makes of it. Run here: /usr/bin/python3 make_transforms.py"""
import torch
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional

HEIGHT, WIDTH = 7, 9
image = torch.rand((3, HEIGHT, WIDTH), generator=torch.Generator().manual_seed(5))


def write(name, tensor):
    with open(f"{name}.txt", "w") as file:
        file.write("\n".join(f"{value:.9g}" for value in tensor.flatten().tolist()) + "\n")


write("image", image)
write("affine", functional.affine(image, 30.0, [1, -2], 1.25, [0.0], InterpolationMode.BILINEAR))
write("brightness", functional.adjust_brightness(image, 1.4))
write("contrast", functional.adjust_contrast(image, 1.4))
write("saturation", functional.adjust_saturation(image, 0.3))
write("hue", functional.adjust_hue(image, -0.3))
