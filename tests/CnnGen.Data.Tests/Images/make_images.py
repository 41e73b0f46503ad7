"""Writes photos of odd sizes, and what torchvision makes of them, for the tests of CnnGen.Images.

Run in this folder, with Debian's python3-torchvision and python3-pil, on the photos that python3-skimage ships:

    /usr/bin/python3 make_images.py /usr/lib/python3/dist-packages/skimage/data

All of them are in the public domain or CC0, as skimage says in data/_fetchers.py.

Each line of pipelines.txt is one pipeline: file, channels, resize (0: none, n: short side, h×w), crop (h×w), and the name of a file with
the bytes before normalisation, channel by channel.
"""
import pathlib
import sys

import numpy
import torch
from PIL import Image
from torchvision import transforms

GOLDENS = pathlib.Path("Goldens")
SHIPPED = pathlib.Path(sys.argv[1])


def photo(name, box):
    return Image.open(SHIPPED / name).crop(box)


def write_photos():
    rocket = photo("rocket.jpg", (150, 3, 150 + 317, 3 + 411))
    rocket.save(GOLDENS / "rocket.jpg", quality=85, subsampling="4:2:0")
    photo("retina.jpg", (300, 500, 300 + 203, 500 + 151)).save(GOLDENS / "retina.jpg", quality=80, subsampling="4:2:2", progressive=True)
    photo("camera.png", (120, 40, 120 + 231, 40 + 187)).save(GOLDENS / "camera.jpg", quality=90)
    chelsea = photo("chelsea.png", (100, 60, 100 + 173, 60 + 139)).convert("RGBA")
    chelsea.putalpha(Image.linear_gradient("L").resize(chelsea.size))
    chelsea.save(GOLDENS / "chelsea.png", optimize=True)
    photo("coffee.png", (101, 33, 101 + 257, 33 + 201)).quantize(32).save(GOLDENS / "coffee.png", optimize=True)
    # A camera that was held on its side: only who asks for it sees the photo upright.
    turned = photo("rocket.jpg", (280, 180, 280 + 97, 180 + 61))
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        turned.save(GOLDENS / f"turned{orientation}.jpg", quality=80, subsampling="4:4:4", exif=exif)


def resize_of(resize):
    return [] if resize == 0 else [transforms.Resize(resize if isinstance(resize, int) else list(resize))]


def text(size):
    return "×".join(str(length) for length in size) if isinstance(size, tuple) else str(size)


def write_pipelines():
    pipelines = [
        (name, channels, resize, crop)
        for name in ["rocket.jpg", "retina.jpg", "camera.jpg", "chelsea.png", "coffee.png"]
        for channels, resize, crop in [
            (3, 40, (33, 35)),       # torchvision's usual one
            (3, (31, 52), (31, 52)),  # both sides
            (1, 37, (48, 20)),       # gray; one side is padded, the other one cut
        ]
    ]
    pipelines += [
        ("chelsea.png", 3, 180, (24, 25)),    # enlarged
        ("coffee.png", 3, 0, (30, 41)),       # cut out of the middle
        ("coffee.png", 3, 20, (33, 60)),      # padded on all sides
        ("rocket.jpg", 1, (7, 300), (7, 80)),  # squeezed and stretched
    ]
    with open(GOLDENS / "pipelines.txt", "w", encoding="utf-8") as lines:
        for i, (name, channels, resize, crop) in enumerate(pipelines):
            image = Image.open(GOLDENS / name).convert("RGB" if channels == 3 else "L")
            steps = transforms.Compose([*resize_of(resize), transforms.CenterCrop(crop), transforms.ToTensor()])
            pixels = (steps(image) * 255).round().to(torch.uint8).numpy()
            pixels.tofile(GOLDENS / f"{i}.bytes")
            lines.write(f"{name} {channels} {text(resize)} {text(crop)} {i}.bytes\n")

    image = Image.open(GOLDENS / "chelsea.png").convert("RGB")
    steps = transforms.Compose([
        transforms.Resize(20), transforms.CenterCrop(16), transforms.ToTensor(),
        transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
    ])
    steps(image).numpy().astype(numpy.float32).tofile(GOLDENS / "imagenet.floats")


GOLDENS.mkdir(exist_ok=True)
write_photos()
write_pipelines()
