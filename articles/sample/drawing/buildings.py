"""Houses with tiled roofs."""

from __future__ import annotations

from random import Random

from .curves import bend, smooth
from .palette import Colour, mix
from .paper import Pen


def tiled_roof(
    pen: Pen,
    rng: Random,
    left: float,
    right: float,
    ridge_y: float,
    eaves_y: float,
    tile: Colour,
    dark: Colour,
    *,
    row: float = 13,
) -> None:
    """A hipped roof of yin-yang tiles between ridge and eaves, its eaves curving up a little."""
    inset = (right - left) * 0.12
    rise = (eaves_y - ridge_y) * 0.06
    eaves = smooth(
        [
            (left, eaves_y - rise),
            (left + inset, eaves_y),
            (right - inset, eaves_y),
            (right, eaves_y - rise),
        ]
    )
    pen.fill([(left + inset, ridge_y), (right - inset, ridge_y), *reversed(eaves)], tile)
    y = ridge_y + row * 0.8
    while y < eaves_y - 2:
        share = (y - ridge_y) / (eaves_y - ridge_y)
        a, b = left + inset * (1 - share), right - inset * (1 - share)
        x = a + rng.uniform(0, row)
        while x < b - row * 0.6:
            pen.stroke(
                bend((x, y), (min(b, x + row * 0.9), y), 0.24, steps=5), 1.5, mix(tile, dark, 0.5)
            )
            x += row
        y += row * 0.78
    pen.stroke(
        [(left + inset - 3, ridge_y), (right - inset + 3, ridge_y)],
        row * 0.55,
        mix(tile, dark, 0.35),
    )
    pen.stroke(eaves, row * 0.3, mix(tile, dark, 0.55))


def house(
    pen: Pen,
    rng: Random,
    left: float,
    base: float,
    width: float,
    height: float,
    wall: Colour,
    tile: Colour,
    dark: Colour,
    *,
    doors: int = 3,
    mud: Colour | None = None,
) -> None:
    """A low house with a porch: wall, shuttered doors, tiled roof; ``mud`` is a flood line."""
    right, eaves, top = left + width, base - height * 0.52, base - height
    pen.box(left, eaves - 6, right, base, wall)
    if mud:
        line = [
            (left + width * i / 12, base - height * 0.2 + rng.uniform(-5, 5)) for i in range(13)
        ]
        pen.fill([*line, (right, base), (left, base)], mud)
    pen.box(left, eaves - 6, right, eaves + height * 0.06, mix(wall, dark, 0.4))
    bay = width / doors
    for door in range(doors):
        x = left + bay * (door + 0.5)
        half = bay * 0.26
        pen.box(x - half, eaves + height * 0.1, x + half, base, mix(dark, tile, 0.2))
        for side in (-1, 1):
            pen.box(
                x + side * half * 0.5 - half * 0.42,
                eaves + height * 0.12,
                x + side * half * 0.5 + half * 0.42,
                base - 2,
                mix(wall, dark, 0.6),
            )
            for slat in range(7):
                y = eaves + height * 0.15 + slat * height * 0.045
                pen.box(
                    x + side * half * 0.5 - half * 0.34,
                    y,
                    x + side * half * 0.5 + half * 0.34,
                    y + 1.6,
                    mix(wall, dark, 0.8),
                )
    for post in range(doors + 1):
        x = left + bay * post
        pen.stroke([(x, eaves), (x, base)], max(4, width * 0.012), mix(wall, dark, 0.55))
    tiled_roof(
        pen,
        rng,
        left - width * 0.06,
        right + width * 0.06,
        top,
        eaves,
        tile,
        dark,
        row=max(8, height * 0.055),
    )
