"""People who look on, seen from behind: heads and shoulders."""

from __future__ import annotations

from random import Random

from .curves import Point, ring, smooth, trace
from .palette import Colour, mix
from .paper import Pen


def onlooker(
    pen: Pen, at: Point, size: float, cloth: Colour, hair: Colour, *, head: str = "short"
) -> None:
    """Head and shoulders from behind, cut off below; ``at`` is the middle of the lower edge.

    ``size`` is the height in pixels; ``head``: short, bun, long, or non for a conical hat of the
    colour ``hair`` mixed with the cloth.
    """
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * size, y - py * size

    body = trace("-0.5,0 -0.47,0.28 -0.36,0.42 -0.12,0.5 0.12,0.5 0.36,0.42 0.47,0.28 0.5,0")
    pen.fill([spot(*p) for p in smooth(body)], cloth)
    shade = trace("-0.5,0 -0.47,0.28 -0.36,0.42 -0.26,0.44 -0.32,0.2 -0.3,0")
    pen.fill([spot(*p) for p in smooth(shade)], mix(cloth, hair, 0.35))
    pen.stroke([spot(0, 0.46), spot(0, 0.62)], size * 0.17, mix(hair, (150, 100, 70), 0.35))
    if head == "long":
        pen.fill(
            smooth([spot(*p) for p in trace("-0.2,0.8 0.2,0.8 0.2,0.3 -0.2,0.3")], closed=True),
            hair,
        )
    pen.fill(ring(spot(0, 0.76), size * 0.19, size * 0.22), hair)
    if head == "bun":
        pen.disc(spot(0, 1.0), size * 0.1, mix(hair, (120, 100, 90), 0.12))
    if head == "non":
        straw = mix(hair, (240, 220, 170), 0.75)
        pen.fill(
            [spot(*p) for p in trace("-0.52,0.72 0,1.16 0.52,0.72 0.26,0.63 -0.26,0.63")], straw
        )
        pen.fill(
            [spot(*p) for p in trace("-0.52,0.72 0,1.16 -0.1,0.63 -0.26,0.63")],
            mix(straw, hair, 0.3),
        )


def rows_of_people(
    pen: Pen,
    rng: Random,
    left: float,
    right: float,
    base: float,
    size: float,
    cloths: tuple[Colour, ...],
    hair: Colour,
    *,
    hats: float = 0.2,
) -> None:
    """One row of onlookers side by side, uneven in height, a share ``hats`` of them in hats."""
    x = left
    while x < right:
        tall = size * rng.uniform(0.78, 1.1)
        if rng.random() < hats:
            head = "non"
        else:
            head = rng.choice(("short", "short", "bun", "long"))
        onlooker(pen, (x, base + rng.uniform(-6, 6)), tall, rng.choice(cloths), hair, head=head)
        x += size * rng.uniform(0.8, 1.15)
