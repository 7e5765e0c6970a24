"""Animals: cow, dog, cock, duck; each stands at ``at``, the ground under its middle."""

from __future__ import annotations

from random import Random

from .curves import Point, bend, ring, smooth, trace
from .palette import Colour, mix
from .paper import Pen


class _Beast:
    """Places on an animal of ``size`` pixels that looks to ``face`` (1 right, -1 left)."""

    def __init__(self, pen: Pen, at: Point, size: float, face: int) -> None:
        self.pen, self.at, self.size, self.face = pen, at, size, face

    def spot(self, px: float, py: float) -> Point:
        return self.at[0] + px * self.size * self.face, self.at[1] - py * self.size

    def shape(self, places: str, colour: Colour) -> None:
        points = [self.spot(*place) for place in trace(places)]
        self.pen.fill(smooth(points, closed=True, steps=6), colour)

    def line(self, places: str, width: float, colour: Colour, end: float | None = None) -> None:
        last = None if end is None else end * self.size
        points = smooth([self.spot(*place) for place in trace(places)])
        self.pen.stroke(points, width * self.size, colour, last)


def cow(pen: Pen, at: Point, size: float, face: int, hide: Colour, dark: Colour) -> None:
    """A cow with a small hump, ``size`` the length of its body."""
    beast = _Beast(pen, at, size, face)
    shade = mix(hide, dark, 0.35)
    for leg in ("-0.3,0.4 -0.33,0.2 -0.3,0.02", "0.2,0.36 0.19,0.18 0.21,0.02"):
        beast.line(leg, 0.1, shade, 0.05)
    beast.line("-0.49,0.58 -0.58,0.42 -0.55,0.2", 0.025, shade, 0.018)
    beast.shape("-0.58,0.22 -0.52,0.22 -0.54,0.08 -0.57,0.08", dark)
    beast.shape(
        "-0.47,0.61 -0.3,0.65 0.0,0.62 0.2,0.65 0.29,0.72 0.38,0.69 0.5,0.78 0.58,0.77 0.66,0.64 "
        "0.73,0.56 0.7,0.5 0.6,0.5 0.5,0.55 0.43,0.44 0.36,0.32 0.24,0.28 0.0,0.26 -0.26,0.29 "
        "-0.44,0.36 -0.51,0.5",
        hide,
    )
    beast.shape(
        "-0.4,0.36 -0.1,0.33 0.2,0.34 0.34,0.4 0.36,0.32 0.24,0.28 0.0,0.26 -0.28,0.29", shade
    )
    beast.shape("0.36,0.46 0.45,0.5 0.44,0.36 0.36,0.26", mix(hide, dark, 0.2))
    for leg in ("-0.4,0.44 -0.45,0.22 -0.41,0.02", "0.29,0.4 0.3,0.18 0.28,0.02"):
        beast.line(leg, 0.13, hide, 0.052)
    for hoof in (-0.41, -0.3, 0.21, 0.28):
        beast.shape(
            f"{hoof - 0.03},0.05 {hoof + 0.03},0.05 {hoof + 0.045},0.0 {hoof - 0.035},0.0", dark
        )
    beast.shape("0.5,0.74 0.38,0.8 0.4,0.72 0.48,0.69", shade)
    beast.line("0.53,0.77 0.5,0.87 0.56,0.93", 0.035, mix(dark, (230, 220, 200), 0.4), 0.012)
    beast.shape("0.66,0.62 0.74,0.56 0.7,0.49 0.62,0.52", mix(hide, (240, 225, 205), 0.45))
    pen.disc(beast.spot(0.6, 0.68), size * 0.014, dark)


def dog(pen: Pen, at: Point, size: float, face: int, coat: Colour, dark: Colour) -> None:
    """A sitting dog, ``size`` its height."""
    beast = _Beast(pen, at, size, face)
    beast.line("-0.26,0.06 -0.46,0.1 -0.5,0.3", 0.07, mix(coat, dark, 0.2), 0.04)
    beast.shape("-0.26,0.02 -0.3,0.3 -0.1,0.6 0.12,0.66 0.22,0.5 0.18,0.2 0.22,0.02", coat)
    beast.shape("-0.28,0.02 -0.3,0.26 -0.14,0.36 0.02,0.2 0.06,0.02", mix(coat, dark, 0.2))
    beast.shape("0.0,0.6 0.02,0.9 0.16,0.98 0.3,0.9 0.5,0.8 0.48,0.7 0.3,0.68 0.2,0.56", coat)
    beast.shape("0.04,0.86 -0.02,1.1 0.14,0.96", mix(coat, dark, 0.35))
    pen.disc(beast.spot(0.49, 0.77), size * 0.035, dark)
    pen.disc(beast.spot(0.27, 0.84), size * 0.022, dark)


