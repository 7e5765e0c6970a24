"""Evening round the hearth of a stilt house."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, bend, blob, ring, smooth
from ..palette import Colour, Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose

SQUAT = Pose(
    hip=(-0.12, 0.16),
    lean=24,
    nod=4,
    hands=((0.3, 0.3), (0.28, 0.24)),
    feet=((0.1, 0.0), (0.04, 0.0)),
    elbow=(1, 1),
)
CROSS = Pose(
    hip=(-0.04, 0.1),
    lean=8,
    nod=10,
    hands=((0.2, 0.26), (0.22, 0.24)),
    feet=((0.24, 0.02), (0.2, 0.02)),
    elbow=(1, 1),
)
READ = Pose(
    hip=(-0.04, 0.12),
    lean=10,
    nod=20,
    hands=((0.22, 0.34), (0.24, 0.32)),
    feet=((0.22, 0.02), (0.18, 0.02)),
    elbow=(1, 1),
)


@picture(
    "bep-nha-san",
    WIDE,
    Palette(rgb("#ffdf9a"), rgb("#c98648"), rgb("#6b3f2c"), rgb("#1d1318"), rgb("#e2572b")),
)
def hearth(sheet: Sheet) -> None:
    """A fire in the middle of the floor, maize above it, a girl reading to her grandmother."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, p.ink), (0.5, mix(p.near, p.ink, 0.55)), (1, mix(p.near, p.ink, 0.35))], wood=0.14
    )
    _wall(sheet)
    with sheet.cut(shadow=8, dark=0.5, wood=0.2) as pen:
        pen.fill([(-10, 640), (1610, 640), (1610, 910), (-10, 910)], mix(p.near, p.ink, 0.3))
        for board in range(-8, 30):
            x = 800 + (board - 10.5) * 78
            far = 800 + (x - 800) * 0.72
            pen.stroke([(far, 640), (x + (x - 800) * 0.35, 910)], 2.2, mix(p.ink, p.near, 0.2))
    fire = (800, 736)
    sheet.glow(fire, 760, mix(p.far, p.accent, 0.25), 0.5)
    _shelf(sheet)
    _people(sheet)
    _fire(sheet, fire)
    sheet.glow((800, 690), 360, mix(p.paper, p.accent, 0.35), 0.5)
    with sheet.cut(shadow=0, edge=0) as pen:
        for _ in range(40):
            rise = rng.random()
            pen.disc(
                (800 + rng.gauss(0, 24 + 70 * rise), 650 - 330 * rise),
                2.6 - 1.6 * rise,
                mix(p.paper, p.accent, rng.random()),
            )


def _wall(sheet: Sheet) -> None:
    """Woven bamboo, posts, a window with the moon over a ridge, photographs on nails."""
    rng, p = sheet.rng, sheet.palette
    mat = mix(p.near, p.ink, 0.42)
    with sheet.cut(shadow=6, dark=0.4) as pen:
        pen.box(-10, 96, 1610, 644, mat)
        for row in range(28):
            for column in range(50):
                x, y = column * 33 - 10, 98 + row * 20
                if (row + column) % 2:
                    pen.box(x, y, x + 32, y + 18, mix(mat, p.far, 0.1 + rng.uniform(0, 0.05)))
    night = rgb("#27406a")
    with sheet.cut(shadow=4, dark=0.5) as pen:
        pen.box(1168, 236, 1394, 470, mix(p.near, p.ink, 0.6))
        pen.box(1182, 250, 1380, 456, night)
        pen.disc((1318, 306), 24, mix(p.paper, (255, 255, 255), 0.4))
        for _ in range(24):
            pen.disc(
                (rng.uniform(1186, 1376), rng.uniform(254, 380)), rng.uniform(0.8, 1.8), p.paper
            )
        pen.fill(
            [
                *smooth([(1182, 420), (1230, 372), (1276, 404), (1326, 360), (1380, 410)]),
                (1380, 456),
                (1182, 456),
            ],
            mix(night, p.ink, 0.5),
        )
    with sheet.cut(shadow=7, dark=0.5) as pen:
        for y in (312, 376):
            pen.stroke([(1182, y), (1380, y)], 6, mix(p.near, p.ink, 0.4))
        for x in (1232, 1281, 1330):
            pen.stroke([(x, 250), (x, 456)], 6, mix(p.near, p.ink, 0.4))
        for x in (120, 560, 1060, 1500):
            pen.box(x - 19, -10, x + 19, 650, mix(p.near, p.ink, 0.25))
            pen.box(x - 19, -10, x - 9, 650, mix(p.near, p.far, 0.25))
        pen.box(-10, 80, 1610, 112, mix(p.near, p.ink, 0.35))
        for number in range(8):
            x = 186 + number % 4 * 84
            y = 230 + number // 4 * 96
            pen.disc((x, y - 34), 4, p.paper)
            if number in (0, 2, 5, 7):
                pen.fill(
                    [(x - 27, y - 28), (x + 27, y - 30), (x + 28, y + 36), (x - 26, y + 37)],
                    mix(p.paper, p.near, 0.15),
                )
                pen.box(x - 21, y - 22, x + 21, y + 22, mix(night, p.far, 0.3 + 0.1 * (number % 3)))
                pen.fill(
                    smooth(
                        [
                            (x - 21, y + 22),
                            (x - 8, y - 2),
                            (x + 6, y + 10),
                            (x + 21, y - 6),
                            (x + 21, y + 22),
                        ]
                    ),
                    mix(rgb("#5d7a52"), p.ink, 0.2),
                )


