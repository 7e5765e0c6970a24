"""Portraits of the five who joined the paper later."""

from __future__ import annotations

import math

from ..bust import Bust
from ..catalogue import SQUARE, picture
from ..curves import ring, trace
from ..palette import mix, rgb
from ..paper import Sheet
from .portraits import SKIN, colours, ground


@picture("portrait-cat-diem", SQUARE, colours("#b4553f", "#e9d6b4", "#2f4f5e"))
def cat_diem(sheet: Sheet) -> None:
    """A woman of the market: chequered scarf, pencil in the knot of her hair."""
    p, rng = sheet.palette, sheet.rng
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.ink, 0.05), x=450)
        bust.line([(-0.78, 0.62), (-0.2, 0.2)], 13, mix(p.paper, p.near, 0.3), 9)
        bust.line([(-0.82, 0.65), (-0.77, 0.61)], 14, p.accent)
        pen.disc(bust.spot(-0.5, 0.36), 80, p.ink)
        for turn in (0.0, 0.5, 1.0):
            bust.line(
                [(-0.68 + turn * 0.1, 0.5), (-0.5, 0.36 + turn * 0.1), (-0.36, 0.18)],
                3,
                mix(p.ink, p.paper, 0.26),
            )
        bust.shoulders(p.far, p.ink, broad=0.94)
        bust.head(chin=-0.01)
        bust.shape(
            trace(
                "0.32,0.3 0.24,0.48 0.0,0.58 -0.28,0.52 -0.46,0.26 -0.43,-0.02 -0.32,-0.24 "
                "-0.18,-0.2 -0.11,0.04 0.06,0.3 0.2,0.25"
            ),
            p.ink,
        )
        bust.ear()
        bust.eye(p.ink)
        pen.disc(bust.spot(-0.095, -0.19), 9, mix(p.paper, rgb("#e2a83c"), 0.75))
        scarf = trace(
            "-0.5,-0.56 -0.16,-0.64 0.2,-0.62 0.42,-0.82 0.32,-1.04 "
            "-0.1,-1.08 -0.6,-1.0 -0.68,-0.76"
        )
        bust.shape(scarf, p.accent)
        bust.shape(trace("0.2,-0.9 0.4,-0.92 0.5,-1.5 0.46,-2.0 0.22,-2.0 0.2,-1.4"), p.accent)
        check = mix(p.paper, p.accent, 0.12)
        for row in range(5):
            y = -0.68 - row * 0.085
            bust.line([(-0.6 + row * 0.02, y), (-0.1, y - 0.05), (0.36, y - 0.02)], 5, check)
        for column in range(9):
            x = -0.52 + column * 0.105
            bust.line([(x, -0.66), (x - 0.04, -1.02)], 4, check)
        for row in range(7):
            y = -1.12 - row * 0.13
            bust.line([(0.21, y), (0.48, y + rng.uniform(-0.01, 0.01))], 5, check)
        for column in range(3):
            x = 0.28 + column * 0.075
            bust.line([(x, -1.06), (x + 0.03, -2.0)], 4, check)


