"""An evening of tuồng on the dike."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..crowd import rows_of_people
from ..curves import Point, bend, blob, ring, smooth, trace
from ..household import storm_lamp
from ..land import hills
from ..lanterns import bulb
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import KNEEL, Dress, Figure, Pose
from ..sky import moon
from ..waterside import glitter, ripples, sampan


@picture(
    "tuong-tren-de",
    WIDE,
    Palette(rgb("#f7d998"), rgb("#6f7fa3"), rgb("#2c3a63"), rgb("#10142a"), rgb("#c23a28")),
)
def theatre_on_the_dike(sheet: Sheet) -> None:
    """The old general stands on planks on the dike, the river behind him; all look up."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, p.ink), (0.3, p.near), (0.46, mix(p.far, p.paper, 0.2))], wood=0.2)
    moon(sheet, (1290, 132), 46, mix(p.paper, (255, 255, 255), 0.3))
    hills(sheet, 336, 60, mix(p.near, p.far, 0.3), mist=(mix(p.far, p.paper, 0.1), 0.7), shadow=5)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 396, 1610, 700, mix(p.near, p.ink, 0.15))
        ripples(pen, rng, (-60, 400, 1600, 640), mix(p.near, p.ink, 0.6), count=130, longest=220)
        ripples(pen, rng, (-60, 400, 1600, 560), mix(p.far, p.paper, 0.1), count=70, longest=160)
        glitter(pen, rng, 1290, 400, 600, 40, mix(p.paper, p.far, 0.2))
    with sheet.cut(shadow=7, dark=0.6) as pen:
        sampan(pen, (330, 452), 250, 1, mix(p.near, p.ink, 0.7), mix(p.far, p.near, 0.3), p.ink)
    storm_lamp(sheet, (400, 410), 40, p.paper, reach=3.4, strength=0.8)
    with sheet.cut(shadow=14, dark=0.6) as pen:
        dike = smooth(trace("-40,590 300,556 700,536 1000,536 1300,552 1640,590"))
        pen.fill([*dike, (1640, 920), (-40, 920)], mix(rgb("#3e4a34"), p.ink, 0.5))
    sheet.glow((800, 470), 620, mix(p.paper, p.accent, 0.25), 0.5)
    with sheet.cut(shadow=10, dark=0.6) as pen:
        pen.fill(trace("350,548 1190,548 1210,576 330,576"), mix(p.paper, rgb("#8a5a34"), 0.72))
        pen.box(330, 576, 1210, 592, mix(rgb("#8a5a34"), p.ink, 0.5))
        for x in range(370, 1210, 90):
            pen.stroke(
                [(x, 549), (x - 6 + (x - 805) * 0.02, 576)], 2, mix(rgb("#8a5a34"), p.ink, 0.5)
            )
    for x in (376, 1160):
        with sheet.cut(shadow=5) as pen:
            pen.stroke([(x, 560), (x, 300)], 9, mix(p.accent, p.ink, 0.7))
        bulb(
            sheet,
            (x + (34 if x < 800 else -34), 316),
            15,
            (x, 296),
            mix(p.paper, p.accent, 0.1),
            reach=15,
            strength=0.7,
        )
    _lady_and_drummer(sheet)
    _general(sheet, (806, 572), 372)
    for row, (base, size) in enumerate(((690, 110), (780, 150), (905, 214))):
        cloths = tuple(
            mix(tone, p.ink, 0.5 + 0.08 * row) for tone in (p.far, p.accent, rgb("#7d6a4a"), p.near)
        )
        with sheet.cut(shadow=9 + row * 3, dark=0.6, edge=0.6 - 0.14 * row) as pen:
            rows_of_people(
                pen,
                rng,
                -40 - row * 20,
                1640,
                base,
                size,
                cloths,
                mix(p.ink, p.near, 0.1),
                hats=0.22,
            )


