"""Savings taken out of their bamboo tube."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, banana, foliage


@picture(
    "phoi-tien-uot",
    LANDSCAPE,
    Palette(rgb("#faedcf"), rgb("#cfae78"), rgb("#8a5f42"), rgb("#2f2628"), rgb("#b5402f")),
)
def wet_money(sheet: Sheet) -> None:
    """An old woman on her veranda lays notes on a tray; a charcoal iron and a clay pig beside."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, rgb("#cfdccb")), (0.35, mix(p.paper, rgb("#cfdccb"), 0.4)), (0.6, p.paper)], wood=0.1
    )
    sheet.glow((1080, 240), 560, mix(p.paper, (255, 250, 225), 0.5), 0.7)
    green = [mix(rgb("#4f7248"), p.ink, 0.3), rgb("#6c9058"), mix(rgb("#93b070"), p.paper, 0.2)]
    with sheet.cut(shadow=5) as pen:
        for x in (560, 700, 1010, 1420):
            areca(
                pen,
                rng,
                (x, 620),
                rng.uniform(420, 520),
                mix(p.near, p.paper, 0.25),
                mix(rgb("#5f8a58"), p.paper, 0.2),
                p.ink,
            )
        for x in range(420, 1560, 80):
            foliage(
                pen,
                rng,
                (x, 590),
                rng.uniform(60, 90),
                rng.uniform(36, 60),
                [mix(c, p.paper, 0.25) for c in green],
                size=17,
            )
    with sheet.cut(shadow=8) as pen:
        banana(pen, rng, (1270, 680), 420, rgb("#6c9058"), mix(p.ink, rgb("#4f7248"), 0.4))
        banana(pen, rng, (1460, 690), 350, rgb("#7c9a5c"), mix(p.ink, rgb("#4f7248"), 0.4))
    yard = mix(p.far, p.paper, 0.45)
    with sheet.cut(shadow=6) as pen:
        pen.box(-10, 640, 1510, 760, yard)
        for x, y, wide in ((760, 690, 120), (1110, 676, 90), (1350, 720, 130)):
            pen.fill(ring((x, y), wide, 15), mix(rgb("#a9bdb5"), p.paper, 0.3))
    wall = mix(p.far, p.paper, 0.25)
    with sheet.cut(shadow=16, dark=0.5, wood=0.12) as pen:
        pen.box(-10, -10, 430, 760, wall)
        mud = [(x, 300 + 10 * math.sin(x / 40) + rng.uniform(-6, 6)) for x in range(-10, 440, 22)]
        pen.fill([*mud, (430, 760), (-10, 760)], mix(wall, p.near, 0.35))
        pen.box(60, 170, 330, 760, mix(p.near, p.ink, 0.45))
        for board in range(6):
            pen.box(
                64 + board * 45,
                176,
                104 + board * 45,
                760,
                mix(p.near, p.ink, 0.24 + 0.08 * (board % 2)),
            )
        pen.stroke([(60, 168), (330, 168)], 18, mix(p.near, p.ink, 0.55))
        for number in range(3):
            x = 372 + number * 2
            pen.stroke(
                [(360 + number * 22, 60), (x - 10 + number * 22, 240)],
                14,
                mix(rgb("#b9a25c"), p.ink, 0.1 + 0.1 * number),
            )
    with sheet.cut(shadow=14, dark=0.5) as pen:
        pen.box(430, -10, 470, 800, mix(p.near, p.ink, 0.3))
        pen.box(430, -10, 442, 800, mix(p.near, p.paper, 0.15))
        pen.fill([(-10, -10), (1510, -10), (1510, 40), (-10, 66)], mix(p.near, p.ink, 0.45))
        for tile in range(60):
            x = tile * 26 - 10
            pen.fill(
                ring((x, 56 - tile * 0.42), 13, 11), mix(p.accent, p.ink, 0.25 + 0.1 * (tile % 2))
            )
    brick = mix(p.accent, p.far, 0.4)
    with sheet.cut(shadow=12, dark=0.45) as pen:
        pen.fill([(-10, 740), (1510, 716), (1510, 1010), (-10, 1010)], mix(brick, p.ink, 0.3))
        for row in range(7):
            y, high = 748 + row * row * 5 + row * 8, 14 + row * 9
            x = -60.0 - 40 * (row % 2)
            while x < 1510:
                wide = 96 + row * 26
                pen.box(
                    x,
                    y - x * 0.012,
                    x + wide - 5,
                    y + high - 4 - x * 0.012,
                    mix(brick, p.ink, rng.uniform(0.02, 0.2)),
                )
                x += wide
    with sheet.cut(shadow=0, edge=0, see=0.3, soft=5) as pen:
        pen.fill(trace("470,760 1180,1010 1500,1010 560,752"), p.ink)
    skin = mix(rgb("#b98058"), p.ink, 0.08)
    sitting = Pose(
        hip=(-0.06, 0.12),
        lean=18,
        nod=20,
        hands=((0.27, 0.17), (0.3, 0.3)),
        feet=((0.2, 0.02), (0.24, 0.03)),
        breadth=0.1,
    )

    def note(near: Point, far: Point) -> None:
        banknote(pen, (far[0] + 34, far[1] - 6), 104, 50, -0.35, rgb("#6f9fae"), p)

    with sheet.cut(shadow=17, dark=0.55, edge=0.4) as pen:
        Figure(
            pen,
            (470, 950),
            900,
            1,
            sitting,
            Dress(
                mix(rgb("#6d5a7c"), p.ink, 0.12),
                mix(p.ink, p.near, 0.15),
                skin,
                p.ink,
                hair="bun",
                hair_colour=mix(p.paper, p.ink, 0.26),
            ),
        ).draw(note)
    _tray(sheet)
    _things(sheet)


