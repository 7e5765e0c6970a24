"""The yard of a row of rented rooms, the noon after the flood."""

from __future__ import annotations

from ..catalogue import LANDSCAPE, picture
from ..curves import Point, blob, ring, smooth, trace
from ..household import washing
from ..land import dash
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage


@picture(
    "san-nha-tro",
    LANDSCAPE,
    Palette(rgb("#faedcf"), rgb("#e7b765"), rgb("#4f8f8c"), rgb("#27303a"), rgb("#c9523a")),
)
def one_kitchen(sheet: Sheet) -> None:
    """Two storeys of doors, washing from rail to rail, one big stove, everybody at one table."""
    rng, p = sheet.rng, sheet.palette
    sky = mix(rgb("#9fc6cf"), p.paper, 0.25)
    sheet.wash([(0, sky), (0.4, mix(sky, p.paper, 0.6))], wood=0.1)
    with sheet.cut(shadow=6) as pen:
        for x in (1180, 1330, 1450):
            areca(
                pen,
                rng,
                (x, 560),
                rng.uniform(420, 520),
                mix(p.far, p.ink, 0.3),
                mix(p.near, p.ink, 0.15),
                p.ink,
            )
        for x in range(1040, 1540, 60):
            shades = [mix(p.near, p.ink, 0.4), mix(p.near, p.ink, 0.1), mix(p.near, p.paper, 0.25)]
            foliage(pen, rng, (x, 500 + rng.uniform(-20, 20)), 70, 60, shades, size=18)
    _rooms(sheet)
    with sheet.cut(shadow=9, dark=0.45) as pen:
        ground = mix(p.far, p.paper, 0.5)
        pen.fill(trace("-20,640 1520,606 1520,1020 -20,1020"), ground)
        for _ in range(170):
            x, y = rng.uniform(-40, 1500), rng.uniform(660, 1000)
            tone = mix(ground, rgb("#8c6a44"), rng.uniform(0.15, 0.5))
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 120), y + rng.uniform(-2, 2)),
                rng.uniform(1.5, 5),
                tone,
            )
        for x, y, wide in ((1240, 930, 150), (120, 960, 120)):
            pen.fill(ring((x, y), wide, 18), mix(sky, p.paper, 0.2))
    linen = (
        mix(p.paper, (255, 255, 255), 0.6),
        p.accent,
        mix(p.near, p.paper, 0.3),
        rgb("#e8b9a0"),
        rgb("#6f86b5"),
        p.far,
    )
    with sheet.cut(shadow=12, dark=0.4, edge=0.3) as pen:
        washing(pen, rng, (-10, 330), (980, 372), 46, 122, linen, p.ink)
        washing(pen, rng, (560, 372), (1520, 300), 60, 132, linen, p.ink)
        pen.stroke([(1494, 640), (1486, 262)], 16, mix(p.far, p.ink, 0.4))
    _cook(sheet)
    _table(sheet)


