"""The wrestling ring of Đồng Cau."""

from __future__ import annotations

import math

from ..behind import back_view
from ..buildings import tiled_roof
from ..catalogue import WIDE, picture
from ..curves import Point, ring, sag
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage

WATCH = Pose(lean=10, nod=4, hands=((0.12, 0.5), (0.1, 0.48)))
SHOUT = Pose(lean=4, nod=-8, hands=((0.14, 0.96), (0.02, 0.46)))
DRUM = Pose(
    hip=(0, 0.5),
    lean=12,
    hands=((0.28, 0.74), (0.3, 0.58)),
    elbow=(1, 1),
    feet=((0.1, 0), (-0.12, 0)),
)
LIFTER = Pose(
    hip=(-0.06, 0.42),
    lean=24,
    nod=-6,
    hands=((0.25, 0.5), (0.29, 0.62)),
    feet=((0.16, 0.0), (-0.3, 0.0)),
    elbow=(1, 1),
    breadth=0.1,
)
HOPPER = Pose(
    hip=(0.0, 0.49),
    lean=-24,
    nod=16,
    hands=((0.3, 0.74), (-0.26, 0.72)),
    feet=((0.48, 0.5), (-0.08, 0.0)),
    elbow=(1, 1),
    breadth=0.115,
)
FLAG: tuple[str, ...] = ("#3d7a52", "#3f6b93", "#e0b23a", "#f4ead0", "#c23a2a")


@picture(
    "soi-vat-dong-cau",
    WIDE,
    Palette(rgb("#fbeccb"), rgb("#e2b982"), rgb("#8a5f3f"), rgb("#2a1c1c"), rgb("#c23a2a")),
)
def wrestling(sheet: Sheet) -> None:
    """One wrestler has lifted the other's leg; drum, flags and a ring of spectators."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, mix(p.far, p.paper, 0.35)), (0.35, p.paper), (0.6, p.paper)], wood=0.09)
    sheet.glow((800, 210), 640, mix(p.paper, (255, 255, 255), 0.3), 0.6)
    green = rgb("#4d7553")
    with sheet.cut(shadow=6, dark=0.3) as pen:
        for x, tall in ((60, 430), (150, 500), (1440, 520), (1540, 450), (330, 380), (1290, 390)):
            areca(
                pen,
                rng,
                (x, 520),
                tall,
                mix(p.far, green, 0.6),
                mix(green, p.far, 0.2),
                mix(green, p.ink, 0.3),
                lean=rng.uniform(-0.05, 0.05),
            )
        for x in range(-20, 1640, 66):
            foliage(
                pen,
                rng,
                (x, 496),
                60,
                38,
                [mix(green, p.ink, 0.35), green, mix(green, p.far, 0.4)],
                size=14,
            )
    _hall(sheet)
    with sheet.cut(shadow=5, dark=0.3) as pen:
        pen.box(-10, 520, 1610, 910, mix(p.far, p.near, 0.22))
        for _ in range(140):
            x, y = rng.uniform(-20, 1600), rng.uniform(530, 900)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 80), y),
                2,
                mix(p.far, p.near, rng.uniform(0.3, 0.6)),
            )
    _flags(sheet)
    _crowd(sheet, 18, 552, 116, 0.0)
    _crowd(sheet, 16, 584, 134, 0.5)
    with sheet.cut(shadow=10, dark=0.4) as pen:
        pen.fill(ring((800, 730), 560, 152), mix(p.near, p.far, 0.35))
        pen.fill(ring((800, 724), 540, 140), mix(p.paper, p.far, 0.5))
        for _ in range(260):
            angle, reach = rng.uniform(0, math.tau), math.sqrt(rng.random())
            x, y = 800 + math.cos(angle) * reach * 520, 724 + math.sin(angle) * reach * 130
            dash(
                pen,
                (x, y),
                (x + rng.uniform(8, 36), y + rng.uniform(-3, 3)),
                2.2,
                mix(p.far, p.near, rng.uniform(0.0, 0.4)),
            )
        for step in range(90):
            angle = math.tau * step / 90
            x, y = 800 + math.cos(angle) * 552, 728 + math.sin(angle) * 147
            pen.stroke(
                [(x - 16, y - rng.uniform(-4, 4)), (x + 16, y + rng.uniform(-6, 6))],
                6,
                mix(rgb("#d6b25e"), p.near, rng.uniform(0, 0.5)),
            )
    _drum(sheet)
    _bout(sheet)
    _front_row(sheet)


def _hall(sheet: Sheet) -> None:
    """The communal house with its swept eaves, lanterns under them."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=10, dark=0.4) as pen:
        pen.box(440, 352, 1160, 520, mix(p.paper, p.far, 0.55))
        for bay in range(7):
            x = 470 + bay * 110
            pen.box(x - 34, 386, x + 34, 520, mix(p.ink, p.accent, 0.25))
        for bay in range(8):
            x = 415 + bay * 110
            pen.box(x - 9, 346, x + 9, 520, mix(p.accent, p.ink, 0.35))
    with sheet.cut(shadow=9, dark=0.45) as pen:
        tile = mix(p.accent, rgb("#9a5a3a"), 0.6)
        tiled_roof(pen, rng, 370, 1230, 214, 360, tile, p.ink, row=17)
        for side in (-1, 1):
            tip = (800 + side * 452, 318)
            pen.stroke(
                [(800 + side * 330, 352), (800 + side * 410, 350), tip],
                13,
                mix(tile, p.ink, 0.4),
                4,
            )
        for side in (-1, 1):
            x = 800 + side * 200
            pen.stroke(
                [(x - side * 60, 214), (x, 196), (x + side * 40, 206), (x + side * 62, 184)],
                9,
                mix(tile, p.ink, 0.4),
                4,
            )
        pen.disc((800, 196), 16, p.accent)
    with sheet.cut(shadow=5, dark=0.4) as pen:
        for bay in range(6):
            x = 525 + bay * 110
            pen.stroke([(x, 362), (x, 378)], 2, p.ink)
            pen.disc((x, 394), 17, mix(p.accent, rgb("#f0a04a"), 0.3), 1.1)
            pen.box(x - 8, 376, x + 8, 380, p.ink)
            pen.box(x - 8, 410, x + 8, 414, p.ink)


