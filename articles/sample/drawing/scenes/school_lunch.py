"""Lunch is ladled out at a school."""

from __future__ import annotations

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, blob, ring, smooth, trace
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import banana, foliage


@picture(
    "bua-trua-ban-tru",
    LANDSCAPE,
    Palette(rgb("#fbf3df"), rgb("#f0b65c"), rgb("#3f8f8a"), rgb("#23313a"), rgb("#d2573c")),
)
def serving_lunch(sheet: Sheet) -> None:
    """Two cooks behind the counter with steaming pots; a row of children with trays."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(p.paper, p.far, 0.16)
    sheet.wash([(0, mix(wall, p.near, 0.12)), (1, wall)], wood=0.07)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        for row in range(7):
            for column in range(21):
                x, y = -20 + column * 76, 300 + row * 66
                tile = mix(mix(p.near, p.paper, 0.55), p.paper, rng.uniform(0, 0.25))
                pen.box(x, y, x + 72, y + 62, tile)
    with sheet.cut(shadow=9) as pen:
        pen.box(60, 60, 520, 268, mix(p.near, p.ink, 0.15))
        pen.box(82, 82, 498, 246, mix(rgb("#bfe0dd"), p.paper, 0.3))
    with sheet.cut(shadow=3, see=0.9) as pen:
        banana(pen, rng, (400, 250), 165, rgb("#7fae62"), mix(p.near, p.ink, 0.2))
        foliage(
            pen,
            rng,
            (180, 240),
            110,
            50,
            [mix(p.near, p.ink, 0.1), rgb("#7fae62"), rgb("#b7cf86")],
            size=20,
        )
        pen.box(60, 246, 560, 276, mix(p.near, p.ink, 0.15))
    with sheet.cut(shadow=6) as pen:
        for x in (71, 290, 509):
            pen.box(x - 9, 62, x + 9, 268, mix(p.near, p.ink, 0.1))
    _shelf_and_board(sheet)
    with sheet.cut(shadow=8, dark=0.35) as pen:
        floor = mix(p.far, p.paper, 0.55)
        pen.fill(trace("-10,846 1510,846 1510,1010 -10,1010"), floor)
        for column in range(-4, 24):
            x = 750 + (column - 9.5) * 92
            pen.stroke([(x, 846), (750 + (x - 750) * 1.5, 1010)], 2.5, mix(floor, p.ink, 0.15))
        for y in (872, 914, 974):
            pen.stroke([(-10, y), (1510, y)], 2.5, mix(floor, p.ink, 0.15))
    _cooks(sheet)
    _counter(sheet)
    for x, top in ((824, 350), (930, 340), (1196, 350), (1296, 330)):
        with sheet.cut(shadow=0, edge=0, see=0.55, soft=13) as pen:
            pen.stroke(
                smooth([(x, 536), (x + 26, 470), (x - 18, 400), (x + 12, top)]),
                52,
                (255, 255, 255),
                12,
            )
    _children(sheet)


def _shelf_and_board(sheet: Sheet) -> None:
    """A shelf of bowls and ladles, and the board with the day's dishes drawn on it."""
    p = sheet.palette
    with sheet.cut(shadow=8, dark=0.4, edge=0.35) as pen:
        pen.box(640, 190, 1100, 206, rgb("#b9824e"))
        for number in range(7):
            x = 690 + number * 60
            for stack in range(3 + number % 2):
                y = 186 - stack * 13
                pen.fill(
                    smooth([(x - 24, y - 14), (x - 15, y), (x + 15, y), (x + 24, y - 14)]),
                    mix(p.paper, (255, 255, 255), 0.4 + 0.1 * (stack % 2)),
                )
                pen.stroke([(x - 24, y - 14), (x + 24, y - 14)], 3, p.near)
        for number in range(5):
            x = 700 + number * 84
            pen.stroke([(x, 206), (x, 272)], 5, mix(p.ink, p.paper, 0.35))
            pen.disc((x, 284), 17, mix(p.ink, p.paper, 0.45), 0.8)
        pen.box(1150, 60, 1450, 280, rgb("#b9824e"))
        pen.box(1166, 76, 1434, 264, mix(p.near, p.ink, 0.6))
    chalk = mix(p.paper, (255, 255, 255), 0.5)
    with sheet.ink(slip=(0, 0), worn=0.35, see=0.95) as pen:
        fish = smooth(trace("1190,140 1220,120 1262,140 1220,160"), closed=True)
        pen.stroke([*fish, fish[0]], 4, chalk)
        pen.stroke([(1258, 140), (1280, 124), (1280, 156), (1258, 140)], 4, chalk)
        for leaf_x in (1320, 1344, 1368):
            pen.stroke(
                smooth([(1344, 164), (leaf_x, 140), (1344 + (leaf_x - 1344) * 1.6, 116)]),
                5,
                mix(chalk, rgb("#9fd08a"), 0.6),
            )
        pen.stroke(
            smooth(trace("1200,232 1216,206 1250,200 1276,216")), 12, mix(chalk, p.far, 0.8), 6
        )
        for row in range(3):
            pen.stroke([(1310, 206 + row * 20), (1404 - row * 22, 206 + row * 20)], 4, chalk)


