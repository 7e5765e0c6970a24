"""Morning above the clouds of Khe Lim."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, smooth, trace
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Haze, Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import bamboo, foliage, tuft
from ..sky import birds, cloud_bank, mist_band

GAZE = Pose(lean=2, nod=-4, hands=((0.17, 0.62), (0.19, 0.6)), elbow=(1, 1))
REST = Pose(lean=12, nod=2, hands=((0.24, 0.55), (0.22, 0.53)), feet=((0.06, 0), (-0.08, 0)))


@picture(
    "may-khe-lim",
    WIDE,
    Palette(rgb("#fff1dc"), rgb("#f2b79a"), rgb("#5f7f92"), rgb("#1d3140"), rgb("#c1452f")),
)
def cloud_sea(sheet: Sheet) -> None:
    """Peaks and a few roofs float on cloud at sunrise; two people look on from a stilt house."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.paper, 0.35)),
            (0.2, mix(p.far, p.paper, 0.35)),
            (0.42, mix(p.paper, rgb("#ffe3a8"), 0.5)),
            (0.6, p.paper),
        ],
        wood=0.1,
    )
    sun = (1030, 300)
    sheet.glow(sun, 620, mix(p.paper, (255, 255, 255), 0.5), 0.85)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc(sun, 62, mix(p.paper, (255, 255, 255), 0.7))
    white = mix(p.paper, (255, 255, 255), 0.6)
    hills(sheet, 330, 120, mix(p.near, p.far, 0.6), mist=(p.paper, 0.95), shadow=4, rough=0.52)
    hills(sheet, 410, 110, mix(p.near, p.far, 0.35), mist=(p.paper, 0.95), shadow=5, rough=0.5)
    mist_band(sheet, 380, 500, 620, white, 0.75)
    _clouds(sheet, 505, 60, mix(white, p.far, 0.22), 9)
    _peak(sheet, trace("520,640 640,520 720,446 772,424 840,470 930,540 1080,640"), 0.15)
    _clouds(sheet, 575, 66, mix(white, p.far, 0.12), 8)
    _village(sheet)
    _clouds(sheet, 660, 74, mix(white, p.far, 0.05), 7)
    _peak(sheet, trace("1180,800 1290,690 1370,620 1440,566 1530,520 1660,470"), 0.5)
    _clouds(sheet, 752, 84, mix(white, p.far, 0.1), 6)
    _clouds(sheet, 852, 80, white, 5)
    with sheet.cut(shadow=2, dark=0.2, edge=0) as pen:
        birds(pen, rng, (1330, 250), 70, 7, 16, mix(p.near, p.ink, 0.5))
    _near_slope(sheet)


def _clouds(
    sheet: Sheet, base: float, high: float, colour: tuple[int, int, int], count: int
) -> None:
    """A rank of banks across the sheet and the even floor below them."""
    rng = sheet.rng
    with sheet.cut(shadow=15, dark=0.24, edge=0.6) as pen:
        pen.box(-10, base - high * 0.06, 1610, 910, colour)
        step = 1800 / count
        for bank in range(count):
            left = -140 + bank * step + rng.uniform(-50, 50)
            cloud_bank(
                pen,
                rng,
                left,
                left + step * rng.uniform(0.8, 1.25),
                base + rng.uniform(0, 14),
                high * rng.uniform(0.6, 1.1),
                colour,
            )


def _peak(sheet: Sheet, crest: list[Point], depth: float) -> None:
    """A wooded hill that rises out of the cloud, its foot lost in it."""
    rng, p = sheet.rng, sheet.palette
    green = mix(mix(p.near, rgb("#4d7a58"), 0.6), p.ink, depth * 0.5)
    line = smooth(crest)
    top = min(y for _, y in line)
    with sheet.cut(shadow=7, dark=0.3, haze=Haze(p.paper, top + 20, top + 190, 0.85)) as pen:
        pen.fill([*line, (line[-1][0], 900), (line[0][0], 900)], green)
        for x, y in line[::2]:
            for _ in range(3):
                foliage(
                    pen,
                    rng,
                    (x + rng.uniform(-14, 14), y + rng.uniform(4, 90)),
                    rng.uniform(14, 26),
                    rng.uniform(10, 18),
                    [mix(green, p.ink, 0.35), mix(green, p.ink, 0.1), mix(green, p.far, 0.25)],
                    size=9,
                    dense=0.8,
                )


