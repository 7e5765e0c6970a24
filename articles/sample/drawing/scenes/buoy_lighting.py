"""The keeper of the buoys at nightfall."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, ring, smooth, trace
from ..grounds import river
from ..land import dash, hills
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..sky import cloud_bank
from ..waterside import glitter, sampan


@picture(
    "thap-phao-ngan-may",
    WIDE,
    Palette(rgb("#f9d9a6"), rgb("#c77f86"), rgb("#56527e"), rgb("#1a1c38"), rgb("#d2432f")),
)
def lighting_the_buoy(sheet: Sheet) -> None:
    """From the bow of his boat a man sets the lamp on a red buoy."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.ink, 0.5)),
            (0.2, p.near),
            (0.38, mix(p.far, p.near, 0.25)),
            (0.47, mix(p.paper, p.far, 0.35)),
        ],
        wood=0.18,
    )
    sheet.glow((420, 424), 520, mix(p.paper, p.accent, 0.15), 0.6)
    with sheet.cut(shadow=4, dark=0.25) as pen:
        for left, base, high, share in (
            (80, 150, 40, 0.2),
            (700, 210, 46, 0.4),
            (1100, 130, 50, 0.1),
            (300, 290, 26, 0.7),
        ):
            cloud_bank(
                pen, rng, left, left + 460, base, high, mix(mix(p.near, p.ink, 0.15), p.far, share)
            )
    hills(sheet, 372, 60, mix(p.near, p.far, 0.35), mist=(mix(p.far, p.paper, 0.3), 0.6), shadow=4)
    hills(sheet, 414, 12, mix(p.near, p.ink, 0.4), shadow=4, rough=0.6)
    river(sheet, 426, mix(p.near, p.far, 0.35), mix(p.near, p.ink, 0.35), mix(p.far, p.paper, 0.35))
    with sheet.cut(shadow=0, edge=0, see=0.6) as pen:
        glitter(pen, rng, 420, 430, 720, 120, mix(p.paper, p.far, 0.3), step=8)
    _barge(sheet, (1240, 492))
    for x, y, size, colour in (
        (232, 520, 0.26, rgb("#4fae78")),
        (1010, 506, 0.2, p.accent),
        (1500, 600, 0.4, rgb("#4fae78")),
        (700, 470, 0.13, rgb("#4fae78")),
    ):
        with sheet.cut(shadow=4, dark=0.5) as pen:
            buoy(pen, (x, y), 300 * size, mix(colour, p.ink, 0.45), p.ink)
        lamp = (x, y - 330 * size)
        sheet.glow(lamp, 150 * size + 30, colour, 0.7)
        sheet.glow(lamp, 40 * size + 8, mix(p.paper, colour, 0.2), 0.9)
        with sheet.cut(shadow=0, edge=0, see=0.6) as pen:
            glitter(
                pen,
                rng,
                x,
                y + 8,
                y + 300 * size,
                30 * size + 8,
                mix(colour, p.paper, 0.35),
                step=6,
            )
    lamp = (694.0, 318.0)
    light = mix(p.paper, (255, 245, 215), 0.4)
    with sheet.cut(shadow=0, edge=0, see=0.7) as pen:
        glitter(pen, rng, 690, 700, 890, 90, mix(light, p.accent, 0.2), step=8)
    with sheet.cut(shadow=14, dark=0.6, edge=0.4) as pen:
        buoy(pen, (694, 690), 330, mix(p.accent, p.ink, 0.06), p.ink)
        for _ in range(16):
            dash(
                pen,
                (694 + rng.uniform(-170, -60), 692 + rng.uniform(-8, 14)),
                (694 + rng.uniform(60, 170), 692 + rng.uniform(-8, 14)),
                rng.uniform(2, 6),
                mix(p.paper, p.far, 0.3),
            )
    skin = mix(rgb("#a8714c"), p.ink, 0.12)
    reach = Pose(
        hip=(0.02, 0.51),
        lean=9,
        nod=-10,
        hands=((0.3, 0.84), (0.33, 0.8)),
        feet=((0.1, 0.0), (-0.1, 0.0)),
        elbow=(1, 1),
    )
    with sheet.cut(shadow=14, dark=0.6, edge=0.5) as pen:
        Figure(
            pen,
            (834, 716),
            464,
            -1,
            reach,
            Dress(
                mix(rgb("#3d5f78"), p.ink, 0.2),
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                mix(p.ink, p.near, 0.4),
                "cap",
            ),
        ).draw()
    with sheet.cut(shadow=13, dark=0.6, edge=0.35) as pen:
        sit = Pose(
            hip=(-0.06, 0.24),
            lean=6,
            nod=-8,
            hands=((0.2, 0.34), (0.18, 0.3)),
            feet=((0.2, 0), (0.14, 0)),
            breadth=0.095,
        )
        Figure(
            pen,
            (1200, 736),
            330,
            -1,
            sit,
            Dress(mix(p.far, p.ink, 0.2), mix(p.ink, p.near, 0.25), skin, p.ink),
        ).draw()
        for number in range(3):
            x = 990 + number * 62
            pen.fill(
                smooth(trace(f"{x},700 {x + 22},640 {x + 44},700"), closed=True, steps=3),
                mix((p.accent, rgb("#4fae78"))[number % 2], p.ink, 0.3),
            )
        sampan(pen, (1040, 762), 700, -1, mix(p.ink, p.near, 0.2), mix(p.far, p.ink, 0.3), p.ink)
        for _ in range(26):
            x = rng.uniform(700, 1380)
            dash(
                pen,
                (x - 50, 764 + rng.uniform(-6, 24)),
                (x + 50, 764 + rng.uniform(-6, 24)),
                rng.uniform(2, 5),
                mix(p.far, p.paper, 0.4),
            )
    sheet.glow(lamp, 420, mix(p.paper, p.accent, 0.2), 0.45)
    sheet.glow(lamp, 130, light, 0.9)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc(lamp, 17, mix(light, (255, 255, 255), 0.6))


