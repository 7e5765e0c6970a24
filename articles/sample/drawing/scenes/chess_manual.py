"""The handwritten chess manual, seen from above."""

from __future__ import annotations

import math

from ..catalogue import UPRIGHT, picture
from ..curves import Point, bend, blob, ring, smooth, trace
from ..hands import working_hand
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..plants import leaf


@picture(
    "ky-pho-chep-tay",
    UPRIGHT,
    Palette(rgb("#f6e8c6"), rgb("#d8b47a"), rgb("#8a5f3c"), rgb("#2a2422"), rgb("#b8402c")),
)
def chess_manual(sheet: Sheet) -> None:
    """An old book of games on a striped towel; one hand lifts a leaf, a small one points."""
    rng, p = sheet.rng, sheet.palette
    wood = mix(rgb("#9c6b40"), p.ink, 0.12)
    sheet.wash([(0, mix(wood, p.paper, 0.1)), (1, mix(wood, p.ink, 0.2))], wood=0.22)
    with sheet.cut(shadow=0, edge=0, see=0.5) as pen:
        for y in (260, 560, 900, 1230):
            pen.stroke(bend((-10, y), (1210, y + 14), 0.004), 4, mix(wood, p.ink, 0.5))
    sheet.glow((360, 420), 900, mix(p.paper, rgb("#ffe7ae"), 0.5), 0.5)
    _shade(sheet)
    _towel(sheet)
    _book(sheet)
    _around(sheet)
    skin = rgb("#b98762")
    with sheet.cut(shadow=16, dark=0.5, edge=0.3) as pen:
        pen.stroke([(640, 905), (960, 1130)], 15, mix(rgb("#c9a55c"), p.ink, 0.1), 11)
        working_hand(
            pen, (1240, 1400), (1010, 1170), (935, 1105), 130, skin, p.ink, rgb("#6a5a4e"), curl=-1
        )
    with sheet.cut(shadow=16, dark=0.5, edge=0.3) as pen:
        _pointing_hand(pen, mix(skin, p.paper, 0.2), p)
    with sheet.cut(shadow=5, dark=0.35, edge=0.4) as pen:
        for x, y, turn in ((980, 250, 0.5), (1080, 330, 2.2), (150, 1380, -0.6)):
            green = mix(rgb("#5d8a5a"), rgb("#c9b64e"), rng.uniform(0.1, 0.6))
            leaf(pen, (x, y), turn, 110, 54, green)
            end = (x + math.cos(turn) * 104, y + math.sin(turn) * 104)
            pen.stroke([(x, y), end], 3, mix(green, p.ink, 0.3), 1)


def _shade(sheet: Sheet) -> None:
    """The shadow of leaves over everything that lies on the table."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=0, edge=0, see=0.2, soft=9) as pen:
        for _ in range(44):
            at = (rng.uniform(-40, 1240), rng.uniform(-40, 1540))
            leaf(pen, at, rng.uniform(0, math.tau), rng.uniform(90, 190), 70, p.ink)


def _towel(sheet: Sheet) -> None:
    """The face towel the book comes wrapped in."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=12, dark=0.4, edge=0.5) as pen:
        cloth = mix(p.paper, (255, 255, 255), 0.25)
        edge = smooth(
            trace("70,330 600,292 1140,322 1168,760 1136,1216 610,1252 84,1206 52,760"), closed=True
        )
        pen.fill(edge, cloth)
        for x in (110, 142, 1062, 1094):
            pen.stroke(bend((x, 338), (x + 8, 1206), 0.012), 13, mix(rgb("#5f8fa8"), p.paper, 0.25))
        for y in (1176, 1206, 330):
            pen.stroke(bend((96, y), (1118, y + 6), 0.014), 9, mix(rgb("#b8604c"), p.paper, 0.35))
        for _ in range(160):
            x, y = rng.uniform(80, 1130), rng.uniform(330, 1220)
            dash(pen, (x, y), (x + rng.uniform(4, 12), y + 2), 2, mix(cloth, p.near, 0.25))


