"""A meeting of neighbours under a string of bulbs."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import along, sag, smooth, trace, wave
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, broad_tree


@picture(
    "hop-to-dan-pho",
    WIDE,
    Palette(rgb("#fbe0a8"), rgb("#d98c45"), rgb("#5a5a78"), rgb("#171b30"), rgb("#c8402f")),
)
def meeting_at_night(sheet: Sheet) -> None:
    """Rows on red chairs, hands going up, the chairman at his table."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, p.ink), (0.4, mix(p.near, p.ink, 0.6)), (0.62, mix(p.near, p.far, 0.18))], wood=0.2
    )
    with sheet.cut(shadow=2, dark=0.1, edge=0) as pen:
        for _ in range(60):
            pen.disc(
                (rng.uniform(0, 1600), rng.uniform(0, 260)),
                rng.choice((1.2, 1.6, 2.4)),
                mix(p.paper, p.near, 0.3),
            )
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for x in (60, 140, 1500, 1560):
            areca(
                pen,
                rng,
                (x, 560),
                rng.uniform(360, 450),
                mix(p.ink, p.near, 0.3),
                mix(p.ink, rgb("#3f5f50"), 0.4),
                p.ink,
            )
        house(
            pen,
            rng,
            330,
            560,
            860,
            330,
            mix(p.far, p.near, 0.45),
            mix(p.accent, p.ink, 0.45),
            p.ink,
            doors=5,
        )
        pen.box(560, 392, 960, 436, mix(p.accent, p.ink, 0.25))
        for letter in range(17):
            pen.box(586 + letter * 21, 404, 598 + letter * 21, 424, mix(p.paper, p.far, 0.2))
    broad_tree(
        sheet,
        (1390, 640),
        640,
        mix(p.ink, p.far, 0.12),
        [
            mix(rgb("#33504a"), p.ink, 0.6),
            mix(rgb("#45604a"), p.ink, 0.4),
            mix(rgb("#7c7a45"), p.ink, 0.3),
        ],
        lean=-0.1,
        size=24,
    )
    ground = mix(p.far, p.near, 0.5)
    with sheet.cut(shadow=8) as pen:
        pen.fill([*wave(-20, 1620, 556, 3, 900), (1620, 920), (-20, 920)], mix(ground, p.ink, 0.3))
        for row in range(9):
            y = 574 + row * row * 4.4
            pen.stroke([(-20, y), (1620, y)], 1 + row * 0.3, mix(ground, p.ink, 0.45))
        for column in range(-12, 13):
            pen.stroke(
                [(800 + column * 76, 560), (800 + column * 250, 920)], 1.6, mix(ground, p.ink, 0.45)
            )
    sheet.glow((760, 600), 700, mix(p.far, p.paper, 0.3), 0.5)
    _table(sheet)
    _audience(sheet)
    for start, end, depth in (((-20, 120), (860, 190), 90), ((860, 190), (1620, 96), 84)):
        rope = sag(start, end, depth)
        with sheet.cut(shadow=0, edge=0) as pen:
            pen.stroke(rope, 3, p.ink)
        for number in range(6):
            x, y = along(rope, (number + 0.5) / 6)
            sheet.glow((x, y + 20), 150, mix(p.paper, p.far, 0.25), 0.5)
            sheet.glow((x, y + 20), 44, p.paper, 0.85)
            with sheet.cut(shadow=0, edge=0) as pen:
                pen.box(x - 5, y, x + 5, y + 12, p.ink)
                pen.disc((x, y + 21), 11, mix(p.paper, (255, 255, 255), 0.6))


