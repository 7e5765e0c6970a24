"""The paddles at rest."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, blob, smooth, trace, wave
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..plants import leaf, tuft
from ..waterside import ripples


@picture(
    "mai-cheo-phoi-nang",
    LANDSCAPE,
    Palette(rgb("#fbecc0"), rgb("#e2ae4a"), rgb("#a8703a"), rgb("#2c3350"), rgb("#7d8f56")),
)
def paddles_in_the_sun(sheet: Sheet) -> None:
    """Paddles dry against a bamboo fence; a boat lies keel up behind."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(rgb("#a9c6cf"), p.paper, 0.2)), (0.3, p.paper), (0.55, mix(p.paper, p.far, 0.3))],
        wood=0.1,
    )
    hills(sheet, 300, 70, mix(rgb("#a9c6cf"), p.ink, 0.12), mist=(p.paper, 0.8), shadow=5)
    with sheet.cut(shadow=4) as pen:
        pen.box(-10, 350, 1510, 460, mix(rgb("#8fb6bd"), p.paper, 0.25))
        ripples(
            pen, rng, (0, 354, 1500, 450), mix(rgb("#a9c6cf"), p.ink, 0.3), count=60, longest=140
        )
        ripples(
            pen, rng, (0, 354, 1500, 450), mix(p.paper, (255, 255, 255), 0.5), count=60, longest=110
        )
    with sheet.cut(shadow=8) as pen:
        sand = mix(p.far, p.paper, 0.5)
        pen.fill([*wave(-20, 1520, 446, 6, 700), (1520, 1020), (-20, 1020)], sand)
        for _ in range(240):
            x, y = rng.uniform(-40, 1500), rng.uniform(470, 1000)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 90), y + rng.uniform(-3, 3)),
                rng.uniform(1.4, 3.6),
                mix(sand, p.near, rng.uniform(0.15, 0.5)),
            )
    with sheet.cut(shadow=0, edge=0, see=0.6) as pen:
        pen.fill(blob("560,560 900,590 1400,590 1500,560 1300,612 800,620"), mix(p.ink, sand, 0.35))
    with sheet.cut(shadow=10, dark=0.45) as pen:
        hull = blob("430,556 560,452 800,402 1080,398 1290,440 1420,540 1300,574 900,588 560,580")
        pen.fill(hull, mix(p.near, p.ink, 0.28))
        for plank in range(5):
            t = plank / 5
            line = smooth(
                [
                    (440 + 10 * t, 556 - 6 * t),
                    (600, 560 - 96 * t),
                    (830, 580 - 160 * t),
                    (1080, 578 - 164 * t),
                    (1270, 560 - 106 * t),
                    (1414, 540 - 4 * t),
                ]
            )
            pen.stroke(line, 3, mix(p.near, p.ink, 0.6))
            pen.stroke([(x, y - 4) for x, y in line], 2, mix(p.near, p.paper, 0.25))
        pen.stroke(
            smooth(trace("430,556 560,452 800,402 1080,398 1290,440 1420,540")),
            9,
            mix(p.near, p.paper, 0.3),
        )
        for x in (620, 1230):
            pen.fill(
                [(x - 40, 572), (x + 40, 572), (x + 30, 620), (x - 30, 620)],
                mix(p.near, p.ink, 0.5),
            )
    _fence_and_paddles(sheet)


