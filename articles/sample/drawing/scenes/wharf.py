"""The wharf before dawn."""

from __future__ import annotations

from itertools import pairwise

from ..behind import back_view
from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring
from ..land import hills
from ..loads import basket
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress
from ..sky import moon
from ..waterside import glitter, moored, ripples


@picture(
    "ben-song-som",
    WIDE,
    Palette(rgb("#f7d58c"), rgb("#5f7890"), rgb("#263f63"), rgb("#0f182c"), rgb("#c4432b")),
)
def wharf_before_dawn(sheet: Sheet) -> None:
    """Five boats lie side by side below the steps, each with its lamp."""
    rng, p = sheet.rng, sheet.palette
    rose = mix(p.accent, p.paper, 0.45)
    sheet.wash(
        [
            (0, p.ink),
            (0.2, p.near),
            (0.33, mix(p.far, p.near, 0.1)),
            (0.41, mix(p.far, rose, 0.55)),
            (0.45, mix(p.paper, rose, 0.3)),
        ],
        wood=0.2,
    )
    moon(sheet, (296, 132), 34, mix(p.paper, (255, 255, 255), 0.35), thin=0.7)
    haze = mix(p.far, rose, 0.3)
    hills(sheet, 286, 96, mix(p.far, p.near, 0.45), mist=(haze, 0.8), shadow=6)
    hills(sheet, 346, 52, mix(p.near, p.ink, 0.05), mist=(haze, 0.4), shadow=6)
    hills(sheet, 392, 12, mix(p.near, p.ink, 0.6), shadow=5, rough=0.6)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 400, 1610, 910, mix(p.near, p.ink, 0.12))
        ripples(pen, rng, (-60, 408, 1600, 880), mix(p.near, p.ink, 0.6), count=230, longest=240)
        ripples(pen, rng, (-60, 403, 1600, 520), mix(haze, p.paper, 0.3), count=110, longest=200)
    boats = ((196, 1.16), (474, 1.06), (738, 0.96), (982, 0.87), (1206, 0.79))
    light = mix(p.paper, (255, 240, 200), 0.3)
    lamps = [(x + 8 * scale, 575 + x * 0.148 - 214 * scale) for x, scale in boats]
    with sheet.cut(shadow=0, edge=0, see=0.8) as pen:
        for (x, y), (_, scale) in zip(lamps, boats, strict=True):
            glitter(
                pen,
                rng,
                x + 128 * scale,
                y + 60 * scale,
                y + 330 * scale,
                36 * scale,
                mix(p.paper, p.accent, 0.18),
                step=8,
            )
    for number, ((x, scale), lamp) in enumerate(zip(boats, lamps, strict=True)):
        stern = (x, 588 + x * 0.148)
        bow = (x + 96 * scale, stern[1] - 268 * scale)
        wood = p.accent if number in (1, 4) else mix(p.near, p.ink, 0.72)
        with sheet.cut(shadow=13, dark=0.7) as pen:
            moored(
                pen,
                bow,
                stern,
                150 * scale,
                wood,
                mix(p.far, p.paper, 0.1),
                mix(p.ink, p.near, 0.32),
            )
            foot = (x + 24 * scale, stern[1] - 74 * scale)
            pen.stroke([foot, (foot[0], lamp[1] - 34 * scale)], 6 * scale, mix(p.ink, p.near, 0.4))
            pen.stroke(
                [(foot[0], lamp[1] - 34 * scale), (lamp[0], lamp[1] - 18 * scale)],
                4 * scale,
                mix(p.ink, p.near, 0.4),
            )
            for ring_number in range(3):
                pile = (x + 58 * scale, stern[1] - (156 + 9 * ring_number) * scale)
                pen.fill(
                    ring(pile, (38 - 7 * ring_number) * scale, (20 - 4 * ring_number) * scale),
                    mix(p.far, p.ink, 0.6 - 0.16 * ring_number),
                )
        sheet.glow(lamp, 170 * scale, mix(p.paper, p.accent, 0.12), 0.6)
        sheet.glow(lamp, 70 * scale, light, 0.85)
        with sheet.cut(shadow=0, edge=0) as pen:
            _lamp(pen, lamp, scale, light, p.ink)
    _wharf_steps(sheet)


