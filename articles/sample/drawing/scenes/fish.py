"""Fish weighed by the light of one lamp."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, smooth, wave
from ..land import hills
from ..loads import basket
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..waterside import glitter, ripples, sampan


@picture(
    "can-ca-den-pin",
    LANDSCAPE,
    Palette(rgb("#f7d987"), rgb("#98a4ae"), rgb("#2c4155"), rgb("#0b131e"), rgb("#b8402c")),
)
def weighing_fish(sheet: Sheet) -> None:
    """Two women crouch over a basket of fish; one head-lamp cuts the dark."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, p.ink),
            (0.45, mix(p.near, p.ink, 0.6)),
            (0.62, mix(p.near, p.ink, 0.3)),
            (1, mix(p.near, p.ink, 0.65)),
        ],
        wood=0.22,
    )
    hills(sheet, 400, 50, mix(p.near, p.ink, 0.55), shadow=6)
    with sheet.cut(shadow=4, grain=0.08) as pen:
        pen.box(-10, 440, 1510, 640, mix(p.near, p.ink, 0.35))
        ripples(pen, rng, (-60, 446, 1500, 640), mix(p.near, p.far, 0.3), count=90, longest=130)
        for x in (240, 1230):
            sampan(
                pen,
                (x, 500),
                230,
                1 if x < 700 else -1,
                mix(p.ink, p.near, 0.25),
                mix(p.near, p.far, 0.3),
                p.ink,
            )
            glitter(pen, rng, x + 40, 510, 590, 22, mix(p.paper, p.near, 0.4), step=7)
    for x in (280, 1190):
        sheet.glow((x, 446), 70, p.paper, 0.6)
        with sheet.cut(shadow=0, edge=0) as pen:
            pen.disc((x, 446), 5, mix(p.paper, (255, 255, 255), 0.6))
    with sheet.cut(shadow=9) as pen:
        pen.fill(
            [*wave(-20, 1520, 636, 7, 800), (1520, 1020), (-20, 1020)], mix(p.near, p.ink, 0.5)
        )
        for row in range(6):
            y = 668 + row * row * 11
            x = rng.uniform(-120, 0)
            while x < 1510:
                wide = rng.uniform(90, 150) + row * 26
                pen.fill(
                    smooth(
                        [
                            (x + 6, y + 4),
                            (x + wide - 6, y + 3),
                            (x + wide - 3, y + 16 + row * 10),
                            (x + 2, y + 17 + row * 10),
                        ],
                        closed=True,
                    ),
                    mix(mix(p.near, p.far, 0.16), p.ink, rng.uniform(0.35, 0.6)),
                )
                x += wide + 5
    skin = mix(rgb("#b27a52"), p.ink, 0.2)
    straw = mix(p.far, p.paper, 0.3)
    buyer = Pose(
        hip=(-0.1, 0.17),
        lean=20,
        nod=20,
        hands=((0.27, 0.16), (0.31, 0.18)),
        feet=((0.1, 0.0), (0.04, 0.0)),
        breadth=0.1,
    )
    seller = Pose(
        hip=(-0.1, 0.17),
        lean=12,
        nod=8,
        hands=((0.22, 0.5), (0.28, 0.2)),
        feet=((0.1, 0.0), (0.04, 0.0)),
        breadth=0.1,
    )
    with sheet.cut(shadow=15, dark=0.7, edge=0.3) as pen:
        Figure(
            pen,
            (1120, 905),
            940,
            -1,
            seller,
            Dress(mix(p.accent, p.ink, 0.25), mix(p.ink, p.near, 0.2), skin, p.ink, straw, "non"),
        ).draw()
    lamp: Point
    with sheet.cut(shadow=15, dark=0.7, edge=0.3) as pen:
        woman = Figure(
            pen,
            (350, 925),
            960,
            1,
            buyer,
            Dress(mix(p.near, p.far, 0.35), mix(p.ink, p.near, 0.2), skin, p.ink, straw, "non"),
        ).draw()
        lamp = woman.lamp()
    light = mix(p.paper, (255, 245, 210), 0.3)
    mouth = (728, 800)
    with sheet.cut(shadow=15, dark=0.7) as pen:
        basket(
            pen, mouth, 460, 170, mix(p.far, rgb("#a98b5c"), 0.6), p.ink, mix(p.ink, p.near, 0.3)
        )
        fish = sorted(
            ((rng.uniform(-1, 1), rng.uniform(-1, 1)) for _ in range(80)), key=lambda spot: spot[1]
        )
        for u, v in fish:
            if u * u + v * v < 0.86:
                _fish(
                    pen,
                    (mouth[0] + u * 185, mouth[1] - 14 + v * 42),
                    rng.uniform(92, 128),
                    rng.uniform(-0.5, 0.5) + (math.pi if rng.random() < 0.5 else 0),
                    mix(p.far, (255, 255, 255), rng.uniform(0.1, 0.6)),
                    mix(p.near, p.ink, 0.3),
                )
    _scale(sheet, (928, 446))
    sheet.beam(lamp, math.atan2(mouth[1] - lamp[1], mouth[0] - lamp[0]), 0.36, 780, light, 0.95)
    sheet.glow((mouth[0] - 20, mouth[1] - 10), 280, light, 0.4)
    sheet.glow(lamp, 90, light, 0.95)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc(lamp, 11, mix(light, (255, 255, 255), 0.7))


