"""The casting of a bell at midnight."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, bend, blob, ring, smooth, trace
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose


@picture(
    "rot-dong-duc-chuong",
    WIDE,
    Palette(rgb("#ffe9a8"), rgb("#e8862e"), rgb("#6e2f22"), rgb("#170f14"), rgb("#3c4c5c")),
)
def pouring_the_bell(sheet: Sheet) -> None:
    """Two men tip the crucible; the bronze runs white into the buried mould, sparks fly."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, p.ink), (0.5, mix(p.near, p.ink, 0.7)), (1, mix(p.near, p.ink, 0.55))], wood=0.3
    )
    with sheet.cut(shadow=12, dark=0.6) as pen:
        beam = mix(p.near, p.ink, 0.72)
        pen.fill(trace("-20,-20 1620,-20 1620,60 800,14 -20,60"), beam)
        for x in (90, 470, 1130, 1510):
            pen.box(x - 20, 30, x + 20, 640, beam)
            pen.stroke([(x, 240), (x + 130, 40)], 18, mix(beam, p.ink, 0.3))
            pen.stroke([(x, 240), (x - 130, 40)], 18, mix(beam, p.ink, 0.3))
    _furnaces(sheet)
    sheet.glow((800, 560), 820, mix(p.far, p.near, 0.35), 0.62)
    _hanging_bells(sheet)
    with sheet.cut(shadow=12, dark=0.6) as pen:
        floor = mix(p.near, p.ink, 0.5)
        pen.fill(
            smooth(trace("-40,650 300,640 640,648 960,648 1300,640 1640,654"))
            + [(1640, 920), (-40, 920)],
            floor,
        )
        for _ in range(160):
            x, y = rng.uniform(-40, 1600), rng.uniform(664, 900)
            warm = max(0.0, 1 - math.hypot(x - 800, (y - 760) * 2) / 620)
            tone = mix(mix(floor, p.ink, 0.4), p.far, 0.6 * warm)
            dash(pen, (x, y), (x + rng.uniform(20, 110), y), rng.uniform(2, 5), tone)
    sheet.glow((800, 770), 460, p.far, 0.5)
    _mould(sheet)
    _pourers(sheet)
    _stream(sheet)
    _watchers(sheet)


def _furnaces(sheet: Sheet) -> None:
    """Four coal furnaces along the back wall, fire at their mouths."""
    rng, p = sheet.rng, sheet.palette
    for x in (230.0, 330.0, 1270.0, 1370.0):
        sheet.glow((x, 540), 200, p.far, 0.45)
        with sheet.cut(shadow=10, dark=0.6) as pen:
            brick = mix(p.near, p.ink, 0.25)
            pen.fill(trace(f"{x - 70},652 {x - 46},450 {x + 46},450 {x + 70},652"), brick)
            for row in range(9):
                half = 48 + row * 2.6
                pen.stroke(
                    [(x - half, 462 + row * 21), (x + half, 462 + row * 21)],
                    2,
                    mix(brick, p.ink, 0.5),
                )
            pen.fill(
                blob(f"{x - 28},620 {x - 26},570 {x},546 {x + 26},570 {x + 28},620"),
                mix(p.far, p.paper, 0.4),
            )
            pen.fill(
                blob(f"{x - 18},620 {x - 14},590 {x},568 {x + 14},590 {x + 18},620"),
                mix(p.paper, (255, 255, 255), 0.4),
            )
        with sheet.cut(shadow=0, edge=0, see=0.8, soft=2) as pen:
            for _ in range(9):
                foot = (x + rng.uniform(-36, 36), 452.0)
                tall = rng.uniform(26, 74)
                flame = [
                    (foot[0] - 12, foot[1]),
                    (foot[0] + rng.uniform(-8, 8), foot[1] - tall),
                    (foot[0] + 12, foot[1]),
                ]
                pen.fill(smooth(flame, closed=True), mix(p.far, p.paper, rng.uniform(0, 0.6)))


def _hanging_bells(sheet: Sheet) -> None:
    """Small finished bells on the beams, their edges caught by the fire."""
    p = sheet.palette
    bronze = mix(p.accent, p.near, 0.4)
    with sheet.cut(shadow=10, dark=0.6, edge=0.5) as pen:
        for x, y, size in ((640, 120, 74), (760, 150, 96), (900, 128, 82), (1010, 116, 64)):
            pen.stroke([(x, 0), (x, y - size)], 4, mix(p.far, p.ink, 0.5))
            bell(pen, (x, y), size, bronze, mix(p.far, bronze, 0.3), p.ink)


def bell(pen: Pen, foot: Point, tall: float, bronze: Colour, light: Colour, dark: Colour) -> None:
    """A temple bell hung by its dragon, ``foot`` the middle of its lip."""
    x, y = foot

    def spot(px: float, py: float) -> Point:
        return x + px * tall, y - py * tall

    pen.stroke(bend(spot(-0.14, 0.92), spot(0.14, 0.92), -0.7), tall * 0.07, mix(bronze, dark, 0.3))
    body = trace("-0.4,0 -0.36,0.12 -0.33,0.6 -0.22,0.86 0,0.93 0.22,0.86 0.33,0.6 0.36,0.12 0.4,0")
    pen.fill([spot(*place) for place in smooth(body)], bronze)
    pen.fill(
        [
            spot(*place)
            for place in smooth(
                trace("0.12,0.02 0.14,0.5 0.1,0.88 0.24,0.82 0.32,0.58 0.35,0.12 0.38,0.02")
            )
        ],
        light,
    )
    for up in (0.1, 0.46, 0.72):
        reach = 0.37 - 0.1 * max(0.0, up - 0.3)
        pen.stroke(
            bend(spot(-reach, up), spot(reach, up), 0.04),
            max(2.0, tall * 0.03),
            mix(bronze, dark, 0.4),
        )
    pen.stroke([spot(0, 0.12), spot(0, 0.84)], max(2.0, tall * 0.025), mix(bronze, dark, 0.35))
    pen.fill(ring(spot(0, 0.0), tall * 0.4, tall * 0.06), mix(bronze, dark, 0.55))


