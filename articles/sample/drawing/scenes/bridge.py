"""The old truss bridge, from afar and close by."""

from __future__ import annotations

import math
from itertools import pairwise

from ..catalogue import UPRIGHT, WIDE, picture
from ..curves import Point, bend, blob, smooth, trace
from ..land import dash, hills
from ..loads import bicycle
from ..palette import Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage
from ..sky import birds, cloud_bank
from ..waterside import driftwood, hyacinth, ripples


@picture(
    "cau-luy-truoc-lu",
    WIDE,
    Palette(rgb("#dcdcd2"), rgb("#a89272"), rgb("#8b4a32"), rgb("#2a2320"), rgb("#5f6d73")),
)
def bridge_before_the_flood(sheet: Sheet) -> None:
    """The old truss bridge; the brown water has climbed to the heads of its piers."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.accent, p.ink, 0.15)),
            (0.25, mix(p.accent, p.paper, 0.4)),
            (0.55, p.paper),
            (0.62, p.paper),
        ],
        wood=0.28,
    )
    for base, shade in ((120, 0.3), (210, 0.55), (290, 0.75)):
        with sheet.cut(shadow=8, dark=0.25, see=0.9) as pen:
            for _ in range(3):
                left = rng.uniform(-200, 1200)
                cloud_bank(
                    pen,
                    rng,
                    left,
                    left + rng.uniform(420, 760),
                    base + rng.uniform(-24, 24),
                    rng.uniform(44, 84),
                    mix(p.accent, p.paper, shade),
                )
    hills(sheet, 428, 62, mix(p.accent, p.paper, 0.3), mist=(p.paper, 0.75), shadow=5)
    hills(sheet, 470, 30, mix(p.accent, p.ink, 0.15), mist=(p.paper, 0.5), shadow=5, rough=0.55)
    with sheet.cut(shadow=4, grain=0.1) as pen:
        pen.box(-10, 520, 1610, 910, mix(p.far, p.ink, 0.08))
        ripples(pen, rng, (-60, 524, 1600, 900), mix(p.far, p.ink, 0.38), count=260, longest=280)
        ripples(pen, rng, (-60, 524, 1600, 900), mix(p.far, p.paper, 0.4), count=110, longest=230)
    _truss(sheet)
    with sheet.cut(shadow=7) as pen:
        for x, y, length in (
            (120, 742, 230),
            (690, 800, 300),
            (1180, 716, 190),
            (1290, 862, 330),
            (420, 656, 130),
        ):
            driftwood(pen, rng, (x, y), length, mix(p.ink, p.far, 0.2))
            for _ in range(5):
                run = rng.uniform(60, 160)
                dash(
                    pen,
                    (x - 20 + rng.uniform(-30, 60), y + 10 + rng.uniform(0, 14)),
                    (x + run + 60, y + 14 + rng.uniform(0, 14)),
                    5,
                    mix(p.paper, p.far, 0.3),
                )
        for _ in range(7):
            hyacinth(
                pen,
                rng,
                (rng.uniform(0, 1600), rng.uniform(760, 880)),
                rng.uniform(30, 52),
                rgb("#77875a"),
                p.ink,
            )


def _truss(sheet: Sheet) -> None:
    """Five spans on stone piers, seen a little from below the near bank."""
    rng, p = sheet.rng, sheet.palette
    piers = trace("-110,1.34 250,1.18 580,1.03 884,0.9 1164,0.79 1424,0.69")

    def deck(scale: float) -> float:
        return 548 - 104 * scale + 20

    stone = mix(p.far, p.ink, 0.3)
    with sheet.cut(shadow=10, dark=0.5) as pen:
        for x, scale in piers:
            top, foot = deck(scale) + 24 * scale, 548 + 24 * scale
            half = 34 * scale
            pen.fill(
                [
                    (x - half * 1.3, top),
                    (x + half * 1.3, top),
                    (x + half * 1.3, top + 16 * scale),
                    (x - half * 1.3, top + 16 * scale),
                ],
                mix(stone, p.paper, 0.25),
            )
            pen.fill(
                [
                    (x - half, top + 16 * scale),
                    (x + half, top + 16 * scale),
                    (x + half * 1.12, foot),
                    (x - half * 1.12, foot),
                ],
                stone,
            )
            for course in range(3):
                y = top + 16 * scale + course * 22 * scale
                for block in range(3):
                    bx = x - half + (block + 0.5 * (course % 2)) * half * 0.75
                    pen.box(
                        bx,
                        y + 2,
                        min(bx + half * 0.68, x + half),
                        y + 19 * scale,
                        mix(stone, p.ink, rng.uniform(0.02, 0.3)),
                    )
            for _ in range(26):
                fx = x - half * 2.2 + rng.uniform(0, half * 4.6)
                dash(
                    pen,
                    (fx, foot - 8 + rng.uniform(-8, 14)),
                    (fx + 54 * scale, foot + rng.uniform(-6, 12)),
                    rng.uniform(2, 6) * scale,
                    mix(p.paper, p.far, rng.uniform(0.05, 0.5)),
                )
        bank = mix(p.accent, p.ink, 0.35)
        pen.fill(blob("1372,560 1420,516 1500,500 1640,486 1660,560 1500,566"), bank)
        for x in range(1430, 1640, 34):
            foliage(
                pen,
                rng,
                (x, 492 - (x - 1430) * 0.12),
                46,
                34,
                [mix(bank, p.ink, 0.4), bank, mix(bank, p.paper, 0.15)],
                size=11,
            )
    rust, shade = p.near, mix(p.near, p.ink, 0.45)
    for offset, colour, back in ((10, shade, True), (0, rust, False)):
        with sheet.cut(shadow=0 if back else 8, dark=0.45) as pen:
            for (ax, a), (bx, b) in pairwise(piers):
                _span(
                    pen,
                    (ax + offset * a, deck(a) - offset, a),
                    (bx + offset * b, deck(b) - offset, b),
                    colour,
                )
            if not back:
                pen.fill(
                    [
                        (-120, deck(1.34) - 8),
                        (1430, deck(0.69) - 4),
                        (1430, deck(0.69) + 14),
                        (-120, deck(1.34) + 24),
                    ],
                    shade,
                )
                pen.fill(
                    [
                        (-120, deck(1.34) - 10),
                        (1430, deck(0.69) - 5),
                        (1430, deck(0.69) + 2),
                        (-120, deck(1.34) + 4),
                    ],
                    mix(rust, p.far, 0.3),
                )
    skin = mix(rgb("#a8754f"), p.ink, 0.2)
    ground = deck(0.99) - 6
    with sheet.cut(shadow=5, dark=0.5, edge=0.4) as pen:
        seat = bicycle(pen, (690, ground), 44, -1, p.ink, p.ink)
        riding = Pose(
            hip=(0.0, 0.5),
            lean=24,
            nod=-8,
            hands=((0.31, 0.56), (0.33, 0.57)),
            feet=((0.16, 0.1), (0.08, 0.19)),
        )
        tall = 118.0
        foot = (seat[0], seat[1] + 0.5 * tall)
        Figure(
            pen,
            foot,
            tall,
            -1,
            riding,
            Dress(
                mix(p.paper, p.accent, 0.2), p.ink, skin, p.ink, mix(p.paper, p.far, 0.15), "non"
            ),
        ).draw()


def _span(
    pen: Pen,
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    colour: tuple[int, int, int],
) -> None:
    """One arched truss between two piers; each end is (x, deck height, scale)."""
    panels = 8
    low: list[Point] = []
    high: list[Point] = []
    for panel in range(panels + 1):
        t = panel / panels
        x, y, scale = (start[i] + (end[i] - start[i]) * t for i in range(3))
        low.append((x, y))
        high.append((x, y - (52 + 76 * math.sin(math.pi * t)) * scale))
    mean = (start[2] + end[2]) / 2
    for panel in range(panels + 1):
        pen.stroke([low[panel], high[panel]], 5.5 * mean, colour)
        if panel < panels:
            pen.stroke([low[panel], high[panel + 1]], 3.6 * mean, colour)
            pen.stroke([high[panel], low[panel + 1]], 3.6 * mean, colour)
    pen.stroke(smooth(high), 9 * mean, colour)
    pen.stroke(low, 9 * mean, colour)


@picture(
    "ky-su-go-dinh-tan",
    UPRIGHT,
    Palette(rgb("#e9e4d4"), rgb("#8fa5b0"), rgb("#9a4a2c"), rgb("#241c1c"), rgb("#e0ac2b")),
)
def the_riveter(sheet: Sheet) -> None:
    """On a girder high above the river a man in a yellow helmet listens to a rivet."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.far, p.paper, 0.35)), (0.4, p.paper), (0.6, mix(p.paper, p.far, 0.3))], wood=0.14
    )
    hills(sheet, 800, 110, mix(p.far, p.paper, 0.25), mist=(p.paper, 0.85), shadow=5)
    hills(sheet, 900, 60, mix(p.far, p.ink, 0.12), mist=(p.paper, 0.7), shadow=5)
    with sheet.cut(shadow=4) as pen:
        bank = smooth(trace("-10,1010 240,985 500,1030 760,1120 1210,1180 1210,1520 -10,1520"))
        pen.fill(bank, mix(p.far, p.paper, 0.1))
        ripples(pen, rng, (-50, 1040, 1200, 1480), mix(p.far, p.ink, 0.22), count=150, longest=170)
        ripples(pen, rng, (-50, 1040, 1200, 1480), p.paper, count=80, longest=140)
        for x, y in ((250, 1180), (420, 1290), (180, 1360)):
            pen.fill(
                smooth([(x - 44, y), (x, y + 9), (x + 48, y - 6), (x, y - 3)], closed=True),
                mix(p.ink, p.far, 0.2),
            )
    iron, shade, lit = p.near, mix(p.near, p.ink, 0.5), mix(p.near, p.accent, 0.3)
    with sheet.cut(shadow=10, dark=0.4) as pen:
        for ax, ay, bx, by in ((-60, 900, 620, -80), (640, -80, 1290, 800), (130, -80, -60, 260)):
            pen.stroke([(ax, ay), (bx, by)], 54, shade)
            pen.stroke([(ax - 10, ay - 8), (bx - 10, by - 8)], 16, mix(iron, p.ink, 0.25))
    with sheet.cut(shadow=18, dark=0.55) as pen:
        pen.fill(trace("840,-20 1010,-20 1010,1520 840,1520"), iron)
        pen.box(840, -20, 868, 1520, shade)
        pen.box(982, -20, 1010, 1520, lit)
        for y in range(20, 1500, 82):
            for x in (892, 958):
                pen.disc((x + 3, y + 4), 13, shade)
                pen.disc((x, y), 12, lit)
        pen.fill(trace("-20,1060 1220,1000 1220,1130 -20,1200"), iron)
        pen.fill(trace("-20,1060 1220,1000 1220,1022 -20,1084"), lit)
        pen.fill(trace("-20,1176 1220,1108 1220,1130 -20,1200"), shade)
        for x in range(20, 830, 78):
            y = 1130 - (x + 20) * 0.052
            pen.disc((x + 3, y + 4), 14, shade)
            pen.disc((x, y), 13, lit)
        pen.fill(trace("720,900 1120,880 1160,1180 700,1210"), mix(iron, p.ink, 0.12))
        for x, y in (
            (760, 950),
            (760, 1040),
            (760, 1130),
            (1070, 930),
            (1100, 1030),
            (1110, 1120),
            (850, 1160),
            (940, 1152),
            (1030, 1146),
        ):
            pen.disc((x + 3, y + 4), 15, shade)
            pen.disc((x, y), 14, lit)
    kneel = Pose(
        hip=(-0.08, 0.25),
        lean=26,
        nod=6,
        hands=((0.31, 0.43), (0.37, 0.3)),
        feet=((0.14, 0.0), (-0.26, 0.03)),
    )
    skin = mix(rgb("#b97f55"), p.ink, 0.05)
    dress = Dress(
        mix(p.far, rgb("#3f6480"), 0.6),
        mix(p.ink, rgb("#33475a"), 0.5),
        skin,
        p.ink,
        p.accent,
        "helmet",
    )
    with sheet.cut(shadow=16, dark=0.6, edge=0.35) as pen:
        man = Figure(pen, (470, 1046), 800, 1, kneel, dress)
        hip = man.spot((-0.1, 0.33))
        pen.stroke(bend((560, -30), hip, 0.05, steps=30), 8, p.accent)
        man.draw()
        pen.stroke([man.spot((-0.185, 0.32)), man.spot((0.0, 0.27))], 24, p.accent)
        pen.stroke([man.spot((-0.06, 0.52)), man.spot((0.0, 0.3))], 14, p.accent)
        hand = man.spot(kneel.hands[0])
        pen.stroke(
            [(hand[0] - 26, hand[1] + 30), (hand[0] + 62, hand[1] - 74)],
            13,
            mix(p.far, p.ink, 0.45),
        )
        pen.stroke(
            [(hand[0] + 26, hand[1] - 106), (hand[0] + 98, hand[1] - 42)],
            30,
            mix(p.ink, p.far, 0.25),
        )
        pen.disc(hand, 19, skin)
    with sheet.cut(shadow=0, edge=0) as pen:
        birds(pen, rng, (300, 560), 90, 6, 22, p.ink)
