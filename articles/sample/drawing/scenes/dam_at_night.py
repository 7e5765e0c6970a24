"""The reservoir lets water go."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, ridge, smooth, trace
from ..land import dash
from ..palette import Palette, mix, rgb
from ..paper import Haze, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage
from ..sky import cloud_bank, mist_band, rain


@picture(
    "ho-may-thuong-xa-lu",
    WIDE,
    Palette(rgb("#eaf0ea"), rgb("#86a2ab"), rgb("#3c5a6c"), rgb("#111d2b"), rgb("#f0b552")),
)
def dam_at_night(sheet: Sheet) -> None:
    """Three of five gates are open between the cliffs; two people with lamps on the crest."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, p.ink),
            (0.18, mix(p.near, p.ink, 0.35)),
            (0.42, mix(p.far, p.near, 0.45)),
            (1, mix(p.near, p.ink, 0.3)),
        ],
        wood=0.18,
    )
    with sheet.cut(shadow=5, dark=0.25) as pen:
        for left, base, high, share in (
            (-120, 150, 80, 0.2),
            (420, 110, 70, 0.35),
            (980, 170, 90, 0.15),
        ):
            cloud_bank(pen, rng, left, left + 620, base, high, mix(p.near, p.ink, share))
    with sheet.cut(shadow=6, haze=Haze(mix(p.far, p.paper, 0.3), 200, 420, 0.7)) as pen:
        pen.fill(
            [*ridge(rng, -20, 1620, 230, 90, rough=0.55), (1620, 500), (-20, 500)],
            mix(p.near, p.ink, 0.2),
        )
    mist_band(sheet, 240, 330, 420, mix(p.far, p.paper, 0.4), 0.5)
    concrete = mix(p.far, p.paper, 0.22)
    crest, left, right = 352.0, 330.0, 1290.0
    gates = [left + 96 + 192 * number for number in range(5)]
    with sheet.cut(shadow=16, dark=0.6, wood=0.06) as pen:
        pen.fill(
            [(left - 120, crest), (right + 120, crest), (right + 60, 800), (left - 60, 800)],
            mix(concrete, p.ink, 0.3),
        )
        for row in range(9):
            y = crest + 50 + row * 46
            pen.stroke([(left - 110, y), (right + 110, y)], 2, mix(concrete, p.ink, 0.45))
        for number, x in enumerate(gates):
            pen.fill(
                [(x - 66, crest + 40), (x + 66, crest + 40), (x + 76, 790), (x - 76, 790)],
                mix(concrete, p.ink, 0.55 if number in (1, 2, 3) else 0.42),
            )
            if number not in (1, 2, 3):
                pen.box(x - 60, crest + 44, x + 60, crest + 190, mix(p.near, p.ink, 0.35))
                for rib in range(5):
                    pen.box(
                        x - 60,
                        crest + 58 + rib * 28,
                        x + 60,
                        crest + 63 + rib * 28,
                        mix(p.near, p.far, 0.35),
                    )
            pen.box(x - 58, crest - 62, x + 58, crest, mix(concrete, p.ink, 0.12))
            pen.box(x - 70, crest - 74, x + 70, crest - 58, mix(concrete, p.ink, 0.38))
            pen.box(x - 20, crest - 46, x + 20, crest - 14, mix(p.accent, p.paper, 0.35))
        for post in range(6):
            x = left + 192 * post
            pen.fill(
                [(x - 22, crest - 6), (x + 22, crest - 6), (x + 28, 800), (x - 28, 800)],
                mix(concrete, p.ink, 0.12),
            )
            pen.fill(
                [(x + 4, crest - 6), (x + 22, crest - 6), (x + 28, 800), (x + 6, 800)],
                mix(concrete, p.ink, 0.34),
            )
        pen.box(left - 140, crest - 12, right + 140, crest + 16, concrete)
        pen.box(left - 140, crest + 16, right + 140, crest + 24, mix(concrete, p.ink, 0.5))
    for x in gates:
        sheet.glow((x, crest - 30), 84, p.accent, 0.55)
    white = mix(p.paper, (255, 255, 255), 0.5)
    for number in (1, 2, 3):
        x = gates[number]
        with sheet.cut(shadow=10, dark=0.4, edge=0) as pen:
            outline = smooth(
                [(x - 58, crest + 60), (x - 70, crest + 200), (x - 104, 640), (x - 150, 812)]
            )
            other = smooth(
                [(x + 58, crest + 60), (x + 70, crest + 200), (x + 104, 640), (x + 150, 812)]
            )
            pen.fill([*outline, *reversed(other)], mix(white, p.far, 0.22))
            for _ in range(120):
                share, side = rng.random(), rng.uniform(-1, 1)
                top = crest + 66 + share * 380
                spread = 54 + 86 * share**1.6
                run = rng.uniform(40, 130)
                low = spread + 34 * run / 130
                dash(
                    pen,
                    (x + side * spread, top),
                    (x + side * low, top + run),
                    rng.uniform(2, 8),
                    rng.choice((white, white, mix(p.far, p.near, 0.2))),
                )
    for start, end in ((620, 900), (700, 880), (760, 900)):
        with sheet.cut(shadow=0, edge=0, see=0.6, soft=16) as pen:
            for _ in range(44):
                x = rng.gauss(810, 250)
                pen.disc(
                    (x, rng.uniform(start, end) + abs(x - 810) * 0.08),
                    rng.uniform(34, 84),
                    mix(white, p.far, rng.uniform(0.05, 0.5)),
                    0.6,
                )
    with sheet.cut(shadow=5, edge=0) as pen:
        for _ in range(260):
            x = rng.uniform(120, 1480)
            y = rng.uniform(800, 895)
            run = rng.uniform(50, 190)
            dash(
                pen,
                (x, y),
                (x + run, y + rng.uniform(-7, 7)),
                rng.uniform(2, 7),
                rng.choice((white, mix(p.far, p.near, 0.3), mix(p.near, p.ink, 0.2))),
            )
    for side in (-1, 1):
        _cliff(sheet, side)
    skin = mix(rgb("#a9744e"), p.ink, 0.2)
    light = mix(p.accent, p.paper, 0.4)
    for x, face, coat in ((700, 1, p.accent), (752, -1, mix(rgb("#b5483a"), p.ink, 0.1))):
        with sheet.cut(shadow=5, dark=0.5, edge=0.5) as pen:
            pose = Pose(
                hip=(0, 0.525),
                lean=2,
                hands=((0.2, 0.56), (0.06, 0.46)),
                feet=((0.04, 0), (-0.04, 0)),
            )
            figure = Figure(
                pen,
                (x, crest - 10),
                104,
                face,
                pose,
                Dress(coat, p.ink, skin, p.ink, coat, "hood", cut="coat"),
            ).draw()
            lamp = figure.spot((0.2, 0.5))
            pen.disc(lamp, 5, light)
        sheet.glow(lamp, 90, light, 0.85)
        sheet.beam(lamp, math.pi / 2 - 0.3 * face, 0.3, 260, light, 0.4)
    rain(sheet, mix(p.paper, p.far, 0.3), count=150, slant=0.2, length=80, see=0.35)