def _fence_and_paddles(sheet: Sheet) -> None:
    """The fence, the row of paddles on it, and their blue shadows towards us."""
    rng, p = sheet.rng, sheet.palette
    shade = mix(rgb("#55659a"), p.far, 0.25)
    base = 800

    def lean(number: int) -> tuple[Point, Point]:
        x = 150 + number * 106 + (number % 3 - 1) * 10
        return (x, base + 24 + (number % 2) * 12), (
            x + 62 + (number % 4) * 12,
            388 - (number % 3) * 22,
        )

    with sheet.cut(shadow=0, edge=0, see=0.55, soft=1.4) as pen:
        for post in range(12):
            x = 30 + post * 132
            pen.stroke([(x, base), (x + 250, base + 190)], 15, shade, 20)
        for rail in (0.42, 0.8):
            pen.stroke(
                [(-20 + 250 * rail, base + 190 * rail), (1560 + 250 * rail, base + 190 * rail)],
                12,
                shade,
            )
        for number in range(12):
            foot, top = lean(number)
            tip = (foot[0] + 330, foot[1] + 176)
            pen.stroke([foot, tip], 15, shade)
            pen.stroke([(foot[0] + 214, foot[1] + 114), tip], 44, shade, 30)
    green = mix(p.accent, p.paper, 0.15)
    with sheet.cut(shadow=10, dark=0.4) as pen:
        for post in range(12):
            x = 30 + post * 132
            pen.stroke(
                [(x, base + 6), (x + rng.uniform(-4, 4), 470 + rng.uniform(-14, 14))],
                20,
                mix(green, p.near, 0.25),
                17,
            )
            for node in (540, 640, 735):
                pen.box(x - 11, node, x + 11, node + 4, mix(p.accent, p.ink, 0.4))
        for y in (520, 690):
            pen.stroke([(-20, y + 4), (760, y - 6), (1520, y + 2)], 17, mix(green, p.far, 0.25))
            for x in range(80, 1500, 150):
                pen.box(x, y - 11, x + 4, y + 10, mix(p.accent, p.ink, 0.4))
        for post in range(12):
            x = 30 + post * 132
            for y in (520, 690):
                pen.stroke([(x - 12, y - 10), (x + 12, y + 10)], 5, mix(p.near, p.ink, 0.25))
                pen.stroke([(x - 12, y + 10), (x + 12, y - 10)], 5, mix(p.near, p.ink, 0.25))
    bands = (rgb("#b4382a"), rgb("#3f6b93"), p.paper)
    for number in range(12):
        foot, top = lean(number)
        length = math.hypot(top[0] - foot[0], top[1] - foot[1])
        ux, uy = (top[0] - foot[0]) / length, (top[1] - foot[1]) / length

        def spot(
            reach: float, across: float, foot: Point = foot, ux: float = ux, uy: float = uy
        ) -> Point:
            return foot[0] + ux * reach - uy * across, foot[1] + uy * reach + ux * across

        wood = mix(p.near, p.far, rng.uniform(0.15, 0.6))
        with sheet.cut(shadow=9, dark=0.42, edge=0.4) as pen:
            pen.stroke([spot(0, 0), spot(length * 0.66, 0)], 15, wood)
            pen.stroke([spot(-2, -17), spot(-2, 17)], 15, mix(wood, p.ink, 0.15))
            blade = smooth(
                [
                    spot(length * 0.62, -8),
                    spot(length * 0.72, -27),
                    spot(length * 0.95, -31),
                    spot(length * 1.02, 0),
                    spot(length * 0.95, 31),
                    spot(length * 0.72, 27),
                    spot(length * 0.62, 8),
                ],
                closed=True,
            )
            pen.fill(blade, wood)
            pen.fill(
                smooth(
                    [
                        spot(length * 0.64, 0),
                        spot(length * 0.73, 22),
                        spot(length * 0.95, 27),
                        spot(length * 1.0, 0),
                    ],
                    closed=True,
                ),
                mix(wood, p.ink, 0.17),
            )
            colour = bands[number % 3]
            pen.fill(
                [
                    spot(length * 0.84, -31),
                    spot(length * 0.9, -31.5),
                    spot(length * 0.9, 31.5),
                    spot(length * 0.84, 31),
                ],
                colour,
            )
            pen.stroke([spot(length * 0.63, 0), spot(length * 1.0, 0)], 3.5, mix(wood, p.ink, 0.4))
    with sheet.cut(shadow=6) as pen:
        for _ in range(34):
            tuft(
                pen,
                rng,
                (rng.uniform(-10, 1510), base + rng.uniform(0, 26)),
                rng.uniform(18, 48),
                mix(p.accent, p.ink, rng.uniform(0, 0.5)),
                blades=5,
            )
        for _ in range(8):
            leaf(
                pen,
                (rng.uniform(100, 1400), rng.uniform(860, 980)),
                rng.uniform(0, 6),
                26,
                9,
                mix(p.accent, p.near, 0.4),
            )
