"""Meteors over the dike."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw, ImageFilter

from ..catalogue import WIDE, picture
from ..curves import Point, blob, height_at, smooth, trace
from ..land import hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, tuft
from ..waterside import glitter, ripples

RADIANT: Point = (1180, 60)
LOOK_IN = Pose(
    hip=(-0.05, 0.47), lean=34, nod=-8, hands=((0.24, 0.6), (0.2, 0.5)), feet=((0.05, 0), (-0.1, 0))
)
POINT_UP = Pose(lean=-8, nod=-24, hands=((0.24, 0.94), (-0.04, 0.46)), elbow=(1, 1))
SIT_BACK = Pose(
    hip=(0.0, 0.09),
    lean=-26,
    nod=-22,
    hands=((-0.2, 0.03), (-0.24, 0.03)),
    feet=((0.36, 0.0), (0.42, 0.0)),
)
SIT_UP = Pose(
    hip=(0.0, 0.09),
    lean=2,
    nod=-26,
    hands=((0.2, 0.2), (0.22, 0.2)),
    feet=((0.26, 0.0), (0.3, 0.0)),
)


@picture(
    "sao-bang-tren-de",
    WIDE,
    Palette(rgb("#f3ead0"), rgb("#6f8fae"), rgb("#234a73"), rgb("#0a1430"), rgb("#d8572f")),
)
def meteors(sheet: Sheet) -> None:
    """Trails of light fan out over a river plain; a handful of people watch from the dike."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, p.ink),
            (0.34, mix(p.near, p.ink, 0.45)),
            (0.56, mix(p.near, p.far, 0.25)),
            (0.68, mix(p.far, p.paper, 0.2)),
        ],
        wood=0.13,
    )
    _milky_way(sheet)
    with sheet.cut(shadow=0, edge=0, see=0.9) as pen:
        for _ in range(420):
            y = 560 * rng.random() ** 1.25
            faint = rng.random()
            pen.disc(
                (rng.uniform(0, 1600), y),
                0.6 + 1.5 * faint**4,
                mix(p.paper, p.far, rng.uniform(0, 0.6) + y / 1400),
            )
    _trails(sheet)
    hills(sheet, 590, 44, mix(p.near, p.far, 0.3), mist=(mix(p.far, p.paper, 0.1), 0.5), shadow=4)
    hills(sheet, 634, 20, mix(p.near, p.ink, 0.35), shadow=4)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 650, 1610, 910, mix(p.near, p.ink, 0.25))
        ripples(pen, rng, (-60, 654, 1600, 860), mix(p.far, p.near, 0.35), count=120, longest=200)
        ripples(pen, rng, (-60, 654, 1600, 860), mix(p.near, p.ink, 0.7), count=120, longest=220)
    lamps = [(90, 640), (150, 642), (238, 639), (1320, 641), (1406, 638), (1470, 642), (1560, 640)]
    for x, y in lamps:
        sheet.glow((x, y), 26, rgb("#ffcf78"), 0.8)
    with sheet.cut(shadow=0, edge=0, see=0.8) as pen:
        for x, y in lamps:
            pen.disc((x, y), 3, rgb("#ffe6b0"))
            glitter(pen, rng, x, y + 16, y + 90, 9, rgb("#f2bd6b"), step=5)
    _dike(sheet)


def _milky_way(sheet: Sheet) -> None:
    """A pale ragged band across the sky, laid on in soft clouds."""
    rng, p = sheet.rng, sheet.palette
    for _ in range(26):
        t = rng.random()
        x, y = -60 + 900 * t + rng.gauss(0, 40), 470 - 560 * t + rng.gauss(0, 34)
        sheet.glow((x, y), rng.uniform(60, 150), mix(p.far, p.paper, 0.35), rng.uniform(0.1, 0.22))
    with sheet.cut(shadow=0, edge=0, see=0.75) as pen:
        for _ in range(900):
            t = rng.random()
            spread = rng.gauss(0, 44)
            x, y = -60 + 900 * t + spread, 470 - 560 * t + spread * 0.8 + rng.gauss(0, 16)
            if y < 560:
                pen.disc((x, y), rng.uniform(0.4, 1.2), mix(p.paper, p.far, rng.random() * 0.7))


def _trails(sheet: Sheet) -> None:
    """Streaks that point back to one place in the sky, bright at their head."""
    rng, p = sheet.rng, sheet.palette
    light = mix(p.paper, (255, 255, 255), 0.5)
    streaks: list[tuple[float, float, float]] = [
        (2.72, 430, 380), (2.35, 250, 210), (3.02, 640, 300), (2.05, 330, 170), (1.35, 210, 150),
        (0.72, 190, 200), (2.56, 560, 200), (1.72, 300, 120), (0.3, 200, 130), (2.9, 210, 120),
    ]  # fmt: skip
    halo = Image.new("L", sheet.size, 0)
    draw = ImageDraw.Draw(halo)
    ends: list[tuple[Point, Point, float]] = []
    for angle, start, length in streaks:
        cosine, sine = math.cos(angle), math.sin(angle)
        a = (RADIANT[0] + cosine * start, RADIANT[1] + sine * start)
        b = (RADIANT[0] + cosine * (start + length), RADIANT[1] + sine * (start + length))
        draw.line([a, b], fill=120, width=9)
        ends.append((a, b, length))
    halo = halo.filter(ImageFilter.GaussianBlur(7))
    sheet.image.paste(mix(p.far, p.paper, 0.4), (0, 0), halo)
    for _, head, length in ends:
        sheet.glow(head, 16 + length * 0.11, light, 0.8)
    with sheet.cut(shadow=0, edge=0) as pen:
        for tail, head, length in ends:
            pen.stroke([tail, head], 0.6, mix(light, p.far, 0.1), 2.2 + length / 95)
            for _ in range(int(length / 30)):
                t = rng.uniform(0.45, 1)
                pen.disc(
                    (
                        tail[0] + (head[0] - tail[0]) * t + rng.gauss(0, 5),
                        tail[1] + (head[1] - tail[1]) * t + rng.gauss(0, 5),
                    ),
                    0.9,
                    light,
                )


