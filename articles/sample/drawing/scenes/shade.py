"""Under wide trees: the empty bench, the school yard."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, ring, trace, wave
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import broad_tree, foliage, leaf, tuft
from ..waterside import ripples


@picture(
    "ghe-da-bo-ke",
    LANDSCAPE,
    Palette(rgb("#f6e5c3"), rgb("#a79db0"), rgb("#7d8a62"), rgb("#332b33"), rgb("#c98a35")),
)
def the_empty_bench(sheet: Sheet) -> None:
    """Late light under a wide tree; a hat lies on the stone bench."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.far, p.paper, 0.5)), (0.25, mix(p.paper, p.accent, 0.25)), (0.45, p.paper)],
        wood=0.12,
    )
    sheet.glow((1180, 380), 520, mix(p.paper, rgb("#ffd890"), 0.6), 0.8)
    hills(sheet, 388, 56, mix(p.far, p.paper, 0.2), mist=(p.paper, 0.7), shadow=5)
    hills(
        sheet,
        430,
        22,
        mix(p.far, p.ink, 0.25),
        mist=(mix(p.paper, p.accent, 0.2), 0.6),
        shadow=5,
        rough=0.6,
    )
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 462, 1510, 760, mix(p.far, p.paper, 0.55))
        ripples(pen, rng, (0, 466, 1500, 700), mix(p.far, p.ink, 0.12), count=130, longest=170)
        ripples(
            pen,
            rng,
            (900, 466, 1500, 700),
            mix(p.paper, (255, 255, 255), 0.3),
            count=90,
            longest=130,
        )
    with sheet.cut(shadow=10, dark=0.4) as pen:
        pen.fill(trace("-10,668 1510,640 1510,720 -10,752"), mix(p.far, p.paper, 0.3))
        pen.fill(trace("-10,690 1510,660 1510,720 -10,752"), mix(p.far, p.ink, 0.2))
        for post in range(12):
            x = -20 + post * 134
            pen.box(x, 610 - post * 2.3, x + 22, 686 - post * 2.3, mix(p.far, p.ink, 0.12))
        pen.stroke([(-20, 622), (1510, 592)], 15, mix(p.far, p.paper, 0.25))
    with sheet.cut(shadow=8) as pen:
        ground = wave(-20, 1520, 724, 6, 900)
        pen.fill(
            [*ground, (1520, 1020), (-20, 1020)], mix(mix(p.near, p.accent, 0.45), p.paper, 0.25)
        )
        for _ in range(240):
            x, y = rng.uniform(-40, 1500), rng.uniform(735, 1000)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(30, 120), y + rng.uniform(-2, 2)),
                rng.uniform(1.5, 4),
                mix(p.near, p.ink, rng.uniform(0.0, 0.3)),
            )
    with sheet.cut(shadow=0, edge=0, see=0.42, soft=4) as pen:
        for _ in range(150):
            x, y = rng.gauss(380, 270), rng.gauss(862, 48)
            pen.disc((x, max(748, y)), rng.uniform(24, 60), mix(p.ink, p.far, 0.2), 0.24)
    broad_tree(
        sheet,
        (330, 815),
        810,
        mix(p.ink, p.near, 0.22),
        [
            mix(p.near, p.ink, 0.5),
            mix(p.near, p.ink, 0.12),
            mix(p.near, p.accent, 0.45),
            mix(p.accent, p.paper, 0.3),
        ],
        lean=0.22,
        size=25,
    )
    stone = mix(p.far, p.paper, 0.42)
    with sheet.cut(shadow=13, dark=0.55) as pen:
        for x in (690, 1030):
            pen.fill(
                [(x, 790), (x + 74, 790), (x + 66, 894), (x + 10, 894)], mix(stone, p.ink, 0.32)
            )
            pen.fill(
                [(x, 790), (x + 24, 790), (x + 28, 894), (x + 10, 894)], mix(stone, p.ink, 0.14)
            )
        pen.fill(trace("640,762 1150,754 1180,790 616,800"), mix(stone, p.paper, 0.4))
        pen.fill(trace("616,800 1180,790 1180,818 616,828"), mix(stone, p.ink, 0.2))
        for _ in range(40):
            x = rng.uniform(640, 1140)
            dash(
                pen,
                (x, rng.uniform(764, 792)),
                (x + rng.uniform(8, 30), rng.uniform(764, 792)),
                1.6,
                mix(stone, p.ink, 0.25),
            )
    straw = mix(p.paper, p.accent, 0.3)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        pen.fill(ring((938, 778), 92, 18, turn=-0.03), mix(straw, p.ink, 0.35))
        pen.fill(
            trace("847,776 880,752 932,700 938,696 944,700 998,750 1030,772 990,788 890,792"), straw
        )
        pen.fill(trace("847,776 880,752 932,700 938,696 916,792 890,792"), mix(straw, p.ink, 0.24))
        pen.stroke(bend((1000, 782), (1050, 850), -0.3), 4, p.accent)
    with sheet.cut(shadow=5, dark=0.5) as pen:
        for _ in range(90):
            foot = (rng.uniform(20, 1480), rng.uniform(770, 985))
            size = 12 + (foot[1] - 740) * 0.07
            leaf(
                pen,
                foot,
                rng.uniform(-0.6, 0.6) + rng.choice((0, math.pi)),
                size * 1.5,
                size * 0.7,
                mix(p.accent, rng.choice((p.paper, p.ink, rgb("#a8452d"))), rng.uniform(0, 0.5)),
            )
        for x, y in ((700, 776), (1090, 772), (760, 790)):
            leaf(pen, (x, y), 0.3, 26, 12, mix(p.accent, p.ink, 0.2))
        for x, y in ((620, 520), (800, 600), (1180, 430), (1000, 540)):
            leaf(pen, (x, y), rng.uniform(0, 6), 28, 13, p.accent)


