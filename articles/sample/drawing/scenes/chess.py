"""Chinese chess under the fig tree on the embankment."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..land import dash, hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, leaf
from ..waterside import ripples, sampan

KNEEL_OVER = Pose(
    hip=(-0.12, 0.24),
    lean=40,
    nod=2,
    hands=((0.33, 0.33), (0.24, 0.27)),
    feet=((-0.32, 0.02), (-0.36, 0.02)),
    elbow=(1, 1),
)
THINK = Pose(
    hip=(-0.06, 0.27),
    lean=22,
    nod=12,
    hands=((0.17, 0.52), (0.2, 0.27)),
    feet=((0.2, 0.0), (0.12, 0.0)),
    elbow=(-1, 1),
)
LOOK_ON = Pose(lean=16, nod=14, hands=((-0.1, 0.5), (-0.12, 0.49)), elbow=(1, 1))
ARMS_FOLDED = Pose(lean=8, nod=16, hands=((0.14, 0.66), (0.12, 0.62)), elbow=(1, 1))
"""The board: far left, far right, near right, near left."""
BOARD: tuple[Point, Point, Point, Point] = ((650, 596), (900, 596), (960, 664), (592, 664))


@picture(
    "co-be-danh-co-goc-sung",
    WIDE,
    Palette(rgb("#fbf0d2"), rgb("#9fc0a8"), rgb("#4f8066"), rgb("#20302e"), rgb("#c8452e")),
)
def chess(sheet: Sheet) -> None:
    """A small girl leans over the board against an old man; others look on, arms behind backs."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.far, p.paper, 0.4)), (0.3, mix(p.paper, rgb("#ffe2a0"), 0.35)), (0.5, p.paper)],
        wood=0.09,
    )
    sheet.glow((1180, 250), 620, mix(p.paper, rgb("#ffdf90"), 0.6), 0.7)
    hills(sheet, 330, 50, mix(p.far, p.paper, 0.2), mist=(p.paper, 0.7), shadow=4)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 372, 1610, 620, mix(p.far, p.paper, 0.3))
        ripples(pen, rng, (-60, 376, 1600, 540), mix(p.far, p.near, 0.4), count=110, longest=150)
        ripples(pen, rng, (-60, 376, 1600, 540), p.paper, count=90, longest=140)
    with sheet.cut(shadow=5, dark=0.35) as pen:
        sampan(pen, (1360, 440), 170, -1, mix(p.ink, p.near, 0.3), p.paper, p.ink)
        sampan(pen, (330, 416), 120, 1, mix(p.ink, p.near, 0.4), p.paper, p.ink)
    _railing(sheet)
    _tree(sheet)
    _players(sheet)


def _railing(sheet: Sheet) -> None:
    """Balusters of the embankment and its pavement, with the shade of the tree on it."""
    rng, p = sheet.rng, sheet.palette
    stone = mix(p.paper, p.near, 0.22)
    with sheet.cut(shadow=7, dark=0.35) as pen:
        pen.box(-10, 486, 1610, 508, stone)
        for x in range(-10, 1620, 44):
            post = smooth(
                [
                    (x - 8, 508),
                    (x - 13, 530),
                    (x - 5, 552),
                    (x - 9, 572),
                    (x + 9, 572),
                    (x + 5, 552),
                    (x + 13, 530),
                    (x + 8, 508),
                ]
            )
            pen.fill(post, mix(stone, p.near, 0.18))
        pen.box(-10, 570, 1610, 592, stone)
    with sheet.cut(shadow=4, dark=0.3) as pen:
        ground = mix(p.paper, rgb("#d9a777"), 0.6)
        pen.box(-10, 590, 1610, 910, ground)
        for row in range(8):
            y = 590 + 320 * (row / 8) ** 1.5
            pen.stroke([(-10, y), (1610, y)], 1.6, mix(ground, p.ink, 0.18))
            step = 90 + row * 26
            x = -40.0 + (row % 2) * step / 2
            while x < 1640:
                low = 590 + 320 * ((row + 1) / 8) ** 1.5
                pen.stroke([(x, y), (x + (x - 800) * 0.05, low)], 1.4, mix(ground, p.ink, 0.16))
                x += step
    with sheet.cut(shadow=0, edge=0, see=0.28, soft=6) as pen:
        for _ in range(90):
            x, y = rng.gauss(640, 360), rng.uniform(640, 900)
            pen.fill(ring((x, y), rng.uniform(26, 80), rng.uniform(7, 18)), mix(p.near, p.ink, 0.5))


