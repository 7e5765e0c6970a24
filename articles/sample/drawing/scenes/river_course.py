"""A flood on its way from the mountain to the sea, with the clocks it passes."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import Point, bend, height_at, ring, smooth, trace
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Sheet
from ..plants import areca, foliage, leaf, tuft
from ..sky import birds, cloud_bank
from ..waterside import ripples, sampan

LAND = (
    "-40,210 60,196 130,250 190,318 262,352 350,430 470,486 620,536 800,566 1000,588 1200,604 "
    "1340,622 1420,660 1660,690"
)
"""The surface of the land, seen from the side."""


@picture(
    "song-tu-nui-ra-bien",
    WIDE,
    Palette(rgb("#f8f0da"), rgb("#9cc3c4"), rgb("#3d7d86"), rgb("#16303a"), rgb("#d0512f")),
)
def river_course(sheet: Sheet) -> None:
    """Rain on the mountain, terraces, mulberry fields, the town with its bridge, the mouth."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.ink, 0.2)),
            (0.16, mix(p.near, p.far, 0.4)),
            (0.42, mix(p.far, p.paper, 0.55)),
            (0.6, p.paper),
        ],
        wood=0.1,
    )
    sheet.glow((1340, 260), 560, mix(p.paper, rgb("#ffe3a0"), 0.6), 0.85)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc((1340, 250), 50, mix(p.paper, rgb("#fff1c8"), 0.5))
    _far_ranges(sheet)
    _rain(sheet)
    line = [(x, y + 56) for x, y in smooth(trace(LAND))]
    _strata(sheet, line)
    _water(sheet, line)
    _on_the_land(sheet, line)
    _clocks(sheet, line)
    with sheet.cut(shadow=2, dark=0.2, edge=0) as pen:
        birds(pen, rng, (1160, 330), 80, 8, 14, mix(p.ink, p.near, 0.3))


def _far_ranges(sheet: Sheet) -> None:
    """Hills behind the source, lower towards the sea."""
    for places, colour in (
        (
            "-40,150 70,60 150,120 240,190 330,150 430,260 560,330 760,400 1000,452 "
            "1300,500 1660,520",
            rgb("#a9bfae"),
        ),
        (
            "-40,230 60,150 150,170 280,270 380,260 520,370 700,430 960,490 1240,540 1660,560",
            rgb("#8aa894"),
        ),
    ):
        with sheet.cut(shadow=6, dark=0.25, edge=0.4) as pen:
            pen.fill([*smooth(trace(places)), (1660, 920), (-40, 920)], colour)


def _rain(sheet: Sheet) -> None:
    """Dark clouds on the left with their rain."""
    rng, p = sheet.rng, sheet.palette
    with sheet.ink(slip=(0, 0), see=0.6, worn=0.2) as pen:
        for _ in range(330):
            x, y = rng.uniform(-20, 560), rng.uniform(120, 400)
            if y < 170 + x * 0.5:
                dash(pen, (x, y), (x - 12, y + rng.uniform(24, 54)), 2.6, mix(p.paper, p.far, 0.1))
    for left, right, base, high, depth in (
        (-140, 360, 138, 88, 0.3),
        (220, 640, 112, 70, 0.1),
        (-60, 220, 84, 60, 0.5),
    ):
        with sheet.cut(shadow=10, dark=0.35, edge=0.5) as pen:
            cloud_bank(
                pen, rng, left, right, base, high, mix(mix(p.near, p.far, 0.5), p.ink, depth)
            )


def _strata(sheet: Sheet, line: list[Point]) -> None:
    """The ground in section: soil, clay, gravel, rock, each a sheet further back."""
    rng, p = sheet.rng, sheet.palette
    earth: tuple[tuple[float, Colour], ...] = (
        (0, rgb("#7da05c")), (16, rgb("#a57a4e")), (58, rgb("#c99a62")), (112, rgb("#a9855f")),
        (176, rgb("#7d6a5a")), (236, rgb("#6a5d55")), (300, rgb("#574d4a")),
    )  # fmt: skip
    for down, colour in earth:
        with sheet.cut(shadow=6, dark=0.4, edge=0.35, wood=0.15) as pen:
            top = [
                (
                    x,
                    y
                    + down * (0.6 + 0.4 * min(1, max(0.0, (x + 100) / 900)))
                    + (rng.uniform(-3, 3) if down else 0),
                )
                for x, y in line[::3]
            ]
            pen.fill([*top, (1660, 920), (-40, 920)], colour)
            for _ in range(130 if down else 0):
                x = rng.uniform(-20, 1620)
                y = height_at(top, x) + rng.uniform(8, 50)
                if down in (58, 176):
                    pen.disc(
                        (x, y),
                        rng.uniform(2, 7),
                        mix(colour, rng.choice((p.ink, p.paper)), 0.22),
                        0.7,
                    )
                else:
                    dash(
                        pen,
                        (x, y),
                        (x + rng.uniform(14, 60), y + rng.uniform(2, 12)),
                        1.8,
                        mix(colour, p.ink, 0.25),
                    )