def _fish(pen: Pen, at: Point, length: float, angle: float, body: Colour, dark: Colour) -> None:
    """A slim fish lying on its side."""
    cosine, sine = math.cos(angle), math.sin(angle)

    def spot(px: float, py: float) -> Point:
        x, y = px * length, py * length
        return at[0] + x * cosine - y * sine, at[1] + (x * sine + y * cosine) * 0.75

    belly = smooth(
        [
            spot(-0.5, 0),
            spot(-0.25, -0.13),
            spot(0.1, -0.12),
            spot(0.36, -0.02),
            spot(0.36, 0.03),
            spot(0.1, 0.12),
            spot(-0.25, 0.12),
        ],
        closed=True,
        steps=6,
    )
    pen.fill([(x + 3, y + 6) for x, y in belly], mix(body, dark, 0.75))
    pen.fill(
        [spot(0.3, 0), spot(0.54, -0.13), spot(0.47, 0.0), spot(0.54, 0.13)], mix(body, dark, 0.35)
    )
    pen.fill(belly, body)
    pen.fill(
        smooth(
            [
                spot(-0.42, -0.03),
                spot(-0.2, -0.115),
                spot(0.1, -0.105),
                spot(0.34, -0.01),
                spot(0.05, -0.03),
            ],
            closed=True,
            steps=5,
        ),
        mix(body, dark, 0.45),
    )
    pen.stroke(bend(spot(-0.3, -0.09), spot(-0.3, 0.09), 0.2, steps=5), 2, mix(body, dark, 0.5))
    pen.disc(spot(-0.4, -0.02), length * 0.026, dark)


def _scale(sheet: Sheet, hook: Point) -> None:
    """A hanging beam scale: rod, weight, pan with three fish."""
    rng, p = sheet.rng, sheet.palette
    x, y = hook
    wood = mix(rgb("#a07a4a"), p.ink, 0.15)
    with sheet.cut(shadow=10, dark=0.6) as pen:
        pen.stroke([(x, y - 26), (x, y + 6)], 4, mix(p.far, p.ink, 0.2))
        left, right = (x - 210, y + 32), (x + 150, y - 18)
        pen.stroke([left, right], 8, wood, 5)
        for notch in range(8):
            nx, ny = left[0] + 150 + notch * 26, left[1] - 20 - notch * 3.6
            pen.stroke([(nx, ny - 4), (nx, ny + 4)], 2, mix(p.paper, wood, 0.3))
        weight = (right[0] - 40, right[1] + 6)
        pen.stroke([weight, (weight[0], weight[1] + 46)], 2.5, mix(p.far, p.ink, 0.3))
        pen.fill(
            smooth(
                [
                    (weight[0] - 14, weight[1] + 46),
                    (weight[0] + 14, weight[1] + 46),
                    (weight[0] + 18, weight[1] + 84),
                    (weight[0] - 18, weight[1] + 84),
                ],
                closed=True,
            ),
            mix(p.far, p.ink, 0.45),
        )
        pan = (left[0] + 6, left[1] + 178)
        for side in (-74, 0, 74):
            pen.stroke([left, (pan[0] + side, pan[1])], 2.5, mix(p.far, p.ink, 0.2))
        for number in range(4):
            _fish(
                pen,
                (pan[0] + rng.uniform(-26, 26), pan[1] - 2 - number * 4),
                112,
                rng.uniform(-0.25, 0.25) + math.pi * (number % 2),
                mix(p.far, (255, 255, 255), 0.5),
                mix(p.near, p.ink, 0.3),
            )
        pen.fill(
            smooth(
                [
                    (pan[0] - 84, pan[1]),
                    (pan[0] - 50, pan[1] + 26),
                    (pan[0] + 50, pan[1] + 26),
                    (pan[0] + 84, pan[1]),
                ]
            ),
            mix(p.far, p.ink, 0.25),
        )
