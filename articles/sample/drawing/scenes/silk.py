"""Silk: the mulberry rows and the tray of cocoons."""

from __future__ import annotations

import math
from random import Random

from ..catalogue import LANDSCAPE, WIDE, picture
from ..curves import Point, bend, ring
from ..hands import gripping_hand
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, leaf
from ..sky import mist_band


@picture(
    "ruong-dau-trai-dau",
    WIDE,
    Palette(rgb("#f6efda"), rgb("#a9c3cc"), rgb("#5c9152"), rgb("#1e3a34"), rgb("#cf9a3f")),
)
def mulberry_rows(sheet: Sheet) -> None:
    """Mulberry rows run over the silt to the horizon; three people pick leaves."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.far, p.paper, 0.25)), (0.3, p.paper), (0.5, mix(p.paper, p.accent, 0.2))],
        wood=0.1,
    )
    hills(sheet, 236, 104, mix(p.far, p.ink, 0.12), mist=(p.paper, 0.75), shadow=5)
    hills(sheet, 306, 50, mix(p.far, p.ink, 0.28), mist=(p.paper, 0.8), shadow=5)
    hills(sheet, 358, 16, mix(p.near, p.far, 0.4), mist=(p.paper, 0.5), shadow=4, rough=0.6)
    silt = mix(p.accent, p.paper, 0.42)
    with sheet.cut(shadow=5) as pen:
        pen.box(-10, 384, 1610, 910, silt)
        for _ in range(240):
            t = rng.random() ** 1.6
            y, x = 388 + 510 * t, rng.uniform(0, 1600)
            dash(
                pen,
                (x, y),
                (x + 20 + 90 * t, y),
                1 + 3 * t,
                mix(silt, p.ink, rng.uniform(0.06, 0.2)),
            )
    vanish = (1010, 372)
    skin = mix(rgb("#b57e55"), p.ink, 0.08)
    pick = Pose(
        hip=(-0.02, 0.51),
        lean=17,
        nod=8,
        hands=((0.26, 0.56), (0.29, 0.62)),
        feet=((0.08, 0), (-0.08, 0)),
    )
    pickers = {
        9: (-0.92, 1, mix(p.far, p.ink, 0.4)),
        11: (0.36, -1, rgb("#b4533c")),
        13: (-0.34, 1, mix(p.paper, p.accent, 0.25)),
    }
    for step in range(17):
        depth = (step / 16) ** 2.1
        y = 392 + 500 * depth
        scale = (y - vanish[1]) / 520
        with sheet.cut(shadow=3 + 7 * depth, dark=0.38) as pen:
            if step in pickers:
                place, face, top = pickers[step]
                dress = Dress(
                    top, mix(p.ink, p.near, 0.2), skin, p.ink, mix(p.paper, p.accent, 0.22), "non"
                )
                Figure(
                    pen,
                    (vanish[0] + place * 1650 * scale, y + 10 * scale),
                    640 * scale**0.92,
                    face,
                    pick,
                    dress,
                ).draw()
            for row in range(-8, 7):
                x = vanish[0] + (row + 0.5) * 330 * scale
                if not -200 < x < 1800:
                    continue
                width, height = 88 * scale + 5, 92 * scale + 5
                size = max(3.5, 30 * scale)
                for _ in range(3):
                    twig = bend(
                        (x, y + 10 * scale),
                        (x + rng.uniform(-0.7, 0.7) * width, y - height * 1.5),
                        0.06,
                    )
                    pen.stroke(twig, max(1, 7 * scale), mix(p.accent, p.ink, 0.5), 1)
                fade = mix(p.near, p.paper, 0.4 * (1 - depth))
                foliage(
                    pen,
                    rng,
                    (x, y - height * 0.75),
                    width,
                    height,
                    [
                        mix(fade, p.ink, 0.45),
                        mix(fade, p.ink, 0.15),
                        mix(fade, rgb("#c3cf6b"), 0.35),
                    ],
                    size=size,
                )
    mist_band(sheet, 320, 368, 400, p.paper, 0.45)


@picture(
    "nong-tam-chin",
    LANDSCAPE,
    Palette(rgb("#f4e6bd"), rgb("#d9a63c"), rgb("#6d8f47"), rgb("#33231a"), rgb("#a4713c")),
)
def silkworm_tray(sheet: Sheet) -> None:
    """A great bamboo tray held at the rim: golden cocoons, and worms still eating."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, mix(p.ink, p.accent, 0.12)), (1, mix(p.ink, p.accent, 0.42))], wood=0.4)
    with sheet.cut(shadow=14, wood=0.3) as pen:
        for plank in range(5):
            pen.box(
                -10,
                plank * 205,
                1510,
                plank * 205 + 200,
                mix(p.ink, p.accent, 0.3 + rng.uniform(-0.08, 0.08)),
            )
    centre, across, down = (750, 468), 640, 396
    straw = mix(p.paper, p.accent, 0.35)
    with sheet.cut(shadow=24, dark=0.7) as pen:
        pen.fill(
            ring((centre[0], centre[1] + 34), across, down, steps=90), mix(p.accent, p.ink, 0.35)
        )
        pen.fill(ring(centre, across, down, steps=90), mix(straw, p.accent, 0.35))
        for turn in range(150):
            a = math.tau * turn / 150
            inner = (
                centre[0] + across * 0.93 * math.cos(a + 0.03),
                centre[1] + down * 0.92 * math.sin(a + 0.03),
            )
            outer = (centre[0] + across * math.cos(a), centre[1] + down * math.sin(a))
            pen.stroke([inner, outer], 4, mix(straw, p.ink, 0.45))
        pen.fill(ring(centre, across * 0.93, down * 0.92, steps=90), mix(straw, p.ink, 0.22))
        pen.fill(ring((centre[0], centre[1] + 10), across * 0.92, down * 0.9, steps=90), straw)
        for line in range(-22, 23):
            x = line * across * 0.92 / 23
            reach = down * 0.88 * math.sqrt(max(0, 1 - (x / (across * 0.92)) ** 2))
            pen.stroke(
                [(centre[0] + x, centre[1] + 10 - reach), (centre[0] + x, centre[1] + 10 + reach)],
                3,
                mix(straw, p.accent, 0.4),
            )
            y = line * down * 0.88 / 23
            reach = across * 0.9 * math.sqrt(max(0, 1 - (y / (down * 0.9)) ** 2))
            pen.stroke(
                [(centre[0] - reach, centre[1] + 10 + y), (centre[0] + reach, centre[1] + 10 + y)],
                2,
                mix(straw, p.accent, 0.55),
            )
    with sheet.cut(shadow=7, dark=0.5) as pen:
        for _ in range(120):
            a, r = rng.uniform(1.75, 4.5), math.sqrt(rng.random())
            foot = (
                centre[0] - 60 + across * 0.74 * r * math.cos(a),
                centre[1] + 6 + down * 0.74 * r * math.sin(a),
            )
            angle = rng.uniform(0, math.tau)
            length = rng.uniform(86, 130)
            colour = mix(mix(p.near, p.paper, rng.uniform(0, 0.25)), p.ink, rng.uniform(0, 0.4))
            leaf(pen, foot, angle, length, length * 0.62, colour)
            pen.stroke(
                [
                    foot,
                    (
                        foot[0] + math.cos(angle) * length * 0.9,
                        foot[1] + math.sin(angle) * length * 0.9,
                    ),
                ],
                2.5,
                mix(colour, p.paper, 0.35),
                1,
            )
    with sheet.cut(shadow=5, dark=0.6) as pen:
        for _ in range(58):
            a, r = rng.uniform(1.8, 4.45), math.sqrt(rng.random())
            _silkworm(
                pen,
                rng,
                (
                    centre[0] - 60 + across * 0.72 * r * math.cos(a),
                    centre[1] + down * 0.72 * r * math.sin(a),
                ),
                mix(p.paper, (255, 255, 255), 0.3),
                mix(p.accent, p.ink, 0.3),
            )
    with sheet.cut(shadow=6, dark=0.6, edge=0.5) as pen:
        spots = sorted(
            ((rng.uniform(-0.12, 0.9), rng.uniform(-0.86, 0.86)) for _ in range(640)),
            key=lambda spot: spot[1],
        )
        for u, v in spots:
            if u * u + v * v > 0.72 or u < 0.02 + 0.14 * math.sin(v * 5):
                continue
            x, y = centre[0] + u * across, centre[1] + 4 + v * down
            turn = rng.uniform(-1.4, 1.4)
            colour = mix(
                mix(p.far, p.paper, rng.uniform(0.0, 0.55)), p.accent, rng.uniform(0, 0.25)
            )
            pen.fill(ring((x + 2, y + 5), 31, 19, turn=turn, steps=22), mix(colour, p.ink, 0.38))
            pen.fill(ring((x, y), 30, 18, turn=turn, steps=22), colour)
            pen.fill(ring((x - 5, y - 5), 17, 7, turn=turn, steps=16), mix(colour, p.paper, 0.55))
    skin = rgb("#b9794c")
    with sheet.cut(shadow=18, dark=0.65, edge=0.4) as pen:
        sleeve = mix(p.near, p.ink, 0.55)
        gripping_hand(pen, (306, 802), 205, 0.62, 1, skin, p.ink, sleeve)
        gripping_hand(pen, (1194, 802), 205, -0.62, -1, skin, p.ink, sleeve)


def _silkworm(
    pen: Pen, rng: Random, at: Point, body: tuple[int, int, int], dark: tuple[int, int, int]
) -> None:
    """A fat worm of beads, its head up."""
    angle = rng.uniform(0, math.tau)
    end = (at[0] + math.cos(angle) * 78, at[1] + math.sin(angle) * 52)
    line = bend(at, end, rng.uniform(-0.22, 0.22), steps=9)
    pen.stroke([(x + 2, y + 4) for x, y in line], 18, mix(body, dark, 0.45), 13)
    for index, spot in enumerate(line):
        pen.disc(spot, 10 - 0.25 * index, mix(body, dark, 0.16 * (index % 2)))
    pen.disc(line[0], 7, mix(body, dark, 0.55))
