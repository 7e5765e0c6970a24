"""After the flood: the morning on the dike, the well."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import LANDSCAPE, WIDE, picture
from ..curves import Point, bend, height_at, ring, smooth, trace, wave
from ..land import dash, hills
from ..loads import sandbag
from ..palette import Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, banana, leaf, tuft
from ..sky import mist_band
from ..waterside import glitter, ripples

ASLEEP = Pose(
    hip=(0.0, 0.1),
    lean=-30,
    nod=46,
    hands=((0.12, 0.2), (0.16, 0.22)),
    feet=((0.34, 0.0), (0.4, 0.0)),
)
CURLED = Pose(
    hip=(0.0, 0.09),
    lean=22,
    nod=36,
    hands=((0.22, 0.2), (0.26, 0.18)),
    feet=((0.2, 0.0), (0.24, 0.0)),
)


@picture(
    "sang-hom-sau-con-thuy",
    WIDE,
    Palette(rgb("#fbe8bd"), rgb("#a9b7bd"), rgb("#5f8a62"), rgb("#233240"), rgb("#c9542f")),
)
def morning_after(sheet: Sheet) -> None:
    """People asleep against the sandbags; the beds of greens safe below, the water calm."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.far, p.paper, 0.3)),
            (0.2, mix(p.paper, p.accent, 0.12)),
            (0.36, p.paper),
            (0.5, p.paper),
        ],
        wood=0.12,
    )
    sun = (1130, 196)
    sheet.glow(sun, 520, mix(p.paper, (255, 255, 255), 0.5), 0.8)
    with sheet.cut(shadow=3, dark=0.15) as pen:
        pen.disc(sun, 58, mix(p.paper, p.accent, 0.34))
    gold = mix(p.paper, p.accent, 0.15)
    hills(sheet, 262, 44, mix(p.far, p.paper, 0.45), mist=(gold, 0.9), shadow=4)
    hills(sheet, 296, 20, mix(p.far, p.ink, 0.12), mist=(gold, 0.8), shadow=4)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 318, 1610, 560, mix(p.far, p.paper, 0.55))
        ripples(pen, rng, (0, 322, 1600, 500), mix(p.far, p.ink, 0.1), count=130, longest=150)
        glitter(pen, rng, sun[0], 320, 500, 110, mix(p.paper, (255, 255, 255), 0.6), step=6)
    top = smooth(trace("-30,500 300,476 700,464 1100,478 1640,524"))
    foot = smooth(trace("-30,610 300,588 700,582 1100,600 1640,652"))
    with sheet.cut(shadow=10) as pen:
        pen.fill([*top, (1640, 920), (-30, 920)], mix(p.near, p.ink, 0.28))
        for _ in range(260):
            x = rng.uniform(0, 1600)
            y = height_at(top, x) + rng.uniform(20, 150)
            tuft(
                pen,
                rng,
                (x, y),
                rng.uniform(10, 20),
                mix(p.near, p.ink, rng.uniform(0, 0.5)),
                blades=4,
            )
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for row in range(3):
            x = -40.0 - 44 * (row % 2)
            while x < 1640:
                y = height_at(top, x) - 4 - row * 33
                cloth = mix(
                    mix(p.far, p.paper, 0.5), p.ink, rng.uniform(0.02, 0.22) + 0.06 * (2 - row)
                )
                sandbag(
                    pen,
                    rng,
                    (x, y + rng.uniform(-3, 3)),
                    100,
                    46,
                    cloth,
                    p.ink,
                    turn=rng.uniform(-0.08, 0.08),
                )
                x += 90
    skin = mix(rgb("#c08a5c"), p.ink, 0.08)
    coats = [
        mix(p.far, p.ink, 0.45),
        p.accent,
        mix(p.near, p.ink, 0.25),
        mix(p.paper, p.far, 0.5),
        rgb("#d2a03c"),
        mix(p.far, p.ink, 0.2),
    ]
    places = (
        (110, 1, 0),
        (330, -1, 2),
        (480, 1, 1),
        (700, -1, 3),
        (840, 1, 4),
        (1090, -1, 5),
        (1200, 1, 3),
        (1440, -1, 2),
    )
    with sheet.cut(shadow=6, dark=0.5, edge=0.4) as pen:
        for number, (x, face, coat) in enumerate(places):
            hat = ("non", "", "hood")[number % 3]
            dress = Dress(
                coats[coat],
                mix(p.ink, p.near, 0.2),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.25) if hat == "non" else coats[coat],
                hat,
                bare_legs=number % 2 == 0,
            )
            pose = ASLEEP if number % 4 != 1 else CURLED
            Figure(pen, (x, height_at(top, x) + 66), 292, face, pose, dress).draw()
    with sheet.cut(shadow=9) as pen:
        pen.fill([*foot, (1640, 920), (-30, 920)], mix(mix(p.paper, p.ink, 0.42), p.near, 0.25))
    _vegetable_beds(sheet)
    mist_band(sheet, 250, 340, 430, gold, 0.35)


