"""The ward's loudspeakers at five in the morning."""

from __future__ import annotations

import math
from random import Random

from ..buildings import tiled_roof
from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring, sag, smooth, trace
from ..land import hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage, leaf
from ..sky import birds, cloud_bank


@picture(
    "loa-dau-xom",
    WIDE,
    Palette(rgb("#fce3b0"), rgb("#e89a6a"), rgb("#5b5f86"), rgb("#1e2036"), rgb("#c8452f")),
)
def speakers_at_dawn(sheet: Sheet) -> None:
    """Two horns over the roofs of the town; a myna listens, an old man stretches."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.ink, 0.1)),
            (0.25, mix(p.near, p.far, 0.45)),
            (0.45, p.far),
            (0.62, p.paper),
        ],
        wood=0.16,
    )
    sheet.glow((620, 560), 520, mix(p.paper, (255, 255, 255), 0.3), 0.7)
    with sheet.cut(shadow=4, dark=0.3, see=0.9) as pen:
        for left, right, base, high in (
            (-100, 560, 250, 50),
            (300, 1020, 330, 40),
            (900, 1700, 230, 54),
        ):
            cloud_bank(pen, rng, left, right, base, high, mix(p.far, p.paper, 0.35))
    hills(sheet, 520, 60, mix(p.near, p.far, 0.45), mist=(mix(p.far, p.paper, 0.5), 0.7), shadow=5)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc((620, 560), 62, mix(p.paper, (255, 255, 255), 0.5))
    with sheet.cut(shadow=3) as pen:
        pen.box(-10, 580, 1610, 700, mix(p.far, p.paper, 0.55))
        for _ in range(60):
            x, y = rng.uniform(-40, 1600), rng.uniform(586, 690)
            pen.stroke(
                [(x, y), (x + rng.uniform(20, 120), y)],
                2.4,
                mix(p.far, p.near, rng.uniform(0.1, 0.6)),
            )
    with sheet.cut(shadow=2) as pen:
        birds(pen, rng, (400, 300), 150, 9, 22, mix(p.near, p.ink, 0.3))
    for row, (base, tall) in enumerate(((720, 96), (800, 130), (920, 170))):
        _roofs(sheet, row, base, tall)
    _stretcher(sheet)
    with sheet.cut(shadow=6) as pen:
        pole = mix(p.ink, p.near, 0.22)
        for low, depth in ((236, 60), (262, 74), (292, 66)):
            pen.stroke(sag((-20, low + 120), (1210, low), depth), 3, pole)
            pen.stroke(sag((1210, low), (1640, low + 60), 26), 3, pole)
        for share in (0.2, 0.24, 0.31, 0.5, 0.53):
            x = -20 + 1230 * share
            y = 356 - 120 * share + 60 * 4 * share * (1 - share)
            _swallow(pen, (x, y), 20, pole)
    _pole(sheet)


def _roofs(sheet: Sheet, row: int, base: float, tall: float) -> None:
    """One row of tiled and flat roofs with water tanks, aerials and trees between."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=9 + row * 2, dark=0.45) as pen:
        x = -80.0 - row * 40
        while x < 1660:
            wide = rng.uniform(170, 260) + row * 40
            wall = mix(mix(p.far, p.paper, 0.3), p.near, 0.35 + rng.uniform(0, 0.3))
            top = base - tall * rng.uniform(0.85, 1.25)
            if rng.random() < 0.62:
                pen.box(x + 14, top + tall * 0.4, x + wide - 14, 920, wall)
                tile = mix(p.accent, p.near, rng.uniform(0.15, 0.55))
                tiled_roof(
                    pen, rng, x, x + wide, top, top + tall * 0.5, tile, p.ink, row=12 + row * 3
                )
                self_lit = rng.random() < 0.5
                pane = mix(p.paper, p.far, 0.1) if self_lit else mix(p.ink, p.near, 0.4)
                pen.box(x + wide * 0.3, top + tall * 0.62, x + wide * 0.44, top + tall * 0.9, pane)
            else:
                pen.box(x + 8, top, x + wide - 8, 920, mix(wall, p.paper, 0.15))
                pen.box(x, top - 8, x + wide, top + 6, mix(wall, p.ink, 0.25))
                _tank(pen, (x + wide * 0.3, top - 8), tall * 0.3, mix(p.near, p.paper, 0.4), p.ink)
                for aerial in range(4):
                    pen.stroke(
                        [
                            (x + wide * 0.7 - 20 + aerial * 3, top - 30 - aerial * 12),
                            (x + wide * 0.7 + 24 - aerial * 3, top - 30 - aerial * 12),
                        ],
                        2,
                        p.ink,
                    )
                pen.stroke([(x + wide * 0.71, top), (x + wide * 0.71, top - 76)], 3, p.ink)
            if rng.random() < 0.5:
                shades = [
                    mix(p.near, p.ink, 0.5),
                    mix(rgb("#5f7a58"), p.ink, 0.3),
                    mix(rgb("#7d9a62"), p.far, 0.25),
                ]
                foliage(
                    pen,
                    rng,
                    (x + wide, base - tall * 0.1),
                    46 + row * 14,
                    50 + row * 12,
                    shades,
                    size=15 + row * 3,
                )
            x += wide * 0.94
        if row == 1:
            areca(
                pen,
                rng,
                (470, base + 60),
                330,
                mix(p.far, p.ink, 0.5),
                mix(rgb("#5f7a58"), p.ink, 0.25),
                p.ink,
            )