def cock(pen: Pen, at: Point, size: float, face: int, plumage: Colour, dark: Colour) -> None:
    """A cock with its tail up, ``size`` its height."""
    beast = _Beast(pen, at, size, face)
    for leg in (-0.04, 0.08):
        beast.line(f"{leg},0.24 {leg + 0.01},0.02 {leg + 0.1},0.0", 0.03, yellow(dark))
    for number, tip in enumerate(("-0.62,0.86", "-0.66,0.68", "-0.58,0.5")):
        beast.line(f"-0.16,0.46 -0.36,0.7 {tip}", 0.13, mix(dark, plumage, 0.18 * number), 0.05)
    beast.shape(
        "-0.28,0.5 -0.12,0.26 0.14,0.24 0.28,0.42 0.26,0.66 0.22,0.86 0.1,0.84 0.06,0.6", plumage
    )
    beast.shape("-0.26,0.48 -0.1,0.32 0.12,0.36 0.02,0.52", mix(plumage, dark, 0.4))
    pen.disc(beast.spot(0.18, 0.84), size * 0.085, plumage)
    beast.shape("0.1,0.9 0.08,1.02 0.16,0.97 0.2,1.03 0.26,0.94 0.24,0.89", (190, 48, 38))
    beast.shape("0.26,0.86 0.36,0.82 0.26,0.79", yellow(dark))
    beast.shape("0.2,0.79 0.26,0.77 0.24,0.68 0.19,0.7", (190, 48, 38))


def yellow(dark: Colour) -> Colour:
    """The yellow of legs and bills."""
    return mix((226, 160, 58), dark, 0.15)


def duck(
    pen: Pen,
    at: Point,
    size: float,
    face: int,
    plumage: Colour,
    dark: Colour,
    *,
    swims: bool = False,
) -> None:
    """A duck, ``size`` the length of its body; afloat, ``at`` is its waterline."""
    beast = _Beast(pen, at, size, face)
    lift = 0.0 if swims else 0.26
    if not swims:
        for leg in (-0.04, 0.1):
            beast.line(f"{leg},0.3 {leg},0.03 {leg + 0.1},0.0", 0.05, yellow(dark))

    def up(places: str) -> str:
        return " ".join(f"{x},{y + lift}" for x, y in trace(places))

    beast.shape(
        up(
            "-0.56,0.34 -0.4,0.3 -0.1,0.36 0.16,0.34 0.3,0.2 0.28,0.02 "
            "0.06,-0.06 -0.28,-0.02 -0.46,0.14"
        ),
        plumage,
    )
    beast.shape(up("-0.5,0.3 -0.2,0.32 0.1,0.22 -0.02,0.08 -0.3,0.1"), mix(plumage, dark, 0.22))
    beast.line(up("0.2,0.24 0.3,0.46 0.3,0.62"), 0.2, plumage, 0.15)
    pen.disc(beast.spot(0.32, 0.64 + lift), size * 0.115, plumage)
    beast.shape(up("0.4,0.68 0.6,0.62 0.6,0.56 0.4,0.57"), yellow(dark))
    pen.disc(beast.spot(0.35, 0.68 + lift), size * 0.022, dark)


def hay(
    pen: Pen, rng: Random, at: Point, wide: float, high: float, straw: Colour, dark: Colour
) -> None:
    """A heap of cut grass or straw, its blades hanging down on all sides."""
    x, y = at
    pen.fill(ring((x, y - high * 0.3), wide / 2, high * 0.7), mix(straw, dark, 0.2))
    pen.box(x - wide * 0.48, y - high * 0.3, x + wide * 0.48, y, mix(straw, dark, 0.2))
    for _ in range(150):
        across = rng.gauss(0, 0.2)
        top = y - high * rng.uniform(0.25, 1.0) * (1 - across * across * 2.4)
        start = (x + across * wide, top)
        end = (start[0] + across * wide * 0.5 + rng.uniform(-9, 9), top + high * 0.34)
        blade = bend(start, (end[0], min(y, end[1])), 0.1 if across < 0 else -0.1, steps=5)
        pen.stroke(blade, 4, mix(straw, dark, rng.uniform(0, 0.4)), 1)
