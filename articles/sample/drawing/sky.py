"""Sky and weather: clouds, mist, moon, rain, birds."""

from __future__ import annotations

import math
from random import Random

from .curves import Point, bend, ring
from .land import dash
from .palette import Colour, mix
from .paper import Pen, Sheet


def cloud_bank(
    pen: Pen, rng: Random, left: float, right: float, base: float, height: float, colour: Colour
) -> None:
    """A flat-footed bank of cloud made of overlapping rounds, highest in the middle."""
    x = left
    while x < right:
        share = (x - left) / (right - left)
        size = (
            height * (0.25 + 0.75 * math.sin(math.pi * min(1, max(0, share)))) * rng.uniform(0.6, 1)
        )
        pen.fill(ring((x, base - size * 0.35), size * 1.15, size * 0.62), colour)
        x += size * rng.uniform(0.6, 1.0) + 4
    pen.fill(
        ring(
            ((left + right) / 2, base - height * 0.05),
            (right - left) / 2 + height * 0.4,
            height * 0.28,
        ),
        colour,
    )


def mist_band(
    sheet: Sheet, top: float, middle: float, bottom: float, colour: Colour, share: float
) -> None:
    """Mist across the whole sheet, thickest at ``middle``."""
    mask = sheet.column([(top, 0.0), (middle, share), (bottom, 0.0)])
    sheet.image.paste(colour, (0, 0), mask)


def moon(sheet: Sheet, centre: Point, radius: float, colour: Colour, *, thin: float = 0.0) -> None:
    """A disc of paper in the sky; ``thin`` (0 to 1) leaves a sickle of it."""
    sheet.glow(centre, radius * 5, mix(colour, sheet.palette.far, 0.3), 0.45)
    with sheet.cut(shadow=4, dark=0.2) as pen:
        pen.disc(centre, radius, colour)
        if thin:
            pen.erase(
                ring(
                    (centre[0] - radius * 0.45 * (2 - thin), centre[1] - radius * 0.28),
                    radius,
                    radius,
                )
            )


def rain(
    sheet: Sheet,
    colour: Colour,
    *,
    count: int,
    slant: float = 0.3,
    length: float = 60,
    see: float = 0.5,
) -> None:
    """Rain printed over the picture; ``slant`` is sideways drift for each pixel of fall."""
    with sheet.ink(slip=(0, 0), see=see, worn=0.35) as pen:
        for _ in range(count):
            x = sheet.rng.uniform(-0.2 * sheet.width, 1.2 * sheet.width)
            y = sheet.rng.uniform(-40, sheet.height)
            run = length * sheet.rng.uniform(0.35, 1.2)
            dash(pen, (x, y), (x - slant * run, y + run), sheet.rng.uniform(0.9, 2.2), colour)


def birds(
    pen: Pen, rng: Random, centre: Point, spread: float, count: int, size: float, colour: Colour
) -> None:
    """A few birds far off, two strokes of the wing each."""
    for _ in range(count):
        x = centre[0] + rng.gauss(0, spread)
        y = centre[1] + rng.gauss(0, spread * 0.3)
        span = size * rng.uniform(0.6, 1.2)
        for side in (-1, 1):
            wing = bend((x, y), (x + side * span, y - span * 0.35), -0.16 * side)
            pen.stroke(wing, span * 0.16, colour, 0.6)
