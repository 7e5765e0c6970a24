"""Letters drying at the readers' desk."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, along, blob, ring, sag, smooth
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, leaf
from ..turned import TurnedPen

READ = Pose(
    hip=(-0.06, 0.28),
    lean=14,
    nod=12,
    hands=((0.3, 0.5), (0.27, 0.46)),
    feet=((0.2, 0.0), (0.12, 0.0)),
    elbow=(1, 1),
)


@picture(
    "thu-ban-doc",
    WIDE,
    Palette(rgb("#fdf2d6"), rgb("#e5bb7d"), rgb("#4f8078"), rgb("#20302f"), rgb("#c4402f")),
)
def letters(sheet: Sheet) -> None:
    """A woman reads at her desk by the window; damp letters hang on a line with pegs."""
    p = sheet.palette
    wall = mix(p.near, p.paper, 0.18)
    sheet.wash([(0, mix(wall, p.ink, 0.12)), (0.5, wall), (1, mix(wall, p.ink, 0.25))], wood=0.08)
    _window(sheet)
    _shelf(sheet)
    with sheet.cut(shadow=6, dark=0.4, wood=0.18) as pen:
        pen.box(-10, 806, 1610, 910, mix(rgb("#8a5a3c"), p.ink, 0.25))
        for y in (832, 868):
            pen.stroke([(-10, y), (1610, y)], 2, mix(p.ink, rgb("#8a5a3c"), 0.3))
        for x in range(30, 1600, 170):
            pen.stroke([(x, 806), (x - 20, 832)], 2, mix(p.ink, rgb("#8a5a3c"), 0.3))
    for number, x in enumerate((500, 700, 900)):
        sheet.beam(
            (x, 60), 1.05 + number * 0.02, 0.09, 900, mix(p.paper, rgb("#ffe9ae"), 0.5), 0.34
        )
    skin = rgb("#c89670")
    with sheet.cut(shadow=11, dark=0.5) as pen:
        chair = mix(rgb("#8a5a3c"), p.ink, 0.2)
        for x, foot in ((1250, 1240), (1366, 1382)):
            pen.stroke([(x, 690), (foot, 868)], 15, chair)
        pen.stroke([(1352, 700), (1398, 470)], 17, chair)
        pen.fill([(1228, 682), (1372, 682), (1378, 704), (1222, 704)], mix(chair, p.paper, 0.1))
        for y in (500, 560, 620):
            pen.stroke([(1336, y + 14), (1404, y)], 13, mix(chair, p.paper, 0.08))

    def sheet_of_paper(near: Point, far: Point) -> None:
        x, y = near[0], (near[1] + far[1]) / 2
        pen.fill(
            [(x - 46, y - 96), (x + 34, y - 74), (x + 12, y + 26), (x - 66, y + 6)],
            mix(p.paper, (255, 255, 255), 0.6),
        )
        for line in range(6):
            pen.stroke(
                [(x - 38 - line * 3, y - 78 + line * 13), (x + 16 - line * 3, y - 63 + line * 13)],
                2.2,
                mix(rgb("#3f5f93"), p.paper, 0.2),
            )

    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        dress = Dress(
            p.accent,
            mix(p.ink, p.near, 0.2),
            skin,
            p.ink,
            hair="bun",
            hair_colour=mix(p.ink, p.paper, 0.25),
            boots=p.ink,
        )
        Figure(pen, (1316, 872), 560, -1, READ, dress).draw(sheet_of_paper)
    _desk(sheet)
    _line(sheet)


def _window(sheet: Sheet) -> None:
    """Tall panes with the morning river, roofs and a tree behind them."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=3, dark=0.4, edge=0) as pen:
        pen.box(350, 70, 1050, 560, mix(p.paper, rgb("#ffdf9a"), 0.5))
        pen.fill(
            [
                *smooth([(350, 330), (470, 280), (600, 316), (760, 262), (900, 306), (1050, 284)]),
                (1050, 560),
                (350, 560),
            ],
            mix(p.near, p.paper, 0.5),
        )
        pen.box(350, 390, 1050, 560, mix(p.near, p.paper, 0.66))
        for _ in range(50):
            x, y = rng.uniform(356, 1000), rng.uniform(398, 520)
            pen.stroke([(x, y), (x + rng.uniform(16, 46), y)], 2, p.paper)
        for x, y, wide in ((380, 540, 130), (540, 552, 150), (860, 546, 150)):
            pen.fill(
                [(x - 10, y), (x + 18, y - 46), (x + wide - 18, y - 46), (x + wide + 10, y)],
                mix(p.accent, p.far, 0.35),
            )
            for tile in range(9):
                share = tile / 8
                pen.stroke(
                    [(x + 20 + share * (wide - 40), y - 44), (x - 6 + share * (wide + 12), y - 2)],
                    2,
                    mix(p.accent, p.ink, 0.3),
                )
    with sheet.cut(shadow=5, dark=0.3) as pen:
        foliage(
            pen,
            rng,
            (960, 140),
            120,
            92,
            [mix(p.near, p.ink, 0.3), p.near, mix(p.near, rgb("#d7cf6a"), 0.45)],
            size=20,
            dense=0.8,
        )
        for _ in range(14):
            leaf(
                pen,
                (rng.uniform(860, 1040), rng.uniform(210, 300)),
                rng.uniform(0.8, 2.2),
                24,
                12,
                mix(p.near, p.paper, 0.2),
            )
    frame = mix(p.paper, p.far, 0.3)
    with sheet.cut(shadow=9, dark=0.45) as pen:
        for x in (350, 525, 700, 875, 1050):
            pen.stroke([(x, 64), (x, 566)], 17 if x in (350, 700, 1050) else 10, frame)
        for y in (70, 232, 396, 560):
            pen.stroke([(344, y), (1056, y)], 17 if y in (70, 560) else 9, frame)
        pen.box(318, 560, 1082, 588, frame)


