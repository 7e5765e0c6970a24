"""Plants: leaves, broad trees, palms, bananas, bamboo, grass."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from .curves import Point, along, bend, smooth
from .land import dash
from .palette import Colour, mix
from .paper import Pen, Sheet


def leaf(pen: Pen, foot: Point, angle: float, length: float, wide: float, colour: Colour) -> None:
    """A pointed leaf from ``foot`` in the direction ``angle`` (radians, downwards positive)."""
    cosine, sine = math.cos(angle), math.sin(angle)
    outline = []
    for along_leaf, across in (
        (0, 0),
        (0.3, 0.85),
        (0.55, 0.9),
        (1, 0),
        (0.55, -0.9),
        (0.3, -0.85),
    ):
        x, y = along_leaf * length, across * wide / 2
        outline.append((foot[0] + x * cosine - y * sine, foot[1] + x * sine + y * cosine))
    pen.fill(outline, colour)


def foliage(
    pen: Pen,
    rng: Random,
    centre: Point,
    across: float,
    down: float,
    colours: Sequence[Colour],
    *,
    size: float = 16,
    dense: float = 1.0,
) -> None:
    """A cushion of leaves, its dark side below: ``colours`` from the shade to the light."""
    count = int(across * down / (size * size) * 5 * dense)
    for shade, colour in enumerate(colours):
        lift = shade / max(1, len(colours) - 1)
        share = 1.0 - 0.3 * lift
        for _ in range(int(count * (1 - 0.55 * lift))):
            angle, reach = rng.uniform(0, math.tau), math.sqrt(rng.random())
            x = centre[0] + math.cos(angle) * reach * across * share - across * 0.08 * lift
            y = centre[1] + math.sin(angle) * reach * down * share - down * 0.3 * lift
            leaf(
                pen,
                (x, y),
                rng.uniform(0, math.tau),
                size * rng.uniform(0.7, 1.4),
                size * 0.5,
                colour,
            )


def branching(
    pen: Pen,
    rng: Random,
    foot: Point,
    angle: float,
    length: float,
    width: float,
    colour: Colour,
    *,
    depth: int,
    spread: float = 0.5,
) -> list[Point]:
    """A bough that forks ``depth`` times; the tips are answered."""
    tip = (foot[0] + math.cos(angle) * length, foot[1] + math.sin(angle) * length)
    pen.stroke(bend(foot, tip, rng.uniform(-0.12, 0.12)), width, colour, width * 0.66)
    if depth == 0:
        return [tip]
    tips: list[Point] = []
    for side in (-1, 1):
        turned = angle + side * spread * rng.uniform(0.6, 1.2)
        turned += (-math.pi / 2 - turned) * 0.12
        tips += branching(
            pen,
            rng,
            tip,
            turned,
            length * rng.uniform(0.66, 0.85),
            width * 0.64,
            colour,
            depth=depth - 1,
            spread=spread,
        )
    return tips


def broad_tree(
    sheet: Sheet,
    foot: Point,
    height: float,
    bark: Colour,
    leaves: Sequence[Colour],
    *,
    lean: float = 0.0,
    size: float = 17,
    shadow: float = 9,
) -> None:
    """A wide old tree: boughs first, then three storeys of leaves with air between them."""
    rng = sheet.rng
    with sheet.cut(shadow=shadow) as pen:
        root = height * 0.13
        trunk = [
            (-root, 8),
            (-root * 0.38, -root * 0.8),
            (-root * 0.3 + lean * 60, -height * 0.3),
            (root * 0.34 + lean * 60, -height * 0.3),
            (root * 0.45, -root * 0.7),
            (root * 1.15, 8),
        ]
        pen.fill(smooth([(foot[0] + x, foot[1] + y) for x, y in trunk]), bark)
        crotch = (foot[0] + lean * 60, foot[1] - height * 0.27)
        tips: list[Point] = []
        for turn in (-0.95, -0.35, 0.3, 0.95):
            tips += branching(
                pen,
                rng,
                crotch,
                -math.pi / 2 + turn + lean * 0.4,
                height * rng.uniform(0.2, 0.27),
                height * 0.06,
                bark,
                depth=3,
                spread=0.46,
            )
    ordered = sorted(tips, key=lambda tip: tip[1])
    for third, shade in ((0, 0), (1, 1)):
        with sheet.cut(shadow=shadow * 0.8, edge=0.1) as pen:
            for x, y in ordered[third::2]:
                reach = height * rng.uniform(0.09, 0.15)
                foliage(pen, rng, (x, y), reach * 1.4, reach * 0.75, leaves[shade:], size=size)


def areca(
    pen: Pen,
    rng: Random,
    foot: Point,
    height: float,
    trunk: Colour,
    green: Colour,
    dark: Colour,
    *,
    lean: float = 0.03,
) -> None:
    """An areca palm: ringed stem, green crown shaft, arching fronds."""
    top = (foot[0] + lean * height, foot[1] - height)
    stem = bend(foot, top, lean * 0.6, steps=30)
    width = max(3.0, height * 0.022)
    pen.stroke(stem, width, trunk, width * 0.75)
    for share in range(2, 27, 2):
        x, y = along(stem, share / 30)
        pen.box(x - width * 0.42, y - 0.8, x + width * 0.42, y + 0.8, mix(trunk, dark, 0.5))
    pen.stroke([along(stem, 0.88), top], width * 1.25, mix(green, dark, 0.15), width)
    for index in range(9):
        angle = -math.pi / 2 + (index - 4) * (3.7 / 9) + rng.uniform(-0.12, 0.12)
        frond(
            pen, top, angle, height * rng.uniform(0.22, 0.3), mix(green, dark, 0.45 * (index % 2))
        )


def frond(pen: Pen, foot: Point, angle: float, length: float, colour: Colour) -> None:
    """A feathered palm leaf that bends under its own weight."""
    side = 1 if math.cos(angle) >= 0 else -1
    droop = abs(math.cos(angle))
    tip = (
        foot[0] + math.cos(angle) * length,
        foot[1] + math.sin(angle) * length * 0.9 + droop * length * 0.35,
    )
    rib = bend(foot, tip, -0.2 * side * (0.4 + droop), steps=18)
    pen.stroke(rib, length * 0.03 + 1, colour, 1)
    for index in range(3, 19):
        x, y = rib[index]
        px, py = rib[index - 1]
        way = math.atan2(y - py, x - px)
        reach = length * 0.3 * math.sin(math.pi * (0.18 + 0.78 * index / 18))
        for turn in (-0.75, 0.75):
            end = (x + math.cos(way + turn) * reach, y + math.sin(way + turn) * reach + reach * 0.2)
            dash(pen, (x, y), end, length * 0.045, colour)


def banana(pen: Pen, rng: Random, foot: Point, height: float, green: Colour, dark: Colour) -> None:
    """A banana plant: a thick soft stem and broad torn leaves."""
    top = (foot[0], foot[1] - height * 0.45)
    pen.stroke([foot, top], height * 0.09, mix(green, dark, 0.5), height * 0.06)
    for index, turn in enumerate((-1.25, -0.75, -0.3, 0.15, 0.6, 1.1)):
        angle = -math.pi / 2 + turn + rng.uniform(-0.1, 0.1)
        length = height * rng.uniform(0.5, 0.65)
        side = 1 if math.cos(angle) >= 0 else -1
        tip = (
            top[0] + math.cos(angle) * length,
            top[1] + math.sin(angle) * length * 0.8 + abs(math.cos(angle)) * length * 0.3,
        )
        rib = bend(top, tip, -0.14 * side, steps=14)
        colour = mix(green, dark, 0.12 + 0.35 * (index % 2))
        for part in range(2, 14):
            x, y = rib[part]
            px, py = rib[part - 1]
            way = math.atan2(y - py, x - px)
            reach = length * 0.17 * math.sin(math.pi * part / 14.5) ** 0.7 * rng.uniform(0.85, 1.05)
            for turn_leaf in (-1.25, 1.25):
                end = (x + math.cos(way + turn_leaf) * reach, y + math.sin(way + turn_leaf) * reach)
                pen.stroke([(x, y), end], length * 0.075, colour, length * 0.05)
        pen.stroke(rib, length * 0.024 + 1, mix(green, (255, 255, 255), 0.25), 1)


def bamboo(
    pen: Pen,
    rng: Random,
    foot: Point,
    height: float,
    green: Colour,
    dark: Colour,
    *,
    lean: float = 0.08,
) -> None:
    """One stalk of bamboo with nodes, bending at the top, and sprays of narrow leaves."""
    stalk = bend(foot, (foot[0] + lean * height, foot[1] - height), lean * 0.9, steps=40)
    width = max(4.0, height * 0.016)
    pen.stroke(stalk, width, green, width * 0.3)
    for node in range(4, 40, 4):
        x, y = stalk[node]
        pen.disc((x, y), width * 0.62, mix(green, dark, 0.5), 0.3)
        if node > 12:
            for _ in range(rng.randint(3, 6)):
                leaf(
                    pen,
                    (x, y),
                    rng.uniform(-0.5, math.pi + 0.5),
                    height * rng.uniform(0.05, 0.09),
                    height * 0.013,
                    mix(green, dark, rng.uniform(0, 0.6)),
                )


def tuft(
    pen: Pen, rng: Random, foot: Point, height: float, colour: Colour, *, blades: int = 7
) -> None:
    """A tuft of grass or reeds."""
    for _ in range(blades):
        lean = rng.uniform(-0.6, 0.6)
        tip = (foot[0] + lean * height, foot[1] - height * rng.uniform(0.6, 1))
        blade = bend((foot[0] + rng.uniform(-3, 3), foot[1]), tip, 0.14 * lean, steps=6)
        pen.stroke(blade, max(1.4, height * 0.07), colour, 0.8)
