"""The class of the market people: the room in the morning, and a page being written."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, ring, smooth, trace
from ..hands import working_hand
from ..lettering import ruled, write
from ..palette import Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose


@picture(
    "lop-chu-tan-cho",
    LANDSCAPE,
    Palette(rgb("#fbeac2"), rgb("#eab765"), rgb("#5d8a83"), rgb("#2a2830"), rgb("#c65a3c")),
)
def learning_to_write(sheet: Sheet) -> None:
    """The low sun comes through the nursery window upon grown people at very small tables."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(p.far, p.paper, 0.45)
    sheet.wash([(0, mix(wall, p.near, 0.3)), (0.6, wall)], wood=0.1)
    with sheet.cut(shadow=8) as pen:
        pen.box(70, 110, 660, 560, mix(p.near, p.ink, 0.15))
        pen.box(96, 136, 634, 534, mix(p.paper, p.far, 0.3))
    with sheet.cut(shadow=3, dark=0.3) as pen:
        pen.fill(
            [*smooth(trace("96,360 220,318 330,344 470,300 634,350")), (634, 534), (96, 534)],
            mix(p.near, p.paper, 0.45),
        )
        pen.box(96, 396, 634, 534, mix(p.paper, p.far, 0.15))
        for _ in range(40):
            x, y = rng.uniform(100, 590), rng.uniform(402, 528)
            pen.stroke(
                [(x, y), (x + rng.uniform(14, 44), y)],
                2.4,
                mix(p.near, p.paper, rng.uniform(0.2, 0.6)),
            )
        pen.disc((250, 330), 40, mix(p.paper, (255, 255, 255), 0.7))
        for x in (330, 470):
            pen.fill(
                smooth(
                    trace(f"{x - 44},440 {x - 30},456 {x + 30},456 {x + 50},434 {x},446"),
                    closed=True,
                ),
                mix(p.near, p.ink, 0.4),
            )
    with sheet.cut(shadow=6) as pen:
        for x in (83, 276, 455, 647):
            pen.box(x - 10, 116, x + 10, 556, mix(p.near, p.ink, 0.2))
        pen.box(60, 548, 674, 576, mix(p.near, p.ink, 0.1))
    _wall(sheet)
    with sheet.cut(shadow=8, dark=0.4) as pen:
        floor = mix(p.near, p.paper, 0.3)
        pen.box(-10, 690, 1510, 1010, mix(floor, p.ink, 0.1))
        for row in range(6):
            y = 690 + row * row * 11 + row * 8
            pen.stroke([(-10, y), (1510, y)], 2.5, mix(floor, p.ink, 0.28))
        for column in range(-6, 22):
            x = 750 + (column - 8) * 96
            pen.stroke([(x, 690), (750 + (x - 750) * 1.9, 1010)], 2.5, mix(floor, p.ink, 0.28))
    for start in (186, 366, 550):
        sheet.beam((start, 320), 0.52, 0.1, 1350, mix(p.paper, (255, 236, 180), 0.5), 0.5)
    _teacher(sheet)
    _learners(sheet)
    for start in (186, 366, 550):
        sheet.beam((start, 320), 0.5, 0.07, 1300, mix(p.paper, (255, 240, 190), 0.5), 0.28)


def _rabbit(
    pen: Pen, at: Point, size: float, fur: tuple[int, int, int], dark: tuple[int, int, int]
) -> None:
    """A paper rabbit on the wall of the nursery."""
    x, y = at
    for side in (-1, 1):
        pen.fill(
            ring(
                (x + side * size * 0.3, y - size * 0.95), size * 0.17, size * 0.5, turn=side * 0.15
            ),
            fur,
        )
        pen.disc((x + side * size * 0.26, y + size * 0.86), size * 0.24, fur, 0.6)
    pen.fill(ring((x, y + size * 0.5), size * 0.52, size * 0.5), fur)
    pen.disc((x, y - size * 0.2), size * 0.46, fur)
    for side in (-1, 1):
        pen.disc((x + side * size * 0.17, y - size * 0.24), size * 0.06, dark)
    pen.disc((x, y - size * 0.06), size * 0.06, dark, 0.7)