@picture("portrait-to-loc", SQUARE, colours("#5d6b4a", "#3d5670", "#c9a24a"))
def to_loc(sheet: Sheet) -> None:
    """A man in his forties: moustache, square glasses, a pass on its ribbon."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.ink, 0.06), face=-1, x=450)
        bust.shoulders(p.far, p.ink, broad=1.08)
        bust.head(chin=0.02)
        bust.shape(
            trace(
                "0.33,0.26 0.36,0.42 0.2,0.55 -0.06,0.6 -0.32,0.5 -0.46,0.22 -0.43,-0.04 "
                "-0.33,-0.22 -0.2,-0.16 -0.13,0.08 -0.04,0.26 0.16,0.32"
            ),
            p.ink,
        )
        bust.line([(0.3, 0.43), (0.0, 0.5), (-0.24, 0.4)], 4, mix(p.ink, p.paper, 0.2))
        bust.shape(
            trace("0.42,-0.17 0.44,-0.22 0.34,-0.25 0.24,-0.25 0.28,-0.19 0.36,-0.16"), p.ink
        )
        bust.ear()
        bust.eye(p.ink)
        frame = trace("0.17,0.1 0.37,0.1 0.38,-0.05 0.34,-0.09 0.2,-0.09 0.17,-0.04 0.17,0.1")
        pen.stroke([bust.spot(*point) for point in frame], 7, p.ink)
        bust.line([(0.17, 0.06), (-0.1, 0.03)], 7, p.ink)
        white = mix(p.paper, (255, 255, 255), 0.4)
        bust.shape(
            trace("-0.44,-0.58 -0.2,-0.62 0.1,-0.72 0.24,-0.9 -0.04,-0.96 -0.5,-0.78"), white
        )
        bust.shape(trace("0.12,-0.7 0.26,-0.66 0.38,-0.88 0.24,-0.98"), mix(white, p.far, 0.2))
        bust.line([(-0.36, -0.82), (0.02, -1.3), (0.14, -1.62)], 13, p.accent)
        bust.line([(0.32, -0.94), (0.26, -1.3), (0.16, -1.62)], 13, p.accent)
        card = [
            bust.spot(-0.06, -1.6),
            bust.spot(0.36, -1.6),
            bust.spot(0.36, -2.0),
            bust.spot(-0.06, -2.0),
        ]
        pen.fill(card, white)
        pen.fill(
            [
                bust.spot(-0.02, -1.66),
                bust.spot(0.13, -1.66),
                bust.spot(0.13, -1.88),
                bust.spot(-0.02, -1.88),
            ],
            mix(p.far, p.paper, 0.35),
        )
        for line in range(3):
            bust.line(
                [(0.18, -1.69 - line * 0.07), (0.32, -1.69 - line * 0.07)],
                5,
                mix(p.far, p.paper, 0.3),
            )


@picture("portrait-diep-ha", SQUARE, colours("#86708f", "#45603f", "#e2b65a"))
def diep_ha(sheet: Sheet) -> None:
    """A woman near sixty: grey bun low on the neck, glasses on a cord, velvet blouse."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.paper, 0.14), x=450)
        grey = mix(p.paper, p.ink, 0.42)
        pen.fill(ring(bust.spot(-0.46, -0.22), 70, 62, turn=0.4), grey)
        for turn in range(4):
            bust.line(
                [
                    (-0.62 + turn * 0.06, -0.1),
                    (-0.48 + turn * 0.03, -0.24),
                    (-0.56 + turn * 0.09, -0.38),
                ],
                3,
                mix(grey, p.paper, 0.4),
            )
        bust.shoulders(p.far, p.ink, broad=0.94)
        bust.shape(
            trace("-0.44,-0.5 0.2,-0.56 0.24,-0.72 -0.1,-0.84 -0.48,-0.74"), mix(p.far, p.ink, 0.28)
        )
        bust.head()
        bust.shape(
            trace(
                "0.32,0.3 0.24,0.47 0.0,0.56 -0.28,0.5 -0.45,0.22 -0.44,-0.1 -0.34,-0.28 "
                "-0.2,-0.22 -0.12,0.02 0.04,0.2 0.2,0.3"
            ),
            grey,
        )
        for strand in range(6):
            bust.line(
                [
                    (0.22 - strand * 0.06, 0.42 + strand * 0.012),
                    (-0.16 - strand * 0.03, 0.24 - strand * 0.02),
                    (-0.36, -0.14),
                ],
                3,
                mix(grey, p.paper, 0.38),
                2,
            )
        bust.ear()
        bust.eye(p.ink)
        bust.line([(0.1, -0.15), (0.14, -0.24), (0.15, -0.3)], 4, bust.shade, 2)
        glass = [
            bust.spot(0.32 + 0.085 * math.cos(a / 5), -0.045 + 0.07 * math.sin(a / 5))
            for a in range(33)
        ]
        pen.stroke(glass, 6, p.accent)
        bust.line([(0.235, -0.03), (0.06, 0.02), (-0.1, 0.04)], 6, p.accent)
        bust.line([(-0.11, 0.04), (-0.3, -0.3), (-0.28, -0.7), (-0.04, -1.02)], 4, p.accent)
        pearl = mix(p.paper, (255, 255, 255), 0.5)
        for bead in range(11):
            share = bead / 10
            x, y = -0.44 + share * 0.72, -0.72 - 0.2 * math.sin(math.pi * share) - share * 0.02
            pen.disc(bust.spot(x, y), 12, pearl)
        for button in range(4):
            pen.disc(bust.spot(0.22 + 0.02 * button, -1.16 - 0.25 * button), 11, p.accent)


