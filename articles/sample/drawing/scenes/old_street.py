"""Hàng Cau street when the lamps are lit."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, sag
from ..lanterns import lantern
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..plants import tuft
from ..sky import birds
from .street_people import stall, walkers

EYE: Point = (760, 470)
"""The point to which the street runs; the kerbs stand at the corners of the picture."""


@picture(
    "pho-hang-cau-chieu",
    WIDE,
    Palette(rgb("#ffe7b0"), rgb("#e79a72"), rgb("#6d5478"), rgb("#231c38"), rgb("#d84b32")),
)
def old_street(sheet: Sheet) -> None:
    """Two rows of old houses, wires and lanterns; a woman at four pans, six little chairs."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.ink, 0.25)),
            (0.25, mix(p.near, p.far, 0.5)),
            (0.45, mix(p.far, p.paper, 0.4)),
            (0.56, p.paper),
        ],
        wood=0.06,
    )
    sheet.glow(EYE, 420, mix(p.paper, (255, 255, 255), 0.3), 0.7)
    with sheet.cut(shadow=2, dark=0.15, edge=0) as pen:
        birds(pen, rng, (740, 150), 80, 9, 15, mix(p.ink, p.near, 0.3))
    with sheet.cut(shadow=5, dark=0.3) as pen:
        road = mix(p.near, p.far, 0.35)
        pen.fill([(EYE[0] - 40, 484), (EYE[0] + 40, 484), (1660, 920), (-80, 920)], road)
        for row in range(22):
            y = 490 + 430 * (row / 22) ** 2
            pen.stroke(
                [(EYE[0] - (y - 470) * 2, y), (EYE[0] + (y - 470) * 2.1, y)],
                1.4 + row * 0.06,
                mix(road, p.ink, 0.18),
            )
    for side in (-1, 1):
        _houses(sheet, side)
    _wires(sheet)
    walkers(sheet)
    stall(sheet)


def _spot(side: int, depth: float, height: float, out: float = 0.0) -> Point:
    """A place on the house fronts: ``depth`` 0 (near) to 1 (at the eye point), ``height`` over the
    street in house heights, ``out`` towards the middle of the street in street widths."""
    near = 1 - depth
    x = EYE[0] + side * (36 + 800 * near) * (1 - out)
    ground = EYE[1] + 14 + 380 * near
    top = EYE[1] - 20 - 560 * near
    return x, ground + (top - ground) * height


def _quad(side: int, a: float, b: float, low: float, high: float, out: float = 0.0) -> list[Point]:
    return [
        _spot(side, a, low, out),
        _spot(side, b, low, out),
        _spot(side, b, high, out),
        _spot(side, a, high, out),
    ]