def _wall(sheet: Sheet) -> None:
    """The board with the word of the day, paper rabbits, low pegs with conical hats on them."""
    p = sheet.palette
    with sheet.cut(shadow=10, dark=0.45, edge=0.3) as pen:
        pen.box(780, 96, 1420, 440, mix(rgb("#8a5a34"), p.far, 0.2))
        pen.box(800, 116, 1400, 420, mix(p.near, p.ink, 0.62))
    chalk = mix(p.paper, (255, 255, 255), 0.4)
    with sheet.ink(slip=(0, 0), worn=0.3, see=0.95) as pen:
        end = write(pen, "cân", (836, 236), 62, 8, chalk)
        write(pen, "cá", (end + 60, 236), 62, 8, chalk)
        write(pen, "nợ", (836, 372), 62, 8, mix(p.far, chalk, 0.4))
        pen.stroke([(836, 262), (1030, 262)], 3, mix(chalk, p.near, 0.4))
        fish = smooth(trace("1120,340 1190,300 1270,320 1330,350 1270,378 1190,390"), closed=True)
        pen.stroke([*fish, fish[0]], 5, chalk)
        pen.stroke([(1326, 350), (1372, 316), (1366, 386), (1326, 350)], 5, chalk)
        pen.disc((1160, 342), 6, chalk)
    with sheet.cut(shadow=5, dark=0.4) as pen:
        for number, x in enumerate((720, 1456)):
            fur = (mix(p.paper, (255, 255, 255), 0.5), mix(p.accent, p.paper, 0.5))[number]
            _rabbit(pen, (x, 300 + number * 60), 62, fur, p.ink)
        pen.box(690, 520, 1500, 534, mix(rgb("#8a5a34"), p.ink, 0.2))
    straw = mix(p.paper, p.far, 0.45)
    with sheet.cut(shadow=8, dark=0.5) as pen:
        for number, x in enumerate((770, 920, 1330, 1450)):
            y = 566
            pen.fill(ring((x, y), 66, 62), mix(straw, p.ink, 0.06 * (number % 2)))
            for loop in (16, 30, 46):
                line = ring((x, y), loop * 1.06, loop)
                pen.stroke([*line, line[0]], 2, mix(straw, p.ink, 0.28))
            pen.disc((x, y), 7, mix(straw, p.ink, 0.4))
            pen.fill(
                [
                    (x, y),
                    *[
                        (x + 66 * math.cos(0.5 + t / 8), y + 62 * math.sin(0.5 + t / 8))
                        for t in range(11)
                    ],
                ],
                mix(straw, p.ink, 0.18),
            )


def _teacher(sheet: Sheet) -> None:
    """The young teacher points at the board."""
    p = sheet.palette
    point = Pose(
        lean=2,
        nod=-4,
        hands=((0.28, 0.86), (0.1, 0.5)),
        feet=((0.05, 0), (-0.06, 0)),
        elbow=(-1, 1),
    )
    dress = Dress(
        mix(p.paper, (255, 255, 255), 0.4),
        mix(p.near, p.ink, 0.35),
        rgb("#c48a5c"),
        p.ink,
        hair="long",
    )
    with sheet.cut(shadow=12, dark=0.5, edge=0.45) as pen:
        figure = Figure(pen, (1120, 790), 400, 1, point, dress)
        hand = figure.spot(point.hands[0])
        pen.stroke([hand, (hand[0] + 70, hand[1] - 66)], 6, mix(rgb("#8a5a34"), p.paper, 0.3), 3)
        figure.draw()


def _learners(sheet: Sheet) -> None:
    """Big people, knees up, at tables of the three-year-olds."""
    p = sheet.palette
    bowed = Pose(
        hip=(-0.08, 0.2),
        lean=26,
        nod=20,
        hands=((0.24, 0.33), (0.28, 0.34)),
        feet=((0.16, 0), (0.1, 0)),
        breadth=0.1,
    )
    upright = Pose(
        hip=(-0.08, 0.2),
        lean=8,
        nod=-4,
        hands=((0.22, 0.34), (0.26, 0.33)),
        feet=((0.16, 0), (0.1, 0)),
        breadth=0.1,
    )
    tops = (
        p.accent,
        mix(p.near, p.ink, 0.15),
        rgb("#d9a0a0"),
        mix(p.paper, p.far, 0.25),
        rgb("#6c7fae"),
        mix(p.far, p.ink, 0.1),
    )
    grey = mix(p.paper, p.near, 0.35)
    rows = (
        ((210, 880, 400), (520, 872, 400), (840, 880, 400)),
        ((330, 990, 480), (700, 985, 470), (1130, 990, 480)),
    )
    number = 0
    for row in rows:
        with sheet.cut(shadow=13, dark=0.5, edge=0.5) as pen:
            for x, base, tall in row:
                dress = Dress(
                    tops[number], mix(p.ink, p.near, 0.25), rgb("#bb8054"), p.ink,
                    mix(p.near, p.paper, 0.3), "scarf" if number == 2 else "",
                    ("bun", "short", "bun", "bun", "short", "long")[number],
                    hair_colour=grey if number in (0, 3) else None,
                )  # fmt: skip
                stool = (x - tall * 0.08, base - tall * 0.15)
                pen.box(stool[0] - 40, stool[1], stool[0] + 40, stool[1] + 12, rgb("#d8973a"))
                for leg in (-32, 32):
                    pen.stroke(
                        [(stool[0] + leg, stool[1] + 8), (stool[0] + leg * 1.2, base)],
                        9,
                        rgb("#b8762e"),
                    )
                pose = upright if number in (1, 5) else bowed
                Figure(pen, (x, base), tall, 1, pose, dress).draw()
                left, top = x + tall * 0.13, base - tall * 0.3
                pen.fill(
                    trace(
                        f"{left},{top} {left + tall * 0.36},{top} {left + tall * 0.4},{top + 26} "
                        f"{left - 10},{top + 26}"
                    ),
                    mix(p.near, p.paper, 0.45),
                )
                pen.box(left - 10, top + 26, left + tall * 0.4, top + 38, mix(p.near, p.ink, 0.2))
                for leg in (0.02, 0.34):
                    pen.box(
                        left + tall * leg,
                        top + 38,
                        left + tall * leg + 12,
                        base + 4,
                        mix(p.near, p.ink, 0.3),
                    )
                page = (left + tall * 0.12, top + 4)
                pen.fill(
                    trace(
                        f"{page[0]},{page[1]} {page[0] + 62},{page[1]} "
                        f"{page[0] + 66},{page[1] + 18} {page[0] - 8},{page[1] + 18}"
                    ),
                    mix(p.paper, (255, 255, 255), 0.6),
                )
                hand = (left + tall * 0.12, top + 6)
                pen.stroke([hand, (hand[0] + 16, hand[1] - 34)], 5, p.accent, 4)
                number += 1