def _book(sheet: Sheet) -> None:
    """Two pages of thin yellow paper: on each a board with its men, columns of small writing."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=14, dark=0.5) as pen:
        pen.fill(trace("150,408 1052,408 1066,1128 136,1128"), mix(p.near, p.ink, 0.4))
    for lift in range(4):
        with sheet.cut(shadow=4, dark=0.3, edge=0.4) as pen:
            inset = 6 - lift * 2
            tone = mix(p.paper, p.far, 0.5 - lift * 0.06)
            pen.fill(
                [(166 - inset, 402 + lift), (598, 414), (598, 1116), (152 - inset, 1110 - lift)],
                tone,
            )
            pen.fill(
                [(604, 414), (1036 + inset, 402 + lift), (1050 + inset, 1110 - lift), (604, 1116)],
                tone,
            )
    page = mix(p.paper, p.far, 0.3)
    with sheet.cut(shadow=5, dark=0.3, edge=0.4) as pen:
        pen.fill([*bend((172, 396), (598, 410), 0.03), *bend((598, 1112), (160, 1102), 0.03)], page)
        pen.fill(
            [*bend((604, 410), (1030, 396), 0.03), *bend((1042, 1102), (604, 1112), 0.03)], page
        )
        for _ in range(46):
            spot = (rng.uniform(180, 1020), rng.uniform(420, 1090))
            pen.fill(ring(spot, rng.uniform(3, 16), rng.uniform(2, 9)), mix(page, p.near, 0.14))
        for shade in range(8):
            pen.stroke(
                [(592 - shade * 5, 412), (592 - shade * 5, 1112)],
                5,
                mix(page, p.near, 0.3 - shade * 0.035),
            )
            pen.stroke(
                [(610 + shade * 5, 412), (610 + shade * 5, 1112)],
                5,
                mix(page, p.near, 0.3 - shade * 0.035),
            )
    with sheet.ink(slip=(1, 1), worn=0.3) as pen:
        _diagram(pen, (212, 450), 330, 300, p, ((1, 2), (4, 7), (6, 4), (2, 8), (7, 1)))
        _diagram(pen, (656, 450), 330, 300, p, ((0, 1), (4, 4), (5, 8), (8, 6), (3, 2)))
        for left in (206, 650):
            for column in range(8):
                x = left + 322 - column * 44
                y = 806.0
                while y < 1040 - (column % 3) * 46:
                    _sign(sheet, pen, (x, y), 19, p.accent if column == 0 else p.ink)
                    y += 31
    with sheet.cut(shadow=16, dark=0.45, edge=0.5) as pen:
        corner = smooth([(604, 1112), (604, 900), (640, 860), (700, 894), (830, 980), (1042, 1102)])
        pen.fill([*corner, (820, 1116)], mix(p.paper, (255, 255, 255), 0.15))
        pen.stroke(
            smooth([(640, 862), (700, 896), (830, 982), (1040, 1100)]), 3, mix(page, p.near, 0.4)
        )


def _diagram(
    pen: Pen, at: Point, wide: float, high: float, p: Palette, men: tuple[tuple[int, int], ...]
) -> None:
    """A board of nine files and ten ranks; of the men every second is red."""
    ink = mix(p.ink, p.near, 0.25)
    file, rank = wide / 8, high / 9
    for number in range(9):
        x = at[0] + number * file
        if number in (0, 8):
            pen.stroke([(x, at[1]), (x, at[1] + high)], 3, ink)
        else:
            pen.stroke([(x, at[1]), (x, at[1] + rank * 4)], 2, ink)
            pen.stroke([(x, at[1] + rank * 5), (x, at[1] + high)], 2, ink)
    for number in range(10):
        y = at[1] + number * rank
        pen.stroke([(at[0], y), (at[0] + wide, y)], 2, ink)
    for top in (0, 7):
        for slope in (0, 2):
            start = (at[0] + (3 + slope) * file, at[1] + top * rank)
            end = (at[0] + (5 - slope) * file, at[1] + (top + 2) * rank)
            pen.stroke([start, end], 2, ink)
    for number, (column, row) in enumerate(men):
        centre = (at[0] + column * file, at[1] + row * rank)
        colour = p.accent if number % 2 else p.ink
        pen.disc(centre, 16, mix(p.paper, p.far, 0.2))
        outline = ring(centre, 15, 15)
        pen.stroke([*outline, outline[0]], 3, colour)
        dash(pen, (centre[0] - 8, centre[1] - 3), (centre[0] + 8, centre[1] - 4), 4, colour)
        dash(pen, (centre[0], centre[1] - 9), (centre[0] + 1, centre[1] + 9), 4, colour)


def _sign(sheet: Sheet, pen: Pen, at: Point, size: float, ink: Colour) -> None:
    """A few strokes of the brush that pass for a word of the old script."""
    rng = sheet.rng
    for _ in range(rng.randint(3, 5)):
        x, y = at[0] + rng.uniform(-0.4, 0.2) * size, at[1] + rng.uniform(-0.4, 0.4) * size
        if rng.random() < 0.55:
            dash(pen, (x, y), (x + size * rng.uniform(0.4, 0.8), y - 2), 3.2, ink)
        else:
            dash(pen, (x, y), (x - rng.uniform(-3, 5), y + size * rng.uniform(0.3, 0.7)), 3.2, ink)


def _around(sheet: Sheet) -> None:
    """A cup of tea, bottle caps laid out as men, two real men beside them."""
    p = sheet.palette
    with sheet.cut(shadow=12, dark=0.45, edge=0.5) as pen:
        pen.disc((196, 170), 96, mix(p.paper, rgb("#8fb0a8"), 0.3))
        pen.disc((196, 170), 82, mix(p.paper, (255, 255, 255), 0.4))
        pen.disc((196, 170), 68, mix(rgb("#8aa04e"), p.near, 0.35))
        pen.disc((174, 148), 16, mix(p.paper, rgb("#8aa04e"), 0.5), 0.6)
    tins = ("#b8402c", "#3f6b93", "#c9a23a", "#b8402c", "#5d8a5a", "#3f6b93", "#c9a23a")
    with sheet.cut(shadow=7, dark=0.45, edge=0.5) as pen:
        for number, code in enumerate(tins):
            x, y = 420 + number * 82, 176 + (number % 2) * 34
            for tooth in range(20):
                angle = math.tau * tooth / 20
                pen.disc(
                    (x + math.cos(angle) * 28, y + math.sin(angle) * 28),
                    5,
                    mix(rgb(code), p.ink, 0.2),
                )
            pen.disc((x, y), 28, rgb(code))
            pen.disc((x, y), 19, mix(rgb(code), p.paper, 0.3))
    with sheet.cut(shadow=10, dark=0.5, edge=0.5) as pen:
        for x, y, colour in ((250, 1352, p.accent), (372, 1402, p.ink)):
            pen.disc((x, y), 52, mix(rgb("#c9965a"), p.ink, 0.12))
            pen.disc((x, y), 43, mix(rgb("#e2b87c"), p.paper, 0.2))
            outline = ring((x, y), 36, 36)
            pen.stroke([*outline, outline[0]], 4, colour)
            dash(pen, (x - 20, y - 10), (x + 20, y - 12), 8, colour)
            dash(pen, (x, y - 24), (x + 2, y + 24), 8, colour)
            dash(pen, (x - 16, y + 10), (x + 18, y + 8), 7, colour)


def _pointing_hand(pen: Pen, skin: Colour, p: Palette) -> None:
    """A child's hand from the left, one finger on a man of the first board."""
    shade = mix(skin, p.ink, 0.2)
    pen.stroke([(-30, 1060), (150, 900)], 92, skin, 70)
    pen.stroke([(-60, 1090), (64, 978)], 132, p.accent, 112)
    pen.stroke([(30, 946), (98, 1016)], 13, mix(p.accent, p.ink, 0.3))
    pen.fill(blob("120,880 180,826 238,816 262,846 232,900 176,946 132,950"), skin)
    pen.stroke(smooth([(226, 826), (282, 770), (330, 716)]), 34, skin, 23)
    pen.disc((326, 721), 8, mix(skin, (255, 235, 215), 0.5))
    for start, tip in (
        ((246, 842), (282, 838)),
        ((236, 872), (272, 874)),
        ((214, 902), (248, 908)),
    ):
        pen.stroke([start, tip], 34, mix(skin, p.ink, 0.05), 28)
        pen.stroke([(start[0] + 4, start[1] - 15), (tip[0] - 2, tip[1] - 13)], 3, shade)
    pen.stroke(smooth([(158, 852), (196, 806), (236, 796)]), 33, mix(skin, p.ink, 0.03), 25)
