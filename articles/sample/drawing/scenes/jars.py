"""Jars turned over so that no mosquito breeds in them."""

from __future__ import annotations

import math

from ..buildings import house
from ..catalogue import LANDSCAPE, picture
from ..curves import Point, ring, smooth, trace
from ..household import jar
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import KNEEL, Dress, Figure, Pose
from ..plants import areca, banana, foliage, tuft


@picture(
    "up-chum-vai",
    LANDSCAPE,
    Palette(rgb("#fcefce"), rgb("#e9a94f"), rgb("#547f4e"), rgb("#2b2a26"), rgb("#b1492f")),
)
def turning_jars_over(sheet: Sheet) -> None:
    """A woman empties a jar, a boy fills a sack with old tins, a grandfather brushes a vase."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, mix(rgb("#b4d5c9"), p.paper, 0.2)), (0.45, p.paper)], wood=0.1)
    sheet.glow((250, 160), 420, mix(p.paper, p.far, 0.35), 0.6)
    with sheet.cut(shadow=6) as pen:
        for x in range(-20, 1560, 54):
            shades = [
                mix(p.near, p.ink, 0.4),
                mix(p.near, p.ink, 0.05),
                mix(p.near, rgb("#c4cf6e"), 0.4),
            ]
            foliage(
                pen,
                rng,
                (x, 470 + rng.uniform(-40, 10)),
                rng.uniform(60, 100),
                rng.uniform(60, 100),
                shades,
                size=19,
            )
    with sheet.cut(shadow=9) as pen:
        for x, tall in ((80, 560), (190, 480), (1440, 540)):
            areca(
                pen, rng, (x, 590), tall, mix(p.far, p.ink, 0.35), mix(p.near, p.ink, 0.05), p.ink
            )
    mud = mix(p.far, rgb("#8c6a44"), 0.65)
    with sheet.cut(shadow=13, dark=0.45) as pen:
        house(
            pen,
            rng,
            620,
            600,
            720,
            372,
            mix(p.far, p.paper, 0.6),
            p.accent,
            p.ink,
            doors=4,
            mud=mud,
        )
        for x in (1380, 1490):
            banana(
                pen, rng, (x, 610), 330, mix(p.near, rgb("#c4cf6e"), 0.4), mix(p.near, p.ink, 0.45)
            )
    with sheet.cut(shadow=9, dark=0.4) as pen:
        yard = mix(p.far, p.paper, 0.52)
        pen.fill(
            smooth(trace("-40,594 400,606 800,598 1200,604 1560,594"))
            + [(1560, 1020), (-40, 1020)],
            yard,
        )
        for _ in range(200):
            x, y = rng.uniform(-40, 1500), rng.uniform(620, 1000)
            tone = mix(yard, rgb("#8c6a44"), rng.uniform(0.12, 0.42))
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 110), y + rng.uniform(-2, 2)),
                rng.uniform(1.5, 5),
                tone,
            )
    glazes = (rgb("#8a4f32"), rgb("#6d5a3a"), rgb("#9c6238"), rgb("#5f6a4a"))
    with sheet.cut(shadow=12, dark=0.5, edge=0.5) as pen:
        for number, (x, y, wide) in enumerate(
            ((690, 676, 112), (820, 684, 132), (960, 676, 104), (1080, 690, 140), (1230, 680, 116))
        ):
            tall = wide * 1.05
            _upturned(pen, (x, y), wide, tall, glazes[number % 4], p.ink)
    _mother(sheet)
    _others(sheet)
    with sheet.cut(shadow=9, dark=0.45) as pen:
        for _ in range(26):
            x = rng.choice((rng.uniform(-10, 160), rng.uniform(1340, 1500)))
            tuft(
                pen,
                rng,
                (x, rng.uniform(950, 1010)),
                rng.uniform(30, 66),
                mix(p.near, p.ink, rng.uniform(0, 0.4)),
                blades=6,
            )


def _upturned(pen: Pen, at: Point, wide: float, tall: float, glaze: Colour, dark: Colour) -> None:
    """A jar that stands on its mouth."""
    x, y = at
    half = wide / 2
    body = [(x - half * 0.62, y), (x - half * 0.97, y - tall * 0.32), (x - half, y - tall * 0.58)]
    body += [(x - half * 0.6, y - tall), (x + half * 0.6, y - tall), (x + half, y - tall * 0.58)]
    body += [(x + half * 0.97, y - tall * 0.32), (x + half * 0.62, y)]
    pen.fill(smooth(body, closed=True, steps=8), glaze)
    pen.fill(
        smooth(
            [
                (x + half * 0.3, y - tall * 0.9),
                (x + half * 0.78, y - tall * 0.55),
                (x + half * 0.6, y - tall * 0.12),
                (x + half * 0.45, y - tall * 0.5),
            ],
            closed=True,
        ),
        mix(glaze, (255, 240, 210), 0.4),
    )
    pen.fill(ring((x, y - tall * 0.98), half * 0.6, half * 0.16), mix(glaze, dark, 0.2))
    for up in (0.38, 0.68):
        pen.stroke(
            smooth(
                [
                    (x - half * 0.97, y - tall * up),
                    (x, y - tall * (up - 0.06)),
                    (x + half * 0.97, y - tall * up),
                ]
            ),
            max(2, wide * 0.02),
            mix(glaze, dark, 0.4),
        )


def _mother(sheet: Sheet) -> None:
    """She tips the big jar; the water leaps out in the sun."""
    rng, p = sheet.rng, sheet.palette
    tip = Pose(
        hip=(-0.02, 0.5),
        lean=24,
        nod=8,
        hands=((0.34, 0.5), (0.32, 0.36)),
        feet=((0.12, 0), (-0.16, 0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=15, dark=0.5, edge=0.5) as pen:
        dress = Dress(
            rgb("#c56a86"),
            mix(p.ink, p.near, 0.25),
            rgb("#bd8154"),
            p.ink,
            mix(p.paper, p.far, 0.4),
            "non",
        )
        Figure(pen, (330, 944), 520, 1, tip, dress).draw()
    with sheet.cut(shadow=0, edge=0, see=0.88) as pen:
        water = mix(rgb("#9fd0cf"), p.paper, 0.35)
        sheet_of_water = smooth(trace("640,742 700,760 760,826 796,944")) + smooth(
            trace("690,950 670,880 636,820 616,800")
        )
        pen.fill(sheet_of_water, water)
        for _ in range(60):
            x = 720 + rng.gauss(0, 70)
            y = 900 + rng.gauss(0, 46)
            pen.disc((x, min(y, 972)), rng.uniform(2, 9), mix(water, (255, 255, 255), 0.5))
        for line in (0.2, 0.45, 0.7):
            a: Point = (622 + 60 * line, 790 - 40 * line)
            pen.stroke(
                smooth([a, (680 + 60 * line, 830), (700 + 80 * line, 940)]), 4, (255, 255, 255)
            )
        pen.fill(ring((740, 958), 150, 20), water)
    with sheet.cut(shadow=14, dark=0.55, edge=0.5) as pen:
        glaze, dark = rgb("#8a4f32"), p.ink
        turn = 0.62
        centre = (548.0, 744.0)

        def spot(px: float, py: float) -> Point:
            return centre[0] + (px * math.cos(turn) - py * math.sin(turn)) * 120, centre[1] + (
                px * math.sin(turn) + py * math.cos(turn)
            ) * 120

        pen.fill(
            smooth(
                [
                    spot(*q)
                    for q in trace(
                        "1.0,-0.5 0.5,-0.86 -0.2,-0.92 -1.0,-0.55 -1.0,0.55 -0.2,0.92 0.5,0.86 "
                        "1.0,0.5"
                    )
                ],
                closed=True,
            ),
            glaze,
        )
        pen.fill(
            smooth(
                [spot(*q) for q in trace("0.9,0.46 0.5,0.84 -0.2,0.9 -0.98,0.52 -0.6,0.3 0.3,0.5")],
                closed=True,
            ),
            mix(glaze, dark, 0.3),
        )
        pen.fill(
            smooth([spot(*q) for q in trace("0.6,-0.66 0,-0.76 -0.6,-0.6 0,-0.56")], closed=True),
            mix(glaze, (255, 240, 210), 0.45),
        )
        for across in (-0.5, 0.3):
            pen.stroke(
                [spot(across, -0.88), spot(across + 0.1, 0), spot(across, 0.88)],
                4,
                mix(glaze, dark, 0.4),
            )
        pen.fill(ring(spot(1.0, 0), 28, 64, turn=turn), mix(glaze, dark, 0.1))
        pen.fill(ring(spot(1.02, 0), 19, 52, turn=turn), mix(rgb("#9fd0cf"), p.paper, 0.2))


def _others(sheet: Sheet) -> None:
    """The boy with his sack, the grandfather with a brush, a standing jar with a lid."""
    rng, p = sheet.rng, sheet.palette
    hold = Pose(
        hip=(-0.02, 0.46),
        lean=26,
        nod=14,
        hands=((0.3, 0.34), (0.3, 0.4)),
        feet=((0.08, 0), (-0.1, 0)),
    )
    with sheet.cut(shadow=13, dark=0.5, edge=0.45) as pen:
        boy = Dress(
            p.far,
            mix(rgb("#3f5a80"), p.ink, 0.2),
            rgb("#bd8154"),
            p.ink,
            p.accent,
            "cap",
            bare_legs=True,
        )
        Figure(pen, (1010, 930), 330, 1, hold, boy).draw()
        pen.fill(
            smooth(trace("1088,820 1170,812 1196,930 1130,948 1074,930"), closed=True),
            mix(p.paper, p.near, 0.25),
        )
        pen.fill(ring((1128, 818), 42, 12), mix(p.ink, p.near, 0.3))
        pen.fill(
            smooth(trace("1088,820 1106,822 1100,940 1074,930"), closed=True),
            mix(p.paper, p.ink, 0.3),
        )
        for x, y, colour in (
            (1212, 940, p.accent),
            (1250, 950, mix(p.ink, p.paper, 0.5)),
            (1230, 926, p.far),
        ):
            pen.box(x - 14, y - 24, x + 14, y, colour)
            pen.fill(ring((x, y - 24), 14, 5), mix(colour, p.ink, 0.5))
    scrub = Pose(
        hip=KNEEL.hip,
        lean=12,
        nod=18,
        hands=((0.22, 0.3), (0.26, 0.24)),
        feet=KNEEL.feet,
        breadth=0.1,
    )
    with sheet.cut(shadow=14, dark=0.5, edge=0.5) as pen:
        old = Dress(
            mix(p.paper, (255, 255, 255), 0.4),
            mix(p.near, p.ink, 0.4),
            rgb("#b67a4e"),
            p.ink,
            hair_colour=mix(p.paper, p.ink, 0.25),
        )
        Figure(pen, (1420, 972), 430, -1, scrub, old).draw()
        jar(pen, (1318, 966), 84, 118, rgb("#5a86a0"), p.ink, p.ink)
        pen.stroke([(1338, 846), (1322, 800)], 9, p.far)
        for _ in range(14):
            pen.disc(
                (1318 + rng.gauss(0, 26), 856 + rng.gauss(0, 10)),
                rng.uniform(3, 8),
                (255, 255, 255),
            )
    with sheet.cut(shadow=13, dark=0.5, edge=0.5) as pen:
        jar(pen, (110, 900), 190, 220, rgb("#9c6238"), p.ink, p.ink)
        pen.fill(ring((110, 676), 92, 26), mix(p.far, rgb("#8c6a44"), 0.4))
        pen.fill(ring((110, 668), 92, 26), mix(p.far, p.paper, 0.25))
        pen.disc((110, 662), 14, mix(p.far, p.ink, 0.4), 0.7)