def _tree(sheet: Sheet) -> None:
    """The trunk with its roots and clusters of figs, boughs out of the picture, hanging leaves."""
    rng, p = sheet.rng, sheet.palette
    bark = mix(p.ink, rgb("#8a6a50"), 0.55)
    with sheet.cut(shadow=14, dark=0.45) as pen:
        trunk = trace(
            "150,640 250,600 286,470 280,330 236,190 150,-20 470,-20 420,120 410,260 436,420 "
            "452,560 560,636 470,622 400,648 330,622 250,652"
        )
        pen.fill(smooth(trunk, closed=True, steps=8), bark)
        for x, tall in ((306, 560), (334, 600), (368, 590), (396, 540), (420, 500)):
            line = bend(
                (x + rng.uniform(-4, 4), 40), (x + (x - 360) * 0.5, tall), rng.uniform(-0.04, 0.04)
            )
            pen.stroke(line, 2, mix(bark, p.ink, 0.45), 5)
        for start, end, width in (
            ((420, 120), (900, -30), 66),
            ((300, 150), (-40, 60), 70),
            ((640, 60), (1120, 20), 34),
        ):
            pen.stroke(bend(start, end, -0.1), width, bark, width * 0.5)
    fig = mix(p.accent, rgb("#d98a3a"), 0.3)
    with sheet.cut(shadow=6, dark=0.4, edge=0.35) as pen:
        for cx, cy in ((300, 300), (392, 380), (330, 470), (420, 230)):
            for _ in range(9):
                x, y = cx + rng.gauss(0, 15), cy + rng.gauss(0, 16)
                pen.disc(
                    (x, y),
                    rng.uniform(7, 11),
                    mix(fig, rng.choice((p.ink, p.near)), rng.uniform(0, 0.35)),
                )
    with sheet.cut(shadow=9, dark=0.4, edge=0.25) as pen:
        shades = [
            mix(p.near, p.ink, 0.5),
            mix(p.near, p.ink, 0.15),
            mix(p.near, rgb("#d7cf6a"), 0.35),
        ]
        for x in range(-20, 1300, 84):
            drop = 60 + 46 * abs(((x * 7) % 200) / 100 - 1) - max(0, x - 700) * 0.09
            foliage(pen, rng, (x, drop - 40), 92, 62, shades, size=23, dense=0.8)
        for _ in range(34):
            x = rng.uniform(-10, 1100)
            y = rng.uniform(90, 170) - max(0, x - 700) * 0.1
            leaf(pen, (x, y), rng.uniform(1.0, 2.1), rng.uniform(26, 40), 15, rng.choice(shades))


def _board_spot(across: float, down: float) -> Point:
    (ax, ay), (bx, _), (cx, _), (dx, dy) = BOARD
    x = (ax + (bx - ax) * across) * (1 - down) + (dx + (cx - dx) * across) * down
    return x, ay * (1 - down) + dy * down


def _board(pen: Pen, p: Palette) -> None:
    """Low table, board of nine by ten lines with its river, and the men left in the game."""
    wood = mix(rgb("#d9a25c"), p.ink, 0.08)
    for x in (626, 926):
        pen.stroke([(x, 676), (x, 800)], 18, mix(wood, p.ink, 0.45))
    pen.fill(
        [
            _board_spot(-0.05, -0.1),
            _board_spot(1.05, -0.1),
            _board_spot(1.06, 1.1),
            _board_spot(-0.06, 1.1),
        ],
        wood,
    )
    (cx, cy), (dx, dy) = _board_spot(1.06, 1.1), _board_spot(-0.06, 1.1)
    pen.fill([(dx, dy), (cx, cy), (cx, cy + 20), (dx, dy + 20)], mix(wood, p.ink, 0.35))
    line = mix(wood, p.ink, 0.65)
    for file in range(9):
        t = file / 8
        pen.stroke(
            [_board_spot(0.04 + 0.92 * t, 0.04), _board_spot(0.04 + 0.92 * t, 0.96)], 1.3, line
        )
    for rank in range(10):
        t = rank / 9
        pen.stroke(
            [_board_spot(0.04, 0.04 + 0.92 * t), _board_spot(0.96, 0.04 + 0.92 * t)], 1.3, line
        )
    men: tuple[tuple[float, float, Colour], ...] = (
        (0.12, 0.4, p.accent), (0.27, 0.84, p.accent), (0.5, 0.66, p.accent), (0.38, 0.2, p.accent),
        (0.85, 0.5, p.ink), (0.73, 0.2, p.ink), (0.62, 0.88, p.ink), (0.96, 0.3, p.ink),
        (0.88, 0.8, p.ink),
    )  # fmt: skip
    for across, down, colour in sorted(men, key=lambda man: man[1]):
        x, y = _board_spot(across, down)
        pen.disc((x, y), 13, mix(wood, p.ink, 0.5), 0.52)
        pen.disc((x, y - 5), 13, mix(p.paper, wood, 0.2), 0.52)
        outline = ring((x, y - 5), 9.5, 4.9)
        pen.stroke([*outline, outline[0]], 1.6, colour)
        dash(pen, (x - 4, y - 5), (x + 5, y - 6), 3, colour)


