"""The benches made of what was left of the bridge."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, ring, smooth, trace
from ..grounds import earth, river, wooded_bank
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import bamboo, tuft
from ..sky import mist_band
from ..waterside import sampan

SIT = Pose(
    hip=(-0.06, 0.29),
    lean=3,
    hands=((0.16, 0.34), (0.18, 0.33)),
    feet=((0.19, 0.02), (0.14, 0.02)),
    breadth=0.1,
)
WAVE = Pose(
    hip=(0.0, 0.525),
    lean=-3,
    nod=-6,
    hands=((0.17, 1.0), (0.05, 0.46)),
    feet=((0.04, 0.0), (-0.05, 0.0)),
    elbow=(-1, 1),
)
POLE = Pose(
    hip=(0.0, 0.5),
    lean=15,
    nod=3,
    hands=((0.24, 0.6), (0.25, 0.74)),
    feet=((0.12, 0.0), (-0.12, 0.0)),
    elbow=(1, -1),
)


@picture(
    "ghe-dai-cho-do",
    WIDE,
    Palette(rgb("#fdf1d4"), rgb("#a9cbb8"), rgb("#5c8f86"), rgb("#22353a"), rgb("#e0762e")),
)
def bench_of_planks(sheet: Sheet) -> None:
    """Schoolchildren in orange vests on a bench; the ferry comes in with the sun behind it."""
    rng, p = sheet.rng, sheet.palette
    gold = mix(p.paper, rgb("#f8d08a"), 0.5)
    sheet.wash(
        [(0, mix(p.far, p.near, 0.2)), (0.25, mix(p.far, gold, 0.5)), (0.45, gold)], wood=0.12
    )
    sheet.glow((1190, 330), 560, mix(p.paper, rgb("#ffe3a0"), 0.5), 0.9)
    hills(sheet, 280, 80, mix(p.near, p.far, 0.5), mist=(gold, 0.8), shadow=4)
    hills(sheet, 350, 40, mix(p.near, p.far, 0.2), mist=(gold, 0.6), shadow=4)
    greens = [mix(p.near, p.ink, 0.25), rgb("#6f9a62"), mix(p.far, p.near, 0.4)]
    wooded_bank(sheet, 402, 424, greens)
    river(sheet, 420, mix(p.far, p.paper, 0.35), mix(p.near, p.far, 0.4), mix(p.paper, gold, 0.3))
    mist_band(sheet, 380, 432, 500, gold, 0.55)
    for x, y, scale in ((1040, 470, 0.5), (1180, 452, 0.36), (1290, 442, 0.26)):
        with sheet.cut(shadow=5 * scale, dark=0.4) as pen:
            for side in (-34, 34):
                foot = (x + side * scale, y + side * 0.3 * scale)
                top = (foot[0] + 3, foot[1] - rng.uniform(120, 170) * scale)
                pen.stroke([foot, top], 26 * scale, mix(p.ink, rgb("#6b4a36"), 0.5))
    skin = mix(rgb("#b0784e"), p.ink, 0.08)
    straw = mix(p.paper, rgb("#d8b070"), 0.4)
    with sheet.cut(shadow=11, dark=0.5, edge=0.4) as pen:
        coat = Dress(mix(p.near, p.ink, 0.2), mix(p.ink, p.near, 0.2), skin, p.ink, straw, "non")
        man = Figure(pen, (1400, 610), 272, -1, POLE, coat)
        hand = man.spot(POLE.hands[1])
        pole = [(hand[0] + 66, hand[1] - 170), (hand[0] - 92, hand[1] + 280)]
        pen.stroke(pole, 7, mix(rgb("#b99a52"), p.ink, 0.2))
        man.draw()
        hull = mix(rgb("#6b4a36"), p.ink, 0.35)
        sampan(pen, (1260, 640), 560, -1, hull, mix(p.paper, rgb("#b98a5c"), 0.5), p.ink)
        for _ in range(24):
            x, y = rng.uniform(980, 1540), 642 + rng.uniform(-6, 20)
            dash(pen, (x - 50, y), (x + 50, y), rng.uniform(2, 5), mix(p.paper, p.far, 0.25))
    soil = mix(rgb("#a67c52"), p.ink, 0.1)
    bank = smooth(trace("-20,640 300,634 640,646 860,672 1000,730 1090,800 1150,920"))
    earth(sheet, bank, soil, shadow=14)
    plank = mix(rgb("#c9a070"), p.paper, 0.1)
    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        for leg in (150, 420, 690):
            pen.box(leg - 16, 736, leg + 16, 842, mix(plank, p.ink, 0.45))
        for row, tone in enumerate((0.32, 0.2, 0.28)):
            top = 700 + row * 15
            pen.fill(
                [(80, top), (770, top + 2), (784, top + 16), (72, top + 14)],
                mix(plank, p.ink, tone),
            )
            for seam in range(4):
                x = 180 + seam * 150 + row * 36
                pen.stroke([(x, top + 2), (x + 2, top + 14)], 2.4, mix(plank, p.ink, 0.6))
        pen.fill([(72, 744), (784, 746), (784, 764), (72, 762)], mix(plank, p.ink, 0.42))
        for word, count in ((120, 7), (330, 9), (580, 6)):
            for letter in range(count):
                x = word + letter * 13
                pen.stroke(
                    [(x, 750 + (letter % 2) * 2), (x + 7, 757)], 2.6, mix(plank, p.paper, 0.5)
                )
    whites = [mix(p.paper, (255, 255, 255), 0.5), mix(p.paper, p.far, 0.25)]
    for number in range(6):
        x = 150 + number * 112
        tall = (338, 300, 352, 318, 290, 330)[number]
        base = 700 + tall * 0.24
        dress = Dress(
            whites[number % 2],
            mix(p.ink, rgb("#3f5580"), 0.5),
            skin,
            p.ink,
            rgb("#c0432e"),
            "cap" if number == 3 else "",
            hair=("short", "long", "bun")[number % 3],
        )
        with sheet.cut(shadow=9, dark=0.5, edge=0.4) as pen:
            figure = Figure(pen, (x, base), tall, 1, SIT, dress).draw()
        _vest(sheet, figure)
    with sheet.cut(shadow=11, dark=0.5, edge=0.4) as pen:
        girl = Dress(whites[0], mix(p.ink, rgb("#3f5580"), 0.5), skin, p.ink, hair="long")
        figure = Figure(pen, (884, 850), 330, 1, WAVE, girl).draw()
        bag = figure.spot((-0.14, 0.68))
        pen.fill(ring(bag, 30, 42), rgb("#b8433a"))
        pen.fill(ring((bag[0] - 4, bag[1] + 10), 22, 20), mix(rgb("#b8433a"), p.ink, 0.25))
    _vest(sheet, figure)
    with sheet.cut(shadow=9) as pen:
        for x, high, lean in ((10, 660, 0.05), (-30, 720, 0.09)):
            bamboo(pen, rng, (x, 930), high, mix(rgb("#6d8a5a"), p.ink, 0.2), p.ink, lean=lean)
        for _ in range(20):
            foot = (rng.uniform(0, 1080), rng.uniform(870, 912))
            tuft(pen, rng, foot, rng.uniform(30, 60), mix(greens[1], p.ink, rng.uniform(0, 0.5)))


def _vest(sheet: Sheet, figure: Figure) -> None:
    """The life vest over a figure's shirt, with its band of light cloth."""
    p, (hx, hy), (sx, sy) = sheet.palette, figure.pose.hip, figure.shoulder
    wide = figure.pose.breadth

    def spot(across: float, share: float) -> Point:
        return figure.spot((hx + (sx - hx) * share + across, hy + (sy - hy) * share))

    body = [spot(-wide * 1.02, 0.22), spot(wide * 0.95, 0.2), spot(wide * 1.0, 0.7)]
    body += [spot(wide * 0.62, 0.98), spot(-wide * 0.55, 1.0), spot(-wide * 1.04, 0.72)]
    arm = figure.pose.hands[0]
    with sheet.cut(shadow=3, dark=0.4, edge=0.3) as pen:
        pen.fill(smooth(body, closed=True, steps=5), p.accent)
        pen.stroke([spot(-wide, 0.48), spot(wide * 0.96, 0.46)], 12, mix(p.paper, p.accent, 0.2))
        pen.stroke([spot(wide * 0.2, 0.24), spot(wide * 0.2, 0.92)], 4, mix(p.accent, p.ink, 0.4))
        if arm[1] < 0.5:
            elbow, hand = spot(-wide * 0.1, 0.36), figure.spot(arm)
            pen.stroke([spot(-wide * 0.2, 0.86), elbow], 19, mix(figure.dress.top, p.ink, 0.08), 17)
            pen.stroke([elbow, hand], 17, mix(figure.dress.top, p.ink, 0.08), 13)
            pen.disc(hand, 8, figure.dress.skin)
