"""Transposed and fixed convolutions, adaptive pools, and the trainable layers of LeNet-5."""

CASES = {
}
