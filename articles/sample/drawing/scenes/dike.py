"""The night of the flood: the chain of people on the dike."""

from __future__ import annotations

import math
from dataclasses import replace

from ..buildings import tiled_roof
from ..catalogue import LANDSCAPE, WIDE, picture
from ..curves import Point, along, height_at, smooth, trace
from ..land import dash, hatch_slope, hills
from ..loads import sandbag
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, tuft
from ..sky import rain
from ..waterside import glitter, ripples

FLOOD_NIGHT = Palette(
    rgb("#f6d487"), rgb("#5d7796"), rgb("#1f3350"), rgb("#0a111f"), rgb("#c0301f")
)
GIVE = Pose(
    lean=14, hands=((0.24, 0.52), (0.3, 0.58)), feet=((0.13, 0.0), (-0.13, 0.0)), hip=(0.0, 0.5)
)
TAKE = Pose(
    lean=8, hands=((0.28, 0.5), (0.3, 0.62)), feet=((0.1, 0.0), (-0.14, 0.0)), hip=(-0.02, 0.5)
)


@picture("ke-con-thuy-dem", WIDE, FLOOD_NIGHT)
def dike_at_night(sheet: Sheet) -> None:
    """A chain of people hands sandbags along the dike; the black water stands at the brim."""
    rng, p = sheet.rng, sheet.palette
    night, deep = mix(p.near, p.ink, 0.55), mix(p.ink, (0, 0, 0), 0.25)
    sheet.wash(
        [
            (0, deep),
            (0.3, mix(p.near, p.ink, 0.35)),
            (0.43, mix(p.far, p.near, 0.55)),
            (0.46, p.near),
        ],
        wood=0.22,
    )
    hills(sheet, 372, 46, mix(p.near, p.ink, 0.25), mist=(mix(p.far, p.near, 0.5), 0.6))
    hills(sheet, 398, 22, night, rough=0.55)
    shore = smooth(trace("1640,402 1200,408 1010,418 860,452 720,540 560,690 400,940"))
    with sheet.cut(shadow=6, grain=0.08) as pen:
        pen.fill([(1640, 398), *shore, (1640, 940)], deep)
        ripples(pen, rng, (620, 420, 1640, 900), mix(p.near, p.ink, 0.15), count=210, longest=230)
        ripples(pen, rng, (760, 430, 1640, 900), mix(p.far, p.near, 0.55), count=60, longest=150)
        for x, top, run in ((1230, 424, 90), (1100, 432, 130), (930, 462, 200), (820, 560, 260)):
            glitter(pen, rng, x, top, top + run, 46, mix(p.paper, p.near, 0.45), step=8)
    crest = smooth(trace("-30,640 160,588 420,532 640,480 840,434 1030,407 1250,398 1640,392"))
    inner = smooth(trace("-30,470 200,452 500,426 800,408 1030,402 1640,390"))
    with sheet.cut(shadow=6) as pen:
        pen.fill([*inner, *((x, y + 12) for x, y in reversed(crest))], mix(night, p.ink, 0.5))
    with sheet.cut(shadow=7) as pen:
        for left, base, wide in ((650, 440, 80), (505, 470, 110), (292, 500, 130), (-50, 540, 200)):
            high = wide * 0.42
            pen.box(
                left + 8, base - high * 0.5, left + wide - 8, base + 30, mix(p.near, p.ink, 0.7)
            )
            pane = (left + wide * 0.4, base - high * 0.36, left + wide * 0.54, base - high * 0.04)
            pen.box(*pane, mix(p.paper, p.far, 0.15))
            pen.box(
                (pane[0] + pane[2]) / 2 - 1.2,
                pane[1],
                (pane[0] + pane[2]) / 2 + 1.2,
                pane[3],
                p.ink,
            )
            pen.box(
                pane[0],
                (pane[1] + pane[3]) / 2 - 1.2,
                pane[2],
                (pane[1] + pane[3]) / 2 + 1.2,
                p.ink,
            )
            tiled_roof(
                pen,
                rng,
                left,
                left + wide,
                base - high,
                base - high * 0.48,
                mix(p.near, p.far, 0.12),
                p.ink,
                row=7,
            )
    with sheet.cut(shadow=7) as pen:
        for x, base, tall in ((300, 520, 250), (338, 520, 200), (532, 470, 150), (30, 560, 330)):
            areca(
                pen,
                rng,
                (x, base),
                tall,
                mix(p.near, p.ink, 0.5),
                mix(p.near, p.ink, 0.4),
                p.ink,
                lean=-0.07,
            )
    outer = [(1640, 408), *shore[1:]]
    with sheet.cut(shadow=14, dark=0.7) as pen:
        pen.fill([*crest, *outer, (-30, 960)], mix(p.near, p.ink, 0.62))
        hatch_slope(pen, rng, crest[:50], 120, mix(p.near, p.ink, 0.3))
        for _ in range(150):
            x = rng.uniform(-20, 900)
            y = height_at(crest, x) + rng.uniform(16, 300) * (1 - x / 1300)
            tuft(
                pen,
                rng,
                (x, y),
                26 * (1.1 - x / 1100),
                mix(p.near, p.ink, rng.uniform(0.2, 0.5)),
                blades=4,
            )
    with sheet.cut(shadow=6, dark=0.6) as pen:
        t = 0.0
        while t < 0.97:
            x, y = along(shore, t)
            size = 13 + 125 * max(0, (y - 402) / 480) ** 0.8
            for row in range(3):
                shade = rng.uniform(0.05, 0.25) + 0.17 * (2 - row)
                cloth = mix(mix(p.far, p.paper, 0.4), p.ink, shade)
                spot = (x - size * (0.18 + 0.12 * row), y - size * (0.1 + 0.28 * row))
                sandbag(
                    pen,
                    rng,
                    spot,
                    size * 1.1,
                    size * 0.46,
                    cloth,
                    p.ink,
                    turn=rng.uniform(-0.16, 0.08),
                )
            t += size * 0.42 / 1300
    with sheet.cut(shadow=0, edge=0, see=0.75) as pen:
        for _ in range(150):
            t = rng.random()
            x, y = along(shore, 0.1 + 0.8 * t)
            size = 0.15 + max(0, (y - 402) / 480)
            x += rng.uniform(6, 60) * size
            run = rng.uniform(24, 110) * size
            dash(
                pen,
                (x, y + rng.uniform(-4, 12) * size),
                (x + run, y + rng.uniform(0, 16) * size),
                1 + 5 * size,
                mix(p.far, p.paper, rng.uniform(0, 0.4)),
            )
    _chain(sheet)
    rain(sheet, mix(p.far, p.paper, 0.35), count=520, slant=0.32, length=74, see=0.42)
    rain(sheet, mix(p.paper, p.far, 0.2), count=90, slant=0.32, length=110, see=0.4)