def _lamp(pen: Pen, at: Point, scale: float, light: Colour, dark: Colour) -> None:
    """A small storm lamp."""
    x, y = at
    pen.fill(
        [
            (x - 10 * scale, y - 14 * scale),
            (x + 10 * scale, y - 14 * scale),
            (x + 13 * scale, y + 14 * scale),
            (x - 13 * scale, y + 14 * scale),
        ],
        mix(light, (255, 255, 255), 0.4),
    )
    pen.box(x - 13 * scale, y - 20 * scale, x + 13 * scale, y - 13 * scale, dark)
    pen.box(x - 15 * scale, y + 13 * scale, x + 15 * scale, y + 19 * scale, dark)


def _wharf_steps(sheet: Sheet) -> None:
    """The steps run away to the right; a carrier goes down them to the boats."""
    rng, p = sheet.rng, sheet.palette
    far = (3300.0, 1080.0)

    def edge(start: float, x: float) -> float:
        return start + (far[1] - start) * (x + 40) / (far[0] + 40)

    tops = [572.0, 636.0, 706.0, 784.0, 870.0, 966.0]
    with sheet.cut(shadow=16, dark=0.7) as pen:
        for start, below in pairwise(tops):
            lip = start + (below - start) * 0.56
            pen.fill(
                [
                    (-40, edge(start, -40)),
                    (1640, edge(start, 1640)),
                    (1640, edge(lip, 1640)),
                    (-40, edge(lip, -40)),
                ],
                mix(mix(p.far, p.near, 0.4), p.ink, rng.uniform(0, 0.1)),
            )
            pen.fill(
                [
                    (-40, edge(lip, -40)),
                    (1640, edge(lip, 1640)),
                    (1640, edge(below, 1640) + 2),
                    (-40, edge(below, -40) + 2),
                ],
                mix(p.near, p.ink, 0.55),
            )
            x = rng.uniform(0, 160)
            while x < 1600:
                pen.stroke(
                    [(x, edge(lip, x)), (x + 8, edge(below, x))], 2.4, mix(p.near, p.ink, 0.8)
                )
                if rng.random() < 0.6:
                    pen.stroke(
                        [(x + 60, edge(start, x + 60) + 3), (x + 44, edge(lip, x + 44) - 2)],
                        1.8,
                        mix(p.near, p.ink, 0.2),
                    )
                x += rng.uniform(120, 260)
    dress = Dress(
        mix(p.near, p.ink, 0.5),
        p.ink,
        mix(rgb("#a0704c"), p.ink, 0.35),
        p.ink,
        mix(p.far, p.paper, 0.35),
        "non",
    )
    straw = mix(p.far, p.paper, 0.1)
    with sheet.cut(shadow=11, dark=0.65, edge=0.45) as pen:
        shoulder = back_view(pen, (1398, 872), 330, dress, stride=0.05)
        pen.stroke(
            bend(
                (shoulder[0] - 158, shoulder[1] + 10), (shoulder[0] + 150, shoulder[1] + 14), -0.05
            ),
            9,
            mix(p.far, p.ink, 0.35),
        )
        for side in (-1, 1):
            hook = (shoulder[0] + side * 148, shoulder[1] + 12)
            for spread in (-46, 46):
                pen.stroke([hook, (hook[0] + spread, hook[1] + 140)], 2.5, mix(p.far, p.ink, 0.3))
            basket(pen, (hook[0], hook[1] + 142), 108, 66, mix(straw, p.ink, 0.15), p.ink, p.ink)
