"""Football: a header in added time."""

from __future__ import annotations

import math
from dataclasses import replace

from ..catalogue import LANDSCAPE, picture
from ..curves import bend, ring, trace
from ..land import dash
from ..loads import football
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import tuft
from ..sky import rain

LEAP = Pose(
    hip=(0.0, 0.56),
    lean=9,
    nod=10,
    hands=((-0.24, 0.72), (0.3, 0.76)),
    feet=((-0.04, 0.1), (-0.2, 0.2)),
)


JUMP = Pose(
    hip=(0.0, 0.52),
    lean=-4,
    nod=-16,
    hands=((-0.24, 0.6), (0.27, 0.7)),
    feet=((0.08, 0.05), (-0.16, 0.12)),
)


@picture(
    "cu-danh-dau-phut-bu-gio",
    LANDSCAPE,
    Palette(rgb("#f5efcf"), rgb("#e4c662"), rgb("#2f6a4c"), rgb("#0d1f20"), rgb("#bf2b27")),
)
def the_header(sheet: Sheet) -> None:
    """In added time a player in red rises over two in white before the net."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, p.ink), (0.5, mix(p.near, p.ink, 0.62)), (0.75, mix(p.near, p.ink, 0.3))], wood=0.22
    )
    halo = (952, 190)
    light = mix(p.paper, p.far, 0.25)
    sheet.glow(halo, 760, mix(p.far, p.near, 0.35), 0.7)
    sheet.glow(halo, 360, light, 0.7)
    with sheet.cut(shadow=0, edge=0.2) as pen:
        pen.stroke([(halo[0] + 60, 230), (halo[0] + 64, 620)], 13, p.ink)
        for row in range(3):
            for column in range(6):
                pen.disc(
                    (halo[0] - 36 + column * 39, halo[1] - 54 + row * 39),
                    14,
                    mix(light, (255, 255, 255), 0.65),
                )
    with sheet.cut(shadow=6) as pen:
        pen.fill(trace("-10,560 1510,520 1510,760 -10,760"), mix(p.ink, p.near, 0.3))
        for _ in range(420):
            x, y = rng.uniform(0, 1500), rng.uniform(548, 690)
            tone = rng.choice(
                (
                    p.near,
                    p.ink,
                    mix(p.far, p.ink, 0.5),
                    mix(p.accent, p.ink, 0.4),
                    mix(p.paper, p.ink, 0.5),
                )
            )
            pen.disc((x, y), 9, mix(tone, p.ink, 0.35))
            pen.fill(ring((x, y + 22), 16, 18), mix(tone, p.ink, 0.25))
    with sheet.cut(shadow=8) as pen:
        pen.box(-10, 716, 1510, 1010, mix(p.near, p.ink, 0.18))
        for band in range(0, 8, 2):
            pen.box(-10, 716 + band * 40, 1510, 752 + band * 44, mix(p.near, p.ink, 0.32))
        for _ in range(340):
            tuft(
                pen,
                rng,
                (rng.uniform(0, 1500), rng.uniform(735, 1000)),
                rng.uniform(8, 20),
                mix(p.near, rng.choice((p.paper, p.ink)), rng.uniform(0.05, 0.3)),
                blades=3,
            )
    white = mix(p.paper, (255, 255, 255), 0.45)
    with sheet.cut(shadow=7, dark=0.5) as pen:
        front_top, front_low, back_top, back_low = (
            (1188, 250),
            (1188, 858),
            (1452, 330),
            (1500, 800),
        )
        for line in range(19):
            t = line / 18
            a = (front_top[0] + (1640 - front_top[0]) * t, front_top[1] - 40 * t)
            pen.stroke([(a[0], a[1]), (a[0] + 110, 800 - 40 * t)], 2, mix(p.paper, p.ink, 0.35))
            y = front_top[1] + (front_low[1] - front_top[1]) * t
            pen.stroke(
                bend((front_top[0], y), (1560, 300 + 480 * t), 0.03), 2, mix(p.paper, p.ink, 0.35)
            )
        pen.stroke([front_top, (1640, 214)], 17, white)
        pen.stroke([front_top, front_low], 20, white)
        pen.stroke(
            [(front_top[0] + 5, front_top[1]), (front_low[0] + 5, front_low[1])],
            6,
            mix(p.paper, p.ink, 0.3),
        )
        pen.stroke([back_top, back_low], 5, mix(p.paper, p.ink, 0.4))
    skin = mix(rgb("#b57e55"), p.ink, 0.05)
    pale = Dress(white, mix(p.ink, p.near, 0.25), skin, p.ink, bare_legs=True, boots=p.ink)
    red = Dress(
        p.accent,
        mix(p.accent, p.ink, 0.25),
        mix(skin, p.paper, 0.06),
        p.ink,
        bare_legs=True,
        boots=p.ink,
    )
    with sheet.cut(shadow=0, edge=0, see=0.5, soft=4) as pen:
        for x, wide in ((470, 130), (720, 150), (985, 130)):
            pen.disc((x, 930), wide, p.ink, 0.13)
    with sheet.cut(shadow=14, dark=0.6, edge=0.4) as pen:
        Figure(
            pen,
            (985, 900),
            590,
            -1,
            replace(JUMP, hands=((0.26, 0.62), (-0.22, 0.56)), feet=((0.12, 0.1), (-0.1, 0.02))),
            pale,
        ).draw()
    with sheet.cut(shadow=14, dark=0.6, edge=0.4) as pen:
        Figure(pen, (470, 912), 600, 1, JUMP, pale).draw()
    with sheet.cut(shadow=18, dark=0.6, edge=0.5) as pen:
        hero = Figure(pen, (704, 776), 650, 1, LEAP, red).draw()
        nose = hero.lamp()
    with sheet.cut(shadow=8, dark=0.5, edge=0.4) as pen:
        ball = (nose[0] + 66, nose[1] - 32)
        football(pen, ball, 37, white, p.ink)
    with sheet.ink(slip=(0, 0), see=0.8) as pen:
        for number in range(7):
            angle = -0.5 + number * 0.34
            start = (ball[0] + math.cos(angle) * 52, ball[1] + math.sin(angle) * 52)
            dash(
                pen,
                start,
                (ball[0] + math.cos(angle) * 96, ball[1] + math.sin(angle) * 96),
                5,
                light,
            )
        for _ in range(70):
            x, y = nose[0] + rng.gauss(20, 90), nose[1] + rng.gauss(-10, 80)
            pen.disc((x, y), rng.uniform(1, 3.4), mix(p.paper, p.far, 0.3))
    rain(sheet, mix(p.paper, p.far, 0.2), count=110, slant=0.2, length=70, see=0.3)