def _tank(pen: Pen, foot: Point, size: float, steel: Colour, dark: Colour) -> None:
    x, y = foot
    for leg in (-0.6, 0.6):
        pen.stroke([(x + leg * size, y), (x + leg * size, y - size * 0.5)], 4, dark)
    pen.box(x - size, y - size * 1.2, x + size, y - size * 0.5, steel)
    pen.fill(ring((x - size, y - size * 0.85), size * 0.18, size * 0.35), mix(steel, dark, 0.3))
    pen.fill(
        ring((x + size, y - size * 0.85), size * 0.18, size * 0.35),
        mix(steel, (255, 255, 255), 0.25),
    )


def _swallow(pen: Pen, at: Point, size: float, colour: Colour) -> None:
    x, y = at
    pen.fill(ring((x, y - size * 0.5), size * 0.32, size * 0.5, turn=0.2), colour)
    pen.disc((x + size * 0.12, y - size * 1.0), size * 0.22, colour)
    pen.stroke([(x - size * 0.1, y - size * 0.2), (x - size * 0.4, y + size * 0.7)], 4, colour, 2)


def _stretcher(sheet: Sheet) -> None:
    """An old man on his flat roof among pots, arms up, as the music asks."""
    rng, p = sheet.rng, sheet.palette
    reach = Pose(
        lean=-3,
        nod=-6,
        hands=((0.27, 0.99), (-0.22, 1.0)),
        feet=((0.08, 0), (-0.08, 0)),
        elbow=(-1, -1),
    )
    with sheet.cut(shadow=12, dark=0.5, edge=0.6) as pen:
        pen.box(-20, 742, 470, 920, mix(mix(p.far, p.paper, 0.3), p.near, 0.5))
        pen.box(-20, 726, 484, 750, mix(p.near, p.ink, 0.2))
        dress = Dress(
            mix(p.paper, (255, 255, 255), 0.4),
            mix(p.near, p.ink, 0.1),
            rgb("#bb8054"),
            p.ink,
            hair_colour=mix(p.paper, p.near, 0.3),
        )
        Figure(pen, (190, 728), 300, 1, reach, dress).draw()
        for x, tall in ((50, 60), (330, 84), (420, 56)):
            pen.fill(
                trace(f"{x - 26},690 {x + 26},690 {x + 20},728 {x - 20},728"),
                mix(p.accent, p.far, 0.25),
            )
            for _ in range(9):
                leaf(
                    pen,
                    (x, 692),
                    rng.uniform(-2.7, -0.4),
                    tall,
                    18,
                    mix(rgb("#5f7a58"), p.ink, rng.uniform(0, 0.4)),
                )


