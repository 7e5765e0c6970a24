"""An alley is dug out of the mud."""

from __future__ import annotations

from ..catalogue import UPRIGHT, picture
from ..curves import Point, ring, sag, smooth, trace
from ..land import dash
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, leaf


@picture(
    "don-bun-ngo-nho",
    UPRIGHT,
    Palette(rgb("#fdf0d2"), rgb("#e8b878"), rgb("#8a6a55"), rgb("#2c2730"), rgb("#3f8088")),
)
def digging_out(sheet: Sheet) -> None:
    """Four shovel between high walls marked by the flood; the sun stands at the end of the lane."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, mix(rgb("#9cc4cf"), p.paper, 0.2)), (0.4, p.paper)], wood=0.1)
    sheet.glow((620, 640), 620, mix(p.paper, rgb("#ffdf9a"), 0.5), 0.85)
    with sheet.cut(shadow=6, dark=0.3) as pen:
        for x, top, wide, tone in (
            (420, 420, 170, 0.2),
            (580, 500, 150, 0.35),
            (720, 440, 150, 0.25),
        ):
            pen.box(x, top, x + wide, 860, mix(p.far, p.paper, 0.75 - tone))
            pen.fill(
                trace(
                    f"{x - 10},{top} {x + wide + 10},{top} {x + wide - 10},{top - 46} "
                    f"{x + 10},{top - 46}"
                ),
                mix(rgb("#c4603f"), p.paper, 0.4),
            )
        for x in (470, 800):
            shades = [mix(rgb("#6f9a68"), p.paper, 0.1), mix(rgb("#6f9a68"), p.paper, 0.4)]
            foliage(pen, rng, (x, 760), 80, 90, shades, size=20)
    _walls(sheet)
    mud = mix(p.near, rgb("#7a5636"), 0.4)
    with sheet.cut(shadow=10, dark=0.45) as pen:
        pen.fill(trace("500,846 740,846 1260,1240 1260,1520 -60,1520 -60,1240"), mud)
        for _ in range(260):
            y = 860 + rng.random() ** 1.4 * 620
            half = 120 + (y - 846) * 1.32
            x = 620 + rng.uniform(-half, half)
            glint = rng.random() < 0.3
            tone = (
                mix(mud, p.paper, rng.uniform(0.3, 0.6))
                if glint
                else mix(mud, p.ink, rng.uniform(0.1, 0.35))
            )
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 90) * (0.4 + (y - 846) / 700), y),
                2 + (y - 846) / 160,
                tone,
            )
        cleared = smooth(
            trace("540,856 640,856 640,960 600,1060 420,1120 300,1080 440,960"), closed=True
        )
        pen.fill(cleared, mix(p.far, p.paper, 0.35))
        for row in range(5):
            pen.stroke(
                [(520 - row * 36, 880 + row * 44), (636 - row * 6, 880 + row * 44)],
                3,
                mix(p.far, p.ink, 0.2),
            )
    _diggers(sheet)


def _walls(sheet: Sheet) -> None:
    """The houses on both sides: doors, balconies, wires and the brown line at a man's chest."""
    rng, p = sheet.rng, sheet.palette
    mud = mix(p.near, p.far, 0.25)
    sides = ((-1, mix(p.far, p.paper, 0.35)), (1, mix(p.accent, p.paper, 0.55)))
    for side, wall in sides:

        def spot(depth: float, up: float, side: int = side) -> Point:
            """``depth`` 0 at our feet, 1 at the end of the lane; ``up`` in storeys."""
            shrink = 1 / (1 + 2.6 * depth)
            return 620 + side * 690 * shrink * 0.94 - 20 * side, 800 + 560 * shrink * (1 - up * 1.0)

        with sheet.cut(shadow=16, dark=0.45, edge=0.3) as pen:
            pen.fill(
                [spot(-0.1, -0.1), spot(1.6, -0.1), spot(1.6, 3.2), spot(-0.1, 3.2)],
                wall if side < 0 else mix(wall, p.ink, 0.12),
            )
            line = [spot(0.1 * step - 0.1, 0.62 + rng.uniform(-0.02, 0.02)) for step in range(18)]
            pen.fill([*line, spot(1.6, -0.1), spot(-0.1, -0.1)], mix(wall, mud, 0.62))
            for _ in range(30):
                depth = rng.uniform(-0.1, 1.5)
                pen.stroke(
                    [spot(depth, 0.6), spot(depth, 0.6 - rng.uniform(0.05, 0.25))],
                    4,
                    mix(wall, mud, 0.85),
                )
            for start, wide, tone in (
                (0.08, 0.2, p.accent),
                (0.5, 0.22, rgb("#c4603f")),
                (1.0, 0.24, p.accent),
            ):
                door = mix(tone, p.ink, 0.2) if side < 0 else mix(tone, p.far, 0.3)
                pen.fill(
                    [
                        spot(start, 0),
                        spot(start + wide, 0),
                        spot(start + wide, 1.0),
                        spot(start, 1.0),
                    ],
                    door,
                )
                pen.fill(
                    [
                        spot(start, 0),
                        spot(start + wide, 0),
                        spot(start + wide, 0.6),
                        spot(start, 0.6),
                    ],
                    mix(door, mud, 0.5),
                )
                pen.stroke(
                    [spot(start + wide / 2, 0), spot(start + wide / 2, 1.0)],
                    4,
                    mix(door, p.ink, 0.4),
                )
                for up in (1.55, 2.45):
                    pen.fill(
                        [
                            spot(start, up),
                            spot(start + wide, up),
                            spot(start + wide, up + 0.5),
                            spot(start, up + 0.5),
                        ],
                        mix(p.ink, wall, 0.35),
                    )
                    pen.stroke(
                        [spot(start + wide / 2, up), spot(start + wide / 2, up + 0.5)], 4, wall
                    )
            for up in (1.28, 2.2):
                pen.fill(
                    [spot(0, up), spot(0.86, up), spot(0.86, up + 0.07), spot(0, up + 0.07)],
                    mix(wall, p.ink, 0.35),
                )
                for bar in range(24):
                    depth = bar * 0.036
                    pen.stroke(
                        [spot(depth, up + 0.07), spot(depth, up + 0.34)],
                        4,
                        mix(p.accent, p.ink, 0.4),
                    )
                pen.stroke(
                    [spot(0, up + 0.34), spot(0.86, up + 0.34)], 6, mix(p.accent, p.ink, 0.4)
                )
                for pot in (0.1, 0.36, 0.64):
                    x, y = spot(pot, up + 0.1)
                    for _ in range(14):
                        green = mix(rgb("#6f9a68"), p.ink, rng.uniform(0, 0.4))
                        leaf(
                            pen,
                            (x + rng.uniform(-14, 14), y),
                            rng.uniform(-2.8, -0.3),
                            rng.uniform(26, 62),
                            15,
                            green,
                        )
    with sheet.cut(shadow=4, dark=0.3) as pen:
        for y, depth in ((150, 90), (196, 70), (250, 60)):
            pen.stroke(sag((-10, y - 60), (1210, y), depth), 4, p.ink)
        line = sag((150, 470), (1060, 440), 70)
        pen.stroke(line, 3, p.ink)
        cloths = (mix(p.paper, (255, 255, 255), 0.5), rgb("#c4603f"), p.accent, p.far)
        for number in range(6):
            x, y = line[4 + number * 3]
            pen.fill(
                [
                    (x - 30, y),
                    (x + 34, y + 1),
                    (x + 30, y + 96 + (number % 3) * 16),
                    (x - 26, y + 92),
                ],
                cloths[number % 4],
            )