def _table(sheet: Sheet) -> None:
    """The table with its cloth and thermos, the chairman standing, a woman writing."""
    p = sheet.palette
    skin = mix(rgb("#b97f55"), p.ink, 0.1)
    speak = Pose(
        hip=(0.0, 0.525), lean=3, hands=((0.2, 0.62), (0.1, 0.45)), feet=((0.04, 0), (-0.04, 0))
    )
    write = Pose(
        hip=(-0.06, 0.27),
        lean=14,
        nod=18,
        hands=((0.24, 0.34), (0.28, 0.33)),
        feet=((0.2, 0), (0.14, 0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=9, dark=0.5, edge=0.4) as pen:
        Figure(
            pen,
            (620, 648),
            250,
            1,
            speak,
            Dress(mix(p.paper, p.far, 0.12), mix(p.ink, p.near, 0.3), skin, p.ink),
        ).draw()
        Figure(
            pen,
            (744, 654),
            240,
            1,
            write,
            Dress(
                mix(rgb("#4f7f86"), p.ink, 0.1), mix(p.ink, p.near, 0.3), skin, p.ink, hair="bun"
            ),
        ).draw()
    with sheet.cut(shadow=10, dark=0.5) as pen:
        pen.fill(trace("690,574 1000,574 1010,664 680,664"), mix(p.accent, p.far, 0.2))
        pen.fill(trace("684,566 1006,566 1010,584 680,584"), mix(p.paper, p.far, 0.3))
        for fold in range(9):
            pen.stroke(
                [(706 + fold * 35, 586), (700 + fold * 36, 662)], 2.4, mix(p.accent, p.ink, 0.25)
            )
        pen.fill(
            smooth(trace("930,566 930,516 940,506 958,506 966,516 966,566"), steps=4),
            rgb("#4f8a80"),
        )
        pen.box(934, 500, 962, 510, p.ink)
        for x in (880, 902):
            pen.box(x, 550, x + 14, 566, mix(p.paper, (255, 255, 255), 0.4))


def _audience(sheet: Sheet) -> None:
    """Three rows seen from behind and the side; every third hand is up."""
    rng, p = sheet.rng, sheet.palette
    skin = mix(rgb("#b97f55"), p.ink, 0.16)
    tops: list[Colour] = [
        mix(p.paper, p.far, 0.15), mix(rgb("#4f7f86"), p.ink, 0.2), mix(p.near, p.paper, 0.25),
        mix(p.far, p.ink, 0.1),
        mix(rgb("#7a3f4a"), p.ink, 0.15), mix(rgb("#66794f"), p.ink, 0.15), mix(p.near, p.ink, 0.1),
    ]  # fmt: skip
    quiet = Pose(
        hip=(-0.05, 0.27),
        lean=2,
        hands=((0.16, 0.32), (0.18, 0.3)),
        feet=((0.2, 0), (0.15, 0)),
        breadth=0.1,
    )
    raised = Pose(
        hip=(-0.05, 0.27),
        lean=0,
        nod=-6,
        hands=((0.12, 0.79), (0.16, 0.3)),
        feet=((0.2, 0), (0.15, 0)),
        elbow=(-1, 1),
        breadth=0.1,
    )
    for row, (base, tall, count) in enumerate(((728, 250, 9), (806, 300, 8), (896, 356, 7))):
        with sheet.cut(shadow=9 + row, dark=0.55, edge=0.45) as pen:
            for seat in range(count):
                middle = (seat - (count - 1) / 2) * tall * 0.62
                x = 800 + middle + rng.uniform(-10, 10) + (34 if row % 2 else 0)
                face = -1 if x > 800 else 1
                y = base + abs(middle) * -0.03
                chair(pen, (x - face * tall * 0.05, y), tall * 0.28, face, p.accent, p.ink)
                up = (seat * 2 + row) % 3 == 0
                number = (seat * 3 + row * 2) % 7
                hat = "non" if (seat + row) % 7 == 5 else ("cap" if (seat + row) % 6 == 2 else "")
                dress = Dress(
                    tops[number],
                    mix(p.ink, p.near, 0.3),
                    skin,
                    p.ink,
                    mix(p.paper, p.far, 0.3) if hat == "non" else mix(p.near, p.ink, 0.4),
                    hat,
                    hair=("short", "bun", "short", "long")[(seat + row) % 4],
                    hair_colour=mix(p.paper, p.near, 0.4) if (seat * row) % 5 == 3 else None,
                )
                Figure(pen, (x, y), tall, face, raised if up else quiet, dress).draw()


def chair(
    pen: Pen, at: tuple[float, float], size: float, face: int, colour: Colour, dark: Colour
) -> None:
    """A plastic garden chair from the side, ``size`` the height of its seat."""
    x, y = at
    for leg in (-0.42, 0.42):
        pen.stroke(
            [(x + leg * size, y - size * 0.9), (x + leg * size * 1.2, y)],
            size * 0.12,
            mix(colour, dark, 0.3),
        )
    pen.box(x - size * 0.55, y - size, x + size * 0.55, y - size * 0.84, colour)
    back = (x - face * size * 0.55, y - size * 0.9)
    pen.stroke(
        [back, (back[0] - face * size * 0.16, y - size * 1.9)], size * 0.16, mix(colour, dark, 0.12)
    )
    for slat in range(3):
        t = 0.35 + slat * 0.25
        pen.disc(
            (back[0] - face * size * 0.16 * t, back[1] - size * t),
            size * 0.05 * (1 + math.sin(slat)),
            mix(colour, dark, 0.35),
        )