def buoy(pen: Pen, at: Point, tall: float, colour: Colour, dark: Colour) -> None:
    """A conical buoy with a cage for its lamp, afloat at ``at``; the lamp is ``1.1 * tall`` up."""
    x, y = at

    def spot(px: float, py: float) -> Point:
        return x + px * tall, y - py * tall

    pen.fill(
        smooth([spot(-0.42, 0.1), spot(-0.34, -0.06), spot(0.34, -0.06), spot(0.42, 0.1)], steps=6),
        mix(dark, colour, 0.25),
    )
    pen.fill([spot(-0.4, 0.08), spot(0.4, 0.08), spot(0.12, 0.86), spot(-0.12, 0.86)], colour)
    pen.fill(
        [spot(-0.4, 0.08), spot(-0.2, 0.08), spot(-0.05, 0.86), spot(-0.12, 0.86)],
        mix(colour, dark, 0.3),
    )
    pen.fill(
        [spot(-0.3, 0.36), spot(0.3, 0.36), spot(0.24, 0.52), spot(-0.24, 0.52)],
        mix(colour, (255, 244, 225), 0.75),
    )
    pen.fill(ring(spot(0, 0.08), 0.41 * tall, 0.07 * tall), mix(colour, dark, 0.15))
    for leg in (-0.11, 0.11):
        pen.stroke([spot(leg, 0.86), spot(leg * 0.8, 1.2)], tall * 0.024, dark)
    pen.stroke([spot(-0.13, 0.98), spot(0.13, 0.98)], tall * 0.024, dark)
    pen.stroke([spot(-0.12, 1.2), spot(0.12, 1.2)], tall * 0.04, dark)


def _barge(sheet: Sheet, at: Point) -> None:
    """A loaded barge far off, its cabin lit."""
    p, (x, y) = sheet.palette, at
    with sheet.cut(shadow=6, dark=0.5) as pen:
        pen.fill(
            trace(f"{x - 190},{y - 30} {x + 190},{y - 26} {x + 172},{y} {x - 160},{y}"),
            mix(p.ink, p.near, 0.25),
        )
        pen.fill(
            smooth(
                trace(f"{x - 140},{y - 28} {x - 90},{y - 58} {x - 20},{y - 64} {x + 60},{y - 30}"),
                steps=5,
            ),
            mix(p.near, p.far, 0.4),
        )
        pen.box(x + 84, y - 86, x + 158, y - 26, mix(p.ink, p.near, 0.4))
        pen.box(x + 78, y - 94, x + 164, y - 84, p.ink)
        for window in range(3):
            pen.box(x + 92 + window * 22, y - 74, x + 106 + window * 22, y - 56, p.paper)
    sheet.glow((x + 120, y - 64), 80, p.paper, 0.5)