def _flags(sheet: Sheet) -> None:
    """Five-coloured festival flags on poles, a rope of pennants between them."""
    p = sheet.palette
    with sheet.cut(shadow=7, dark=0.4, edge=0.4) as pen:
        rope = sag((250, 150), (1350, 150), 60)
        pen.stroke(rope, 2.4, p.ink)
        for number in range(1, 24):
            x, y = rope[number]
            colour = rgb(FLAG[number % 5])
            pen.fill([(x - 17, y), (x + 17, y + 1), (x + 2, y + 36)], colour)
        for x, side in ((250, -1), (1350, 1)):
            pen.stroke([(x, 560), (x, 96)], 10, mix(p.near, p.ink, 0.3), 7)
            for inner, code in enumerate(FLAG):
                size = 132 - inner * 25
                left = x + side * 6
                top = 110 + inner * 12.5
                wave = [
                    (left, top),
                    (left + side * size * 0.5, top + 9),
                    (left + side * size, top - 3),
                ]
                low = [
                    (left + side * size, top + size - 3),
                    (left + side * size * 0.5, top + size + 9),
                    (left, top + size),
                ]
                pen.fill([*wave, *low], rgb(code))
            for tooth in range(9):
                y = 112 + tooth * 15
                pen.fill(
                    [(x + side * 136, y), (x + side * 154, y + 7), (x + side * 136, y + 14)],
                    rgb(FLAG[0]),
                )


def _clothes(sheet: Sheet) -> Dress:
    rng, p = sheet.rng, sheet.palette
    tops: tuple[Colour, ...] = (
        p.accent, p.paper, mix(p.near, p.ink, 0.3), rgb("#3f6b93"), rgb("#4d7553"), rgb("#e0b23a"),
        mix(p.paper, p.near, 0.4), rgb("#7d5a7a"),
    )  # fmt: skip
    hat = rng.choice(("", "", "non", "scarf", "cap"))
    gear = mix(rgb("#e8cf96"), p.paper, 0.2) if hat == "non" else rng.choice(tops)
    return Dress(
        rng.choice(tops), mix(p.ink, p.near, 0.2), mix(rgb("#b57e55"), p.ink, 0.1), p.ink,
        headgear=gear, hat=hat, hair=rng.choice(("short", "bun", "long")),
    )  # fmt: skip