def _village(sheet: Sheet) -> None:
    """Roofs of the upper hamlet, standing in cloud to their eaves, smoke from one."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=0, edge=0, see=0.5, soft=5) as pen:
        plume = smooth(trace("1052,560 1060,520 1044,486 1062,450 1050,420"))
        pen.stroke(plume, 10, mix(p.paper, p.near, 0.2), 34)
    with sheet.cut(shadow=6, dark=0.3, edge=0.45) as pen:
        for x, y, wide in (
            (1000, 604, 116),
            (1128, 628, 138),
            (884, 636, 122),
            (700, 604, 104),
            (764, 640, 126),
        ):
            thatch = mix(mix(p.ink, rgb("#8a6040"), 0.65), p.far, rng.uniform(0.1, 0.3))
            pen.fill(
                [
                    (x - wide * 0.38, y),
                    (x - wide * 0.38, y + 60),
                    (x + wide * 0.38, y + 60),
                    (x + wide * 0.38, y),
                ],
                mix(thatch, p.paper, 0.2),
            )
            pen.box(x - 12, y + 4, x + 10, y + 40, rgb("#ffd27a"))
            _thatch(pen, x, y, wide, thatch, mix(thatch, p.ink, 0.4))


def _thatch(
    pen: Pen,
    x: float,
    y: float,
    wide: float,
    light: tuple[int, int, int],
    dark: tuple[int, int, int],
) -> None:
    """A steep hipped roof; ``y`` is its eaves."""
    pen.fill(
        [
            (x - wide / 2, y + 6),
            (x - wide * 0.24, y - wide * 0.4),
            (x + wide * 0.24, y - wide * 0.4),
            (x + wide / 2, y + 6),
        ],
        light,
    )
    for straw in range(-9, 10):
        share = straw / 9
        dash(
            pen,
            (x + share * wide * 0.23, y - wide * 0.38),
            (x + share * wide * 0.48, y + 5),
            1.8,
            dark,
        )
    pen.stroke([(x - wide * 0.25, y - wide * 0.4), (x + wide * 0.25, y - wide * 0.4)], 6, dark)


def _near_slope(sheet: Sheet) -> None:
    """The slope we stand on, with the house, its veranda and the two people."""
    rng, p = sheet.rng, sheet.palette
    green = mix(rgb("#3f6a4c"), p.ink, 0.3)
    slope = smooth(trace("-40,700 120,728 300,762 520,812 760,862 1000,912"))
    with sheet.cut(shadow=14, dark=0.4) as pen:
        pen.fill([*slope, (-40, 920)], green)
        for _ in range(150):
            x = rng.uniform(-20, 960)
            y = 716 + max(0, x) * 0.19 + rng.uniform(8, 90)
            tuft(
                pen,
                rng,
                (x, y),
                rng.uniform(16, 44),
                mix(green, rng.choice((p.ink, p.far)), rng.uniform(0.1, 0.45)),
                blades=6,
            )
    wood, pale = mix(p.ink, rgb("#7a5236"), 0.6), mix(rgb("#a87a4e"), p.far, 0.2)
    with sheet.cut(shadow=10, dark=0.45) as pen:
        for x in (46, 150, 262, 372, 474):
            pen.stroke([(x, 596), (x, 756 + x * 0.12)], 15, wood)
        pen.fill(trace("-20,586 500,586 508,612 -20,612"), pale)
        for x in range(-10, 506, 22):
            pen.stroke([(x, 588), (x, 610)], 1.6, wood)
        pen.box(-20, 428, 300, 588, mix(pale, p.ink, 0.28))
        for x in range(-12, 300, 15):
            pen.stroke([(x, 430), (x, 586)], 2, mix(pale, p.ink, 0.5))
        pen.box(146, 464, 232, 588, mix(p.ink, p.accent, 0.12))
        pen.box(24, 478, 104, 548, mix(p.ink, p.accent, 0.12))
    with sheet.cut(shadow=8, dark=0.4, edge=0.5) as pen:
        skin = mix(rgb("#b57e55"), p.ink, 0.12)
        Figure(
            pen,
            (352, 588),
            178,
            1,
            GAZE,
            Dress(
                p.accent,
                p.ink,
                skin,
                p.ink,
                hair="bun",
                headgear=mix(p.ink, p.near, 0.3),
                hat="scarf",
            ),
        ).draw(lambda near, far: pen.disc(((near[0] + far[0]) / 2 + 6, near[1] - 4), 8, p.paper))
        Figure(
            pen,
            (442, 588),
            188,
            1,
            REST,
            Dress(mix(p.near, p.paper, 0.15), mix(p.ink, p.near, 0.3), skin, p.ink),
        ).draw()
        for x in range(318, 510, 32):
            pen.stroke([(x, 588), (x, 524)], 6, wood)
        pen.stroke([(306, 522), (512, 522)], 8, wood)
        pen.stroke([(306, 556), (512, 556)], 5, wood)
    with sheet.cut(shadow=12, dark=0.45, edge=0.4) as pen:
        thatch = mix(rgb("#6d5238"), p.ink, 0.25)
        pen.fill(trace("-40,250 196,250 372,456 -40,456"), thatch)
        for _ in range(420):
            t = rng.random()
            x = rng.uniform(-40, 196 + 176 * t)
            y = 250 + 206 * t
            dash(
                pen,
                (x, y - 18),
                (x + 8, y + 20),
                3,
                mix(thatch, rng.choice((p.ink, p.far)), rng.uniform(0.1, 0.4)),
            )
        pen.stroke([(-40, 252), (202, 250)], 16, mix(thatch, p.ink, 0.4))
        pen.stroke([(-40, 457), (374, 457)], 7, mix(thatch, p.ink, 0.4))
    with sheet.cut(shadow=10, dark=0.4) as pen:
        for x, tall in ((560, 470), (604, 380)):
            bamboo(pen, rng, (x, 850), tall, mix(green, p.far, 0.15), p.ink, lean=0.1)
