"""Lines and outlines: smooth curves, ridges, brush strokes. Points are (x, y) in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

Point = tuple[float, float]


def trace(places: str) -> list[Point]:
    """The points written as ``"x,y x,y …"``, the way a path is written in SVG."""
    pairs = (place.split(",") for place in places.split())
    return [(float(x), float(y)) for x, y in pairs]


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through every one of ``points``, ``steps`` points to a stretch."""
    count = len(points)
    if closed:
        padded = [points[-1], *points, points[0], points[1]]
        stretches = count
    else:
        padded = [points[0], *points, points[-1]]
        stretches = count - 1
    curve: list[Point] = []
    for index in range(stretches):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = padded[index : index + 4]
        for step in range(steps):
            t = step / steps
            t2, t3 = t * t, t * t * t
            curve.append(
                (
                    0.5
                    * (
                        2 * bx
                        + (cx - ax) * t
                        + (2 * ax - 5 * bx + 4 * cx - dx) * t2
                        + (3 * bx - ax - 3 * cx + dx) * t3
                    ),
                    0.5
                    * (
                        2 * by
                        + (cy - ay) * t
                        + (2 * ay - 5 * by + 4 * cy - dy) * t2
                        + (3 * by - ay - 3 * cy + dy) * t3
                    ),
                )
            )
    if not closed:
        curve.append(points[-1])
    return curve


def blob(places: str, at: Point = (0.0, 0.0)) -> list[Point]:
    """The closed smooth outline through the places of ``trace``, which are counted from ``at``."""
    return smooth([(at[0] + x, at[1] + y) for x, y in trace(places)], closed=True)


def bend(start: Point, end: Point, bow: float, *, steps: int = 16) -> list[Point]:
    """A curve from ``start`` to ``end`` that leaves the straight line by ``bow`` of its length.

    A positive bow bends to the right of the way gone (downwards for a line drawn to the right).
    """
    (ax, ay), (bx, by) = start, end
    cx = (ax + bx) / 2 - (by - ay) * bow * 2
    cy = (ay + by) / 2 + (bx - ax) * bow * 2
    curve = []
    for step in range(steps + 1):
        t = step / steps
        u = 1 - t
        curve.append(
            (u * u * ax + 2 * u * t * cx + t * t * bx, u * u * ay + 2 * u * t * cy + t * t * by)
        )
    return curve


def sag(start: Point, end: Point, depth: float, *, steps: int = 24) -> list[Point]:
    """A wire or rope hung between two points, lower in the middle by ``depth`` pixels."""
    curve = []
    for step in range(steps + 1):
        t = step / steps
        curve.append(
            (
                start[0] + (end[0] - start[0]) * t,
                start[1] + (end[1] - start[1]) * t + depth * 4 * t * (1 - t),
            )
        )
    return curve


def ridge(
    rng: Random, left: float, right: float, height: float, relief: float, *, rough: float = 0.5
) -> list[Point]:
    """The crest of hills from ``left`` to ``right`` about ``height``, peaks and saddles in turn,
    made finer by halving and shifting.

    ``relief`` is the greatest shift in pixels; ``rough`` (0.3 rolling, 0.6 craggy) is what
    remains of it at each halving.
    """
    peaks = 7
    crest: list[Point] = []
    for peak in range(peaks):
        away = rng.uniform(0.25, 1.0) * relief * (1 if peak % 2 else -1)
        shake = rng.uniform(-0.3, 0.3) if 0 < peak < peaks - 1 else 0.0
        crest.append((left + (right - left) * (peak + shake) / (peaks - 1), height + away))
    shift = relief * rough
    while len(crest) < 97:
        finer: list[Point] = []
        for (ax, ay), (bx, by) in pairwise(crest):
            middle = ((ax + bx) / 2, (ay + by) / 2 + rng.uniform(-shift, shift))
            finer += [(ax, ay), middle]
        finer.append(crest[-1])
        crest = finer
        shift *= rough
    return smooth(crest, steps=4)


def wave(
    left: float, right: float, height: float, swell: float, length: float, phase: float = 0.0
) -> list[Point]:
    """A gentle sine line, ``length`` pixels from crest to crest."""
    count = max(12, int((right - left) / 12))
    return [
        (
            left + (right - left) * i / count,
            height + swell * math.sin(phase + 2 * math.pi * (right - left) * i / count / length),
        )
        for i in range(count + 1)
    ]


def ring(
    centre: Point, across: float, down: float, *, turn: float = 0.0, steps: int = 40
) -> list[Point]:
    """An ellipse with half axes ``across`` and ``down``, turned by ``turn`` radians."""
    cosine, sine = math.cos(turn), math.sin(turn)
    outline = []
    for step in range(steps):
        angle = 2 * math.pi * step / steps
        x, y = across * math.cos(angle), down * math.sin(angle)
        outline.append((centre[0] + x * cosine - y * sine, centre[1] + x * sine + y * cosine))
    return outline


def along(points: Sequence[Point], share: float) -> Point:
    """The point at ``share`` (0 to 1) of the way along a line of evenly spaced points."""
    place = share * (len(points) - 1)
    index = min(int(place), len(points) - 2)
    (ax, ay), (bx, by) = points[index], points[index + 1]
    return ax + (bx - ax) * (place - index), ay + (by - ay) * (place - index)


def height_at(points: Sequence[Point], x: float) -> float:
    """The height of a crest that runs from left to right, at ``x``."""
    for (ax, ay), (bx, by) in pairwise(points):
        if ax <= x <= bx:
            return ay + (by - ay) * (x - ax) / (bx - ax or 1)
    return points[-1][1] if x > points[-1][0] else points[0][1]
