"""Swimming lessons in a village pond."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..land import dash, hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, banana, foliage, tuft
from ..waterside import hyacinth, ripples


@picture(
    "ao-tap-boi",
    WIDE,
    Palette(rgb("#fcf2cf"), rgb("#f2c261"), rgb("#3f9a86"), rgb("#1d3a3c"), rgb("#d4573b")),
)
def lessons_in_the_pond(sheet: Sheet) -> None:
    """Bamboo rails part the green pond; children float, kick and are counted from the bank."""
    rng, p = sheet.rng, sheet.palette
    sky = rgb("#a8d3cf")
    sheet.wash([(0, sky), (0.3, mix(sky, p.paper, 0.7)), (0.45, p.paper)], wood=0.1)
    sheet.glow((1250, 90), 420, mix(p.paper, p.far, 0.3), 0.7)
    hills(sheet, 210, 60, mix(p.near, p.paper, 0.55), mist=(p.paper, 0.7), shadow=4)
    with sheet.cut(shadow=6) as pen:
        for x in range(-20, 1660, 50):
            shades = [
                mix(p.near, p.ink, 0.45),
                mix(p.near, p.ink, 0.12),
                mix(p.near, rgb("#b9cf6a"), 0.45),
            ]
            foliage(
                pen,
                rng,
                (x, 300 + rng.uniform(-26, 14)),
                rng.uniform(46, 86),
                rng.uniform(40, 66),
                shades,
                size=14,
            )
    with sheet.cut(shadow=10, dark=0.45) as pen:
        house(pen, rng, 120, 392, 420, 206, mix(p.far, p.paper, 0.6), p.accent, p.ink, doors=3)
        for x, tall in ((70, 330), (600, 300), (660, 350), (1420, 340), (1500, 300)):
            areca(pen, rng, (x, 392), tall, mix(p.far, p.ink, 0.3), mix(p.near, p.ink, 0.1), p.ink)
        for x in (1180, 1290, 1560):
            banana(
                pen, rng, (x, 396), 210, mix(p.near, rgb("#b9cf6a"), 0.5), mix(p.near, p.ink, 0.5)
            )
    with sheet.cut(shadow=9, dark=0.4) as pen:
        bank = mix(mix(p.near, rgb("#c9c25a"), 0.55), p.paper, 0.15)
        pen.fill(
            smooth(trace("-40,392 400,384 900,388 1300,384 1640,394")) + [(1640, 920), (-40, 920)],
            bank,
        )
        for _ in range(170):
            x, y = rng.uniform(-20, 1600), rng.uniform(396, 450)
            tuft(
                pen,
                rng,
                (x, y),
                rng.uniform(8, 20),
                mix(bank, p.ink, rng.uniform(0.15, 0.4)),
                blades=4,
            )
    water = mix(p.near, p.paper, 0.16)
    with sheet.cut(shadow=12, dark=0.45, grain=0.08) as pen:
        pond = smooth(
            trace(
                "60,500 300,458 700,446 1100,448 1420,470 1580,540 1660,700 1660,960 -60,960 "
                "-40,640"
            ),
            closed=True,
        )
        pen.fill(pond, mix(rgb("#a8824e"), p.near, 0.3))
        inner = smooth(
            trace(
                "76,514 310,474 700,462 1100,464 1410,486 1564,552 1660,710 1660,960 -60,960 "
                "-30,650"
            ),
            closed=True,
        )
        pen.fill(inner, water)
        ripples(pen, rng, (0, 500, 1560, 900), mix(water, p.ink, 0.2), count=120, longest=190)
        ripples(
            pen, rng, (60, 490, 1480, 900), mix(water, (255, 255, 255), 0.5), count=120, longest=170
        )
        for x in range(120, 560, 40):
            pen.stroke(
                [(x, 480 + rng.uniform(0, 8)), (x + rng.uniform(-4, 4), 540)],
                14,
                mix(water, p.accent, 0.14),
            )
    _rails(sheet)
    _swimmers(sheet)
    _bank(sheet)
    with sheet.cut(shadow=8, dark=0.45) as pen:
        for x, y, size in ((70, 872, 70), (190, 900, 56), (1530, 860, 66), (1430, 902, 60)):
            hyacinth(
                pen,
                rng,
                (x, y),
                size,
                mix(p.near, rgb("#b9cf6a"), 0.5),
                mix(p.near, p.ink, 0.5),
                rgb("#b79ad0"),
            )


def _rails(sheet: Sheet) -> None:
    """Two bamboo rails across the pond, on posts."""
    p = sheet.palette
    cane = mix(p.far, rgb("#9aa84e"), 0.5)
    with sheet.cut(shadow=8, dark=0.5, edge=0.45) as pen:
        for left, right, post_count in (((96, 560), (1540, 572), 10), ((-20, 742), (1620, 760), 7)):
            for post in range(post_count):
                share = post / (post_count - 1)
                x = left[0] + (right[0] - left[0]) * share
                y = left[1] + (right[1] - left[1]) * share
                size = 1 + (y - 560) / 260
                pen.stroke(
                    [(x, y + 22 * size), (x, y - 26 * size)], 11 * size, mix(cane, p.ink, 0.2)
                )
            pen.stroke([left, right], 13, cane)
            for node in range(24):
                x = left[0] + (right[0] - left[0]) * node / 24
                y = left[1] + (right[1] - left[1]) * node / 24
                pen.stroke([(x, y - 7), (x + 1, y + 7)], 4, mix(cane, p.ink, 0.35))


def _head(pen: Pen, at: Point, size: float, face: int, skin: Colour, hair: Colour) -> None:
    """A wet head in profile, chin at the waterline."""
    x, y = at
    pen.disc((x, y - size * 0.55), size * 0.5, skin)
    pen.fill(
        [
            (x + face * size * 0.44, y - size * 0.66),
            (x + face * size * 0.64, y - size * 0.44),
            (x + face * size * 0.42, y - size * 0.34),
        ],
        skin,
    )
    cap: list[Point] = []
    for step in range(12):
        turn = math.pi * (0.32 + 0.8 * step / 11)
        cap.append(
            (
                x + face * math.cos(turn) * size * 0.53,
                y - size * 0.56 - math.sin(turn) * size * 0.53,
            )
        )
    pen.fill(
        [*cap, (x - face * size * 0.1, y - size * 0.45), (x + face * size * 0.1, y - size * 0.8)],
        hair,
    )


def _rings(pen: Pen, at: Point, wide: float, colour: Colour) -> None:
    for grow in (1.0, 1.5):
        line = ring(at, wide * grow, wide * 0.2 * grow)
        pen.stroke([*line[2:17]], 3.5, colour)
        pen.stroke([*line[22:37]], 3.5, colour)


def _swimmers(sheet: Sheet) -> None:
    """A row that kicks at the rail, one on his back in the teacher's hands, two who swim."""
    rng, p = sheet.rng, sheet.palette
    skin, foam = rgb("#b9794a"), mix(p.paper, (255, 255, 255), 0.7)
    vests = (
        p.accent,
        p.far,
        mix(p.paper, (255, 255, 255), 0.4),
        rgb("#5f7fb0"),
        rgb("#d99aa0"),
        p.accent,
    )
    with sheet.cut(shadow=6, dark=0.4, edge=0.35) as pen:
        for number in range(6):
            x, y = 270 + number * 118, 582 + number * 1.2
            pen.stroke([(x - 24, y + 8), (x - 10, y - 20)], 11, skin, 9)
            pen.stroke([(x + 24, y + 8), (x + 12, y - 20)], 11, skin, 9)
            pen.fill(ring((x, y + 22), 30, 20), vests[number])
            pen.disc((x, y + 2), 21, mix(p.ink, (0, 0, 0), 0.2))
            pen.disc((x, y + 8), 15, mix(skin, p.ink, 0.15))
            for _ in range(16):
                spray = (x + rng.gauss(0, 16), y + 66 + rng.uniform(-26, 10))
                pen.disc(spray, rng.uniform(2, 6), foam)
            pen.fill(ring((x, y + 72), 34, 8), foam)
    teacher = Pose(
        lean=10,
        nod=12,
        hands=((0.28, 0.6), (0.32, 0.6)),
        feet=((0.04, 0), (-0.04, 0)),
        elbow=(1, 1),
    )
    with sheet.cut(shadow=9, dark=0.45, edge=0.4) as pen:
        Figure(
            pen,
            (980, 860),
            380,
            1,
            teacher,
            Dress(mix(p.near, p.ink, 0.35), p.ink, skin, p.ink, p.far, "cap"),
        ).draw()
        pen.erase(
            [
                *[(x, 706 + 4 * math.sin(x / 11)) for x in range(860, 1110, 5)],
                (1110, 900),
                (860, 900),
            ]
        )
        _rings(pen, (980, 706), 70, foam)
        pen.fill(ring((1176, 690), 74, 17), p.accent)
        pen.stroke([(1230, 688), (1330, 694)], 24, mix(p.ink, p.near, 0.3), 18)
        pen.stroke([(1330, 694), (1386, 690)], 14, skin, 10)
        pen.stroke([(1142, 696), (1100, 722)], 14, skin, 10)
        pen.disc((1096, 676), 29, skin)
        pen.fill(
            smooth([(1076, 656), (1066, 680), (1078, 702), (1092, 690), (1088, 662)], closed=True),
            p.ink,
        )
        _rings(pen, (1220, 706), 150, foam)
    with sheet.cut(shadow=8, dark=0.45, edge=0.4) as pen:
        for x, y, size, face, vest in (
            (420, 860, 84, 1, rgb("#5f7fb0")),
            (720, 838, 76, 1, rgb("#d99aa0")),
            (1300, 850, 80, -1, p.far),
        ):
            pen.fill(ring((x - face * size * 0.9, y - size * 0.1), size * 0.9, size * 0.26), vest)
            _head(pen, (x + face * size * 0.25, y), size, face, skin, mix(p.ink, (0, 0, 0), 0.2))
            elbow = (x - face * size * 0.15, y - size * 1.4)
            pen.stroke(
                [(x - face * size * 0.75, y - size * 0.2), elbow], size * 0.27, skin, size * 0.2
            )
            pen.stroke(
                [elbow, (x + face * size * 1.3, y - size * 0.75)], size * 0.2, skin, size * 0.15
            )
            _rings(pen, (x - face * size * 0.4, y + size * 0.12), size * 1.3, foam)
            for _ in range(20):
                pen.disc(
                    (x - face * size * rng.uniform(1.6, 2.3), y + rng.uniform(-26, 12)),
                    rng.uniform(2, 8),
                    foam,
                )


