"""A pen that draws everything turned about one point: riders on a slope, a boat on a wave."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from .curves import Point
from .palette import Colour
from .paper import Pen


class TurnedPen(Pen):
    """Draws with ``pen`` what is given to it, turned by ``angle`` radians about ``centre``.

    A positive angle turns clockwise. Ellipses keep their upright axes.
    """

    def __init__(self, pen: Pen, centre: Point, angle: float) -> None:
        self._pen, self._centre = pen, centre
        self._cosine, self._sine = math.cos(angle), math.sin(angle)

    def spot(self, point: Point) -> Point:
        """Where ``point`` comes to lie."""
        x, y = point[0] - self._centre[0], point[1] - self._centre[1]
        return (
            self._centre[0] + x * self._cosine - y * self._sine,
            self._centre[1] + x * self._sine + y * self._cosine,
        )

    def fill(self, outline: Iterable[Point], colour: Colour) -> None:
        """A filled polygon."""
        self._pen.fill([self.spot(point) for point in outline], colour)

    def erase(self, outline: Iterable[Point]) -> None:
        """A hole cut in the layer."""
        self._pen.erase([self.spot(point) for point in outline])

    def disc(self, centre: Point, radius: float, colour: Colour, flat: float = 1.0) -> None:
        """A filled circle or an upright ellipse."""
        self._pen.disc(self.spot(centre), radius, colour, flat)

    def stroke(
        self, line: Sequence[Point], width: float, colour: Colour, end: float | None = None
    ) -> None:
        """A line with round ends."""
        self._pen.stroke([self.spot(point) for point in line], width, colour, end)
