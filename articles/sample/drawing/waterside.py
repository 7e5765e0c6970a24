"""On and by the water: ripples, reflections, boats, steps, hyacinths."""

from __future__ import annotations

import math
from random import Random

from .curves import Point, bend, ring, smooth, trace
from .land import dash
from .palette import Colour, mix
from .paper import Pen
from .plants import leaf


def ripples(
    pen: Pen,
    rng: Random,
    box: tuple[float, float, float, float],
    colour: Colour,
    *,
    count: int,
    longest: float = 160,
) -> None:
    """Tapered lines on water within (left, top, right, bottom), finer towards the far shore."""
    left, top, right, bottom = box
    for _ in range(count):
        near = rng.random() ** 1.3
        y = top + (bottom - top) * near
        length = longest * (0.15 + 0.85 * near) * rng.uniform(0.3, 1.0)
        x = rng.uniform(left - length / 2, right)
        dash(pen, (x, y), (x + length, y + rng.uniform(-1.5, 1.5)), 0.9 + 3.4 * near, colour)


def glitter(
    pen: Pen,
    rng: Random,
    x: float,
    top: float,
    bottom: float,
    width: float,
    colour: Colour,
    *,
    step: float = 7,
) -> None:
    """The broken reflection of a light at ``x``, wider as it comes nearer."""
    y = top
    while y < bottom:
        near = (y - top) / (bottom - top)
        half = width * (0.35 + 0.65 * near) * rng.uniform(0.35, 1) * (1 - 0.55 * near)
        shift = rng.uniform(-0.3, 0.3) * width * near
        dash(pen, (x + shift - half, y), (x + shift + half, y), 1.6 + 3.2 * near, colour)
        y += step * (0.6 + 0.9 * near)


def sampan(
    pen: Pen,
    at: Point,
    length: float,
    face: int,
    hull: Colour,
    rim: Colour,
    inside: Colour,
) -> None:
    """A slim wooden boat from the side, afloat at ``at`` (the middle of its waterline)."""
    x, y = at
    high = length * 0.1

    def spot(px: float, py: float) -> Point:
        return x + px * length * face, y - py * high

    far_rim = smooth(
        [
            spot(-0.5, 1.5),
            spot(-0.25, 0.95),
            spot(0.1, 0.85),
            spot(0.34, 1.15),
            spot(0.54, 2.1),
        ]
    )
    near_rim = smooth(
        [
            spot(-0.5, 1.5),
            spot(-0.25, 0.62),
            spot(0.1, 0.5),
            spot(0.34, 0.8),
            spot(0.54, 2.1),
        ]
    )
    pen.fill([*far_rim, *reversed(near_rim)], inside)
    keel = smooth(
        [
            spot(0.54, 2.1),
            spot(0.42, 0.55),
            spot(0.25, 0.0),
            spot(-0.28, 0.0),
            spot(-0.42, 0.4),
            spot(-0.5, 1.5),
        ]
    )
    pen.fill([*near_rim, *keel], hull)
    pen.stroke(near_rim, max(1.6, length * 0.011), rim, max(1.2, length * 0.008))
    plank = smooth(
        [spot(-0.44, 0.9), spot(-0.2, 0.28), spot(0.12, 0.2), spot(0.34, 0.45), spot(0.46, 1.1)]
    )
    pen.stroke(plank, max(1, length * 0.005), mix(hull, inside, 0.6))


