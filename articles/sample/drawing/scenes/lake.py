"""Early on lake Mây Thượng."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, bend, height_at, ridge, ring, smooth, trace
from ..palette import Colour, Palette, mix, rgb
from ..paper import Haze, Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import leaf, tuft
from ..sky import mist_band
from ..waterside import ripples

POLE = Pose(lean=12, nod=4, hands=((0.17, 0.7), (0.15, 0.5)), feet=((0.1, 0.0), (-0.13, 0.0)))


@picture(
    "thuyen-som-ho-may-thuong",
    WIDE,
    Palette(rgb("#eff1e4"), rgb("#b3cbc6"), rgb("#5e8c8c"), rgb("#15333b"), rgb("#d9662f")),
)
def lake(sheet: Sheet) -> None:
    """Ridges in mist and their reflections, an old woman poling, a kingfisher on its branch."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.far, p.paper, 0.2)),
            (0.25, mix(p.paper, rgb("#fbe3c0"), 0.5)),
            (0.45, p.paper),
            (1, mix(p.far, p.paper, 0.3)),
        ],
        wood=0.07,
    )
    sheet.glow((640, 250), 480, mix(p.paper, rgb("#ffdcae"), 0.6), 0.8)
    shore = 470.0
    for height, relief, depth in ((250, 110, 0.25), (330, 90, 0.5), (400, 60, 0.85)):
        crest = ridge(rng, -20, 1620, height, relief, rough=0.5)
        colour = mix(p.far, p.near, depth)
        with sheet.cut(shadow=5, dark=0.2, haze=Haze(p.paper, height - 20, shore, 0.9)) as pen:
            pen.fill([*crest, (1620, shore), (-20, shore)], colour)
        with sheet.cut(shadow=0, edge=0, see=0.34, soft=3) as pen:
            flipped = [(x, shore + (shore - y) * 0.8) for x, y in crest]
            pen.fill([*flipped, (1620, shore), (-20, shore)], colour)
    _pines(sheet, shore)
    with sheet.cut(shadow=0, edge=0, see=0.7) as pen:
        ripples(pen, rng, (-60, 486, 1600, 900), mix(p.far, p.paper, 0.75), count=150, longest=240)
        ripples(pen, rng, (-60, 486, 1600, 900), mix(p.near, p.far, 0.4), count=70, longest=200)
    mist_band(sheet, 410, 474, 560, mix(p.paper, (255, 255, 255), 0.5), 0.85)
    _boat(sheet)
    mist_band(sheet, 560, 640, 730, mix(p.paper, (255, 255, 255), 0.5), 0.3)
    _branch(sheet)


def _pine(pen: Pen, foot: Point, tall: float, green: Colour, dark: Colour, lean: float) -> None:
    """A pine in tiers, thin at the top."""
    x, y = foot
    pen.stroke([(x, y), (x + lean * tall, y - tall)], tall * 0.035, dark, 1.5)
    for tier in range(9):
        share = tier / 9
        cx, cy = x + lean * tall * (0.22 + 0.78 * share), y - tall * (0.22 + 0.78 * share)
        half = tall * 0.24 * (1 - share) + 5
        colour = mix(green, dark, 0.12 + 0.2 * (tier % 2))
        pen.fill(
            [
                (cx, cy - tall * 0.13),
                (cx + half * 0.5, cy - tall * 0.02),
                (cx + half, cy + tall * 0.045),
                (cx + half * 0.3, cy + tall * 0.02),
                (cx, cy + tall * 0.05),
                (cx - half * 0.3, cy + tall * 0.02),
                (cx - half, cy + tall * 0.045),
                (cx - half * 0.5, cy - tall * 0.02),
            ],
            colour,
        )


def _pines(sheet: Sheet, shore: float) -> None:
    """The wooded west bank coming in from the right, and its reflection."""
    rng, p = sheet.rng, sheet.palette
    bank = smooth(trace("900,474 1040,462 1180,452 1340,436 1480,414 1660,388"))
    green = mix(p.near, rgb("#3f6f58"), 0.5)
    trees = [
        (
            x,
            height_at(bank, x) + 6,
            rng.uniform(70, 120) * (0.5 + (x - 900) / 700),
            rng.uniform(-0.03, 0.03),
        )
        for x in range(960, 1640, 26)
    ]
    with sheet.cut(shadow=0, edge=0, see=0.42, soft=2) as pen:
        pen.fill(
            [(x, 2 * shore + 8 - y) for x, y in bank] + [(1660, shore), (900, shore)],
            mix(green, p.ink, 0.25),
        )
        for x, y, tall, lean in trees:
            pen.fill(
                [
                    (x - tall * 0.2, 2 * shore - y),
                    (x + tall * 0.2, 2 * shore - y),
                    (x + lean * tall, 2 * shore - y + tall * 0.85),
                ],
                mix(green, p.ink, 0.3),
            )
    with sheet.cut(shadow=8, dark=0.35, edge=0.3, haze=Haze(p.paper, 330, 480, 0.45)) as pen:
        pen.fill([*bank, (1660, shore + 8), (900, shore + 8)], mix(green, p.ink, 0.3))
        for x, y, tall, lean in trees:
            _pine(pen, (x, y), tall, mix(green, p.far, rng.uniform(0, 0.3)), p.ink, lean)


