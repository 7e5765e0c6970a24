"""The bank at Trại Dâu, read like a book of floods."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..catalogue import WIDE, picture
from ..curves import Point, bend, height_at, ring, smooth
from ..land import dash, hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import leaf, tuft
from ..sky import cloud_bank

SCRAPE = Pose(
    lean=14, nod=6, hands=((0.28, 0.66), (0.22, 0.46)), feet=((0.1, 0), (-0.12, 0)), elbow=(1, 1)
)
NOTE = Pose(
    hip=(-0.06, 0.24),
    lean=18,
    nod=10,
    hands=((0.2, 0.36), (0.26, 0.34)),
    feet=((0.22, 0.0), (0.14, 0.0)),
    elbow=(1, 1),
)
HOLD = Pose(lean=-2, nod=-8, hands=((0.17, 0.72), (-0.02, 0.45)), elbow=(1, 1))


@picture(
    "vach-bai-boi",
    WIDE,
    Palette(rgb("#faf0d8"), rgb("#dcb878"), rgb("#8a6646"), rgb("#2b2320"), rgb("#c64a2c")),
)
def strata(sheet: Sheet) -> None:
    """A steep bank of sand and mud in thirty stripes; a woman scrapes it, a man holds the staff."""
    rng, p = sheet.rng, sheet.palette
    sky = rgb("#a9c4c6")
    sheet.wash([(0, sky), (0.2, mix(sky, p.paper, 0.6)), (0.4, p.paper)], wood=0.09)
    with sheet.cut(shadow=5, dark=0.15, edge=0.5) as pen:
        cloud_bank(pen, rng, 120, 620, 120, 54, mix(p.paper, (255, 255, 255), 0.5))
        cloud_bank(pen, rng, 980, 1560, 96, 46, mix(p.paper, (255, 255, 255), 0.5))
    hills(sheet, 170, 40, mix(sky, rgb("#6d8f86"), 0.5), mist=(p.paper, 0.7), shadow=4)
    _mulberries(sheet)
    _layers(sheet)
    _foot(sheet)
    _people(sheet)


def _mulberries(sheet: Sheet) -> None:
    """The field on top: rows of mulberry, some still grey with mud."""
    rng, p = sheet.rng, sheet.palette
    green = rgb("#5e8a4e")
    with sheet.cut(shadow=7, dark=0.35) as pen:
        for x in range(-20, 1640, 46):
            foot = (x + rng.uniform(-8, 8), 262.0)
            for _ in range(4):
                tip = (foot[0] + rng.uniform(-34, 34), foot[1] - rng.uniform(50, 104))
                twig = bend(foot, tip, rng.uniform(-0.1, 0.1), steps=8)
                pen.stroke(twig, 4, mix(p.near, p.ink, 0.3), 1.6)
                for share in range(2, 9):
                    colour = mix(
                        green, rng.choice((p.ink, rgb("#c9c864"), p.far)), rng.uniform(0, 0.4)
                    )
                    leaf(pen, twig[share], rng.uniform(0.2, 2.9), rng.uniform(15, 25), 15, colour)


def _layers(sheet: Sheet) -> None:
    """The stripes: yellow sand below, brown mud above, one band of sand much thicker."""
    rng, p = sheet.rng, sheet.palette
    thick = [
        15,
        22,
        12,
        26,
        13,
        18,
        11,
        24,
        13,
        16,
        46,
        26,
        12,
        30,
        11,
        22,
        14,
        34,
        12,
        24,
        10,
        28,
        13,
        40,
    ]
    y = 252.0
    for number, height in enumerate(thick):
        phase = rng.uniform(0, 6)
        top = [
            (
                x,
                y
                + 5 * math.sin(x / 210 + phase)
                + 3 * math.sin(x / 67 + phase * 2)
                + rng.uniform(-1.6, 1.6)
                + (x - 800) * 0.012,
            )
            for x in range(-20, 1641, 20)
        ]
        sand = number % 2 == 0
        colour = (
            mix(rgb("#e6c27a"), p.paper, rng.uniform(0.0, 0.35))
            if sand
            else mix(
                p.near, rng.choice((p.ink, rgb("#9a7a5c"), rgb("#6c5a50"))), rng.uniform(0.1, 0.45)
            )
        )
        if number == 0:
            colour = mix(rgb("#8d8074"), p.paper, 0.1)
        with sheet.cut(shadow=5, dark=0.34, edge=0.35, wood=0.07, grain=0.06) as pen:
            pen.fill([*smooth(top, steps=3), (1640, 920), (-20, 920)], colour)
            for _ in range(int(height * (7 if sand else 3))):
                x = rng.uniform(-10, 1610)
                spot = (x, height_at(top, x) + rng.uniform(4, height + 4))
                if sand:
                    pen.disc(
                        spot,
                        rng.uniform(0.8, 2.2 if height < 40 else 4.5),
                        mix(colour, p.ink, rng.uniform(0.12, 0.4)),
                    )
                else:
                    dash(
                        pen, spot, (x + rng.uniform(16, 60), spot[1]), 1.8, mix(colour, p.ink, 0.28)
                    )
            if number == 7:
                _shards(sheet, pen, top)
            if number == 15:
                _ash(sheet, pen, top)
            if number == 19:
                for _ in range(16):
                    x = rng.uniform(60, 1560)
                    _shell(
                        pen,
                        (x, height_at(top, x) + 12),
                        rng.uniform(7, 11),
                        mix(p.paper, colour, 0.1),
                        p.ink,
                    )
        y += height


def _shards(sheet: Sheet, pen: Pen, top: Sequence[Point]) -> None:
    """Broken bowls, a blue rim on some."""
    rng, p = sheet.rng, sheet.palette
    for _ in range(12):
        x = rng.uniform(80, 1540)
        y = height_at(top, x) + 12
        turn = rng.uniform(-0.5, 0.5)
        bowl = [
            (x - 15, y - 3 + turn * 6),
            (x + 13, y - 4 - turn * 6),
            (x + 7, y + 7),
            (x - 8, y + 8),
        ]
        pen.fill(bowl, mix(p.paper, (255, 255, 255), 0.4))
        pen.stroke(bowl[:2], 2.6, rgb("#3f6b93"))


def _ash(sheet: Sheet, pen: Pen, top: Sequence[Point]) -> None:
    """A hearth: a lens of black ash with bits of charcoal."""
    rng, p = sheet.rng, sheet.palette
    for middle, wide in ((360, 130), (1220, 90)):
        y = height_at(top, middle) + 10
        pen.fill(ring((middle, y), wide, 8), mix(p.ink, p.near, 0.2))
        for _ in range(14):
            pen.disc(
                (middle + rng.gauss(0, wide * 0.4), y + rng.uniform(-4, 6)),
                3,
                p.accent if rng.random() < 0.3 else p.ink,
            )


def _shell(pen: Pen, at: Point, size: float, colour: Colour, ink: Colour) -> None:
    pen.disc(at, size, colour)
    spiral = [
        (
            at[0] + math.cos(a / 4) * size * (0.8 - a / 40),
            at[1] + math.sin(a / 4) * size * (0.8 - a / 40),
        )
        for a in range(28)
    ]
    pen.stroke(spiral, 1.6, mix(colour, ink, 0.55))


def _foot(sheet: Sheet) -> None:
    """The river's edge in front: cracked new mud with a gleam of water."""
    rng, p = sheet.rng, sheet.palette
    mud = mix(rgb("#8d8074"), p.ink, 0.12)
    edge = smooth(
        [(x, 800 + 14 * math.sin(x / 170) + rng.uniform(-4, 4)) for x in range(-40, 1660, 90)]
    )
    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        pen.fill([*edge, (1660, 920), (-40, 920)], mud)
        for _ in range(120):
            x, y = rng.uniform(-20, 1600), rng.uniform(826, 900)
            crack = [
                (x, y),
                (x + rng.uniform(14, 40), y + rng.uniform(-6, 6)),
                (x + rng.uniform(40, 76), y + rng.uniform(-8, 8)),
            ]
            pen.stroke(crack, 2.2, mix(mud, p.ink, 0.4), 0.8)
        for x in range(0, 1600, 120):
            tuft(
                pen,
                rng,
                (x + rng.uniform(-40, 40), 822),
                rng.uniform(16, 36),
                mix(rgb("#5e8a4e"), p.ink, rng.uniform(0.1, 0.4)),
                blades=5,
            )


