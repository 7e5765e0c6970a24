"""The painting of a face before the play."""

from __future__ import annotations

import math

from ..bust import Bust
from ..catalogue import LANDSCAPE, picture
from ..curves import bend, blob, ring, smooth, trace
from ..hands import working_hand
from ..household import storm_lamp
from ..palette import Palette, mix, rgb
from ..paper import Sheet


@picture(
    "hoa-trang-duoi-den",
    LANDSCAPE,
    Palette(rgb("#f6d9a0"), rgb("#d58a4e"), rgb("#7a2e2c"), rgb("#1f1418"), rgb("#2f6f74")),
)
def painting_a_face(sheet: Sheet) -> None:
    """By a storm lamp an actress draws her brow before a broken piece of mirror."""
    p = sheet.palette
    sheet.wash(
        [(0, p.ink), (0.5, mix(p.near, p.ink, 0.6)), (1, mix(p.near, p.ink, 0.75))], wood=0.3
    )
    sheet.glow((960, 420), 820, mix(p.far, p.near, 0.3), 0.6)
    with sheet.cut(shadow=14, dark=0.55) as pen:
        for x, colour in ((60, p.accent), (190, p.near), (1330, p.near), (1450, p.accent)):
            cloth = mix(colour, p.ink, 0.45)
            pen.fill(
                blob(
                    f"{x - 70},-30 {x + 70},-30 {x + 92},300 {x + 60},760 {x - 60},760 {x - 92},300"
                ),
                cloth,
            )
            for fold in (-30, 0, 34):
                pen.stroke(
                    bend((x + fold, 10), (x + fold * 1.5, 740), 0.02), 5, mix(cloth, p.ink, 0.4), 2
                )
            for row in range(6):
                loop = ring((x, 90 + row * 110), 22, 22, steps=18)
                pen.stroke([*loop, loop[0]], 4, mix(rgb("#e0a23c"), p.ink, 0.3))
        pen.stroke([(-20, 20), (1520, 8)], 16, mix(p.far, p.ink, 0.55))
    with sheet.cut(shadow=12, dark=0.6) as pen:
        pen.stroke([(1078, 1010), (1060, 120)], 44, mix(p.far, p.ink, 0.5), 36)
        for band in (260, 420, 640):
            pen.box(1040, band, 1090, band + 22, mix(p.near, p.paper, 0.2))
    glass = mix(p.accent, p.paper, 0.62)
    with sheet.cut(shadow=14, dark=0.6, edge=0.7) as pen:
        shard = trace("900,190 1136,150 1196,330 1160,560 1010,610 884,500 860,330")
        pen.fill(shard, mix(p.paper, (255, 255, 255), 0.3))
        pen.fill(trace("908,198 1130,160 1186,332 1152,552 1012,600 892,496 868,332"), glass)
    with sheet.cut(shadow=3, dark=0.3, edge=0.2) as pen:
        face, powder = (1030.0, 372.0), mix(p.paper, (255, 255, 255), 0.35)
        pen.fill(ring((face[0], face[1] - 14), 118, 142), p.ink)
        pen.fill(
            smooth(
                trace("916,520 972,500 1060,500 1120,520 1150,552 1012,598"), closed=True, steps=1
            ),
            mix(p.near, p.paper, 0.1),
        )
        pen.fill(
            blob(
                "950,330 968,290 1030,278 1092,290 1110,330 1104,410 1070,474 1030,492 990,474 "
                "956,410"
            ),
            powder,
        )
        rouge = mix(p.near, rgb("#d8503c"), 0.7)
        for side in (-1, 1):
            x = face[0] + side * 40
            pen.fill(
                blob(f"{x - 26},346 {x},330 {x + 28},342 {x + 20},400 {x - 14},404"),
                mix(powder, rouge, 0.55),
            )
            pen.stroke(bend((x - 22 * side, 362), (x + 26 * side, 352), -0.16 * side), 9, p.ink, 4)
            pen.fill(ring((x, 362), 15, 7), powder)
            pen.disc((x, 362), 7, p.ink)
        pen.stroke(bend((face[0] + 16, 332), (face[0] + 76, 312), -0.14), 9, p.ink, 3)
        pen.stroke(bend((face[0] - 16, 334), (face[0] - 44, 322), 0.14), 9, p.ink, 6)
        pen.stroke(smooth([(1032, 380), (1040, 414), (1028, 420)]), 3, mix(powder, p.ink, 0.35))
        pen.fill(blob("1006,446 1030,440 1054,446 1046,460 1030,466 1014,460"), rouge)
        pen.stroke(
            smooth(trace("930,172 960,300 910,420 940,530")), 2.5, mix(glass, (255, 255, 255), 0.7)
        )
        pen.stroke([(1148, 210), (1168, 320)], 6, mix(glass, (255, 255, 255), 0.8), 2)
    with sheet.cut(shadow=6, dark=0.4) as pen:
        pen.stroke([(1290, 14), (1290, 392)], 5, mix(p.far, p.ink, 0.6))
    storm_lamp(sheet, (1290, 470), 190, mix(p.paper, p.far, 0.15), reach=3.4, strength=0.75)
    with sheet.cut(shadow=18, dark=0.6, edge=0.5) as pen:
        bust = Bust(sheet, pen, mix(p.paper, (255, 255, 255), 0.2), x=460)
        bust.shade = mix(bust.skin, rgb("#c98a5c"), 0.6)
        bust.shoulders(mix(p.paper, p.far, 0.3), p.ink, broad=0.95)
        bust.head(chin=-0.02)
        bust.shape(
            trace(
                "0.3,0.3 0.22,0.5 0.0,0.6 -0.28,0.54 -0.47,0.24 -0.44,-0.08 -0.3,-0.28 -0.17,-0.2 "
                "-0.1,0.02 0.04,0.26 0.18,0.26"
            ),
            p.ink,
        )
        pen.disc(bust.spot(-0.54, 0.22), 74, p.ink)
        bust.line([(-0.74, 0.34), (-0.34, 0.2)], 9, rgb("#e0a23c"), 6)
        bust.ear()
        bust.shape(
            trace("0.16,0.06 0.34,0.04 0.33,-0.1 0.16,-0.14"), mix(p.paper, rgb("#d8503c"), 0.5)
        )
        bust.eye(p.ink)
        bust.line([(0.14, 0.13), (0.24, 0.185), (0.33, 0.16)], 12, p.ink, 5)
        bust.shape(trace("0.385,-0.19 0.37,-0.3 0.27,-0.25"), rgb("#b8342a"))
        bust.shape(
            trace("-0.16,-0.62 0.18,-0.72 0.3,-0.84 0.1,-0.98 -0.3,-0.84"),
            mix(p.paper, (255, 255, 255), 0.4),
        )
    with sheet.cut(shadow=16, dark=0.6, edge=0.45) as pen:
        skin = rgb("#d9a878")
        working_hand(
            pen,
            (640, 900),
            (690, 560),
            (650, 420),
            96,
            skin,
            p.ink,
            mix(p.paper, p.far, 0.36),
            curl=-1,
        )
        pen.stroke([(664, 470), (560, 330)], 13, mix(p.far, p.ink, 0.4), 9)
        pen.stroke([(564, 334), (548, 316)], 14, p.ink, 3)
    _dressing_table(sheet)


