"""Portraits of the authors: silhouettes on a plain ground, known by what they wear."""

from __future__ import annotations

import math

from ..bust import Bust
from ..catalogue import SQUARE, picture
from ..curves import bend, smooth, trace
from ..palette import Palette, mix, rgb
from ..paper import Sheet


def ground(sheet: Sheet) -> None:
    """One colour, lighter round the head, with the grain of the plank."""
    p = sheet.palette
    sheet.wash([(0, mix(p.near, p.ink, 0.12)), (1, mix(p.near, p.ink, 0.3))], wood=0.09)
    sheet.glow((450, 400), 520, mix(p.near, p.paper, 0.45), 0.6)


def colours(ground: str, cloth: str, accent: str) -> Palette:
    return Palette(rgb("#f3e6cb"), rgb(cloth), rgb(ground), rgb("#1d1a1f"), rgb(accent))


SKIN = rgb("#c08a60")


@picture("portrait-hai-mien", SQUARE, colours("#4f7d98", "#d9b04a", "#a83a2c"))
def hai_mien(sheet: Sheet) -> None:
    """Short hair, rain jacket with the hood down, strap of a bag."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, SKIN)
        bust.shape(
            trace("-0.9,-0.62 -0.5,-0.36 -0.14,-0.5 0.0,-0.8 -0.5,-1.0 -0.95,-0.9"),
            mix(p.far, p.ink, 0.4),
        )
        bust.shoulders(p.far, p.ink)
        bust.head()
        bust.shape(
            trace(
                "0.3,0.28 0.24,0.48 0.02,0.6 -0.28,0.52 -0.47,0.24 -0.48,-0.1 -0.4,-0.36 "
                "-0.2,-0.36 -0.12,-0.16 -0.1,0.08 0.06,0.3 0.2,0.22"
            ),
            p.ink,
        )
        bust.ear()
        bust.eye(p.ink)
        bust.shape(
            trace(
                "-0.98,-0.78 -0.6,-0.62 -0.2,-0.72 0.18,-0.66 0.4,-0.86 0.1,-1.02 "
                "-0.5,-1.06 -0.9,-0.98"
            ),
            mix(p.far, p.paper, 0.18),
        )
        bust.line([(0.3, -0.92), (0.34, -1.4), (0.32, -2.1)], 6, mix(p.far, p.ink, 0.45))
        bust.line([(-0.62, -0.98), (-0.1, -1.5), (0.5, -2.1)], 34, p.accent)


@picture("portrait-nguyet-hoa", SQUARE, colours("#6d3f5c", "#e3cfae", "#c8813c"))
def nguyet_hoa(sheet: Sheet) -> None:
    """Hair in a bun, round glasses."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.paper, 0.12), face=-1, x=440)
        pen.disc(bust.spot(-0.56, 0.34), 66, p.ink)
        pen.stroke(
            bend(bust.spot(-0.7, 0.5), bust.spot(-0.5, 0.2), 0.25), 4, mix(p.ink, p.paper, 0.25)
        )
        bust.shoulders(p.far, p.ink, broad=0.92)
        bust.head(chin=-0.02)
        bust.shape(
            trace(
                "0.31,0.3 0.22,0.48 0.0,0.57 -0.28,0.5 -0.45,0.22 -0.42,-0.06 -0.3,-0.26 "
                "-0.17,-0.2 -0.1,0.02 0.04,0.26 0.18,0.24"
            ),
            p.ink,
        )
        bust.ear()
        bust.eye(p.ink)
        glass = [
            bust.spot(0.27 + 0.1 * math.cos(a / 5), 0.03 + 0.105 * math.sin(a / 5))
            for a in range(33)
        ]
        pen.stroke(glass, 6, p.accent)
        bust.line([(0.17, 0.05), (0.03, 0.04), (-0.1, 0.02)], 6, p.accent)
        bust.shape(
            trace("0.2,-0.66 0.3,-0.84 0.1,-0.98 -0.35,-0.82 -0.42,-0.66 -0.1,-0.74"),
            mix(p.far, p.ink, 0.15),
        )
        for button in range(4):
            pen.disc(bust.spot(0.3 - 0.03 * button, -1.1 - 0.25 * button), 10, p.near)


