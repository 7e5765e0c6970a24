"""The bicycle race up the pass."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, height_at, smooth, trace
from ..land import dash, hills
from ..loads import bicycle
from ..palette import Colour, Palette, mix, rgb
from ..paper import Haze, Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import foliage, tuft
from ..sky import birds, cloud_bank
from ..turned import TurnedPen

CHEER = Pose(lean=-4, nod=-10, hands=((0.1, 0.98), (-0.02, 1.0)), elbow=(1, 1))
CLAP = Pose(lean=6, nod=4, hands=((0.2, 0.68), (0.2, 0.66)), elbow=(1, 1))


@picture(
    "dua-xe-leo-doc",
    WIDE,
    Palette(rgb("#f7f0da"), rgb("#a9c3c0"), rgb("#4c7f6a"), rgb("#1b2c33"), rgb("#d2452d")),
)
def road_race(sheet: Sheet) -> None:
    """Riders climb a mountain road; in front one in a white shirt, his trousers pegged up."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.far, p.paper, 0.1)), (0.3, mix(p.paper, p.far, 0.25)), (0.55, p.paper)],
        wood=0.1,
    )
    sheet.glow((330, 170), 480, mix(p.paper, rgb("#ffe7a0"), 0.6), 0.8)
    hills(sheet, 240, 130, mix(p.far, p.paper, 0.25), mist=(p.paper, 0.9), shadow=4, rough=0.54)
    hills(sheet, 350, 100, mix(p.far, p.near, 0.35), mist=(p.paper, 0.9), shadow=5, rough=0.5)
    with sheet.cut(shadow=9, dark=0.2, edge=0.5) as pen:
        for left, right, base, high in ((-120, 560, 500, 70), (420, 1060, 470, 56)):
            cloud_bank(pen, rng, left, right, base, high, mix(p.paper, (255, 255, 255), 0.5))
    _valley(sheet)
    _far_road(sheet)
    _near_road(sheet)
    with sheet.cut(shadow=2, dark=0.2, edge=0) as pen:
        birds(pen, rng, (760, 150), 90, 6, 18, mix(p.ink, p.near, 0.3))


def _valley(sheet: Sheet) -> None:
    """Terraces far below, stacked like sheets of paper."""
    rng, p = sheet.rng, sheet.palette
    for step in range(9):
        y = 516 + step * 30
        line = smooth(
            [
                (x, y + 16 * math.sin(x / 130 + step * 0.8) + rng.uniform(-4, 4))
                for x in range(-60, 1200, 110)
            ]
        )
        colour = mix(
            mix(p.near, p.far, 0.45 - step * 0.03), rgb("#cfc06a"), 0.15 + 0.3 * (step % 2)
        )
        with sheet.cut(shadow=5, dark=0.3, edge=0.4) as pen:
            pen.fill([*line, (1200, 920), (-60, 920)], colour)


def _far_road(sheet: Sheet) -> None:
    """The wooded flank with the hairpins above us and the tail of the field on them."""
    rng, p = sheet.rng, sheet.palette
    flank = smooth(trace("1660,20 1500,90 1360,210 1220,320 1080,440 900,560 700,680"))
    green = mix(p.near, p.ink, 0.1)
    road = mix(p.paper, rgb("#c9b08a"), 0.5)
    with sheet.cut(shadow=12, dark=0.4, haze=Haze(p.paper, 120, 520, 0.35)) as pen:
        pen.fill([*flank, (700, 920), (1660, 920)], green)
        for _ in range(120):
            x = rng.uniform(900, 1620)
            y = height_at([(a, b) for a, b in reversed(flank)], x) + rng.uniform(6, 330)
            foliage(
                pen, rng, (x, y), rng.uniform(24, 44), rng.uniform(18, 32),
                [mix(green, p.ink, 0.4), mix(green, p.ink, 0.12), mix(green, p.far, 0.25)], size=12,
            )  # fmt: skip
    with sheet.cut(shadow=6, dark=0.35) as pen:
        bends = smooth(
            trace(
                "880,650 1010,572 1180,520 1330,474 1400,436 1360,398 1270,392 1210,366 "
                "1256,322 1400,270 1520,214 1640,150"
            )
        )
        pen.stroke(bends, 46, mix(road, p.ink, 0.12), 15)
        pen.stroke(bends, 38, road, 11)
    with sheet.cut(shadow=3, dark=0.4, edge=0.3) as pen:
        for x, y, size, top in (
            (1270, 484, 40, p.accent),
            (1336, 462, 38, rgb("#e0a93a")),
            (1222, 500, 42, rgb("#3f6b93")),
            (1310, 302, 24, p.paper),
            (1360, 284, 23, p.accent),
            (1440, 246, 20, rgb("#e0a93a")),
        ):
            _rider(pen, (x, y), size, -0.3, top, p.ink, p)


