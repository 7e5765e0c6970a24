"""Waders on the mudflats at dawn, and those who count them."""

from __future__ import annotations

import math

from ..catalogue import WIDE, picture
from ..curves import Point, bend, blob, smooth, trace
from ..land import dash, hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..plants import tuft
from ..waterside import glitter, ripples

PEER = Pose(
    hip=(-0.04, 0.49),
    lean=22,
    nod=-4,
    hands=((0.24, 0.78), (0.22, 0.7)),
    elbow=(1, 1),
    feet=((0.06, 0), (-0.1, 0)),
)
GLASSES = Pose(lean=4, nod=0, hands=((0.13, 0.92), (0.14, 0.9)), elbow=(1, 1))
WRITE = Pose(lean=12, nod=18, hands=((0.2, 0.62), (0.22, 0.58)), elbow=(1, 1))
CROUCH = Pose(
    hip=(-0.1, 0.2),
    lean=26,
    nod=-12,
    hands=((0.2, 0.36), (0.22, 0.34)),
    feet=((0.08, 0.0), (-0.1, 0.0)),
)


@picture(
    "dem-chim-cua-so",
    WIDE,
    Palette(rgb("#fdeedd"), rgb("#e9b7a6"), rgb("#7a86a3"), rgb("#25293f"), rgb("#d2553a")),
)
def counting_birds(sheet: Sheet) -> None:
    """Curlews feed on shining mud, a flock wheels above; a teacher bends to her telescope."""
    p = sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.paper, 0.2)),
            (0.22, mix(p.far, p.near, 0.25)),
            (0.4, mix(p.far, p.paper, 0.3)),
            (0.5, p.paper),
        ],
        wood=0.09,
    )
    sun = (1090, 420)
    sheet.glow(sun, 560, mix(p.paper, rgb("#ffd9a0"), 0.5), 0.85)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc(sun, 46, mix(p.paper, rgb("#fff3d0"), 0.5))
    hills(sheet, 440, 30, mix(p.near, p.far, 0.45), mist=(p.far, 0.5), shadow=3)
    _flats(sheet, sun[0])
    _flock(sheet)
    _waders(sheet)
    _counters(sheet)


def _flats(sheet: Sheet, sun_x: float) -> None:
    """Bands of water and mud, each band a sheet of paper with a wet rim."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=3, grain=0.07) as pen:
        pen.box(-10, 466, 1610, 910, mix(p.far, p.paper, 0.3))
        ripples(pen, rng, (-60, 470, 1600, 900), mix(p.far, p.near, 0.4), count=110, longest=180)
        glitter(pen, rng, sun_x, 472, 900, 120, mix(p.paper, (255, 255, 255), 0.5))
    for outline, depth in (
        ("-40,500 260,488 640,498 820,508 560,520 200,528 -40,530", 0.3),
        ("1640,498 1300,492 1060,504 940,516 1180,530 1460,536 1640,540", 0.35),
        ("-40,562 300,548 700,556 1010,574 760,598 380,606 -40,612", 0.5),
        ("1640,566 1320,570 1080,592 1000,618 1240,640 1640,648", 0.55),
        ("-40,660 340,640 760,656 1060,690 1240,726 900,748 480,752 -40,742", 0.72),
    ):
        mud = mix(mix(p.near, p.far, 0.35), p.ink, depth * 0.45)
        with sheet.cut(shadow=5, dark=0.3, edge=0.6) as pen:
            shape = blob(outline)
            pen.fill(shape, mud)
            xs, ys = [x for x, _ in shape], [y for _, y in shape]
            for _ in range(60):
                x = rng.uniform(min(xs) + 80, max(xs) - 120)
                y = (min(ys) + max(ys)) / 2 + rng.gauss(0, (max(ys) - min(ys)) * 0.12)
                dash(
                    pen,
                    (x, y),
                    (x + rng.uniform(20, 90), y + rng.uniform(-2, 2)),
                    2,
                    mix(mud, rng.choice((p.paper, p.ink)), 0.28),
                )


def _flock(sheet: Sheet) -> None:
    """Hundreds of small birds turning together, denser where the flock folds."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=2, dark=0.12, edge=0) as pen:
        for _ in range(430):
            t = rng.random()
            x = 470 + 760 * t
            y = (
                250
                - 120 * math.sin(t * 5.0) * (1 - 0.4 * t)
                + rng.gauss(0, 26 + 26 * math.sin(t * math.pi))
            )
            size = rng.uniform(5, 12)
            lift = rng.choice((-0.5, -0.35, 0.3))
            colour = mix(p.ink, p.near, rng.uniform(0.1, 0.6))
            for side in (-1, 1):
                pen.stroke(
                    bend((x, y), (x + side * size, y + lift * size), -0.15 * side, steps=4),
                    size * 0.22,
                    colour,
                    0.7,
                )


