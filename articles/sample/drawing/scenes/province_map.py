"""The map of the province, drawn from memory."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, along, bend, blob, ring, smooth, trace
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Sheet
from ..plants import foliage
from ..waterside import ripples, sampan
from .map_places import coast, plain, town, upland

RIVER = (
    "250,190 330,250 300,330 380,392 500,388 560,440 540,520 620,572 740,548 810,480 "
    "900,470 970,530 1050,590 1150,586 1230,620 1320,690"
)


@picture(
    "ban-do-hoa-giang",
    WIDE,
    Palette(rgb("#f7ecd0"), rgb("#a8c69a"), rgb("#5c8f86"), rgb("#2b3338"), rgb("#c8452e")),
)
def province_map(sheet: Sheet) -> None:
    """River from the mountains to the sea, with every place of the quiz along it."""
    rng, p = sheet.rng, sheet.palette
    wood = rgb("#8f5f3c")
    sheet.wash([(0, mix(wood, p.ink, 0.25)), (1, mix(wood, p.ink, 0.4))], wood=0.2)
    with sheet.cut(shadow=18, dark=0.55, edge=0.5, grain=0.12) as pen:
        rim: list[Point] = [(60 + rng.uniform(-4, 4), y) for y in range(840, 60, -26)]
        rim += [(x, 54 + rng.uniform(-4, 4)) for x in range(70, 1540, 26)]
        rim += [(1544 + rng.uniform(-4, 4), y) for y in range(60, 850, 26)]
        rim += [(x, 850 + rng.uniform(-4, 4)) for x in range(1540, 60, -26)]
        pen.fill(rim, p.paper)
    with sheet.ink(slip=(0, 0), see=0.5, worn=0.3) as pen:
        for inset in (20, 28):
            pen.stroke(
                [
                    (60 + inset, 54 + inset),
                    (1544 - inset, 54 + inset),
                    (1544 - inset, 850 - inset),
                    (60 + inset, 850 - inset),
                    (60 + inset, 54 + inset),
                ],
                2.4,
                p.ink,
            )
    _land_and_sea(sheet)
    _mountains(sheet)
    _river(sheet)
    upland(sheet)
    plain(sheet)
    town(sheet)
    coast(sheet)
    _rose(sheet)


def _land_and_sea(sheet: Sheet) -> None:
    """The sea in the lower right, the land as three sheets of paper, greener uphill."""
    rng, p = sheet.rng, sheet.palette
    sea = mix(p.near, p.paper, 0.35)
    with sheet.cut(shadow=5, dark=0.3, edge=0.3) as pen:
        pen.box(92, 86, 1512, 818, sea)
        ripples(pen, rng, (1150, 480, 1470, 806), mix(sea, p.paper, 0.5), count=60, longest=70)
    for outline, colour, lift in (
        (
            "92,86 1512,86 1512,300 1450,390 1478,470 1390,560 1370,650 1290,700 1250,790 "
            "1190,818 92,818",
            mix(p.paper, rgb("#e6cf95"), 0.7),
            9,
        ),
        (
            "92,86 1320,86 1270,200 1120,300 960,370 830,470 640,640 420,760 260,818 92,818",
            mix(p.far, p.paper, 0.35),
            7,
        ),
        ("92,86 860,86 780,190 640,290 470,360 330,500 200,640 92,700", mix(p.far, p.near, 0.2), 7),
    ):
        with sheet.cut(shadow=lift, dark=0.35, edge=0.55) as pen:
            points = trace(outline)
            pen.fill(points[:2] + smooth(points[1:-2], steps=8) + points[-2:], colour)
            for _ in range(70):
                x, y = rng.uniform(110, 1380), rng.uniform(110, 780)
                if lift == 9 and x + y < 1700:
                    dash(pen, (x, y), (x + rng.uniform(10, 26), y), 1.6, mix(colour, p.ink, 0.1))


def _mountains(sheet: Sheet) -> None:
    """Peaks in ranks, lit from the left, forest at their feet, a ring of cloud."""
    rng, p = sheet.rng, sheet.palette
    peaks = [
        (150, 210, 120),
        (240, 160, 96),
        (410, 180, 130),
        (520, 150, 92),
        (640, 176, 110),
        (150, 340, 100),
        (200, 450, 120),
        (140, 560, 90),
        (760, 150, 80),
    ]
    for x, y, tall in sorted(peaks, key=lambda peak: peak[1]):
        with sheet.cut(shadow=7, dark=0.4, edge=0.5) as pen:
            stone = mix(p.near, p.ink, rng.uniform(0.1, 0.3))
            top = (x + rng.uniform(-8, 8), y - tall)
            pen.fill(
                [
                    (x - tall * 0.62, y),
                    (x - tall * 0.25, y - tall * 0.55),
                    top,
                    (x + tall * 0.3, y - tall * 0.5),
                    (x + tall * 0.66, y),
                ],
                mix(stone, p.far, 0.25),
            )
            pen.fill(
                [
                    top,
                    (x + tall * 0.3, y - tall * 0.5),
                    (x + tall * 0.66, y),
                    (x + tall * 0.06, y),
                    (x - tall * 0.05, y - tall * 0.5),
                ],
                stone,
            )
            pen.fill(
                [
                    top,
                    (x + tall * 0.13, y - tall * 0.76),
                    (x, y - tall * 0.7),
                    (x - tall * 0.13, y - tall * 0.78),
                ],
                p.paper,
            )
            for _ in range(5):
                foliage(
                    pen,
                    rng,
                    (x + rng.uniform(-0.5, 0.5) * tall, y - rng.uniform(0, 10)),
                    20,
                    13,
                    [mix(p.near, p.ink, 0.45), mix(p.near, p.ink, 0.15), p.far],
                    size=8,
                )
    with sheet.cut(shadow=5, dark=0.25, edge=0.6) as pen:
        for x, y in ((190, 262), (470, 108), (690, 222)):
            for puff in range(5):
                pen.fill(
                    ring((x + puff * 22, y - 5 * math.sin(puff * 1.5)), 22, 12),
                    mix(p.paper, (255, 255, 255), 0.7),
                )


def _river(sheet: Sheet) -> None:
    """The river, wider as it goes, and the lake above the town."""
    rng, p = sheet.rng, sheet.palette
    course = smooth(trace(RIVER))
    blue = mix(p.near, rgb("#4f9ab0"), 0.6)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.stroke(course, 13, mix(blue, p.ink, 0.35), 58)
        pen.stroke(bend((800, 250), (812, 482), -0.12), 12, mix(blue, p.ink, 0.35), 16)
    with sheet.cut(shadow=3, dark=0.2, edge=0.2) as pen:
        lake = blob("740,236 800,212 880,222 930,250 900,290 830,286 770,280")
        pen.fill(lake, mix(blue, p.ink, 0.35))
        pen.fill([(835 + (x - 835) * 0.94, 250 + (y - 250) * 0.9) for x, y in lake], blue)
        pen.stroke(bend((800, 262), (812, 482), -0.12), 8, blue, 11)
        pen.stroke(course, 8, blue, 50)
        for step in range(6, len(course) - 6, 5):
            x, y = course[step]
            dash(
                pen,
                (x - 10, y + rng.uniform(-4, 4)),
                (x + 10, y + rng.uniform(-4, 4)),
                2.2,
                mix(blue, p.paper, 0.55),
            )
        for _ in range(12):
            x, y = rng.uniform(770, 880), rng.uniform(232, 276)
            dash(pen, (x, y), (x + 26, y), 2, mix(blue, p.paper, 0.5))
        pen.fill(blob("1010,568 1050,556 1104,568 1096,592 1040,600"), mix(p.far, p.paper, 0.1))
    with sheet.cut(shadow=0, edge=0, soft=9) as pen:
        pen.fill(ring((1352, 716), 62, 50), mix(p.near, p.paper, 0.35))
    with sheet.cut(shadow=5, dark=0.35, edge=0.4) as pen:
        sampan(pen, (1204, 626), 66, 1, mix(p.ink, p.near, 0.2), p.paper, p.ink)
        sampan(pen, (684, 570), 52, -1, mix(p.ink, p.near, 0.2), p.paper, p.ink)


def _rose(sheet: Sheet) -> None:
    """A compass rose in the upper right, with a dotted way from the town to the pass."""
    p = sheet.palette
    centre: Point = (1400, 196)
    with sheet.cut(shadow=6, dark=0.35, edge=0.4) as pen:
        outline = ring(centre, 76, 76)
        pen.stroke([*outline, outline[0]], 3, p.ink)
        for point in range(16):
            angle = math.tau * point / 16 - math.pi / 2
            reach = 92 if point % 4 == 0 else 62 if point % 2 == 0 else 40
            half = 0.16 if point % 4 == 0 else 0.12
            tip = (centre[0] + math.cos(angle) * reach, centre[1] + math.sin(angle) * reach)
            colours: tuple[Colour, Colour] = (
                (p.accent, mix(p.accent, p.ink, 0.35))
                if point % 4 == 0
                else (p.near, mix(p.near, p.ink, 0.4))
            )
            for side, colour in zip((-1, 1), colours, strict=True):
                foot = (
                    centre[0] + math.cos(angle + side * half * 3) * 20,
                    centre[1] + math.sin(angle + side * half * 3) * 20,
                )
                pen.fill([centre, foot, tip], colour)
        pen.disc(centre, 9, p.paper)
    with sheet.ink(slip=(0, 0), see=0.9, worn=0.1) as pen:
        way = smooth(trace("880,452 820,420 770,400 700,410 640,424"), steps=24)
        for step in range(20):
            pen.disc(along(way, step / 19), 3.4, p.accent)
        pen.stroke([(640, 412), (656, 436)], 5, p.accent)
        pen.stroke([(656, 412), (640, 436)], 5, p.accent)
