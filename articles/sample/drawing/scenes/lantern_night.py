"""Lanterns on the river at night."""

from __future__ import annotations

import math
from itertools import pairwise

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import along, bend, blob, smooth, trace
from ..land import hills
from ..lanterns import garland, lantern
from ..palette import Colour, Palette, mix, rgb
from ..paper import Sheet
from ..people import KNEEL, Dress, Figure
from ..plants import areca, foliage, tuft
from ..waterside import glitter, ripples


@picture(
    "dem-den-con-thuy",
    WIDE,
    Palette(rgb("#f9d48a"), rgb("#5d6da0"), rgb("#263567"), rgb("#0e142d"), rgb("#e0795a")),
)
def lantern_night(sheet: Sheet) -> None:
    """Hundreds of small lanterns drift past the islet; people kneel at the water's edge."""
    rng, p = sheet.rng, sheet.palette
    pink = rgb("#e88f8c")
    sheet.wash(
        [(0, p.ink), (0.2, mix(p.near, p.ink, 0.35)), (0.36, mix(p.far, p.near, 0.4))], wood=0.2
    )
    with sheet.cut(shadow=0, edge=0, see=0.8) as pen:
        for _ in range(70):
            pen.disc(
                (rng.uniform(0, 1600), rng.uniform(0, 250)),
                rng.uniform(0.7, 1.9),
                mix(p.paper, p.far, rng.uniform(0, 0.6)),
            )
    hills(sheet, 300, 70, mix(p.near, p.far, 0.35), mist=(mix(p.far, p.near, 0.2), 0.7), shadow=5)
    hills(sheet, 330, 26, mix(p.near, p.ink, 0.4), shadow=5, rough=0.6)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 342, 1610, 910, mix(p.near, p.ink, 0.3))
        ripples(pen, rng, (-60, 346, 1600, 900), mix(p.near, p.ink, 0.7), count=220, longest=240)
        ripples(pen, rng, (-60, 346, 1600, 900), mix(p.near, p.far, 0.5), count=110, longest=190)
    with sheet.cut(shadow=7, dark=0.6) as pen:
        islet = blob("560,398 640,380 800,366 980,368 1120,382 1180,398 1000,408 740,408")
        pen.fill(islet, mix(p.near, p.ink, 0.7))
        for x in range(620, 1120, 34):
            foliage(
                pen,
                rng,
                (x, 362 + abs(x - 870) * 0.04),
                rng.uniform(24, 44),
                rng.uniform(16, 30),
                [mix(p.ink, p.near, 0.15), mix(p.near, p.ink, 0.6), mix(p.near, p.ink, 0.3)],
                size=9,
            )
        for x, tall in ((690, 150), (730, 120), (1040, 170), (1080, 130), (900, 190)):
            areca(
                pen,
                rng,
                (x, 372),
                tall,
                mix(p.near, p.ink, 0.5),
                mix(p.near, p.ink, 0.45),
                p.ink,
                lean=rng.uniform(-0.08, 0.08),
            )
        house(
            pen,
            rng,
            820,
            374,
            96,
            52,
            mix(p.near, p.far, 0.2),
            mix(p.near, p.ink, 0.5),
            p.ink,
            doors=2,
        )
    drift: list[tuple[float, float, float]] = []
    for _ in range(420):
        t = rng.random() ** 1.5
        y = 412 + 440 * t
        middle = 340 + 900 * (1 - t) ** 1.4 + 170 * math.sin(t * 5.2)
        x = middle + rng.gauss(0, 130 + 150 * t)
        if x < 1650 and all(
            abs(x - a) > 9 + 42 * t or abs(y - b) > 4 + 26 * t for a, b, _ in drift
        ):
            drift.append((x, y, 3.2 + 17 * t))
    drift.sort(key=lambda spot: spot[1])
    with sheet.cut(shadow=0, edge=0, see=0.7) as pen:
        for x, y, size in drift:
            glitter(
                pen,
                rng,
                x,
                y + size * 0.5,
                y + size * 4.2,
                size * 0.9,
                mix(p.accent, p.near, 0.25),
                step=max(3, size * 0.42),
            )
    for x, y, size in drift:
        if size > 5:
            sheet.glow((x, y - size * 0.4), size * 3.4, p.accent, 0.5)
    with sheet.cut(shadow=0, edge=0) as pen:
        for number, (x, y, size) in enumerate(drift):
            colour = (p.accent, pink, rgb("#f0a04a"), p.paper)[number % 4]
            if size > 8:
                for side in (-1, -0.5, 0.5, 1):
                    pen.fill(
                        smooth(
                            [
                                (x, y + size * 0.45),
                                (x + side * size * 1.25, y - size * 0.1),
                                (x + side * size * 0.8, y + size * 0.4),
                            ],
                            closed=True,
                            steps=4,
                        ),
                        mix(colour, p.ink, 0.35),
                    )
            pen.fill(
                [
                    (x - size * 0.6, y + size * 0.3),
                    (x - size * 0.5, y - size * 0.8),
                    (x + size * 0.5, y - size * 0.8),
                    (x + size * 0.6, y + size * 0.3),
                ],
                colour,
            )
            pen.disc((x, y - size * 0.05), size * 0.34, mix(p.paper, (255, 255, 255), 0.5))
    _near_bank(sheet, pink)