def _wader(
    pen: Pen,
    at: Point,
    size: float,
    face: int,
    body: Colour,
    dark: Colour,
    *,
    feeding: bool,
    bill: float = 0.5,
    curve: float = 0.16,
    leg: Colour | None = None,
) -> None:
    """A wader ``size`` pixels high; ``bill`` is how long, ``curve`` how bent down its beak is."""

    def spot(px: float, py: float) -> Point:
        return at[0] + px * size * face, at[1] - py * size

    stilt = leg or mix(dark, body, 0.25)
    for hip, knee, foot in (
        ((0.02, 0.5), (-0.04, 0.26), (0.03, 0.0)),
        ((-0.06, 0.5), (-0.12, 0.27), (-0.08, 0.0)),
    ):
        pen.stroke([spot(*hip), spot(*knee), spot(*foot)], size * 0.026, stilt)
        pen.stroke([spot(*foot), spot(foot[0] + 0.07, foot[1])], size * 0.02, stilt)
    head = (0.36, 0.44) if feeding else (0.26, 0.98)
    neck = smooth(
        [spot(0.12, 0.66), spot(0.26, 0.62) if feeding else spot(0.22, 0.78), spot(*head)]
    )
    pen.stroke(neck, size * 0.13, body, size * 0.08)
    pen.fill(
        smooth(
            [
                spot(0.24, 0.7),
                spot(0.12, 0.8),
                spot(-0.14, 0.74),
                spot(-0.42, 0.58),
                spot(-0.14, 0.5),
                spot(0.12, 0.5),
            ],
            closed=True,
        ),
        body,
    )
    pen.fill(
        smooth(
            [
                spot(0.06, 0.76),
                spot(-0.16, 0.72),
                spot(-0.46, 0.55),
                spot(-0.2, 0.56),
                spot(0.0, 0.6),
            ],
            closed=True,
        ),
        mix(body, dark, 0.5),
    )
    for feather in range(4):
        x = -0.02 - feather * 0.09
        pen.stroke(
            [spot(x, 0.72 - feather * 0.025), spot(x - 0.12, 0.62 - feather * 0.02)],
            size * 0.012,
            mix(body, (255, 255, 255), 0.3),
        )
    pen.disc(spot(*head), size * 0.072, body)
    tip = (
        (head[0] + bill * 0.45, head[1] - bill * 0.9)
        if feeding
        else (head[0] + bill, head[1] - bill * 0.32)
    )
    pen.stroke(
        bend(spot(head[0] + 0.04, head[1]), spot(*tip), -curve * face), size * 0.034, dark, 1
    )
    pen.disc(spot(head[0] + 0.02, head[1] + 0.015), size * 0.014, dark)


