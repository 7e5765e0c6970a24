"""The lift net of Vạn Lưới at sunset."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, bend, sag, smooth, trace
from ..land import hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca
from ..sky import birds, cloud_bank
from ..waterside import glitter, ripples, sampan

CRANK = Pose(
    hip=(-0.04, 0.5),
    lean=-16,
    nod=10,
    hands=((0.26, 0.72), (0.27, 0.6)),
    feet=((0.14, 0.0), (-0.1, 0.0)),
)
POLE = Pose(lean=10, hands=((0.16, 0.66), (0.13, 0.46)), feet=((0.1, 0.0), (-0.12, 0.0)))
"""Corners of the net: far left, far right, near right, near left."""
CORNERS: tuple[Point, Point, Point, Point] = ((250, 452), (760, 440), (900, 512), (150, 528))
MIDDLE: Point = (520, 250)


@picture(
    "cat-vo-hoang-hon",
    WIDE,
    Palette(rgb("#fbe3b0"), rgb("#e79a63"), rgb("#7d4a5e"), rgb("#241a35"), rgb("#d9482b")),
)
def lift_net(sheet: Sheet) -> None:
    """A square net hangs dripping over the river; a hut on stilts, the sun on the water."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.ink, 0.35)),
            (0.2, mix(p.near, p.far, 0.35)),
            (0.42, p.far),
            (0.58, p.paper),
        ],
        wood=0.11,
    )
    sun = (540, 486)
    sheet.glow(sun, 560, mix(p.paper, (255, 255, 255), 0.3), 0.75)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc(sun, 74, mix(p.paper, (255, 255, 255), 0.55))
    with sheet.cut(shadow=5, dark=0.15, edge=0.5, see=0.85) as pen:
        for left, right, base, high in (
            (-100, 520, 190, 64),
            (900, 1700, 150, 70),
            (620, 1120, 268, 36),
        ):
            cloud_bank(pen, rng, left, right, base, high, mix(p.far, p.near, 0.35))
    hills(sheet, 500, 44, mix(p.far, p.near, 0.5), mist=(p.far, 0.6), shadow=4)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 540, 1610, 910, mix(p.near, p.far, 0.42))
        ripples(pen, rng, (-60, 545, 1600, 900), mix(p.near, p.ink, 0.35), count=260, longest=260)
        ripples(pen, rng, (-60, 545, 1600, 900), mix(p.far, p.paper, 0.45), count=150, longest=190)
        glitter(pen, rng, sun[0], 546, 900, 150, mix(p.paper, (255, 255, 255), 0.4))
    _far_bank(sheet)
    _net(sheet)
    _hut(sheet)
    _boat(sheet)
    with sheet.cut(shadow=2, dark=0.2, edge=0) as pen:
        birds(pen, rng, (1000, 180), 130, 9, 17, p.ink)


def _far_bank(sheet: Sheet) -> None:
    """Palms and roofs on the other side, no more than their shadow."""
    rng, p = sheet.rng, sheet.palette
    dark = mix(p.near, p.ink, 0.45)
    with sheet.cut(shadow=4, dark=0.3) as pen:
        bank = smooth(trace("1000,548 1120,530 1300,524 1480,520 1640,512"))
        pen.fill([*bank, (1640, 560), (1000, 556)], dark)
        for x, tall in ((1150, 96), (1196, 74), (1530, 118), (1580, 92)):
            areca(pen, rng, (x, 532), tall, dark, dark, p.ink, lean=rng.uniform(-0.1, 0.1))