def _houses(sheet: Sheet, side: int) -> None:
    """One row, from far to near: wall, shop front with light, balcony, shutters, tiled eaves."""
    rng, p = sheet.rng, sheet.palette
    walls: tuple[Colour, ...] = (
        rgb("#d9a45a"), rgb("#c77f5a"), rgb("#8fa08a"), rgb("#d8b98a"), rgb("#a9707a"),
        rgb("#7f93a3"), rgb("#cf9a4e"),
    )  # fmt: skip
    edges = [0.02, 0.26, 0.45, 0.6, 0.72, 0.81, 0.88, 0.94, 0.985]
    for number in range(len(edges) - 2, -1, -1):
        a, b = edges[number], edges[number + 1]
        tall = 0.86 + 0.16 * ((number * 3 + (1 if side > 0 else 0)) % 4) / 3
        wall = mix(
            walls[(number * 2 + (3 if side > 0 else 0)) % 7], p.near, 0.28 if side > 0 else 0.4
        )
        wide = b - a

        def at(share: float, a: float = a, wide: float = wide) -> float:
            return a + wide * share

        with sheet.cut(shadow=8, dark=0.45, edge=0.25) as pen:
            pen.fill(_quad(side, a, b, 0, tall), wall)
            pen.fill(_quad(side, at(0.06), at(0.94), 0.0, 0.36), mix(p.ink, wall, 0.25))
            pen.fill(
                _quad(side, at(0.1), at(0.9), 0.0, 0.33),
                mix(rgb("#ffc766"), p.accent, rng.uniform(0.05, 0.3)),
            )
            _shop(sheet, pen, side, a, b)
            for window in range(2):
                left = 0.14 + 0.42 * window
                pen.fill(
                    _quad(side, at(left), at(left + 0.3), 0.48, 0.76 * tall),
                    mix(p.ink, p.near, 0.25),
                )
                lit = (number + window + (1 if side > 0 else 0)) % 3 == 0
                shade = mix(rgb("#ffd27a"), p.far, 0.2) if lit else mix(rgb("#5d8a86"), p.ink, 0.2)
                pen.fill(_quad(side, at(left + 0.02), at(left + 0.14), 0.5, 0.74 * tall), shade)
                pen.fill(_quad(side, at(left + 0.16), at(left + 0.28), 0.5, 0.74 * tall), shade)
                for slat in range(8):
                    level = 0.52 + slat * 0.028 * tall
                    pen.stroke(
                        [_spot(side, at(left + 0.02), level), _spot(side, at(left + 0.28), level)],
                        0.6 + 1.6 * (1 - a),
                        mix(shade, p.ink, 0.35),
                    )
        with sheet.cut(shadow=6, dark=0.45, edge=0.35) as pen:
            rail = mix(p.ink, rgb("#7a4a36"), 0.5)
            pen.fill(
                [
                    _spot(side, a, 0.42),
                    _spot(side, b, 0.42),
                    _spot(side, b, 0.42, 0.1),
                    _spot(side, a, 0.42, 0.1),
                ],
                mix(rail, p.ink, 0.3),
            )
            pen.stroke(
                [_spot(side, a, 0.42, 0.1), _spot(side, b, 0.42, 0.1)], 2 + 8 * (1 - a), rail
            )
            pen.stroke(
                [_spot(side, a, 0.54, 0.1), _spot(side, b, 0.54, 0.1)], 1.5 + 5 * (1 - a), rail
            )
            for post in range(11):
                d = at(post / 10)
                pen.stroke(
                    [_spot(side, d, 0.42, 0.1), _spot(side, d, 0.54, 0.1)], 1 + 3 * (1 - a), rail
                )
            for pot in range(2):
                x, y = _spot(side, at(0.25 + 0.45 * pot), 0.55, 0.1)
                tuft(pen, rng, (x, y), 12 + 44 * (1 - a), mix(rgb("#5d8a5a"), p.ink, 0.2), blades=8)
            roof = mix(rgb("#9a4a3a"), p.ink, 0.2)
            pen.fill(
                [
                    _spot(side, a, tall - 0.03),
                    _spot(side, b, tall - 0.03),
                    _spot(side, b, tall + 0.02, 0.09),
                    _spot(side, a, tall + 0.02, 0.09),
                ],
                mix(roof, p.ink, 0.4),
            )
            pen.fill(
                [
                    _spot(side, a, tall + 0.02, 0.09),
                    _spot(side, b, tall + 0.02, 0.09),
                    _spot(side, b, tall + 0.1, 0.03),
                    _spot(side, a, tall + 0.1, 0.03),
                ],
                roof,
            )
            for tile in range(14):
                d = at(tile / 13)
                pen.stroke(
                    [_spot(side, d, tall + 0.1, 0.03), _spot(side, d, tall + 0.02, 0.09)],
                    1 + 3 * (1 - a),
                    mix(roof, p.ink, 0.4),
                )
            pen.fill(
                [
                    _spot(side, a, 0.36),
                    _spot(side, b, 0.36),
                    _spot(side, b, 0.3, 0.2),
                    _spot(side, a, 0.3, 0.2),
                ],
                mix(walls[(number * 3 + 1) % 7], p.accent, 0.35),
            )
            for stripe in range(0, 8, 2):
                c, d = at(stripe / 8), at((stripe + 1) / 8)
                pen.fill(
                    [
                        _spot(side, c, 0.36),
                        _spot(side, d, 0.36),
                        _spot(side, d, 0.3, 0.2),
                        _spot(side, c, 0.3, 0.2),
                    ],
                    mix(p.paper, p.far, 0.3),
                )
        glow_at = _spot(side, at(0.5), 0.2, 0.12)
        sheet.glow(glow_at, 40 + 170 * (1 - b), rgb("#ffc46a"), 0.4)


