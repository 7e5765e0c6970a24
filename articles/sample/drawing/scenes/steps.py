"""The long steps up from the river."""

from __future__ import annotations

import math

from ..behind import back_view
from ..buildings import house
from ..catalogue import UPRIGHT, picture
from ..curves import bend, ring, trace
from ..loads import basket
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress
from ..plants import areca, leaf, tuft
from ..waterside import stone_steps


@picture(
    "ganh-rau-doc-ben",
    UPRIGHT,
    Palette(rgb("#fbdcb4"), rgb("#e09a74"), rgb("#3c5c86"), rgb("#182238"), rgb("#5d9150")),
)
def greens_up_the_steps(sheet: Sheet) -> None:
    """A carrier with two baskets of greens climbs from the river into the first light."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.paper, (255, 255, 255), 0.3)),
            (0.12, p.paper),
            (0.26, mix(p.paper, p.far, 0.5)),
            (0.42, mix(p.far, p.near, 0.55)),
            (1, p.near),
        ],
        wood=0.14,
    )
    sheet.glow((620, 70), 620, mix(p.paper, (255, 255, 255), 0.6), 0.8)
    with sheet.cut(shadow=7) as pen:
        house(
            pen,
            rng,
            40,
            300,
            360,
            190,
            mix(p.near, p.paper, 0.25),
            mix(p.near, p.ink, 0.3),
            p.ink,
            doors=3,
        )
        house(
            pen,
            rng,
            800,
            310,
            330,
            170,
            mix(p.near, p.paper, 0.2),
            mix(p.near, p.ink, 0.35),
            p.ink,
            doors=3,
        )
    with sheet.cut(shadow=7) as pen:
        areca(
            pen,
            rng,
            (450, 300),
            260,
            mix(p.near, p.ink, 0.4),
            mix(p.near, p.ink, 0.35),
            p.ink,
            lean=0.05,
        )
        areca(
            pen,
            rng,
            (760, 310),
            230,
            mix(p.near, p.ink, 0.4),
            mix(p.near, p.ink, 0.35),
            p.ink,
            lean=-0.07,
        )
    with sheet.cut(shadow=14, dark=0.55) as pen:
        pen.fill(trace("-10,270 526,262 170,1520 -10,1520"), mix(p.near, p.ink, 0.35))
        pen.fill(trace("694,262 1210,280 1210,1520 1040,1520"), mix(p.near, p.ink, 0.45))
        for _ in range(120):
            side = rng.random() < 0.5
            y = rng.uniform(330, 1480)
            edge = 526 - (y - 262) * 0.283 if side else 694 + (y - 262) * 0.275
            x = rng.uniform(-10, edge - 20) if side else rng.uniform(edge + 20, 1210)
            size = 12 + (y - 262) * 0.045
            outline = ring(
                (x, y),
                size * rng.uniform(1, 1.7),
                size * 0.66,
                turn=rng.uniform(-0.2, 0.2),
                steps=9,
            )
            pen.fill(
                outline,
                mix(mix(p.near, p.far, rng.uniform(0, 0.16)), p.ink, rng.uniform(0.25, 0.5)),
            )
    with sheet.cut(shadow=12, dark=0.5) as pen:
        stone_steps(
            pen,
            rng,
            (530, 690, 262),
            (90, 1130, 1540),
            19,
            mix(p.near, p.far, 0.42),
            mix(p.near, p.ink, 0.2),
        )
    with sheet.cut(shadow=6) as pen:
        for _ in range(46):
            side = rng.random() < 0.5
            y = rng.uniform(420, 1500)
            share = (y - 258) / 1272
            x = (
                520 - 420 * share - rng.uniform(0, 40)
                if side
                else 700 + 420 * share + rng.uniform(0, 40)
            )
            tuft(
                pen,
                rng,
                (x, y),
                20 + 50 * share,
                mix(p.accent, p.ink, rng.uniform(0.25, 0.7)),
                blades=6,
            )
    sheet.glow((610, 240), 760, mix(p.paper, p.far, 0.25), 0.5)
    dress = Dress(
        mix(p.ink, p.near, 0.25),
        mix(p.ink, p.near, 0.05),
        mix(rgb("#b87f57"), p.ink, 0.1),
        p.ink,
        mix(p.paper, p.far, 0.15),
        "non",
    )
    straw = mix(p.far, p.paper, 0.35)
    with sheet.cut(shadow=15, dark=0.6, edge=0.35) as pen:
        shoulder = back_view(pen, (606, 1130), 560, dress, stride=0.11, bow=0.05)
        left, right = (shoulder[0] - 300, shoulder[1] + 34), (shoulder[0] + 290, shoulder[1] + 40)
        pen.stroke(bend(left, right, -0.06, steps=30), 15, mix(p.far, p.ink, 0.35))
        pen.stroke(
            [
                (shoulder[0] + 62, shoulder[1] + 40),
                (shoulder[0] + 120, shoulder[1] + 80),
                (shoulder[0] + 108, shoulder[1] - 4),
            ],
            34,
            dress.top,
            26,
        )
        pen.disc((shoulder[0] + 108, shoulder[1] - 4), 14, dress.skin)
        for hook in (left, right):
            mouth = (hook[0], hook[1] + 250)
            for spread in (-92, 0, 92):
                pen.stroke(
                    [(hook[0], hook[1] - 4), (mouth[0] + spread, mouth[1])],
                    4,
                    mix(p.far, p.ink, 0.3),
                )
            for _ in range(150):
                foot = (mouth[0] + rng.uniform(-84, 84), mouth[1] + rng.uniform(-8, 16))
                leaf(
                    pen,
                    foot,
                    -math.pi / 2 + (foot[0] - mouth[0]) / 90 + rng.uniform(-0.5, 0.5),
                    rng.uniform(46, 104),
                    rng.uniform(18, 34),
                    mix(mix(p.accent, p.paper, rng.uniform(0, 0.4)), p.ink, rng.uniform(0, 0.4)),
                )
            basket(
                pen, (mouth[0], mouth[1] + 14), 210, 112, straw, p.ink, mix(p.accent, p.ink, 0.5)
            )
            for _ in range(46):
                foot = (mouth[0] + rng.uniform(-80, 80), mouth[1] + rng.uniform(8, 26))
                leaf(
                    pen,
                    foot,
                    -math.pi / 2 + (foot[0] - mouth[0]) / 80 + rng.uniform(-0.7, 0.7),
                    rng.uniform(30, 66),
                    rng.uniform(16, 28),
                    mix(mix(p.accent, p.paper, rng.uniform(0.1, 0.5)), p.ink, rng.uniform(0, 0.25)),
                )