@picture(
    "san-truong-khe-lim",
    LANDSCAPE,
    Palette(rgb("#f8ebcb"), rgb("#dfae62"), rgb("#5f8a55"), rgb("#2c2b2b"), rgb("#b24a2e")),
)
def school_yard(sheet: Sheet) -> None:
    """Children sit in a ring under the great tree of the school yard and read."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(rgb("#b9d0cc"), p.paper, 0.2)), (0.4, p.paper), (0.6, mix(p.paper, p.far, 0.3))],
        wood=0.1,
    )
    hills(sheet, 330, 110, mix(p.near, rgb("#a9c0c0"), 0.65), mist=(p.paper, 0.8), shadow=5)
    hills(sheet, 420, 70, mix(p.near, p.paper, 0.35), mist=(p.paper, 0.55), shadow=6)
    with sheet.cut(shadow=6) as pen:
        for x in range(-20, 1540, 60):
            foliage(
                pen,
                rng,
                (x, 560 + rng.uniform(-20, 10)),
                rng.uniform(50, 90),
                rng.uniform(34, 60),
                [mix(p.near, p.ink, 0.4), mix(p.near, p.ink, 0.1), mix(p.near, p.paper, 0.2)],
                size=16,
            )
    with sheet.cut(shadow=11, dark=0.45) as pen:
        house(pen, rng, 120, 640, 860, 236, mix(p.far, p.paper, 0.45), p.accent, p.ink, doors=5)
    with sheet.cut(shadow=8) as pen:
        pen.fill(
            [*wave(-20, 1520, 634, 5, 800), (1520, 1020), (-20, 1020)], mix(p.far, p.paper, 0.35)
        )
        for _ in range(150):
            x, y = rng.uniform(-40, 1500), rng.uniform(650, 1000)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 110), y),
                rng.uniform(1.5, 4),
                mix(p.far, p.ink, rng.uniform(0.06, 0.2)),
            )
        pen.stroke([(330, 660), (330, 236)], 8, mix(p.paper, p.ink, 0.25), 5)
        pen.disc((330, 232), 8, p.accent)
        pen.fill(trace("286,656 374,656 388,682 272,682"), mix(p.paper, p.ink, 0.2))
    with sheet.cut(shadow=0, edge=0, see=0.4, soft=4) as pen:
        for _ in range(140):
            pen.disc(
                (rng.gauss(980, 230), rng.gauss(842, 46)),
                rng.uniform(26, 66),
                mix(p.near, p.ink, 0.65),
                0.26,
            )
    broad_tree(
        sheet,
        (1060, 800),
        800,
        mix(p.ink, p.far, 0.25),
        [
            mix(p.near, p.ink, 0.5),
            mix(p.near, p.ink, 0.15),
            mix(p.near, p.far, 0.3),
            mix(p.near, p.paper, 0.35),
        ],
        lean=-0.12,
        size=25,
    )
    reading = Pose(
        hip=(-0.05, 0.1),
        lean=12,
        nod=20,
        hands=((0.2, 0.24), (0.25, 0.26)),
        feet=((0.2, 0.02), (0.1, 0.02)),
        breadth=0.1,
    )
    skin = rgb("#bd8456")
    white = mix(p.paper, (255, 255, 255), 0.5)
    tops = [
        white,
        p.accent,
        white,
        mix(p.near, p.ink, 0.1),
        white,
        rgb("#d8973a"),
        rgb("#4f7588"),
        white,
    ]
    count = 13
    ring_spots = sorted(
        ((math.tau * i / count + 0.2) for i in range(count)), key=lambda a: math.sin(a)
    )
    with sheet.cut(shadow=7, dark=0.5, edge=0.35) as pen:
        for number, angle in enumerate(ring_spots):
            x, y = 800 + 350 * math.cos(angle), 868 + 76 * math.sin(angle)
            face = 1 if math.cos(angle) < 0 else -1
            dress = Dress(
                tops[number % len(tops)],
                mix(p.ink, rgb("#3d4f74"), 0.5),
                skin,
                p.ink,
                hair=("short", "long", "bun")[number % 3],
            )

            def book(near: Point, far: Point, face: int = face, number: int = number) -> None:
                cx, cy = (near[0] + far[0]) / 2 + 4 * face, (near[1] + far[1]) / 2 - 8
                cover = (p.accent, rgb("#4f7588"), rgb("#d8973a"), p.near)[number % 4]
                pen.fill(
                    [
                        (cx - 17, cy + 10),
                        (cx + 19, cy + 10),
                        (cx + 19 + 6 * face, cy - 20),
                        (cx - 17 + 6 * face, cy - 20),
                    ],
                    cover,
                )
                pen.fill(
                    [
                        (cx - 14, cy + 7),
                        (cx, cy + 9),
                        (cx + 6 * face, cy - 18),
                        (cx - 14 + 6 * face, cy - 20),
                    ],
                    white,
                )

            Figure(pen, (x, y), 218 + 40 * math.sin(angle), face, reading, dress).draw(book)
    with sheet.cut(shadow=8) as pen:
        for _ in range(22):
            tuft(
                pen,
                rng,
                (
                    rng.choice((rng.uniform(-10, 200), rng.uniform(1300, 1500))),
                    rng.uniform(950, 1010),
                ),
                rng.uniform(36, 70),
                mix(p.near, p.ink, rng.uniform(0.1, 0.5)),
                blades=6,
            )