def _shelf(sheet: Sheet) -> None:
    """Pigeon holes full of letters on the left, a clock and a river in a frame on the right."""
    rng, p = sheet.rng, sheet.palette
    wood = mix(rgb("#a06c42"), p.ink, 0.12)
    with sheet.cut(shadow=11, dark=0.45, wood=0.16) as pen:
        pen.box(30, 150, 290, 640, wood)
        for row in range(6):
            for column in range(3):
                left, top = 46 + column * 80, 168 + row * 78
                pen.box(left, top, left + 70, top + 64, mix(wood, p.ink, 0.55))
                for number in range(rng.randint(1, 5)):
                    lift = top + 56 - number * 10
                    tone = rng.choice(
                        (
                            p.paper,
                            mix(p.paper, p.far, 0.4),
                            mix(p.paper, p.accent, 0.25),
                            mix(p.far, p.paper, 0.1),
                        )
                    )
                    pen.fill(
                        [
                            (left + 5 + rng.uniform(0, 8), lift),
                            (left + 64 - rng.uniform(0, 8), lift + rng.uniform(-3, 3)),
                            (left + 64, lift + 8),
                            (left + 5, lift + 8),
                        ],
                        tone,
                    )
    with sheet.cut(shadow=9, dark=0.45) as pen:
        pen.disc((1290, 190), 66, wood)
        pen.disc((1290, 190), 55, mix(p.paper, (255, 255, 255), 0.4))
        for tick in range(12):
            angle = math.tau * tick / 12
            pen.stroke(
                [
                    (1290 + math.cos(angle) * 43, 190 + math.sin(angle) * 43),
                    (1290 + math.cos(angle) * 50, 190 + math.sin(angle) * 50),
                ],
                3,
                p.ink,
            )
        pen.stroke([(1290, 190), (1262, 172)], 6, p.ink)
        pen.stroke([(1290, 190), (1296, 146)], 4, p.ink)
        pen.disc((1290, 190), 5, p.accent)
        pen.box(1424, 128, 1576, 330, wood)
        pen.box(1438, 142, 1562, 316, mix(p.paper, p.near, 0.2))
        pen.fill(
            [
                *smooth([(1438, 236), (1480, 200), (1520, 224), (1562, 190)]),
                (1562, 316),
                (1438, 316),
            ],
            mix(p.near, p.paper, 0.25),
        )
        pen.fill(
            [
                *smooth([(1510, 240), (1480, 266), (1530, 288), (1488, 316)]),
                (1540, 316),
                (1556, 288),
                (1506, 264),
                (1524, 240),
            ],
            p.paper,
        )