@picture(
    "ban-tay-viet-chu",
    LANDSCAPE,
    Palette(rgb("#f9efd4"), rgb("#d9b27c"), rgb("#6c5240"), rgb("#231d22"), rgb("#4a6a9c")),
)
def writing_hand(sheet: Sheet) -> None:
    """A worn hand writes a word over and over; three broken pencils lie by the page."""
    rng, p = sheet.rng, sheet.palette
    table = mix(rgb("#7fa39a"), p.near, 0.35)
    sheet.wash([(0, mix(table, p.paper, 0.15)), (1, mix(table, p.ink, 0.3))], wood=0.3)
    sheet.glow((380, 160), 900, mix(p.paper, p.far, 0.2), 0.55)
    page = mix(p.paper, (255, 255, 255), 0.3)
    with sheet.cut(shadow=20, dark=0.55, edge=0.5) as pen:
        pen.fill(trace("96,120 1130,64 1240,890 150,960"), mix(p.accent, p.ink, 0.1))
        pen.fill(trace("112,108 1112,58 1216,866 170,936"), mix(page, p.far, 0.3))
        pen.fill(trace("116,100 1106,52 1208,852 174,922"), page)
    blue = mix(p.accent, page, 0.55)
    ink = mix(p.accent, p.ink, 0.45)
    corners = ((130.0, 110.0), (1092.0, 64.0), (1192.0, 840.0), (180.0, 908.0))
    with sheet.ink(slip=(0, 0), worn=0.12, see=0.8) as pen:
        lines = ruled(pen, corners, 13, blue)
        pen.stroke([(262, 104), (318, 900)], 2.6, mix(rgb("#c8533f"), page, 0.35))
    words = ("cân cá nợ", "con cá", "nhớ nhớ", "nhớ nhớ nhớ", "nhớ", "nhớ")
    with sheet.ink(slip=(0, 0), worn=0.2, see=0.95) as pen:
        for number, word in enumerate(words):
            (lx, ly), (rx, ry) = lines[number * 2 + 1]
            rise = (ly - ry) / (rx - lx)
            start = lx + 168
            y = ly - (start - lx) * rise
            shake = rng.uniform(-3, 3)
            write(pen, word, (start, y - 3 + shake), 46, 9, ink, tilt=rise)
    with sheet.cut(shadow=8, dark=0.5, edge=0.5) as pen:
        for x, y, turn, long in (
            (1290, 240, 0.9, 150),
            (1400, 330, 1.6, 110),
            (1300, 430, 0.4, 130),
        ):
            tip = (x + math.cos(turn) * long, y + math.sin(turn) * long)
            pen.stroke([(x, y), tip], 24, rgb("#d8973a"))
            pen.stroke(
                [(x, y), (x - math.cos(turn) * 22, y - math.sin(turn) * 22)],
                22,
                mix(p.far, p.paper, 0.5),
                10,
            )
            for _ in range(3):
                pen.stroke(
                    [tip, (tip[0] + rng.uniform(-4, 18), tip[1] + rng.uniform(2, 20))],
                    5,
                    mix(p.far, p.paper, 0.4),
                    1,
                )
        for _ in range(20):
            x, y = rng.uniform(1240, 1460), rng.uniform(200, 560)
            pen.disc((x, y), rng.uniform(2, 5), mix(p.ink, p.near, 0.3), 0.7)
    with sheet.cut(shadow=20, dark=0.6, edge=0.45) as pen:
        skin, sleeve = rgb("#a96f46"), rgb("#7c3f45")
        pen.stroke([(632, 742), (842, 470)], 30, rgb("#d8973a"), 28)
        pen.stroke([(632, 742), (606, 776)], 26, mix(p.far, p.paper, 0.6), 8)
        pen.stroke([(612, 768), (602, 781)], 9, p.ink, 3)
        working_hand(pen, (1420, 1120), (900, 800), (760, 690), 230, skin, p.ink, sleeve, curl=-1)
        for crease in range(3):
            x = 880 + crease * 26
            pen.stroke(
                smooth(
                    [
                        (x, 720 + crease * 22),
                        (x + 26, 736 + crease * 20),
                        (x + 40, 764 + crease * 20),
                    ]
                ),
                3,
                mix(skin, p.ink, 0.35),
                1.5,
            )
