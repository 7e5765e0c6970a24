"""Mending the dike at first light."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, ring, smooth, trace
from ..grounds import earth, river
from ..land import hills
from ..machines import excavator, lorry
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import tuft
from ..sky import birds

CARRY = Pose(
    hip=(0.0, 0.5),
    lean=16,
    nod=2,
    hands=((0.17, 0.66), (0.2, 0.68)),
    feet=((0.13, 0.02), (-0.13, 0.0)),
)
SWING = Pose(
    hip=(-0.02, 0.5),
    lean=-6,
    nod=10,
    hands=((0.16, 0.98), (0.1, 1.0)),
    feet=((0.14, 0), (-0.12, 0)),
    elbow=(-1, -1),
)
HOLD = Pose(
    hip=(-0.04, 0.36),
    lean=24,
    nod=6,
    hands=((0.28, 0.42), (0.3, 0.3)),
    feet=((0.12, 0), (-0.12, 0)),
    elbow=(1, 1),
)


@picture(
    "va-de-ngan-may",
    WIDE,
    Palette(rgb("#fbe3c0"), rgb("#d99a72"), rgb("#7c5a50"), rgb("#2a2026"), rgb("#e0a52e")),
)
def mending_the_dike(sheet: Sheet) -> None:
    """Stakes are driven and stones set at the foot of the slipped slope; an excavator above."""
    rng, p = sheet.rng, sheet.palette
    rose = mix(p.far, rgb("#c96a6a"), 0.35)
    sheet.wash(
        [
            (0, rgb("#6d7c93")),
            (0.2, mix(rose, rgb("#6d7c93"), 0.45)),
            (0.42, mix(p.paper, rose, 0.35)),
            (0.55, p.paper),
        ],
        wood=0.14,
    )
    sheet.glow((420, 400), 620, mix(p.paper, rgb("#ffd08a"), 0.5), 0.85)
    hills(
        sheet,
        366,
        56,
        mix(rose, rgb("#6d7c93"), 0.55),
        mist=(mix(p.paper, rose, 0.3), 0.8),
        shadow=4,
    )
    hills(
        sheet,
        424,
        16,
        mix(p.near, rgb("#6d7c93"), 0.5),
        mist=(mix(p.paper, rose, 0.3), 0.6),
        shadow=4,
        rough=0.6,
    )
    river(
        sheet,
        450,
        mix(rose, p.paper, 0.5),
        mix(p.near, rose, 0.45),
        mix(p.paper, (255, 255, 255), 0.3),
    )
    with sheet.cut(shadow=3, dark=0.25) as pen:
        birds(pen, rng, (560, 200), 120, 7, 20, mix(p.near, p.ink, 0.35))
    top = smooth(trace("560,470 720,430 900,392 1080,362 1300,346 1640,338"))
    soil = mix(p.near, p.far, 0.3)
    with sheet.cut(shadow=14, dark=0.5) as pen:
        pen.fill(
            [*top, (1640, 920), (240, 920), (330, 780), (430, 640), (500, 540)],
            mix(rgb("#74804f"), p.ink, 0.12),
        )
        for _ in range(160):
            x = rng.uniform(700, 1600)
            y = rng.uniform(380 + max(0, 1000 - x) * 0.12, 620)
            tuft(
                pen,
                rng,
                (x, y),
                rng.uniform(12, 26),
                mix(rgb("#8b9656"), p.ink, rng.uniform(0, 0.5)),
                blades=4,
            )
    with sheet.cut(shadow=12, dark=0.6) as pen:
        scar = smooth(
            trace("620,500 800,452 1010,430 1190,452 1300,520 1360,640 1420,780 1470,930")
        )
        pen.fill([*scar, (240, 930), (340, 770), (450, 630), (540, 540)], soil)
        for layer in range(6):
            line = [(x - 26 * layer + 20, y + 34 + layer * 46) for x, y in scar[4:46:3]]
            pen.stroke(smooth(line), 5 + layer, mix(soil, p.ink, 0.14 + 0.05 * (layer % 2)), 2)
        for _ in range(90):
            x, y = rng.uniform(440, 1360), rng.uniform(520, 840)
            pen.disc(
                (x, y),
                rng.uniform(3, 9),
                mix(soil, rng.choice((p.ink, p.paper)), rng.uniform(0.1, 0.3)),
                0.7,
            )
    with sheet.cut(shadow=10, dark=0.55, edge=0.4) as pen:
        excavator(pen, (1230, 356), 236, -1, p.accent, p.ink)
        lorry(pen, (1500, 350), 190, -1, mix(rgb("#4a6a72"), p.ink, 0.1), p.ink)
        for _ in range(12):
            pen.disc(
                (1462 + rng.uniform(0, 110), 270 + rng.uniform(-12, 8)),
                rng.uniform(9, 17),
                mix(p.far, p.near, rng.uniform(0.3, 0.8)),
                0.8,
            )
    skin = mix(rgb("#a5714c"), p.ink, 0.2)
    straw = mix(p.paper, p.far, 0.25)
    coats = [
        mix(rgb("#3f5f73"), p.ink, 0.1),
        mix(p.paper, p.near, 0.3),
        mix(rgb("#8c3b30"), p.ink, 0.1),
        mix(rgb("#5d6b45"), p.ink, 0.1),
    ]
    for number, (x, y, tall) in enumerate(((1172, 560, 150), (1050, 604, 168), (922, 650, 186))):
        dress = Dress(
            coats[number], mix(p.ink, p.near, 0.2), skin, p.ink, straw, "non", bare_legs=number == 1
        )

        def stone(near: Point, far: Point, tall: float = tall) -> None:
            _rock(
                pen,
                ((near[0] + far[0]) / 2 - 6, (near[1] + far[1]) / 2 - tall * 0.04),
                tall * 0.13,
                mix(p.far, p.near, 0.6),
                p,
            )

        with sheet.cut(shadow=7, dark=0.55, edge=0.45) as pen:
            Figure(pen, (x, y), tall, -1, CARRY, dress).draw(stone)
    with sheet.cut(shadow=11, dark=0.6, edge=0.35) as pen:
        for stake in range(17):
            share = stake / 16
            x, y = 470 + 900 * share, 742 + 118 * share - 40 * math.sin(math.pi * share)
            high = rng.uniform(92, 128) + 26 * share + (46 if stake in (4, 9) else 0)
            bamboo = mix(rgb("#b9a75a"), p.ink, rng.uniform(0.05, 0.3))
            pen.stroke([(x, y + 40), (x + rng.uniform(-4, 4), y - high)], 15 + 5 * share, bamboo)
            for knot in range(3):
                pen.stroke(
                    [
                        (x - 8, y - high * (0.25 + 0.28 * knot)),
                        (x + 8, y - high * (0.25 + 0.28 * knot)),
                    ],
                    3,
                    mix(bamboo, p.ink, 0.5),
                )
        rail = smooth(
            [
                (450 + 940 * s / 8, 706 + 118 * s / 8 - 40 * math.sin(math.pi * s / 8))
                for s in range(9)
            ]
        )
        pen.stroke(rail, 11, mix(rgb("#b9a75a"), p.ink, 0.3))
    for x, y, tall, pose, coat, hat, face in (
        (560, 812, 300, SWING, 0, "helmet", 1),
        (752, 846, 306, HOLD, 2, "non", -1),
        (1010, 872, 340, SWING, 3, "helmet", -1),
        (1262, 900, 330, CARRY, 1, "non", -1),
    ):
        dress = Dress(
            coats[coat],
            mix(p.ink, p.near, 0.15),
            skin,
            p.ink,
            straw if hat == "non" else p.accent,
            hat,
        )

        def tool(
            near: Point, far: Point, pose: Pose = pose, tall: float = tall, face: int = face
        ) -> None:
            if pose is SWING:
                end = (near[0] + face * tall * 0.2, near[1] - tall * 0.24)
                pen.stroke(
                    [(near[0] - face * tall * 0.14, near[1] + tall * 0.16), end],
                    9,
                    mix(p.far, p.ink, 0.4),
                )
                pen.stroke(
                    [(end[0] - 30, end[1] - 16 * face), (end[0] + 30, end[1] + 16 * face)],
                    tall * 0.11,
                    mix(p.near, p.ink, 0.4),
                )
            elif pose is CARRY:
                _rock(
                    pen,
                    ((near[0] + far[0]) / 2 - 12, (near[1] + far[1]) / 2 - 12),
                    tall * 0.13,
                    mix(p.far, p.near, 0.5),
                    p,
                )

        with sheet.cut(shadow=12, dark=0.6, edge=0.45) as pen:
            Figure(pen, (x, y), tall, face, pose, dress).draw(tool)
    earth(
        sheet,
        smooth(trace("-20,868 240,850 520,862 820,884 1100,902 1640,914")),
        mix(soil, p.ink, 0.35),
        shadow=8,
    )
    with sheet.cut(shadow=10, dark=0.6) as pen:
        for _ in range(64):
            x = rng.uniform(380, 1600)
            _rock(
                pen,
                (x, 866 + rng.uniform(-16, 40) + (x - 400) * 0.03),
                rng.uniform(18, 40),
                mix(mix(p.far, p.near, 0.55), p.paper, rng.uniform(0, 0.25)),
                p,
            )


def _rock(pen: Pen, at: Point, size: float, colour: Colour, p: Palette) -> None:
    """A broken stone, lit from the left."""
    x, y = at
    pen.fill(ring((x, y), size, size * 0.72, steps=7, turn=size), mix(colour, p.ink, 0.3))
    pen.fill(
        ring((x - size * 0.12, y - size * 0.14), size * 0.72, size * 0.48, steps=6, turn=size),
        colour,
    )
