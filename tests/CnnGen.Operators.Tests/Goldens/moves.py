"""Layers that move, copy or resample elements."""

CASES = {
}