def _pole(sheet: Sheet) -> None:
    """The pole with its two horns and the bird on one of them."""
    rng, p = sheet.rng, sheet.palette
    dark = mix(p.ink, p.near, 0.16)
    with sheet.cut(shadow=16, dark=0.55, edge=0.5) as pen:
        pen.stroke([(1214, 920), (1206, 90)], 34, dark, 26)
        pen.stroke([(1110, 226), (1320, 216)], 13, dark)
        for x in (1116, 1160, 1262, 1312):
            pen.box(x - 6, 196, x + 6, 222, mix(p.paper, p.far, 0.3))
        pen.box(1180, 520, 1240, 610, mix(p.near, p.paper, 0.25))
        pen.box(1192, 534, 1228, 560, p.ink)
        for turn in range(7):
            pen.stroke(bend((1190, 420 + turn * 9), (1232, 424 + turn * 9), 0.2), 4, p.ink)
    steel = mix(p.near, p.paper, 0.5)
    with sheet.cut(shadow=18, dark=0.6, edge=0.5) as pen:
        _horn(pen, (1206, 330), -1, 290, steel, p.ink, p.far)
        _horn(pen, (1214, 356), 1, 250, mix(steel, p.ink, 0.12), p.ink, p.far)
    with sheet.cut(shadow=10, dark=0.5, edge=0.5) as pen:
        bird, black = (1004.0, 210.0), mix(p.ink, (0, 0, 0), 0.3)
        pen.fill(
            smooth(
                [
                    (bird[0] - 66, bird[1] + 44),
                    (bird[0] - 18, bird[1] - 6),
                    (bird[0] + 30, bird[1] - 8),
                    (bird[0] + 40, bird[1] + 22),
                    (bird[0] - 4, bird[1] + 40),
                ],
                closed=True,
            ),
            black,
        )
        pen.disc((bird[0] + 34, bird[1] - 18), 24, black)
        pen.fill(
            [
                (bird[0] + 54, bird[1] - 26),
                (bird[0] + 84, bird[1] - 12),
                (bird[0] + 52, bird[1] - 8),
            ],
            rgb("#e8a832"),
        )
        pen.disc((bird[0] + 40, bird[1] - 22), 5, p.paper)
        pen.fill(
            trace(
                f"{bird[0] - 24},{bird[1] + 18} {bird[0] + 10},{bird[1] + 12} "
                f"{bird[0] - 14},{bird[1] + 30}"
            ),
            p.paper,
        )
        for leg in (-4, 14):
            pen.stroke(
                [(bird[0] + leg, bird[1] + 36), (bird[0] + leg + 2, bird[1] + 58)],
                5,
                rgb("#e8a832"),
            )
    with sheet.ink(see=0.5) as ink:
        _calls(ink, rng, (908, 340), -1, p.paper)
        _calls(ink, rng, (1476, 366), 1, p.paper)


def _horn(
    pen: Pen, root: Point, face: int, long: float, steel: Colour, dark: Colour, warm: Colour
) -> None:
    """One horn from the side: driver, neck and the wide mouth."""
    x, y = root

    def spot(px: float, py: float) -> Point:
        return x + px * long * face, y - py * long

    pen.fill(
        [spot(-0.06, 0.13), spot(0.2, 0.1), spot(0.2, -0.1), spot(-0.06, -0.13)],
        mix(steel, dark, 0.5),
    )
    cone = [spot(0.16, 0.1), *smooth([spot(0.3, 0.12), spot(0.62, 0.24), spot(0.94, 0.46)])]
    cone += [*smooth([spot(0.94, -0.46), spot(0.62, -0.24), spot(0.3, -0.12)]), spot(0.16, -0.1)]
    pen.fill(cone, steel)
    pen.fill(
        [
            spot(0.2, -0.02),
            *smooth([spot(0.62, -0.06), spot(0.94, -0.1)]),
            *smooth([spot(0.94, -0.46), spot(0.62, -0.24), spot(0.2, -0.1)]),
        ],
        mix(steel, dark, 0.25),
    )
    mouth = ring(spot(0.95, 0), long * 0.13, long * 0.48)
    pen.fill(mouth, mix(steel, warm, 0.45))
    pen.fill(ring(spot(0.96, 0), long * 0.1, long * 0.42), mix(dark, steel, 0.25))
    pen.fill(ring(spot(0.93, 0), long * 0.045, long * 0.12), mix(steel, dark, 0.1))


def _calls(pen: Pen, rng: Random, at: Point, face: int, colour: Colour) -> None:
    """The sound as arcs of dashes that spread and thin out."""
    for ring_number in range(1, 6):
        reach = 46 + ring_number * 52
        for step in range(-5, 6):
            angle = step * 0.13
            if rng.random() < 0.2 + ring_number * 0.08:
                continue
            a = (at[0] + face * math.cos(angle) * reach, at[1] + math.sin(angle) * reach)
            b = (
                at[0] + face * math.cos(angle + 0.09) * reach,
                at[1] + math.sin(angle + 0.09) * reach,
            )
            pen.stroke([a, b], 7 - ring_number, colour)
