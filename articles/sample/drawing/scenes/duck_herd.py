"""The herd of ducks on the harvested field."""

from __future__ import annotations

import math

from ..animals import dog, duck
from ..catalogue import WIDE, picture
from ..curves import Point, bend, trace
from ..grounds import wooded_bank
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, tuft
from ..sky import birds
from ..waterside import ripples

STEP = Pose(
    hip=(0.0, 0.51),
    lean=8,
    nod=2,
    hands=((0.2, 0.56), (0.24, 0.66)),
    feet=((0.14, 0.02), (-0.14, 0.0)),
)


@picture(
    "vit-chay-dong",
    WIDE,
    Palette(rgb("#fff0cf"), rgb("#f0b97a"), rgb("#8c8a6a"), rgb("#2e2c30"), rgb("#c4452c")),
)
def duck_herd(sheet: Sheet) -> None:
    """Hundreds of ducks run over the flooded stubble before a man with his long pole."""
    rng, p = sheet.rng, sheet.palette
    lilac = rgb("#b9a9b8")
    sheet.wash(
        [(0, mix(lilac, rgb("#8fa3b4"), 0.6)), (0.2, lilac), (0.36, p.far), (0.46, p.paper)],
        wood=0.14,
    )
    sun: Point = (1120, 330)
    sheet.glow(sun, 640, mix(p.paper, rgb("#ffcf80"), 0.5), 0.9)
    with sheet.cut(shadow=2, dark=0.1, edge=0) as pen:
        pen.disc(sun, 52, mix(p.paper, rgb("#ffb35c"), 0.5))
        birds(pen, rng, (420, 170), 110, 8, 22, mix(p.near, p.ink, 0.3))
    hills(sheet, 330, 60, mix(p.near, lilac, 0.6), mist=(p.far, 0.75), shadow=4)
    green = [mix(p.near, p.ink, 0.35), mix(p.near, p.ink, 0.1), mix(p.near, p.far, 0.3)]
    wooded_bank(sheet, 394, 414, green)
    with sheet.cut(shadow=5) as pen:
        for x in (90, 150, 236, 1396, 1450, 1540):
            areca(pen, rng, (x, 404), rng.uniform(110, 150), green[0], green[1], p.ink)
        pen.fill(trace("420,408 480,352 560,348 632,408"), mix(rgb("#5f86a0"), p.paper, 0.2))
        pen.fill(trace("420,408 480,352 500,408"), mix(rgb("#5f86a0"), p.ink, 0.3))
    water = mix(p.far, p.paper, 0.45)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 410, 1610, 910, water)
        ripples(pen, rng, (-60, 414, 1600, 890), mix(lilac, p.near, 0.35), count=170, longest=220)
        ripples(
            pen,
            rng,
            (800, 414, 1450, 890),
            mix(p.paper, (255, 255, 255), 0.5),
            count=120,
            longest=200,
        )
    stubble = mix(p.near, rgb("#b08a4a"), 0.6)
    with sheet.cut(shadow=2, edge=0.1) as pen:
        for row in range(17):
            y = 426 + row * 8 + row * row * 1.35
            step = 26 + row * 6
            x = rng.uniform(-step, 0)
            while x < 1610:
                tuft(
                    pen,
                    rng,
                    (x + rng.uniform(-5, 5), y),
                    8 + row * 1.6,
                    mix(stubble, p.ink, rng.uniform(0, 0.4)),
                    blades=3,
                )
                x += step
    man: Point = (1330, 700)
    spots = []
    for _ in range(420):
        depth = rng.random() ** 0.75
        y = 446 + depth * 420
        front = 120 + (1 - depth) * 260 + 60 * math.sin(depth * 7)
        back = 1120 - (1 - depth) * 160 + 70 * math.sin(depth * 5 + 1)
        spots.append((rng.uniform(front, back), y, depth))
    white = mix(p.paper, (255, 255, 255), 0.55)
    ordered = sorted(spots, key=lambda spot: spot[1])
    for part in range(6):
        with sheet.cut(shadow=2 + part, dark=0.5, edge=0.3) as pen:
            for x, y, depth in ordered[part * 70 : part * 70 + 70]:
                size = 17 + depth * 62
                coat = (
                    white
                    if rng.random() < 0.86
                    else mix(rgb("#a9825a"), p.ink, rng.uniform(0, 0.3))
                )
                duck(
                    pen,
                    (x, y),
                    size,
                    -1 if rng.random() < 0.93 else 1,
                    coat,
                    mix(p.ink, p.near, 0.4),
                    swims=rng.random() < 0.4,
                )
    skin = mix(rgb("#a9744c"), p.ink, 0.18)
    with sheet.cut(shadow=13, dark=0.5, edge=0.45) as pen:
        keeper = Figure(
            pen,
            man,
            330,
            -1,
            STEP,
            Dress(
                mix(rgb("#4d6a7c"), p.ink, 0.1),
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.3),
                "non",
                bare_legs=True,
            ),
        )
        hand = keeper.spot(STEP.hands[1])
        tip = (hand[0] - 420, hand[1] - 330)
        pole = bend((hand[0] + 120, hand[1] + 92), tip, 0.035)
        pen.stroke(pole, 9, mix(rgb("#b99a52"), p.ink, 0.2), 4)
        for strip in range(7):
            pen.stroke(
                bend(
                    tip,
                    (tip[0] + rng.uniform(6, 44), tip[1] + rng.uniform(44, 84)),
                    rng.uniform(-0.2, 0.2),
                ),
                9,
                mix(p.accent, p.paper, 0.07 * strip),
                2,
            )
        keeper.draw()
        dog(pen, (1468, 742), 150, -1, rgb("#cf9448"), p.ink)
    with sheet.cut(shadow=0, edge=0) as pen:
        for x, y in ((1330, 702), (1468, 744)):
            for _ in range(9):
                dash(
                    pen,
                    (x - 70, y + rng.uniform(-6, 10)),
                    (x + 70, y + rng.uniform(-6, 10)),
                    rng.uniform(2, 5),
                    mix(p.paper, water, 0.3),
                )
    with sheet.cut(shadow=8) as pen:
        for _ in range(22):
            x = rng.choice((rng.uniform(-10, 260), rng.uniform(1240, 1610)))
            tuft(
                pen,
                rng,
                (x, rng.uniform(880, 915)),
                rng.uniform(40, 84),
                mix(stubble, p.ink, rng.uniform(0.2, 0.6)),
                blades=6,
            )
