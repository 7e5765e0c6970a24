"""The forgotten valve of alley 14."""

from __future__ import annotations

from ..catalogue import UPRIGHT, picture
from ..curves import Point, bend, blob, ring, smooth, trace
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import banana, tuft

TURN = Pose(
    lean=20, nod=8, hands=((0.27, 0.5), (0.3, 0.46)), feet=((0.06, 0), (-0.18, 0)), elbow=(1, 1)
)
LADLE = Pose(
    hip=(-0.12, 0.22),
    lean=44,
    nod=-4,
    hands=((0.33, 0.14), (0.3, 0.2)),
    feet=((0.08, 0.0), (-0.08, 0.0)),
    elbow=(1, 1),
)
WATCH = Pose(lean=10, nod=12, hands=((0.06, 0.44), (0.1, 0.46)))
FOLD = Pose(lean=4, nod=10, hands=((0.14, 0.65), (0.12, 0.62)), elbow=(1, 1))


@picture(
    "mo-van-hem-14",
    UPRIGHT,
    Palette(rgb("#fbeed2"), rgb("#dcb98a"), rgb("#7f9490"), rgb("#242c33"), rgb("#d6602c")),
)
def valve(sheet: Sheet) -> None:
    """Two men in orange vests at an open pit, one turning the long key; the alley looks on."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(rgb("#dba94f"), p.paper, 0.25)
    sheet.wash([(0, mix(wall, p.paper, 0.25)), (0.5, wall), (1, mix(wall, p.near, 0.2))], wood=0.07)
    sheet.glow((900, 160), 640, mix(p.paper, rgb("#ffe9b0"), 0.5), 0.6)
    _wall(sheet, wall)
    with sheet.cut(shadow=6, dark=0.35) as pen:
        ground = mix(p.far, p.near, 0.3)
        pen.box(-10, 940, 1210, 1510, ground)
        for row in range(9):
            y = 940 + 570 * (row / 9) ** 1.4
            pen.stroke([(-10, y), (1210, y)], 2, mix(ground, p.ink, 0.14))
            for x in range(-60, 1260, 170):
                shift = 85 if row % 2 else 0
                pen.stroke(
                    [(x + shift, y), (x + shift + (x - 600) * 0.04, y + 60 + row * 6)],
                    2,
                    mix(ground, p.ink, 0.12),
                )
        for _ in range(20):
            spot = (rng.uniform(40, 1160), rng.uniform(980, 1480))
            pen.fill(
                ring(spot, rng.uniform(30, 90), rng.uniform(6, 14)),
                mix(ground, rgb("#8a7050"), 0.4),
            )
    _neighbours(sheet)
    _pit(sheet)
    _crew(sheet)


def _wall(sheet: Sheet, wall: Colour) -> None:
    """A house front with its flood line, blue gate, meter box and pots."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=7, dark=0.4, edge=0.35) as pen:
        line = [(x, 690 + rng.uniform(-9, 9)) for x in range(-20, 1240, 50)]
        pen.fill([*smooth(line), (1240, 944), (-20, 944)], mix(wall, rgb("#7a6248"), 0.42))
        for _ in range(70):
            x = rng.uniform(0, 1180)
            dash(
                pen,
                (x, 692),
                (x + rng.uniform(-4, 4), 692 + rng.uniform(30, 120)),
                3,
                mix(wall, rgb("#7a6248"), 0.6),
            )
    with sheet.cut(shadow=9, dark=0.45, edge=0.35) as pen:
        gate = mix(rgb("#3f7fa0"), p.near, 0.15)
        pen.box(380, 340, 800, 944, mix(p.ink, gate, 0.3))
        for left in (392, 594):
            pen.box(left, 352, left + 194, 944, gate)
            for slat in range(9):
                pen.box(
                    left + 12, 380 + slat * 30, left + 182, 392 + slat * 30, mix(gate, p.ink, 0.28)
                )
            pen.box(left + 12, 680, left + 182, 910, mix(gate, p.ink, 0.14))
        pen.box(340, 306, 840, 344, mix(wall, p.ink, 0.3))
        pen.disc((584, 800), 9, p.paper)
        pen.box(900, 430, 1110, 640, mix(p.ink, p.near, 0.3))
        for bar in range(7):
            pen.box(912 + bar * 30, 430, 922 + bar * 30, 640, mix(wall, p.paper, 0.5))
        pen.box(884, 638, 1126, 656, mix(wall, p.ink, 0.25))
        pen.box(150, 440, 262, 560, mix(p.paper, p.near, 0.35))
        pen.box(166, 456, 246, 500, mix(p.ink, p.near, 0.5))
        pen.box(172, 520, 240, 540, p.accent)
    with sheet.cut(shadow=8, dark=0.4, edge=0.35) as pen:
        pen.fill(trace("300,196 880,196 944,300 250,300"), mix(rgb("#a85a42"), p.ink, 0.08))
        for x in range(286, 920, 32):
            pen.stroke(
                [(590 + (x - 590) * 0.9, 200), (x, 298)], 4, mix(rgb("#a85a42"), p.ink, 0.35)
            )
        for x, size in ((940, 74), (1010, 92), (1080, 66)):
            pen.fill(
                trace(f"{x - 22},600 {x + 22},600 {x + 16},640 {x - 16},640"),
                mix(p.accent, rgb("#8a5a3c"), 0.5),
            )
            tuft(pen, rng, (x, 604), size, mix(rgb("#4d7553"), p.far, 0.15), blades=10)
        banana(pen, rng, (70, 944), 660, rgb("#5f8a5a"), p.ink)
    with sheet.cut(shadow=4, dark=0.3) as pen:
        for drop in (60, 96, 130):
            pen.stroke(bend((-10, drop), (1210, drop + 40), 0.03), 3, p.ink)


