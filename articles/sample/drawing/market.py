"""The market: awnings, baskets heaped with what is sold, low tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from .curves import Point, bend, ring, smooth
from .loads import basket
from .palette import Colour, mix
from .paper import Pen
from .plants import leaf

GREENS = ((112, 158, 74), (86, 132, 66), (150, 178, 92))
"""Cabbage, crown daisy and lettuce."""


def awning(
    pen: Pen,
    back: tuple[Point, Point],
    front: tuple[Point, Point],
    colours: Sequence[Colour],
    dark: Colour,
    *,
    stripes: int = 8,
) -> None:
    """A striped cloth from its ``back`` edge down to the ``front`` one (left, right), scalloped."""
    (bl, br), (fl, fr) = back, front

    def between(edge: tuple[Point, Point], share: float) -> Point:
        (ax, ay), (bx, by) = edge
        return ax + (bx - ax) * share, ay + (by - ay) * share

    drop = max(6.0, math.hypot(fr[0] - fl[0], fr[1] - fl[1]) / stripes * 0.5)
    for stripe in range(stripes):
        a, b = stripe / stripes, (stripe + 1) / stripes
        colour = colours[stripe % len(colours)]
        left, right = between((fl, fr), a), between((fl, fr), b)
        pen.fill([between((bl, br), a), between((bl, br), b), right, left], colour)
        tongue = bend((left[0], left[1] + drop * 0.5), (right[0], right[1] + drop * 0.5), -0.25)
        if tongue[8][1] < tongue[0][1]:
            tongue = bend((left[0], left[1] + drop * 0.5), (right[0], right[1] + drop * 0.5), 0.25)
        pen.fill([left, *tongue, right], mix(colour, dark, 0.2))


def heap(
    pen: Pen,
    rng: Random,
    at: Point,
    wide: float,
    goods: str,
    straw: Colour,
    dark: Colour,
) -> None:
    """A flat basket heaped with ``goods``: greens, tomatoes, pumpkins, roots or eggs.

    ``at`` is the middle of the basket's mouth.
    """
    x, y = at
    basket(pen, at, wide, wide * 0.3, straw, dark, mix(straw, dark, 0.4))
    if goods == "greens":
        for _ in range(54):
            across = rng.uniform(-1, 1)
            foot = (
                x + across * wide * 0.38,
                y - rng.uniform(-0.03, 0.1) * wide * (1 - abs(across)),
            )
            colour = mix(rng.choice(GREENS), dark, rng.uniform(0, 0.35))
            turn = -math.pi / 2 + across * 1.0 + rng.uniform(-0.3, 0.3)
            leaf(pen, foot, turn, wide * rng.uniform(0.16, 0.3), wide * 0.09, colour)
        return
    size, colour, rows = {
        "tomatoes": (0.085, (205, 66, 44), 4),
        "pumpkins": (0.19, (222, 138, 48), 2),
        "roots": (0.1, (236, 226, 206), 3),
        "eggs": (0.065, (232, 226, 206), 5),
    }[goods]
    for row in range(rows):
        reach = 0.42 * (1 - row / rows * 0.75)
        count = max(1, int(reach * 2 / (size * 1.5)))
        for number in range(count):
            share = (number + 0.5) / count * 2 - 1
            cx = x + share * reach * wide + rng.uniform(-2, 2)
            cy = y + wide * (0.05 - row * size * 0.95) - abs(share) * wide * -0.03
            fruit = mix(colour, dark, rng.uniform(0.0, 0.18))
            pen.fill(ring((cx, cy), size * wide, size * wide * 0.88), mix(fruit, dark, 0.2))
            pen.fill(
                ring(
                    (cx - size * wide * 0.14, cy - size * wide * 0.14),
                    size * wide * 0.8,
                    size * wide * 0.7,
                ),
                fruit,
            )
            if goods == "pumpkins":
                for rib in (-0.45, 0.0, 0.45):
                    line = smooth(
                        [
                            (cx + rib * size * wide * 0.3, cy - size * wide * 0.8),
                            (cx + rib * size * wide * 1.5, cy),
                            (cx + rib * size * wide * 0.3, cy + size * wide * 0.8),
                        ]
                    )
                    pen.stroke(line, 2, mix(fruit, dark, 0.3))
                pen.stroke(
                    [(cx, cy - size * wide * 0.75), (cx + 4, cy - size * wide * 1.05)],
                    5,
                    mix(GREENS[1], dark, 0.3),
                )
            elif goods == "tomatoes":
                pen.disc(
                    (cx, cy - size * wide * 0.62), size * wide * 0.2, mix(GREENS[1], dark, 0.2)
                )


def table(
    pen: Pen, left: float, right: float, top: float, low: float, wood: Colour, dark: Colour
) -> None:
    """A plank table from the front."""
    pen.box(left, top, right, top + (low - top) * 0.16, wood)
    pen.box(
        left + 6,
        top + (low - top) * 0.16,
        right - 6,
        top + (low - top) * 0.42,
        mix(wood, dark, 0.3),
    )
    for leg in (left + 14, right - 14):
        pen.stroke(
            [(leg, top + 10), (leg, low)], max(5.0, (right - left) * 0.03), mix(wood, dark, 0.45)
        )
