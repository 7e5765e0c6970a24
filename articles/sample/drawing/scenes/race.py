"""The women's rowing race."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import bend, ring, smooth, trace, wave
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage
from ..waterside import ripples


@picture(
    "doi-nu-vuot-song",
    WIDE,
    Palette(rgb("#f7efd8"), rgb("#a9c9c0"), rgb("#2f7f82"), rgb("#15323a"), rgb("#c23a2b")),
)
def women_race(sheet: Sheet) -> None:
    """Twelve women, twelve paddles at one angle, a drummer at the bow."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, mix(p.far, p.paper, 0.35)), (0.25, p.paper), (0.45, p.paper)], wood=0.1)
    hills(sheet, 200, 90, mix(p.far, p.paper, 0.25), mist=(p.paper, 0.85), shadow=5, rough=0.52)
    hills(sheet, 262, 46, mix(p.far, p.near, 0.4), mist=(p.paper, 0.7), shadow=5)
    with sheet.cut(shadow=6) as pen:
        green = mix(p.near, rgb("#6d8f4a"), 0.55)
        pen.fill([*wave(-20, 1620, 338, 5, 500), (1620, 400), (-20, 400)], mix(green, p.ink, 0.2))
        for x in range(-20, 1640, 56):
            foliage(
                pen,
                rng,
                (x, 324 + rng.uniform(-6, 8)),
                rng.uniform(34, 60),
                rng.uniform(22, 42),
                [mix(green, p.ink, 0.45), mix(green, p.ink, 0.15), mix(green, p.paper, 0.25)],
                size=11,
            )
        for x, wide in ((120, 150), (400, 120), (980, 160), (1330, 130), (700, 110)):
            house(
                pen,
                rng,
                x,
                356,
                wide,
                wide * 0.5,
                mix(p.paper, rgb("#e3c894"), 0.5),
                mix(p.accent, p.ink, rng.uniform(0, 0.3)),
                p.ink,
                doors=2,
            )
        for x in (80, 330, 560, 900, 1210, 1500):
            areca(
                pen,
                rng,
                (x, 350),
                rng.uniform(130, 180),
                mix(p.ink, p.far, 0.4),
                green,
                p.ink,
                lean=rng.uniform(-0.05, 0.05),
            )
        for x in range(20, 1600, 23):
            y = 372 + rng.uniform(-4, 6)
            pen.disc((x, y - 15), 4.6, mix(rgb("#b57e55"), p.ink, 0.2))
            pen.fill(
                ring((x, y), 7, 12),
                rng.choice((p.accent, p.paper, p.ink, rgb("#d9a03c"), mix(p.near, p.ink, 0.2))),
            )
    with sheet.cut(shadow=4, grain=0.08) as pen:
        pen.box(-10, 384, 1610, 910, mix(p.near, p.far, 0.18))
        for band in range(9):
            y = 400 + band * band * 7
            line = wave(-20, 1620, y, 3 + band, 260 + band * 50, rng.uniform(0, 6))
            pen.fill(
                [*line, (1620, y + 20 + band * 8), (-20, y + 20 + band * 8)],
                mix(p.near, p.far, 0.22 - 0.024 * band),
            )
        ripples(pen, rng, (-60, 394, 1600, 890), mix(p.near, p.ink, 0.3), count=150, longest=230)
        ripples(pen, rng, (-60, 394, 1600, 890), mix(p.far, p.paper, 0.4), count=120, longest=190)
    _long_boat(sheet)