def _chain(sheet: Sheet) -> None:
    """The people on the crest in pairs, the farthest first, with their lamps."""
    rng, p = sheet.rng, sheet.palette
    skin = mix(rgb("#b98255"), p.ink, 0.25)
    coats = [
        mix(p.near, p.far, 0.6),
        mix(p.paper, p.ink, 0.5),
        mix(p.near, p.far, 0.2),
        mix(p.far, p.ink, 0.3),
    ]
    lamp = mix(p.paper, (255, 255, 255), 0.3)
    jute = mix(mix(p.far, p.paper, 0.55), p.ink, 0.12)
    spots = [
        (1392, 398, 34),
        (1352, 400, 37),
        (1296, 402, 42),
        (1250, 405, 47),
        (1186, 408, 56),
        (1130, 413, 63),
        (1044, 422, 80),
        (968, 436, 98),
        (862, 464, 128),
        (754, 502, 166),
        (604, 560, 222),
        (444, 634, 292),
        (196, 762, 410),
    ]
    for index, (x, base, tall) in enumerate(spots):
        near = index / (len(spots) - 1)
        giving = index % 2 == 0
        coat = p.accent if index == 10 else coats[index * 3 % 4]
        dress = Dress(
            mix(coat, p.ink, 0.3 * (1 - near)),
            mix(p.near, p.ink, 0.3),
            skin,
            p.ink,
            mix(coat, p.ink, 0.12),
            "hood",
            cut="shirt" if index % 4 == 1 else "coat",
        )
        face = 1 if giving else -1

        def bag(near_hand: Point, far_hand: Point, tall: float = tall) -> None:
            x, y = (
                (near_hand[0] + far_hand[0]) / 2 + tall * 0.03,
                (near_hand[1] + far_hand[1]) / 2 - tall * 0.01,
            )
            sandbag(pen, rng, (x, y), tall * 0.32, tall * 0.16, jute, p.ink, turn=0.1)

        with sheet.cut(shadow=4 + 7 * near, dark=0.65, edge=0.5) as pen:
            figure = Figure(pen, (x, base), tall, face, GIVE if giving else TAKE, dress).draw(
                bag if giving else None
            )
            fx, fy = figure.lamp()
            pen.disc((fx, fy), max(2.4, tall * 0.018), lamp)
        angle = 0.34 if giving else math.pi - 0.34
        sheet.beam((fx, fy), angle, 0.24, tall * 1.5, lamp, 0.55)
        sheet.glow((fx, fy), tall * 0.4, lamp, 0.8)
        if giving:
            sheet.glow(
                (x + tall * 0.42, base - tall * 0.3), tall * 0.75, mix(lamp, p.far, 0.2), 0.24
            )


