"""Certificates hung out to dry in the corridor of a commune's office."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, along, ring, sag, smooth, trace
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose


@picture(
    "phoi-giay-khai-sinh",
    LANDSCAPE,
    Palette(rgb("#fbf3dd"), rgb("#e3b95f"), rgb("#b07a3c"), rgb("#33302f"), rgb("#b8392c")),
)
def papers_on_lines(sheet: Sheet) -> None:
    """A clerk lifts a wet sheet between two boards; lines of papers run down the corridor."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(p.far, p.paper, 0.3)
    sheet.wash([(0, mix(wall, p.near, 0.35)), (0.5, wall), (1, mix(wall, p.near, 0.2))], wood=0.06)
    vanish = (1180.0, 430.0)

    def towards(point: Point, share: float) -> Point:
        return point[0] + (vanish[0] - point[0]) * share, point[1] + (vanish[1] - point[1]) * share

    with sheet.cut(shadow=6, dark=0.3) as pen:
        pen.fill(
            [
                (-10, 850),
                towards((-10, 850), 0.86),
                towards((1510, 850), 0.86),
                (1510, 850),
                (1510, 1010),
                (-10, 1010),
            ],
            mix(p.near, p.paper, 0.4),
        )
        tile = mix(p.accent, p.near, 0.35)
        for row in range(14):
            share = 1 - (1 - row / 14) ** 0.55
            pen.stroke(
                [towards((-300, 1010), share), towards((1900, 1010), share)],
                2.4 * (1 - share) + 0.8,
                mix(tile, p.paper, 0.35),
            )
        for column in range(-8, 17):
            start = (column * 130.0, 1010.0)
            pen.stroke([start, towards(start, 0.86)], 2.2, mix(tile, p.paper, 0.35), 0.8)
    with sheet.cut(shadow=5, dark=0.3) as pen:
        far_l, far_r = towards((-10, -30), 0.86), towards((1510, 1010), 0.86)
        pen.box(far_l[0], far_l[1], far_r[0], far_r[1] - 18, mix(p.paper, rgb("#bcd0b8"), 0.5))
        for x in range(8):
            pen.disc(
                (far_l[0] + 14 + x * 26, far_r[1] - 40 - rng.uniform(0, 20)),
                rng.uniform(16, 30),
                mix(rgb("#5f8550"), p.paper, rng.uniform(0, 0.3)),
            )
    sheet.glow(vanish, 420, mix(p.paper, (255, 255, 235), 0.5), 0.75)
    door = rgb("#4c7a78")
    with sheet.cut(shadow=8, dark=0.4) as pen:
        for number in range(3):
            a, b = 0.06 + number * 0.25, 0.22 + number * 0.25
            corners = [
                towards((-10, 250), a),
                towards((-10, 250), b),
                towards((-10, 905), b),
                towards((-10, 905), a),
            ]
            pen.fill(corners, mix(door, p.ink, 0.1))
            for slat in range(15):
                y = 270 + slat * 40
                pen.stroke(
                    [towards((-10, y), a + 0.015), towards((-10, y), b - 0.015)],
                    5 * (1 - a),
                    mix(door, p.paper, 0.22),
                )
            mid = (a + b) / 2
            pen.stroke(
                [towards((-10, 250), mid), towards((-10, 905), mid)],
                6 * (1 - a),
                mix(door, p.ink, 0.4),
            )
        pen.fill(
            [(-10, 900), towards((-10, 900), 0.85), towards((-10, 850), 0.85), (-10, 780)],
            mix(p.near, p.ink, 0.12),
        )
    sky = mix(rgb("#a8c4c8"), p.paper, 0.4)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.fill(
            [(1510, 60), towards((1510, 60), 0.82), towards((1510, 700), 0.82), (1510, 700)], sky
        )
        for _ in range(60):
            x = rng.uniform(1270, 1500)
            pen.disc(
                (x, 520 + (x - 1240) * 0.42 + rng.uniform(-30, 40)),
                rng.uniform(16, 44),
                mix(rgb("#5f8550"), p.paper, rng.uniform(0, 0.35)),
            )
    for share in (0.74, 0.6, 0.42, 0.14):
        with sheet.cut(shadow=9 * (1 - share) + 3, dark=0.45) as pen:
            (x, top), (_, low) = towards((1560, -60), share), towards((1560, 960), share)
            half = 58 * (1 - share) + 4
            pen.box(x - half, top, x + half, low, mix(p.paper, p.far, 0.3))
            pen.box(x + half * 0.3, top, x + half, low, mix(p.far, p.near, 0.25))
            pen.box(x - half * 1.5, low - half * 1.4, x + half * 1.5, low, mix(p.far, p.near, 0.15))
            pen.box(x - half * 1.4, top, x + half * 1.4, top + half * 1.6, mix(p.far, p.near, 0.1))
    with sheet.cut(shadow=7, dark=0.4) as pen:
        pen.fill(
            [
                (-10, -10),
                (1510, -10),
                towards((1510, 60), 0.8),
                towards((-10, 40), 0.84),
                (-10, 40),
            ],
            mix(p.near, p.ink, 0.1),
        )
        for beam in range(7):
            share = beam / 8
            pen.stroke(
                [towards((-10, 30), share), towards((1510, 40), share)],
                26 * (1 - share),
                mix(p.near, p.ink, 0.3),
            )
    for start, depth in (((60.0, 250.0), 40), ((420.0, 190.0), 46), ((880.0, 150.0), 38)):
        rope = sag(start, towards((start[0] + 40, start[1] + 20), 0.8), depth, steps=40)
        with sheet.cut(shadow=9, dark=0.42, edge=0.3) as pen:
            pen.stroke(rope, 4, mix(p.ink, p.near, 0.3), 1.4)
            for number in range(12):
                share = number / 12.4 + 0.02
                near = 1 - share * 0.82
                at = along(rope, 1 - (1 - share) ** 1.25)
                _certificate(
                    pen,
                    at,
                    (66 + rng.uniform(-10, 16)) * near,
                    (92 + rng.uniform(-8, 20)) * near,
                    rng.randrange(5),
                    p,
                    rng.uniform(-0.06, 0.06),
                )
    _people(sheet)