@picture("portrait-dong-thuy", SQUARE, colours("#c08a34", "#dfe0d4", "#9e2a22"))
def dong_thuy(sheet: Sheet) -> None:
    """A man in his fifties, shirt collar, pen behind the ear."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.ink, 0.08))
        bust.shoulders(p.far, p.ink, broad=1.1)
        bust.head(chin=0.02)
        grey = mix(p.ink, p.paper, 0.28)
        bust.shape(
            trace(
                "0.22,0.38 0.14,0.52 -0.06,0.56 -0.3,0.46 -0.45,0.18 -0.42,-0.08 "
                "-0.32,-0.24 -0.2,-0.16 -0.13,0.06 -0.03,0.2 0.08,0.32"
            ),
            grey,
        )
        bust.ear()
        bust.eye(p.ink)
        bust.line([(0.08, -0.14), (0.12, -0.24), (0.14, -0.32)], 4, bust.shade, 2)
        bust.line([(-0.36, 0.13), (0.14, 0.05)], 15, p.accent, 11)
        bust.line([(0.14, 0.05), (0.2, 0.04)], 9, p.ink, 2)
        bust.shape(
            trace("-0.46,-0.58 -0.3,-0.56 -0.02,-0.74 0.26,-0.94 0.12,-1.02 -0.2,-0.9 -0.5,-0.74"),
            mix(p.far, (255, 255, 255), 0.45),
        )
        bust.shape(
            trace("0.12,-0.72 0.26,-0.66 0.42,-0.9 0.32,-1.0"), mix(p.far, (255, 255, 255), 0.3)
        )
        bust.line([(0.32, -1.0), (0.38, -1.5), (0.38, -2.1)], 4, mix(p.far, p.ink, 0.4))
        pen.fill(
            [
                bust.spot(0.0, -1.42),
                bust.spot(0.27, -1.42),
                bust.spot(0.26, -1.78),
                bust.spot(0.02, -1.78),
            ],
            mix(p.far, p.ink, 0.12),
        )


@picture("portrait-khue-vu", SQUARE, colours("#6f8273", "#4b3f3a", "#8f2f26"))
def khue_vu(sheet: Sheet) -> None:
    """An older man with a beret and a short beard."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.ink, 0.04), face=-1, x=440)
        bust.shoulders(p.far, p.ink)
        bust.head(chin=0.02)
        white = mix(p.paper, p.near, 0.18)
        bust.shape(trace("-0.12,0.14 -0.3,0.2 -0.44,0.1 -0.4,-0.14 -0.28,-0.3 -0.16,-0.2"), white)
        bust.shape(
            trace(
                "0.4,-0.31 0.36,-0.26 0.2,-0.27 0.08,-0.2 -0.1,-0.1 -0.16,-0.24 0.0,-0.46 "
                "0.2,-0.58 0.4,-0.56 0.44,-0.42"
            ),
            white,
        )
        bust.shape(trace("0.4,-0.16 0.42,-0.21 0.28,-0.27 0.22,-0.22 0.32,-0.16"), white)
        for strand in range(6):
            bust.line(
                [(0.04 + strand * 0.06, -0.3), (0.1 + strand * 0.055, -0.5)],
                3,
                mix(white, p.ink, 0.22),
            )
        bust.ear()
        bust.eye(p.ink)
        bust.line([(0.17, 0.14), (0.25, 0.17), (0.33, 0.13)], 11, white, 6)
        bust.shape(
            trace(
                "0.36,0.24 0.46,0.36 0.34,0.56 0.0,0.68 -0.36,0.6 -0.56,0.36 -0.46,0.18 -0.1,0.26"
            ),
            p.accent,
        )
        bust.shape(
            trace("0.36,0.28 0.36,0.2 0.0,0.22 -0.42,0.12 -0.46,0.2 -0.1,0.3"),
            mix(p.accent, p.ink, 0.4),
        )
        pen.disc(bust.spot(-0.02, 0.69), 9, mix(p.accent, p.ink, 0.3))
        bust.shape(
            trace("-0.52,-0.6 -0.1,-0.66 0.2,-0.7 0.26,-0.86 -0.1,-0.9 -0.56,-0.84"),
            mix(p.paper, p.near, 0.35),
        )


