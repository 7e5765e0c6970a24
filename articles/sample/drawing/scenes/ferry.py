"""The ferry over the brown river."""

from __future__ import annotations

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import Point, ridge, ring, smooth
from ..land import dash, hills
from ..loads import bicycle
from ..palette import Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage
from ..sky import cloud_bank
from ..waterside import hyacinth, ripples


@picture(
    "do-ngang-chay-lai",
    WIDE,
    Palette(rgb("#f0eee2"), rgb("#b69c76"), rgb("#76805a"), rgb("#2b2c2c"), rgb("#b83a2a")),
)
def ferry_again(sheet: Sheet) -> None:
    """The flat ferry crosses the brown river with people, bicycles and two motorbikes."""
    rng, p = sheet.rng, sheet.palette
    blue = rgb("#a9c0c6")
    sheet.wash(
        [(0, mix(blue, p.ink, 0.12)), (0.2, blue), (0.42, p.paper), (0.5, p.paper)], wood=0.14
    )
    for base, colour in (
        (150, mix(p.paper, blue, 0.45)),
        (240, mix(p.paper, blue, 0.2)),
        (300, p.paper),
    ):
        with sheet.cut(shadow=6, dark=0.2) as pen:
            for _ in range(3):
                left = rng.uniform(-100, 1300)
                cloud_bank(
                    pen,
                    rng,
                    left,
                    left + rng.uniform(260, 520),
                    base + rng.uniform(-30, 20),
                    rng.uniform(50, 90),
                    colour,
                )
    hills(sheet, 352, 60, mix(p.near, blue, 0.6), mist=(p.paper, 0.7), shadow=5)
    with sheet.cut(shadow=6) as pen:
        bank = ridge(rng, -20, 1620, 398, 14, rough=0.6)
        pen.fill([*bank, (1620, 430), (-20, 430)], mix(p.near, p.ink, 0.12))
        for x in range(-10, 1610, 52):
            foliage(
                pen,
                rng,
                (x + rng.uniform(-14, 14), 396),
                rng.uniform(26, 58),
                rng.uniform(16, 34),
                [mix(p.near, p.ink, 0.4), mix(p.near, p.ink, 0.1), mix(p.near, p.paper, 0.2)],
                size=10,
            )
        house(pen, rng, 220, 412, 110, 52, mix(p.paper, p.far, 0.3), p.accent, p.ink, doors=2)
        house(
            pen,
            rng,
            1240,
            412,
            130,
            56,
            mix(p.paper, p.far, 0.3),
            mix(p.accent, p.ink, 0.2),
            p.ink,
            doors=2,
        )
        for x in (180, 360, 1200, 1400):
            areca(pen, rng, (x, 412), 120, mix(p.near, p.ink, 0.3), mix(p.near, p.ink, 0.1), p.ink)
    with sheet.cut(shadow=3, grain=0.1) as pen:
        pen.box(-10, 414, 1610, 910, mix(p.far, p.near, 0.12))
        ripples(pen, rng, (-60, 420, 1600, 890), mix(p.far, p.ink, 0.22), count=210, longest=260)
        ripples(pen, rng, (-60, 420, 1600, 890), mix(p.far, p.paper, 0.45), count=150, longest=220)
    _ferry(sheet)
    with sheet.cut(shadow=7) as pen:
        for _ in range(15):
            y = rng.uniform(730, 890)
            hyacinth(
                pen,
                rng,
                (rng.uniform(-20, 1620), y),
                26 + (y - 700) * 0.22,
                mix(p.near, rgb("#7fa653"), 0.6),
                p.ink,
                rgb("#a58cbc") if rng.random() < 0.4 else None,
            )
        for x, y in ((240, 520), (1330, 508), (1480, 560), (90, 590)):
            hyacinth(pen, rng, (x, y), 20, mix(p.near, rgb("#7fa653"), 0.5), p.ink)