def _certificate(
    pen: Pen, at: Point, wide: float, high: float, kind: int, p: Palette, turn: float
) -> None:
    """One sheet on its peg: stamped, lined, framed, or a little red book."""
    x, y = at
    paper = (
        mix(p.paper, (255, 255, 255), 0.4),
        p.paper,
        mix(p.paper, p.far, 0.25),
        rgb("#b8483a"),
        rgb("#e6c4b4"),
    )[kind]

    def spot(px: float, py: float) -> Point:
        dx, dy = px * wide, py * high
        return x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(
            turn
        ) + dy * math.cos(turn)

    pen.fill(
        [
            spot(-0.5, 0.0),
            spot(0.5, 0.0),
            spot(0.47, 0.6),
            spot(0.52, 1.0),
            spot(-0.48, 1.02),
            spot(-0.52, 0.5),
        ],
        paper,
    )
    ink = mix(p.ink, paper, 0.45)
    if kind == 3:
        pen.disc(spot(0, 0.4), wide * 0.14, rgb("#e8c25a"))
        pen.stroke([spot(-0.25, 0.7), spot(0.25, 0.7)], 2, rgb("#e8c25a"))
    else:
        pen.stroke(
            [spot(-0.2, 0.16), spot(0.2, 0.16)], max(1.4, wide * 0.045), mix(p.accent, paper, 0.15)
        )
        for row in range(6):
            end = 0.38 - 0.16 * ((row * 3 + kind) % 3)
            pen.stroke(
                [spot(-0.38, 0.28 + row * 0.09), spot(end, 0.28 + row * 0.09)],
                max(0.9, wide * 0.02),
                ink,
            )
        pen.disc(spot(0.2, 0.84), wide * 0.13, mix(p.accent, paper, 0.4))
        pen.disc(spot(0.2, 0.84), wide * 0.085, paper)
    for side in (-0.36, 0.36):
        foot = spot(side, 0.04)
        pen.stroke(
            [(foot[0], foot[1] - high * 0.1), foot],
            max(2.5, wide * 0.09),
            (rgb("#3f7f86"), p.accent, rgb("#d8982e"))[(kind + (side > 0)) % 3],
        )