def _long_boat(sheet: Sheet) -> None:
    """The racing boat across the sheet, its crew and its spray."""
    rng, p = sheet.rng, sheet.palette
    skin = mix(rgb("#b9805a"), p.ink, 0.05)
    tall, face = 300.0, 1
    stroke_pose = Pose(
        hip=(-0.05, 0.2),
        lean=34,
        nod=-10,
        hands=((0.25, 0.3), (0.37, 0.54)),
        feet=((0.2, 0.06), (0.16, 0.06)),
        breadth=0.095,
    )

    def gunwale(x: float) -> float:
        return 640 - 70 * ((x - 780) / 720) ** 4 - (x - 780) * 0.03

    with sheet.cut(shadow=0, edge=0, see=0.4) as pen:
        pen.fill(ring((790, 720), 720, 22, turn=-0.03), p.ink)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        hull = smooth(trace("58,560 120,632 300,652 780,642 1260,622 1440,594 1530,500"))
        keel = smooth(trace("1530,500 1470,622 1300,690 780,714 280,714 110,672 58,560"))
        far_side = [(x, y - 16) for x, y in hull]
        pen.fill([*far_side, *reversed(hull)], mix(p.ink, p.near, 0.25))
    beat = Pose(
        hip=(0.0, 0.34),
        lean=-8,
        nod=4,
        hands=((0.24, 0.5), (0.3, 0.82)),
        feet=((0.16, 0.0), (0.2, 0.0)),
        elbow=(1, -1),
    )
    with sheet.cut(shadow=7, dark=0.5, edge=0.4) as pen:
        steer = Pose(
            hip=(0.0, 0.5),
            lean=10,
            hands=((0.16, 0.5), (0.22, 0.55)),
            feet=((0.1, 0.0), (-0.12, 0.0)),
        )
        woman = Figure(
            pen,
            (176, gunwale(176) + 26),
            250,
            1,
            steer,
            Dress(
                mix(p.paper, p.far, 0.2), mix(p.ink, p.near, 0.2), skin, p.ink, p.accent, "scarf"
            ),
        )
        hand = woman.spot(steer.hands[0])
        pen.stroke(
            [(hand[0] + 16, hand[1] - 30), (hand[0] - 150, hand[1] + 230)],
            9,
            mix(rgb("#a8713c"), p.ink, 0.2),
        )
        woman.draw()
        drum = (1318, gunwale(1318) - 36)
        Figure(
            pen,
            (1400, gunwale(1400) + 28),
            250,
            -1,
            beat,
            Dress(
                p.accent,
                mix(p.ink, p.near, 0.2),
                skin,
                p.ink,
                mix(p.paper, rgb("#e0b84a"), 0.4),
                "scarf",
            ),
        ).draw()
        pen.stroke(
            [(1324, drum[1] - 120), (1316, drum[1] - 34)], 6, mix(rgb("#a8713c"), p.ink, 0.2)
        )
        pen.fill(
            [
                (drum[0] - 38, drum[1] - 26),
                (drum[0] + 38, drum[1] - 26),
                (drum[0] + 32, drum[1] + 44),
                (drum[0] - 32, drum[1] + 44),
            ],
            mix(p.accent, p.ink, 0.25),
        )
        pen.fill(ring((drum[0], drum[1] - 26), 38, 11), mix(p.paper, rgb("#e3c894"), 0.4))
    for number in range(12):
        x = 276 + number * 79
        with sheet.cut(shadow=5, dark=0.5, edge=0.4) as pen:
            top = mix(p.paper, p.far, 0.1) if number % 2 else mix(p.paper, rgb("#e3c894"), 0.5)
            Figure(
                pen,
                (x, gunwale(x) + 30),
                tall,
                face,
                stroke_pose,
                Dress(top, mix(p.ink, p.near, 0.15), skin, p.ink, p.accent, "scarf"),
            ).draw()
    with sheet.cut(shadow=9, dark=0.5) as pen:
        pen.fill([*hull, *keel], mix(p.accent, p.ink, 0.3))
        pen.stroke(hull, 9, rgb("#e0b84a"))
        stripe = [(x, y + 20) for x, y in hull[6:-6]]
        pen.stroke(stripe, 5, mix(p.paper, p.accent, 0.2))
        for number in range(26):
            x = 200 + number * 46
            pen.fill(
                ring((x, gunwale(x) + 48), 13, 9, steps=8),
                mix(rgb("#e0b84a"), p.accent, 0.5 * (number % 2)),
            )
        pen.stroke(bend((1500, 540), (1566, 470), 0.2), 13, rgb("#e0b84a"), 4)
        pen.disc((1482, 560), 9, p.paper)
        pen.disc((1484, 560), 4, p.ink)
    with sheet.cut(shadow=5, dark=0.5, edge=0.4) as pen:
        for number in range(12):
            x = 276 + number * 79
            base = gunwale(x) + 30
            grip, low = (x + 0.37 * tall, base - 0.54 * tall), (x + 0.25 * tall, base - 0.3 * tall)
            way = (low[0] - grip[0], low[1] - grip[1])
            end = (grip[0] + way[0] * 2.6, grip[1] + way[1] * 2.6)
            tip = (grip[0] + way[0] * 3.4, grip[1] + way[1] * 3.4)
            pen.stroke([grip, end], 6, rgb("#b98346"))
            pen.stroke([end, tip], 19, mix(p.accent, rgb("#e0b84a"), 0.15), 14)
            pen.disc(low, tall * 0.024, skin)
    with sheet.cut(shadow=3, dark=0.3, edge=0) as pen:
        white = mix(p.paper, (255, 255, 255), 0.5)
        for number in range(12):
            x = 276 + number * 79 + 18
            y = gunwale(x) + 96
            for _ in range(12):
                angle = rng.uniform(-2.9, -0.9)
                reach = rng.uniform(14, 52)
                start = (x + rng.uniform(-16, 16), y + rng.uniform(-4, 10))
                dash(
                    pen,
                    start,
                    (start[0] + math.cos(angle) * reach, start[1] + math.sin(angle) * reach),
                    rng.uniform(2, 5),
                    white,
                )
            for _ in range(6):
                pen.disc(
                    (x + rng.gauss(-10, 24), y - abs(rng.gauss(0, 30))), rng.uniform(1.4, 4), white
                )
            pen.fill(ring((x, y + 8), 30, 7), white)
        for _ in range(42):
            x = rng.uniform(1330, 1500)
            start = (x, 700 - (x - 1330) * 0.2 + rng.uniform(-6, 14))
            dash(
                pen,
                start,
                (start[0] - rng.uniform(20, 80), start[1] - rng.uniform(-6, 30)),
                rng.uniform(2, 5),
                white,
            )
        for _ in range(50):
            pen.disc(
                (rng.gauss(1450, 60), 660 - abs(rng.gauss(0, 46))), rng.uniform(1.4, 4.4), white
            )
        for _ in range(60):
            x = rng.uniform(30, 1400)
            dash(
                pen,
                (x, 716 + rng.uniform(-3, 22)),
                (x + rng.uniform(40, 130), 716 + rng.uniform(-3, 22)),
                rng.uniform(2, 5),
                white,
            )
