"""Things about the house: storm lamps, washing on the line, jars, desks."""

from __future__ import annotations

from random import Random

from .curves import Point, along, bend, ring, sag, smooth
from .palette import Colour, mix
from .paper import Pen, Sheet


def storm_lamp(
    sheet: Sheet,
    at: Point,
    size: float,
    light: Colour,
    *,
    reach: float = 5.0,
    strength: float = 0.6,
) -> None:
    """A lit storm lamp, ``at`` the middle of its glass, ``size`` its height in pixels."""
    (x, y), dark = at, sheet.palette.ink
    sheet.glow(at, size * reach, mix(light, sheet.palette.far, 0.25), strength * 0.7)
    sheet.glow(at, size * reach * 0.4, light, strength)
    half = size * 0.24
    with sheet.cut(shadow=4, dark=0.4) as pen:
        handle = bend((x - half, y - size * 0.3), (x + half, y - size * 0.3), -0.75)
        pen.stroke(handle, size * 0.04, dark)
        glass = [(x - half * 0.7, y - size * 0.26), (x + half * 0.7, y - size * 0.26)]
        glass += [(x + half * 1.15, y + size * 0.06), (x + half * 0.7, y + size * 0.28)]
        glass += [(x - half * 0.7, y + size * 0.28), (x - half * 1.15, y + size * 0.06)]
        pen.fill(smooth(glass, closed=True), mix(light, (255, 255, 255), 0.35))
        flame = [(x, y - size * 0.12), (x + half * 0.4, y + size * 0.1), (x, y + size * 0.22)]
        pen.fill(smooth([*flame, (x - half * 0.4, y + size * 0.1)], closed=True), (255, 250, 225))
        pen.box(x - half, y - size * 0.38, x + half, y - size * 0.26, dark)
        pen.box(x - half * 0.5, y - size * 0.46, x + half * 0.5, y - size * 0.36, dark)
        pen.box(x - half * 1.3, y + size * 0.28, x + half * 1.3, y + size * 0.46, dark)
        for side in (-1, 1):
            pen.stroke(
                [
                    (x + side * half * 1.25, y - size * 0.3),
                    (x + side * half * 1.25, y + size * 0.3),
                ],
                size * 0.04,
                dark,
            )


def washing(
    pen: Pen,
    rng: Random,
    start: Point,
    end: Point,
    depth: float,
    size: float,
    colours: tuple[Colour, ...],
    rope: Colour,
) -> None:
    """A line of clothes and sheets, each piece about ``size`` pixels high."""
    line = sag(start, end, depth)
    pen.stroke(line, max(1.5, size * 0.02), rope)
    length = abs(end[0] - start[0])
    place, number = size * 0.3, rng.randrange(len(colours))
    while place < length - size * 0.6:
        colour = colours[number % len(colours)]
        wide = size * rng.uniform(0.5, 1.1)
        left, right = along(line, place / length), along(line, min(1, (place + wide) / length))
        if number % 3 == 0:
            _shirt(pen, left, right, size * rng.uniform(0.7, 0.9), colour, rope)
        else:
            _cloth(pen, rng, left, right, size * rng.uniform(0.7, 1.1), colour, rope)
        place += wide + size * rng.uniform(0.1, 0.3)
        number += 1


def _cloth(
    pen: Pen, rng: Random, left: Point, right: Point, drop: float, colour: Colour, dark: Colour
) -> None:
    sway = rng.uniform(-0.08, 0.08) * drop
    low_left, low_right = (
        (left[0] + sway, left[1] + drop),
        (right[0] + sway, right[1] + drop * 0.97),
    )
    pen.fill([left, right, *bend(low_right, low_left, rng.uniform(-0.05, 0.05))], colour)
    for fold in (0.25, 0.5, 0.75):
        top = (left[0] + (right[0] - left[0]) * fold, left[1] + (right[1] - left[1]) * fold)
        pen.stroke(
            [top, (top[0] + sway, top[1] + drop * rng.uniform(0.5, 0.9))],
            3,
            mix(colour, dark, 0.2),
            1,
        )


def _shirt(pen: Pen, left: Point, right: Point, drop: float, colour: Colour, dark: Colour) -> None:
    wide = right[0] - left[0]
    x, y = left

    def spot(across: float, down: float) -> Point:
        return x + wide * across, y + drop * down

    outline = [spot(0.25, 0), spot(0.4, 0.06), spot(0.6, 0.06), spot(0.75, 0), spot(1.05, 0.3)]
    outline += [spot(0.92, 0.42), spot(0.78, 0.3), spot(0.8, 1), spot(0.2, 1), spot(0.22, 0.3)]
    pen.fill([*outline, spot(0.08, 0.42), spot(-0.05, 0.3)], colour)
    pen.stroke([spot(0.5, 0.08), spot(0.5, 0.95)], 2, mix(colour, dark, 0.25))


def jar(
    pen: Pen, at: Point, wide: float, high: float, glaze: Colour, dark: Colour, inside: Colour
) -> None:
    """A glazed water jar standing at ``at``, open above."""
    x, y = at
    half = wide / 2
    body = [
        (x - half * 0.62, y - high),
        (x - half * 0.95, y - high * 0.72),
        (x - half, y - high * 0.45),
    ]
    body += [(x - half * 0.6, y), (x + half * 0.6, y), (x + half, y - high * 0.45)]
    body += [(x + half * 0.95, y - high * 0.72), (x + half * 0.62, y - high)]
    pen.fill(smooth(body, closed=True, steps=8), glaze)
    shade = [
        (x - half * 0.6, y - high * 0.96),
        (x - half * 0.97, y - high * 0.45),
        (x - half * 0.6, y),
    ]
    shade += [(x - half * 0.1, y), (x - half * 0.5, y - high * 0.45)]
    pen.fill(smooth(shade, closed=True, steps=8), mix(glaze, dark, 0.28))
    for row in (0.3, 0.62):
        reach = half * (0.93 if row < 0.5 else 0.97)
        pen.stroke(
            bend((x - reach, y - high * row), (x + reach, y - high * row), 0.06),
            max(2, wide * 0.02),
            mix(glaze, dark, 0.4),
        )
    pen.fill(ring((x, y - high), half * 0.68, half * 0.2), mix(glaze, dark, 0.1))
    pen.fill(ring((x, y - high), half * 0.56, half * 0.14), inside)


def desk(pen: Pen, at: Point, wide: float, high: float, wood: Colour, dark: Colour) -> None:
    """A school desk from the side and a little above, standing at ``at`` (its left front foot)."""
    x, y = at
    deep = wide * 0.16
    for foot in (deep * 1.2, wide + deep * 0.8):
        pen.box(x + foot - high * 0.06, y - high, x + foot, y - deep * 0.5, mix(wood, dark, 0.45))
    for foot in (0, wide - high * 0.08):
        pen.box(x + foot, y - high, x + foot + high * 0.08, y, mix(wood, dark, 0.15))
    pen.box(x, y - high * 0.92, x + wide, y - high * 0.66, mix(wood, dark, 0.28))
    top = [(x - 4, y - high), (x + wide + 4, y - high)]
    pen.fill([*top, (x + wide + deep, y - high - deep), (x + deep * 0.6, y - high - deep)], wood)
    pen.box(x - 4, y - high, x + wide + 4, y - high * 0.94, mix(wood, dark, 0.12))
