"""A plank is bent over the fire; the old man listens."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose


@picture(
    "uon-van-tren-lua",
    LANDSCAPE,
    Palette(rgb("#fde3b4"), rgb("#e0924a"), rgb("#7d3f2c"), rgb("#1f191e"), rgb("#3f6f78")),
)
def plank_over_fire(sheet: Sheet) -> None:
    """A young woman pours water on the glowing arc of wood; steam and sparks."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, p.ink),
            (0.4, mix(p.near, p.ink, 0.62)),
            (0.72, mix(p.near, p.ink, 0.3)),
            (1, mix(p.near, p.ink, 0.6)),
        ],
        wood=0.22,
    )
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for x in (70, 420, 800, 1180, 1440):
            pen.box(x - 16, -10, x + 16, 760, mix(p.near, p.ink, 0.62))
        for board in range(9):
            y = 330 + board * 46
            pen.stroke([(-10, y), (1510, y + rng.uniform(-3, 3))], 3, mix(p.near, p.ink, 0.72))
        for number, x in enumerate((230, 300, 372)):
            pen.stroke([(x, 150), (x, 330 + number * 26)], 12, mix(p.far, p.ink, 0.5))
            pen.box(
                x - 10, 320 + number * 26, x + 10, 380 + number * 26, mix(p.accent, p.ink, 0.35)
            )
        for number in range(5):
            pen.fill(ring((980 + number * 54, 230), 20, 46), mix(p.far, p.ink, 0.62))
    fire: Point = (760, 850)
    sheet.glow((760, 800), 620, mix(p.far, rgb("#ff9a4a"), 0.4), 0.62)
    with sheet.cut(shadow=8) as pen:
        pen.fill(
            smooth(trace("-20,770 400,752 900,758 1520,776 1520,1020 -20,1020"), steps=8),
            mix(p.near, p.ink, 0.42),
        )
        for _ in range(120):
            x, y = rng.uniform(0, 1500), rng.uniform(780, 1000)
            pen.disc(
                (x, y),
                rng.uniform(2, 7),
                mix(p.near, rng.choice((p.ink, p.far)), rng.uniform(0.2, 0.5)),
                0.5,
            )
    sheet.glow((760, 900), 480, p.far, 0.35)
    with sheet.cut(shadow=11, dark=0.6) as pen:
        for x in (280, 1240):
            pen.stroke([(x - 60, 920), (x, 560)], 24, mix(p.near, p.ink, 0.4))
            pen.stroke([(x + 60, 920), (x, 560)], 24, mix(p.near, p.ink, 0.5))
    with sheet.cut(shadow=8, dark=0.5) as pen:
        for number in range(19):
            x = 500 + number * 29 + rng.uniform(-8, 8)
            pen.fill(
                ring(
                    (x, 900 + rng.uniform(-10, 16)),
                    rng.uniform(20, 34),
                    rng.uniform(14, 22),
                    steps=8,
                    turn=rng.random(),
                ),
                mix(p.ink, p.near, rng.uniform(0.1, 0.5)),
            )
        for _ in range(60):
            x = rng.gauss(760, 140)
            pen.disc(
                (x, 886 + rng.uniform(-12, 18)),
                rng.uniform(5, 13),
                mix(rgb("#ff8a3a"), p.paper, rng.uniform(0, 0.5)),
                0.7,
            )
        for flame in range(17):
            x = 530 + flame * 29 + rng.uniform(-8, 8)
            high = rng.uniform(60, 150) * (1 - abs(x - 760) / 420)
            tip = x + rng.uniform(-12, 12)
            outline = smooth(
                [
                    (x - 20, 890),
                    (x - 13, 890 - high * 0.55),
                    (tip, 890 - high),
                    (x + 12, 890 - high * 0.5),
                    (x + 20, 890),
                ],
                closed=True,
                steps=6,
            )
            pen.fill(outline, mix(rgb("#f2803a"), p.paper, rng.uniform(0.05, 0.5)))
    sheet.glow(fire, 260, rgb("#ffb060"), 0.6)
    upper = [
        (140 + s * 61, 612 - 120 * math.sin(math.pi * min(1, s / 20)) ** 0.9) for s in range(21)
    ]
    with sheet.cut(shadow=13, dark=0.6, edge=0.35) as pen:
        plank = mix(p.far, p.near, 0.45)
        pen.fill([*upper, *[(x, y + 46) for x, y in reversed(upper)]], plank)
        under = [(x, y + 32) for x, y in upper]
        pen.stroke(under, 12, mix(rgb("#ff9a4a"), plank, 0.3))
        for grain in range(3):
            pen.stroke([(x, y + 9 + grain * 9) for x, y in upper[1:-1]], 2, mix(plank, p.ink, 0.35))
        for x, y in ((196, 640), (1314, 640)):
            pen.stroke([(x, y), (x, y + 130)], 5, mix(p.far, p.ink, 0.4))
            pen.fill(ring((x, y + 170), 52, 46, steps=9), mix(p.accent, p.ink, 0.45))
            pen.fill(ring((x - 8, y + 160), 36, 30, steps=8), mix(p.accent, p.near, 0.35))
    skin = mix(rgb("#bb8256"), p.ink, 0.06)
    pour = Pose(
        hip=(0, 0.52),
        lean=12,
        nod=14,
        hands=((0.28, 0.74), (0.3, 0.66)),
        feet=((0.08, 0), (-0.1, 0)),
    )

    def can(near: Point, far: Point) -> None:
        x, y = near[0] + 44, near[1] + 6
        pen.fill(
            [(x - 44, y - 34), (x + 40, y - 20), (x + 28, y + 44), (x - 52, y + 26)],
            mix(p.accent, p.paper, 0.2),
        )
        pen.fill(
            [(x - 44, y - 34), (x - 18, y - 30), (x - 26, y + 34), (x - 52, y + 26)],
            mix(p.accent, p.ink, 0.2),
        )
        pen.stroke(
            smooth([(x + 36, y + 12), (x + 80, y + 6), (x + 112, y - 22)]),
            14,
            mix(p.accent, p.ink, 0.1),
        )

    with sheet.cut(shadow=15, dark=0.6, edge=0.5) as pen:
        girl = Figure(
            pen,
            (320, 960),
            640,
            1,
            pour,
            Dress(
                mix(p.paper, p.far, 0.3),
                mix(p.ink, p.accent, 0.3),
                skin,
                p.ink,
                mix(p.accent, p.paper, 0.1),
                "scarf",
                hair="long",
            ),
        ).draw(can)
        hand = girl.spot(pour.hands[0])
    drops = mix(p.paper, (255, 255, 255), 0.6)
    with sheet.cut(shadow=3, edge=0) as pen:
        for _ in range(26):
            start = (hand[0] + 152 + rng.uniform(-4, 8), hand[1] - 16 + rng.uniform(-4, 6))
            end = (start[0] + rng.uniform(26, 120), 500 + rng.uniform(-6, 18))
            pen.stroke(bend(start, end, -0.16), 3.4, mix(drops, p.accent, rng.uniform(0, 0.4)), 1.5)
    listen = Pose(
        hip=(-0.06, 0.25),
        lean=20,
        nod=-2,
        hands=((0.05, 0.63), (0.2, 0.33)),
        feet=((0.2, 0), (0.13, 0)),
        elbow=(1, 1),
        breadth=0.095,
    )
    with sheet.cut(shadow=15, dark=0.6, edge=0.5) as pen:
        x, base = 1190, 960
        pen.box(x + 6, base - 130, x + 130, base - 106, mix(p.far, p.near, 0.5))
        for leg in (x + 18, x + 118):
            pen.stroke([(leg, base - 108), (leg, base)], 15, mix(p.near, p.ink, 0.3))
        Figure(
            pen,
            (x, base),
            620,
            -1,
            listen,
            Dress(
                mix(p.accent, p.ink, 0.35),
                mix(p.ink, p.near, 0.3),
                skin,
                p.ink,
                hair_colour=mix(p.paper, p.far, 0.15),
            ),
        ).draw()
    for x, top, wide in ((640, 200, 60), (740, 120, 84), (850, 180, 64)):
        with sheet.cut(shadow=0, edge=0, see=0.42, soft=17) as pen:
            line = [
                (x + 26 * math.sin(t / 2.2 + x) * t / 9, 486 - (486 - top) * t / 14)
                for t in range(15)
            ]
            pen.stroke(smooth(line), wide * 0.6, drops, wide * 1.3)
    with sheet.cut(shadow=0, edge=0) as pen:
        for _ in range(60):
            x, y = rng.gauss(770, 190), 860 - rng.random() ** 1.4 * 620
            pen.disc(
                (x, y), rng.uniform(1.4, 3.8), mix(rgb("#ffb35a"), p.paper, rng.uniform(0, 0.6))
            )
