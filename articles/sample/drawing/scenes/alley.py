"""Alley 14 queues at the well."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring, sag, smooth
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, tuft
from ..sky import birds

PULL = Pose(
    lean=16, nod=10, hands=((0.27, 0.64), (0.26, 0.52)), feet=((0.1, 0), (-0.14, 0)), elbow=(1, 1)
)
WAIT = Pose(lean=2, hands=((0.04, 0.43), (0.08, 0.45)))
CARRY = Pose(lean=-8, nod=6, hands=((0.1, 0.36), (-0.06, 0.44)), feet=((0.13, 0), (-0.13, 0.02)))
BEND = Pose(
    hip=(-0.06, 0.46),
    lean=46,
    nod=-10,
    hands=((0.28, 0.3), (0.26, 0.27)),
    feet=((0.06, 0), (-0.1, 0)),
    elbow=(1, 1),
)
TINS: tuple[str, ...] = (
    "#c4402f",
    "#3f7fa0",
    "#e0a93a",
    "#5d8a5a",
    "#8a5a8a",
    "#e8e0c8",
    "#d8703a",
)


@picture(
    "hem-14-xach-nuoc",
    WIDE,
    Palette(rgb("#fff0d0"), rgb("#f0bf8a"), rgb("#7d8f8c"), rgb("#232b33"), rgb("#c8452e")),
)
def alley(sheet: Sheet) -> None:
    """Buckets in a long bright row, neighbours waiting, an old woman drawing from her well."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.near, p.paper, 0.45)), (0.3, mix(p.far, p.paper, 0.4)), (0.6, p.paper)],
        wood=0.07,
    )
    sheet.glow((800, 330), 420, mix(p.paper, rgb("#ffdf9a"), 0.6), 0.9)
    with sheet.cut(shadow=2, dark=0.15, edge=0) as pen:
        birds(pen, rng, (800, 130), 60, 6, 14, mix(p.ink, p.near, 0.3))
    _end_of_alley(sheet)
    _wall(sheet, -1)
    _wall(sheet, 1)
    with sheet.cut(shadow=4, dark=0.3) as pen:
        ground = mix(p.far, p.near, 0.35)
        pen.fill([(720, 520), (880, 520), (1660, 920), (-60, 920)], ground)
        for row in range(16):
            y = 524 + 390 * (row / 16) ** 1.6
            half = 80 + (y - 520) * 2
            pen.stroke(
                [(800 - half, y), (800 + half, y)], 1.4 + row * 0.08, mix(ground, p.ink, 0.16)
            )
        for _ in range(26):
            x, y = rng.uniform(380, 1240), rng.uniform(690, 890)
            pen.fill(
                ring((x, y), rng.uniform(20, 70), rng.uniform(4, 10)),
                mix(ground, rgb("#8fb4c4"), 0.5),
            )
    sheet.glow((800, 560), 330, mix(p.paper, rgb("#ffe6ae"), 0.5), 0.5)
    _queue(sheet)
    _well(sheet)


