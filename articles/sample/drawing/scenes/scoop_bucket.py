"""Two women bail a field with the swung bucket."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, smooth, trace
from ..grounds import wooded_bank
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, tuft
from ..sky import birds, cloud_bank
from ..waterside import ripples

PULL = Pose(
    hip=(-0.05, 0.48),
    lean=-14,
    nod=16,
    hands=((0.2, 0.56), (0.26, 0.5)),
    feet=((0.16, 0.0), (-0.1, 0.0)),
    elbow=(1, 1),
)


@picture(
    "tat-nuoc-gau-dai",
    LANDSCAPE,
    Palette(rgb("#fdf0c9"), rgb("#b9cfa0"), rgb("#5f8f63"), rgb("#243530"), rgb("#c2502f")),
)
def swung_bucket(sheet: Sheet) -> None:
    """They lean back on their ropes, the bucket flies up and the water with it."""
    rng, p = sheet.rng, sheet.palette
    blue = rgb("#9fc4c4")
    sheet.wash([(0, blue), (0.25, mix(blue, p.paper, 0.6)), (0.45, p.paper)], wood=0.12)
    sheet.glow((760, 330), 560, mix(p.paper, rgb("#ffe2a0"), 0.6), 0.9)
    with sheet.cut(shadow=4, dark=0.16) as pen:
        for left, base, high in ((60, 150, 60), (960, 190, 74)):
            cloud_bank(pen, rng, left, left + 420, base, high, mix(p.paper, (255, 255, 255), 0.5))
        birds(pen, rng, (520, 170), 70, 5, 20, mix(p.near, p.ink, 0.4))
    hills(sheet, 330, 90, mix(p.near, blue, 0.6), mist=(p.paper, 0.8), shadow=5)
    hills(sheet, 396, 50, mix(p.near, blue, 0.3), mist=(p.paper, 0.6), shadow=5)
    greens = [mix(p.near, p.ink, 0.3), mix(p.near, rgb("#88a850"), 0.5), mix(p.far, p.near, 0.3)]
    wooded_bank(sheet, 452, 474, greens, size=1.3)
    with sheet.cut(shadow=5) as pen:
        for x in (110, 190, 1310, 1400):
            areca(pen, rng, (x, 464), rng.uniform(150, 190), greens[0], greens[1], p.ink)
    field = mix(blue, p.paper, 0.4)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 470, 1510, 1010, field)
        ripples(pen, rng, (-60, 476, 1500, 1000), mix(blue, p.near, 0.5), count=110, longest=190)
        light = mix(p.paper, (255, 255, 255), 0.5)
        ripples(pen, rng, (420, 476, 1040, 900), light, count=90, longest=170)
    with sheet.cut(shadow=4) as pen:
        for row in range(11):
            y = 500 + row * row * 3.6 + row * 8
            step = 34 + row * 9
            x = rng.uniform(-step, 0)
            while x < 1510:
                if not (430 < x < 1070 and y > 700):
                    blades = mix(rgb("#8db04e"), p.ink, rng.uniform(0, 0.45))
                    tuft(pen, rng, (x + rng.uniform(-6, 6), y), 18 + row * 6, blades, blades=6)
                x += step
    soil = mix(rgb("#8a6a48"), p.ink, 0.15)
    with sheet.cut(shadow=12, dark=0.5) as pen:
        pen.fill(smooth(trace("-20,820 200,806 420,822 520,900 560,1020 -20,1020"), steps=8), soil)
        pen.fill(
            smooth(trace("1520,820 1300,806 1090,822 990,900 950,1020 1520,1020"), steps=8), soil
        )
        for side in (0, 1):
            for _ in range(46):
                x, y = rng.uniform(-10, 440), 830 + rng.random() ** 2 * 170
                at = (x if side == 0 else 1510 - x, y)
                tuft(
                    pen,
                    rng,
                    at,
                    rng.uniform(18, 40),
                    mix(rgb("#7c9a4c"), p.ink, rng.uniform(0, 0.5)),
                )
    skin = mix(rgb("#b57b52"), p.ink, 0.1)
    straw = mix(p.paper, rgb("#d8b070"), 0.35)
    bucket: Point = (752, 690)
    hands: list[Point] = []
    for x, face, top in ((300, 1, p.accent), (1206, -1, mix(rgb("#5b4a7a"), p.ink, 0.05))):
        with sheet.cut(shadow=14, dark=0.5, edge=0.45) as pen:
            dress = Dress(top, mix(p.ink, p.near, 0.1), skin, p.ink, straw, "non", bare_legs=False)
            woman = Figure(pen, (x, 880), 560, face, PULL, dress).draw()
            hands += [woman.spot(PULL.hands[0]), woman.spot(PULL.hands[1])]
    with sheet.cut(shadow=7, dark=0.4) as pen:
        x, y = bucket
        corners = ((x - 62, y - 30), (x - 50, y + 40), (x + 62, y - 30), (x + 50, y + 40))
        for hand, corner in zip(hands, corners, strict=True):
            pen.stroke(bend(hand, corner, 0.02), 4.5, mix(rgb("#b99a5c"), p.ink, 0.25))
    white = mix(p.paper, (255, 255, 255), 0.7)
    with sheet.cut(shadow=6, dark=0.3) as pen:
        for jet in range(34):
            turn = rng.uniform(-1.5, -0.5)
            reach = rng.uniform(90, 250)
            end = (
                bucket[0] + math.cos(turn) * reach * 1.15,
                bucket[1] + math.sin(turn) * reach * 0.72,
            )
            arc = bend(
                (bucket[0] + 20, bucket[1] - 24), (end[0] + 70, end[1] + reach * 0.36), -0.22
            )
            pen.stroke(arc, 10, mix(white, blue, rng.uniform(0.1, 0.7)), 2)
            if jet % 2:
                drop = (end[0] + rng.uniform(20, 130), end[1] + rng.uniform(-20, 120))
                pen.disc(drop, rng.uniform(2, 7), mix(white, blue, rng.uniform(0, 0.4)))
    with sheet.cut(shadow=13, dark=0.5, edge=0.4) as pen:
        x, y = bucket
        wicker = mix(rgb("#b98f4c"), p.ink, 0.1)
        pen.fill([(x - 70, y - 34), (x + 70, y - 40), (x + 46, y + 70), (x - 46, y + 74)], wicker)
        pen.fill(
            [(x - 70, y - 34), (x - 40, y - 36), (x - 24, y + 73), (x - 46, y + 74)],
            mix(wicker, p.ink, 0.25),
        )
        for row in range(5):
            pen.stroke(
                [(x - 66 + row * 5, y - 16 + row * 20), (x + 66 - row * 5, y - 20 + row * 20)],
                3,
                mix(wicker, p.ink, 0.35),
            )
        for column in range(6):
            pen.stroke(
                [(x - 56 + column * 22, y - 34), (x - 38 + column * 15, y + 70)],
                3,
                mix(wicker, p.ink, 0.3),
            )
        pen.stroke([(x - 74, y - 34), (x + 74, y - 40)], 10, mix(wicker, p.paper, 0.25))
    with sheet.cut(shadow=0, edge=0) as pen:
        for _ in range(40):
            x, y = rng.gauss(770, 120), rng.uniform(860, 960)
            dash(
                pen,
                (x - 40, y),
                (x + 40, y),
                rng.uniform(2, 6),
                mix(white, blue, rng.uniform(0, 0.5)),
            )