def _dike(sheet: Sheet) -> None:
    """The dark crest in front with grass, the watchers and a palm."""
    rng, p = sheet.rng, sheet.palette
    dark = mix(p.ink, p.near, 0.18)
    crest = smooth(trace("-30,796 180,772 420,764 700,776 980,790 1240,774 1460,748 1640,728"))
    with sheet.cut(shadow=14, dark=0.6, edge=0.5) as pen:
        pen.fill([*crest, (1640, 920), (-30, 920)], dark)
        pen.fill(
            [*((x, y + 26) for x, y in crest), (1640, 920), (-30, 920)], mix(p.ink, p.near, 0.08)
        )
        for _ in range(230):
            x = rng.uniform(-20, 1620)
            y = height_at(crest, x)
            tuft(
                pen,
                rng,
                (x, y + rng.uniform(6, 110)),
                rng.uniform(12, 34),
                mix(p.ink, p.near, rng.uniform(0.2, 0.7)),
                blades=5,
            )
    with sheet.cut(shadow=8, dark=0.5, edge=0.4) as pen:
        for x, tall, lean in ((1500, 420, -0.1), (1566, 340, 0.06)):
            areca(
                pen,
                rng,
                (x, 760),
                tall,
                mix(p.ink, p.near, 0.3),
                mix(p.ink, p.near, 0.5),
                p.ink,
                lean=lean,
            )
    sheet.glow((560, 742), 150, p.accent, 0.5)
    with sheet.cut(shadow=7, dark=0.5, edge=0.3) as pen:
        pen.fill(
            blob("700,786 800,776 960,780 1010,794 900,806 740,800"), mix(p.accent, p.ink, 0.4)
        )
        for stripe in range(5):
            x = 728 + stripe * 58
            pen.stroke([(x, 782), (x + 22, 800)], 4, mix(p.accent, p.paper, 0.2))
    _watchers(sheet)


def _watchers(sheet: Sheet) -> None:
    p = sheet.palette
    skin = mix(rgb("#c58a60"), p.ink, 0.38)

    def dress(top: Colour, hair: str = "short") -> Dress:
        return Dress(top, mix(p.ink, p.near, 0.3), skin, p.ink, hair=hair)

    with sheet.cut(shadow=8, dark=0.6, edge=0.75) as pen:
        Figure(pen, (430, 768), 226, 1, LOOK_IN, dress(mix(p.accent, p.ink, 0.25))).draw()
        _telescope(pen, (556, 772), p)
    with sheet.cut(shadow=8, dark=0.6, edge=0.75) as pen:
        Figure(pen, (296, 772), 132, 1, POINT_UP, dress(mix(p.paper, p.far, 0.4), "long")).draw()
        Figure(pen, (214, 774), 216, 1, SIT_UP, dress(mix(p.far, p.near, 0.4), "bun")).draw()
        Figure(pen, (800, 792), 226, -1, SIT_BACK, dress(mix(p.paper, p.far, 0.5))).draw()
        Figure(pen, (936, 794), 222, -1, SIT_BACK, dress(mix(p.near, p.far, 0.6), "long")).draw()
        Figure(pen, (1190, 780), 218, -1, POINT_UP, dress(mix(p.far, p.ink, 0.3))).draw()
        pen.box(1036, 764, 1056, 800, mix(p.accent, p.paper, 0.1))
        pen.box(1040, 754, 1052, 766, mix(p.paper, p.far, 0.2))


def _telescope(pen: Pen, foot: Point, p: Palette) -> None:
    """A tube of drain pipe on three legs, aimed at the upper right."""
    x, y = foot
    top = (x, y - 104)
    for end in ((x - 44, y + 6), (x + 40, y + 10), (x + 6, y + 2)):
        pen.stroke([top, end], 6, mix(p.ink, p.far, 0.35), 5)
    pen.stroke([(x - 46, y - 96), (x + 92, y - 168)], 30, mix(p.far, p.paper, 0.35), 36)
    pen.stroke([(x - 40, y - 92), (x + 90, y - 160)], 8, mix(p.far, p.ink, 0.35))
    for share in (0.25, 0.75):
        cx, cy = x - 46 + 138 * share, y - 96 - 72 * share
        pen.stroke([(cx - 8, cy - 15), (cx + 8, cy + 15)], 5, p.accent)
    pen.disc(top, 9, p.ink)
    pen.stroke([(x - 48, y - 96), (x - 62, y - 104)], 11, p.ink)
