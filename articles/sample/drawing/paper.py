"""A sheet on which layers of cut paper are laid and lines printed, and the saving of it.

Layers are drawn at twice the size and reduced, so that edges are smooth. What chance decides
(grain, wobble, dropped ink) follows the seed, so a name always gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .curves import Point
from .palette import Colour, Palette, mix

OVERSIZE = 2
QUALITY = 68


class Pen:
    """Draws filled shapes on one layer; coordinates are pixels of the finished picture."""

    def __init__(self, canvas: Image.Image) -> None:
        self._draw = ImageDraw.Draw(canvas)

    def fill(self, outline: Iterable[Point], colour: Colour) -> None:
        """A filled polygon."""
        points = [(x * OVERSIZE, y * OVERSIZE) for x, y in outline]
        if len(points) > 2:
            self._draw.polygon(points, fill=(*colour, 255))

    def erase(self, outline: Iterable[Point]) -> None:
        """A hole cut in the layer."""
        self._draw.polygon([(x * OVERSIZE, y * OVERSIZE) for x, y in outline], fill=(0, 0, 0, 0))

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled upright rectangle."""
        self.fill([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def disc(self, centre: Point, radius: float, colour: Colour, flat: float = 1.0) -> None:
        """A filled circle, or an ellipse ``flat`` times as high as it is wide."""
        x, y = centre[0] * OVERSIZE, centre[1] * OVERSIZE
        across, down = radius * OVERSIZE, radius * OVERSIZE * flat
        self._draw.ellipse((x - across, y - down, x + across, y + down), fill=(*colour, 255))

    def stroke(
        self, line: Sequence[Point], width: float, colour: Colour, end: float | None = None
    ) -> None:
        """A line with round ends whose width goes from ``width`` to ``end`` pixels."""
        last = width if end is None else end
        count = max(1, len(line) - 1)
        ink = (*colour, 255)
        for index, (x, y) in enumerate(line):
            radius = (width + (last - width) * index / count) / 2 * OVERSIZE
            cx, cy = x * OVERSIZE, y * OVERSIZE
            if radius > 1:
                self._draw.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=ink)
            if index == 0:
                px, py, before = cx, cy, radius
                continue
            length = ((cx - px) ** 2 + (cy - py) ** 2) ** 0.5 or 1.0
            nx, ny = -(cy - py) / length, (cx - px) / length
            if max(radius, before) < 1:
                self._draw.line((px, py, cx, cy), fill=ink, width=max(1, round(radius * 2)))
            else:
                self._draw.polygon(
                    [
                        (px + nx * before, py + ny * before),
                        (cx + nx * radius, cy + ny * radius),
                        (cx - nx * radius, cy - ny * radius),
                        (px - nx * before, py - ny * before),
                    ],
                    fill=ink,
                )
            px, py, before = cx, cy, radius


@dataclass(frozen=True, slots=True)
class Haze:
    """Mist over a layer: ``colour`` with ``share`` at height ``bottom``, none at ``top``."""

    colour: Colour
    top: float
    bottom: float
    share: float = 0.8


class Sheet:
    """A picture in the making."""

    def __init__(self, name: str, size: tuple[int, int], palette: Palette) -> None:
        self.rng = Random(name)
        self.size = size
        self.width, self.height = size
        self.palette = palette
        self.image = Image.new("RGB", size, palette.paper)
        self._texture_rng = Random(f"{name}, paper and plank")
        self._grain = self._paper_grain()
        self._streaks = self._wood_grain()

    def _paper_grain(self) -> Image.Image:
        """Fine noise, a little softened."""
        noise = Image.frombytes(
            "L", self.size, self._texture_rng.randbytes(self.width * self.height)
        )
        return noise.filter(ImageFilter.GaussianBlur(0.6))

    def _wood_grain(self) -> Image.Image:
        """Long uneven streaks, as of a plank printed from, wavering around a few knots.

        Twice as high as the sheet: every layer takes another part of the plank.
        """
        rng, margin, tall = self._texture_rng, 20, self.height * 2
        small = (max(2, self.width // 260), (tall + 2 * margin) // 3)
        streaks = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
        streaks = streaks.resize((self.width, tall + 2 * margin), Image.Resampling.BICUBIC)
        phase, second = rng.uniform(0, 6), rng.uniform(0, 6)
        sway = [
            margin + 10 * math.sin(phase + i / 19) + 5 * math.sin(second + i / 7) for i in range(81)
        ]
        mesh = []
        cell = self.width / 80
        for column in range(80):
            left, right = int(column * cell), int((column + 1) * cell)
            rise, fall = sway[column], sway[column + 1]
            mesh.append(
                (
                    (left, 0, right, tall),
                    (left, rise, left, tall + rise, right, tall + fall, right, fall),
                )
            )
        return streaks.transform(
            (self.width, tall), Image.Transform.MESH, mesh, Image.Resampling.BILINEAR
        )

    def _tinted(self, picture: Image.Image, noise: Image.Image, strength: float) -> Image.Image:
        """``picture`` made lighter and darker by ``noise``, at most by ``strength`` (0 to 1)."""
        top = self._texture_rng.randrange(self.height)
        if noise is self._streaks:
            soft = noise.crop((0, top, self.width, top + self.height))
        else:
            soft = ImageChops.offset(noise, self._texture_rng.randrange(self.width), top)
        soft = soft.point([round(128 + (v - 128) * strength) for v in range(256)])
        return ImageChops.overlay(picture, Image.merge("RGB", (soft, soft, soft)))

    def column(self, stops: Sequence[tuple[float, float]]) -> Image.Image:
        """A mask whose strength (0 to 1) follows ``stops`` of (height in pixels, strength)."""
        values = bytearray()
        for y in range(self.height):
            strength = stops[0][1] if y <= stops[0][0] else stops[-1][1]
            for (ay, a), (by, b) in pairwise(stops):
                if ay <= y < by:
                    t = (y - ay) / (by - ay)
                    strength = a + (b - a) * t * t * (3 - 2 * t)
            values.append(max(0, min(255, round(strength * 255))))
        return Image.frombytes("L", (1, self.height), bytes(values)).resize(self.size)

    def wash(self, stops: Sequence[tuple[float, Colour]], *, wood: float = 0.1) -> None:
        """The ground: colours wiped into one another downwards, on a plank with its grain.

        ``stops`` are (share of the height, colour), from top to bottom.
        """
        ground = Image.new("RGB", self.size, stops[0][1])
        for (above, _), (below, colour) in pairwise(stops):
            mask = self.column([(above * self.height, 0.0), (below * self.height, 1.0)])
            ground.paste(colour, (0, 0), mask)
        ground = self._tinted(ground, self._streaks, wood)
        self.image = self._tinted(ground, self._grain, 0.11)

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float = 0.6) -> None:
        """Light around a lamp or the sun, laid over all that is there."""
        across = max(2, int(radius * 2))
        light = _disc_of_light(across).point([round(v * v / 255 * strength) for v in range(256)])
        place = (int(centre[0] - radius), int(centre[1] - radius))
        self.image.paste(Image.new("RGB", light.size, colour), place, light)

    def beam(
        self,
        start: Point,
        angle: float,
        spread: float,
        length: float,
        colour: Colour,
        strength: float,
    ) -> None:
        """A cone of light from ``start``, ``spread`` radians to each side, dying at ``length``."""
        across = max(4, int(length))
        light = _disc_of_light(across * 2).point([round(v * strength) for v in range(256)])
        cone = Image.new("L", light.size, 0)
        draw = ImageDraw.Draw(cone)
        for share in range(12):
            part = spread * (1 - share / 12)
            wedge: list[Point] = [(across, across)]
            for step in range(9):
                turn = angle - part + 2 * part * step / 8
                wedge.append((across + math.cos(turn) * across, across + math.sin(turn) * across))
            draw.polygon(wedge, fill=round(255 * (share + 1) / 12))
        mask = ImageChops.multiply(light, cone.filter(ImageFilter.GaussianBlur(3)))
        place = (int(start[0] - across), int(start[1] - across))
        self.image.paste(Image.new("RGB", light.size, colour), place, mask)

    @contextmanager
    def cut(
        self,
        *,
        shadow: float = 9.0,
        dark: float = 0.42,
        edge: float = 0.22,
        haze: Haze | None = None,
        grain: float = 0.11,
        wood: float = 0.0,
        see: float = 1.0,
        soft: float = 0.0,
    ) -> Iterator[Pen]:
        """A layer of cut paper: drawn by the pen, then laid down with its shadow and lit edge.

        ``shadow`` is its height over the layer below in pixels, ``dark`` the depth of the
        shadow, ``edge`` the light on the upper left edge, ``see`` how opaque the paper is,
        ``soft`` the blur of its outline in pixels (smoke, steam).
        """
        big = (self.width * OVERSIZE, self.height * OVERSIZE)
        canvas = Image.new("RGBA", big, (0, 0, 0, 0))
        yield Pen(canvas)
        layer = canvas.reduce(OVERSIZE)
        if soft:
            layer = layer.convert("RGBa").filter(ImageFilter.GaussianBlur(soft)).convert("RGBA")
        alpha = layer.getchannel("A")
        body = layer.convert("RGB")
        if haze is not None:
            mist = self.column([(haze.top, 0.0), (haze.bottom, haze.share)])
            body = Image.composite(Image.new("RGB", self.size, haze.colour), body, mist)
        if edge:
            rim = ImageChops.subtract(alpha, _shifted(alpha, 2, 2))
            rim = rim.point([round(v * edge) for v in range(256)])
            body.paste(mix(self.palette.paper, (255, 255, 255), 0.4), (0, 0), rim)
        body = self._tinted(body, self._grain, grain)
        if wood:
            body = self._tinted(body, self._streaks, wood)
        if shadow:
            cast = alpha.filter(ImageFilter.GaussianBlur(shadow))
            cast = _shifted(cast, round(shadow * 0.45), round(shadow * 0.3))
            cast = cast.point([round(v * dark) for v in range(256)])
            self.image.paste(mix(self.palette.ink, (0, 0, 0), 0.3), (0, 0), cast)
        if see < 1:
            alpha = alpha.point([round(v * see) for v in range(256)])
        self.image.paste(body, (0, 0), alpha)

    @contextmanager
    def ink(
        self, *, slip: tuple[int, int] = (2, 1), worn: float = 0.25, see: float = 0.9
    ) -> Iterator[Pen]:
        """Lines printed over the paper: without shadow, ``slip`` pixels out of register, worn.

        ``worn`` is the share of the ink that the paper did not take.
        """
        big = (self.width * OVERSIZE, self.height * OVERSIZE)
        canvas = Image.new("RGBA", big, (0, 0, 0, 0))
        yield Pen(canvas)
        layer = ImageChops.offset(canvas.reduce(OVERSIZE), *slip)
        rng = self._texture_rng
        speckle = ImageChops.offset(
            self._grain, rng.randrange(self.width), rng.randrange(self.height)
        )
        limit = 128 - 80 * (1 - worn)
        speckle = speckle.point([255 if v > limit else round(v / limit * 120) for v in range(256)])
        alpha = ImageChops.multiply(layer.getchannel("A"), speckle)
        alpha = alpha.point([round(v * see) for v in range(256)])
        self.image.paste(layer.convert("RGB"), (0, 0), alpha)

    def finish(self) -> Image.Image:
        """The finished picture: darkened a little towards its corners."""
        shade = Image.radial_gradient("L").resize(self.size)
        shade = shade.point([round(max(0, v - 150) * 0.42) for v in range(256)])
        self.image.paste(mix(self.palette.ink, (0, 0, 0), 0.2), (0, 0), shade)
        return self.image


def _shifted(mask: Image.Image, dx: int, dy: int) -> Image.Image:
    """``mask`` moved by some pixels, its own edge kept where nothing moves in."""
    moved = mask.copy()
    moved.paste(mask, (dx, dy))
    return moved


def _disc_of_light(across: int) -> Image.Image:
    """A mask ``across`` pixels wide: 255 in the middle, 0 on the circle that touches its sides."""
    falling = Image.radial_gradient("L").resize((across, across), Image.Resampling.BICUBIC)
    return falling.point([max(0, round(255 - v * 255 / 178)) for v in range(256)])


def save(picture: Image.Image, target: Path) -> None:
    """Write a progressive JPEG without any metadata."""
    picture.save(target, "JPEG", quality=QUALITY, progressive=True, optimize=True)