def _shop(sheet: Sheet, pen: Pen, side: int, a: float, b: float) -> None:
    """What is seen through an open front: shelves with jars and boxes, a counter, folded panels."""
    rng, p = sheet.rng, sheet.palette
    wide = b - a
    goods: tuple[Colour, ...] = (
        p.accent,
        rgb("#5d8a86"),
        p.paper,
        rgb("#7a5236"),
        rgb("#c9853a"),
        p.near,
    )
    dark = mix(p.ink, rgb("#7a4a36"), 0.6)
    for level in (0.12, 0.2, 0.27):
        place = 0.2
        while place < 0.8:
            step = rng.uniform(0.04, 0.08)
            pen.fill(
                _quad(
                    side,
                    a + wide * place,
                    a + wide * (place + step * 0.8),
                    level,
                    level + rng.uniform(0.03, 0.055),
                ),
                mix(rng.choice(goods), rgb("#ffc766"), 0.3),
            )
            place += step
        pen.fill(_quad(side, a + wide * 0.18, a + wide * 0.82, level - 0.008, level), dark)
    pen.fill(_quad(side, a + wide * 0.3, a + wide * 0.74, 0.0, 0.09), mix(dark, p.accent, 0.2))
    for panel in (0.1, 0.14, 0.83, 0.87):
        pen.fill(_quad(side, a + wide * panel, a + wide * (panel + 0.03), 0, 0.33), dark)


def _wires(sheet: Sheet) -> None:
    """A pole with its tangle of wires, and ropes of lanterns across the street."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=4, dark=0.3, edge=0.2) as pen:
        for side, depth in ((-1, 0.5), (1, 0.72)):
            foot, top = _spot(side, depth, 0, 0.22), _spot(side, depth, 1.12, 0.22)
            pen.stroke([foot, top], 15 * (1 - depth) + 3, mix(p.ink, p.near, 0.35))
        for _ in range(9):
            start = _spot(-1, 0.5, rng.uniform(0.9, 1.1), 0.22)
            end = _spot(1, 0.72, rng.uniform(0.9, 1.1), 0.22)
            pen.stroke(sag(start, end, rng.uniform(12, 46)), 1.4, p.ink)
            pen.stroke(
                sag(start, _spot(-1, -0.1, rng.uniform(0.8, 0.95), 0.3), rng.uniform(10, 40)),
                2,
                p.ink,
            )
            pen.stroke(
                sag(end, _spot(1, 0.2, rng.uniform(0.86, 1.0), 0.12), rng.uniform(10, 36)),
                1.6,
                p.ink,
            )
    for depth, size, count in ((0.78, 22, 5), (0.62, 34, 6), (0.4, 54, 7)):
        with sheet.cut(shadow=5, dark=0.3, edge=0.2) as pen:
            rope = sag(_spot(-1, depth, 0.66), _spot(1, depth, 0.66), 70 * (1 - depth))
            pen.stroke(rope, 2, p.ink)
        for number in range(1, count + 1):
            x, y = rope[int(number * 24 / (count + 1))]
            sheet.glow((x, y + size * 0.8), size * 2, p.accent, 0.6)
            with sheet.cut(shadow=3, dark=0.3, edge=0.2) as pen:
                colour = (p.accent, rgb("#f0b04a"), mix(p.accent, p.paper, 0.35))[number % 3]
                lantern(pen, (x, y), size, colour, mix(p.accent, p.ink, 0.6))