def _people(sheet: Sheet) -> None:
    """The clerk at his table, the woman with the tin, an old woman on the bench."""
    p = sheet.palette
    skin = mix(rgb("#b97f55"), p.ink, 0.06)
    white = mix(p.paper, (255, 255, 255), 0.5)
    with sheet.cut(shadow=10, dark=0.5) as pen:
        pen.box(906, 742, 1180, 762, mix(p.near, p.ink, 0.3))
        for leg in (926, 1160):
            pen.box(leg - 8, 762, leg + 8, 850, mix(p.near, p.ink, 0.45))
        sit = Pose(
            hip=(-0.06, 0.27),
            lean=12,
            nod=4,
            hands=((0.2, 0.3), (0.22, 0.31)),
            feet=((0.2, 0.0), (0.14, 0.0)),
            breadth=0.095,
        )
        Figure(
            pen,
            (1050, 850),
            360,
            -1,
            sit,
            Dress(
                mix(rgb("#6b4a6e"), p.ink, 0.1),
                mix(p.ink, p.near, 0.15),
                skin,
                p.ink,
                None,
                "",
                hair="bun",
                hair_colour=mix(p.paper, p.ink, 0.35),
            ),
        ).draw()
    lift = Pose(
        hip=(0.0, 0.52),
        lean=9,
        nod=14,
        hands=((0.27, 0.66), (0.32, 0.67)),
        feet=((0.05, 0), (-0.06, 0)),
    )

    def boards(near: Point, far: Point) -> None:
        x, y = (near[0] + far[0]) / 2 + 12, (near[1] + far[1]) / 2 + 6
        pen.fill(
            [(x - 66, y - 74), (x + 54, y - 88), (x + 66, y + 66), (x - 54, y + 84)],
            mix(rgb("#8fb3bd"), p.paper, 0.3),
        )
        pen.fill([(x - 50, y - 60), (x + 42, y - 70), (x + 52, y + 54), (x - 40, y + 68)], white)
        for row in range(6):
            pen.stroke(
                [(x - 36, y - 40 + row * 17), (x + 26, y - 46 + row * 17)],
                3,
                mix(p.ink, white, 0.5),
            )
        pen.disc((x + 22, y + 42), 15, mix(p.accent, white, 0.3))

    hold = Pose(
        hip=(0.0, 0.52),
        lean=4,
        nod=12,
        hands=((0.2, 0.5), (0.22, 0.52)),
        feet=((0.05, 0), (-0.05, 0)),
    )

    def tin(near: Point, far: Point) -> None:
        x, y = (near[0] + far[0]) / 2 - 8, (near[1] + far[1]) / 2 - 40
        pen.fill(
            smooth(
                trace(f"{x - 62},{y - 46} {x + 62},{y - 46} {x + 62},{y + 66} {x - 62},{y + 66}"),
                closed=True,
                steps=3,
            ),
            p.accent,
        )
        pen.box(x - 66, y - 52, x + 66, y - 32, mix(p.accent, p.ink, 0.3))
        pen.fill(ring((x, y + 18), 34, 26), mix(p.far, p.paper, 0.4))
        pen.disc((x, y + 18), 14, mix(p.near, p.accent, 0.3))

    with sheet.cut(shadow=15, dark=0.55, edge=0.4) as pen:
        Figure(
            pen,
            (760, 985),
            640,
            -1,
            hold,
            Dress(
                mix(rgb("#3f7f86"), p.paper, 0.15),
                mix(p.ink, rgb("#3f4a66"), 0.4),
                skin,
                p.ink,
                hair="long",
            ),
        ).draw(tin)
    with sheet.cut(shadow=16, dark=0.55, edge=0.4) as pen:
        Figure(
            pen,
            (300, 1000),
            690,
            1,
            lift,
            Dress(white, mix(p.ink, rgb("#3f4a66"), 0.35), skin, p.ink),
        ).draw(boards)
    wood = mix(p.near, p.ink, 0.25)
    with sheet.cut(shadow=14, dark=0.55) as pen:
        pen.fill(trace("-10,880 620,880 650,930 -10,930"), mix(wood, p.paper, 0.15))
        pen.box(-10, 930, 650, 1010, wood)
        pen.fill(ring((520, 880), 84, 26), mix(rgb("#7fa0a8"), p.ink, 0.2))
        pen.fill(ring((520, 876), 72, 20), mix(rgb("#bcd4d6"), p.paper, 0.3))
        for sheet_number in range(5):
            y = 872 - sheet_number * 7
            pen.fill(
                [(120, y), (270, y - 8), (282, y + 4), (132, y + 12)],
                mix(white, _tone(p, sheet_number), 0.2),
            )


def _tone(p: Palette, number: int) -> Colour:
    return (p.far, p.near, p.accent)[number % 3]
