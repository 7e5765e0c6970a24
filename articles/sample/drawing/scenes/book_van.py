"""The book van on its mountain road."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, ring, smooth, trace
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Haze, Sheet
from ..plants import bamboo, foliage, tuft
from ..sky import cloud_bank


@picture(
    "xe-sach-len-doc",
    WIDE,
    Palette(rgb("#f4f1e6"), rgb("#9fbdb4"), rgb("#3c6f52"), rgb("#16302c"), rgb("#bf3f2c")),
)
def book_van(sheet: Sheet) -> None:
    """A three-wheeled van full of books climbs a mountain road above terraces and cloud."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, mix(p.far, p.paper, 0.2)), (0.3, p.paper), (0.5, p.paper)], wood=0.1)
    hills(sheet, 210, 120, mix(p.far, p.paper, 0.3), mist=(p.paper, 0.9), shadow=5, rough=0.52)
    hills(sheet, 320, 100, mix(p.far, p.near, 0.35), mist=(p.paper, 0.9), shadow=6, rough=0.5)
    _terraces(sheet)
    with sheet.cut(shadow=10, dark=0.22, see=0.94) as pen:
        for left, right, base, high in (
            (-120, 420, 560, 90),
            (260, 900, 600, 80),
            (980, 1700, 470, 90),
        ):
            cloud_bank(pen, rng, left, right, base, high, mix(p.paper, (255, 255, 255), 0.5))
    _road_and_van(sheet)


def _terraces(sheet: Sheet) -> None:
    """Rice terraces on the slope across the valley, each a step with a lit rim."""
    rng, p = sheet.rng, sheet.palette
    for step in range(12):
        y = 370 + step * 27
        reach = 1180 - step * 42
        line = smooth(
            [(-20, y + 26 * math.sin(step * 0.7))]
            + [
                (x, y + 22 * math.sin(x / 150 + step * 0.55) + x * 0.03 + rng.uniform(-4, 4))
                for x in range(120, reach, 120)
            ]
            + [(reach + 40, y + 70), (reach + 90, y + 200)]
        )
        green = mix(
            mix(p.near, p.far, 0.5 - 0.03 * step), rgb("#b8c25a"), 0.3 * ((step * 5) % 3) / 2
        )
        with sheet.cut(shadow=4, dark=0.35, edge=0.4) as pen:
            pen.fill([*line, (reach + 90, 920), (-20, 920)], green)
            for index in range(2, len(line) - 18, 4):
                x, y0 = line[index]
                dash(
                    pen, (x, y0 + 5), (x + rng.uniform(-2, 2), y0 + 15), 2, mix(green, p.ink, 0.25)
                )


def _road_and_van(sheet: Sheet) -> None:
    """The near hillside with its road, the van on it, trees above and below."""
    rng, p = sheet.rng, sheet.palette
    road = mix(p.paper, rgb("#c9a878"), 0.55)
    with sheet.cut(shadow=12, dark=0.4, haze=Haze(p.paper, 180, 470, 0.6)) as pen:
        green = mix(p.near, p.far, 0.12)
        pen.fill(
            [*smooth(trace("1660,-60 1440,30 1260,110 1080,230 900,370 760,470")), (1660, 520)],
            green,
        )
        for _ in range(60):
            x = rng.uniform(1000, 1620)
            y = 130 + (1440 - x) * 0.5 + rng.uniform(-30, 160)
            foliage(
                pen, rng, (x, y), 30, 16, [mix(green, p.ink, 0.35), mix(green, p.ink, 0.12)], size=9
            )
        pen.stroke(
            smooth(
                trace(
                    "1430,262 1300,262 1190,246 1160,218 1210,192 1340,166 1440,132 1468,104 "
                    "1430,84 1370,76"
                )
            ),
            27,
            road,
            7,
        )
    with sheet.cut(shadow=14, dark=0.45) as pen:
        slope = smooth(trace("1640,120 1450,210 1280,330 1120,430 900,520 640,600 300,690 -40,740"))
        pen.fill([*slope, (-40, 920), (1640, 920)], mix(p.near, p.ink, 0.25))
        for _ in range(70):
            x = rng.uniform(950, 1600)
            base = 150 + (1600 - x) * 0.55
            foliage(
                pen,
                rng,
                (x, base + rng.uniform(10, 150)),
                rng.uniform(34, 70),
                rng.uniform(26, 52),
                [mix(p.near, p.ink, 0.55), mix(p.near, p.ink, 0.25), mix(p.near, p.far, 0.2)],
                size=17,
                dense=0.8,
            )
    with sheet.cut(shadow=10, dark=0.45) as pen:
        upper = smooth(trace("-40,812 240,790 560,745 900,690 1180,610 1420,500 1640,360"))
        lower = smooth(trace("1640,440 1450,590 1220,706 920,796 560,858 240,905 -40,940"))
        pen.fill([*upper, *lower], road)
        for _ in range(90):
            t = rng.random()
            x = -20 + 1500 * t
            y = 860 - 0.09 * x - (max(0, x - 700) ** 2) * 0.00028 + rng.uniform(-34, 30)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 90), y - rng.uniform(3, 26) * (x / 1400)),
                rng.uniform(1.5, 4),
                mix(road, p.ink, rng.uniform(0.1, 0.26)),
            )
    _van(sheet, (760, 806), 470, -0.13)
    with sheet.cut(shadow=12, dark=0.5) as pen:
        low = smooth(trace("-40,915 300,888 620,850 960,800 1240,720 1460,610 1640,470"))
        pen.fill([*low, (1640, 920), (-40, 920)], mix(p.near, p.ink, 0.5))
        for _ in range(120):
            x = rng.uniform(-20, 1600)
            y = 912 - x * 0.075 - max(0, x - 800) ** 2 * 0.00042 + rng.uniform(0, 50)
            tuft(
                pen,
                rng,
                (x, y + 14),
                rng.uniform(22, 60),
                mix(p.near, mix(p.ink, p.far, 0.15), rng.uniform(0.1, 0.7)),
                blades=6,
            )
        for x, tall in ((1516, 560), (1566, 660), (1604, 500)):
            bamboo(pen, rng, (x, 905), tall, mix(p.near, p.far, 0.25), p.ink, lean=-0.06)