@picture("portrait-mac-tinh", SQUARE, colours("#2f5157", "#c77b3f", "#efd9a0"))
def mac_tinh(sheet: Sheet) -> None:
    """A young man in a woollen cap and a high collar, stars behind him."""
    p, rng = sheet.palette, sheet.rng
    ground(sheet)
    with sheet.cut(shadow=2, dark=0.2, edge=0) as pen:
        for _ in range(46):
            x, y = rng.uniform(20, 880), rng.uniform(20, 640)
            if abs(x - 450) > 210 or y < 90:
                pen.disc(
                    (x, y), rng.choice((1.6, 2.2, 3.6)), mix(p.paper, p.near, rng.uniform(0, 0.5))
                )
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, SKIN, face=-1, x=450)
        bust.shape(trace("-0.3,-0.1 -0.46,-0.2 -0.5,-0.5 -0.36,-0.56 -0.2,-0.4 -0.14,-0.1"), p.ink)
        bust.shoulders(p.far, p.ink, broad=1.02)
        bust.head(chin=-0.01)
        bust.shape(
            trace(
                "0.3,0.24 0.16,0.34 -0.1,0.14 -0.06,-0.08 -0.16,-0.22 -0.34,-0.32 "
                "-0.46,-0.1 -0.42,0.2"
            ),
            p.ink,
        )
        bust.ear()
        bust.eye(p.ink)
        cap = mix(p.accent, p.far, 0.1)
        bust.shape(
            trace("0.36,0.2 0.38,0.4 0.2,0.62 -0.08,0.7 -0.36,0.58 -0.52,0.3 -0.48,0.12 -0.1,0.2"),
            cap,
        )
        for rib in range(7):
            x = 0.24 - rib * 0.1
            bust.line(
                [(x, 0.26 - rib * 0.014), (x * 0.75 - 0.03, 0.5), (x * 0.3 - 0.06, 0.66)],
                3,
                mix(cap, p.ink, 0.24),
            )
        bust.shape(
            trace("0.38,0.3 0.38,0.16 0.0,0.19 -0.48,0.06 -0.53,0.18 -0.1,0.33"),
            mix(cap, p.ink, 0.2),
        )
        pen.disc(bust.spot(-0.08, 0.74), 32, mix(cap, p.paper, 0.2))
        bust.shape(
            trace("-0.42,-0.36 -0.1,-0.52 0.22,-0.5 0.3,-0.74 -0.06,-0.92 -0.52,-0.82"),
            mix(p.far, p.ink, 0.12),
        )
        for fold in range(3):
            bust.line(
                [
                    (-0.44, -0.48 - fold * 0.11),
                    (-0.08, -0.62 - fold * 0.1),
                    (0.25, -0.56 - fold * 0.07),
                ],
                4,
                mix(p.far, p.ink, 0.34),
            )
        for row in range(6):
            y = -1.05 - row * 0.17
            bust.line([(-0.9, y), (-0.1, y - 0.06), (0.7, y)], 4, mix(p.far, p.ink, 0.18))


@picture("portrait-an-da", SQUARE, colours("#c39a3e", "#4d7a78", "#a63d2e"))
def an_da(sheet: Sheet) -> None:
    """A woman on the road: cloth hat, plait, the straps of a rucksack."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.ink, 0.03), x=450)
        bust.shape(
            trace("-0.72,-0.82 -0.98,-0.74 -1.24,-0.96 -1.3,-1.6 -1.26,-2.2 -0.7,-2.2"),
            mix(p.accent, p.ink, 0.2),
        )
        bust.shoulders(p.far, p.ink, broad=0.92)
        bust.head(chin=-0.02)
        bust.shape(
            trace(
                "0.3,0.24 0.1,0.3 -0.08,0.1 -0.1,-0.14 -0.2,-0.36 -0.36,-0.4 -0.47,-0.1 -0.42,0.24"
            ),
            p.ink,
        )
        for link in range(8):
            share = link / 7
            x, y = -0.3 + 0.3 * share + 0.04 * math.sin(share * 5), -0.38 - share * 1.12
            wide = 58 - 26 * share
            pen.fill(ring(bust.spot(x - 0.03, y), wide * 0.62, wide * 0.5, turn=0.7), p.ink)
            pen.fill(
                ring(bust.spot(x + 0.05, y - 0.06), wide * 0.62, wide * 0.5, turn=-0.7),
                mix(p.ink, p.paper, 0.1),
            )
        bust.shape(trace("-0.02,-1.5 0.1,-1.5 0.1,-1.62 -0.02,-1.62"), p.accent)
        bust.shape(trace("0.0,-1.6 0.08,-1.6 0.11,-1.84 -0.03,-1.84"), p.ink)
        bust.ear()
        bust.eye(p.ink)
        bust.line([(0.28, -0.9), (0.5, -1.4), (0.46, -2.2)], 44, p.accent)
        bust.line([(0.29, -0.96), (0.47, -1.4), (0.44, -2.2)], 4, mix(p.accent, p.paper, 0.4))
        bust.line([(-0.62, -0.86), (-0.5, -1.5), (-0.56, -2.2)], 46, p.accent)
        bust.shape(
            trace("-0.4,-0.62 -0.1,-0.7 0.2,-0.66 0.26,-0.82 -0.1,-0.94 -0.46,-0.84"),
            mix(p.paper, p.far, 0.15),
        )
    with sheet.cut(shadow=14, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, SKIN, x=450)
        cloth = mix(p.paper, p.near, 0.28)
        bust.shape(
            trace("0.34,0.22 0.36,0.44 0.2,0.66 -0.14,0.7 -0.42,0.56 -0.52,0.2 -0.1,0.24"), cloth
        )
        bust.shape(
            trace("-0.52,0.2 -0.42,0.56 -0.14,0.7 -0.2,0.4 -0.24,0.2"), mix(cloth, p.ink, 0.16)
        )
        bust.shape(
            trace(
                "0.72,0.04 0.36,0.34 0.0,0.32 -0.46,0.26 -0.78,-0.04 -0.66,-0.08 "
                "-0.3,0.14 0.3,0.18 0.62,0.0"
            ),
            mix(cloth, p.ink, 0.1),
        )
        bust.line([(0.36, 0.33), (-0.04, 0.32), (-0.5, 0.25)], 17, p.accent)