def _rooms(sheet: Sheet) -> None:
    """The two storeys with their doors of many colours, gallery and the line left by the flood."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(p.far, p.paper, 0.55)
    doors = (
        mix(p.near, p.paper, 0.15),
        p.accent,
        rgb("#6f86b5"),
        mix(p.far, p.ink, 0.2),
        rgb("#7a9a5c"),
    )
    with sheet.cut(shadow=14, dark=0.45) as pen:
        pen.fill(trace("-20,96 1040,150 1040,640 -20,660"), wall)
        pen.fill(trace("-20,58 1080,126 1080,162 -20,108"), mix(p.accent, p.ink, 0.15))
        for wave in range(38):
            x = -10 + wave * 29
            pen.stroke([(x, 60 + x * 0.062), (x, 106 + x * 0.05)], 3, mix(p.accent, p.ink, 0.4))
        mud = [
            (-20, 560),
            *smooth([(x, 556 - x * 0.012 + rng.uniform(-5, 5)) for x in range(-20, 1060, 60)]),
        ]
        pen.fill([*mud, (1040, 640), (-20, 660)], mix(wall, rgb("#8c6a44"), 0.5))
        for number in range(7):
            x = 14 + number * 146
            low, high = 640 - x * 0.016, 448 - x * 0.002
            colour = doors[number % 5]
            pen.box(x, high, x + 74, low, mix(p.ink, colour, 0.25) if number in (2, 5) else colour)
            pen.box(x + 90, high + 14, x + 132, high + 84, mix(p.ink, sheet.palette.near, 0.4))
            pen.box(x + 109, high + 14, x + 113, high + 84, wall)
            up = 306 + x * 0.03
            colour = doors[(number * 2 + 1) % 5]
            pen.box(
                x, 176 + x * 0.045, x + 74, up, mix(p.ink, colour, 0.25) if number == 4 else colour
            )
            pen.box(x + 90, 186 + x * 0.045, x + 132, 250 + x * 0.04, mix(p.ink, p.near, 0.4))
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        pen.fill(trace("-20,324 1060,352 1060,380 -20,358"), mix(wall, p.ink, 0.3))
        rail = mix(p.near, p.ink, 0.25)
        pen.stroke([(-20, 252), (1050, 292)], 9, rail)
        for bar in range(46):
            x = -10 + bar * 23.4
            pen.stroke([(x, 253 + x * 0.0375), (x, 326 + x * 0.026)], 4, rail)
        for x in (300, 640, 1030):
            pen.box(x, 360, x + 20, 640, mix(wall, p.ink, 0.18))
        for step in range(11):
            x, y = 1050 + step * 13, 372 + step * 25
            pen.box(x, y, x + 92, y + 14, mix(wall, p.ink, 0.12 + 0.1 * (step % 2)))
    lean = Pose(lean=12, nod=10, hands=((0.2, 0.52), (0.24, 0.52)))
    with sheet.cut(shadow=6, dark=0.4, edge=0.4) as pen:
        person = Dress(rgb("#e8b9a0"), mix(p.ink, p.near, 0.3), rgb("#bf8355"), p.ink, hair="long")
        Figure(pen, (806, 338), 156, 1, lean, person).draw()
        pen.stroke([(740, 284), (900, 289)], 9, mix(p.near, p.ink, 0.25))


def _cook(sheet: Sheet) -> None:
    """Chị Tám at the roaring stove, the wide pan and its steam."""
    p = sheet.palette
    stir = Pose(
        hip=(0.0, 0.52),
        lean=12,
        nod=12,
        hands=((0.3, 0.52), (0.28, 0.6)),
        feet=((0.08, 0), (-0.08, 0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=14, dark=0.5, edge=0.4) as pen:
        dress = Dress(
            p.accent,
            mix(p.ink, p.near, 0.2),
            rgb("#bf8355"),
            p.ink,
            mix(p.paper, p.far, 0.3),
            "scarf",
        )
        Figure(pen, (160, 946), 480, 1, stir, dress).draw()
    with sheet.cut(shadow=13, dark=0.55, edge=0.4) as pen:
        for x, y in ((268, 876), (398, 876)):
            for row in range(2):
                pen.box(
                    x,
                    y + row * 34,
                    x + 84,
                    y + row * 34 + 30,
                    mix(p.accent, p.ink, 0.2 + 0.12 * row),
                )
        for flame in range(7):
            x = 296 + flame * 25
            tip = [(x - 12, 876), (x - 4, 846), (x + 3, 828), (x + 12, 876)]
            pen.fill(smooth(tip, closed=True), mix(rgb("#f0892e"), p.paper, 0.4 * (flame % 2)))
        pen.fill(blob("238,770 520,770 492,832 430,856 330,856 268,832"), mix(p.ink, p.near, 0.15))
        pen.fill(ring((379, 770), 142, 28), mix(p.ink, p.far, 0.35))
        pen.fill(ring((379, 772), 122, 21), mix(p.far, p.paper, 0.2))
        for number in range(26):
            spot = (290 + (number * 47) % 180, 764 + (number * 13) % 18)
            pen.disc(spot, 8, (rgb("#7a9a5c"), p.accent, p.paper)[number % 3], 0.6)
        pen.stroke([(330, 690), (372, 768)], 9, mix(p.far, p.ink, 0.4))
    for x, top, see in ((330, 560, 0.4), (404, 520, 0.5)):
        with sheet.cut(shadow=0, edge=0, see=see, soft=14) as pen:
            pen.stroke(
                smooth([(x, 752), (x + 22, 690), (x - 16, 620), (x + 14, top)]), 54, p.paper, 14
            )


def _table(sheet: Sheet) -> None:
    """A door laid on trestles for a table, and eight who eat at it."""
    p = sheet.palette
    eat = Pose(
        hip=(-0.06, 0.24),
        lean=16,
        nod=14,
        hands=((0.2, 0.42), (0.24, 0.4)),
        feet=((0.18, 0.0), (0.12, 0.0)),
        breadth=0.095,
    )
    skin = rgb("#bf8355")
    tops = (
        mix(p.near, p.paper, 0.2),
        rgb("#e8b9a0"),
        mix(p.paper, (255, 255, 255), 0.4),
        rgb("#6f86b5"),
        p.far,
        p.accent,
        rgb("#7a9a5c"),
    )

    def bowl(at: Point, size: float) -> None:
        x, y = at
        pen.fill(
            smooth(
                [
                    (x - size, y - size * 0.4),
                    (x - size * 0.6, y + size * 0.4),
                    (x + size * 0.6, y + size * 0.4),
                    (x + size, y - size * 0.4),
                ]
            ),
            mix(p.paper, (255, 255, 255), 0.5),
        )
        pen.fill(ring((x, y - size * 0.4), size, size * 0.28), mix(p.paper, p.far, 0.4))

    def held(near: Point, far: Point) -> None:
        bowl(((near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 10), 24)

    hair = ("short", "bun", "short", "long", "short", "bun", "short")
    with sheet.cut(shadow=9, dark=0.5, edge=0.35) as pen:
        for number, x in enumerate((740, 900, 1060, 1210)):
            face = 1 if number % 2 else -1
            dress = Dress(tops[number], mix(p.ink, p.near, 0.25), skin, p.ink, hair=hair[number])
            Figure(pen, (x, 800), 370, face, eat, dress).draw(held)
    with sheet.cut(shadow=13, dark=0.5, edge=0.4) as pen:
        pen.fill(trace("640,778 1290,764 1340,830 610,846"), mix(p.near, p.paper, 0.3))
        pen.fill(trace("610,846 1340,830 1340,850 610,866"), mix(p.near, p.ink, 0.3))
        for a, b in ((690, 676), (1270, 1286)):
            pen.stroke([(a, 856), (b, 966)], 16, mix(p.far, p.ink, 0.45))
        for number in range(9):
            bowl((700 + number * 68, 810 - (number % 2) * 20), 25)
        pen.fill(ring((960, 806), 62, 17), mix(p.accent, p.paper, 0.2))
        pen.fill(ring((960, 800), 48, 12), rgb("#7a9a5c"))
    with sheet.cut(shadow=13, dark=0.5, edge=0.4) as pen:
        for number, (x, face, hat) in enumerate(
            ((640, 1, ""), (870, -1, "cap"), (1120, 1, ""), (1390, -1, "non"))
        ):
            tall = 430
            seat = (x - face * tall * 0.07, 958 - tall * 0.19)
            pen.box(seat[0] - 44, seat[1], seat[0] + 44, seat[1] + 14, rgb("#6f86b5"))
            for leg in (-36, 36):
                pen.stroke(
                    [(seat[0] + leg, seat[1] + 10), (seat[0] + leg * 1.15, 962)],
                    9,
                    mix(rgb("#6f86b5"), p.ink, 0.3),
                )
            headgear = mix(p.paper, p.far, 0.35) if hat == "non" else p.near
            dress = Dress(
                tops[(number * 2 + 3) % 7],
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                headgear,
                hat,
                hair=hair[number + 3],
            )
            Figure(pen, (x, 962), tall, face, eat, dress).draw(held)