def _people(sheet: Sheet) -> None:
    """The geologist at the wall, her helper with the staff, a student with the notebook."""
    p = sheet.palette
    skin = rgb("#b57e55")
    straw = mix(rgb("#efdcae"), p.paper, 0.3)

    def trowel(near: Point, _far: Point) -> None:
        pen.stroke(
            [(near[0] - 6, near[1] + 4), (near[0] + 18, near[1] - 6)], 8, mix(p.near, p.ink, 0.3)
        )
        pen.fill(
            [
                (near[0] + 14, near[1] - 14),
                (near[0] + 56, near[1] - 22),
                (near[0] + 24, near[1] + 8),
            ],
            mix(p.paper, p.ink, 0.25),
        )

    def notebook(near: Point, far: Point) -> None:
        x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
        pen.fill(
            [(x - 32, y - 20), (x + 26, y - 32), (x + 34, y - 4), (x - 24, y + 10)],
            mix(p.paper, (255, 255, 255), 0.5),
        )
        pen.stroke([(x - 22, y - 10), (x + 16, y - 18)], 2, p.near)

    with sheet.cut(shadow=13, dark=0.55, edge=0.4) as pen:
        x = 1010
        for band in range(14):
            pen.box(
                x - 10, 300 + band * 38, x + 10, 338 + band * 38, p.paper if band % 2 else p.accent
            )
        Figure(
            pen,
            (1078, 842),
            356,
            -1,
            HOLD,
            Dress(
                rgb("#4f7f86"),
                mix(p.ink, p.near, 0.2),
                skin,
                p.ink,
                headgear=mix(p.ink, p.near, 0.3),
                hat="cap",
                boots=p.ink,
            ),
        ).draw()
    with sheet.cut(shadow=13, dark=0.55, edge=0.4) as pen:
        Figure(
            pen,
            (560, 850),
            386,
            1,
            SCRAPE,
            Dress(
                p.accent,
                mix(p.ink, rgb("#4f7f86"), 0.25),
                skin,
                p.ink,
                headgear=straw,
                hat="non",
                hair="bun",
                boots=p.ink,
            ),
        ).draw(trowel)
    with sheet.cut(shadow=13, dark=0.55, edge=0.4) as pen:
        pen.fill([(1330, 856), (1344, 776), (1430, 776), (1444, 856)], mix(p.accent, p.near, 0.4))
        pen.box(1330, 770, 1444, 784, mix(p.near, p.ink, 0.3))
        Figure(
            pen,
            (1378, 866),
            330,
            -1,
            NOTE,
            Dress(rgb("#e0a93a"), mix(p.ink, p.near, 0.25), skin, p.ink, hair="long", boots=p.ink),
        ).draw(notebook)
    with sheet.cut(shadow=8, dark=0.5) as pen:
        for spot in ((720, 842), (768, 852), (816, 844)):
            pen.fill(
                [
                    (spot[0] - 17, spot[1] - 52),
                    (spot[0] + 17, spot[1] - 52),
                    (spot[0] + 13, spot[1] + 8),
                    (spot[0] - 13, spot[1] + 8),
                ],
                mix(p.paper, p.far, 0.3),
            )
            pen.box(spot[0] - 19, spot[1] - 58, spot[0] + 19, spot[1] - 48, rgb("#4f7f86"))
            pen.box(
                spot[0] - 14,
                spot[1] - 26,
                spot[0] + 14,
                spot[1] + 4,
                mix(p.near, rgb("#e6c27a"), 0.5),
            )