def _ferry(sheet: Sheet) -> None:
    """The raft with its rail and load, and its shadow on the water."""
    rng, p = sheet.rng, sheet.palette
    deck, left, right = 618, 300, 1300
    with sheet.cut(shadow=0, edge=0, see=0.4) as pen:
        pen.fill(
            smooth(
                [
                    (left - 20, 690),
                    (left + 120, 716),
                    (800, 724),
                    (right - 120, 716),
                    (right + 20, 690),
                    (800, 684),
                ],
                closed=True,
            ),
            p.ink,
        )
    skin = mix(rgb("#b57d52"), p.ink, 0.1)
    shirts = [mix(p.paper, blue, 0.5) for blue in (rgb("#8aa3ab"), rgb("#c9b48a"))] + [
        mix(p.near, p.ink, 0.2),
        rgb("#5f7b86"),
        mix(p.far, p.ink, 0.25),
    ]
    straw = mix(p.paper, p.far, 0.25)
    with sheet.cut(shadow=10, dark=0.5) as pen:
        for post in range(9):
            x = left + 50 + post * (right - left - 100) / 8
            pen.stroke([(x, deck - 6), (x, deck - 108)], 5, mix(p.ink, p.near, 0.35))
        pen.stroke([(left + 46, deck - 104), (right - 46, deck - 104)], 5, mix(p.ink, p.near, 0.35))
        pen.stroke([(left + 46, deck - 58), (right - 46, deck - 58)], 4, mix(p.ink, p.near, 0.35))
    with sheet.cut(shadow=8, dark=0.45) as pen:
        bicycle(pen, (520, deck + 4), 88, 1, mix(p.ink, p.near, 0.5), p.ink)
        bicycle(pen, (1116, deck + 4), 88, -1, p.accent, p.ink)
        _motorbike(pen, (700, deck + 6), 150, 1, rgb("#4f6e7c"), p.ink, mix(p.paper, p.far, 0.3))
        _motorbike(
            pen, (962, deck + 6), 150, -1, mix(p.ink, p.far, 0.3), p.ink, mix(p.paper, p.far, 0.3)
        )
        standing = Pose(lean=1)
        holding = Pose(
            hip=(0, 0.525), lean=4, hands=((0.17, 0.5), (0.2, 0.52)), feet=((0.05, 0), (-0.05, 0))
        )
        cast = (
            (420, 1, holding, 3, "non"),
            (590, -1, standing, 0, ""),
            (640, 1, holding, 4, "cap"),
            (800, -1, standing, -1, ""),
            (850, 1, standing, 1, "non"),
            (1030, -1, holding, 2, ""),
            (1190, -1, holding, 3, "non"),
        )
        for x, face, pose, shirt, hat in cast:
            top = p.accent if shirt < 0 else shirts[shirt]
            dress = Dress(
                top,
                mix(p.ink, rgb("#42566a"), 0.35),
                skin,
                p.ink,
                straw if hat == "non" else mix(p.ink, p.near, 0.4),
                hat,
                hair="long" if x == 850 else "short",
            )
            Figure(pen, (x, deck + 6), rng.uniform(214, 238), face, pose, dress).draw()
    poling = Pose(
        hip=(0.02, 0.5),
        lean=20,
        nod=4,
        hands=((0.26, 0.62), (0.27, 0.78)),
        feet=((0.14, 0), (-0.16, 0)),
        elbow=(1, -1),
    )
    with sheet.cut(shadow=9, dark=0.5) as pen:
        man = Figure(
            pen,
            (330, deck + 10),
            236,
            -1,
            poling,
            Dress(
                mix(p.near, p.ink, 0.3),
                mix(p.ink, p.near, 0.1),
                skin,
                p.ink,
                straw,
                "non",
                bare_legs=True,
            ),
        )
        hand = man.spot(poling.hands[1])
        pen.stroke(
            [(hand[0] + 50, hand[1] - 150), (hand[0] - 84, hand[1] + 270)],
            7,
            mix(p.far, p.ink, 0.3),
        )
        man.draw()
        pen.fill(
            [
                (left - 60, deck - 12),
                (right + 60, deck - 12),
                (right + 10, deck + 66),
                (left - 10, deck + 66),
            ],
            mix(p.far, p.ink, 0.42),
        )
        pen.box(left - 62, deck - 12, right + 62, deck + 8, mix(p.far, p.paper, 0.12))
        for seam in range(14):
            x = left - 30 + seam * 80
            pen.stroke([(x, deck + 10), (x + 4, deck + 64)], 2, mix(p.far, p.ink, 0.65))
        for x in (460, 760, 1090):
            pen.stroke(
                [*ring((x, deck + 36), 22, 22), (x + 22, deck + 36)], 11, mix(p.ink, p.near, 0.1)
            )
    with sheet.cut(shadow=0, edge=0) as pen:
        for _ in range(60):
            x = rng.uniform(left - 60, right + 60)
            dash(
                pen,
                (x - 50, deck + 66 + rng.uniform(-4, 22)),
                (x + 50, deck + 66 + rng.uniform(-2, 22)),
                rng.uniform(2, 5),
                mix(p.paper, p.far, rng.uniform(0, 0.6)),
            )


def _motorbike(
    pen: Pen,
    at: Point,
    size: float,
    face: int,
    body: tuple[int, int, int],
    dark: tuple[int, int, int],
    light: tuple[int, int, int],
) -> None:
    """A small step-through motorbike standing at ``at``, about ``size`` pixels long."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * size * face, y - py * size

    for hub in (-0.36, 0.38):
        outer = ring(spot(hub, 0.15), size * 0.145, size * 0.145)
        pen.stroke([*outer, outer[0]], size * 0.05, dark)
        pen.disc(spot(hub, 0.15), size * 0.04, light)
    pen.stroke([spot(0.38, 0.15), spot(0.27, 0.56)], size * 0.05, mix(body, dark, 0.4))
    pen.fill(
        smooth(
            [
                spot(0.2, 0.58),
                spot(0.32, 0.52),
                spot(0.26, 0.2),
                spot(0.06, 0.1),
                spot(-0.2, 0.12),
                spot(-0.16, 0.24),
                spot(0.06, 0.24),
                spot(0.16, 0.4),
            ],
            closed=True,
        ),
        body,
    )
    pen.fill(
        smooth(
            [
                spot(-0.02, 0.34),
                spot(-0.3, 0.4),
                spot(-0.5, 0.38),
                spot(-0.44, 0.26),
                spot(-0.2, 0.16),
                spot(-0.04, 0.22),
            ],
            closed=True,
        ),
        body,
    )
    pen.stroke([spot(-0.4, 0.43), spot(-0.02, 0.39)], size * 0.07, dark)
    pen.stroke([spot(0.26, 0.6), spot(0.14, 0.64)], size * 0.035, dark)
    pen.disc(spot(0.3, 0.56), size * 0.045, light)
