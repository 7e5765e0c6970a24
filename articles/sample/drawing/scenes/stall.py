"""The porridge stall at five in the morning."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, blob, ring, smooth, trace, wave
from ..lanterns import bulb
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca


@picture(
    "quan-chao-nam-gio",
    LANDSCAPE,
    Palette(rgb("#f7e2b4"), rgb("#cf8a4a"), rgb("#8c3d2a"), rgb("#132a30"), rgb("#2c6166")),
)
def porridge_at_five(sheet: Sheet) -> None:
    """A bare bulb, a steaming pot and three early eaters under a tarpaulin."""
    rng, p = sheet.rng, sheet.palette
    night = mix(p.accent, p.ink, 0.55)
    sheet.wash(
        [(0, p.ink), (0.4, night), (0.6, mix(p.accent, p.ink, 0.3)), (1, mix(p.near, p.ink, 0.7))],
        wood=0.22,
    )
    with sheet.cut(shadow=8) as pen:
        house(
            pen,
            rng,
            -120,
            640,
            420,
            330,
            mix(p.accent, p.ink, 0.45),
            mix(p.ink, p.accent, 0.25),
            p.ink,
            doors=2,
        )
        house(
            pen,
            rng,
            1130,
            640,
            460,
            380,
            mix(p.accent, p.ink, 0.5),
            mix(p.ink, p.accent, 0.2),
            p.ink,
            doors=2,
        )
        for x in (430, 940, 1060):
            areca(
                pen,
                rng,
                (x, 640),
                rng.uniform(380, 460),
                mix(p.ink, p.accent, 0.3),
                mix(p.ink, p.accent, 0.35),
                p.ink,
            )
    lamp = (720, 372)
    glow = mix(p.paper, p.far, 0.25)
    sheet.glow((720, 560), 720, mix(p.far, p.near, 0.2), 0.62)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        pen.fill(
            [*wave(-20, 1520, 642, 4, 900), (1520, 1020), (-20, 1020)],
            mix(mix(p.near, p.far, 0.25), p.ink, 0.38),
        )
        for row in range(5):
            y = 672 + row * row * 16
            x = rng.uniform(-140, 0)
            while x < 1520:
                wide = rng.uniform(120, 190) + row * 34
                pen.box(
                    x,
                    y,
                    x + wide,
                    y + 12 + row * 15,
                    mix(mix(p.near, p.far, 0.3), p.ink, rng.uniform(0.3, 0.46)),
                )
                x += wide + 6
    sheet.glow((720, 800), 620, p.far, 0.32)
    with sheet.cut(shadow=16, dark=0.6) as pen:
        for x, top in ((196, 300), (1268, 280)):
            pen.stroke([(x, top), (x + 6, 800)], 17, mix(p.near, p.ink, 0.55))
        roof = [
            (90, 330),
            *bend((90, 330), (720, 232), -0.05),
            *bend((720, 232), (1400, 306), -0.05),
            (1440, 356),
            *bend((1440, 356), (720, 306), -0.05),
            *bend((720, 306), (60, 384), -0.05),
        ]
        pen.fill(roof, mix(p.accent, p.far, 0.22))
        for seam in range(10):
            t = seam / 9
            pen.stroke(
                [
                    (100 + t * 1290, 326 - 96 * math.sin(math.pi * t)),
                    (70 + t * 1360, 382 - 76 * math.sin(math.pi * t)),
                ],
                3,
                mix(p.accent, p.ink, 0.3),
            )
        for x, y in ((90, 330), (1400, 306)):
            pen.stroke(
                [(x, y), (x + (-120 if x < 700 else 130), y + 140)], 3, mix(p.far, p.ink, 0.5)
            )
    bulb(sheet, lamp, 17, (720, 270), glow, reach=19, strength=0.75)
    _stove(sheet)
    _eaters(sheet)
    for start, sway, top, see in ((372, 26, 330, 0.55), (452, 34, 262, 0.7), (534, 24, 350, 0.55)):
        with sheet.cut(shadow=0, edge=0, see=see, soft=15) as pen:
            line = [
                (start + t * 3 + sway * math.sin(t / 2.4) * t / 9, 598 - (598 - top) * t / 14)
                for t in range(15)
            ]
            pen.stroke(smooth(line), 66, mix(p.paper, (255, 255, 255), 0.3), 26)


def _stove(sheet: Sheet) -> None:
    """The big pot on its brick stove, and the woman who ladles."""
    rng, p = sheet.rng, sheet.palette
    skin = mix(rgb("#bf8355"), p.ink, 0.08)
    ladle = Pose(
        hip=(0.0, 0.52),
        lean=10,
        nod=10,
        hands=((0.26, 0.56), (0.25, 0.66)),
        feet=((0.06, 0), (-0.08, 0)),
    )
    with sheet.cut(shadow=13, dark=0.55, edge=0.4) as pen:
        cook = Figure(
            pen,
            (232, 842),
            520,
            1,
            ladle,
            Dress(mix(p.paper, p.far, 0.25), mix(p.ink, p.near, 0.2), skin, p.ink, p.near, "scarf"),
        )
        hand = cook.spot(ladle.hands[0])
        pen.stroke(
            [(hand[0] - 30, hand[1] - 60), (hand[0] + 46, hand[1] + 110)],
            9,
            mix(p.far, p.ink, 0.35),
        )
        cook.draw()
    with sheet.cut(shadow=15, dark=0.6) as pen:
        left, right, top, low = 270, 612, 706, 900
        pen.fill(
            [(left, top), (right, top), (right + 26, low), (left - 26, low)],
            mix(p.near, p.far, 0.2),
        )
        for row in range(6):
            for brick in range(7):
                x = left - 16 + brick * 58 - (row % 2) * 28
                y = top + 6 + row * 32
                pen.box(
                    max(left - 16, x),
                    y,
                    min(right + 14, x + 52),
                    y + 26,
                    mix(mix(p.near, p.far, rng.uniform(0, 0.3)), p.ink, rng.uniform(0, 0.3)),
                )
        pen.fill(
            [
                (386, low),
                (386, 812),
                *[
                    (
                        441 + 55 * math.cos(math.pi - a * math.pi / 12),
                        812 - 40 * math.sin(a * math.pi / 12),
                    )
                    for a in range(13)
                ],
                (496, 812),
                (496, low),
            ],
            p.ink,
        )
        for flame in range(7):
            x = 400 + flame * 14
            pen.fill(
                smooth(
                    [
                        (x - 12, low - 6),
                        (x - 6, low - rng.uniform(36, 60)),
                        (x + 2, low - rng.uniform(60, 90)),
                        (x + 10, low - 36),
                        (x + 12, low - 6),
                    ],
                    closed=True,
                ),
                mix(rgb("#f09a3a"), p.paper, rng.uniform(0, 0.5)),
            )
        pot = mix(p.ink, p.far, 0.3)
        pen.fill(smooth(trace("268,606 276,690 330,742 552,742 606,690 614,606")), pot)
        pen.fill(blob("300,640 312,690 350,724 330,660"), mix(pot, p.paper, 0.35))
        pen.fill(ring((441, 604), 178, 36), mix(pot, p.paper, 0.25))
        pen.fill(ring((441, 607), 160, 28), mix(p.paper, p.far, 0.12))
        for _ in range(26):
            a, r = rng.uniform(0, math.tau), math.sqrt(rng.random())
            pen.disc(
                (441 + 140 * r * math.cos(a), 607 + 22 * r * math.sin(a)),
                rng.uniform(3, 8),
                mix(p.paper, rng.choice((p.far, rgb("#7fa05a"))), 0.4),
                0.5,
            )
    sheet.glow((441, 870), 130, rgb("#f09a3a"), 0.55)


def _eaters(sheet: Sheet) -> None:
    """Three people on low stools round a low table with bowls."""
    p = sheet.palette
    skin = mix(rgb("#bf8355"), p.ink, 0.05)
    eating = Pose(
        hip=(-0.06, 0.22),
        lean=20,
        nod=14,
        hands=((0.2, 0.42), (0.24, 0.4)),
        feet=((0.18, 0.0), (0.12, 0.0)),
        breadth=0.095,
    )

    def bowl(near: Point, far: Point) -> None:
        x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 12
        pen.fill(
            smooth([(x - 32, y - 8), (x - 20, y + 20), (x + 20, y + 20), (x + 32, y - 8)]),
            mix(p.paper, (255, 255, 255), 0.35),
        )
        pen.fill(ring((x, y - 8), 32, 8), mix(p.paper, p.far, 0.3))

    cast = (
        (1016, 800, 1, 530, mix(p.accent, p.paper, 0.14), ""),
        (800, 905, 1, 590, mix(p.near, p.far, 0.15), "cap"),
        (1344, 905, -1, 600, mix(p.paper, p.far, 0.45), "non"),
    )
    for number, (x, base, face, tall, top, hat) in enumerate(cast):
        if number == 1:
            with sheet.cut(shadow=10, dark=0.55) as pen:
                pen.fill(ring((1064, 800), 158, 34), mix(p.far, p.near, 0.35))
                pen.fill(trace("906,800 1222,800 1214,816 914,816"), mix(p.far, p.near, 0.6))
                for leg in (950, 1166):
                    pen.stroke(
                        [(leg, 816), (leg + (leg - 1064) * 0.1, 890)], 12, mix(p.near, p.ink, 0.4)
                    )
                for bx, by in ((1000, 792), (1120, 806), (1060, 784)):
                    pen.fill(
                        smooth(
                            [
                                (bx - 26, by - 18),
                                (bx - 15, by + 6),
                                (bx + 15, by + 6),
                                (bx + 26, by - 18),
                            ]
                        ),
                        mix(p.paper, (255, 255, 255), 0.3),
                    )
                    pen.fill(ring((bx, by - 18), 26, 7), mix(p.paper, p.far, 0.35))
        with sheet.cut(shadow=12, dark=0.6, edge=0.4) as pen:
            seat_x, seat_y = x - face * tall * 0.07, base - tall * 0.17
            pen.box(seat_x - 56, seat_y, seat_x + 56, seat_y + 16, mix(p.accent, p.far, 0.25))
            for leg in (-44, 44):
                pen.stroke(
                    [(seat_x + leg, seat_y + 12), (seat_x + leg * 1.15, base)],
                    11,
                    mix(p.accent, p.ink, 0.2),
                )
            dress = Dress(
                top,
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.3) if hat == "non" else mix(p.ink, p.accent, 0.5),
                hat,
                hair="bun" if not hat else "short",
            )
            Figure(pen, (x, base), tall, face, eating, dress).draw(bowl)
