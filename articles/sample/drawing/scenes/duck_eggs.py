"""Eggs gathered before daybreak."""

from __future__ import annotations

import math

from ..animals import duck
from ..catalogue import LANDSCAPE, picture
from ..curves import Point, ring, smooth, trace
from ..land import hills
from ..loads import basket
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, tuft

GATHER = Pose(
    hip=(-0.1, 0.17),
    lean=26,
    nod=18,
    hands=((0.2, 0.15), (0.16, 0.2)),
    feet=((0.1, 0.0), (0.04, 0.0)),
    breadth=0.1,
)


@picture(
    "nhat-trung-vit",
    LANDSCAPE,
    Palette(rgb("#fbdf9c"), rgb("#c98f4a"), rgb("#33506e"), rgb("#0f1a2b"), rgb("#c4472f")),
)
def gathering_eggs(sheet: Sheet) -> None:
    """A storm lamp on the straw, a man crouching, ducks asleep all round."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, p.ink),
            (0.25, mix(p.near, p.ink, 0.4)),
            (0.4, p.near),
            (0.46, mix(p.near, p.far, 0.3)),
        ],
        wood=0.2,
    )
    with sheet.cut(shadow=2, dark=0.1, edge=0) as pen:
        for _ in range(80):
            at = (rng.uniform(0, 1500), rng.uniform(0, 330))
            pen.disc(at, rng.choice((1.3, 1.8, 2.8)), mix(p.paper, p.near, rng.uniform(0, 0.5)))
    hills(sheet, 400, 40, mix(p.near, p.ink, 0.3), shadow=4)
    with sheet.cut(shadow=5) as pen:
        for x in (90, 180, 1330, 1420):
            areca(
                pen,
                rng,
                (x, 470),
                rng.uniform(190, 240),
                mix(p.ink, p.near, 0.3),
                mix(p.ink, p.near, 0.25),
                p.ink,
            )
    with sheet.cut(shadow=8, dark=0.5) as pen:
        pen.box(-10, 456, 1510, 1010, mix(p.far, p.ink, 0.62))
        tent = mix(rgb("#3f6f86"), p.ink, 0.2)
        pen.fill(trace("1010,470 1130,300 1290,290 1420,470"), tent)
        pen.fill(trace("1010,470 1130,300 1180,470"), mix(tent, p.ink, 0.35))
        pen.fill(trace("1080,470 1134,380 1160,470"), mix(p.far, p.ink, 0.3))
    lamp: Point = (760, 690)
    sheet.glow(lamp, 760, p.far, 0.55)
    with sheet.cut(shadow=4, dark=0.4) as pen:
        for post in range(12):
            x = 20 + post * 132
            pen.stroke([(x, 560), (x + 4, 444)], 9, mix(p.far, p.ink, 0.55))
        for row in range(4):
            y = 458 + row * 26
            pen.stroke([(-10, y), (1510, y + 4)], 2, mix(p.far, p.ink, 0.4))
        for column in range(60):
            x = column * 26
            pen.stroke([(x, 456), (x + 18, 540)], 1.2, mix(p.far, p.ink, 0.45))
    with sheet.cut(shadow=6, dark=0.4) as pen:
        for _ in range(520):
            x, y = rng.uniform(-20, 1500), 570 + rng.random() ** 0.8 * 430
            near = max(0.0, 1 - math.hypot(x - lamp[0], (y - 800) * 1.6) / 760)
            straw = mix(mix(p.far, p.ink, 0.55), mix(p.paper, p.far, 0.35), near)
            turn = rng.uniform(-0.5, 0.5)
            run = rng.uniform(20, 70)
            pen.stroke(
                [(x, y), (x + math.cos(turn) * run, y + math.sin(turn) * run * 0.5)], 4, straw, 1.5
            )
    white = mix(p.paper, (255, 255, 255), 0.45)
    flock = []
    for _ in range(46):
        x, y = rng.uniform(-10, 1510), rng.uniform(590, 960)
        if not (330 < x < 1010 and y > 640) and not (x > 1080 and y > 820):
            flock.append((x, y))
    for part in range(3):
        with sheet.cut(shadow=5 + 2 * part, dark=0.55, edge=0.35) as pen:
            for x, y in sorted(flock, key=lambda spot: spot[1])[part::3]:
                near = max(0.0, 1 - math.hypot(x - lamp[0], (y - 780) * 1.4) / 800)
                body = mix(mix(white, p.near, 0.6), white, near)
                size = 62 + (y - 560) * 0.17
                duck(pen, (x, y), size, 1 if x < lamp[0] else -1, body, p.ink, swims=True)
    with sheet.cut(shadow=6, dark=0.5, edge=0.3) as pen:
        for _ in range(34):
            x, y = rng.gauss(700, 190), rng.uniform(820, 960)
            egg = mix(mix(p.paper, (255, 255, 255), 0.5), rgb("#9fb8b0"), rng.uniform(0, 0.4))
            pen.fill(ring((x, y), 21, 16, turn=rng.uniform(-0.6, 0.6)), mix(egg, p.ink, 0.25))
            pen.fill(ring((x - 3, y - 3), 17, 12, turn=rng.uniform(-0.6, 0.6)), egg)
    skin = mix(rgb("#b27a50"), p.ink, 0.06)
    coat = Dress(
        mix(rgb("#3f5f78"), p.ink, 0.1),
        mix(p.ink, p.near, 0.3),
        skin,
        p.ink,
        mix(p.paper, p.far, 0.3),
        "non",
    )
    with sheet.cut(shadow=15, dark=0.6, edge=0.45) as pen:
        hand = Figure(pen, (440, 940), 760, 1, GATHER, coat).draw().spot(GATHER.hands[0])
        pen.fill(ring((hand[0] + 20, hand[1] + 8), 22, 17), white)
    with sheet.cut(shadow=14, dark=0.6) as pen:
        mouth: Point = (950, 806)
        basket(pen, mouth, 250, 110, mix(p.far, p.paper, 0.15), p.ink, mix(p.far, p.ink, 0.4))
        for row in range(4):
            for number in range(7 - row):
                x = mouth[0] + (number - (6 - row) / 2) * 31
                y = mouth[1] + 8 - row * 19
                egg = mix(white, rgb("#9fb8b0"), rng.uniform(0, 0.35))
                pen.fill(ring((x, y), 18, 14), mix(egg, p.ink, 0.2))
                pen.fill(ring((x - 3, y - 3), 14, 10), egg)
    with sheet.cut(shadow=13, dark=0.6, edge=0.4) as pen:
        hide = mix(rgb("#b9813f"), p.ink, 0.12)
        pen.stroke(
            smooth(trace("1440,900 1490,920 1470,950 1400,948")), 24, mix(hide, p.ink, 0.2), 12
        )
        back = trace("1170,930 1200,880 1280,852 1380,856 1452,898 1452,940 1380,956 1220,956")
        pen.fill(smooth(back, closed=True), hide)
        haunch = trace("1340,956 1330,906 1380,876 1440,900 1450,944 1400,958")
        pen.fill(smooth(haunch, closed=True), mix(hide, p.ink, 0.16))
        pen.stroke(trace("1230,950 1120,956"), 24, mix(hide, p.ink, 0.1), 18)
        head = trace("1220,892 1200,862 1160,862 1140,890 1092,914 1098,934 1150,938 1206,930")
        pen.fill(smooth(head, closed=True), mix(hide, p.paper, 0.1))
        pen.fill(
            smooth(trace("1176,864 1204,856 1230,890 1206,914"), closed=True), mix(hide, p.ink, 0.4)
        )
        pen.stroke(smooth(trace("1140,898 1150,904 1160,900")), 4, p.ink)
        pen.disc((1094, 920), 9, p.ink)
    with sheet.cut(shadow=6, edge=0.2) as pen:
        x, y = lamp
        pen.box(x - 26, y + 34, x + 26, y + 52, p.ink)
        pen.fill(
            smooth(
                [
                    (x - 22, y + 34),
                    (x - 27, y),
                    (x - 14, y - 32),
                    (x + 14, y - 32),
                    (x + 27, y),
                    (x + 22, y + 34),
                ],
                closed=True,
                steps=4,
            ),
            mix(p.paper, (255, 255, 255), 0.3),
        )
        pen.box(x - 17, y - 46, x + 17, y - 30, p.ink)
        pen.stroke(
            smooth(
                [
                    (x - 30, y + 30),
                    (x - 34, y - 30),
                    (x, y - 78),
                    (x + 34, y - 30),
                    (x + 30, y + 30),
                ]
            ),
            4,
            p.ink,
        )
        for _ in range(12):
            tuft(
                pen,
                rng,
                (rng.uniform(0, 1500), rng.uniform(975, 1005)),
                rng.uniform(24, 50),
                mix(p.far, p.ink, 0.5),
            )
    sheet.glow(lamp, 230, p.paper, 0.55)
    sheet.glow(lamp, 60, mix(p.paper, (255, 255, 255), 0.5), 0.8)
