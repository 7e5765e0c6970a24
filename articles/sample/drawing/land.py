"""Land: hills in layers and the cuts of the graver on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from .curves import Point, ridge
from .palette import Colour
from .paper import Haze, Pen, Sheet


def hills(
    sheet: Sheet,
    height: float,
    relief: float,
    colour: Colour,
    *,
    rough: float = 0.45,
    mist: tuple[Colour, float] | None = None,
    shadow: float = 10,
) -> None:
    """A range of hills across the sheet; ``mist`` is (colour, share) at its foot."""
    crest = ridge(sheet.rng, -20, sheet.width + 20, height, relief, rough=rough)
    haze = Haze(mist[0], height - relief * 0.4, height + relief * 2.2, mist[1]) if mist else None
    with sheet.cut(shadow=shadow, haze=haze) as pen:
        pen.fill([*crest, (sheet.width + 20, sheet.height + 20), (-20, sheet.height + 20)], colour)


def hatch_slope(
    pen: Pen, rng: Random, crest: Sequence[Point], length: float, colour: Colour
) -> None:
    """Short tapering cuts that follow the fall of the land under ``crest``."""
    for index in range(2, len(crest) - 2, 3):
        (ax, ay), (bx, by) = crest[index - 2], crest[index + 2]
        slope = (by - ay) / ((bx - ax) or 1)
        x, y = crest[index]
        run = length * rng.uniform(0.25, 1.0)
        gap = rng.uniform(5, 14)
        start = (x + slope * gap * 0.4, y + gap)
        dash(
            pen,
            start,
            (start[0] + slope * run * 0.75, start[1] + run),
            rng.uniform(1.5, 3.4),
            colour,
        )


def dash(pen: Pen, start: Point, end: Point, thick: float, colour: Colour) -> None:
    """A cut of the graver: thin at both ends, ``thick`` pixels in the middle."""
    (ax, ay), (bx, by) = start, end
    length = math.hypot(bx - ax, by - ay) or 1
    nx, ny = -(by - ay) / length * thick / 2, (bx - ax) / length * thick / 2
    quarter = (ax + (bx - ax) * 0.3, ay + (by - ay) * 0.3)
    three = (ax + (bx - ax) * 0.7, ay + (by - ay) * 0.7)
    pen.fill(
        [
            start, (quarter[0] + nx, quarter[1] + ny), (three[0] + nx, three[1] + ny), end,
            (three[0] - nx, three[1] - ny), (quarter[0] - nx, quarter[1] - ny),
        ],
        colour,
    )  # fmt: skip
