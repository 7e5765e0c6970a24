"""Pumping out the football ground."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, bend, height_at, smooth, trace
from ..land import dash, hills
from ..loads import football
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, tuft
from ..sky import cloud_bank
from ..waterside import ripples

PLANT = Pose(
    hip=(-0.1, 0.4),
    lean=62,
    nod=-16,
    hands=((0.24, 0.12), (0.28, 0.1)),
    feet=((0.04, 0.0), (-0.12, 0.0)),
    elbow=(1, 1),
)
SQUAT = Pose(
    hip=(-0.1, 0.19),
    lean=30,
    nod=4,
    hands=((0.26, 0.1), (0.3, 0.08)),
    feet=((0.08, 0.0), (-0.04, 0.0)),
    elbow=(1, 1),
)
STEER = Pose(lean=10, hands=((0.26, 0.58), (0.24, 0.5)), feet=((0.1, 0), (-0.12, 0)), elbow=(1, 1))
HOLD_FISH = Pose(
    lean=-4, nod=8, hands=((0.22, 0.6), (0.2, 0.46)), feet=((0.08, 0), (-0.08, 0)), elbow=(1, 1)
)


@picture(
    "san-cua-luy-bom-nuoc",
    WIDE,
    Palette(rgb("#f4f3e2"), rgb("#a9c8cf"), rgb("#4f8a58"), rgb("#1c3034"), rgb("#cf3f2e")),
)
def pumping(sheet: Sheet) -> None:
    """Half a pitch under water, a pump throwing a jet, children planting turf in a row."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.far, rgb("#7fa9b8"), 0.6)), (0.28, mix(p.far, p.paper, 0.4)), (0.42, p.paper)],
        wood=0.08,
    )
    with sheet.cut(shadow=5, dark=0.15, edge=0.6) as pen:
        for left, right, base, high in ((80, 560, 130, 56), (940, 1560, 112, 62)):
            cloud_bank(pen, rng, left, right, base, high, mix(p.paper, (255, 255, 255), 0.7))
    hills(sheet, 230, 46, mix(p.far, p.near, 0.3), mist=(p.paper, 0.7), shadow=4)
    _stand(sheet)
    _pitch(sheet)
    _goal(sheet)
    _pump(sheet)
    _children(sheet)