def _diggers(sheet: Sheet) -> None:
    """From far to near: one with a barrow, one far shoveller, two near with short spades."""
    rng, p = sheet.rng, sheet.palette
    skin = rgb("#b97f54")
    mud = mix(p.near, p.ink, 0.2)
    push = Pose(lean=16, hands=((0.26, 0.42), (0.28, 0.42)), feet=((0.14, 0), (-0.18, 0.02)))
    dig = Pose(
        hip=(-0.04, 0.44),
        lean=26,
        nod=8,
        hands=((0.34, 0.4), (0.2, 0.52)),
        feet=((0.2, 0), (-0.18, 0)),
        breadth=0.095,
    )
    lift = Pose(
        hip=(-0.02, 0.47),
        lean=12,
        nod=4,
        hands=((0.36, 0.56), (0.2, 0.5)),
        feet=((0.18, 0), (-0.16, 0)),
        breadth=0.095,
    )
    cast = (
        (720, 1000, 250, -1, push, mix(p.paper, (255, 255, 255), 0.4), "non"),
        (430, 1130, 370, 1, dig, rgb("#c4603f"), "scarf"),
        (990, 1310, 520, -1, lift, p.accent, "cap"),
        (250, 1470, 610, 1, dig, rgb("#d9a24a"), "non"),
    )
    straw = mix(p.paper, p.far, 0.45)
    for number, (x, base, tall, face, pose, top, hat) in enumerate(cast):
        gear = straw if hat == "non" else mix(p.paper, p.accent, 0.35)
        dress = Dress(
            top, mix(p.ink, p.accent, 0.2), skin, p.ink, gear, hat, boots=mix(p.ink, p.accent, 0.1)
        )
        with sheet.cut(shadow=10 + number * 3, dark=0.55, edge=0.5) as pen:
            figure = Figure(pen, (x, base), tall, face, pose, dress)
            near, far = figure.spot(pose.hands[0]), figure.spot(pose.hands[1])
            if number == 0:
                pen.fill(
                    trace(
                        f"{x - 150},{base - 96} {x - 50},{base - 96} {x - 66},{base - 40} "
                        f"{x - 134},{base - 40}"
                    ),
                    mix(p.accent, p.ink, 0.2),
                )
                pen.fill(
                    smooth([(x - 150, base - 96), (x - 100, base - 124), (x - 50, base - 96)]), mud
                )
                pen.disc((x - 130, base - 20), 22, p.ink)
                pen.disc((x - 130, base - 20), 10, p.far)
                pen.stroke([(x - 60, base - 70), near], 7, mix(p.near, p.ink, 0.3))
                figure.draw()
                continue
            reach = (near[0] - far[0]) * 1.7, (near[1] - far[1]) * 1.7
            blade = (near[0] + reach[0], near[1] + reach[1])
            figure.draw()
            pen.stroke([far, blade], tall * 0.024, mix(rgb("#a8734a"), p.paper, 0.2))
            size = tall * 0.075
            ux, uy = (
                reach[0] / (abs(reach[0]) + abs(reach[1])),
                reach[1] / (abs(reach[0]) + abs(reach[1])),
            )
            steel = [
                (blade[0] - uy * size, blade[1] + ux * size),
                (
                    blade[0] + ux * size * 2.6 - uy * size * 0.8,
                    blade[1] + uy * size * 2.6 + ux * size * 0.8,
                ),
            ]
            steel += [
                (
                    blade[0] + ux * size * 2.6 + uy * size * 0.8,
                    blade[1] + uy * size * 2.6 - ux * size * 0.8,
                ),
                (blade[0] + uy * size, blade[1] - ux * size),
            ]
            pen.fill(steel, mix(p.ink, p.paper, 0.45))
            heap = (blade[0] + ux * size * 1.6, blade[1] + uy * size * 1.6 - size * 0.35)
            pen.fill(ring(heap, size * 1.1, size * 0.5), mud)
            for _ in range(8):
                pen.disc(
                    (heap[0] + rng.gauss(0, size), heap[1] + rng.gauss(0, size * 0.7)),
                    rng.uniform(2, 6),
                    mud,
                )
            for spot in (near, far):
                pen.disc(spot, tall * 0.022, skin)
