"""The boatyard: a hull in its ribs, a plank bent over the fire."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..waterside import ripples

_PALETTE = Palette(rgb("#fbeccb"), rgb("#d9a463"), rgb("#8a5b3a"), rgb("#2a2023"), rgb("#b8402c"))
PLANE = Pose(
    hip=(-0.02, 0.5),
    lean=34,
    nod=2,
    hands=((0.32, 0.46), (0.26, 0.48)),
    feet=((0.14, 0), (-0.16, 0)),
)
HAMMER = Pose(
    hip=(0.0, 0.52),
    lean=8,
    nod=4,
    hands=((0.2, 0.78), (0.28, 0.62)),
    feet=((0.08, 0), (-0.1, 0)),
    elbow=(1, 1),
)
STIR = Pose(
    hip=(-0.02, 0.48),
    lean=20,
    nod=12,
    hands=((0.24, 0.5), (0.26, 0.44)),
    feet=((0.08, 0), (-0.1, 0)),
)


@picture("u-ghe-van-luoi", LANDSCAPE, _PALETTE)
def boatyard(sheet: Sheet) -> None:
    """Under a roof of leaves the bare ribs of a boat; the sea is bright in the doorway."""
    rng, p = sheet.rng, sheet.palette
    sea = rgb("#8fc1bd")
    sheet.wash(
        [(0, mix(p.near, p.ink, 0.5)), (0.5, mix(p.near, p.ink, 0.3)), (1, p.near)], wood=0.14
    )
    with sheet.cut(shadow=3, dark=0.3) as pen:
        pen.fill(trace("420,150 1180,150 1250,640 350,640"), mix(sea, p.paper, 0.7))
        pen.fill(trace("382,420 1218,420 1250,640 350,640"), mix(sea, p.paper, 0.12))
        ripples(
            pen, rng, (400, 424, 1150, 620), mix(sea, (255, 255, 255), 0.6), count=60, longest=110
        )
        for x, size in ((560, 1.0), (700, 0.6), (1010, 1.3)):
            pen.fill(
                smooth(
                    [
                        (x - 46 * size, 424 + 20 * size),
                        (x + 50 * size, 424 + 20 * size),
                        (x + 34 * size, 424 + 34 * size),
                        (x - 30 * size, 424 + 34 * size),
                    ],
                    closed=True,
                    steps=4,
                ),
                mix(p.near, p.ink, 0.3),
            )
            pen.fill(
                [
                    (x, 424 - 80 * size),
                    (x + 4, 424 + 16 * size),
                    (x - 42 * size, 424 + 16 * size),
                ],
                mix(p.accent, p.paper, 0.25),
            )
            pen.fill(
                [
                    (x + 6, 424 - 70 * size),
                    (x + 44 * size, 424 + 16 * size),
                    (x + 8, 424 + 16 * size),
                ],
                mix(p.paper, p.far, 0.2),
            )
    sheet.glow((800, 420), 560, mix(p.paper, (255, 250, 230), 0.4), 0.55)
    with sheet.cut(shadow=14, dark=0.6) as pen:
        for x, lean in ((330, 22), (1268, -22), (60, 40), (1452, -40)):
            pen.stroke([(x, 860), (x + lean, 90)], 30, mix(p.near, p.ink, 0.4), 24)
        pen.fill(
            trace("-10,-10 1510,-10 1510,210 1180,150 800,120 420,150 -10,210"),
            mix(p.near, p.ink, 0.55),
        )
        for row in range(5):
            for number in range(64):
                x = number * 25 - 20 + rng.uniform(-6, 6)
                y = row * 40 + 30 + abs(x - 750) * 0.05
                pen.stroke(
                    [(x, y - 46), (x + rng.uniform(-8, 8), y + rng.uniform(0, 18))],
                    15,
                    mix(p.near, rng.choice((p.ink, p.far)), rng.uniform(0.2, 0.55)),
                    3,
                )
    floor = mix(p.far, p.near, 0.35)
    with sheet.cut(shadow=8) as pen:
        pen.fill(trace("-10,720 350,634 1250,634 1510,720 1510,1010 -10,1010"), floor)
        for _ in range(240):
            x, y = rng.uniform(-10, 1490), rng.uniform(700, 1000)
            curl = ring(
                (x, y), rng.uniform(5, 13), rng.uniform(3, 6), turn=rng.uniform(0, 3), steps=12
            )
            pen.stroke(curl[:9], 2.6, mix(p.paper, p.far, rng.uniform(0, 0.6)), 1)
    _hull(sheet)
    skin = mix(rgb("#ab754d"), p.ink, 0.14)
    with sheet.cut(shadow=13, dark=0.55, edge=0.4) as pen:
        Figure(
            pen,
            (1010, 912),
            430,
            -1,
            HAMMER,
            Dress(
                mix(rgb("#4a6d78"), p.ink, 0.1),
                mix(p.ink, p.near, 0.2),
                skin,
                p.ink,
                mix(p.accent, p.ink, 0.1),
                "scarf",
            ),
        ).draw(
            lambda near, far: pen.stroke(
                [
                    (near[0] + 16, near[1] + 30),
                    (near[0] - 26, near[1] - 50),
                    (near[0] - 62, near[1] - 44),
                ],
                13,
                mix(p.ink, p.far, 0.2),
            )
        )
        pen.box(120, 876, 470, 898, mix(p.far, p.near, 0.5))
        for leg in (150, 440):
            pen.stroke([(leg, 896), (leg - 16, 990)], 16, mix(p.near, p.ink, 0.3))
            pen.stroke([(leg, 896), (leg + 16, 990)], 16, mix(p.near, p.ink, 0.4))
        pen.box(90, 858, 520, 878, mix(p.far, p.paper, 0.35))

        def plane(near: Point, far: Point) -> None:
            pen.box(
                near[0] - 66, near[1] + 2, near[0] + 56, near[1] + 34, mix(p.near, p.accent, 0.3)
            )
            pen.stroke([(near[0] + 26, near[1] + 4), (near[0] + 40, near[1] - 22)], 11, p.ink)

        Figure(
            pen,
            (160, 996),
            470,
            1,
            PLANE,
            Dress(
                mix(p.paper, p.far, 0.25),
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                hair_colour=mix(p.paper, p.ink, 0.4),
            ),
        ).draw(plane)
        pot: Point = (1262, 880)
        for leg in (-44, 44):
            pen.stroke([(pot[0] + leg, pot[1] + 30), (pot[0] + leg * 1.3, pot[1] + 104)], 12, p.ink)
        pen.fill(
            smooth(
                [
                    (pot[0] - 84, pot[1] - 30),
                    (pot[0] - 70, pot[1] + 34),
                    (pot[0], pot[1] + 60),
                    (pot[0] + 70, pot[1] + 34),
                    (pot[0] + 84, pot[1] - 30),
                ]
            ),
            mix(p.ink, p.near, 0.15),
        )
        pen.fill(ring((pot[0], pot[1] - 30), 84, 20), mix(rgb("#c98432"), p.ink, 0.2))
        for flame in range(6):
            x = pot[0] - 50 + flame * 20
            pen.fill(
                smooth(
                    [
                        (x - 11, pot[1] + 104),
                        (x - 4, pot[1] + 78),
                        (x + 3, pot[1] + 56),
                        (x + 9, pot[1] + 84),
                        (x + 11, pot[1] + 104),
                    ],
                    closed=True,
                    steps=5,
                ),
                mix(rgb("#f09a3a"), p.paper, rng.uniform(0, 0.4)),
            )
        Figure(
            pen,
            (1412, 990),
            460,
            -1,
            STIR,
            Dress(
                mix(p.accent, p.ink, 0.15),
                mix(p.ink, p.near, 0.2),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.3),
                "non",
            ),
        ).draw(
            lambda near, far: pen.stroke(
                [(near[0] + 40, near[1] - 76), (near[0] - 50, near[1] + 96)],
                10,
                mix(p.far, p.ink, 0.2),
            )
        )
    sheet.glow((1262, 950), 130, rgb("#f09a3a"), 0.5)
    with sheet.cut(shadow=0, edge=0, see=0.35, soft=13) as pen:
        pen.stroke(
            smooth([(1262 + 16 * math.sin(t / 2) * t / 6, 830 - t * 30) for t in range(14)]),
            40,
            mix(p.paper, p.far, 0.2),
            90,
        )


def _hull(sheet: Sheet) -> None:
    """The boat on its stocks: keel, ribs, the first planks of its side."""
    p = sheet.palette
    wood = mix(p.far, p.paper, 0.12)

    def sheer(share: float) -> Point:
        return 250 + share * 1000, 470 - 150 * abs(share - 0.42) ** 1.9 * 3.4

    def keel(share: float) -> Point:
        return 360 + share * 800, 818 + 26 * math.sin(math.pi * share) - (
            120 * max(0.0, share - 0.8) ** 1.2 * 4
        )

    with sheet.cut(shadow=17, dark=0.6, edge=0.4) as pen:
        for x in (470, 700, 930):
            pen.fill(
                [(x - 46, 930), (x + 46, 930), (x + 24, 838), (x - 24, 838)],
                mix(p.near, p.ink, 0.45),
            )
        far = [sheer(s / 20) for s in range(21)]
        pen.stroke([(x + 26, y - 24) for x, y in far], 13, mix(wood, p.ink, 0.4))
        for rib in range(15):
            share = 0.04 + rib * 0.066
            top, foot = sheer(share), keel(share)
            pen.stroke(bend((top[0] + 26, top[1] - 24), foot, -0.12), 15, mix(wood, p.ink, 0.45))
        for rib in range(15):
            share = 0.04 + rib * 0.066
            top, foot = sheer(share), keel(share)
            belly = smooth(
                [
                    (top[0], top[1] - 16),
                    (top[0] + 4, top[1] + 110),
                    (foot[0] + 4, foot[1] - 96),
                    foot,
                ]
            )
            pen.stroke(belly, 19, mix(wood, p.ink, 0.05 + 0.1 * (rib % 2)), 22)
        pen.stroke([keel(s / 20) for s in range(21)], 30, mix(wood, p.ink, 0.3))
        pen.stroke(
            smooth([keel(1.0), (1218, 700), (1262, 560), (1292, 420)]),
            30,
            mix(wood, p.ink, 0.22),
            20,
        )
        pen.stroke(
            smooth([keel(0.0), (330, 700), (286, 560), (262, 470)]), 26, mix(wood, p.ink, 0.26), 20
        )
    with sheet.cut(shadow=10, dark=0.5, edge=0.45) as pen:
        for plank in range(4):
            drop = plank * 0.13
            upper = [_between(sheer(s / 20), keel(s / 20), 0.98 - drop) for s in range(21)]
            lower = [_between(sheer(s / 20), keel(s / 20), 0.86 - drop) for s in range(21)]
            pen.fill([*upper, *reversed(lower)], mix(wood, p.near, 0.14 + 0.1 * (plank % 2)))
            pen.stroke(lower, 3, mix(wood, p.ink, 0.45))
            for nail in range(1, 20, 2):
                x, y = upper[nail]
                pen.disc((x, y - 16), 3, mix(p.ink, wood, 0.3))
        rim = [sheer(s / 20) for s in range(21)]
        pen.stroke(rim, 20, mix(wood, p.paper, 0.25))
        eye: Point = (1176, 520)
        pen.fill(ring(eye, 44, 22, turn=-0.35), mix(p.paper, (255, 255, 255), 0.5))
        pen.disc((eye[0] + 8, eye[1] - 8), 14, p.ink)


def _between(top: Point, foot: Point, share: float) -> Point:
    """A place on the curved side, ``share`` of the way from the sheer down to the keel."""
    x = top[0] + (foot[0] - top[0]) * share**2
    return x, top[1] + (foot[1] - top[1]) * share
