"""Hands seen close: at the rim of a tray, at work on bamboo."""

from __future__ import annotations

import math

from .curves import Point, bend, smooth
from .palette import Colour, mix
from .paper import Pen


def gripping_hand(
    pen: Pen,
    wrist: Point,
    size: float,
    angle: float,
    side: int,
    skin: Colour,
    dark: Colour,
    sleeve: Colour,
) -> None:
    """A hand that reaches up from below and holds a rim, thumb towards ``side`` (1 right).

    ``angle`` is the turn of the arm from upright in radians, clockwise.
    """
    cosine, sine = math.cos(angle), math.sin(angle)

    def spot(px: float, py: float) -> Point:
        x, y = px * size * side, -py * size
        return wrist[0] + x * cosine - y * sine, wrist[1] + x * sine + y * cosine

    shade = mix(skin, dark, 0.22)
    pen.stroke([spot(0, -0.1), spot(-0.02, -1.0)], size * 0.42, skin, size * 0.5)
    pen.stroke([spot(-0.12, -0.1), spot(-0.16, -1.0)], size * 0.16, shade, size * 0.2)
    pen.fill(
        smooth(
            [spot(-0.34, -0.62), spot(0.32, -0.58), spot(0.5, -2.2), spot(-0.55, -2.2)], closed=True
        ),
        sleeve,
    )
    pen.stroke([spot(-0.34, -0.62), spot(0.32, -0.58)], size * 0.07, mix(sleeve, dark, 0.5))
    palm = [
        spot(-0.2, -0.15),
        spot(-0.29, 0.2),
        spot(-0.26, 0.5),
        spot(0.0, 0.58),
        spot(0.25, 0.46),
        spot(0.28, 0.15),
        spot(0.2, -0.15),
    ]
    pen.fill(smooth(palm, closed=True), skin)
    for number, (foot, reach) in enumerate(
        ((-0.21, 0.36), (-0.07, 0.43), (0.075, 0.42), (0.205, 0.34))
    ):
        knuckle = spot(foot, 0.44)
        tip = spot(foot * 1.25 + 0.03, 0.5 + reach)
        finger = bend(knuckle, tip, 0.05 * side, steps=8)
        pen.stroke(finger, size * 0.145, mix(skin, dark, 0.05 * (number % 2)), size * 0.11)
        if number:
            pen.stroke(
                [spot(foot - 0.07, 0.46), spot(foot * 1.2 - 0.06, 0.5 + reach * 0.8)],
                size * 0.014,
                shade,
            )
        pen.disc(
            spot(foot * 1.25 + 0.03, 0.52 + reach), size * 0.036, mix(skin, (255, 235, 215), 0.45)
        )
    thumb = [spot(0.2, 0.02), spot(0.38, 0.26), spot(0.4, 0.5)]
    pen.stroke(smooth(thumb), size * 0.17, skin, size * 0.115)
    pen.stroke([spot(0.24, 0.2), spot(0.31, 0.42)], size * 0.014, shade)


def working_hand(
    pen: Pen,
    elbow: Point,
    wrist: Point,
    aim: Point,
    size: float,
    skin: Colour,
    dark: Colour,
    sleeve: Colour,
    *,
    curl: int = 1,
) -> None:
    """A forearm and a hand closed round something that lies at ``aim``; fingers on top."""
    pen.stroke([elbow, wrist], size * 0.62, skin, size * 0.42)
    share = 0.66
    cuff = (elbow[0] + (wrist[0] - elbow[0]) * share, elbow[1] + (wrist[1] - elbow[1]) * share)
    pen.stroke([elbow, cuff], size * 0.95, sleeve, size * 0.74)
    length = math.hypot(cuff[0] - elbow[0], cuff[1] - elbow[1]) or 1
    nx, ny = -(cuff[1] - elbow[1]) / length, (cuff[0] - elbow[0]) / length
    hem = [(cuff[0] + nx * side, cuff[1] + ny * side) for side in (-size * 0.36, size * 0.36)]
    pen.stroke(hem, size * 0.09, mix(sleeve, dark, 0.4))
    pen.stroke([wrist, aim], size * 0.44, skin, size * 0.56)
    way = math.atan2(aim[1] - wrist[1], aim[0] - wrist[0])
    for number in range(4):
        across = (number - 1.5) * size * 0.165
        foot = (aim[0] - math.sin(way) * across, aim[1] + math.cos(way) * across)
        knuckle = (foot[0] + math.cos(way) * size * 0.26, foot[1] + math.sin(way) * size * 0.26)
        tip = (
            knuckle[0] + math.cos(way + curl * 1.3) * size * 0.2,
            knuckle[1] + math.sin(way + curl * 1.3) * size * 0.2,
        )
        pen.stroke([foot, knuckle], size * 0.17, mix(skin, dark, 0.06 * (number % 2)), size * 0.15)
        pen.stroke([knuckle, tip], size * 0.15, mix(skin, dark, 0.06 * (number % 2)), size * 0.12)
    thumb_foot = (
        wrist[0] + math.cos(way - curl * 0.9) * size * 0.25,
        wrist[1] + math.sin(way - curl * 0.9) * size * 0.25,
    )
    thumb_tip = (
        aim[0] + math.cos(way - curl * 0.6) * size * 0.4,
        aim[1] + math.sin(way - curl * 0.6) * size * 0.4,
    )
    pen.stroke(
        bend(thumb_foot, thumb_tip, -0.12 * curl), size * 0.2, mix(skin, dark, 0.08), size * 0.14
    )