def _mould(sheet: Sheet) -> None:
    """The clay mould in its pit, bound with hoops, its mouth alight."""
    rng, p = sheet.rng, sheet.palette
    clay = mix(p.near, rgb("#a2663e"), 0.5)
    with sheet.cut(shadow=14, dark=0.7, edge=0.3) as pen:
        pen.fill(ring((800, 800), 330, 74), mix(p.near, p.ink, 0.75))
        pen.fill(trace("650,640 950,640 990,830 610,830"), mix(clay, p.ink, 0.2))
        pen.fill(trace("650,640 730,640 700,830 610,830"), mix(clay, p.ink, 0.5))
        for y in (676, 742):
            pen.stroke(
                bend((644 - (y - 640) * 0.2, y), (956 + (y - 640) * 0.2, y), 0.03),
                14,
                mix(p.accent, p.ink, 0.35),
            )
        pen.fill(ring((800, 640), 150, 30), mix(clay, p.far, 0.3))
        pen.fill(ring((800, 638), 44, 10), mix(p.paper, (255, 255, 255), 0.4))
        for _ in range(70):
            angle = rng.uniform(0.1, math.pi - 0.1)
            x, y = (
                800 + math.cos(angle) * rng.uniform(280, 350),
                806 + math.sin(angle) * rng.uniform(52, 90),
            )
            pen.disc(
                (x, y),
                rng.uniform(10, 26),
                mix(mix(p.near, p.far, 0.15), p.ink, rng.uniform(0.2, 0.6)),
                0.6,
            )
    sheet.glow((800, 632), 240, p.paper, 0.75)


def _pourers(sheet: Sheet) -> None:
    """One man on each side holds the long iron in which the crucible hangs."""
    p = sheet.palette
    skin = rgb("#c9814a")
    bear = Pose(
        hip=(-0.02, 0.48), lean=14, nod=12, hands=((0.3, 0.52), (0.26, 0.56)),
        feet=((0.2, 0.0), (-0.2, 0.0)), elbow=(1, 1), breadth=0.1,
    )  # fmt: skip
    cloth = (mix(p.accent, p.far, 0.12), mix(p.near, p.far, 0.25))
    with sheet.cut(shadow=16, dark=0.7, edge=0.75) as pen:
        pen.stroke([(470, 540), (1130, 532)], 15, mix(p.accent, p.ink, 0.55))
        for x, face, top in ((352, 1, cloth[0]), (1250, -1, cloth[1])):
            dress = Dress(top, mix(p.ink, p.accent, 0.25), skin, p.ink, rgb("#a83a2a"), "scarf")
            Figure(pen, (x, 812), 520, face, bear, dress).draw()
    with sheet.cut(shadow=14, dark=0.6, edge=0.4) as pen:
        iron = mix(p.accent, p.ink, 0.5)
        loop = ring((874, 486), 66, 66)
        pen.stroke([*loop, loop[0]], 12, iron)
        pot = trace("806,438 930,402 968,500 940,566 858,580 812,540")
        pen.fill(smooth(pot, closed=True), mix(p.near, p.ink, 0.5))
        pen.fill(
            smooth(trace("806,438 812,540 850,572 838,500"), closed=True), mix(p.far, p.near, 0.3)
        )
        pen.fill(ring((868, 424), 66, 18, turn=-0.3), mix(p.paper, (255, 255, 255), 0.3))
    sheet.glow((850, 430), 200, mix(p.paper, p.far, 0.3), 0.7)


def _stream(sheet: Sheet) -> None:
    """The running bronze and its sparks."""
    rng, p = sheet.rng, sheet.palette
    hot = mix(p.paper, (255, 255, 255), 0.6)
    line = smooth(trace("812,440 798,456 794,500 797,570 800,636"))
    sheet.glow((798, 540), 170, p.paper, 0.7)
    with sheet.cut(shadow=0, edge=0, see=0.75, soft=5, grain=0.03) as pen:
        pen.stroke(line, 38, mix(p.far, p.paper, 0.5), 26)
    with sheet.cut(shadow=0, edge=0, grain=0.03) as pen:
        pen.stroke(line, 20, hot, 13)
        for _ in range(130):
            angle = rng.uniform(-math.pi, 0)
            far = abs(rng.gauss(0, 150)) + 20
            x, y = 800 + math.cos(angle) * far * 1.3, 634 + math.sin(angle) * far
            run = rng.uniform(6, 26)
            end = (x + math.cos(angle) * run, y + math.sin(angle) * run + run * 0.3)
            dash(pen, (x, y), end, rng.uniform(1.5, 4.5), mix(hot, p.far, min(0.9, far / 420)))


def _watchers(sheet: Sheet) -> None:
    """Those who count, near us and dark: a daughter and two sons."""
    p = sheet.palette
    stand = Pose(lean=2, nod=2, hands=((0.1, 0.58), (0.14, 0.6)))
    with sheet.cut(shadow=16, dark=0.7, edge=0.9) as pen:
        for x, tall, face, top, hair in (
            (88, 470, 1, mix(p.accent, p.ink, 0.45), "long"),
            (1512, 500, -1, mix(p.near, p.ink, 0.5), "short"),
        ):
            dress = Dress(
                top, mix(p.ink, p.near, 0.12), mix(rgb("#c9814a"), p.ink, 0.25), p.ink, hair=hair
            )
            Figure(pen, (x, 884), tall, face, stand, dress).draw()