@picture("portrait-bao-thach", SQUARE, colours("#a24a34", "#2f4a52", "#e0b04a"))
def bao_thach(sheet: Sheet) -> None:
    """A young man, cap worn backwards."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, SKIN)
        bust.shoulders(p.far, p.ink, broad=1.04)
        bust.head()
        bust.shape(
            trace("-0.1,0.14 -0.06,-0.1 -0.14,-0.2 -0.3,-0.26 -0.42,-0.06 -0.42,0.16"), p.ink
        )
        bust.shape(trace("0.3,0.2 0.34,0.3 0.24,0.34 0.2,0.22"), p.ink)
        bust.ear()
        bust.eye(p.ink)
        bust.shape(
            trace("0.36,0.26 0.3,0.48 0.06,0.64 -0.26,0.56 -0.46,0.28 -0.44,0.12 -0.1,0.22"),
            p.accent,
        )
        bust.shape(
            trace("-0.4,0.24 -0.44,0.06 -0.66,-0.1 -0.8,-0.06 -0.66,0.14"),
            mix(p.accent, p.ink, 0.3),
        )
        bust.line([(0.06, 0.64), (-0.02, 0.44), (-0.1, 0.22)], 4, mix(p.accent, p.ink, 0.35))
        bust.line(trace("0.36,0.25 0.1,0.26 -0.1,0.22 -0.44,0.11"), 11, mix(p.accent, p.ink, 0.25))
        pen.disc(bust.spot(0.04, 0.645), 9, mix(p.accent, p.ink, 0.35))
        bust.line([(-0.46, -0.7), (-0.1, -0.84), (0.24, -0.76)], 22, mix(p.far, p.paper, 0.35))
        bust.line([(-0.02, -0.86), (-0.06, -1.5)], 5, mix(p.paper, p.far, 0.2))
        bust.line([(0.16, -0.82), (0.18, -1.4)], 5, mix(p.paper, p.far, 0.2))


@picture("portrait-moc-tra", SQUARE, colours("#7f9263", "#f0dfc0", "#b0483a"))
def moc_tra(sheet: Sheet) -> None:
    """A young woman, long hair tied at the side."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.paper, 0.1), face=-1, x=430)
        bust.shoulders(p.far, p.ink, broad=0.9)
        bust.head(chin=-0.02)
        bust.shape(
            trace(
                "0.31,0.28 0.26,0.46 0.04,0.59 -0.28,0.52 -0.47,0.22 -0.46,-0.14 "
                "-0.34,-0.42 -0.18,-0.44 -0.12,-0.16 -0.06,0.1 0.1,0.3 0.22,0.2"
            ),
            p.ink,
        )
        bust.shape(
            trace(
                "-0.4,-0.3 -0.2,-0.36 0.0,-0.66 0.06,-1.1 -0.02,-1.5 -0.14,-1.78 "
                "-0.26,-1.4 -0.3,-0.9 -0.38,-0.6"
            ),
            p.ink,
        )
        for strand in range(5):
            bust.line(
                [
                    (-0.3 + strand * 0.04, -0.5),
                    (-0.2 + strand * 0.05, -0.95),
                    (-0.16 + strand * 0.02, -1.4),
                ],
                3,
                mix(p.ink, p.paper, 0.24),
                2,
            )
        bust.shape(trace("-0.4,-0.42 -0.2,-0.36 -0.14,-0.46 -0.34,-0.56"), p.accent)
        bust.shape([(-0.18, -0.44), (0.02, -0.34), (0.02, -0.56)], p.accent)
        bust.ear()
        pen.disc(bust.spot(-0.095, -0.19), 8, p.accent)
        bust.eye(p.ink)
        bust.line([(-0.44, -0.7), (-0.1, -0.82), (0.2, -0.76)], 16, mix(p.far, p.ink, 0.2))


