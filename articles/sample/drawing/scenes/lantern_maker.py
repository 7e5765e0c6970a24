"""The maker of lanterns."""

from __future__ import annotations

from ..catalogue import UPRIGHT, picture
from ..curves import bend, blob, ring, smooth, trace
from ..hands import working_hand
from ..lanterns import lantern
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..plants import bamboo


@picture(
    "dan-long-den",
    UPRIGHT,
    Palette(rgb("#f6e5c2"), rgb("#d89b56"), rgb("#9c2a22"), rgb("#25130f"), rgb("#7c9150")),
)
def making_lanterns(sheet: Sheet) -> None:
    """Hands split bamboo over a lap; finished fish and lotus lanterns hang above."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.ink, p.near, 0.15)),
            (0.35, mix(p.near, p.ink, 0.6)),
            (0.7, mix(p.near, p.ink, 0.72)),
            (1, p.ink),
        ],
        wood=0.3,
    )
    sheet.glow((600, 330), 760, mix(p.far, p.near, 0.35), 0.55)
    with sheet.cut(shadow=10) as pen:
        for x in (70, 1110):
            bamboo(pen, rng, (x, 1100), 1150, mix(p.accent, p.ink, 0.62), p.ink, lean=-0.02)
        pen.stroke([(-20, 54), (1220, 38)], 24, mix(p.accent, p.far, 0.3))
        for x in range(60, 1200, 190):
            pen.box(x, 30, x + 7, 66, mix(p.accent, p.ink, 0.4))
    hung = (
        (190, 50, 118, "fish"),
        (470, 48, 120, "lotus"),
        (760, 45, 128, "fish"),
        (1030, 42, 112, "lotus"),
        (330, 330, 84, "lotus"),
        (900, 330, 88, "round"),
    )
    for x, top, size, shape in hung:
        y = top + (110 if top < 100 else 60)
        sheet.glow((x, y + size * 0.85), size * 2.6, mix(p.paper, p.far, 0.35), 0.6)
        with sheet.cut(shadow=11, dark=0.55) as pen:
            pen.stroke([(x, top), (x, y)], 2.5, p.ink)
            colour = {
                "fish": mix(p.near, rgb("#e0552f"), 0.7),
                "lotus": rgb("#e9a08d"),
                "round": mix(p.paper, p.far, 0.2),
            }[shape]
            lantern(pen, (x, y), size, colour, mix(p.near, p.ink, 0.45), shape=shape)
        sheet.glow((x, y + size * 0.9), size * 0.75, mix(p.paper, (255, 255, 255), 0.3), 0.55)
    _lap(sheet)


def _lap(sheet: Sheet) -> None:
    """The woman from the chin down: blouse, lap, hands, bamboo, paste and paper."""
    rng, p = sheet.rng, sheet.palette
    skin = rgb("#c08557")
    blouse = mix(p.paper, p.far, 0.22)
    with sheet.cut(shadow=18, dark=0.6, edge=0.35) as pen:
        pen.fill(blob("554,600 646,600 656,730 544,730"), mix(skin, p.ink, 0.3))
        pen.fill(ring((600, 566), 92, 104), p.ink)
        pen.fill(blob("520,540 680,540 668,610 632,656 600,666 568,656 532,610"), skin)
        pen.stroke(smooth([(582, 632), (600, 637), (618, 632)]), 5, mix(p.near, skin, 0.3))
        pen.fill(
            blob(
                "600,694 700,676 858,726 912,900 872,1120 850,1260 350,1260 328,1120 "
                "288,900 342,726 500,676"
            ),
            blouse,
        )
        pen.fill(trace("534,684 600,806 666,684 640,668 560,668"), mix(skin, p.ink, 0.12))
        pen.stroke([(600, 800), (604, 1240)], 4, mix(blouse, p.ink, 0.3))
        for button in range(4):
            pen.disc((612, 860 + button * 92), 8, p.near)
        pen.fill(
            blob("300,900 352,760 420,900 420,1250 350,1250 330,1100"), mix(blouse, p.ink, 0.2)
        )
    with sheet.cut(shadow=16, dark=0.55, edge=0.35) as pen:
        straw = mix(p.paper, p.far, 0.42)
        pen.fill(blob("330,588 600,560 870,588 720,616 600,622 480,616"), mix(straw, p.ink, 0.6))
        cone = [
            *bend((322, 596), (600, 410), -0.03),
            *bend((600, 410), (878, 596), -0.03),
            *bend((878, 596), (322, 596), -0.03),
        ]
        pen.fill(cone, straw)
        pen.fill(
            [*bend((322, 596), (600, 410), -0.03), *bend((600, 410), (500, 618), 0.02)],
            mix(straw, p.ink, 0.2),
        )
        for band in range(1, 9):
            t = band / 9
            pen.stroke(
                bend((600 - 274 * t, 410 + 182 * t), (600 + 274 * t, 410 + 182 * t), 0.05),
                2.4,
                mix(straw, p.ink, 0.25),
            )
    with sheet.cut(shadow=20, dark=0.6, edge=0.3) as pen:
        trousers = mix(p.near, p.ink, 0.35)
        pen.fill(
            blob(
                "600,1180 860,1130 1110,1190 1190,1330 1130,1520 70,1520 10,1330 90,1190 340,1130"
            ),
            trousers,
        )
        pen.fill(blob("600,1200 640,1330 660,1520 540,1520 560,1330"), mix(trousers, p.ink, 0.45))
        for fold in range(7):
            x = 140 + fold * 40
            pen.stroke(
                bend((x, 1250 + fold * 8), (x + 190, 1200), -0.12), 4, mix(trousers, p.ink, 0.35), 1
            )
            pen.stroke(
                bend((1060 - fold * 40, 1250 + fold * 8), (870 - fold * 40, 1200), 0.12),
                4,
                mix(trousers, p.ink, 0.35),
                1,
            )
    green = mix(p.accent, p.paper, 0.12)
    with sheet.cut(shadow=14, dark=0.55) as pen:
        frame = trace("330,1380 470,1310 640,1320 800,1385 650,1450 470,1455")
        outline = smooth(frame, closed=True)
        pen.fill(
            blob("330,1380 470,1310 560,1312 560,1456 470,1455"), mix(p.near, rgb("#e0552f"), 0.75)
        )
        pen.stroke([*outline, outline[0]], 9, mix(p.accent, p.far, 0.5))
        pen.stroke([(330, 1380), (930, 1386)], 7, mix(p.accent, p.far, 0.5))
        pen.stroke([*bend((800, 1385), (940, 1300), 0.2)], 8, mix(p.accent, p.far, 0.5))
        pen.stroke([*bend((800, 1385), (940, 1470), -0.2)], 8, mix(p.accent, p.far, 0.5))
        for x in (470, 560, 650, 730):
            reach = 72 - abs(x - 560) * 0.22
            pen.stroke(
                bend((x, 1382 - reach), (x, 1382 + reach), 0.2), 6, mix(p.accent, p.far, 0.45)
            )
    with sheet.cut(shadow=16, dark=0.6, edge=0.35) as pen:
        pen.stroke([(250, 1150), (590, 1064)], 34, green)
        pen.stroke([(590, 1062), (905, 964)], 15, mix(green, p.paper, 0.3))
        pen.stroke([(590, 1070), (915, 1012)], 15, mix(green, p.ink, 0.15))
        for node in ((330, 1130), (470, 1095)):
            pen.stroke(
                [(node[0] - 4, node[1] - 16), (node[0] + 5, node[1] + 17)],
                6,
                mix(green, p.ink, 0.45),
            )
        pen.fill(
            trace("566,1000 640,1040 654,1086 626,1098 556,1030"), mix(p.paper, rgb("#8d99a0"), 0.7)
        )
        pen.stroke([(648, 1078), (724, 1130)], 26, mix(p.far, p.ink, 0.45))
    with sheet.cut(shadow=16, dark=0.6, edge=0.35) as pen:
        sleeve = mix(blouse, p.ink, 0.06)
        pen.stroke([(330, 800), (190, 1080)], 128, sleeve, 108)
        pen.stroke([(872, 800), (1030, 1080)], 128, sleeve, 108)
        working_hand(pen, (190, 1080), (392, 1130), (446, 1110), 104, skin, p.ink, sleeve, curl=1)
        working_hand(pen, (1030, 1080), (806, 1158), (744, 1136), 104, skin, p.ink, sleeve, curl=1)
    with sheet.cut(shadow=8, dark=0.5) as pen:
        for _ in range(16):
            x, y = rng.uniform(120, 1080), rng.uniform(1210, 1480)
            pen.stroke(
                bend(
                    (x, y),
                    (x + rng.uniform(-60, 60), y + rng.uniform(-24, 24)),
                    rng.uniform(-0.4, 0.4),
                ),
                5,
                mix(green, p.paper, rng.uniform(0, 0.6)),
                2,
            )
