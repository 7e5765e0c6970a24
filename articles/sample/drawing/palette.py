"""Palettes of five colours. Every tone in a picture is mixed from the five of its palette."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]


def rgb(code: str) -> Colour:
    """The colour written ``#rrggbb``."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """``first`` with ``share`` (0 to 1) of ``second`` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Palette:
    """Five inks: the light of the paper, a far and a near tone, the darkest ink, one accent."""

    paper: Colour
    far: Colour
    near: Colour
    ink: Colour
    accent: Colour

    def tone(self, depth: float) -> Colour:
        """A step on the ladder from paper (0) over far (1) and near (2) to ink (3)."""
        ladder = (self.paper, self.far, self.near, self.ink)
        step = min(int(depth), 2)
        return mix(ladder[step], ladder[step + 1], depth - step)