def _vegetable_beds(sheet: Sheet) -> None:
    """Raised beds of greens that run towards the dike."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=6) as pen:
        for bed in range(-7, 9):
            far_x, near_x = 800 + bed * 112, 800 + bed * 330
            pen.fill(
                [(far_x - 36, 640), (far_x + 40, 640), (near_x + 120, 930), (near_x - 110, 930)],
                mix(p.near, p.ink, 0.3),
            )
            for row in range(13):
                t = (row / 13) ** 1.5
                y = 646 + t * 290
                for plant in range(4):
                    x = far_x + (near_x - far_x) * t + (plant - 1.5) * (20 + 44 * t)
                    size = 9 + 24 * t
                    for turn in range(5):
                        angle = -math.pi / 2 + (turn - 2) * 0.62 + rng.uniform(-0.2, 0.2)
                        shade = mix(mix(p.near, p.paper, 0.28), p.ink, rng.uniform(0, 0.35))
                        leaf(pen, (x, y), angle, size, size * 0.55, shade)


@picture(
    "gieng-sau-lu",
    LANDSCAPE,
    Palette(rgb("#f1ead4"), rgb("#b39a74"), rgb("#6d8f68"), rgb("#2c2a2a"), rgb("#a8452d")),
)
def the_well(sheet: Sheet) -> None:
    """A man draws water; the wall of the house behind still shows how high the flood stood."""
    rng, p = sheet.rng, sheet.palette
    sky = mix(rgb("#bcd0d2"), p.paper, 0.35)
    sheet.wash([(0, sky), (0.35, p.paper), (0.6, mix(p.paper, p.far, 0.3))], wood=0.12)
    hills(sheet, 420, 60, mix(p.near, p.paper, 0.55), mist=(p.paper, 0.8), shadow=5)
    with sheet.cut(shadow=7) as pen:
        for x, tall, lean in (
            (120, 560, 0.04),
            (215, 470, -0.03),
            (1010, 600, 0.03),
            (1100, 500, 0.08),
            (1420, 640, -0.06),
        ):
            areca(pen, rng, (x, 650), tall, mix(p.far, p.paper, 0.25), p.near, p.ink, lean=lean)
    with sheet.cut(shadow=10) as pen:
        for x, tall in ((40, 330), (1010, 270), (1180, 320)):
            banana(pen, rng, (x, 690), tall, mix(p.near, p.paper, 0.12), p.ink)
    with sheet.cut(shadow=12, dark=0.5) as pen:
        house(
            pen,
            rng,
            180,
            690,
            760,
            380,
            mix(p.paper, rgb("#d9b98a"), 0.45),
            p.accent,
            p.ink,
            doors=4,
            mud=mix(p.far, p.ink, 0.12),
        )
    with sheet.cut(shadow=8) as pen:
        ground = wave(-20, 1520, 680, 8, 700)
        pen.fill([*ground, (1520, 1020), (-20, 1020)], mix(p.far, p.paper, 0.18))
        for _ in range(170):
            x, y = rng.uniform(0, 1500), rng.uniform(705, 1000)
            run = rng.uniform(20, 120)
            dash(
                pen,
                (x, y),
                (x + run, y + rng.uniform(-4, 4)),
                rng.uniform(1.5, 5),
                mix(p.far, p.ink, rng.uniform(0.08, 0.3)),
            )
        for x, y, wide in ((330, 830, 150), (1310, 760, 110), (180, 950, 190)):
            pen.disc((x, y), wide, mix(sky, p.far, 0.25), 0.16)
            pen.disc((x + 8, y + 4), wide * 0.86, mix(sky, p.paper, 0.2), 0.13)
    skin = mix(rgb("#b87c50"), p.ink, 0.05)
    pulling = Pose(
        hip=(-0.06, 0.51),
        lean=20,
        nod=8,
        hands=((0.28, 0.6), (0.33, 0.68)),
        feet=((0.1, 0.0), (-0.22, 0.0)),
    )
    dress = Dress(mix(p.paper, p.far, 0.15), mix(p.ink, p.near, 0.35), skin, p.ink, bare_legs=True)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        man = Figure(pen, (548, 880), 520, 1, pulling, dress)
        near_hand, far_hand = man.spot(pulling.hands[0]), man.spot(pulling.hands[1])
        _well(sheet, pen, (860, 800), (near_hand, far_hand), man)
    with sheet.cut(shadow=9) as pen:
        for _ in range(26):
            tuft(
                pen,
                rng,
                (
                    rng.choice((rng.uniform(0, 280), rng.uniform(1200, 1500))),
                    rng.uniform(940, 1010),
                ),
                rng.uniform(40, 80),
                mix(p.near, p.ink, rng.uniform(0.1, 0.6)),
                blades=6,
            )


def _well(sheet: Sheet, pen: Pen, mouth: Point, hands: tuple[Point, Point], man: Figure) -> None:
    """The brick rim, the rope through the hands and the bucket that comes up."""
    rng, p = sheet.rng, sheet.palette
    x, y = mouth
    half, flat, deep = 190, 0.26, 150
    pen.fill(ring((x, y + deep), half * 1.12, half * flat * 1.25), mix(p.far, p.ink, 0.35))
    wall = [
        (x - half, y),
        *[
            (
                x + half * math.cos(math.pi - a * math.pi / 20),
                y + deep + half * flat * math.sin(a * math.pi / 20),
            )
            for a in range(21)
        ],
        (x + half, y),
    ]
    pen.fill(wall, mix(p.accent, p.far, 0.2))
    for row in range(6):
        for brick in range(13):
            a = math.pi * (brick + 0.5 * (row % 2)) / 12.5
            b = math.pi * (brick + 0.86 + 0.5 * (row % 2)) / 12.5
            if b > math.pi:
                continue
            top, low = y + row * deep / 6 + 5, y + (row + 1) * deep / 6
            outline = [
                (x - half * math.cos(t), h + half * flat * math.sin(t))
                for t, h in ((a, top), (b, top), (b, low), (a, low))
            ]
            pen.fill(
                outline, mix(mix(p.accent, p.far, rng.uniform(0.05, 0.4)), p.ink, 0.35 * brick / 12)
            )
    pen.fill(ring((x, y), half * 1.06, half * flat * 1.1), mix(p.accent, p.paper, 0.35))
    pen.fill(ring((x, y + 3), half * 0.84, half * flat * 0.8), mix(p.ink, p.near, 0.1))
    rope = mix(p.paper, p.far, 0.6)
    over = (x - 10, y - 6)
    pail = (over[0], y - 120)
    pen.stroke([hands[1], (pail[0], pail[1] - 80)], 6, rope)
    pen.stroke([(pail[0], pail[1] - 80), (pail[0] - 40, pail[1])], 4, rope)
    pen.stroke([(pail[0], pail[1] - 80), (pail[0] + 40, pail[1])], 4, rope)
    pen.fill(
        [
            (pail[0] - 46, pail[1]),
            (pail[0] + 46, pail[1]),
            (pail[0] + 34, pail[1] + 84),
            (pail[0] - 34, pail[1] + 84),
        ],
        mix(p.near, p.ink, 0.35),
    )
    pen.fill(ring(pail, 46, 12), mix(p.paper, p.near, 0.3))
    for drop in range(7):
        dash(
            pen,
            (pail[0] - 30 + drop * 10, pail[1] + 90 + drop % 3 * 9),
            (pail[0] - 30 + drop * 10, pail[1] + 106 + drop % 3 * 12),
            4,
            mix(p.paper, p.near, 0.2),
        )
    man.draw()
    pen.stroke(bend(hands[0], (hands[0][0] - 40, hands[0][1] + 250), -0.08), 5, rope)