def _waders(sheet: Sheet) -> None:
    """Small ones far off, the curlews near, each with its reflection."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=2, dark=0.25, edge=0.2) as pen:
        for _ in range(44):
            x, y = rng.uniform(500, 1560), rng.choice((512, 520, 576, 590, 604))
            size = 16 + (y - 510) * 0.12
            _wader(
                pen,
                (x, y + rng.uniform(-4, 4)),
                size + rng.uniform(0, 8),
                rng.choice((-1, 1)),
                mix(p.ink, p.near, 0.45),
                p.ink,
                feeding=rng.random() < 0.6,
                bill=0.3,
                curve=0.0,
            )
    near: tuple[tuple[float, float, float, int, bool], ...] = (
        (700, 690, 96, 1, True), (862, 706, 104, -1, True), (1010, 716, 100, 1, False),
        (1330, 640, 84, -1, True), (1440, 632, 80, 1, False), (1180, 828, 176, -1, True),
        (1420, 846, 196, -1, False), (930, 838, 168, 1, True),
    )  # fmt: skip
    with sheet.cut(shadow=0, edge=0, see=0.3, soft=2) as pen:
        for x, y, size, _, _ in near:
            for band in range(5):
                pen.box(
                    x - size * 0.22 + rng.uniform(-6, 6),
                    y + 5 + band * size * 0.07,
                    x + size * 0.2 + rng.uniform(-6, 6),
                    y + 8 + band * size * 0.07,
                    p.ink,
                )
    with sheet.cut(shadow=6, dark=0.35, edge=0.45) as pen:
        for x, y, size, face, feeding in near:
            _wader(
                pen,
                (x, y),
                size,
                face,
                mix(rgb("#b08a68"), p.paper, rng.uniform(0.0, 0.2)),
                p.ink,
                feeding=feeding,
                leg=mix(p.near, p.ink, 0.4),
            )


def _counters(sheet: Sheet) -> None:
    """The grassy spit on the left with the four of them."""
    rng, p = sheet.rng, sheet.palette
    ground = mix(p.ink, p.near, 0.3)
    with sheet.cut(shadow=12, dark=0.45, edge=0.4) as pen:
        spit = smooth(trace("-40,720 120,716 330,736 520,776 680,836 800,912"))
        pen.fill([*spit, (-40, 920)], ground)
        for _ in range(120):
            x = rng.uniform(-20, 720)
            y = 722 + max(0, x - 160) ** 1.5 * 0.013 + rng.uniform(6, 80)
            tuft(
                pen,
                rng,
                (x, y),
                rng.uniform(20, 60),
                mix(ground, rng.choice((p.far, p.near, p.ink)), rng.uniform(0.2, 0.6)),
                blades=6,
            )
    skin = mix(rgb("#c58a60"), p.ink, 0.12)
    with sheet.cut(shadow=9, dark=0.5, edge=0.5) as pen:
        Figure(
            pen, (98, 770), 288, 1, WRITE, Dress(p.paper, mix(p.ink, p.near, 0.3), skin, p.ink)
        ).draw(
            lambda near, _far: pen.fill(
                [
                    (near[0] - 4, near[1] - 6),
                    (near[0] + 40, near[1] - 22),
                    (near[0] + 56, near[1] + 2),
                    (near[0] + 10, near[1] + 18),
                ],
                mix(p.paper, (255, 255, 255), 0.5),
            )
        )
        Figure(
            pen,
            (208, 774),
            292,
            1,
            GLASSES,
            Dress(rgb("#5c8a78"), mix(p.ink, p.near, 0.2), skin, p.ink, hair="long"),
        ).draw(
            lambda near, _far: pen.stroke(
                [(near[0] - 8, near[1] - 6), (near[0] + 22, near[1] - 9)], 17, p.ink
            )
        )
        Figure(
            pen,
            (336, 792),
            306,
            1,
            PEER,
            Dress(
                p.accent,
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                headgear=mix(p.far, p.accent, 0.2),
                hat="hood",
            ),
        ).draw()
        eye = (436.0, 562.0)
        for foot in ((404, 806), (508, 818), (452, 800)):
            pen.stroke([(462, 580), foot], 7, p.ink, 6)
        pen.stroke([eye, (548, 536)], 21, mix(p.near, p.ink, 0.45), 31)
        pen.stroke([(546, 537), (562, 533)], 35, p.ink)
        pen.disc((462, 578), 10, p.ink)
        Figure(
            pen,
            (610, 850),
            262,
            1,
            CROUCH,
            Dress(
                mix(p.far, p.paper, 0.3),
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                headgear=rgb("#e0a93a"),
                hat="cap",
            ),
        ).draw()