LEFT_CLIFF = trace(
    "-20,120 80,150 150,220 210,300 262,350 300,430 290,520 330,610 360,720 340,800 400,920 -20,920"
)


def _cliff(sheet: Sheet, side: int) -> None:
    """The rock wall on the left (-1) or right (1), in facets, with bushes on its head."""
    rng, p = sheet.rng, sheet.palette
    rock = mix(p.ink, p.near, 0.42)

    def mirrored(points: list[Point]) -> list[Point]:
        return points if side == -1 else [(1620 - x, y) for x, y in points]

    with sheet.cut(shadow=18, dark=0.65, wood=0.2) as pen:
        pen.fill(mirrored(LEFT_CLIFF), rock)
        for number, facet in enumerate(
            (
                "80,150 150,220 120,330 20,260", "150,220 210,300 190,420 120,330",
                "210,300 262,350 300,430 290,520 210,500 190,420", "20,260 120,330 100,480 -20,430",
                "120,330 190,420 210,500 180,640 100,480",
                "290,520 330,610 360,720 250,690 180,640 210,500",
                "100,480 180,640 130,780 -20,640",
                "180,640 250,690 360,720 340,800 240,840 130,780",
                "130,780 240,840 400,920 90,920",
            )
        ):  # fmt: skip
            tone = mix(
                rock, rng.choice((p.ink, p.far)), rng.uniform(0.05, 0.2) + 0.02 * (number % 3)
            )
            pen.fill(mirrored(trace(facet)), tone)
        for _ in range(14):
            x = rng.uniform(-10, 190)
            leaves = [mix(rgb("#2f5148"), p.ink, 0.3), mix(rgb("#4d7560"), p.ink, 0.15)]
            at = mirrored([(x, 130 + x * 0.62 + rng.uniform(-24, 30))])[0]
            foliage(pen, rng, at, rng.uniform(36, 70), rng.uniform(24, 40), leaves, size=15)
