"""What people carry and ride: baskets, sandbags, bicycles, a ball."""

from __future__ import annotations

import math
from random import Random

from .curves import Point, bend, ring, smooth, trace
from .palette import Colour, mix
from .paper import Pen


def basket(
    pen: Pen, at: Point, wide: float, deep: float, straw: Colour, dark: Colour, inside: Colour
) -> None:
    """A round basket, its mouth open to us; ``at`` is the middle of the mouth."""
    x, y = at
    half = wide / 2
    body = smooth(
        [
            (x - half, y),
            (x - half * 0.86, y + deep * 0.6),
            (x - half * 0.5, y + deep),
            (x + half * 0.5, y + deep),
            (x + half * 0.86, y + deep * 0.6),
            (x + half, y),
        ]
    )
    pen.fill(body, straw)
    for row in range(1, 6):
        share = row / 6
        reach = half * (1 - 0.38 * share * share)
        pen.stroke(
            bend(
                (x - reach, y + deep * share * 0.92),
                (x + reach, y + deep * share * 0.92),
                0.07,
                steps=12,
            ),
            max(1.2, wide * 0.009),
            mix(straw, dark, 0.5),
        )
    for rib in range(-4, 5):
        px = x + rib / 4.6 * half
        pen.stroke(
            [(px, y + wide * 0.1), (x + rib / 4.6 * half * 0.64, y + deep * 0.98)],
            max(1.0, wide * 0.007),
            mix(straw, dark, 0.35),
        )
    pen.fill(ring(at, half, half * 0.3), mix(straw, dark, 0.15))
    pen.fill(ring(at, half * 0.92, half * 0.25), inside)


def sandbag(
    pen: Pen,
    rng: Random,
    at: Point,
    wide: float,
    high: float,
    cloth: Colour,
    dark: Colour,
    *,
    turn: float = 0.0,
) -> None:
    """A filled sack lying on its side, tied at one end."""

    def spot(px: float, py: float) -> Point:
        x, y = px * wide / 2, py * high / 2
        return at[0] + x * math.cos(turn) - y * math.sin(turn), at[1] + x * math.sin(
            turn
        ) + y * math.cos(turn)

    shake = [rng.uniform(-0.06, 0.06) for _ in range(8)]
    outline = trace(
        "-0.96,-0.35 -0.55,-0.88 0.1,-0.98 0.72,-0.82 1.0,-0.2 0.94,0.6 0.3,0.97 -0.6,0.92"
    )
    body = [spot(px + shake[i], py + shake[-1 - i]) for i, (px, py) in enumerate(outline)]
    pen.fill(
        smooth([spot(0.9, -0.1), spot(1.16, -0.4), spot(1.2, 0.25)], closed=True, steps=4),
        mix(cloth, dark, 0.4),
    )
    pen.fill(smooth(body, closed=True, steps=7), cloth)
    pen.fill(
        smooth(
            [
                spot(-0.9, 0.15),
                spot(-0.2, 0.5),
                spot(0.9, 0.3),
                spot(0.9, 0.66),
                spot(0.3, 0.95),
                spot(-0.6, 0.9),
            ],
            closed=True,
            steps=6,
        ),
        mix(cloth, dark, 0.28),
    )
    for crease in (-0.35, 0.2):
        pen.stroke(
            bend(spot(crease, -0.7), spot(crease + 0.15, -0.1), 0.15, steps=6),
            max(1, wide * 0.012),
            mix(cloth, dark, 0.4),
            1,
        )


def bicycle(pen: Pen, at: Point, size: float, face: int, frame: Colour, tyre: Colour) -> Point:
    """A bicycle standing at ``at`` (ground between the wheels), ``size`` the wheel's diameter.

    The saddle's place is answered.
    """
    x, y = at
    r = size / 2

    def spot(px: float, py: float) -> Point:
        return x + px * size * face, y - py * size

    back, front = spot(-0.78, 0.5), spot(0.78, 0.5)
    for hub in (back, front):
        outer, width = ring(hub, r, r), max(1.6, size * 0.05)
        pen.stroke([*outer, outer[0]], width, tyre)
        for spoke in range(0, 40, 5):
            pen.stroke([hub, outer[spoke]], 0.8, mix(tyre, frame, 0.4))
    crank, seat, head = spot(-0.08, 0.46), spot(-0.28, 1.02), spot(0.52, 1.08)
    bar = spot(0.5, 1.32)
    thick = max(1.8, size * 0.06)
    for a, b in (
        (back, crank),
        (crank, seat),
        (seat, back),
        (crank, head),
        (spot(-0.25, 0.92), head),
        (head, front),
        (head, bar),
    ):
        pen.stroke([a, b], thick, frame)
    pen.stroke([spot(-0.44, 1.12), spot(-0.16, 1.1)], thick * 1.6, tyre)
    pen.stroke([bar, spot(0.3, 1.34)], thick, tyre)
    pen.disc(crank, size * 0.09, tyre)
    return seat


def football(pen: Pen, at: Point, radius: float, light: Colour, dark: Colour) -> None:
    """A football with its patches."""
    pen.disc(at, radius, light)
    pen.fill(ring(at, radius * 0.34, radius * 0.34, steps=5, turn=-0.3), dark)
    for patch in range(5):
        angle = math.tau * patch / 5 - 0.3
        x, y = at[0] + math.cos(angle) * radius * 0.82, at[1] + math.sin(angle) * radius * 0.82
        pen.fill(ring((x, y), radius * 0.22, radius * 0.22, steps=5, turn=angle), dark)