def _net_spot(across: float, down: float, depth: float) -> Point:
    """A place on the net: ``across`` from left to right, ``down`` from far to near, 0 to 1."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = CORNERS
    x = (ax + (bx - ax) * across) * (1 - down) + (dx + (cx - dx) * across) * down
    y = (ay + (by - ay) * across) * (1 - down) + (dy + (cy - dy) * across) * down
    hang = 16 * across * (1 - across) * down * (1 - down)
    edge = 4 * across * (1 - across) * 0.22 + 4 * down * (1 - down) * 0.16
    return x, y + depth * (hang * 0.72 + edge)


def _net(sheet: Sheet) -> None:
    """Mast and boom, four bent poles, the hanging mesh and the water running off it."""
    rng, p = sheet.rng, sheet.palette
    wood = mix(p.ink, p.near, 0.25)
    with sheet.cut(shadow=0, edge=0, see=0.24) as pen:
        rim = [_net_spot(i / 20, 0, 190) for i in range(21)]
        low = [_net_spot(i / 20, 0.62, 190) for i in range(21)]
        near = [_net_spot(i / 20, 1, 190) for i in range(21)]
        pen.fill([*rim, *reversed(low)], mix(p.paper, p.far, 0.2))
        pen.fill([*near, *reversed(low)], mix(p.paper, p.far, 0.4))
    with sheet.cut(shadow=3, dark=0.2, edge=0.3, see=0.85) as pen:
        thread = mix(p.ink, p.far, 0.28)
        for line in range(29):
            t = line / 28
            heavy = 3.4 if line in (0, 28) else 1.2
            pen.stroke([_net_spot(t, s / 24, 190) for s in range(25)], heavy, thread)
            pen.stroke([_net_spot(s / 30, t, 190) for s in range(31)], heavy, thread)
        for _ in range(150):
            x, y = _net_spot(rng.betavariate(2.2, 2.2), rng.uniform(0.4, 0.9), 190)
            fall = rng.uniform(10, 120) ** 1.04
            pen.stroke(
                [(x, y + fall * 0.5), (x, y + fall * 0.5 + rng.uniform(5, 22))],
                2.4,
                mix(p.paper, (255, 255, 255), 0.5),
                0.8,
            )
    with sheet.cut(shadow=6, dark=0.4, edge=0.35) as pen:
        for number, corner in enumerate(CORNERS):
            bow = -0.13 if number in (0, 3) else 0.13
            pen.stroke(bend(MIDDLE, corner, -bow), 9 if number > 1 else 6, wood, 3)
        pen.stroke(bend((1085, 640), (510, 218), -0.03), 17, wood, 9)
        pen.stroke(bend((1060, 660), (540, 232), 0.02), 12, mix(wood, p.near, 0.3), 7)
        pen.stroke(sag((516, 216), (1096, 330), 60), 2.4, wood)
        pen.stroke(sag((516, 216), MIDDLE, 2), 4, wood)
        pen.disc(MIDDLE, 11, mix(wood, p.accent, 0.3))
        for _ in range(7):
            x, y = _net_spot(rng.uniform(0.4, 0.62), rng.uniform(0.48, 0.66), 190)
            fish = bend((x - 15, y - 2), (x + 15, y - rng.uniform(4, 14)), -0.2)
            pen.stroke(fish, 9, mix(p.paper, (255, 255, 255), 0.6), 1.5)


def _hut(sheet: Sheet) -> None:
    """The hut on its stilts, a lamp inside, a man at the winch."""
    rng, p = sheet.rng, sheet.palette
    wood, thatch = mix(p.ink, p.near, 0.2), mix(p.near, p.ink, 0.5)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for x in (1090, 1200, 1320, 1440):
            pen.stroke([(x, 500), (x + rng.uniform(-8, 8), 742 + (x % 3) * 12)], 15, wood, 12)
        for a, b in ((1090, 1200), (1320, 1200), (1320, 1440)):
            pen.stroke([(a, 540), (b, 690)], 7, mix(wood, p.ink, 0.4))
        pen.fill(trace("1050,486 1500,486 1512,512 1040,512"), mix(p.near, p.far, 0.2))
        for x in range(1050, 1510, 24):
            pen.stroke([(x, 488), (x - 3, 511)], 1.6, p.ink)
        pen.stroke([(1470, 512), (1490, 735)], 8, wood)
        pen.stroke([(1512, 512), (1532, 735)], 8, wood)
        for rung in range(7):
            y = 536 + rung * 30
            pen.stroke([(1472 + rung * 3, y), (1514 + rung * 3, y)], 6, wood)
    with sheet.cut(shadow=6, dark=0.4) as pen:
        pen.box(1220, 366, 1462, 488, mix(p.near, p.ink, 0.45))
        pen.box(1262, 396, 1350, 488, mix(p.paper, p.accent, 0.25))
        for slat in range(1222, 1462, 12):
            if not 1256 < slat < 1352:
                pen.stroke([(slat, 368), (slat, 486)], 1.6, mix(p.ink, p.near, 0.3))
    sheet.glow((1306, 430), 210, mix(p.paper, rgb("#ffb55a"), 0.4), 0.8)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        roof = trace("1180,382 1270,262 1420,256 1506,382")
        pen.fill(roof, thatch)
        for _ in range(260):
            t, s = rng.random(), rng.random()
            x = (1180 + 326 * t) * s + (1270 + 150 * t) * (1 - s)
            y = 382 * s + 260 * (1 - s)
            pen.stroke(
                [(x, y - 16), (x + (t - 0.5) * 14, y + 8)],
                2.6,
                mix(thatch, rng.choice((p.ink, p.far)), rng.uniform(0.1, 0.4)),
                1,
            )
        pen.stroke([(1262, 264), (1428, 257)], 13, mix(thatch, p.ink, 0.4))
    skin = mix(rgb("#b57e55"), p.ink, 0.35)
    with sheet.cut(shadow=6, dark=0.4, edge=0.6) as pen:
        pen.stroke([(1092, 500), (1092, 330)], 12, wood)
        pen.disc((1092, 398), 30, mix(wood, p.far, 0.2))
        pen.disc((1092, 398), 10, p.ink)
        for turn in range(4):
            angle = turn * math.pi / 2 + 0.5
            end = (1092 + math.cos(angle) * 52, 398 + math.sin(angle) * 52)
            pen.stroke([(1092, 398), end], 6, wood)
        Figure(
            pen,
            (1166, 488),
            176,
            -1,
            CRANK,
            Dress(p.accent, p.ink, skin, p.ink, headgear=mix(p.paper, p.far, 0.4), hat="non"),
        ).draw()


def _boat(sheet: Sheet) -> None:
    """A sampan coming home, its woman standing at the pole."""
    p = sheet.palette
    skin = mix(rgb("#b57e55"), p.ink, 0.35)
    with sheet.cut(shadow=0, edge=0, see=0.4, soft=3) as pen:
        pen.fill(trace("150,792 470,792 420,812 200,812"), p.ink)
    with sheet.cut(shadow=8, dark=0.45, edge=0.5) as pen:
        _standing(pen, (232, 772), 196, p.paper, mix(p.near, p.ink, 0.2), skin, p.ink)
        sampan(pen, (310, 786), 330, 1, mix(p.ink, p.near, 0.2), mix(p.far, p.paper, 0.2), p.ink)


def _standing(
    pen: Pen, at: Point, tall: float, hat: Colour, top: Colour, skin: Colour, ink: Colour
) -> None:
    def pole(near: Point, _far: Point) -> None:
        pen.stroke([(near[0] - 24, near[1] - 110), (near[0] + 34, near[1] + 150)], 6, ink, 5)

    Figure(pen, at, tall, 1, POLE, Dress(top, ink, skin, ink, headgear=hat, hat="non")).draw(pole)
