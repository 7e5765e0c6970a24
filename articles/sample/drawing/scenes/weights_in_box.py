"""Eleven weights in their velvet."""

from __future__ import annotations

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..hands import working_hand
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet


@picture(
    "hop-qua-can",
    LANDSCAPE,
    Palette(rgb("#fbe8bf"), rgb("#d6a24a"), rgb("#8e2f2c"), rgb("#28191a"), rgb("#3f6a66")),
)
def weights_in_box(sheet: Sheet) -> None:
    """A hand takes the smallest weight from the box to the pan."""
    rng, p = sheet.rng, sheet.palette
    wood = mix(rgb("#7a4e30"), p.ink, 0.2)
    sheet.wash([(0, mix(wood, p.ink, 0.25)), (0.5, wood), (1, mix(wood, p.ink, 0.35))], wood=0.3)
    sheet.glow((460, 260), 720, mix(p.paper, p.far, 0.2), 0.45)
    with sheet.cut(shadow=4, dark=0.3) as pen:
        for y in (236, 520, 806):
            pen.stroke([(-10, y), (1510, y + rng.uniform(-6, 6))], 4, mix(wood, p.ink, 0.6))
    with sheet.cut(shadow=26, dark=0.6, edge=0.35, wood=0.2) as pen:
        box = mix(rgb("#9a6438"), p.ink, 0.1)
        pen.fill(trace("120,150 900,110 930,300 110,350"), mix(box, p.ink, 0.2))
        pen.fill(trace("146,176 876,138 900,284 140,330"), mix(p.near, p.ink, 0.3))
        pen.fill(trace("96,350 946,300 990,860 70,900"), box)
        pen.fill(trace("70,900 990,860 992,906 72,950"), mix(box, p.ink, 0.4))
        pen.fill(trace("136,384 908,338 946,824 116,860"), mix(p.near, p.ink, 0.12))
        for x, y in ((230, 346), (810, 312)):
            pen.box(x - 26, y - 22, x + 26, y + 22, mix(p.far, p.ink, 0.25))
            pen.disc((x, y), 7, mix(p.far, p.ink, 0.55))
    with sheet.cut(shadow=5, dark=0.4, edge=0) as pen:
        for _ in range(260):
            x, y = rng.uniform(150, 920), rng.uniform(400, 820)
            pen.disc(
                (x, y), rng.uniform(2, 4), mix(p.near, rng.choice((p.ink, p.paper)), 0.18), 0.6
            )
    sizes = ((236, 700, 92), (432, 704, 78), (604, 706, 66), (756, 704, 56), (874, 700, 46))
    small = ((220, 500, 42), (336, 496, 36), (440, 490, 30), (534, 486, 25), (618, 480, 21))
    with sheet.cut(shadow=0, edge=0, see=0.55) as pen:
        for x, y, size in (*sizes, *small):
            pen.fill(ring((x, y + size * 0.34), size * 1.12, size * 0.62), mix(p.near, p.ink, 0.6))
        pen.fill(ring((694, 476), 20, 13), p.ink)
    for x, y, size in (*small, *sizes):
        with sheet.cut(shadow=size * 0.16 + 3, dark=0.6, edge=0.3) as pen:
            _weight(pen, (x, y), size, mix(p.far, rgb("#c98f34"), rng.uniform(0, 0.5)), p)
    brass = mix(p.far, p.paper, 0.2)
    pan: Point = (1226, 560)
    with sheet.cut(shadow=24, dark=0.6, edge=0.4) as pen:
        for side in (-150, 10, 166):
            pen.stroke(
                [(pan[0] + side, pan[1] - 6), (1240 + side * 0.12, -20)], 7, mix(p.far, p.ink, 0.45)
            )
        pen.fill(ring((pan[0], pan[1] + 16), 218, 84), mix(brass, p.ink, 0.4))
        pen.fill(ring(pan, 218, 80), brass)
        pen.fill(ring((pan[0], pan[1] + 6), 190, 64), mix(brass, p.ink, 0.2))
        pen.fill(ring((pan[0] + 16, pan[1] + 14), 158, 46), mix(brass, p.ink, 0.08))
    skin = mix(rgb("#b37a52"), p.ink, 0.05)
    with sheet.cut(shadow=9, dark=0.55, edge=0.3) as pen:
        _weight(pen, (1150, 556), 20, mix(p.far, p.paper, 0.15), p)
    with sheet.cut(shadow=24, dark=0.6, edge=0.35) as pen:
        cloth = mix(rgb("#6d4a3a"), p.ink, 0.15)
        working_hand(pen, (1560, 960), (1330, 700), (1222, 592), 132, skin, p.ink, cloth, curl=-1)
        for vein in range(3):
            line = bend(
                (1300 - vein * 22, 690 - vein * 8), (1258 - vein * 14, 632 - vein * 8), 0.16
            )
            pen.stroke(line, 4, mix(skin, p.ink, 0.2), 2)
    with sheet.cut(shadow=15, dark=0.55, edge=0.4) as pen:
        pot = mix(p.paper, (255, 255, 255), 0.3)
        pen.fill(ring((1110, 196), 104, 84), pot)
        pen.stroke(smooth(trace("1204,190 1256,168 1276,120")), 26, pot, 16)
        pen.fill(ring((1110, 128), 44, 14), mix(pot, p.ink, 0.15))
        pen.disc((1110, 108), 12, p.accent)
        pen.stroke(smooth(trace("1030,150 1020,40 1200,40 1190,150")), 11, mix(wood, p.ink, 0.3))
        pen.fill(
            smooth(
                trace("1040,210 1076,248 1140,252 1184,214 1176,240 1110,276 1050,250"), closed=True
            ),
            mix(pot, p.accent, 0.25),
        )
        for leaf in range(4):
            pen.stroke([(1076 + leaf * 22, 200), (1090 + leaf * 22, 176)], 7, p.accent, 2)
    with sheet.cut(shadow=8, dark=0.55, edge=0.3) as pen:
        for x, y, turn in ((1060, 860, 0.3), (1130, 900, -0.4), (1190, 850, 0.9)):
            nut = mix(rgb("#c98a5a"), p.near, 0.2)
            pen.fill(ring((x, y), 28, 18, turn=turn), nut)
            pen.fill(ring((x - 6, y - 5), 16, 9, turn=turn), mix(nut, p.paper, 0.3))