def _shelf(sheet: Sheet) -> None:
    """The rack over the fire with maize and smoked meat, black with soot."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for x in (640, 960):
            pen.stroke([(x, 96), (x, 330)], 6, mix(p.ink, p.near, 0.3))
        pen.fill([(600, 322), (1000, 322), (1030, 348), (570, 348)], mix(p.near, p.ink, 0.4))
        for x in range(584, 1024, 22):
            pen.stroke([(x, 324), (x - 4, 346)], 2, p.ink)
        for x in range(606, 1000, 30):
            length = rng.uniform(52, 74)
            gold = mix(rgb("#f0b83f"), p.ink, rng.uniform(0, 0.25))
            if x % 4 == 2:
                pen.stroke([(x, 348), (x, 366)], 2, p.paper)
                pen.fill(
                    blob(
                        f"{x - 12},366 {x + 12},366 {x + 16},{366 + length} {x - 14},{370 + length}"
                    ),
                    mix(p.accent, p.ink, 0.45),
                )
                pen.stroke([(x - 5, 374), (x - 5, 360 + length)], 3, mix(p.paper, p.accent, 0.3))
            else:
                pen.stroke([(x, 344), (x, 360)], 4, mix(p.paper, p.far, 0.3))
                pen.fill(ring((x, 360 + length * 0.5), 12, length * 0.5), gold)
                for grain in range(4):
                    y = 368 + grain * length * 0.22
                    pen.stroke([(x - 9, y), (x + 9, y)], 1.8, mix(gold, p.ink, 0.35))
        for x, wide in ((680, 66), (800, 84), (912, 60)):
            pen.fill(
                blob(
                    f"{-wide * 0.6},320 {-wide * 0.5},282 0,268 {wide * 0.5},282 {wide * 0.6},320",
                    (x, 0.0),
                ),
                mix(p.far, p.ink, 0.35),
            )


def _people(sheet: Sheet) -> None:
    """The cook and the guest at the fire; girl and grandmother at the post."""
    p = sheet.palette
    skin = mix(rgb("#c58a60"), p.accent, 0.08)
    indigo = rgb("#2f4a72")

    def dress(top: Colour, bottom: Colour, hair: str, grey: bool = False) -> Dress:
        return Dress(
            top,
            bottom,
            skin,
            p.ink,
            hair=hair,
            hair_colour=mix(p.paper, p.near, 0.3) if grey else None,
        )

    with sheet.cut(shadow=11, dark=0.55, edge=0.3) as pen:
        Figure(
            pen,
            (300, 800),
            420,
            1,
            CROSS,
            dress(mix(indigo, p.ink, 0.1), mix(p.ink, indigo, 0.3), "bun", True),
        ).draw()
    with sheet.cut(shadow=11, dark=0.55, edge=0.3) as pen:

        def book(near: Point, far: Point) -> None:
            x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
            pen.fill(
                [(x - 6, y - 6), (x - 58, y - 32), (x - 66, y + 12), (x - 4, y + 30)],
                mix(p.paper, (255, 255, 255), 0.3),
            )
            pen.fill([(x - 6, y - 6), (x + 40, y - 34), (x + 46, y + 8), (x - 4, y + 30)], p.paper)
            for line in range(4):
                pen.stroke([(x - 52, y - 18 + line * 9), (x - 14, y - 2 + line * 9)], 1.6, p.near)

        Figure(
            pen, (520, 812), 330, -1, READ, dress(p.accent, mix(p.ink, indigo, 0.4), "long")
        ).draw(book)
    with sheet.cut(shadow=11, dark=0.55, edge=0.45) as pen:

        def chopsticks(near: Point, _far: Point) -> None:
            pen.stroke([near, (near[0] - 84, near[1] - 16)], 5, p.paper)

        Figure(
            pen, (1086, 806), 440, -1, SQUAT, dress(mix(p.paper, p.far, 0.2), indigo, "bun")
        ).draw(chopsticks)
    with sheet.cut(shadow=11, dark=0.55, edge=0.3) as pen:
        Figure(
            pen,
            (1330, 816),
            430,
            -1,
            CROSS,
            dress(rgb("#5d7a52"), mix(p.ink, p.near, 0.4), "short"),
        ).draw(
            lambda near, _far: pen.fill(
                blob("-24,-14 18,-14 8,16 -14,16", near),
                p.paper,
            )
        )


def _fire(sheet: Sheet, at: Point) -> None:
    """Hearth frame full of ash, three stones, burning wood, the pot over it."""
    rng, p = sheet.rng, sheet.palette
    x, y = at
    with sheet.cut(shadow=9, dark=0.5) as pen:
        pen.fill(
            [(x - 200, y + 30), (x + 200, y + 30), (x + 250, y + 116), (x - 250, y + 116)],
            mix(p.near, p.ink, 0.5),
        )
        pen.fill(
            [(x - 180, y + 40), (x + 180, y + 40), (x + 222, y + 102), (x - 222, y + 102)],
            mix(rgb("#8c8078"), p.ink, 0.35),
        )
        for angle in (-0.35, 0.2, 0.5, -0.1):
            side = 1 if angle > 0 else -1
            end = (x + side * 170, y + 66 + angle * 60)
            pen.stroke([(x + side * 10, y + 62), end], 18, mix(p.near, p.ink, 0.35), 15)
            pen.disc(end, 8, mix(p.far, p.near, 0.3))
    sheet.glow((x, y + 50), 190, p.accent, 0.8)
    with sheet.cut(shadow=0, edge=0) as pen:
        for light, wide, tall in ((0.0, 128, 150), (0.35, 96, 112), (0.75, 62, 72)):
            tongues = [(x - wide, y + 66)]
            for number in range(9):
                share = number / 4 - 1
                tongues.append(
                    (
                        x + share * wide,
                        y
                        + 66
                        - tall
                        * (1 - 0.55 * share * share)
                        * (rng.uniform(0.85, 1.1) if number % 2 == 0 else 0.5),
                    )
                )
            pen.fill(
                smooth([*tongues, (x + wide, y + 66)], steps=6),
                mix(p.accent, mix(p.paper, rgb("#ffb13d"), 0.5), light),
            )
    with sheet.cut(shadow=8, dark=0.5, edge=0.4) as pen:
        pen.fill(
            blob("-78,-56 -84,-20 -56,14 56,14 84,-20 78,-56", at),
            mix(p.ink, p.near, 0.25),
        )
        pen.fill(ring((x, y - 58), 80, 17), mix(p.ink, p.near, 0.55))
        pen.fill(ring((x, y - 58), 70, 13), mix(rgb("#a9a86a"), p.far, 0.4))
        for side in (-1, 1):
            pen.fill(
                blob("-18,70 -14,6 0,0 14,70", (x + side * 86, y)),
                mix(rgb("#6c625c"), p.ink, 0.3),
            )
    with sheet.cut(shadow=0, edge=0, see=0.32, soft=7) as pen:
        for shift in (-36, 6, 40):
            pen.stroke(
                bend(
                    (x + shift, y - 70),
                    (x + shift * 1.4 + 20, y - 300),
                    0.12 * math.copysign(1, shift),
                ),
                14,
                p.paper,
                46,
            )