def _boat(sheet: Sheet) -> None:
    """The woven boat with the old woman, nets in a heap, rings widening round the pole."""
    p = sheet.palette
    x, y = 640.0, 640.0
    with sheet.cut(shadow=0, edge=0, see=0.4, soft=4) as pen:
        pen.fill(ring((x, y + 26), 172, 20), p.ink)
        for band in range(9):
            half = 30 - band * 2
            pen.box(
                x - 60 - half,
                y + 40 + band * 15,
                x - 60 + half,
                y + 48 + band * 15,
                mix(p.ink, p.accent, 0.3),
            )
    with sheet.ink(slip=(0, 0), see=0.8, worn=0.1) as pen:
        for size in (34, 66, 104):
            outline = ring((x - 206, y + 46), size, size * 0.2)
            pen.stroke([*outline, outline[0]], 2.2, p.paper)
        for spread in (1, 2):
            pen.stroke(
                bend((x + 190, y + 8), (x + 60 + spread * 190, y + 60 + spread * 26), -0.05),
                2.6,
                p.paper,
                1,
            )

    def pole(near: Point, _far: Point) -> None:
        pen.stroke(
            [(near[0] + 60, near[1] - 170), (x - 208, y + 48)],
            7,
            mix(rgb("#8a6b3c"), p.ink, 0.3),
            6,
        )

    with sheet.cut(shadow=9, dark=0.4, edge=0.4) as pen:
        skin = mix(rgb("#b57e55"), p.ink, 0.15)
        Figure(
            pen, (x - 62, y + 2), 270, -1, POLE,
            Dress(
                rgb("#6d4a52"), p.ink, skin, p.ink, hat="non", hair="bun", hair_colour=p.paper,
                headgear=mix(rgb("#e8d4a0"), p.paper, 0.25),
            ),
        ).draw(pole)  # fmt: skip
        hull = smooth(
            [
                (x - 190, y - 26),
                (x - 150, y + 14),
                (x - 80, y + 30),
                (x + 90, y + 30),
                (x + 160, y + 10),
                (x + 206, y - 34),
            ]
        )
        rim = smooth(
            [(x + 206, y - 34), (x + 130, y - 6), (x, y + 2), (x - 120, y - 4), (x - 190, y - 26)]
        )
        weave = mix(rgb("#8a6b3c"), p.ink, 0.25)
        pen.fill([*hull, *rim], weave)
        for strand in range(21):
            left = x - 146 + strand * 14
            pen.stroke([(left, y + 2), (left + 16, y + 26)], 1.8, mix(weave, p.paper, 0.22))
            pen.stroke([(left + 14, y + 2), (left, y + 26)], 1.8, mix(weave, p.ink, 0.35))
        pen.stroke(rim, 8, mix(weave, p.paper, 0.15))
        for heap in range(9):
            pen.stroke(
                bend((x + 50 + heap * 8, y - 4), (x + 74 + heap * 8, y - 6), -0.7, steps=10),
                3,
                mix(p.near, p.paper, 0.3 if heap % 2 else 0.05),
            )
        for cork in range(5):
            pen.disc((x + 58 + cork * 16, y - 15 - cork % 2 * 7), 6, p.accent)