def _cooks(sheet: Sheet) -> None:
    """The head cook ladles, another hands a bowl across."""
    p = sheet.palette
    ladle = Pose(lean=8, nod=12, hands=((0.3, 0.58), (0.2, 0.5)), feet=((0.04, 0), (-0.04, 0)))
    give = Pose(lean=10, nod=8, hands=((0.32, 0.6), (0.3, 0.58)), feet=((0.04, 0), (-0.04, 0)))
    cap = mix(p.paper, (255, 255, 255), 0.6)
    with sheet.cut(shadow=13, dark=0.45, edge=0.4) as pen:
        for x, pose, top in ((1330, ladle, p.accent), (980, give, mix(p.near, p.ink, 0.1))):
            dress = Dress(top, mix(p.ink, p.near, 0.3), rgb("#bf8355"), p.ink, cap, "scarf")
            figure = Figure(pen, (x, 900), 580, -1, pose, dress)
            hand = figure.spot(pose.hands[0])
            if pose is ladle:
                pen.stroke(
                    [(hand[0] + 10, hand[1] - 40), (hand[0] - 34, hand[1] + 60)],
                    8,
                    mix(p.ink, p.paper, 0.4),
                )
            figure.draw()
            if pose is give:
                bowl(pen, (hand[0] - 12, hand[1] - 8), 36, cap, p.near, mix(p.far, p.paper, 0.3))


def bowl(pen: Pen, at: Point, size: float, ware: Colour, rim: Colour, inside: Colour) -> None:
    """A bowl, ``at`` the middle of its mouth, ``size`` half its width."""
    x, y = at
    pen.fill(
        smooth(
            [
                (x - size, y),
                (x - size * 0.6, y + size * 0.75),
                (x + size * 0.6, y + size * 0.75),
                (x + size, y),
            ]
        ),
        ware,
    )
    pen.fill(ring((x, y), size, size * 0.26), rim)
    pen.fill(ring((x, y), size * 0.86, size * 0.19), inside)


def _counter(sheet: Sheet) -> None:
    """The tiled counter with two big pots, a basin of rice and bananas."""
    p = sheet.palette
    with sheet.cut(shadow=15, dark=0.5, edge=0.4) as pen:
        pen.fill(trace("700,632 1520,632 1520,674 680,674"), mix(p.paper, (255, 255, 255), 0.3))
        pen.box(690, 674, 1520, 900, mix(p.near, p.ink, 0.08))
        for row in range(3):
            for column in range(12):
                x, y = 700 + column * 72, 686 + row * 68
                pen.box(
                    x, y, x + 66, y + 62, mix(p.near, p.paper, 0.08 + 0.1 * ((row + column) % 2))
                )
    with sheet.cut(shadow=12, dark=0.5, edge=0.5) as pen:
        steel = mix(p.ink, p.paper, 0.62)
        for x, fill in ((880, rgb("#9cc27a")), (1240, mix(p.accent, p.far, 0.4))):
            pen.fill(
                smooth(trace(f"{x - 96},552 {x - 92},640 {x + 92},640 {x + 96},552"), steps=3),
                steel,
            )
            pen.fill(
                trace(f"{x - 96},552 {x - 50},552 {x - 52},640 {x - 92},640"),
                mix(steel, p.ink, 0.2),
            )
            pen.fill(
                trace(f"{x + 40},552 {x + 62},552 {x + 58},640 {x + 38},640"),
                mix(steel, (255, 255, 255), 0.5),
            )
            pen.fill(ring((x, 552), 98, 22), mix(steel, p.ink, 0.25))
            pen.fill(ring((x, 553), 86, 16), fill)
            for side in (-1, 1):
                pen.stroke(
                    smooth([(x + side * 94, 580), (x + side * 118, 586), (x + side * 94, 604)]),
                    8,
                    mix(steel, p.ink, 0.35),
                )
        pen.fill(blob("1000,600 1130,600 1112,642 1018,642"), mix(p.accent, p.paper, 0.25))
        pen.fill(
            blob("1006,600 1040,576 1090,574 1124,600 1066,612"), mix(p.paper, (255, 255, 255), 0.7)
        )
        for number in range(4):
            pen.stroke(
                smooth(
                    [
                        (1384 + number * 20, 590),
                        (1378 + number * 22, 616),
                        (1396 + number * 22, 640),
                    ]
                ),
                19,
                rgb("#efc94c"),
                9,
            )


def _children(sheet: Sheet) -> None:
    """Five pupils, small to tall, the last one turned round to talk."""
    p = sheet.palette
    white = mix(p.paper, (255, 255, 255), 0.7)
    hold = Pose(lean=0, nod=-4, hands=((0.22, 0.55), (0.24, 0.54)), feet=((0.05, 0), (-0.04, 0)))
    walk = Pose(lean=3, nod=-8, hands=((0.24, 0.56), (0.25, 0.55)), feet=((0.12, 0), (-0.1, 0.01)))
    cast = (
        (580, 350, 1, walk, white, "short"),
        (430, 330, 1, hold, white, "long"),
        (290, 366, -1, hold, mix(p.far, p.paper, 0.4), "bun"),
        (160, 340, 1, hold, white, "short"),
        (40, 360, 1, walk, white, "long"),
    )
    with sheet.cut(shadow=14, dark=0.5, edge=0.45) as pen:

        def tray(near: Point, far: Point) -> None:
            x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 4
            pen.fill(
                trace(f"{x - 46},{y - 10} {x + 46},{y - 10} {x + 54},{y + 6} {x - 54},{y + 6}"),
                mix(p.far, p.accent, 0.25),
            )
            pen.box(x - 54, y + 6, x + 54, y + 12, mix(p.accent, p.ink, 0.2))
            bowl(pen, (x - 18, y - 16), 19, white, p.near, mix(p.far, p.paper, 0.5))
            bowl(pen, (x + 22, y - 14), 16, white, p.near, rgb("#9cc27a"))

        for x, tall, face, pose, top, hair in cast:
            dress = Dress(
                top,
                mix(rgb("#34558a"), p.ink, 0.2),
                rgb("#c08a5c"),
                p.ink,
                hair=hair,
                boots=mix(p.accent, p.ink, 0.3),
            )
            Figure(pen, (x, 966), tall, face, pose, dress).draw(tray)