def _water(sheet: Sheet, line: list[Point]) -> None:
    """The river along the slope, thin above and broad below, the flood crest a swell in it."""
    rng, p = sheet.rng, sheet.palette
    stream = mix(p.near, p.far, 0.3)
    upper, lower = [], []
    for x, y in line:
        depth = 10 + 58 * min(1.0, max(0.0, (x - 60) / 1300)) ** 1.3
        crest = sum(
            high * math.exp(-(((x - at) / 70) ** 2))
            for at, high in ((310, 16), (660, 22), (980, 24), (1290, 18))
        )
        upper.append((x, y - 4 - crest))
        lower.append((x, y + depth))
    with sheet.cut(shadow=7, dark=0.4, edge=0.6) as pen:
        pen.fill([*upper, *reversed(lower)], stream)
        for share in (0.3, 0.55, 0.8):
            middle = [
                (a[0], a[1] + (b[1] - a[1]) * share) for a, b in zip(upper, lower, strict=True)
            ]
            for start in range(8, len(middle) - 8, 7):
                if rng.random() < 0.7:
                    pen.stroke(
                        middle[start : start + rng.randint(3, 6)],
                        2.2,
                        mix(stream, p.paper, 0.45),
                        0.8,
                    )
        pen.stroke(upper, 3, mix(p.paper, (255, 255, 255), 0.5))
    with sheet.cut(shadow=6, dark=0.35, edge=0.5) as pen:
        pen.fill(
            [
                *smooth(trace("1370,716 1460,712 1560,716 1660,710")),
                (1660, 870),
                (1500, 850),
                (1420, 800),
            ],
            mix(p.near, p.far, 0.25),
        )
        ripples(pen, rng, (1420, 722, 1640, 850), mix(p.paper, p.far, 0.4), count=40, longest=70)
        sampan(pen, (1540, 722), 118, 1, mix(p.ink, p.near, 0.1), p.paper, p.ink)
        pen.stroke([(1536, 716), (1536, 644)], 4, p.ink)
        pen.fill(smooth([(1540, 646), (1580, 682), (1540, 706)]), p.accent)


