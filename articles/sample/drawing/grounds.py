"""Where a scene plays: a river between its banks, a far bridge, a slope of earth."""

from __future__ import annotations

from collections.abc import Sequence

from .curves import Point, bend, ridge
from .land import dash
from .palette import Colour, mix
from .paper import Sheet
from .plants import foliage
from .waterside import ripples


def river(sheet: Sheet, shore: float, water: Colour, dark: Colour, light: Colour) -> None:
    """Water from ``shore`` to the lower edge, its ripples dark and light."""
    box = (-60, shore + 6, sheet.width, sheet.height - 10)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, shore, sheet.width + 10, sheet.height + 10, water)
        count = int(sheet.width * (sheet.height - shore) / 4200)
        ripples(pen, sheet.rng, box, dark, count=count, longest=240)
        ripples(pen, sheet.rng, box, light, count=int(count * 0.6), longest=200)


def wooded_bank(
    sheet: Sheet, height: float, foot: float, colours: Sequence[Colour], *, size: float = 1.0
) -> None:
    """A far bank with bushes on it, from ``height`` down to the water at ``foot``."""
    rng = sheet.rng
    with sheet.cut(shadow=6) as pen:
        crest = ridge(rng, -20, sheet.width + 20, height, 10 * size, rough=0.6)
        pen.fill([*crest, (sheet.width + 20, foot), (-20, foot)], colours[0])
        x = -20.0
        while x < sheet.width + 20:
            across = rng.uniform(26, 60) * size
            foliage(pen, rng, (x, height - 2), across, across * 0.55, colours, size=11 * size)
            x += across * rng.uniform(0.8, 1.4)


def far_bridge(
    sheet: Sheet,
    left: float,
    right: float,
    deck: float,
    spans: int,
    rise: float,
    colour: Colour,
    *,
    mist: float = 0.0,
) -> None:
    """A steel bridge of arched spans on stone piers, far off; ``mist`` is its share of paper."""
    steel = mix(colour, sheet.palette.paper, mist)
    stone = mix(mix(colour, sheet.palette.far, 0.5), sheet.palette.paper, mist)
    width = (right - left) / spans
    with sheet.cut(shadow=4, dark=0.3) as pen:
        for pier in range(spans + 1):
            x = left + pier * width
            pen.fill(
                [
                    (x - rise * 0.1, deck), (x + rise * 0.1, deck),
                    (x + rise * 0.16, deck + rise * 0.9), (x - rise * 0.16, deck + rise * 0.9),
                ],
                stone,
            )  # fmt: skip
        pen.box(left - rise, deck - rise * 0.05, right + rise, deck + rise * 0.08, steel)
        for span in range(spans):
            start, end = (left + span * width, deck), (left + (span + 1) * width, deck)
            arch = bend(start, end, -rise / width * 0.98, steps=20)
            pen.stroke(arch, max(2.0, rise * 0.085), steel)
            for place in range(2, 19, 2):
                x, y = arch[place]
                pen.stroke([(x, y), (x, deck)], max(1.0, rise * 0.03), steel)
                nx, ny = arch[place + 2] if place < 18 else end
                pen.stroke([(x, deck), (nx, ny)], max(0.8, rise * 0.02), steel)


def earth(sheet: Sheet, crest: Sequence[Point], colour: Colour, *, shadow: float = 9) -> None:
    """Ground from ``crest`` (left to right) to the lower edge, scored by the graver."""
    rng, p = sheet.rng, sheet.palette
    low = sheet.height + 20
    with sheet.cut(shadow=shadow) as pen:
        pen.fill([*crest, (crest[-1][0], low), (crest[0][0], low)], colour)
        for _ in range(int(sheet.width / 7)):
            place = rng.randrange(len(crest))
            x, top = crest[place]
            y = top + 8 + (sheet.height - top) * rng.random()
            near = (y - top) / max(1.0, sheet.height - top)
            dash(
                pen,
                (x, y),
                (x + 20 + 90 * near * rng.random(), y + rng.uniform(-2, 2)),
                1.2 + 3 * near,
                mix(colour, rng.choice((p.ink, p.ink, p.paper)), rng.uniform(0.06, 0.22)),
            )