def _stand(sheet: Sheet) -> None:
    """The long empty stand with its roof, coloured seats, two masts of lamps and bunting."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=6, dark=0.35) as pen:
        for x in range(-20, 1640, 72):
            foliage(
                pen,
                rng,
                (x, 300),
                56,
                36,
                [mix(p.near, p.ink, 0.4), mix(p.near, p.ink, 0.1), mix(p.near, p.far, 0.4)],
                size=13,
            )
    with sheet.cut(shadow=9, dark=0.4) as pen:
        pen.fill(trace("260,300 1340,300 1420,444 180,444"), mix(p.far, p.ink, 0.3))
        for row in range(6):
            y, half = 312 + row * 21, 540 + row * 13
            seat = 10 + row
            x = 800.0 - half
            while x < 800 + half:
                block = int((x - 180) / 250)
                colour = (p.accent, p.paper, rgb("#3f7fa0"), p.paper, p.accent)[block % 5]
                pen.box(
                    x,
                    y,
                    x + seat * 0.78,
                    y + 12,
                    mix(colour, p.ink, 0.06 * row + rng.uniform(0, 0.1)),
                )
                x += seat
        pen.box(176, 438, 1424, 456, p.paper)
        for x in range(300, 1340, 148):
            pen.stroke([(x, 440), (x + (800 - x) * 0.04, 214)], 8, mix(p.ink, p.far, 0.35))
        pen.fill(trace("230,196 1370,196 1420,240 180,240"), mix(rgb("#3f7fa0"), p.ink, 0.15))
        for x in range(200, 1410, 34):
            pen.stroke(
                [(x, 238), (800 + (x - 800) * 0.93, 198)], 2.4, mix(rgb("#3f7fa0"), p.ink, 0.35)
            )
        pen.box(176, 238, 1424, 250, p.paper)
    for x in (110, 1490):
        with sheet.cut(shadow=7, dark=0.4) as pen:
            pen.fill(
                [(x - 13, 460), (x + 13, 460), (x + 5, 70), (x - 5, 70)], mix(p.ink, p.far, 0.4)
            )
            for rung in range(10):
                pen.stroke([(x - 10, 100 + rung * 36), (x + 10, 124 + rung * 36)], 2.4, p.far)
            pen.box(x - 62, 40, x + 62, 104, p.ink)
            for row in range(2):
                for column in range(5):
                    pen.disc((x - 48 + column * 24, 58 + row * 27), 9, mix(p.paper, p.far, 0.25))


def _pitch(sheet: Sheet) -> None:
    """Mown stripes on the left, water over the right half, mud along its edge."""
    rng, p = sheet.rng, sheet.palette
    grass = mix(p.near, rgb("#8fb85a"), 0.3)
    with sheet.cut(shadow=5, dark=0.3) as pen:
        pen.box(-10, 456, 1610, 910, grass)
        for band in range(9):
            a, b = -200 + band * 260, -70 + band * 260
            pen.fill(
                [(560 + (a - 560) * 0.55, 456), (560 + (b - 560) * 0.55, 456), (b, 910), (a, 910)],
                mix(grass, p.ink, 0.1),
            )
        chalk = mix(p.paper, grass, 0.2)
        pen.stroke([(-10, 492), (1610, 492)], 4, chalk)
        pen.stroke([(700, 492), (620, 910)], 5, chalk, 9)
    shore = smooth(trace("800,476 740,520 790,570 700,620 760,690 690,750 800,820 760,920"))
    with sheet.cut(shadow=4, dark=0.3, edge=0.3) as pen:
        pen.fill(
            [*((x - rng.uniform(30, 60), y) for x, y in shore), (1620, 920), (1620, 470)],
            mix(rgb("#9a7a58"), grass, 0.25),
        )
    water = mix(p.far, rgb("#7fa9b8"), 0.35)
    with sheet.cut(shadow=4, dark=0.3, edge=0.6) as pen:
        pen.fill([*shore, (1620, 920), (1620, 474)], water)
        for x in range(860, 1420, 30):
            pen.box(
                x,
                478,
                x + 17,
                520 + rng.uniform(0, 26),
                mix(water, rng.choice((p.accent, p.paper, rgb("#3f7fa0"))), 0.28),
            )
        for x in (1482, 1500):
            pen.box(x, 474, x + 9, 760, mix(water, p.ink, 0.25))
        ripples(pen, rng, (760, 490, 1600, 900), mix(water, p.paper, 0.6), count=120, longest=150)
        ripples(pen, rng, (760, 490, 1600, 900), mix(water, p.ink, 0.18), count=70, longest=130)
    with sheet.cut(shadow=4, dark=0.35, edge=0.4) as pen:
        for _ in range(26):
            y = rng.uniform(520, 880)
            x = height_at(sorted((b, a) for a, b in shore), y)
            tuft(
                pen,
                rng,
                (x + rng.uniform(-30, 60), y),
                rng.uniform(10, 26),
                mix(grass, p.ink, rng.uniform(0.1, 0.4)),
                blades=5,
            )
        football(pen, (1010, 700), 21, mix(p.paper, (255, 255, 255), 0.5), p.ink)
        ring_line = smooth([(972, 710), (1010, 720), (1050, 710)])
        pen.stroke(ring_line, 3, p.paper)


def _goal(sheet: Sheet) -> None:
    """The far goal standing in the water with its image upside down."""
    p = sheet.palette
    white = mix(p.paper, (255, 255, 255), 0.6)
    with sheet.cut(shadow=0, edge=0, see=0.4, soft=1) as pen:
        pen.stroke([(1180, 620), (1180, 760), (1400, 760), (1400, 620)], 8, white)
    with sheet.cut(shadow=6, dark=0.35, edge=0.4) as pen:
        for line in range(12):
            x = 1190 + line * 18.5
            pen.stroke([(x, 470), (1216 + line * 15, 612)], 1.4, mix(white, p.far, 0.4))
        for row in range(8):
            y = 478 + row * 18
            pen.stroke([(1186 + row * 3.6, y), (1396 - row * 3.2, y)], 1.4, mix(white, p.far, 0.4))
        pen.stroke([(1180, 622), (1180, 464), (1400, 464), (1400, 622)], 9, white)


def _pump(sheet: Sheet) -> None:
    """The pump on its sledge, suction hose in the water, the jet over the touchline; two men."""
    rng, p = sheet.rng, sheet.palette
    skin = rgb("#b57e55")
    jet = mix(p.paper, (255, 255, 255), 0.5)
    with sheet.cut(shadow=7, dark=0.4, edge=0.4) as pen:
        hose = smooth(trace("956,800 1030,826 1110,800 1180,836 1260,846"))
        pen.stroke(hose, 27, mix(rgb("#3f7fa0"), p.ink, 0.2))
        for step in range(0, len(hose), 2):
            pen.disc(hose[step], 13, mix(rgb("#3f7fa0"), p.paper, 0.12), 0.5)
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        for x in (760, 930):
            pen.disc((x, 858), 31, p.ink)
            pen.disc((x, 858), 13, mix(p.paper, p.far, 0.3))
        pen.box(730, 806, 966, 846, mix(p.ink, p.far, 0.3))
        pen.fill(
            smooth(trace("740,806 744,742 800,730 872,730 884,806"), closed=True, steps=5), p.accent
        )
        for fin in range(6):
            pen.box(764 + fin * 18, 744, 772 + fin * 18, 794, mix(p.accent, p.ink, 0.35))
        pen.disc((918, 786), 47, mix(rgb("#3f7fa0"), p.paper, 0.08))
        pen.disc((918, 786), 21, mix(rgb("#3f7fa0"), p.ink, 0.35))
        pen.stroke([(800, 732), (800, 690), (820, 676)], 11, p.ink)
        pen.stroke([(898, 748), (870, 672), (790, 640)], 25, mix(rgb("#3f7fa0"), p.ink, 0.2), 21)
    with sheet.cut(shadow=0, edge=0, see=0.5, soft=5) as pen:
        pen.stroke(
            smooth(trace("822,670 838,630 826,590 846,556")), 9, mix(p.ink, p.paper, 0.5), 26
        )
    with sheet.cut(shadow=0, edge=0.4) as pen:
        pen.stroke(
            smooth(trace("-30,716 160,704 330,698 452,692")),
            40,
            mix(rgb("#9a7a58"), p.near, 0.3),
            34,
        )
        pen.stroke(
            smooth(trace("-30,716 160,704 330,698 446,692")),
            26,
            mix(p.far, rgb("#7fa9b8"), 0.35),
            22,
        )
    with sheet.cut(shadow=4, dark=0.25, edge=0.5) as pen:
        arc = bend((784, 638), (380, 690), 0.3, steps=30)
        pen.stroke(arc, 21, mix(jet, p.far, 0.35), 48)
        pen.stroke(arc, 9, jet, 21)
        for _ in range(130):
            x, y = arc[rng.randrange(8, 31)]
            pen.disc((x + rng.gauss(0, 15), y + rng.gauss(0, 15)), rng.uniform(1.6, 5), jet)
        for _ in range(50):
            x = 380 + rng.gauss(0, 40)
            dash(pen, (x, 700), (x + rng.uniform(-24, 24), 700 - rng.uniform(6, 44)), 3, jet)

    def catfish(near: Point, _far: Point) -> None:
        x, y = near
        pen.fill(
            smooth(
                [
                    (x - 6, y - 20),
                    (x + 20, y - 12),
                    (x + 22, y + 40),
                    (x + 8, y + 96),
                    (x - 4, y + 92),
                    (x - 14, y + 30),
                ],
                closed=True,
            ),
            mix(p.ink, rgb("#6f7a5a"), 0.5),
        )
        pen.fill(
            [(x + 2, y + 88), (x + 20, y + 116), (x - 14, y + 112)],
            mix(p.ink, rgb("#6f7a5a"), 0.35),
        )
        for whisker in (-26, 26):
            pen.stroke(bend((x + 6, y - 16), (x + 6 + whisker, y - 34), 0.2), 2, p.ink, 1)

    with sheet.cut(shadow=11, dark=0.5, edge=0.4) as pen:
        keeper = Dress(
            mix(rgb("#d8c49a"), p.paper, 0.2),
            mix(p.ink, p.near, 0.2),
            skin,
            p.ink,
            headgear=mix(rgb("#e8d4a0"), p.paper, 0.2),
            hat="non",
            hair_colour=p.paper,
            boots=p.accent,
        )
        Figure(pen, (1130, 884), 356, -1, HOLD_FISH, keeper).draw(catfish)
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        mechanic = Dress(
            rgb("#3f7fa0"),
            mix(p.ink, p.far, 0.15),
            skin,
            p.ink,
            headgear=p.accent,
            hat="cap",
            boots=p.ink,
        )
        Figure(pen, (648, 846), 318, 1, STEER, mechanic).draw()


def _turf(pen: Pen, at: Point, size: float, green: Colour, dark: Colour) -> None:
    pen.fill(
        [
            (at[0] - size, at[1]),
            (at[0] + size, at[1]),
            (at[0] + size * 0.8, at[1] + size * 0.5),
            (at[0] - size * 0.8, at[1] + size * 0.5),
        ],
        rgb("#7a5a40"),
    )
    for blade in range(9):
        x = at[0] - size + blade * size / 4
        pen.stroke(
            [(x, at[1] + 2), (x + (blade % 3 - 1) * 3, at[1] - size * 0.6)],
            3,
            mix(green, dark, 0.15 * (blade % 2)),
            1,
        )


def _children(sheet: Sheet) -> None:
    """A row of children in red boots far too big for them, planting."""
    rng, p = sheet.rng, sheet.palette
    skin, grass = rgb("#bd8a62"), mix(p.near, rgb("#8fb85a"), 0.45)
    shirts: tuple[Colour, ...] = (
        p.accent,
        rgb("#e0a93a"),
        p.paper,
        rgb("#3f7fa0"),
        mix(p.accent, p.paper, 0.4),
    )
    cast: tuple[tuple[float, float, float, int, Pose, str], ...] = (
        (250, 560, 130, 1, SQUAT, "short"), (360, 566, 134, 1, PLANT, "long"),
        (470, 572, 138, -1, SQUAT, "short"), (576, 580, 140, -1, PLANT, "bun"),
        (120, 748, 214, 1, PLANT, "short"), (300, 800, 226, 1, SQUAT, "long"),
        (480, 856, 238, -1, PLANT, "short"),
    )  # fmt: skip
    with sheet.cut(shadow=4, dark=0.4, edge=0.3) as pen:
        for x, y, tall, face, _, _ in cast:
            for shift in (0.32, 0.5):
                _turf(pen, (x + face * tall * shift, y), tall * 0.08, grass, p.ink)
    with sheet.cut(shadow=8, dark=0.45, edge=0.4) as pen:
        for number, (x, y, tall, face, pose, hair) in enumerate(cast):
            hat = "cap" if number % 3 == 0 else ""
            dress = Dress(
                shirts[number % 5],
                mix(p.ink, p.far, 0.2),
                skin,
                p.ink,
                hair=hair,
                hat=hat,
                headgear=rgb("#e0a93a"),
                boots=rgb("#c4402f"),
            )
            Figure(pen, (x, y), tall, face, pose, dress).draw()
    with sheet.cut(shadow=8, dark=0.45, edge=0.4) as pen:
        for x, y in ((56, 862), (206, 888)):
            pen.fill(
                [(x - 46, y - 34), (x + 46, y - 34), (x + 36, y + 12), (x - 36, y + 12)],
                rgb("#c79a5a"),
            )
            for _ in range(16):
                tuft(
                    pen,
                    rng,
                    (x + rng.uniform(-40, 40), y - 30),
                    24,
                    mix(grass, p.ink, rng.random() * 0.3),
                    blades=3,
                )
