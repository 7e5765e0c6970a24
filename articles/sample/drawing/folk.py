"""Animals as they stand on folk prints: a hen with her chicks, a pig, a carp."""

from __future__ import annotations

import math

from .curves import Point, bend, ring, smooth, trace
from .palette import Colour
from .paper import Pen


class Print:
    """One print: its place, size and inks (line, red, yellow, green); -1 shows it mirrored."""

    def __init__(
        self, pen: Pen, at: Point, size: float, inks: tuple[Colour, ...], face: int = 1
    ) -> None:
        self.pen, self.at, self.size, self.face = pen, at, size, face
        self.line, self.red, self.yellow, self.green = inks

    def spot(self, px: float, py: float) -> Point:
        """Units of the print (-1 to 1, y upwards) to pixels."""
        return self.at[0] + px * self.face * self.size / 2, self.at[1] - py * self.size / 2

    def shape(self, places: str, colour: Colour) -> None:
        """A smooth filled outline."""
        self.pen.fill(smooth([self.spot(*p) for p in trace(places)], closed=True, steps=7), colour)

    def cut(self, places: str, width: float = 0.03, end: float | None = None) -> None:
        """A line of the key block; ``width`` is a share of the size."""
        line = smooth([self.spot(*p) for p in trace(places)], steps=7)
        last = None if end is None else max(1.2, end * self.size)
        self.pen.stroke(line, max(1.2, width * self.size), self.line, last)

    def hen(self) -> None:
        """A hen that turns her head, and four chicks about her."""
        self.shape(
            "-0.3,0.62 -0.14,0.66 0,0.3 0.3,0.24 0.62,0.56 0.86,0.5 0.72,0.1 0.5,-0.2 0.1,-0.3 "
            "-0.24,-0.16 -0.4,0.16",
            self.yellow,
        )
        self.shape("0.42,0.3 0.62,0.56 0.9,0.74 0.98,0.4 0.86,0.12 0.62,0.0", self.green)
        self.shape("-0.02,0.14 0.24,0.2 0.5,0.06 0.44,-0.1 0.16,-0.12", self.red)
        self.shape(
            "-0.3,0.64 -0.34,0.8 -0.25,0.76 -0.2,0.86 -0.14,0.76 -0.06,0.8 -0.12,0.62", self.red
        )
        self.cut(
            "-0.3,0.62 -0.14,0.66 0,0.3 0.3,0.24 0.62,0.56 0.88,0.74 0.98,0.4 0.8,0.06 0.5,-0.2 "
            "0.1,-0.3 -0.24,-0.16 -0.4,0.16 -0.34,0.46 -0.3,0.62"
        )
        self.cut("-0.02,0.14 0.24,0.2 0.5,0.06 0.4,-0.1 0.14,-0.1", 0.024)
        for row in range(3):
            self.cut(
                f"{0.05 + row * 0.1},0.06 {0.11 + row * 0.1},0.0 {0.17 + row * 0.1},0.06", 0.02
            )
        for share in range(4):
            self.cut(
                f"{0.5 + share * 0.06},{0.2 - share * 0.04} "
                f"{0.72 + share * 0.05},{0.5 - share * 0.1}",
                0.02,
                0.012,
            )
        self.pen.fill(
            [self.spot(-0.34, 0.58), self.spot(-0.5, 0.5), self.spot(-0.32, 0.46)], self.line
        )
        self.pen.disc(self.spot(-0.22, 0.55), max(1.5, self.size * 0.022), self.line)
        for x in (0.06, 0.24):
            self.cut(f"{x},-0.28 {x - 0.02},-0.5", 0.03)
            self.cut(f"{x - 0.12},-0.52 {x - 0.02},-0.48 {x + 0.08},-0.52", 0.022)
        for x, y, face in (
            (-0.66, -0.2, 1),
            (-0.4, -0.62, 1),
            (0.52, -0.56, -1),
            (0.84, -0.34, -1),
        ):
            self._chick(x, y, face)

    def _chick(self, x: float, y: float, face: int) -> None:
        self.pen.fill(ring(self.spot(x, y), self.size * 0.075, self.size * 0.06), self.yellow)
        outline = ring(self.spot(x, y), self.size * 0.075, self.size * 0.06)
        self.pen.stroke([*outline, outline[0]], max(1.2, self.size * 0.016), self.line)
        head = self.spot(x + 0.13 * face, y + 0.11)
        self.pen.disc(head, self.size * 0.042, self.red)
        self.pen.disc(head, self.size * 0.012, self.line)
        for leg in (-0.03, 0.05):
            self.cut(f"{x + leg},{y - 0.11} {x + leg},{y - 0.2}", 0.016)

    def pig(self) -> None:
        """A fat sow with whorls on her flank, scowling."""
        self.shape(
            "-0.86,0.1 -0.7,0.3 -0.4,0.42 0.2,0.5 0.7,0.36 0.86,0.0 0.7,-0.3 0.1,-0.42 -0.4,-0.34 "
            "-0.7,-0.12",
            self.red,
        )
        self.shape("-0.5,0.4 -0.36,0.72 -0.16,0.46", self.green)
        self.cut(
            "-0.86,0.1 -0.7,0.3 -0.4,0.42 0.2,0.5 0.7,0.36 0.86,0.0 0.7,-0.3 0.1,-0.42 -0.4,-0.34 "
            "-0.7,-0.12 -0.9,-0.06 -0.86,0.1",
            0.036,
        )
        for x, y in ((0.0, 0.06), (0.44, 0.04)):
            whorl = [
                self.spot(
                    x + 0.2 * t / 26 * math.cos(t / 2.6), y + 0.24 * t / 26 * math.sin(t / 2.6)
                )
                for t in range(27)
            ]
            self.pen.disc(self.spot(x, y), self.size * 0.12, self.yellow)
            self.pen.stroke(whorl, max(1.2, self.size * 0.022), self.line)
        self.pen.disc(self.spot(-0.58, 0.16), max(1.5, self.size * 0.024), self.line)
        self.cut("-0.72,0.24 -0.56,0.22 -0.46,0.3", 0.024)
        for x in (-0.36, -0.12, 0.3, 0.56):
            self.cut(f"{x},-0.36 {x + 0.02},-0.62", 0.06)
        self.cut("0.84,0.1 1.0,0.2 0.96,0.34 0.88,0.28", 0.024)
        self.cut("-0.95,-0.68 0.95,-0.68", 0.02)

    def carp(self) -> None:
        """A carp that looks at the moon."""
        self.pen.disc(self.spot(-0.6, 0.68), self.size * 0.11, self.yellow)
        self.shape("-0.62,0.3 -0.3,0.52 0.2,0.3 0.4,-0.1 0.3,-0.4 0.02,-0.2 -0.4,-0.02", self.red)
        self.shape("0.3,-0.3 0.36,-0.8 0.62,-0.62 0.92,-0.66 0.66,-0.3 0.5,-0.16", self.green)
        self.cut(
            "-0.62,0.3 -0.3,0.52 0.2,0.3 0.42,-0.1 0.3,-0.4 0.02,-0.2 -0.4,-0.02 -0.62,0.3", 0.034
        )
        self.cut("0.34,-0.34 0.38,-0.8 0.62,-0.62 0.92,-0.66 0.66,-0.3 0.46,-0.16", 0.026)
        for row in range(3):
            for scale in range(3 - row % 2):
                x, y = -0.16 + scale * 0.14 + row * 0.08, 0.26 - row * 0.15
                self.pen.stroke(
                    bend(self.spot(x, y + 0.08), self.spot(x, y - 0.08), -0.4, steps=8),
                    max(1.2, self.size * 0.016),
                    self.line,
                )
        self.pen.disc(self.spot(-0.42, 0.3), max(1.5, self.size * 0.026), self.line)
        for wave in (-0.7, -0.86):
            self.cut(
                f"-0.9,{wave} -0.7,{wave + 0.06} -0.5,{wave} -0.3,{wave + 0.06} -0.1,{wave} "
                f"0.1,{wave + 0.06}",
                0.02,
            )


def sheet_of(
    pen: Pen, at: Point, size: float, kind: str, paper: Colour, inks: tuple[Colour, ...]
) -> None:
    """A sheet with its print; ``at`` is the middle, ``size`` its width, ``kind`` hen, pig, carp."""
    x, y = at
    half, high = size * 0.5, size * 0.62
    pen.box(x - half, y - high, x + half, y + high, paper)
    edge = [(x - half * 0.9, y - high * 0.92), (x + half * 0.9, y - high * 0.92)]
    edge += [(x + half * 0.9, y + high * 0.92), (x - half * 0.9, y + high * 0.92)]
    pen.stroke([*edge, edge[0]], max(1.2, size * 0.012), inks[0])
    drawing = Print(pen, (x, y), size * 0.82, inks)
    {"hen": drawing.hen, "pig": drawing.pig, "carp": drawing.carp}[kind]()
