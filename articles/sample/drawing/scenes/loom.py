"""Silk: the loom by the window."""

from __future__ import annotations

from ..catalogue import UPRIGHT, picture
from ..curves import bend, smooth, trace
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage


@picture(
    "khung-cui-ba-sau",
    UPRIGHT,
    Palette(rgb("#f5ead0"), rgb("#a8b3ba"), rgb("#6b4a34"), rgb("#231714"), rgb("#b02e24")),
)
def the_loom(sheet: Sheet) -> None:
    """Light falls in bars through the window on the warp; an old woman weaves."""
    rng, p = sheet.rng, sheet.palette
    wall, wood = mix(p.near, p.ink, 0.62), mix(p.near, p.accent, 0.08)
    sheet.wash(
        [(0, mix(wall, p.ink, 0.4)), (0.5, wall), (0.78, mix(wall, p.near, 0.25))], wood=0.35
    )
    left, top, right, bottom = 90, 120, 520, 640
    with sheet.cut(shadow=10) as pen:
        pen.box(left - 34, top - 34, right + 34, bottom + 34, wood)
        pen.box(left, top, right, bottom, mix(p.paper, (255, 255, 255), 0.3))
    with sheet.cut(shadow=6, see=0.85) as pen:
        foliage(
            pen,
            rng,
            (left + 170, bottom - 70),
            96,
            56,
            [mix(p.far, p.paper, 0.35), mix(p.far, p.paper, 0.6)],
            size=30,
        )
        areca(
            pen,
            rng,
            (right - 150, bottom),
            330,
            mix(p.far, p.paper, 0.4),
            mix(p.far, p.paper, 0.25),
            p.far,
        )
    with sheet.cut(shadow=8) as pen:
        for bar in range(7):
            x = left + bar * (right - left) / 6
            pen.box(x - 11, top - 6, x + 11, bottom + 6, mix(wood, p.ink, 0.25))
        pen.box(
            left - 4,
            (top + bottom) / 2 - 11,
            right + 4,
            (top + bottom) / 2 + 11,
            mix(wood, p.ink, 0.25),
        )
    with sheet.cut(shadow=6) as pen:
        floor = mix(p.near, p.far, 0.22)
        pen.box(-10, 1250, 1210, 1510, mix(floor, p.ink, 0.35))
        for plank in range(9):
            pen.stroke(
                [(-10, 1254 + plank * plank * 4.2), (1210, 1254 + plank * plank * 4.2)],
                2.5,
                mix(floor, p.ink, 0.7),
            )
    with sheet.cut(shadow=14, dark=0.6) as pen:
        for x in (200, 760):
            pen.box(x + 40, 560, x + 76, 1290, mix(wood, p.ink, 0.55))
        pen.box(170, 590, 840, 630, mix(wood, p.ink, 0.5))
    silk = mix(p.paper, (255, 255, 255), 0.2)
    with sheet.cut(shadow=12, dark=0.5) as pen:
        pen.fill(trace("210,846 250,866 842,986 800,1044 196,908"), mix(silk, p.far, 0.35))
        for thread in range(44):
            t = thread / 43
            start = (244 - 46 * t, 852 + 52 * t)
            end = (846 - 44 * t, 982 + 60 * t)
            pen.stroke([start, end], 3.2, mix(silk, p.far, 0.1 + 0.25 * (thread % 2)))
        cloth = trace("640,932 846,976 800,1044 592,994")
        pen.fill(cloth, silk)
        for band in range(7):
            t = 0.1 + band * 0.125
            a = (640 + 206 * t, 932 + 44 * t)
            b = (592 + 208 * t, 994 + 50 * t)
            pen.stroke([a, b], 9 if band % 3 == 0 else 4, p.accent)
    for bar in range(6):
        t = bar / 5
        start = (left + 40 + t * 350, 300)
        sheet.beam(start, 1.06, 0.042, 1040, mix(p.paper, (255, 240, 200), 0.4), 0.62)
    with sheet.cut(shadow=12, dark=0.6) as pen:
        for frame, lift in ((430, -14), (486, 10)):
            pen.fill(
                [
                    (frame - 8, 640),
                    (frame + 8, 640),
                    (frame + 8, 1000 + lift),
                    (frame - 8, 1000 + lift),
                ],
                mix(wood, p.paper, 0.1),
            )
            pen.fill(
                [
                    (frame - 46, 800 + lift),
                    (frame + 44, 760 + lift),
                    (frame + 44, 782 + lift),
                    (frame - 46, 822 + lift),
                ],
                mix(wood, p.paper, 0.12),
            )
            pen.fill(
                [
                    (frame - 50, 1000 + lift),
                    (frame + 26, 950 + lift),
                    (frame + 26, 972 + lift),
                    (frame - 50, 1022 + lift),
                ],
                mix(wood, p.paper, 0.12),
            )
        pen.fill(trace("632,650 654,650 630,1046 604,1046"), mix(wood, p.paper, 0.22))
        pen.fill(trace("560,1000 690,930 690,958 560,1030"), mix(wood, p.paper, 0.22))
    with sheet.cut(shadow=16, dark=0.65) as pen:
        pen.stroke([(186, 862), (258, 900)], 54, wood)
        pen.stroke([(776, 1050), (868, 976)], 56, mix(wood, p.paper, 0.08))
        for x, low in ((150, 1360), (720, 1390)):
            pen.box(x, 600, x + 46, low, wood)
            pen.box(x, 600, x + 12, low, mix(wood, p.paper, 0.22))
        pen.box(130, 626, 800, 672, mix(wood, p.paper, 0.06))
        pen.fill(trace("130,1160 800,1190 800,1232 130,1202"), mix(wood, p.ink, 0.15))
    _weaver(sheet, wood)
    for bar in range(6):
        start = (left + 40 + bar / 5 * 350, 300)
        sheet.beam(start, 1.06, 0.03, 1120, mix(p.paper, (255, 240, 200), 0.5), 0.34)