def _desk(sheet: Sheet) -> None:
    """The desk in front of the window: teapot, stamps, heaps of envelopes, a plant."""
    rng, p = sheet.rng, sheet.palette
    wood = mix(rgb("#a06c42"), p.ink, 0.05)
    with sheet.cut(shadow=12, dark=0.5, wood=0.18) as pen:
        pen.box(330, 668, 390, 866, mix(wood, p.ink, 0.35))
        pen.box(1010, 668, 1064, 866, mix(wood, p.ink, 0.35))
        pen.box(390, 676, 620, 800, mix(wood, p.ink, 0.25))
        for y in (690, 744):
            pen.box(404, y, 606, y + 44, mix(wood, p.ink, 0.12))
            pen.disc((505, y + 22), 7, rgb("#d8a24a"))
        pen.fill([(290, 646), (1100, 646), (1112, 676), (278, 676)], wood)
    with sheet.cut(shadow=8, dark=0.45, edge=0.4) as pen:
        for x, count in ((420, 9), (530, 6), (852, 12)):
            for number in range(count):
                y = 644 - number * 9
                tone = rng.choice(
                    (
                        p.paper,
                        mix(p.paper, p.far, 0.35),
                        mix(p.paper, rgb("#8fb0b4"), 0.4),
                        mix(p.paper, p.accent, 0.2),
                    )
                )
                shift = rng.uniform(-9, 9)
                pen.fill(
                    [
                        (x - 50 + shift, y - 8),
                        (x + 50 + shift, y - 8 + rng.uniform(-2, 2)),
                        (x + 51 + shift, y),
                        (x - 51 + shift, y),
                    ],
                    tone,
                )
        pen.fill(blob("640,644 628,604 652,576 700,572 742,584 750,622 738,644"), rgb("#4f6f93"))
        pen.stroke(smooth([(742, 596), (772, 586), (786, 566)]), 15, rgb("#4f6f93"), 9)
        pen.stroke(smooth([(634, 596), (606, 590), (604, 622), (634, 630)]), 9, rgb("#4f6f93"))
        pen.fill(ring((690, 572), 28, 8), mix(rgb("#4f6f93"), p.ink, 0.3))
        pen.disc((690, 562), 8, p.paper)
        pen.fill(blob("966,646 960,612 1018,612 1012,646"), p.paper)
        pen.fill(ring((989, 612), 29, 8), mix(rgb("#a8743f"), p.ink, 0.2))
        pen.fill(blob("352,646 344,604 394,604 386,646"), mix(p.accent, p.far, 0.3))
        for turn in range(9):
            leaf(
                pen,
                (369, 606),
                -math.pi * (0.1 + 0.8 * turn / 8),
                rng.uniform(46, 72),
                24,
                mix(p.near, rng.choice((p.ink, rgb("#c9c864"))), rng.uniform(0.05, 0.4)),
            )
    with sheet.cut(shadow=0, edge=0, see=0.35, soft=5) as pen:
        pen.stroke(smooth([(988, 604), (978, 570), (998, 536), (984, 500)]), 8, p.paper, 22)


def _line(sheet: Sheet) -> None:
    """The cord from wall to wall with the letters on it, the light in them."""
    rng, p = sheet.rng, sheet.palette
    cord = sag((286, 96), (1426, 84), 92)
    with sheet.cut(shadow=7, dark=0.35, edge=0.3) as pen:
        pen.stroke(cord, 3.4, mix(p.ink, p.far, 0.3))
    for number in range(11):
        at = along(cord, (number + 0.7) / 11.6)
        wide, tall = rng.uniform(58, 76), rng.uniform(78, 108)
        tone: Colour = rng.choice(
            (
                mix(p.paper, (255, 255, 255), 0.6),
                mix(p.paper, p.far, 0.25),
                mix(p.paper, rgb("#8fb0b4"), 0.3),
            )
        )
        with sheet.cut(shadow=9, dark=0.35, edge=0.6, see=0.95) as pen:
            turned = TurnedPen(pen, at, rng.uniform(-0.13, 0.13))
            _letter(turned, at, wide, tall, tone, number, p)


def _letter(
    pen: Pen, at: Point, wide: float, tall: float, tone: Colour, number: int, p: Palette
) -> None:
    """One letter or envelope hung by its upper edge; the ink of some has run."""
    x, y = at
    pen.fill(
        [
            (x - wide / 2, y + 2),
            (x + wide / 2, y + 2),
            (x + wide / 2 - 3, y + tall),
            (x - wide / 2 + 4, y + tall - 5),
        ],
        tone,
    )
    blue = mix(rgb("#3f5f93"), tone, 0.15)
    if number % 3 == 1:
        pen.stroke(
            [(x - wide / 2 + 4, y + 8), (x, y + tall * 0.5), (x + wide / 2 - 4, y + 8)],
            2.4,
            mix(tone, p.ink, 0.3),
        )
        pen.fill(
            [
                (x + wide / 2 - 24, y + tall - 34),
                (x + wide / 2 - 7, y + tall - 34),
                (x + wide / 2 - 7, y + tall - 12),
                (x + wide / 2 - 24, y + tall - 12),
            ],
            p.accent,
        )
    else:
        for line in range(int(tall / 13) - 1):
            end = wide / 2 - 10 - (line * 7) % 17
            pen.stroke(
                [(x - wide / 2 + 9, y + 20 + line * 12), (x + end, y + 20 + line * 12)], 2, blue
            )
        if number % 3 == 2:
            pen.fill(
                blob("-16,-36 4,-44 17,-26 0,-14", (x, y + tall)),
                mix(blue, tone, 0.45),
            )
    for peg in (-0.28, 0.28):
        pen.fill(
            [
                (x + wide * peg - 4, y - 11),
                (x + wide * peg + 4, y - 11),
                (x + wide * peg + 4, y + 13),
                (x + wide * peg - 4, y + 13),
            ],
            mix(rgb("#c79a5a"), p.ink, 0.1),
        )