def _lady_and_drummer(sheet: Sheet) -> None:
    """The daughter who takes her leave, kneeling, and the drummer who has put his sticks away."""
    p = sheet.palette
    rose = rgb("#d98c9c")
    plead = Pose(
        hip=(-0.06, 0.27),
        lean=8,
        nod=-6,
        feet=((-0.2, 0.03), (-0.24, 0.03)),
        hands=((0.3, 0.5), (0.34, 0.56)),
        breadth=0.1,
    )
    with sheet.cut(shadow=12, dark=0.6, edge=0.5) as pen:
        lady = Figure(
            pen,
            (480, 570),
            350,
            1,
            plead,
            Dress(rose, mix(rose, p.ink, 0.3), rgb("#e8c09a"), p.ink, hair="long", cut="coat"),
        )
        lady.draw()
        hand = lady.spot((0.3, 0.5))
        pen.fill(
            blob(
                f"{hand[0] - 14},{hand[1] - 10} {hand[0] + 16},{hand[1] - 6} "
                f"{hand[0] + 8},{hand[1] + 74} {hand[0] - 18},{hand[1] + 66}"
            ),
            p.paper,
        )
        brow = lady.lamp()
        crown = (brow[0] - 18, brow[1] - 12)
        for turn in range(7):
            angle = math.pi + math.pi * turn / 6
            pen.disc(
                (crown[0] + 32 * math.cos(angle), crown[1] + 12 + 26 * math.sin(angle)),
                7,
                (p.paper, rgb("#e0a23c"))[turn % 2],
            )
        drummer = Figure(
            pen,
            (1070, 570),
            330,
            -1,
            KNEEL,
            Dress(mix(p.far, p.near, 0.4), p.ink, rgb("#b98054"), p.ink, p.accent, "scarf"),
        )
        drummer.draw()
        pen.box(948, 500, 1012, 568, mix(p.accent, p.ink, 0.2))
        pen.fill(ring((980, 500), 34, 12), mix(p.paper, p.accent, 0.1))
        pen.stroke([(946, 534), (1014, 534)], 6, mix(p.accent, p.paper, 0.4))


