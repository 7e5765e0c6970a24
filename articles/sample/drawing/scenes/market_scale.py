"""The scale at the foot of the sea-almond tree."""

from __future__ import annotations

from ..catalogue import UPRIGHT, picture
from ..curves import Point, bend, ring, smooth, trace
from ..land import dash
from ..market import awning, heap
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import broad_tree, leaf


@picture(
    "can-doi-chung-goc-bang",
    UPRIGHT,
    Palette(rgb("#fbe6c4"), rgb("#d99a5e"), rgb("#8d5a45"), rgb("#2b2429"), rgb("#b23a2a")),
)
def scale_under_the_tree(sheet: Sheet) -> None:
    """An old woman hangs the pan; her pupil watches from the cane chair."""
    rng, p = sheet.rng, sheet.palette
    blue = rgb("#a9bfc0")
    sheet.wash(
        [(0, mix(blue, p.paper, 0.2)), (0.35, p.paper), (0.6, mix(p.paper, p.far, 0.3))], wood=0.12
    )
    sheet.glow((300, 420), 560, mix(p.paper, (255, 235, 190), 0.5), 0.7)
    with sheet.cut(shadow=5, dark=0.3) as pen:
        for left, cloth in (
            (-60, (rgb("#6c8f8c"), p.paper)),
            (300, (mix(p.accent, p.paper, 0.3), p.paper)),
            (700, (mix(p.far, p.paper, 0.2), p.paper)),
            (1010, (rgb("#6c8f8c"), p.paper)),
        ):
            pen.box(left + 8, 720, left + 16, 900, mix(p.near, p.paper, 0.3))
            awning(
                pen,
                ((left + 20, 640), (left + 300, 640)),
                ((left, 716), (left + 330, 716)),
                [mix(c, p.paper, 0.3) for c in cloth],
                p.ink,
                stripes=9,
            )
        skin = mix(rgb("#b57b52"), p.paper, 0.25)
        seat = Pose(
            hip=(-0.05, 0.24),
            lean=8,
            nod=8,
            hands=((0.24, 0.34), (0.22, 0.3)),
            feet=((0.2, 0), (0.14, 0)),
            breadth=0.095,
        )
        for x, face, top in (
            (90, 1, rgb("#6c8f8c")),
            (470, -1, mix(p.accent, p.paper, 0.4)),
            (880, 1, mix(p.near, p.paper, 0.4)),
            (1130, -1, mix(p.far, p.paper, 0.2)),
        ):
            Figure(
                pen,
                (x, 930),
                260,
                face,
                seat,
                Dress(
                    top,
                    mix(p.near, p.ink, 0.2),
                    skin,
                    mix(p.ink, p.paper, 0.25),
                    mix(p.paper, p.far, 0.35),
                    "non",
                ),
            ).draw()
            for number, goods in enumerate(
                ("greens", "tomatoes") if x != 470 else ("roots", "pumpkins")
            ):
                heap(
                    pen,
                    rng,
                    (x + face * (90 + number * 84), 912),
                    90,
                    goods,
                    mix(p.far, p.paper, 0.2),
                    mix(p.ink, p.paper, 0.2),
                )
    ground = mix(p.far, p.paper, 0.35)
    with sheet.cut(shadow=5) as pen:
        pen.box(-10, 920, 1210, 1510, ground)
        for _ in range(150):
            x, y = rng.uniform(-40, 1200), rng.uniform(930, 1500)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 110), y),
                rng.uniform(1.5, 4),
                mix(ground, p.ink, rng.uniform(0.06, 0.2)),
            )
    with sheet.cut(shadow=0, edge=0, see=0.35, soft=4) as pen:
        for _ in range(120):
            pen.disc(
                (rng.gauss(640, 250), rng.gauss(1250, 70)),
                rng.uniform(26, 60),
                mix(p.near, p.ink, 0.5),
                0.26,
            )
    red = mix(p.accent, rgb("#d0703a"), 0.35)
    broad_tree(
        sheet,
        (980, 1220),
        1180,
        mix(p.ink, p.near, 0.35),
        [mix(p.accent, p.ink, 0.45), mix(p.accent, p.ink, 0.12), red, mix(red, p.paper, 0.3)],
        lean=-0.16,
        size=34,
        shadow=11,
    )
    with sheet.cut(shadow=6, dark=0.45) as pen:
        for _ in range(44):
            at = (rng.uniform(20, 1180), rng.uniform(1010, 1480))
            leaf(
                pen,
                at,
                rng.uniform(0, 6.2),
                34,
                20,
                mix(red, rng.choice((p.ink, p.paper)), rng.uniform(0, 0.35)),
            )
    iron = mix(p.ink, p.near, 0.12)
    beam_left, beam_right, pivot = (250.0, 640.0), (760.0, 586.0), (520.0, 610.0)
    with sheet.cut(shadow=14, dark=0.55, edge=0.4) as pen:
        pen.fill(trace("430,1290 610,1290 640,1330 400,1330"), iron)
        pen.stroke([(520, 1300), (520, 600)], 24, iron, 18)
        pen.disc((520, 592), 22, mix(iron, rgb("#d8a548"), 0.5))
        pen.stroke([beam_left, pivot, beam_right], 15, mix(rgb("#c8943c"), p.ink, 0.1))
        for notch in range(9):
            x = 560 + notch * 21
            pen.stroke([(x, 598 - notch * 2.2), (x, 612 - notch * 2.2)], 3, p.ink)
        pan = (250.0, 990.0)
        for side in (-108, 0, 108):
            pen.stroke([beam_left, (pan[0] + side, pan[1])], 4, iron)
        pen.fill(
            smooth(
                [
                    (pan[0] - 126, pan[1] - 4),
                    (pan[0] - 84, pan[1] + 40),
                    (pan[0] + 84, pan[1] + 40),
                    (pan[0] + 126, pan[1] - 4),
                ]
            ),
            mix(rgb("#c8943c"), p.ink, 0.22),
        )
        pen.fill(ring((pan[0], pan[1] - 2), 126, 22), mix(rgb("#d8a548"), p.paper, 0.25))
        for number in range(7):
            fish = (pan[0] - 66 + number * 22, pan[1] - 12 - (number % 3) * 10)
            pen.fill(
                ring(fish, 34, 11, turn=0.3 - 0.2 * number),
                mix(rgb("#9fb0b4"), p.ink, 0.1 * (number % 3)),
            )
        weight = (720.0, 590.0)
        pen.stroke([weight, (720, 740)], 4, iron)
        pen.fill(trace("690,740 750,740 762,830 678,830"), mix(rgb("#c8943c"), p.ink, 0.15))
        pen.fill(trace("690,740 706,740 700,830 678,830"), mix(rgb("#e2b860"), p.paper, 0.2))
    skin = mix(rgb("#b57b52"), p.ink, 0.05)
    hang = Pose(
        hip=(0, 0.52),
        lean=6,
        nod=-4,
        hands=((0.26, 0.72), (0.3, 0.66)),
        feet=((0.05, 0), (-0.06, 0)),
    )
    watch = Pose(
        hip=(-0.06, 0.27),
        lean=3,
        nod=-10,
        hands=((0.18, 0.35), (0.16, 0.33)),
        feet=((0.2, 0), (0.14, 0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=15, dark=0.55, edge=0.4) as pen:
        Figure(
            pen,
            (470, 1392),
            760,
            -1,
            hang,
            Dress(
                mix(p.near, p.ink, 0.12),
                mix(p.ink, p.near, 0.1),
                skin,
                p.ink,
                hair="bun",
                hair_colour=mix(p.paper, p.ink, 0.28),
            ),
        ).draw()
    cane = mix(rgb("#c99a52"), p.ink, 0.12)
    with sheet.cut(shadow=14, dark=0.55, edge=0.4) as pen:
        for leg in (850, 1000):
            pen.stroke([(leg, 1240), (leg + (leg - 925) * 0.12, 1400)], 16, mix(cane, p.ink, 0.25))
        pen.fill(smooth(trace("966,1020 1040,1010 1060,1240 990,1250"), closed=True, steps=4), cane)
        for slat in range(6):
            pen.stroke(
                [(976 + slat * 3, 1050 + slat * 34), (1046 + slat * 2, 1044 + slat * 34)],
                5,
                mix(cane, p.ink, 0.3),
            )
        pen.box(826, 1228, 1030, 1252, cane)
        Figure(
            pen,
            (900, 1408),
            640,
            -1,
            watch,
            Dress(
                mix(rgb("#5f8a8c"), p.ink, 0.05),
                mix(p.ink, rgb("#43506e"), 0.4),
                skin,
                p.ink,
                hair="long",
            ),
        ).draw()
    wood = mix(p.near, p.ink, 0.3)
    with sheet.cut(shadow=12, dark=0.55) as pen:
        pen.box(560, 1290, 800, 1308, mix(wood, p.paper, 0.2))
        for leg in (574, 786):
            pen.stroke([(leg, 1308), (leg, 1420)], 14, wood)
        pen.fill(trace("576,1244 690,1244 690,1290 576,1290"), mix(wood, p.accent, 0.25))
        pen.fill(trace("570,1210 684,1204 690,1244 576,1244"), mix(wood, p.accent, 0.45))
        for number in range(5):
            pen.box(
                584 + number * 20,
                1234 - number * 3,
                598 + number * 20,
                1258,
                mix(rgb("#e2b860"), p.paper, 0.1),
            )
        pot: Point = (748, 1262)
        pen.fill(ring(pot, 34, 28), mix(p.paper, (255, 255, 255), 0.3))
        pen.stroke(bend((778, 1258), (806, 1236), 0.2), 9, mix(p.paper, (255, 255, 255), 0.3))
        pen.stroke(smooth(trace("722,1250 720,1208 776,1208 774,1250")), 5, wood)
        pen.disc((748, 1230), 7, rgb("#5f8a8c"))