def _branch(sheet: Sheet) -> None:
    """The near shore on the left: reeds, and the bare branch with the bird."""
    rng, p = sheet.rng, sheet.palette
    dark = mix(p.ink, p.near, 0.12)
    with sheet.cut(shadow=13, dark=0.45, edge=0.3) as pen:
        bough = smooth([(-30, 250), (120, 262), (230, 300), (330, 316), (420, 346)])
        pen.stroke(bough, 24, dark, 5)
        pen.stroke(bend((190, 284), (270, 210), 0.12), 9, dark, 2)
        pen.stroke(bend((90, 258), (150, 350), -0.15), 8, dark, 2)
        for x, y in (
            (268, 212),
            (240, 240),
            (150, 348),
            (132, 318),
            (418, 345),
            (60, 250),
            (20, 246),
        ):
            for _ in range(5):
                leaf(
                    pen,
                    (x + rng.uniform(-12, 12), y + rng.uniform(-8, 8)),
                    rng.uniform(-0.6, 2.6),
                    rng.uniform(26, 40),
                    14,
                    mix(mix(p.near, rgb("#3f6f58"), 0.5), p.ink, rng.uniform(0.2, 0.6)),
                )
    with sheet.cut(shadow=8, dark=0.45, edge=0.5) as pen:
        _kingfisher(pen, (338, 302), 92, p)
    with sheet.cut(shadow=14, dark=0.45, edge=0.3) as pen:
        ground = smooth(trace("-30,800 120,818 280,850 430,884 560,920"))
        pen.fill([*ground, (-30, 930)], dark)
        for _ in range(60):
            x = rng.uniform(-20, 470)
            tuft(
                pen,
                rng,
                (x, 812 + max(0, x) * 0.2 + rng.uniform(0, 30)),
                rng.uniform(50, 170) * (1 - max(0, x) / 700),
                mix(dark, p.near, rng.uniform(0, 0.5)),
                blades=5,
            )
        for x, top in ((40, 560), (96, 610), (150, 590), (214, 680)):
            pen.stroke(bend((x, 840), (x + 16, top), 0.02), 4, mix(dark, p.near, 0.3))
            pen.stroke(
                [(x + 15, top - 4), (x + 18, top + 66)], 15, mix(rgb("#7a4a2c"), p.ink, 0.25)
            )
    with sheet.cut(shadow=3, dark=0.2, edge=0.5) as pen:
        for x, y in (
            (980, 780),
            (1060, 812),
            (1180, 770),
            (1296, 834),
            (1400, 792),
            (1120, 858),
            (1490, 850),
        ):
            pad = ring((x, y), 52, 13)
            pen.fill(pad[2:-2] + [(x, y)], mix(rgb("#5f8f62"), p.near, rng.uniform(0, 0.5)))
        for x, y in ((1066, 806), (1402, 786)):
            for petal in range(7):
                leaf(
                    pen,
                    (x, y),
                    -math.pi * (0.12 + 0.76 * petal / 6),
                    30,
                    15,
                    mix(rgb("#f0c4c8"), p.paper, 0.2 * (petal % 2)),
                )


def _kingfisher(pen: Pen, at: Point, size: float, p: Palette) -> None:
    """Blue back, orange breast, a beak longer than its patience."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * size, y - py * size

    blue = rgb("#2f7fa8")
    pen.fill(
        smooth(
            [spot(-0.3, 0.1), spot(-0.66, -0.34), spot(-0.5, -0.38), spot(-0.14, 0.0)], closed=True
        ),
        mix(blue, p.ink, 0.4),
    )
    pen.fill(
        smooth(
            [
                spot(0.16, 0.72),
                spot(0.3, 0.4),
                spot(0.16, 0.08),
                spot(-0.14, 0.0),
                spot(-0.34, 0.2),
                spot(-0.3, 0.56),
            ],
            closed=True,
        ),
        p.accent,
    )
    pen.fill(
        smooth(
            [
                spot(0.02, 0.8),
                spot(-0.1, 0.5),
                spot(-0.3, 0.0),
                spot(-0.44, 0.16),
                spot(-0.4, 0.5),
                spot(-0.24, 0.78),
            ],
            closed=True,
        ),
        blue,
    )
    pen.fill(
        smooth(
            [
                spot(0.3, 0.98),
                spot(0.36, 0.82),
                spot(0.18, 0.66),
                spot(-0.14, 0.66),
                spot(-0.3, 0.84),
                spot(-0.1, 1.08),
                spot(0.14, 1.1),
            ],
            closed=True,
        ),
        blue,
    )
    pen.fill(
        smooth([spot(0.3, 0.84), spot(0.1, 0.88), spot(-0.12, 0.78), spot(0.1, 0.74)], closed=True),
        p.accent,
    )
    pen.fill([spot(0.3, 0.95), spot(0.98, 0.82), spot(0.32, 0.82)], p.ink)
    pen.disc(spot(0.2, 0.93), size * 0.05, p.ink)
    pen.disc(spot(0.215, 0.945), size * 0.016, p.paper)
    pen.fill(
        smooth(
            [spot(0.06, 0.72), spot(-0.06, 0.68), spot(-0.16, 0.72), spot(-0.04, 0.78)], closed=True
        ),
        p.paper,
    )
    for claw in (-0.04, 0.08):
        pen.stroke(
            [spot(claw, 0.04), spot(claw + 0.04, -0.08)], size * 0.05, mix(p.accent, p.ink, 0.3)
        )