def _weaver(sheet: Sheet, wood: tuple[int, int, int]) -> None:
    """The old woman on her bench, shuttle in hand, the red thread across the cloth."""
    p = sheet.palette
    pose = Pose(
        hip=(-0.02, 0.33),
        lean=17,
        nod=12,
        hands=((0.27, 0.41), (0.33, 0.45)),
        feet=((0.3, 0.02), (0.22, 0.0)),
        breadth=0.09,
    )
    dress = Dress(
        mix(p.far, rgb("#5c7489"), 0.6),
        mix(p.ink, p.near, 0.2),
        mix(rgb("#b9835c"), p.ink, 0.05),
        p.ink,
        None,
        "",
        "bun",
        hair_colour=mix(p.far, p.paper, 0.45),
    )
    with sheet.cut(shadow=18, dark=0.65, edge=0.45) as pen:
        pen.box(850, 1200, 1120, 1238, wood)
        pen.box(880, 1236, 916, 1440, mix(wood, p.ink, 0.3))
        pen.box(1060, 1236, 1096, 1440, mix(wood, p.ink, 0.3))
        figure = Figure(pen, (1000, 1430), 830, -1, pose, dress)
        figure.draw()
        hand = figure.spot(pose.hands[0])
        pen.fill(
            smooth(
                [
                    (hand[0] - 70, hand[1] + 6),
                    (hand[0] - 10, hand[1] - 14),
                    (hand[0] + 50, hand[1] - 4),
                    (hand[0] - 6, hand[1] + 16),
                ],
                closed=True,
            ),
            mix(wood, p.paper, 0.3),
        )
        pen.stroke(bend((hand[0] - 60, hand[1] + 4), (602, 1012), -0.08, steps=20), 5, p.accent)
        pen.disc(hand, 19, dress.skin)
