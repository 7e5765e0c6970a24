"""Football: a game in the rain."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import ring, smooth, trace
from ..land import dash, hills
from ..loads import football
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage
from ..sky import rain

RUN = Pose(
    hip=(0.0, 0.5),
    lean=18,
    nod=-4,
    hands=((0.16, 0.6), (-0.12, 0.5)),
    feet=((0.26, 0.08), (-0.3, 0.12)),
)


KICK = Pose(
    hip=(0.0, 0.5),
    lean=-10,
    nod=8,
    hands=((-0.22, 0.62), (0.26, 0.68)),
    feet=((0.36, 0.16), (-0.06, 0.0)),
    elbow=(1, -1),
)


WATCH = Pose(
    hip=(0.0, 0.49), lean=10, hands=((0.14, 0.5), (-0.1, 0.48)), feet=((0.12, 0.0), (-0.14, 0.0))
)


@picture(
    "san-dong-sa-mua",
    WIDE,
    Palette(rgb("#eef0e6"), rgb("#8a9ba0"), rgb("#3f7350"), rgb("#17272c"), rgb("#bf2f2a")),
)
def football_in_the_rain(sheet: Sheet) -> None:
    """Umbrellas on the stand, two floodlights, and a game among puddles."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.far, p.ink, 0.6)),
            (0.25, mix(p.far, p.ink, 0.3)),
            (0.42, mix(p.far, p.paper, 0.25)),
        ],
        wood=0.24,
    )
    hills(sheet, 250, 60, mix(p.far, p.ink, 0.25), mist=(mix(p.far, p.paper, 0.3), 0.7), shadow=5)
    light = mix(p.paper, rgb("#ffeeb0"), 0.4)
    with sheet.cut(shadow=7) as pen:
        for x in range(-20, 1640, 70):
            foliage(
                pen,
                rng,
                (x, 318),
                rng.uniform(40, 70),
                rng.uniform(26, 44),
                [mix(p.near, p.ink, 0.6), mix(p.near, p.ink, 0.4)],
                size=13,
            )
    with sheet.cut(shadow=10, dark=0.5) as pen:
        pen.fill(trace("150,268 1450,268 1490,440 110,440"), mix(p.far, p.ink, 0.35))
        for row in range(5):
            y = 284 + row * 32
            pen.box(146 - row * 9, y, 1454 + row * 9, y + 10, mix(p.far, p.ink, 0.12))
            x = 160.0 - row * 8 + rng.uniform(0, 18)
            while x < 1440 + row * 8:
                size = 15 + row * 2.2
                if rng.random() < 0.9:
                    cloth = rng.choice(
                        (
                            p.accent,
                            p.paper,
                            mix(p.far, p.paper, 0.4),
                            mix(p.near, p.paper, 0.25),
                            rgb("#3c5f7a"),
                            mix(p.accent, p.paper, 0.45),
                            p.ink,
                        )
                    )
                    top = y - 8 + rng.uniform(-5, 4)
                    pen.box(
                        x - size * 0.42,
                        top + size * 0.4,
                        x + size * 0.42,
                        y + 20,
                        mix(p.ink, cloth, 0.2),
                    )
                    pen.disc((x, top + size * 0.32), size * 0.28, mix(rgb("#b57e55"), p.ink, 0.25))
                    dome = [
                        (
                            x + size * 1.15 * math.cos(math.pi + a * math.pi / 10),
                            top + size * 0.85 * math.sin(math.pi + a * math.pi / 10),
                        )
                        for a in range(11)
                    ]
                    pen.fill(
                        [
                            *dome,
                            (x + size * 0.55, top - 4),
                            (x, top + 1),
                            (x - size * 0.55, top - 4),
                        ],
                        cloth,
                    )
                    pen.fill(
                        [dome[2], dome[5], (x, top), (x - size * 0.55, top - 4)],
                        mix(cloth, p.ink, 0.2),
                    )
                x += size * rng.uniform(1.9, 2.6)
        pen.box(96, 440, 1504, 456, mix(p.paper, p.far, 0.4))
    pitch = mix(p.near, p.ink, 0.08)
    with sheet.cut(shadow=6) as pen:
        pen.box(-10, 456, 1610, 910, pitch)
        for band in range(7):
            top, low = 456 + 454 * (band / 7) ** 1.5, 456 + 454 * ((band + 1) / 7) ** 1.5
            if band % 2:
                pen.box(-10, top, 1610, low, mix(pitch, p.ink, 0.16))
        chalk = mix(p.paper, p.near, 0.25)
        pen.stroke([(-10, 488), (1610, 488)], 4, chalk)
        pen.stroke([(800, 488), (730, 910)], 5, chalk, 10)
        circle = ring((778, 640), 300, 72)
        pen.stroke([*circle, circle[0]], 5, chalk)
    water = mix(p.far, p.paper, 0.45)
    with sheet.cut(shadow=0, edge=0.4) as pen:
        for x, y, wide in (
            (250, 600, 120),
            (1180, 560, 100),
            (1320, 760, 210),
            (480, 800, 200),
            (900, 700, 120),
            (140, 850, 150),
        ):
            pen.fill(
                smooth(
                    [
                        (
                            x + wide * math.cos(a * 0.7) * rng.uniform(0.8, 1.15),
                            y + wide * 0.16 * math.sin(a * 0.7) * rng.uniform(0.8, 1.15),
                        )
                        for a in range(9)
                    ],
                    closed=True,
                ),
                water,
            )
            for _ in range(5):
                cx, cy = x + rng.uniform(-0.6, 0.6) * wide, y + rng.uniform(-0.08, 0.08) * wide
                drop = ring((cx, cy), wide * 0.09, wide * 0.02)
                pen.stroke([*drop, drop[0]], 1.5, p.paper)
    for x, top in ((212, 40), (1392, 40)):
        with sheet.cut(shadow=7, dark=0.4) as pen:
            pen.fill(
                [(x - 16, 456), (x + 16, 456), (x + 6, top), (x - 6, top)], mix(p.ink, p.far, 0.35)
            )
            for rung in range(11):
                y = 70 + rung * 35
                pen.stroke([(x - 13, y), (x + 13, y + 26)], 2.4, mix(p.far, p.ink, 0.1))
            pen.box(x - 74, top - 22, x + 74, top + 52, p.ink)
            for row in range(3):
                for column in range(6):
                    pen.disc(
                        (x - 60 + column * 24, top - 10 + row * 25),
                        9,
                        mix(light, (255, 255, 255), 0.5),
                    )
        lean = 1 if x < 800 else -1
        sheet.beam((x, top + 16), math.pi / 2 - lean * 0.62, 0.55, 720, light, 0.34)
        sheet.glow((x, top + 14), 250, light, 0.8)
    _match(sheet)
    rain(sheet, mix(p.paper, p.far, 0.2), count=680, slant=0.42, length=72, see=0.45)


