"""The vegetable row before sunrise."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point
from ..lanterns import bulb
from ..market import awning, heap, table
from ..palette import Colour, Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose

VANISH = (810.0, 372.0)


def _towards(point: Point, share: float) -> Point:
    return point[0] + (VANISH[0] - point[0]) * share, point[1] + (VANISH[1] - point[1]) * share


@picture(
    "cho-cua-luy-sang-nay",
    WIDE,
    Palette(rgb("#fde7b6"), rgb("#df9f5c"), rgb("#4f6f86"), rgb("#1b2638"), rgb("#c5442f")),
)
def market_row(sheet: Sheet) -> None:
    """Stalls to both sides, striped awnings, bulbs, and the sky growing light at the end."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.ink, 0.55)),
            (0.2, p.near),
            (0.34, mix(p.near, p.far, 0.5)),
            (0.43, p.paper),
        ],
        wood=0.14,
    )
    sheet.glow(VANISH, 460, mix(p.paper, rgb("#ffc98a"), 0.5), 0.9)
    with sheet.cut(shadow=4, dark=0.3) as pen:
        for number in range(9):
            x = 640 + number * 42
            high = rng.uniform(50, 110)
            pen.box(x, 400 - high, x + 38, 412, mix(p.near, p.far, rng.uniform(0.2, 0.5)))
            for window in range(4):
                if rng.random() < 0.6:
                    wx, wy = x + 6 + (window % 2) * 17, 412 - high * (0.4 + 0.3 * (window // 2))
                    pen.box(wx, wy, wx + 9, wy + 10, mix(p.paper, p.far, 0.2))
    with sheet.cut(shadow=4, dark=0.3) as pen:
        for left in (-10.0, 1610.0):
            near, far = (left, 150.0), (left, 910.0)
            wall = [near, _towards(near, 0.9), _towards(far, 0.9), far]
            pen.fill(wall, mix(p.near, p.ink, 0.42))
            for bay in range(9):
                a = bay / 10
                pen.stroke(
                    [_towards(near, a), _towards(far, a)], 7 * (1 - a), mix(p.near, p.ink, 0.66)
                )
                if bay % 2:
                    top, low = (left, 330.0), (left, 560.0)
                    window = [_towards(top, a), _towards(top, a + 0.06), _towards(low, a + 0.06)]
                    pen.fill([*window, _towards(low, a)], mix(p.far, p.near, 0.35))
    ground = mix(p.near, p.far, 0.35)
    with sheet.cut(shadow=4) as pen:
        pen.fill(
            [(-10, 910), _towards((-10, 910), 0.92), _towards((1610, 910), 0.92), (1610, 910)],
            mix(ground, p.ink, 0.22),
        )
        for row in range(12):
            share = 1 - (1 - row / 12) ** 0.6
            pen.stroke(
                [_towards((-400, 910), share), _towards((2000, 910), share)],
                2.4 * (1 - share) + 0.6,
                mix(ground, p.ink, 0.4),
            )
        for column in range(-6, 23):
            start = (column * 100.0, 910.0)
            pen.stroke([start, _towards(start, 0.9)], 2, mix(ground, p.ink, 0.4), 0.6)
        for x, y, wide in ((760, 760, 90), (860, 620, 50), (640, 850, 110)):
            pen.disc((x, y), wide, mix(p.paper, ground, 0.35), 0.14)
    cloths = (
        (p.accent, mix(p.paper, p.far, 0.15)),
        (rgb("#3f7f86"), mix(p.paper, p.far, 0.15)),
        (rgb("#d99a3c"), mix(p.paper, p.far, 0.1)),
        (rgb("#5f7f52"), mix(p.paper, p.far, 0.15)),
    )
    for depth, share in enumerate((0.8, 0.68, 0.53, 0.34, 0.08)):
        for side in (-1, 1):
            _stall(sheet, side, share, cloths[(depth + (side > 0) * 2) % 4], depth)
        _shoppers(sheet, depth, share)
    sheet.glow((810, 480), 300, mix(p.paper, p.far, 0.3), 0.25)


def _stall(sheet: Sheet, side: int, share: float, cloth: tuple[Colour, Colour], depth: int) -> None:
    """One stall: awning on poles, a table of heaps, the seller behind it, a bulb."""
    rng, p = sheet.rng, sheet.palette
    size = 1 - share

    def place(x: float, y: float) -> Point:
        return _towards((800 + side * x, y), share)

    back = (place(830, -40), place(760, 120))
    front = (place(470, 96), place(430, 190))
    with sheet.cut(shadow=12 * size + 3, dark=0.5) as pen:
        for x, top in ((450, 140), (790, 60)):
            pole = [place(x, top), place(x, 900)]
            pen.stroke(pole, 15 * size + 1.5, mix(p.far, p.ink, 0.55))
    skin = mix(rgb("#b57b52"), p.ink, 0.1)
    tops = (
        mix(rgb("#7a4a6a"), p.ink, 0.1),
        rgb("#4f7f86"),
        mix(p.accent, p.ink, 0.15),
        mix(p.far, p.ink, 0.12),
        mix(p.paper, p.far, 0.3),
    )
    seat = Pose(
        hip=(-0.05, 0.24),
        lean=8,
        nod=8,
        hands=((0.26, 0.36), (0.24, 0.32)),
        feet=((0.2, 0), (0.14, 0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=8 * size + 2, dark=0.5, edge=0.4) as pen:
        at = place(660, 800)
        Figure(
            pen,
            at,
            620 * size,
            -side,
            seat,
            Dress(tops[depth % 5], p.ink, skin, p.ink, mix(p.paper, p.far, 0.3), "non"),
        ).draw()
    with sheet.cut(shadow=9 * size + 2, dark=0.5) as pen:
        (x1, y1), (x2, _) = place(700, 742), place(390, 742)
        _, low = place(390, 900)
        table(pen, min(x1, x2), max(x1, x2), y1, low, mix(p.far, p.ink, 0.35), p.ink)
        goods = ("greens", "tomatoes", "pumpkins", "greens", "roots", "eggs", "greens")
        for number in range(3):
            spot = place(635 - number * 100, 722)
            heap(
                pen,
                rng,
                spot,
                128 * size,
                goods[(depth * 2 + number + (side > 0) * 3) % 7],
                mix(p.far, rgb("#c9a05c"), 0.5),
                p.ink,
            )
        for number in range(2):
            spot = place(560 - number * 130, 880)
            heap(
                pen,
                rng,
                spot,
                150 * size,
                goods[(depth + number * 3 + (side > 0)) % 7],
                mix(p.far, p.ink, 0.15),
                p.ink,
            )
    lamp = place(560, 330)
    bulb(
        sheet,
        lamp,
        15 * size + 1.5,
        (lamp[0], place(560, 130)[1]),
        mix(p.paper, p.far, 0.2),
        reach=9,
        strength=0.5,
    )
    with sheet.cut(shadow=13 * size + 3, dark=0.5) as pen:
        awning(pen, back, front, cloth, p.ink, stripes=7)


def _shoppers(sheet: Sheet, depth: int, share: float) -> None:
    """Who walks between the stalls at this depth."""
    p = sheet.palette
    size = 1 - share
    skin = mix(rgb("#b57b52"), p.ink, 0.1)
    look = Pose(
        hip=(0, 0.52),
        lean=12,
        nod=12,
        hands=((0.16, 0.5), (0.1, 0.46)),
        feet=((0.06, 0), (-0.08, 0)),
    )
    walk = Pose(
        hip=(0, 0.515),
        lean=4,
        hands=((0.12, 0.48), (-0.06, 0.46)),
        feet=((0.13, 0.0), (-0.14, 0.02)),
    )
    plan = (
        ((780, 1, walk, 0), (850, -1, walk, 1)),
        ((740, -1, look, 2), (880, 1, look, 3)),
        ((700, -1, look, 1), (930, 1, walk, 0)),
        ((690, 1, walk, 3), (1010, 1, look, 2)),
        ((640, -1, look, 0),),
    )[depth]
    tops = (
        mix(p.paper, p.far, 0.25),
        rgb("#6a8f96"),
        mix(p.accent, p.paper, 0.2),
        mix(rgb("#5d5a86"), p.ink, 0.1),
    )
    with sheet.cut(shadow=9 * size + 2, dark=0.5, edge=0.45) as pen:
        for x, face, pose, top in plan:
            at = (
                VANISH[0] + (x - VANISH[0]) * (0.55 + 1.4 * size),
                VANISH[1] + (905 - VANISH[1]) * size,
            )
            dress = Dress(
                tops[top],
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.3),
                "non" if (x // 10) % 2 else "",
                hair="long" if top == 1 else "bun",
            )
            figure = Figure(pen, at, 560 * size, face, pose, dress).draw()
            hand = figure.spot(pose.hands[0])
            pen.stroke([hand, (hand[0] - 20 * size, hand[1] + 40 * size)], 4 * size + 0.6, p.ink)
            pen.stroke([hand, (hand[0] + 30 * size, hand[1] + 40 * size)], 4 * size + 0.6, p.ink)
            pen.fill(
                [
                    (hand[0] - 44 * size, hand[1] + 40 * size),
                    (hand[0] + 54 * size, hand[1] + 40 * size),
                    (hand[0] + 42 * size, hand[1] + 110 * size),
                    (hand[0] - 32 * size, hand[1] + 110 * size),
                ],
                mix(p.accent, p.far, 0.5 if top % 2 else 0.0),
            )