def _general(sheet: Sheet, foot: Point, tall: float) -> None:
    """The general from the front: flags on his back, pheasant feathers, red painted face."""
    p = sheet.palette
    gold, red, green = rgb("#e0a23c"), p.accent, rgb("#2f7266")

    def spot(px: float, py: float) -> Point:
        return foot[0] + px * tall, foot[1] - py * tall

    def shape(pen: Pen, places: str, colour: Colour) -> None:
        pen.fill(smooth([spot(*place) for place in trace(places)], closed=True, steps=8), colour)

    with sheet.cut(shadow=14, dark=0.65, edge=0.45) as pen:
        for turn, colour in ((-0.75, gold), (-0.3, red), (0.3, red), (0.75, gold)):
            root = spot(turn * 0.12, 0.72)
            tip = (root[0] + math.sin(turn) * tall * 0.62, root[1] - math.cos(turn) * tall * 0.52)
            pen.stroke([root, tip], 4, p.ink)
            side = 1 if turn > 0 else -1
            low = (root[0] + (tip[0] - root[0]) * 0.42, root[1] + (tip[1] - root[1]) * 0.42)
            wing = (tip[0] + side * tall * 0.2, (tip[1] + low[1]) / 2 + tall * 0.04)
            pen.fill([tip, *bend(tip, wing, 0.1 * side), *bend(wing, low, 0.1 * side), low], colour)
            inner = (tip[0] + side * tall * 0.1, (tip[1] + low[1]) / 2 + tall * 0.02)
            pen.disc(inner, tall * 0.03, mix(colour, p.paper, 0.5))
        for side in (-1, 1):
            pen.stroke(
                smooth(
                    [
                        spot(side * 0.06, 1.0),
                        spot(side * 0.2, 1.3),
                        spot(side * 0.52, 1.42),
                        spot(side * 0.72, 1.2),
                    ]
                ),
                7,
                mix(gold, p.paper, 0.3),
                2,
            )
    with sheet.cut(shadow=13, dark=0.65, edge=0.4) as pen:
        for side in (-1, 1):
            shape(
                pen,
                f"{side * 0.08},0.14 {side * 0.22},0.14 {side * 0.24},0.02 {side * 0.06},0.02",
                p.ink,
            )
            pen.fill(
                [
                    spot(side * 0.03, 0.035),
                    spot(side * 0.28, 0.035),
                    spot(side * 0.28, 0),
                    spot(side * 0.03, 0),
                ],
                p.paper,
            )
        shape(pen, "-0.16,0.78 0.16,0.78 0.2,0.5 0.34,0.1 0,0.06 -0.34,0.1 -0.2,0.5", red)
        shape(pen, "-0.15,0.5 0.15,0.5 0.2,0.12 0,0.05 -0.2,0.12", green)
        for row in range(4):
            for scale in range(5):
                x, y = -0.13 + scale * 0.065 + (row % 2) * 0.03, 0.44 - row * 0.085
                pen.stroke(bend(spot(x - 0.03, y), spot(x + 0.03, y), 0.4, steps=8), 3, gold)
        pen.stroke([spot(-0.21, 0.49), spot(0.21, 0.49)], 16, gold)
        pen.disc(spot(0, 0.49), 17, mix(gold, p.paper, 0.5))
        shape(pen, "-0.34,0.12 -0.27,0.16 0.27,0.16 0.34,0.12 0,0.05", gold)
    with sheet.cut(shadow=11, dark=0.6, edge=0.45) as pen:
        shape(
            pen,
            "0.1,0.8 0.2,0.8 0.36,0.86 0.46,1.02 0.36,1.08 0.24,0.94 0.1,0.66",
            mix(red, p.ink, 0.12),
        )
        shape(pen, "0.36,0.98 0.5,0.98 0.52,1.1 0.38,1.12", p.paper)
        shape(
            pen,
            "-0.1,0.8 -0.2,0.8 -0.34,0.7 -0.46,0.7 -0.48,0.58 -0.34,0.56 -0.12,0.64",
            mix(red, p.ink, 0.12),
        )
        shape(pen, "-0.4,0.7 -0.5,0.72 -0.56,0.48 -0.44,0.5", p.paper)
        pen.stroke([spot(0.47, 0.3), spot(0.42, 1.5)], 8, mix(rgb("#8a5a34"), p.paper, 0.2))
        pen.fill(
            [spot(0.42, 1.66), spot(0.455, 1.5), spot(0.42, 1.46), spot(0.385, 1.5)],
            mix(p.paper, p.far, 0.4),
        )
        pen.disc(spot(0.422, 1.46), 12, red)
        pen.disc(spot(0.44, 1.07), 13, rgb("#c08a60"))
        for side in (-1, 1):
            shape(
                pen,
                f"{side * 0.08},0.84 {side * 0.24},0.8 {side * 0.26},0.7 {side * 0.12},0.72",
                gold,
            )
        shape(pen, "-0.09,0.78 0.09,0.78 0.12,0.6 0,0.56 -0.12,0.6", gold)
        pen.disc(spot(0, 0.68), 16, p.paper)
        pen.fill(ring(spot(0, 0.92), tall * 0.095, tall * 0.115), mix(red, p.paper, 0.12))
        for side in (-1, 1):
            shape(pen, f"{side * 0.01},0.95 {side * 0.08},0.99 {side * 0.075},0.93", p.paper)
            pen.stroke([spot(side * 0.015, 0.945), spot(side * 0.085, 1.0)], 6, p.ink, 3)
            pen.disc(spot(side * 0.042, 0.93), 4.5, p.ink)
            shape(pen, f"{side * 0.02},0.88 {side * 0.08},0.9 {side * 0.07},0.85", p.paper)
        shape(
            pen,
            "-0.07,0.88 0,0.865 0.07,0.88 0.09,0.76 0.03,0.6 0,0.56 -0.03,0.6 -0.09,0.76",
            p.ink,
        )
        shape(pen, "-0.12,0.99 0.12,0.99 0.13,1.06 0.05,1.13 0,1.17 -0.05,1.13 -0.13,1.06", gold)
        for turn in range(5):
            pen.disc(spot(-0.1 + turn * 0.05, 1.0), 7, (red, p.paper)[turn % 2])
        pen.disc(spot(0, 1.17), 12, red)