def _match(sheet: Sheet) -> None:
    """The players, each with a smear of reflection on the wet ground."""
    rng, p = sheet.rng, sheet.palette
    skin = mix(rgb("#b57e55"), p.ink, 0.05)
    white = mix(p.paper, (255, 255, 255), 0.4)
    red = Dress(p.accent, mix(p.accent, p.ink, 0.2), skin, p.ink, bare_legs=True, boots=p.ink)
    pale = Dress(white, mix(p.ink, p.far, 0.2), skin, p.ink, bare_legs=True, boots=p.ink)
    cast = [
        (360, 548, 92, 1, WATCH, red),
        (1120, 536, 90, -1, WATCH, pale),
        (690, 566, 100, -1, RUN, pale),
        (1440, 600, 112, -1, RUN, red),
        (250, 690, 138, 1, RUN, pale),
        (560, 742, 166, 1, RUN, red),
        (836, 764, 178, 1, KICK, red),
        (1046, 772, 180, -1, RUN, pale),
        (1230, 690, 144, -1, WATCH, pale),
    ]
    with sheet.cut(shadow=0, edge=0, see=0.3, soft=2) as pen:
        for x, base, tall, _, _, dress in cast:
            for band in range(8):
                y = base + 4 + band * tall * 0.07
                pen.box(
                    x - tall * 0.12 + rng.uniform(-5, 5),
                    y,
                    x + tall * 0.12 + rng.uniform(-5, 5),
                    y + tall * 0.045,
                    mix(dress.top, p.ink, 0.35) if band > 3 else mix(dress.bottom, p.ink, 0.4),
                )
    with sheet.cut(shadow=5, dark=0.5, edge=0.4) as pen:
        for x, base, tall, face, pose, dress in cast:
            Figure(pen, (x, base), tall, face, pose, dress).draw()
            for _ in range(8):
                start = (x + rng.uniform(-0.2, 0.2) * tall, base + rng.uniform(-2, 6))
                dash(
                    pen,
                    start,
                    (start[0] + rng.uniform(-18, 18), start[1] - rng.uniform(6, 24)),
                    2.4,
                    mix(p.paper, p.far, 0.2),
                )
        football(pen, (934, 742), 12, white, p.ink)