def _end_of_alley(sheet: Sheet) -> None:
    """Where the alley opens on the river: a tree, water, a strip of far bank."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=3, dark=0.25) as pen:
        pen.box(640, 430, 960, 530, mix(p.near, p.paper, 0.5))
        pen.fill(
            [
                *smooth([(640, 440), (720, 414), (810, 430), (880, 408), (960, 424)]),
                (960, 450),
                (640, 450),
            ],
            mix(p.near, p.far, 0.2),
        )
        for _ in range(16):
            x, y = rng.uniform(680, 900), rng.uniform(458, 516)
            dash(pen, (x, y), (x + 30, y), 2, p.paper)
        pen.stroke([(884, 524), (876, 360)], 12, mix(p.ink, rgb("#8a6a50"), 0.5), 7)
        foliage(
            pen,
            rng,
            (866, 330),
            74,
            52,
            [mix(rgb("#4d7553"), p.ink, 0.25), rgb("#5f8a5a"), mix(rgb("#5f8a5a"), p.far, 0.4)],
            size=14,
        )


def _wall_spot(side: int, depth: float, height: float) -> Point:
    near = 1 - depth
    x = 800 + side * (86 + 760 * near * near)
    low = 522 + 400 * near * near
    return x, low - height * (230 + 700 * near * near)


def _wall(sheet: Sheet, side: int) -> None:
    """House after house in faded colours: doors, meters, creepers, washing on poles."""
    rng, p = sheet.rng, sheet.palette
    tones: tuple[Colour, ...] = (
        rgb("#e3b56a"),
        rgb("#9fb8ae"),
        rgb("#d9a08a"),
        rgb("#c9c09a"),
        rgb("#8fa9b8"),
    )
    edges = (-0.06, 0.3, 0.56, 0.78, 1.0)
    for number in (3, 2, 1, 0):
        a, b = edges[number], edges[number + 1]
        wall = mix(
            tones[(number * 2 + (1 if side > 0 else 0)) % 5],
            p.near,
            0.12 + (0.2 if side > 0 else 0),
        )
        tall = 0.86 + 0.12 * ((number + (1 if side > 0 else 0)) % 3)

        def quad(
            left: float, right: float, low: float, high: float, a: float = a, b: float = b
        ) -> list[Point]:
            c, d = a + (b - a) * left, a + (b - a) * right
            return [
                _wall_spot(side, c, low),
                _wall_spot(side, d, low),
                _wall_spot(side, d, high),
                _wall_spot(side, c, high),
            ]

        with sheet.cut(shadow=9, dark=0.4, edge=0.3) as pen:
            pen.fill(quad(0, 1, 0, tall), wall)
            pen.fill(quad(0, 1, 0, 0.13), mix(wall, rgb("#7a6248"), 0.55))
            for _ in range(26):
                left = rng.random() * 0.94
                pen.fill(
                    quad(left, left + 0.03, 0.1, 0.13 + rng.uniform(0, 0.03)),
                    mix(wall, rgb("#7a6248"), 0.5),
                )
            door = mix(rgb("#5d7a6a") if number % 2 else rgb("#8a4a3a"), p.ink, 0.2)
            pen.fill(quad(0.14, 0.44, 0.0, 0.44), mix(door, p.ink, 0.4))
            pen.fill(quad(0.16, 0.29, 0.0, 0.42), door)
            pen.fill(quad(0.3, 0.42, 0.0, 0.42), door)
            for bar in range(1, 6):
                pen.fill(quad(0.17, 0.28, bar * 0.07, bar * 0.07 + 0.01), mix(door, p.ink, 0.35))
                pen.fill(quad(0.31, 0.41, bar * 0.07, bar * 0.07 + 0.01), mix(door, p.ink, 0.35))
            pen.fill(quad(0.56, 0.88, 0.22, 0.46), mix(p.ink, p.near, 0.25))
            for bar in range(6):
                pen.fill(
                    quad(0.58 + bar * 0.05, 0.595 + bar * 0.05, 0.22, 0.46), mix(wall, p.paper, 0.3)
                )
            pen.fill(quad(0.1, 0.9, 0.56, 0.585), mix(wall, p.ink, 0.35))
            pen.fill(quad(0.2, 0.48, 0.62, 0.8 * tall), mix(p.ink, p.near, 0.3))
            pen.fill(quad(0.58, 0.84, 0.62, 0.8 * tall), mix(p.ink, p.near, 0.3))
        with sheet.cut(shadow=6, dark=0.35) as pen:
            for pot in range(3):
                spot = _wall_spot(side, a + (b - a) * (0.2 + 0.28 * pot), 0.585)
                size = 14 + 46 * (1 - a) ** 2
                pen.fill(
                    [
                        (spot[0] - size * 0.3, spot[1] - size * 0.5),
                        (spot[0] + size * 0.3, spot[1] - size * 0.5),
                        (spot[0] + size * 0.2, spot[1]),
                        (spot[0] - size * 0.2, spot[1]),
                    ],
                    mix(p.accent, rgb("#8a5a3c"), 0.5),
                )
                tuft(
                    pen,
                    rng,
                    (spot[0], spot[1] - size * 0.45),
                    size,
                    mix(rgb("#4d7553"), p.far, rng.random() * 0.3),
                    blades=9,
                )
    with sheet.cut(shadow=5, dark=0.3, edge=0.25) as pen:
        start, end = _wall_spot(-1, 0.22, 0.86), _wall_spot(1, 0.34, 0.86)
        if side > 0:
            for _ in range(5):
                pen.stroke(
                    sag(start, (end[0], end[1] + rng.uniform(-20, 20)), rng.uniform(20, 60)),
                    2,
                    p.ink,
                )
            rope = sag(_wall_spot(-1, 0.5, 0.7), _wall_spot(1, 0.5, 0.7), 20)
            pen.stroke(rope, 2.4, mix(p.ink, p.near, 0.3))
            for number in range(3, 22, 3):
                x, y = rope[number]
                cloth = mix(rgb(TINS[number % 7]), p.paper, 0.35)
                pen.fill(
                    [
                        (x - 18, y),
                        (x + 18, y + 2),
                        (x + 16, y + 46 + number % 2 * 12),
                        (x - 16, y + 44),
                    ],
                    cloth,
                )
                if number % 2:
                    pen.fill(
                        [(x - 18, y), (x - 31, y + 20), (x - 22, y + 26), (x - 14, y + 14)], cloth
                    )
                    pen.fill(
                        [(x + 18, y), (x + 31, y + 20), (x + 22, y + 26), (x + 14, y + 14)], cloth
                    )


def _bucket(pen: Pen, at: Point, size: float, colour: Colour, p: Palette) -> None:
    """A plastic bucket, its mouth a dark ellipse, handle up."""
    x, y = at
    pen.stroke(
        smooth(
            [
                (x - size * 0.46, y - size * 0.9),
                (x, y - size * 1.5),
                (x + size * 0.46, y - size * 0.9),
            ]
        ),
        size * 0.06,
        mix(p.ink, p.near, 0.4),
    )
    pen.fill(
        [
            (x - size * 0.5, y - size * 0.9),
            (x + size * 0.5, y - size * 0.9),
            (x + size * 0.36, y),
            (x - size * 0.36, y),
        ],
        colour,
    )
    pen.fill(
        [
            (x - size * 0.5, y - size * 0.9),
            (x - size * 0.2, y - size * 0.9),
            (x - size * 0.14, y),
            (x - size * 0.36, y),
        ],
        mix(colour, p.ink, 0.2),
    )
    pen.fill(ring((x, y), size * 0.36, size * 0.09), mix(colour, p.ink, 0.1))
    pen.fill(ring((x, y - size * 0.9), size * 0.5, size * 0.15), mix(colour, p.paper, 0.35))
    pen.fill(ring((x, y - size * 0.89), size * 0.43, size * 0.11), mix(p.ink, p.near, 0.5))


def _queue(sheet: Sheet) -> None:
    """The winding row of buckets down the alley and those who wait beside it."""
    p = sheet.palette
    skin = rgb("#bd8a62")

    def dress(top: str, hat: str = "", hair: str = "short") -> Dress:
        return Dress(
            mix(rgb(top), p.paper, 0.1),
            mix(p.ink, p.near, 0.25),
            skin,
            p.ink,
            hair=hair,
            hat=hat,
            headgear=mix(rgb("#e8cf96"), p.paper, 0.2),
        )

    with sheet.cut(shadow=6, dark=0.4, edge=0.35) as pen:
        for x, base, tall, face, pose, look in (
            (742, 556, 106, 1, WAIT, dress("#3f7fa0")),
            (852, 566, 114, -1, WAIT, dress("#c4402f", hair="bun")),
            (706, 590, 142, 1, WAIT, dress("#5d8a5a", "non")),
            (896, 612, 160, -1, CARRY, dress("#e0a93a")),
            (650, 642, 196, 1, WAIT, dress("#e8e0c8", hair="long")),
        ):
            Figure(pen, (x, base), tall, face, pose, look).draw()
    for number in range(17):
        t = number / 16
        near = t**1.5
        x = 790 + 70 * (0.3 - t) * (1 if t < 0.5 else 1.4) + 40 * (number % 2) * (0.2 + near)
        with sheet.cut(shadow=2 + 6 * near, dark=0.4, edge=0.35) as pen:
            _bucket(pen, (x, 560 + 300 * near), 15 + 58 * near, rgb(TINS[(number * 3) % 7]), p)
    with sheet.cut(shadow=11, dark=0.5, edge=0.4) as pen:
        Figure(pen, (490, 792), 340, 1, BEND, dress("#8a5a8a", hair="bun")).draw()
        Figure(pen, (330, 852), 392, 1, WAIT, dress("#3f7fa0")).draw()
        Figure(pen, (214, 862), 250, 1, WAIT, dress("#d8703a", hair="long")).draw()
    with sheet.cut(shadow=9, dark=0.5, edge=0.35) as pen:
        _bucket(pen, (606, 806), 66, rgb("#5d8a5a"), p)
        _bucket(pen, (136, 872), 70, rgb("#e8e0c8"), p)


def _well(sheet: Sheet) -> None:
    """The brick well at the right with its roller, and the old woman at the rope."""
    rng, p = sheet.rng, sheet.palette
    brick = mix(rgb("#a85a42"), p.ink, 0.05)
    skin = rgb("#bd8a62")
    with sheet.cut(shadow=10, dark=0.5) as pen:
        for x in (1010, 1250):
            pen.stroke(
                [(x, 800), (x + (1130 - x) * 0.12, 470)], 15, mix(rgb("#8a5a3c"), p.ink, 0.35)
            )
        pen.stroke([(1010, 486), (1252, 486)], 17, mix(rgb("#8a5a3c"), p.ink, 0.25))
        pen.disc((1130, 486), 25, mix(p.ink, p.near, 0.4))
        pen.disc((1130, 486), 9, p.far)
        pen.stroke([(1120, 490), (1120, 640)], 4, mix(p.paper, p.near, 0.3))
    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        pen.fill([(970, 716), (1290, 716), (1274, 868), (986, 868)], brick)
        for row in range(6):
            y = 726 + row * 24
            pen.stroke([(974 + row * 3, y), (1286 - row * 3, y)], 2, mix(brick, p.paper, 0.35))
            for column in range(9):
                x = 990 + column * 36 + (row % 2) * 18
                if x < 1276:
                    pen.stroke([(x, y), (x, y + 24)], 2, mix(brick, p.paper, 0.35))
        pen.fill(ring((1130, 716), 162, 34), mix(brick, p.paper, 0.28))
        pen.fill(ring((1130, 718), 132, 25), mix(p.ink, p.near, 0.15))
        pen.fill(ring((1130, 868), 145, 20), mix(brick, p.ink, 0.2))
    with sheet.cut(shadow=6, dark=0.4, edge=0.4) as pen:
        _bucket(pen, (1120, 690), 54, mix(p.ink, p.near, 0.55), p)
        for _ in range(12):
            x, y = 1120 + rng.uniform(-18, 18), rng.uniform(692, 704)
            pen.stroke(
                [(x, y), (x, y + rng.uniform(5, 14))], 2.6, mix(p.paper, rgb("#8fb4c4"), 0.4), 1
            )

    def rope(near: Point, _far: Point) -> None:
        pen.stroke(bend((1138, 468), near, 0.03), 4, mix(p.paper, p.near, 0.3))

    with sheet.cut(shadow=12, dark=0.5, edge=0.45) as pen:
        dress = Dress(
            mix(rgb("#6a4a5a"), p.ink, 0.1),
            p.ink,
            skin,
            p.ink,
            hair="bun",
            hair_colour=mix(p.paper, p.near, 0.2),
        )
        Figure(pen, (1392, 872), 384, -1, PULL, dress).draw(rope)
    with sheet.cut(shadow=9, dark=0.5, edge=0.35) as pen:
        _bucket(pen, (1516, 880), 74, rgb("#c4402f"), p)
        _bucket(pen, (930, 884), 70, rgb("#3f7fa0"), p)