def _on_the_land(sheet: Sheet, line: list[Point]) -> None:
    """What the flood passes: forest, terraces, mulberries, the bridge and roofs, palms."""
    rng, p = sheet.rng, sheet.palette
    green = rgb("#4d7a52")
    with sheet.cut(shadow=7, dark=0.4) as pen:
        for _ in range(46):
            x = rng.uniform(-20, 250)
            foliage(
                pen,
                rng,
                (x, height_at(line, x) - rng.uniform(0, 26)),
                26,
                20,
                [mix(green, p.ink, 0.45), mix(green, p.ink, 0.1), mix(green, p.far, 0.25)],
                size=11,
            )
    with sheet.cut(shadow=6, dark=0.4, edge=0.5) as pen:
        for step in range(7):
            x, y = 340 + step * 38, height_at(line, 340 + step * 38)
            pen.fill(
                [(x - 26, y - 8), (x + 30, y - 8), (x + 30, y + 14), (x - 26, y + 6)],
                mix(rgb("#d7c95e"), green, 0.2 + 0.3 * (step % 2)),
            )
            for stalk in range(5):
                pen.stroke(
                    [(x - 20 + stalk * 11, y - 8), (x - 18 + stalk * 11, y - 22)],
                    2.2,
                    mix(rgb("#b7b04a"), green, 0.3),
                    1,
                )
        house(
            pen,
            rng,
            396,
            500,
            74,
            52,
            mix(p.paper, rgb("#c99a62"), 0.3),
            mix(p.ink, rgb("#8a6646"), 0.6),
            p.ink,
            doors=2,
        )
    with sheet.cut(shadow=6, dark=0.4) as pen:
        for x in range(600, 860, 22):
            foot = (x, height_at(line, x) - 6)
            for _ in range(3):
                tip = (x + rng.uniform(-14, 14), foot[1] - rng.uniform(26, 46))
                pen.stroke([foot, tip], 2.4, mix(green, p.ink, 0.4), 1.4)
                for _ in range(4):
                    leaf(
                        pen,
                        (x + rng.uniform(-12, 12), foot[1] - rng.uniform(14, 48)),
                        rng.uniform(0, 3.1),
                        13,
                        9,
                        mix(green, rgb("#c9c864"), rng.random() * 0.6),
                    )
    with sheet.cut(shadow=8, dark=0.4) as pen:
        for left, wide, high in (
            (872, 74, 58),
            (1046, 84, 74),
            (1124, 66, 54),
            (1182, 78, 66),
            (1254, 60, 48),
        ):
            house(
                pen,
                rng,
                left,
                height_at(line, left + wide / 2) - 2,
                wide,
                high,
                mix(p.paper, rgb("#e0b878"), rng.uniform(0.1, 0.5)),
                mix(p.accent, p.ink, rng.uniform(0.05, 0.3)),
                p.ink,
                doors=2,
            )
        for x, tall in ((1322, 120), (1370, 96), (856, 92)):
            areca(
                pen,
                rng,
                (x, height_at(line, x) - 2),
                tall,
                mix(p.ink, rgb("#8a6646"), 0.5),
                green,
                p.ink,
                lean=rng.uniform(-0.1, 0.1),
            )
        for span in range(2):
            a, b = 948 + span * 46, 994 + span * 46
            y = height_at(line, 990) - 44
            pen.stroke(bend((a, y), (b, y), -0.34), 6, mix(p.accent, p.ink, 0.35))
            for hanger in range(1, 6):
                x = a + (b - a) * hanger / 6
                pen.stroke(
                    [(x, y), (x, y - 30 * math.sin(math.pi * hanger / 6) * 0.5)],
                    2,
                    mix(p.accent, p.ink, 0.35),
                )
        pen.stroke(
            [(934, height_at(line, 990) - 44), (1050, height_at(line, 990) - 44)],
            8,
            mix(p.accent, p.ink, 0.45),
        )
        for x in (948, 994, 1040):
            pen.stroke(
                [(x, height_at(line, 990) - 44), (x, height_at(line, x) + 14)],
                9,
                mix(p.paper, p.ink, 0.45),
            )
        for x in range(1300, 1420, 16):
            tuft(pen, rng, (x, height_at(line, x) + 2), 22, mix(green, p.ink, 0.2), blades=4)


def _clocks(sheet: Sheet, line: list[Point]) -> None:
    """Four clocks on strings of light: half past five, half past ten, two and six."""
    p = sheet.palette
    for x, top, hour, minute, night in (
        (318, 316, 17, 30, False),
        (690, 380, 22, 30, True),
        (994, 440, 2, 0, True),
        (1372, 470, 6, 0, False),
    ):
        foot = height_at(line, x) - 18
        with sheet.cut(shadow=4, dark=0.3, edge=0.3) as pen:
            y = top + 62.0
            while y < foot:
                pen.stroke([(x, y), (x, min(foot, y + 9))], 3.4, p.accent)
                y += 17
        with sheet.cut(shadow=12, dark=0.45, edge=0.5) as pen:
            face = mix(p.ink, p.near, 0.3) if night else mix(p.paper, (255, 255, 255), 0.5)
            mark = p.paper if night else p.ink
            pen.disc((x, top), 60, p.accent)
            pen.disc((x, top), 52, face)
            for tick in range(12):
                angle = math.tau * tick / 12
                inner, outer = (38 if tick % 3 == 0 else 43), 48
                pen.stroke(
                    [_hand((x, top), angle, inner), _hand((x, top), angle, outer)],
                    4 if tick % 3 == 0 else 2.4,
                    mark,
                )
            pen.stroke(
                [(x, top), _hand((x, top), math.tau * ((hour % 12) + minute / 60) / 12, 26)],
                6.5,
                mark,
                4,
            )
            pen.stroke([(x, top), _hand((x, top), math.tau * minute / 60, 40)], 4.5, mark, 2.5)
            pen.disc((x, top), 5, p.accent)
            outline = ring((x, top), 56, 56)
            pen.stroke([*outline, outline[0]], 3, mix(p.accent, p.ink, 0.3))


def _hand(centre: Point, angle: float, length: float) -> Point:
    """The end of a clock hand, ``angle`` clockwise from twelve."""
    return centre[0] + math.sin(angle) * length, centre[1] - math.cos(angle) * length