def _dressing_table(sheet: Sheet) -> None:
    """The trunk that serves as a table: pots of colour, brushes, the crown of pearls."""
    rng, p = sheet.rng, sheet.palette
    gold = rgb("#e0a23c")
    with sheet.cut(shadow=16, dark=0.6, edge=0.4) as pen:
        pen.fill(trace("640,838 1520,800 1520,1010 600,1010"), mix(p.near, p.far, 0.2))
        pen.fill(trace("600,884 1520,846 1520,1010 590,1010"), mix(p.near, p.ink, 0.35))
        for x in (760, 1080, 1400):
            pen.box(x, 872 - (x - 600) * 0.04, x + 40, 1000, mix(gold, p.ink, 0.35))
        for x, y, colour in ((800, 838, p.ink), (880, 846, rgb("#b8342a")), (962, 834, p.paper)):
            pen.fill(
                blob(f"{x - 36},{y - 20} {x + 36},{y - 20} {x + 26},{y + 16} {x - 26},{y + 16}"),
                mix(p.paper, p.far, 0.4),
            )
            pen.fill(ring((x, y - 20), 36, 10), mix(p.paper, p.far, 0.2))
            pen.fill(ring((x, y - 20), 29, 7), colour)
        crown = (1240.0, 830.0)
        pen.fill(
            blob("1120,836 1130,760 1180,706 1240,690 1300,706 1350,760 1360,836 1240,852"),
            p.accent,
        )
        pen.stroke(bend((1122, 826), (1358, 826), 0.06), 20, gold)
        for ball in range(15):
            angle = math.pi + math.pi * ball / 14
            far = 118 if ball % 2 else 138
            spot = (crown[0] + far * math.cos(angle), crown[1] - 10 + far * math.sin(angle))
            pen.stroke(
                [(crown[0] + 96 * math.cos(angle), crown[1] - 10 + 96 * math.sin(angle)), spot],
                3,
                gold,
            )
            pen.disc(spot, 13, (rgb("#d8503c"), p.paper, gold)[ball % 3])
        for row in range(3):
            for bead in range(7 - row):
                x = 1162 + row * 14 + bead * 26
                pen.disc((x, 800 - row * 34), 8, (p.paper, gold)[(bead + row) % 2])
        for side in (-1, 1):
            for bead in range(5):
                pen.disc(
                    (crown[0] + side * (122 + bead * 3), 850 + bead * 16),
                    6,
                    p.paper if bead % 2 else rgb("#d8503c"),
                )
        for _ in range(3):
            x = rng.uniform(690, 740)
            pen.stroke([(x, 860), (x + rng.uniform(30, 60), 800)], 7, mix(p.far, p.ink, 0.5), 4)