def _near_road(sheet: Sheet) -> None:
    """Our bend: grass, road, marker stones, people cheering, the leading riders."""
    rng, p = sheet.rng, sheet.palette
    road = mix(p.paper, rgb("#c9b08a"), 0.5)
    upper = smooth(trace("-40,800 260,760 560,712 860,654 1160,584 1420,500 1660,400"))
    lower = smooth(trace("1660,560 1420,668 1160,752 860,820 560,872 260,910 -40,930"))
    with sheet.cut(shadow=14, dark=0.45) as pen:
        bank = [(x, y - 14 - rng.uniform(0, 12)) for x, y in upper]
        pen.fill([*bank, (1660, 920), (-40, 920)], mix(p.near, p.ink, 0.3))
        for _ in range(150):
            x = rng.uniform(-20, 1640)
            tuft(
                pen, rng, (x, height_at(upper, x) + 4), rng.uniform(16, 44),
                mix(p.near, rng.choice((p.ink, rgb("#c9b64e"))), rng.uniform(0.1, 0.5)), blades=6,
            )  # fmt: skip
    _cheering(sheet, upper)
    with sheet.cut(shadow=9, dark=0.4) as pen:
        pen.fill([*upper, *lower], road)
        for _ in range(110):
            x = rng.uniform(-20, 1560)
            y = height_at(upper, x) + rng.uniform(16, 110)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(30, 90), y - rng.uniform(6, 26)),
                rng.uniform(1.5, 3.4),
                mix(road, p.ink, rng.uniform(0.08, 0.22)),
            )
    cast: tuple[tuple[float, float, Colour, Colour, str], ...] = (
        (150, 200, rgb("#3f6b93"), p.accent, "helmet"),
        (392, 212, rgb("#e0a93a"), p.ink, "helmet"),
        (640, 224, p.accent, p.paper, "helmet"),
        (960, 240, mix(p.paper, (255, 255, 255), 0.5), p.accent, ""),
    )
    for x, tall, top, frame, hat in cast:
        y = height_at(upper, x) + 78
        angle = -math.atan2(height_at(upper, x - 60) - height_at(upper, x + 60), 120)
        with sheet.cut(shadow=0, edge=0, see=0.32, soft=3) as pen:
            pen.stroke(
                [(x - tall * 0.5, y + tall * 0.1), (x + tall * 0.5, y - tall * 0.12)], 15, p.ink
            )
        with sheet.cut(shadow=8, dark=0.5, edge=0.4) as pen:
            _rider(pen, (x, y), tall, angle, top, frame, p, hat=hat)
    with sheet.cut(shadow=12, dark=0.45) as pen:
        verge = smooth(trace("1660,570 1420,676 1160,762 860,832 560,884 260,922 -40,940"))
        pen.fill([*verge, (-40, 960), (1660, 960)], mix(p.near, p.ink, 0.5))
        for x in range(1060, 1620, 90):
            y = 790 - (x - 1060) * 0.38
            pen.fill(
                [(x - 14, y + 26), (x - 11, y - 30), (x + 11, y - 30), (x + 14, y + 26)], p.paper
            )
            pen.box(x - 11, y - 30, x + 11, y - 14, p.accent)
        for _ in range(110):
            x = rng.uniform(500, 1640)
            y = height_at(list(reversed(verge)), x)
            tuft(
                pen,
                rng,
                (x, y + rng.uniform(8, 50)),
                rng.uniform(24, 60),
                mix(p.near, p.ink, rng.uniform(0.15, 0.7)),
                blades=6,
            )


def _cheering(sheet: Sheet, upper: list[Point]) -> None:
    """Village people on the verge of the upper side."""
    p = sheet.palette
    skin = rgb("#b57e55")
    with sheet.cut(shadow=7, dark=0.45, edge=0.35) as pen:
        for x, tall, face, pose, top, hat in (
            (1196, 138, -1, CHEER, p.accent, "non"),
            (1262, 128, -1, CLAP, mix(p.near, p.paper, 0.3), ""),
            (1312, 92, -1, CHEER, rgb("#e0a93a"), ""),
            (1376, 132, -1, CLAP, mix(p.ink, p.far, 0.3), "scarf"),
            (1440, 126, -1, CHEER, p.paper, ""),
            (1500, 122, -1, CLAP, rgb("#3f6b93"), "non"),
        ):
            dress = Dress(
                top, mix(p.ink, p.near, 0.2), skin, p.ink,
                headgear=mix(rgb("#e8cf96"), p.paper, 0.2) if hat == "non" else p.accent,
                hat=hat, hair="bun",
            )  # fmt: skip
            Figure(pen, (x, height_at(upper, x) + 6), tall, face, pose, dress).draw()


def _rider(
    pen: Pen,
    at: Point,
    tall: float,
    angle: float,
    top: Colour,
    frame: Colour,
    p: Palette,
    *,
    hat: str = "helmet",
) -> None:
    """A cyclist ``tall`` pixels high on a slope of ``angle``, bent over the handlebar."""
    turned = TurnedPen(pen, at, angle)
    wheel = tall * 0.42
    pose = Pose(
        hip=(-0.11, 0.5),
        lean=44,
        nod=-26,
        hands=((0.21, 0.57), (0.22, 0.56)),
        feet=((-0.05, 0.1), (0.02, 0.27)),
    )
    dress = Dress(
        top, mix(p.ink, p.near, 0.15), rgb("#b57e55"), p.ink, boots=mix(p.paper, p.ink, 0.2),
        bare_legs=bool(hat), headgear=mix(frame, p.paper, 0.3), hat=hat,
    )  # fmt: skip
    bicycle(turned, at, wheel, 1, frame, mix(p.ink, p.near, 0.1))
    Figure(turned, at, tall, 1, pose, dress).draw()
