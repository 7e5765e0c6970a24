"""Head and shoulders of a portrait."""

from __future__ import annotations

from collections.abc import Sequence

from .curves import Point, smooth, trace
from .palette import Colour, mix
from .paper import Pen, Sheet

HEAD = 292.0
"""Height of a head in pixels, chin to crown."""


class Bust:
    """Head and shoulders in profile to the right; ``face`` -1 looks to the left."""

    def __init__(
        self, sheet: Sheet, pen: Pen, skin: Colour, *, face: int = 1, x: float = 460
    ) -> None:
        self.pen, self.face, self.x = pen, face, x
        self.skin = skin
        self.shade = mix(skin, sheet.palette.ink, 0.3)

    def spot(self, px: float, py: float) -> Point:
        """Head units (origin in the middle of the head, y upwards) to pixels."""
        return self.x + px * HEAD * self.face, 384 - py * HEAD

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A smooth outline in head units."""
        self.pen.fill(smooth([self.spot(*point) for point in points], closed=True, steps=8), colour)

    def line(
        self, points: Sequence[Point], width: float, colour: Colour, end: float | None = None
    ) -> None:
        """A smooth line in head units, ``width`` in pixels."""
        self.pen.stroke(smooth([self.spot(*point) for point in points]), width, colour, end)

    def shoulders(self, cloth: Colour, dark: Colour, *, broad: float = 1.0) -> None:
        """Neck and body, down to the lower edge of the sheet."""
        self.shape(
            trace("-0.3,-0.1 0.16,-0.3 0.17,-0.62 0.34,-0.95 -0.5,-0.95 -0.36,-0.6"), self.shade
        )
        self.shape(
            [
                (-0.4, -0.66),
                (0.22, -0.72),
                (0.52 * broad, -0.86),
                (0.86 * broad, -1.08),
                (0.98 * broad, -1.5),
                (1.02 * broad, -2.2),
                (-1.14 * broad, -2.2),
                (-1.08 * broad, -1.4),
                (-0.92 * broad, -1.0),
                (-0.62, -0.8),
            ],
            cloth,
        )
        self.shape(
            [
                (-0.5, -0.78),
                (-0.9 * broad, -1.0),
                (-1.07 * broad, -1.45),
                (-1.12 * broad, -2.2),
                (-0.6 * broad, -2.2),
                (-0.66 * broad, -1.4),
            ],
            mix(cloth, dark, 0.25),
        )

    def head(self, *, chin: float = 0.0) -> None:
        """The profile: brow, nose, lips, chin, jaw; an ear and a shaded jaw."""
        self.shape(
            [
                (0.02, 0.5),
                (0.22, 0.44),
                (0.33, 0.28),
                (0.345, 0.14),
                (0.34, 0.08),
                (0.40, -0.02),
                (0.455, -0.1),
                (0.37, -0.145),
                (0.395, -0.2),
                (0.36, -0.235),
                (0.385, -0.28),
                (0.34, -0.325),
                (0.35 + chin, -0.41),
                (0.24 + chin, -0.5),
                (0.02, -0.42),
                (-0.14, -0.3),
                (-0.3, -0.14),
                (-0.38, 0.1),
                (-0.28, 0.38),
            ],
            self.skin,
        )
        self.shape(
            trace("0.2,-0.49 0.02,-0.42 -0.14,-0.28 -0.2,-0.06 -0.06,-0.2 0.1,-0.36"), self.shade
        )

    def ear(self) -> None:
        """The ear, over the hair."""
        self.shape(trace("-0.13,0.08 -0.05,0.06 -0.045,-0.06 -0.1,-0.14 -0.145,-0.04"), self.skin)
        self.line([(-0.11, 0.04), (-0.08, 0.0), (-0.1, -0.08)], 4, self.shade)

    def eye(self, dark: Colour) -> None:
        """A lowered lid and a brow, two cuts of the knife."""
        self.line([(0.2, 0.06), (0.255, 0.045), (0.3, 0.06)], 5, dark, 3)
        self.line([(0.17, 0.14), (0.25, 0.165), (0.32, 0.14)], 7, dark, 3)