def _neighbours(sheet: Sheet) -> None:
    """Those who have waited four days, with their buckets."""
    p = sheet.palette
    skin = rgb("#bd8a62")

    def dress(top: str, hair: str = "short", *, grey: bool = False) -> Dress:
        return Dress(
            mix(rgb(top), p.paper, 0.1), mix(p.ink, p.near, 0.3), skin, p.ink, hair=hair,
            hair_colour=mix(p.paper, p.near, 0.2) if grey else None,
        )  # fmt: skip

    with sheet.cut(shadow=9, dark=0.45, edge=0.35) as pen:
        Figure(pen, (250, 1046), 470, 1, FOLD, dress("#5d8a5a")).draw()
        Figure(pen, (556, 1046), 300, 1, WATCH, dress("#e0a93a", "long")).draw()
        Figure(pen, (960, 1046), 440, -1, WATCH, dress("#6a4a5a", "bun", grey=True)).draw()
        Figure(pen, (1090, 1056), 470, -1, FOLD, dress("#c4402f")).draw()
    with sheet.cut(shadow=9, dark=0.45, edge=0.35) as pen:
        for x, y, colour in (
            (452, 1066, "#c4402f"),
            (856, 1074, "#e8e0c8"),
            (1168, 1090, "#3f7fa0"),
        ):
            _bucket(pen, (x, y), 84, rgb(colour), p)


def _bucket(pen: Pen, at: Point, size: float, colour: Colour, p: Palette) -> None:
    """A bucket of plastic with its handle down."""
    x, y = at
    half = size * 0.5
    pen.fill(
        [(x - half, y - size), (x + half, y - size), (x + half * 0.74, y), (x - half * 0.74, y)],
        colour,
    )
    pen.fill(
        [
            (x - half, y - size),
            (x - half * 0.3, y - size),
            (x - half * 0.2, y),
            (x - half * 0.74, y),
        ],
        mix(colour, p.ink, 0.18),
    )
    pen.fill(ring((x, y - size), half, half * 0.28), mix(colour, p.paper, 0.35))
    pen.fill(ring((x, y - size), half * 0.86, half * 0.2), mix(p.ink, p.near, 0.45))
    pen.stroke(
        bend((x - half * 0.95, y - size + 4), (x + half * 0.95, y - size + 4), 0.24),
        5,
        mix(p.ink, p.near, 0.3),
    )


