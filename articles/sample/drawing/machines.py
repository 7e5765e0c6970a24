"""Machines at work: an excavator, a lorry."""

from __future__ import annotations

from .curves import Point, ring, smooth
from .palette import Colour, mix
from .paper import Pen


def excavator(pen: Pen, at: Point, size: float, face: int, body: Colour, dark: Colour) -> None:
    """An excavator on its tracks, ``size`` pixels long without the arm, reaching to ``face``."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * size * face, y - py * size

    shade = mix(body, dark, 0.35)
    pen.fill(
        smooth(
            [spot(-0.46, 0.02), spot(0.46, 0.02), spot(0.52, 0.11), spot(0.44, 0.2),
             spot(-0.44, 0.2), spot(-0.52, 0.11)],
            closed=True,
        ),
        dark,
    )  # fmt: skip
    for wheel in range(5):
        pen.disc(spot(-0.38 + wheel * 0.19, 0.1), size * 0.06, mix(dark, body, 0.3))
    pen.fill([spot(-0.2, 0.2), spot(0.2, 0.2), spot(0.16, 0.27), spot(-0.16, 0.27)], dark)
    pen.fill(
        [spot(-0.54, 0.27), spot(0.42, 0.27), spot(0.42, 0.45), spot(0.1, 0.5), spot(-0.5, 0.5)],
        body,
    )
    pen.fill([spot(-0.54, 0.27), spot(-0.28, 0.27), spot(-0.28, 0.5), spot(-0.5, 0.5)], shade)
    pen.fill([spot(0.04, 0.48), spot(0.42, 0.44), spot(0.38, 0.84), spot(0.06, 0.86)], body)
    pen.fill([spot(0.09, 0.54), spot(0.37, 0.52), spot(0.34, 0.8), spot(0.1, 0.81)],
             mix(dark, (200, 220, 225), 0.45))  # fmt: skip
    boom = [spot(0.36, 0.42), spot(0.72, 0.98), spot(1.14, 1.1)]
    pen.stroke(smooth(boom), size * 0.15, body, size * 0.1)
    pen.stroke([spot(0.5, 0.5), spot(0.78, 0.92)], size * 0.045, mix(dark, body, 0.2))
    pen.stroke([spot(1.12, 1.12), spot(1.34, 0.52)], size * 0.095, shade, size * 0.075)
    pen.stroke([spot(0.86, 1.12), spot(1.22, 0.92)], size * 0.04, mix(dark, body, 0.2))
    pen.fill(
        smooth(
            [spot(1.26, 0.56), spot(1.44, 0.52), spot(1.46, 0.3), spot(1.3, 0.2), spot(1.12, 0.28),
             spot(1.3, 0.36)],
            closed=True,
            steps=5,
        ),
        dark,
    )  # fmt: skip


def lorry(pen: Pen, at: Point, size: float, face: int, body: Colour, dark: Colour) -> None:
    """A small lorry from the side with an open bed, ``size`` pixels long."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * size * face, y - py * size

    pen.fill([spot(-0.5, 0.14), spot(0.5, 0.14), spot(0.5, 0.2), spot(-0.5, 0.2)], dark)
    pen.fill([spot(-0.5, 0.2), spot(0.16, 0.2), spot(0.16, 0.4), spot(-0.5, 0.4)],
             mix(body, dark, 0.25))  # fmt: skip
    for rib in range(5):
        pen.stroke([spot(-0.46 + rib * 0.14, 0.21), spot(-0.46 + rib * 0.14, 0.39)], size * 0.014,
                   mix(body, dark, 0.5))  # fmt: skip
    pen.fill([spot(0.2, 0.2), spot(0.5, 0.2), spot(0.5, 0.36), spot(0.42, 0.54), spot(0.2, 0.54)],
             body)  # fmt: skip
    pen.fill([spot(0.26, 0.37), spot(0.47, 0.37), spot(0.4, 0.5), spot(0.26, 0.5)],
             mix(dark, (200, 220, 225), 0.55))  # fmt: skip
    for px in (-0.32, 0.34):
        pen.fill(ring(spot(px, 0.1), size * 0.1, size * 0.1), dark)
        pen.disc(spot(px, 0.1), size * 0.045, mix(dark, (220, 220, 210), 0.5))