def banknote(
    pen: Pen, at: Point, wide: float, high: float, turn: float, colour: Colour, p: Palette
) -> None:
    """A piece of money of no country: a frame, an oval, a few waves."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        dx, dy = px * wide / 2, py * high / 2
        return x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(
            turn
        ) * 0.8 + dy * math.cos(turn)

    pen.fill(
        [spot(-1, -1), spot(0.1, -0.94), spot(1, -1), spot(0.97, 0.2), spot(1, 1), spot(-1, 0.97)],
        mix(colour, p.ink, 0.22),
    )
    pen.fill(
        [spot(-0.97, -0.94), spot(0.97, -0.94), spot(0.96, 0.92), spot(-0.97, 0.9)],
        mix(colour, p.paper, 0.25),
    )
    pen.fill(
        [spot(-0.85, -0.72), spot(0.85, -0.72), spot(0.84, 0.7), spot(-0.85, 0.7)],
        mix(colour, p.paper, 0.5),
    )
    oval = [spot(0.4 + 0.26 * math.cos(a / 3), 0.55 * math.sin(a / 3)) for a in range(19)]
    pen.fill(oval, mix(colour, p.ink, 0.16))
    for row in (-0.35, 0.0, 0.35):
        pen.stroke(
            [spot(-0.7, row), spot(-0.4, row - 0.12), spot(-0.1, row)],
            max(1.5, high * 0.05),
            mix(colour, p.ink, 0.2),
        )


def _tray(sheet: Sheet) -> None:
    rng, p = sheet.rng, sheet.palette
    straw = mix(p.far, rgb("#d8b66a"), 0.5)
    with sheet.cut(shadow=15, dark=0.55) as pen:
        pen.fill(ring((960, 880), 330, 96), mix(straw, p.ink, 0.35))
        pen.fill(ring((960, 868), 330, 94), mix(straw, p.ink, 0.08))
        pen.fill(ring((960, 866), 304, 80), mix(straw, p.paper, 0.3))
        for line in range(-9, 10):
            half = 300 * math.sqrt(max(0.0, 1 - (line / 10) ** 2))
            pen.stroke(
                [(960 - half, 866 + line * 7.9), (960 + half, 866 + line * 7.9)],
                1.4,
                mix(straw, p.ink, 0.2),
            )
    colours = (rgb("#6f9fae"), rgb("#7fa07a"), rgb("#b98a9e"), rgb("#c9a45c"), rgb("#a8705c"))
    with sheet.cut(shadow=5, dark=0.5, edge=0.3) as pen:
        for row, (y, count, reach) in enumerate(
            ((812, 4, 190), (846, 5, 250), (882, 5, 255), (920, 4, 195))
        ):
            for number in range(count):
                x = 960 + (number / (count - 1) * 2 - 1) * reach + rng.uniform(-8, 8)
                banknote(
                    pen,
                    (x, y + rng.uniform(-4, 4)),
                    96,
                    40,
                    rng.uniform(-0.16, 0.16),
                    colours[(number * 2 + row) % 5],
                    p,
                )


def _things(sheet: Sheet) -> None:
    """The split bamboo, the sealed one, the iron and the pig."""
    rng, p = sheet.rng, sheet.palette
    cane = mix(rgb("#b9a55a"), p.ink, 0.05)
    with sheet.cut(shadow=12, dark=0.55, edge=0.4) as pen:
        for at, turn, sealed in (((1300, 806), 0.1, True), ((700, 978), -0.1, False)):
            x, y = at
            dx, dy = 150 * math.cos(turn), 150 * math.sin(turn)
            pen.stroke([(x - dx, y - dy), (x + dx, y + dy)], 58, mix(cane, p.ink, 0.18))
            pen.stroke([(x - dx, y - dy - 9), (x + dx, y + dy - 9)], 34, cane)
            for knot in (-0.55, 0.5):
                kx, ky = x + dx * knot, y + dy * knot
                pen.stroke([(kx, ky - 29), (kx, ky + 29)], 6, mix(cane, p.ink, 0.4))
            if sealed:
                pen.fill(ring((x + dx + 26, y + dy), 18, 30), rgb("#7c4a22"))
                pen.fill(ring((x + dx + 24, y + dy - 4), 11, 20), rgb("#a8692f"))
            else:
                pen.stroke(
                    [(x - dx * 0.8, y - dy * 0.8 - 6), (x + dx * 0.9, y + dy * 0.9 - 6)],
                    22,
                    mix(p.ink, cane, 0.35),
                )
                for number in range(3):
                    banknote(
                        pen,
                        (x + 60 + number * 36, y - 22 - number * 3),
                        70,
                        34,
                        -0.3 + number * 0.2,
                        (rgb("#6f9fae"), rgb("#b98a9e"), rgb("#7fa07a"))[number],
                        p,
                    )
        clay = mix(p.accent, p.far, 0.35)
        x, y = 1370.0, 930.0
        for leg in (-38, 34):
            pen.box(x + leg - 11, y, x + leg + 11, y + 38, mix(clay, p.ink, 0.3))
        pen.fill(ring((x, y - 20), 86, 62), clay)
        pen.fill(
            smooth(
                [(x - 70, y - 8), (x, y + 14), (x + 70, y - 4), (x + 40, y + 40), (x - 44, y + 40)],
                closed=True,
            ),
            mix(clay, p.ink, 0.2),
        )
        pen.fill(ring((x - 82, y - 26), 26, 28), mix(clay, p.paper, 0.14))
        for nostril in (-92, -78):
            pen.disc((x + nostril, y - 26), 4, p.ink)
        pen.fill(
            trace(f"{x - 62},{y - 70} {x - 40},{y - 116} {x - 22},{y - 74}"), mix(clay, p.ink, 0.2)
        )
        pen.disc((x - 50, y - 46), 5, p.ink)
        pen.stroke([(x - 16, y - 82), (x + 24, y - 82)], 7, mix(clay, p.ink, 0.6))
        pen.stroke(bend((x + 82, y - 30), (x + 112, y - 52), 0.5), 7, mix(clay, p.ink, 0.2))
    iron = mix(p.ink, p.near, 0.2)
    with sheet.cut(shadow=12, dark=0.55, edge=0.4) as pen:
        x, y = 1130.0, 766.0
        pen.fill(
            smooth(
                trace(f"{x - 86},{y} {x - 78},{y - 58} {x + 40},{y - 62} {x + 112},{y}"), steps=6
            ),
            iron,
        )
        pen.box(x - 90, y - 4, x + 116, y + 14, mix(iron, p.paper, 0.22))
        pen.box(x - 80, y - 72, x + 46, y - 58, mix(iron, p.paper, 0.14))
        for hole in range(4):
            pen.disc(
                (x - 56 + hole * 32, y - 26),
                7,
                rgb("#e07a35") if hole % 2 else mix(rgb("#e07a35"), iron, 0.5),
            )
        pen.stroke(
            smooth(
                trace(f"{x - 60},{y - 72} {x - 52},{y - 116} {x + 20},{y - 116} {x + 30},{y - 72}")
            ),
            9,
            iron,
        )
        pen.stroke([(x - 46, y - 116), (x + 14, y - 116)], 20, mix(p.near, p.far, 0.3))
        for _ in range(3):
            pen.disc((x + rng.uniform(-50, 30), y - 66), 3, rgb("#e07a35"))