def _pit(sheet: Sheet) -> None:
    """The open hole in the paving: brick sides, mud, the pipe and the red wheel; its iron lid."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        pen.fill(ring((210, 1368), 152, 62), mix(p.ink, p.near, 0.42))
        pen.fill(ring((210, 1356), 152, 62), mix(p.ink, p.near, 0.6))
        for row in range(-2, 3):
            for column in range(-4, 5):
                pen.box(
                    204 + column * 28,
                    1350 + row * 19,
                    218 + column * 28,
                    1358 + row * 19,
                    mix(p.ink, p.near, 0.35),
                )
    brick = mix(rgb("#a85a42"), p.ink, 0.1)
    with sheet.cut(shadow=3, edge=0.5) as pen:
        pen.fill(ring((640, 1330), 276, 122), mix(p.paper, p.near, 0.55))
        pen.fill(ring((640, 1334), 248, 104), mix(brick, p.ink, 0.45))
        pen.fill(blob("400,1320 640,1266 880,1320 872,1362 640,1300 408,1362"), brick)
        for column in range(13):
            x = 420 + column * 36
            pen.stroke(
                [
                    (x, 1300 - 26 * (1 - ((x - 640) / 240) ** 2)),
                    (x, 1340 - 34 * (1 - ((x - 640) / 240) ** 2)),
                ],
                2,
                mix(brick, p.paper, 0.4),
            )
        pen.fill(ring((640, 1372), 206, 60), mix(rgb("#7a6248"), p.ink, 0.3))
        for _ in range(24):
            x, y = 640 + rng.gauss(0, 90), 1374 + rng.gauss(0, 20)
            dash(pen, (x, y), (x + 34, y), 4, mix(rgb("#7a6248"), p.paper, 0.18))
    with sheet.cut(shadow=7, dark=0.5, edge=0.5) as pen:
        pen.stroke([(440, 1384), (840, 1384)], 42, mix(p.near, p.ink, 0.35))
        pen.stroke([(440, 1374), (840, 1374)], 9, mix(p.near, p.paper, 0.3))
        pen.box(606, 1340, 674, 1404, mix(rgb("#3f7fa0"), p.ink, 0.2))
        pen.fill(ring((640, 1336), 60, 22), mix(rgb("#c4402f"), p.ink, 0.05))
        pen.fill(ring((640, 1336), 42, 14), mix(rgb("#7a6248"), p.ink, 0.3))
        pen.stroke([(584, 1336), (696, 1336)], 8, rgb("#c4402f"))
        pen.disc((640, 1334), 13, mix(rgb("#c4402f"), p.ink, 0.2))


def _crew(sheet: Sheet) -> None:
    """One turns the long key, the other bails mud; water leaps from a joint."""
    rng, p = sheet.rng, sheet.palette
    skin, navy = rgb("#b57e55"), mix(rgb("#3f5f7a"), p.ink, 0.2)

    def vest(figure: Figure, pen: Pen) -> None:
        (sx, sy), (ux, uy) = figure.shoulder, figure.up
        for along in (0.1, 0.19):
            left = figure.spot((sx - ux * along - uy * 0.085, sy - uy * along + ux * 0.085))
            right = figure.spot((sx - ux * along + uy * 0.085, sy - uy * along - ux * 0.085))
            pen.stroke([left, right], 13, mix(p.paper, rgb("#e8e05a"), 0.6))

    def key(near: Point, far: Point) -> None:
        x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
        pen.stroke([(x, y), (640, 1334)], 15, mix(p.ink, p.near, 0.35))
        pen.stroke([(x - 74, y + 14), (x + 78, y - 16)], 17, mix(p.ink, p.near, 0.25))

    def ladle(near: Point, _far: Point) -> None:
        pen.stroke(
            [(near[0] + 70, near[1] - 70), (near[0] - 60, near[1] + 44)],
            11,
            mix(rgb("#8a5a3c"), p.ink, 0.2),
        )
        pen.fill(
            blob("-44,-6 -2,-20 34,2 22,40 -26,38", (near[0] - 78, near[1] + 50)),
            mix(p.near, p.ink, 0.3),
        )

    helmet = rgb("#e8b83a")
    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        figure = Figure(
            pen,
            (352, 1306),
            560,
            1,
            TURN,
            Dress(p.accent, navy, skin, p.ink, headgear=helmet, hat="helmet", boots=p.ink),
        )
        figure.draw(key)
        vest(figure, pen)
    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        figure = Figure(
            pen,
            (960, 1424),
            520,
            -1,
            LADLE,
            Dress(p.accent, navy, skin, p.ink, headgear=helmet, hat="helmet", boots=p.ink),
        )
        figure.draw(ladle)
        vest(figure, pen)
    with sheet.cut(shadow=9, dark=0.5, edge=0.4) as pen:
        _bucket(pen, (1100, 1470), 110, mix(p.ink, p.near, 0.5), p)
        pen.fill(ring((1100, 1360), 46, 12), rgb("#7a6248"))
    with sheet.cut(shadow=3, dark=0.25, edge=0.5) as pen:
        for _ in range(13):
            start = (782 + rng.uniform(-6, 6), 1374)
            reach, lift = rng.uniform(-46, 40), rng.uniform(24, 76)
            pen.stroke(
                bend(start, (start[0] + reach, 1374 - lift), 0.1),
                4,
                mix(p.paper, rgb("#8fc4d4"), 0.35),
                1,
            )