def _weight(pen: Pen, at: Point, size: float, brass: Colour, p: Palette) -> None:
    """A brass weight with its knob, ``size`` half as wide as it."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * size, y + py * size

    side = [spot(-0.9, -0.3), spot(-1, 0.5), spot(-0.7, 0.78), spot(0, 0.88), spot(0.7, 0.78)]
    pen.fill(smooth([*side, spot(1, 0.5), spot(0.9, -0.3)], closed=True, steps=5), brass)
    pen.fill(
        [spot(0.3, -0.3), spot(0.9, -0.3), spot(1, 0.5), spot(0.6, 0.8), spot(0.3, 0.86)],
        mix(brass, p.ink, 0.28),
    )
    pen.fill(
        [spot(-0.78, -0.2), spot(-0.56, -0.16), spot(-0.62, 0.66), spot(-0.84, 0.5)],
        mix(brass, p.paper, 0.5),
    )
    pen.fill(ring(spot(0, -0.32), size * 0.9, size * 0.32), mix(brass, p.paper, 0.25))
    pen.fill(ring(spot(0, -0.5), size * 0.26, size * 0.3), mix(brass, p.ink, 0.25))
    pen.fill(ring(spot(0, -0.86), size * 0.4, size * 0.34), brass)
    pen.fill(ring(spot(-0.1, -0.94), size * 0.2, size * 0.15), mix(brass, p.paper, 0.5))
    for mark in (-0.16, 0.08):
        pen.stroke(
            [spot(mark, 0.2), spot(mark + 0.02, 0.48)],
            max(2.0, size * 0.08),
            mix(brass, p.ink, 0.45),
        )
