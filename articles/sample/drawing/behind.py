"""People seen from behind."""

from __future__ import annotations

from .curves import Point, ring, smooth, trace
from .palette import mix
from .paper import Pen
from .people import Dress


def back_view(
    pen: Pen, at: Point, tall: float, dress: Dress, *, stride: float = 0.05, bow: float = 0.0
) -> Point:
    """A person seen from behind, walking away; the middle of the shoulders is answered."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * tall, y - py * tall

    for side, lift in ((-1, stride), (1, 0.0)):
        cloth = mix(dress.bottom, dress.dark, 0.25 if lift else 0.0)
        foot = spot(side * 0.055, lift)
        pen.stroke(
            [spot(side * 0.05, 0.5), spot(side * 0.056, 0.27 + lift * 0.6)],
            0.11 * tall,
            cloth,
            0.085 * tall,
        )
        pen.stroke(
            [spot(side * 0.056, 0.27 + lift * 0.6), (foot[0], foot[1] - 0.03 * tall)],
            0.085 * tall,
            cloth,
            0.06 * tall,
        )
        pen.disc(
            (foot[0], foot[1] - 0.012 * tall), 0.03 * tall, mix(dress.skin, dress.dark, 0.2), 0.6
        )
    trunk = trace(
        "-0.03,0.845 0.03,0.845 0.115,0.81 0.13,0.7 0.1,0.58 0.115,0.44 "
        "-0.115,0.44 -0.1,0.58 -0.13,0.7 -0.115,0.81"
    )
    pen.fill(
        smooth([spot(px + bow * (py - 0.5), py) for px, py in trunk], closed=True, steps=6),
        dress.top,
    )
    shade = trace("-0.1,0.8 -0.04,0.7 -0.03,0.46 -0.11,0.45 -0.095,0.58 -0.12,0.7")
    pen.fill(
        smooth([spot(px + bow * (py - 0.5), py) for px, py in shade], closed=True, steps=6),
        mix(dress.top, dress.dark, 0.22),
    )
    head = spot(bow * 0.45, 0.925)
    pen.stroke([spot(bow * 0.3, 0.82), head], 0.055 * tall, mix(dress.skin, dress.dark, 0.2))
    pen.fill(ring(head, 0.062 * tall, 0.072 * tall), dress.dark)
    if dress.hat == "non":
        colour = dress.headgear or dress.dark
        cone = trace("-0.17,0.915 -0.07,0.99 0,1.05 0.07,0.99 0.17,0.915 0.08,0.895 -0.08,0.895")
        pen.fill([spot(px + bow * 0.45, py) for px, py in cone], colour)
        pen.fill(
            [
                spot(px + bow * 0.45, py)
                for px, py in (
                    (-0.17, 0.915),
                    (-0.07, 0.99),
                    (0, 1.05),
                    (-0.04, 0.895),
                    (-0.08, 0.895),
                )
            ],
            mix(colour, dress.dark, 0.3),
        )
    return spot(bow * 0.3, 0.8)
