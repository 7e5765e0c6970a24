"""Paper lanterns, the ropes they hang on, and bare bulbs."""

from __future__ import annotations

import math

from .curves import Point, bend, ring, sag, smooth
from .palette import Colour, mix
from .paper import Pen, Sheet


def lantern(
    pen: Pen, top: Point, size: float, paper: Colour, frame: Colour, *, shape: str = "round"
) -> None:
    """A paper lantern hung at ``top``: round, lotus or fish."""
    x, y = top
    pen.stroke([(x, y), (x, y + size * 0.3)], 1.6, frame)
    middle = (x, y + size * 0.85)
    if shape == "round":
        pen.fill(ring(middle, size * 0.52, size * 0.58), paper)
        for rib in (-0.34, -0.12, 0.12, 0.34):
            pen.stroke(
                smooth(
                    [
                        (x + rib * size * 0.4, middle[1] - size * 0.56),
                        (x + rib * size * 1.35, middle[1]),
                        (x + rib * size * 0.4, middle[1] + size * 0.56),
                    ]
                ),
                1.3,
                mix(paper, frame, 0.5),
            )
        pen.box(
            x - size * 0.2, middle[1] - size * 0.62, x + size * 0.2, middle[1] - size * 0.52, frame
        )
        pen.box(
            x - size * 0.2, middle[1] + size * 0.52, x + size * 0.2, middle[1] + size * 0.62, frame
        )
        for thread in (-1, 0, 1):
            pen.stroke(
                [
                    (x + thread * size * 0.06, middle[1] + size * 0.62),
                    (x + thread * size * 0.1, middle[1] + size * 1.0),
                ],
                1.8,
                frame,
            )
    elif shape == "lotus":
        for turn in (-1.15, 1.15, -0.75, 0.75, -0.36, 0.36, 0.0):
            petal(
                pen,
                (x, middle[1] + size * 0.45),
                -math.pi / 2 + turn,
                size * 0.95,
                size * 0.42,
                mix(paper, frame, 0.1 + abs(turn) * 0.28),
            )
    else:
        body = smooth(
            [
                (x - size, middle[1]),
                (x - size * 0.45, middle[1] - size * 0.42),
                (x + size * 0.25, middle[1] - size * 0.28),
                (x + size * 0.7, middle[1]),
                (x + size * 0.2, middle[1] + size * 0.34),
                (x - size * 0.5, middle[1] + size * 0.4),
            ],
            closed=True,
        )
        tail = smooth(
            [
                (x + size * 0.6, middle[1]),
                (x + size * 1.25, middle[1] - size * 0.5),
                (x + size * 1.05, middle[1]),
                (x + size * 1.25, middle[1] + size * 0.5),
            ],
            closed=True,
        )
        pen.fill(tail, mix(paper, frame, 0.25))
        pen.fill(
            smooth(
                [
                    (x - size * 0.3, middle[1] - size * 0.36),
                    (x, middle[1] - size * 0.72),
                    (x + size * 0.35, middle[1] - size * 0.25),
                ],
                closed=True,
            ),
            mix(paper, frame, 0.25),
        )
        pen.fill(body, paper)
        for row in range(3):
            for scale in range(3 - row % 2):
                cx = x - size * 0.22 + scale * size * 0.26 + (row % 2) * size * 0.13
                cy = middle[1] - size * 0.18 + row * size * 0.17
                pen.stroke(
                    bend((cx, cy - size * 0.09), (cx, cy + size * 0.09), -0.35, steps=8),
                    1.6,
                    mix(paper, frame, 0.5),
                )
        pen.disc((x - size * 0.66, middle[1] - size * 0.08), size * 0.085, frame)


def petal(pen: Pen, foot: Point, angle: float, length: float, wide: float, colour: Colour) -> None:
    """A full petal, broadest beyond its middle, with a short point."""
    cosine, sine = math.cos(angle), math.sin(angle)
    outline = []
    for reach, across in (
        (0, 0.12),
        (0.4, 0.8),
        (0.68, 0.95),
        (0.88, 0.5),
        (1, 0),
        (0.88, -0.5),
        (0.68, -0.95),
        (0.4, -0.8),
        (0, -0.12),
    ):
        px, py = reach * length, across * wide / 2
        outline.append((foot[0] + px * cosine - py * sine, foot[1] + px * sine + py * cosine))
    pen.fill(smooth(outline, closed=True, steps=5), colour)


def garland(pen: Pen, start: Point, end: Point, depth: float, rope: Colour) -> list[Point]:
    """A rope between two poles; the points on it are answered for what hangs there."""
    line = sag(start, end, depth)
    pen.stroke(line, 2.2, rope)
    return line


def bulb(
    sheet: Sheet,
    at: Point,
    radius: float,
    cord_from: Point,
    light: Colour,
    *,
    reach: float = 12,
    strength: float = 0.55,
) -> None:
    """A bare bulb on its cord and the light around it."""
    sheet.glow(at, radius * reach * 2.2, light, strength * 0.6)
    sheet.glow(at, radius * reach * 0.8, light, strength)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.stroke([cord_from, (at[0], at[1] - radius * 1.6)], 2.4, sheet.palette.ink)
        pen.box(
            at[0] - radius * 0.4,
            at[1] - radius * 1.8,
            at[0] + radius * 0.4,
            at[1] - radius * 0.8,
            sheet.palette.ink,
        )
        pen.disc(at, radius, mix(light, (255, 255, 255), 0.55))