@picture("portrait-phan-chai", SQUARE, colours("#34466f", "#8a7a5c", "#d7a24a"))
def phan_chai(sheet: Sheet) -> None:
    """A man with a conical hat, camera on the chest."""
    p = sheet.palette
    ground(sheet)
    with sheet.cut(shadow=20, dark=0.5, edge=0.35) as pen:
        bust = Bust(sheet, pen, mix(SKIN, p.ink, 0.14), x=440)
        bust.shoulders(p.far, p.ink, broad=1.05)
        bust.head()
        bust.shape(trace("-0.1,0.1 -0.06,-0.1 -0.16,-0.22 -0.3,-0.26 -0.42,-0.02 -0.4,0.2"), p.ink)
        bust.ear()
        bust.eye(p.ink)
        bust.line([(-0.48, -0.72), (-0.2, -1.1), (0.1, -1.26)], 14, p.ink)
        bust.line([(0.2, -0.76), (0.42, -1.1), (0.56, -1.26)], 14, p.ink)
        body = [
            bust.spot(0.0, -1.2),
            bust.spot(0.74, -1.2),
            bust.spot(0.74, -1.64),
            bust.spot(0.0, -1.64),
        ]
        pen.fill(body, p.ink)
        pen.fill(
            [
                bust.spot(0.22, -1.1),
                bust.spot(0.52, -1.1),
                bust.spot(0.56, -1.24),
                bust.spot(0.18, -1.24),
            ],
            p.ink,
        )
        for radius, tone in ((50, 0.3), (40, 0.0), (28, 0.45), (13, 0.85)):
            pen.disc(bust.spot(0.37, -1.43), radius, mix(p.ink, p.paper, tone))
        pen.disc(bust.spot(0.64, -1.29), 9, p.accent)
        bust.line([(-0.3, 0.1), (-0.06, -0.3), (0.22, -0.5)], 6, mix(p.accent, p.ink, 0.3))
    with sheet.cut(shadow=16, dark=0.55, edge=0.35) as pen:
        bust = Bust(sheet, pen, SKIN, x=440)
        straw = mix(p.paper, p.accent, 0.3)
        under = [
            bust.spot(-1.06, 0.06),
            bust.spot(1.06, 0.14),
            bust.spot(0.6, 0.02),
            bust.spot(-0.6, -0.04),
        ]
        pen.fill(smooth(under, closed=True), mix(straw, p.ink, 0.6))
        left, top, right = bust.spot(-1.1, 0.06), bust.spot(-0.06, 0.98), bust.spot(1.1, 0.15)
        pen.fill(
            [*bend(left, top, -0.03), *bend(top, right, -0.03), *bend(right, left, 0.02)], straw
        )
        pen.fill([*bend(left, top, -0.03), bust.spot(-0.34, 0.06)], mix(straw, p.ink, 0.25))
        for band in range(1, 8):
            t = band / 8
            a = (top[0] + (left[0] - top[0]) * t, top[1] + (left[1] - top[1]) * t)
            b = (top[0] + (right[0] - top[0]) * t, top[1] + (right[1] - top[1]) * t)
            pen.stroke(bend(a, b, 0.025), 2.5, mix(straw, p.ink, 0.3))
