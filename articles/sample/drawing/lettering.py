"""Letters as a learner writes them: a few strokes each, with their Vietnamese marks."""

from __future__ import annotations

import unicodedata

from .curves import Point, smooth, trace
from .palette import Colour
from .paper import Pen

_ARCH = "0.1,0.55 0.38,0.98 0.7,0.86 0.78,0"
_ROUND = "0.86,0.5 0.72,0.86 0.45,1 0.16,0.84 0.04,0.5 0.16,0.16 0.45,0 0.72,0.14 0.86,0.5"
LETTERS = {
    "a": (1.1, (_ROUND, "0.88,1 0.88,0.2 1.0,0")),
    "c": (0.95, ("0.84,0.78 0.5,1 0.16,0.84 0.04,0.5 0.16,0.16 0.5,0 0.86,0.2",)),
    "h": (1.0, ("0.1,1.9 0.1,0", _ARCH)),
    "n": (1.0, ("0.1,1 0.1,0", _ARCH)),
    "o": (1.05, (_ROUND,)),
    " ": (0.8, ()),
}
MARKS = {
    "\u0302": "0.18,1.24 0.45,1.5 0.72,1.24",
    "\u0301": "0.4,1.3 0.66,1.62",
    "\u031b": "0.74,0.92 0.98,1.02 1.0,1.24",
    "\u0323": "0.43,-0.34 0.47,-0.36",
}


def write(
    pen: Pen, words: str, at: Point, size: float, width: float, colour: Colour, *, tilt: float = 0.0
) -> float:
    """Write ``words`` from ``at`` on the line; ``size`` is the height of an o in pixels.

    ``tilt`` is the rise for each pixel to the right. The right end is answered.

    Raises:
        KeyError: a letter or mark that has no strokes here.
    """
    x, y = at
    start, advance = x, 0.0
    for sign in unicodedata.normalize("NFD", words):
        if unicodedata.combining(sign):
            left, strokes = x - advance, (MARKS[sign],)
        else:
            wide, strokes = LETTERS[sign]
            left, advance = x, wide * size
            x += advance
        for stroke in strokes:
            line = [
                (left + px * size, y - py * size - (left + px * size - start) * tilt)
                for px, py in smooth(trace(stroke), steps=8)
            ]
            pen.stroke(line, width, colour)
    return x


def ruled(
    pen: Pen, corners: tuple[Point, Point, Point, Point], rows: int, colour: Colour
) -> list[tuple[Point, Point]]:
    """Lines on a page whose corners are given clockwise from the upper left; they are answered."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    lines = []
    for row in range(1, rows + 1):
        share = row / (rows + 1)
        left = (ax + (dx - ax) * share, ay + (dy - ay) * share)
        right = (bx + (cx - bx) * share, by + (cy - by) * share)
        pen.stroke([left, right], 1.8, colour)
        lines.append((left, right))
    return lines
