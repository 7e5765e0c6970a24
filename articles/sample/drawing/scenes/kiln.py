"""The drying kiln of the areca nuts."""

from __future__ import annotations

import math

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, bend, ring, trace
from ..palette import Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..sky import cloud_bank


@picture(
    "lo-say-cau",
    LANDSCAPE,
    Palette(rgb("#e6ddc8"), rgb("#9d9a92"), rgb("#6c7f45"), rgb("#2a1f1c"), rgb("#d9702a")),
)
def areca_kiln(sheet: Sheet) -> None:
    """Areca nuts dry on long racks over low brick ovens; a worker rakes through the smoke."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.far, p.ink, 0.45)),
            (0.5, mix(p.far, p.ink, 0.15)),
            (0.75, mix(p.far, p.accent, 0.2)),
        ],
        wood=0.22,
    )
    with sheet.cut(shadow=10) as pen:
        pen.fill(trace("-10,-10 1510,-10 1510,70 760,150 -10,60"), mix(p.ink, p.near, 0.12))
        for x in range(-40, 1540, 36):
            pen.stroke(
                [(x, -10), (x + (750 - x) * 0.06, 62 + (1 - abs(x - 760) / 800) * 80)],
                5,
                mix(p.ink, p.far, 0.22),
            )
        for x in (170, 560, 960, 1360):
            pen.box(x, 60, x + 24, 520, mix(p.ink, p.far, 0.25))
    for layer, (y, shade) in enumerate(((360, 0.62), (470, 0.4))):
        with sheet.cut(shadow=0, edge=0, see=0.75, soft=20) as pen:
            for _ in range(5):
                left = rng.uniform(-200, 1100)
                cloud_bank(
                    pen,
                    rng,
                    left,
                    left + rng.uniform(320, 620),
                    y - layer * 40 + rng.uniform(-60, 30),
                    rng.uniform(80, 150),
                    mix(p.far, p.paper, shade),
                )
    brick = mix(p.accent, p.ink, 0.35)
    for depth, (left_y, right_y, high, size) in enumerate(
        ((520, 470, 92, 9), (620, 560, 128, 13), (770, 690, 176, 19))
    ):
        if depth == 2:
            _raker(sheet)
        with sheet.cut(shadow=14, dark=0.6) as pen:

            def level(x: float, left_y: float = left_y, right_y: float = right_y) -> float:
                return left_y + (right_y - left_y) * x / 1500

            pen.fill(
                [
                    (-10, level(0)),
                    (1510, level(1500)),
                    (1510, level(1500) + high),
                    (-10, level(0) + high),
                ],
                brick,
            )
            for course in range(6):
                for number in range(int(1500 / (size * 4.4)) + 2):
                    x = number * size * 4.4 - (course % 2) * size * 2.2
                    y = level(x) + course * high / 6
                    pen.fill(
                        [
                            (x, y + 2),
                            (x + size * 4, y - 1),
                            (x + size * 4, y + high / 6 - 3),
                            (x, y + high / 6),
                        ],
                        mix(mix(p.accent, p.ink, rng.uniform(0.25, 0.5)), p.far, 0.12),
                    )
            for mouth in range(3 + depth % 2):
                x = 170 + mouth * 430 + depth * 90
                y = level(x) + high
                half = high * 0.42
                arch = [
                    (x - half, y),
                    (x - half, y - high * 0.4),
                    *[
                        (
                            x + half * math.cos(math.pi - a * math.pi / 12),
                            y - high * 0.4 - half * 0.7 * math.sin(a * math.pi / 12),
                        )
                        for a in range(13)
                    ],
                    (x + half, y),
                ]
                pen.fill(arch, p.ink)
                for _ in range(60):
                    ex, ey = (
                        x + rng.uniform(-0.85, 0.85) * half,
                        y - rng.triangular(0.02, 0.4, 0.06) * high,
                    )
                    pen.disc(
                        (ex, ey),
                        rng.uniform(2.5, 7) * (1 + depth * 0.3),
                        mix(p.accent, rgb("#ffd27a"), rng.uniform(0, 0.8)),
                    )
            pen.fill(
                [
                    (-10, level(0) - 14),
                    (1510, level(1500) - 14),
                    (1510, level(1500) + 6),
                    (-10, level(0) + 6),
                ],
                mix(p.far, p.paper, 0.15),
            )
            rows = 3 + depth
            for row in range(rows):
                x = -10.0 + row * size * 0.5
                while x < 1510:
                    y = level(x) - 12 - (rows - 1 - row) * size * 0.72 + rng.uniform(-1.5, 1.5)
                    nut = mix(
                        mix(p.near, p.accent, rng.uniform(0.35, 0.75)), p.ink, rng.uniform(0.0, 0.3)
                    )
                    pen.fill(
                        ring(
                            (x, y), size * 0.62, size * 0.46, turn=rng.uniform(-0.6, 0.6), steps=14
                        ),
                        nut,
                    )
                    pen.disc(
                        (x - size * 0.16, y - size * 0.14), size * 0.16, mix(nut, p.paper, 0.4)
                    )
                    x += size * 1.0
        for mouth in range(3 + depth % 2):
            x = 170 + mouth * 430 + depth * 90
            sheet.glow(
                (x, left_y + (right_y - left_y) * x / 1500 + high * 0.86),
                high * 1.05,
                mix(p.accent, rgb("#ffc266"), 0.4),
                0.38,
            )
    with sheet.cut(shadow=0, edge=0, see=0.5, soft=22) as pen:
        for _ in range(6):
            left = rng.uniform(-200, 1300)
            cloud_bank(
                pen,
                rng,
                left,
                left + rng.uniform(240, 420),
                rng.uniform(430, 640),
                rng.uniform(50, 90),
                mix(p.paper, p.far, 0.3),
            )
    with sheet.cut(shadow=14, dark=0.6) as pen:
        pen.fill(trace("-10,948 1510,876 1510,1010 -10,1010"), mix(p.ink, p.far, 0.2))
        for x, y, turn in (
            (110, 952, 0.2),
            (566, 958, -0.15),
            (640, 972, 0.2),
            (1010, 944, 0.25),
            (1420, 926, -0.1),
        ):
            _areca_bunch(sheet, pen, (x, y), turn)


def _raker(sheet: Sheet) -> None:
    """The worker between two ovens, a long wooden rake over the nuts."""
    p = sheet.palette
    pose = Pose(
        hip=(-0.04, 0.51),
        lean=24,
        nod=4,
        hands=((0.22, 0.5), (0.34, 0.44)),
        feet=((0.14, 0), (-0.16, 0)),
    )
    dress = Dress(
        mix(p.paper, p.far, 0.4),
        mix(p.ink, p.near, 0.25),
        mix(rgb("#a87048"), p.ink, 0.15),
        p.ink,
        mix(p.paper, p.accent, 0.15),
        "non",
    )
    with sheet.cut(shadow=13, dark=0.6, edge=0.4) as pen:
        man = Figure(pen, (560, 850), 560, 1, pose, dress)
        near, far = man.spot(pose.hands[0]), man.spot(pose.hands[1])
        slope = ((far[0] - near[0]), (far[1] - near[1]))
        head = (near[0] + slope[0] * 5.0, near[1] + slope[1] * 5.0)
        pen.stroke(
            [(near[0] - slope[0] * 1.6, near[1] - slope[1] * 1.6), head],
            9,
            mix(p.far, p.paper, 0.3),
        )
        pen.stroke(
            [(head[0] - 40, head[1] - 26), (head[0] + 40, head[1] + 30)],
            13,
            mix(p.far, p.paper, 0.2),
        )
        man.draw()


def _areca_bunch(sheet: Sheet, pen: Pen, at: Point, turn: float) -> None:
    """A bunch of green areca nuts on its stalk."""
    rng, p = sheet.rng, sheet.palette
    x, y = at
    for branch in range(9):
        angle = -math.pi / 2 + (branch - 4) * 0.34 + turn
        tip = (x + math.cos(angle) * 120, y + math.sin(angle) * 80)
        pen.stroke(bend((x, y + 20), tip, 0.1), 7, mix(p.near, p.paper, 0.25), 3)
        for nut in range(7):
            share = 0.35 + nut * 0.11
            nx = x + math.cos(angle) * 120 * share + rng.uniform(-14, 14)
            ny = y + math.sin(angle) * 80 * share + rng.uniform(-10, 10)
            green = mix(mix(p.near, p.paper, rng.uniform(0, 0.3)), p.ink, rng.uniform(0, 0.35))
            pen.fill(ring((nx, ny), 18, 24, turn=angle + math.pi / 2, steps=18), green)
            pen.disc((nx - 5, ny - 8), 5, mix(green, p.paper, 0.45))
    pen.stroke([(x, y + 16), (x - 30 + turn * 100, y + 70)], 16, mix(p.near, p.ink, 0.2), 12)