def _crowd(sheet: Sheet, count: int, base: float, tall: float, shift: float) -> None:
    """A rank of spectators behind the ring, turned towards its middle."""
    rng = sheet.rng
    with sheet.cut(shadow=5, dark=0.4, edge=0.3) as pen:
        for place in range(count):
            x = 150 + (place + shift) * 1300 / count + rng.uniform(-12, 12)
            y = base + ((x - 800) / 650) ** 2 * 46
            pose = SHOUT if rng.random() < 0.25 else WATCH
            Figure(
                pen,
                (x, y),
                tall * rng.uniform(0.86, 1.06),
                1 if x < 800 else -1,
                pose,
                _clothes(sheet),
            ).draw()


def _drum(sheet: Sheet) -> None:
    """The big drum on its stand and the man who beats it."""
    p = sheet.palette
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for x in (1296, 1404):
            pen.stroke([(x, 650), (x + (x - 1350) * 0.3, 772)], 12, mix(p.near, p.ink, 0.4))
        pen.disc((1350, 640), 88, mix(p.accent, p.ink, 0.2))
        pen.disc((1344, 638), 74, mix(p.paper, p.far, 0.35))
        for peg in range(22):
            angle = math.tau * peg / 22
            pen.disc((1346 + math.cos(angle) * 81, 639 + math.sin(angle) * 81), 4.5, rgb("#e0b23a"))
        outline = ring((1344, 638), 34, 34)
        pen.stroke([*outline, outline[0]], 4, mix(p.far, p.near, 0.4))

    def stick(near: Point, _far: Point) -> None:
        pen.stroke(
            [(near[0] + 14, near[1] - 22), (near[0] - 52, near[1] + 26)], 7, mix(p.near, p.ink, 0.2)
        )

    with sheet.cut(shadow=9, dark=0.5, edge=0.35) as pen:
        dress = Dress(
            mix(p.ink, p.near, 0.2), p.paper, rgb("#b57e55"), p.ink, headgear=p.ink, hat="cap",
            hair_colour=mix(p.paper, p.near, 0.2), cut="coat",
        )  # fmt: skip
        Figure(pen, (1500, 806), 286, -1, DRUM, dress).draw(stick)


def _sash(pen: Pen, figure: Figure, colour: Colour) -> None:
    """The wide cloth belt that tells the two apart."""
    (hx, hy), (ux, uy) = figure.pose.hip, figure.up
    wide = figure.pose.breadth * 0.95
    belt = [
        figure.spot((hx + uy * across + ux * above, hy - ux * across + uy * above))
        for across, above in ((-wide, 0.0), (wide, 0.0), (wide, 0.055), (-wide, 0.055))
    ]
    pen.fill(belt, colour)


def _bout(sheet: Sheet) -> None:
    """The two of them, dust at their feet."""
    rng, p = sheet.rng, sheet.palette
    skin = mix(rgb("#b9784a"), p.ink, 0.04)
    with sheet.cut(shadow=0, edge=0, see=0.34, soft=6) as pen:
        pen.fill(ring((700, 806), 130, 17), p.ink)
        pen.fill(ring((902, 806), 100, 15), p.ink)
    white = mix(p.paper, (255, 255, 255), 0.4)
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        heavy = Dress(mix(skin, p.ink, 0.06), white, skin, p.ink, bare_legs=True)
        figure = Figure(pen, (888, 806), 372, -1, HOPPER, heavy).draw()
        _sash(pen, figure, rgb("#3f6b93"))
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        light = Dress(
            mix(skin, p.paper, 0.08), white, mix(skin, p.paper, 0.06), p.ink, bare_legs=True
        )
        figure = Figure(pen, (690, 806), 340, 1, LIFTER, light).draw()
        _sash(pen, figure, p.accent)
    with sheet.cut(shadow=0, edge=0, see=0.6, soft=2) as pen:
        for _ in range(46):
            x, y = rng.choice((600, 760, 900)) + rng.gauss(0, 40), 806 - abs(rng.gauss(0, 16))
            pen.disc((x, y), rng.uniform(2, 8), mix(p.paper, p.far, 0.5))


def _front_row(sheet: Sheet) -> None:
    """Backs of those who sit in front, cut by the lower edge."""
    rng = sheet.rng
    with sheet.cut(shadow=10, dark=0.5, edge=0.3) as pen:
        for x in (70, 210, 350, 520, 1120, 1262, 1400, 1540):
            back_view(
                pen,
                (x + rng.uniform(-14, 14), 1034 + rng.uniform(-14, 10)),
                262,
                _clothes(sheet),
                stride=0.0,
            )