def _bank(sheet: Sheet) -> None:
    """On the bank the one who only counts heads, towels on the fence, sandals in a row."""
    rng, p = sheet.rng, sheet.palette
    count = Pose(
        lean=2, nod=2, hands=((0.3, 0.76), (0.04, 0.46)), feet=((0.05, 0), (-0.06, 0)), elbow=(1, 1)
    )
    with sheet.cut(shadow=10, dark=0.5, edge=0.45) as pen:
        dress = Dress(
            mix(p.paper, (255, 255, 255), 0.5),
            mix(rgb("#5f7fb0"), p.ink, 0.4),
            rgb("#b9794a"),
            p.ink,
            mix(p.paper, p.far, 0.4),
            "non",
        )
        Figure(pen, (1350, 476), 250, -1, count, dress).draw()
        waiting = Pose(
            hip=(-0.06, 0.1),
            lean=10,
            nod=4,
            hands=((0.2, 0.2), (0.24, 0.22)),
            feet=((0.22, 0.02), (0.16, 0.02)),
            breadth=0.1,
        )
        for x, top in ((860, p.accent), (940, p.far), (1020, rgb("#d99aa0"))):
            Figure(
                pen,
                (x, 448),
                170,
                -1 if x > 900 else 1,
                waiting,
                Dress(top, mix(p.ink, p.near, 0.3), rgb("#b9794a"), p.ink),
            ).draw()
        for number in range(9):
            x = 640 + number * 22
            pen.stroke([(x, 444), (x + 3, 452)], 8, (p.accent, rgb("#5f7fb0"), p.far)[number % 3])
        pen.stroke(bend((700, 400), (830, 398), 0.04), 3, p.ink)
        for x, colour in ((716, rgb("#5f7fb0")), (770, mix(p.paper, (255, 255, 255), 0.5))):
            pen.fill(trace(f"{x},400 {x + 42},400 {x + 40},436 {x + 3},438"), colour)
        for x in (700, 830):
            pen.stroke([(x, 446), (x, 392)], 7, mix(p.far, p.ink, 0.4))
        for _ in range(12):
            x = rng.uniform(100, 560)
            dash(pen, (x, 452), (x + 40, 452), 3, mix(p.far, p.ink, 0.2))