def _players(sheet: Sheet) -> None:
    """Onlookers behind, the bench with the girl, the plastic chair with the old man."""
    p = sheet.palette
    skin, grey = rgb("#c08a60"), mix(p.paper, p.near, 0.3)

    def dress(top: Colour, bottom: Colour, hair: Colour) -> Dress:
        return Dress(top, bottom, skin, p.ink, hair_colour=hair)

    dark = mix(p.ink, p.near, 0.25)
    with sheet.cut(shadow=9, dark=0.45) as pen:
        Figure(
            pen, (884, 712), 318, -1, ARMS_FOLDED, dress(mix(p.far, p.paper, 0.3), dark, grey)
        ).draw()
        Figure(
            pen,
            (664, 706),
            312,
            1,
            LOOK_ON,
            dress(mix(p.paper, rgb("#d8b070"), 0.45), mix(dark, p.paper, 0.2), grey),
        ).draw()
        Figure(
            pen,
            (1190, 716),
            324,
            -1,
            LOOK_ON,
            Dress(
                mix(p.near, p.paper, 0.25),
                dark,
                skin,
                p.ink,
                headgear=mix(p.ink, p.far, 0.3),
                hat="cap",
                hair_colour=grey,
            ),
        ).draw()
    with sheet.cut(shadow=11, dark=0.5) as pen:
        stone = mix(p.paper, p.near, 0.32)
        pen.fill(trace("300,720 590,720 598,746 292,746"), stone)
        pen.fill(trace("336,746 384,746 378,826 342,826"), mix(stone, p.ink, 0.25))
        pen.fill(trace("508,746 556,746 550,826 514,826"), mix(stone, p.ink, 0.25))
        pen.stroke([(300, 724), (590, 724)], 3, mix(stone, (255, 255, 255), 0.5))
        blue = mix(rgb("#3f6f9a"), p.paper, 0.1)
        for a, b in (((1010, 736), (996, 842)), ((1120, 736), (1136, 842))):
            pen.stroke([a, b], 13, mix(blue, p.ink, 0.15))
        pen.fill(trace("996,716 1130,716 1138,742 988,742"), blue)
        pen.fill(trace("1112,716 1138,716 1164,566 1136,556"), mix(blue, p.ink, 0.12))
    with sheet.cut(shadow=11, dark=0.5, edge=0.35) as pen:
        Figure(
            pen,
            (1068, 842),
            408,
            -1,
            THINK,
            dress(
                mix(rgb("#8a5a3c"), p.paper, 0.12),
                mix(p.ink, p.near, 0.35),
                mix(p.paper, p.near, 0.15),
            ),
        ).draw()
    with sheet.cut(shadow=9, dark=0.5) as pen:
        _board(pen, p)
    with sheet.cut(shadow=11, dark=0.5, edge=0.35) as pen:
        Figure(
            pen,
            (510, 722),
            320,
            1,
            KNEEL_OVER,
            Dress(p.accent, dark, mix(skin, p.paper, 0.12), p.ink, hair="long"),
        ).draw()
    with sheet.cut(shadow=8, dark=0.45) as pen:
        for x, y in ((170, 806), (214, 822)):
            pen.stroke(bend((x - 46, y), (x + 46, y), 0.3), 7, mix(rgb("#c79a5a"), p.ink, 0.2))
            pen.fill(ring((x, y + 12), 44, 13), mix(rgb("#d8b070"), p.ink, 0.1))
            pen.fill(ring((x, y + 9), 37, 9), mix(p.near, p.ink, 0.45))
        pen.stroke([(80, 770), (300, 792)], 9, mix(rgb("#a8743f"), p.ink, 0.2))