def moored(
    pen: Pen, bow: Point, stern: Point, wide: float, hull: Colour, rim: Colour, inside: Colour
) -> None:
    """A boat seen from above and behind: its bow points to the water, its hollow open to us."""
    (ax, ay), (bx, by) = bow, stern
    length = math.hypot(ax - bx, ay - by)
    ux, uy = (ax - bx) / length, (ay - by) / length
    nx, ny = -uy, ux

    def spot(along: float, across: float, drop: float = 0.0) -> Point:
        flat = 1.0 if abs(uy) > 0.5 else 0.6
        return (
            bx + ux * length * along + nx * wide * across,
            by + uy * length * along + ny * wide * across * flat + drop,
        )

    rims = trace(
        "0.0,0.26 0.2,0.44 0.5,0.5 0.78,0.36 1.0,0.0 0.78,-0.36 0.5,-0.5 0.2,-0.44 0.0,-0.26"
    )
    lower = [spot(a, c, wide * 0.24) for a, c in rims]
    upper = [spot(a, c) for a, c in rims]
    pen.fill(smooth([*upper[:5], *reversed(lower[:5])], closed=True, steps=6), hull)
    pen.fill(smooth([*upper[4:], *reversed(lower[4:])], closed=True, steps=6), hull)
    pen.fill(smooth(lower, closed=True, steps=8), hull)
    pen.fill(smooth(upper, closed=True, steps=8), rim)
    pen.fill(
        smooth([spot(0.035 + a * 0.9, c * 0.82) for a, c in rims], closed=True, steps=8), inside
    )
    for share in (0.18, 0.4, 0.62):
        half = 0.41 if share < 0.6 else 0.37
        pen.stroke([spot(share, -half), spot(share, half)], wide * 0.11, mix(rim, inside, 0.35))


def hyacinth(
    pen: Pen,
    rng: Random,
    at: Point,
    size: float,
    green: Colour,
    dark: Colour,
    bloom: Colour | None = None,
) -> None:
    """A floating raft of water hyacinth: round leaves in a rosette, sometimes a flower."""
    for _ in range(11):
        angle = rng.uniform(0, math.tau)
        x = at[0] + math.cos(angle) * size * rng.uniform(0.2, 1)
        y = at[1] + math.sin(angle) * size * 0.28 * rng.uniform(0.2, 1)
        pen.stroke([(x, y + size * 0.1), (x, y - size * 0.12)], size * 0.07, dark)
        pen.fill(
            ring(
                (x, y - size * 0.18),
                size * 0.24,
                size * 0.15,
                turn=rng.uniform(-0.5, 0.5),
                steps=14,
            ),
            mix(green, dark, rng.uniform(0, 0.55)),
        )
    if bloom:
        foot = (at[0] + rng.uniform(-0.2, 0.2) * size, at[1] - size * 0.25)
        for _ in range(6):
            leaf(pen, foot, rng.uniform(-2.6, -0.5), size * 0.4, size * 0.18, bloom)


def driftwood(pen: Pen, rng: Random, at: Point, length: float, colour: Colour) -> None:
    """A bough carried by the flood, its twigs in the air."""
    line = bend(at, (at[0] + length, at[1] + rng.uniform(-6, 6)), rng.uniform(-0.04, 0.04))
    pen.stroke(line, length * 0.07, colour, length * 0.025)
    for share in (4, 7, 10, 13):
        x, y = line[share]
        reach = length * rng.uniform(0.15, 0.32)
        twig = bend((x, y), (x + reach * 0.8, y - reach * rng.uniform(0.5, 1)), 0.1)
        pen.stroke(twig, length * 0.025, colour, 1)


def stone_steps(
    pen: Pen,
    rng: Random,
    top: tuple[float, float, float],
    bottom: tuple[float, float, float],
    count: int,
    light: Colour,
    dark: Colour,
) -> None:
    """A flight of steps going away from us; each end is (left, right, height).

    Treads are light, risers dark.
    """
    for step in range(count):
        share = (step / count) ** 1.55
        nearer = ((step + 1) / count) ** 1.55
        left, right, y = (top[i] + (bottom[i] - top[i]) * share for i in range(3))
        left2, right2, y2 = (top[i] + (bottom[i] - top[i]) * nearer for i in range(3))
        lip = y + (y2 - y) * 0.52
        mid_left, mid_right = left + (left2 - left) * 0.5, right + (right2 - right) * 0.5
        tread = mix(light, dark, rng.uniform(0.0, 0.16))
        pen.fill([(left, y), (right, y), (mid_right, lip), (mid_left, lip)], tread)
        pen.fill(
            [(mid_left, lip), (mid_right, lip), (right2, y2), (left2, y2)],
            mix(dark, light, 0.12 + rng.uniform(0, 0.12)),
        )
        x = mid_left + rng.uniform(30, 120)
        while x < mid_right:
            pen.stroke([(x, lip), (x, y2)], 1.2 + (y2 - y) * 0.02, mix(dark, light, 0.02))
            x += rng.uniform(0.12, 0.3) * (mid_right - mid_left)