@picture(
    "chuyen-bao-cat",
    LANDSCAPE,
    Palette(rgb("#ead9ae"), rgb("#7a6a4c"), rgb("#31455c"), rgb("#0e1117"), rgb("#d9a22c")),
)
def handing_on(sheet: Sheet) -> None:
    """Close by: four people in raincoats hand a sandbag on, their faces in the shade of hats."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, p.ink),
            (0.45, mix(p.near, p.ink, 0.5)),
            (0.75, mix(p.near, p.far, 0.4)),
            (1, mix(p.far, p.ink, 0.4)),
        ],
        wood=0.25,
    )
    sheet.glow((760, 330), 760, mix(p.paper, p.accent, 0.4), 0.5)
    hills(sheet, 600, 46, mix(p.near, p.ink, 0.6), shadow=8)
    with sheet.cut(shadow=12, dark=0.6) as pen:
        for row, (y, size) in enumerate(((740, 170), (812, 190), (892, 214), (984, 240))):
            x = -90.0 - row * 60
            while x < 1640:
                cloth = mix(mix(p.far, p.paper, 0.2), p.ink, rng.uniform(0.2, 0.5))
                sandbag(
                    pen,
                    rng,
                    (x, y + rng.uniform(-6, 6)),
                    size,
                    size * 0.46,
                    cloth,
                    p.ink,
                    turn=rng.uniform(-0.07, 0.07),
                )
                x += size * 0.93
    skin = mix(rgb("#8a5a38"), p.ink, 0.45)
    for x, base in ((512, 690), (596, 684), (820, 676), (884, 674), (1190, 668)):
        face = 1 if x in (512, 820) else -1
        coat = mix(p.near, p.ink, 0.35)
        with sheet.cut(shadow=5, dark=0.5) as pen:
            figure = Figure(
                pen,
                (x, base),
                230 - (x - 500) * 0.07,
                face,
                GIVE if face == 1 else TAKE,
                Dress(coat, p.ink, skin, p.ink, mix(coat, p.far, 0.3), "non", cut="coat"),
            )
            figure.draw()
        sheet.glow(figure.lamp(), 80, mix(p.paper, p.accent, 0.2), 0.75)
        sheet.beam(figure.lamp(), 0.35 if face == 1 else math.pi - 0.35, 0.24, 210, p.paper, 0.4)
    straw = mix(p.paper, p.far, 0.35)
    yellow, blue = p.accent, mix(p.near, p.paper, 0.12)
    people = (
        (1352, 1060, 720, -1, yellow, False),
        (972, 1110, 790, 1, mix(blue, p.ink, 0.25), True),
        (650, 1170, 880, -1, blue, False),
        (150, 1270, 1010, 1, yellow, True),
    )
    for x, base, tall, face, coat, giving in people:
        dress = Dress(coat, mix(p.near, p.ink, 0.7), skin, p.ink, straw, "non", cut="coat")
        pose = replace(GIVE if giving else TAKE, nod=16 if giving else 8)

        def bag(near_hand: Point, far_hand: Point, tall: float = tall) -> None:
            x, y = (near_hand[0] + far_hand[0]) / 2 + tall * 0.05, (near_hand[1] + far_hand[1]) / 2
            sandbag(
                pen,
                rng,
                (x, y),
                tall * 0.36,
                tall * 0.18,
                mix(p.far, p.paper, 0.5),
                p.ink,
                turn=0.06,
            )

        with sheet.cut(shadow=18, dark=0.7, edge=0.45) as pen:
            Figure(pen, (x, base), tall, face, pose, dress).draw(bag if giving else None)
    rain(sheet, mix(p.paper, p.far, 0.3), count=330, slant=0.22, length=120, see=0.4)