def _near_bank(sheet: Sheet, pink: Colour) -> None:
    """The dark bank in front: kneeling people, bamboo poles and strung lanterns."""
    rng, p = sheet.rng, sheet.palette
    dark = mix(p.ink, p.near, 0.12)
    bank = smooth(trace("-30,700 150,735 330,800 560,846 860,868 1150,848 1360,790 1640,726"))
    with sheet.cut(shadow=14, dark=0.6) as pen:
        pen.fill([*bank, (1640, 920), (-30, 920)], dark)
        for _ in range(160):
            x = rng.uniform(-20, 1620)
            y = min(b for a, b in bank if abs(a - x) < 60)
            tuft(
                pen,
                rng,
                (x, y + rng.uniform(6, 40)),
                rng.uniform(14, 40),
                mix(p.ink, p.near, rng.uniform(0.15, 0.6)),
                blades=5,
            )
    skin = mix(rgb("#c58a60"), p.ink, 0.4)
    cast = (
        (190, 770, 1, 330, mix(p.near, p.far, 0.2), "bun"),
        (420, 846, 1, 300, mix(pink, p.ink, 0.45), "long"),
        (1180, 862, -1, 300, mix(p.paper, p.ink, 0.45), "long"),
        (1400, 812, -1, 350, mix(p.near, p.ink, 0.2), "bun"),
    )
    held = []
    for x, y, face, tall, top, hair in cast:
        with sheet.cut(shadow=9, dark=0.6, edge=0.5) as pen:
            figure = Figure(
                pen,
                (x, y),
                tall,
                face,
                KNEEL,
                Dress(top, mix(p.ink, p.near, 0.2), skin, p.ink, hair=hair),
            ).draw()
            spot = figure.spot((0.32, 0.22))
            pen.fill(
                [
                    (spot[0] - 16, spot[1] + 8),
                    (spot[0] - 13, spot[1] - 24),
                    (spot[0] + 13, spot[1] - 24),
                    (spot[0] + 16, spot[1] + 8),
                ],
                p.accent,
            )
            pen.disc((spot[0], spot[1] - 6), 9, mix(p.paper, (255, 255, 255), 0.5))
        held.append(spot)
    for x, y in held:
        sheet.glow((x, y - 8), 120, p.paper, 0.6)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        poles = ((44, 750, 40), (600, 880, 150), (1046, 880, 130), (1560, 770, 20))
        tops = []
        for x, foot, top in poles:
            pen.stroke(bend((x, foot), (x + 14, top), 0.02), 11, mix(rgb("#6c7a4a"), p.ink, 0.5), 6)
            for node in range(1, 8):
                y = foot + (top - foot) * node / 8
                pen.box(x - 6 + node, y - 1.5, x + 8 + node, y + 1.5, p.ink)
            tops.append((x + 14.0, top + 10.0))
        hung = []
        for start, end in pairwise(tops):
            rope = garland(pen, start, end, 64, mix(p.ink, p.far, 0.3))
            for number in range(1, 7):
                hung.append(along(rope, number / 7))
    for number, (x, y) in enumerate(hung):
        sheet.glow((x, y + 38), 96, (p.accent, p.paper, pink)[number % 3], 0.5)
    with sheet.cut(shadow=6, dark=0.4) as pen:
        for number, spot in enumerate(hung):
            lantern(
                pen,
                spot,
                40,
                (p.accent, mix(p.paper, p.accent, 0.15), pink)[number % 3],
                mix(p.accent, p.ink, 0.55),
            )
    for x, y in hung:
        sheet.glow((x, y + 36), 30, mix(p.paper, (255, 255, 255), 0.4), 0.7)