def _van(sheet: Sheet, at: Point, length: float, tilt: float) -> None:
    """The van from the side, going up to the right, its shelves open to us."""
    rng, p = sheet.rng, sheet.palette
    cosine, sine = math.cos(tilt), math.sin(tilt)

    def spot(px: float, py: float) -> Point:
        x, y = px * length, -py * length
        return at[0] + x * cosine - y * sine, at[1] + x * sine + y * cosine

    def block(left: float, low: float, right: float, high: float) -> list[Point]:
        return [spot(left, low), spot(right, low), spot(right, high), spot(left, high)]

    cream, dark = mix(p.paper, rgb("#e6cf9a"), 0.4), mix(p.ink, p.near, 0.2)
    with sheet.cut(shadow=0, edge=0, see=0.35) as pen:
        pen.fill(ring(spot(0.02, 0.0), length * 0.6, length * 0.05, turn=tilt), p.ink)
    with sheet.cut(shadow=11, dark=0.55) as pen:
        pen.fill(block(-0.52, 0.1, 0.24, 0.62), mix(p.accent, p.ink, 0.1))
        pen.fill(block(-0.55, 0.6, 0.28, 0.65), cream)
        pen.fill(
            smooth(
                [
                    spot(0.24, 0.1),
                    spot(0.24, 0.58),
                    spot(0.36, 0.58),
                    spot(0.46, 0.36),
                    spot(0.56, 0.3),
                    spot(0.58, 0.12),
                ],
                closed=True,
            ),
            p.accent,
        )
        pen.fill(
            [spot(0.265, 0.34), spot(0.265, 0.53), spot(0.345, 0.53), spot(0.425, 0.34)],
            mix(p.far, p.paper, 0.4),
        )
        pen.fill(block(-0.49, 0.15, 0.2, 0.57), dark)
        for shelf in range(3):
            low = 0.16 + shelf * 0.138
            pen.fill(block(-0.49, low - 0.012, 0.2, low), cream)
            x = -0.48
            while x < 0.18:
                wide, high = rng.uniform(0.014, 0.03), rng.uniform(0.085, 0.118)
                colour = rng.choice(
                    (
                        p.accent,
                        rgb("#e0a93a"),
                        rgb("#3f6b93"),
                        p.paper,
                        mix(p.near, p.far, 0.3),
                        rgb("#d8703a"),
                        rgb("#2d4a70"),
                    )
                )
                slant = 0.03 if rng.random() < 0.1 else 0.0
                pen.fill(
                    [
                        spot(x, low),
                        spot(x + wide, low),
                        spot(x + wide + slant, low + high),
                        spot(x + slant, low + high),
                    ],
                    colour,
                )
                pen.fill(
                    [
                        spot(x + slant * 0.7, low + high * 0.7),
                        spot(x + wide + slant * 0.7, low + high * 0.7),
                        spot(x + wide + slant * 0.78, low + high * 0.78),
                        spot(x + slant * 0.78, low + high * 0.78),
                    ],
                    mix(colour, p.ink, 0.35),
                )
                x += wide + 0.004 + slant
        pen.fill(
            [spot(-0.5, 0.57), spot(0.21, 0.57), spot(0.24, 0.71), spot(-0.54, 0.71)],
            mix(rgb("#e0a93a"), p.paper, 0.15),
        )
        for stripe in range(0, 8, 2):
            a, b = -0.5 + stripe * 0.089, -0.5 + (stripe + 1) * 0.089
            pen.fill(
                [
                    spot(a, 0.57),
                    spot(b, 0.57),
                    spot(b * 1.07 + 0.005, 0.71),
                    spot(a * 1.07 + 0.005, 0.71),
                ],
                p.accent,
            )
        for bundle in range(4):
            x = -0.44 + bundle * 0.16
            pen.fill(block(x, 0.71, x + 0.12, 0.78), rng.choice((rgb("#3f6b93"), cream, p.near)))
            pen.fill(block(x + 0.055, 0.71, x + 0.065, 0.785), p.ink)
        for wheel in (-0.34, 0.46):
            pen.disc(spot(wheel, 0.09), length * 0.088, p.ink)
            pen.disc(spot(wheel, 0.09), length * 0.042, cream)
        pen.disc(spot(0.57, 0.24), length * 0.026, mix(p.paper, rgb("#f6d487"), 0.5))
        driver = spot(0.32, 0.4)
        pen.disc(driver, length * 0.036, rgb("#b57e55"))
        pen.fill(
            ring((driver[0] - 3, driver[1] - length * 0.018), length * 0.038, length * 0.024), p.ink
        )
