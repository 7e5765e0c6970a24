"""The rain gauge on its mountain, in the night of the rain."""

from __future__ import annotations

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import Point, ring, smooth, trace
from ..household import storm_lamp
from ..land import hatch_slope, hills
from ..palette import Palette, mix, rgb
from ..paper import Haze, Sheet
from ..people import Dress, Figure, Pose
from ..plants import tuft
from ..sky import cloud_bank, mist_band, rain


@picture(
    "tram-do-mua",
    WIDE,
    Palette(rgb("#f6dc9c"), rgb("#7f9aa6"), rgb("#2d5266"), rgb("#0d1c28"), rgb("#d9802f")),
)
def measuring_rain(sheet: Sheet) -> None:
    """A man pours rain into his measuring glass by the light of a storm lamp, above the clouds."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash([(0, p.ink), (0.3, mix(p.near, p.ink, 0.45)), (0.6, p.near)], wood=0.2)
    mist = mix(p.far, p.near, 0.35)
    with sheet.cut(shadow=14, dark=0.5, see=0.9) as pen:
        for left, right, base, high, share in (
            (-200, 760, 190, 150, 0.35),
            (520, 1500, 130, 140, 0.5),
            (1100, 1900, 240, 150, 0.25),
        ):
            cloud_bank(pen, rng, left, right, base, high, mix(p.near, p.ink, share))
    hills(sheet, 330, 120, mix(p.near, p.far, 0.12), mist=(mist, 0.85), shadow=7, rough=0.5)
    hills(sheet, 440, 110, mix(p.near, p.ink, 0.35), mist=(mist, 0.8), shadow=8, rough=0.5)
    with sheet.cut(shadow=10, dark=0.3, see=0.85, haze=Haze(mist, 420, 640, 0.6)) as pen:
        for left, right, base, high in (
            (-200, 620, 600, 90),
            (400, 1300, 640, 80),
            (900, 1800, 590, 90),
        ):
            cloud_bank(pen, rng, left, right, base, high, mix(p.far, p.near, 0.4))
    mist_band(sheet, 480, 600, 720, mist, 0.4)
    crest = smooth(trace("-40,640 200,664 470,684 760,716 1040,722 1300,748 1640,800"))
    ground = mix(mix(p.near, rgb("#4a5a38"), 0.5), p.ink, 0.5)
    with sheet.cut(shadow=14, dark=0.6) as pen:
        pen.fill([*crest, (1640, 920), (-40, 920)], ground)
        hatch_slope(pen, rng, crest, 150, mix(ground, p.ink, 0.5))
    wall = mix(p.far, p.near, 0.55)
    with sheet.cut(shadow=14, dark=0.6, edge=0.3) as pen:
        house(
            pen, rng, 60, 706, 400, 300, mix(wall, p.ink, 0.25), mix(p.accent, p.ink, 0.62), p.ink
        )
        pen.box(92, 584, 162, 704, mix(p.paper, p.accent, 0.15))
        pen.box(124, 584, 130, 704, mix(p.ink, p.accent, 0.3))
        pen.box(92, 634, 162, 639, mix(p.ink, p.accent, 0.3))
        pen.stroke([(500, 690), (500, 380)], 9, mix(p.ink, p.near, 0.3))
        for arm in (400, 424):
            pen.stroke([(472, arm), (528, arm)], 6, mix(p.ink, p.near, 0.3))
        pen.stroke(smooth(trace("500,402 380,424 250,410")), 2.4, p.ink)
        pen.stroke(smooth(trace("500,402 760,440 1120,402 1640,300")), 2.4, p.ink)
    sheet.glow((127, 640), 230, mix(p.paper, p.accent, 0.35), 0.5)
    lamp = (884.0, 606.0)
    sheet.glow((1010, 640), 600, p.accent, 0.34)
    _fence(sheet, 0)
    _gauge_and_man(sheet)
    _fence(sheet, 1)
    with sheet.cut(shadow=8, dark=0.5) as pen:
        pen.stroke([(846, 800), (846, 540)], 14, mix(p.accent, p.ink, 0.6))
        pen.stroke([(846, 546), (886, 550)], 9, mix(p.accent, p.ink, 0.6))
    storm_lamp(sheet, lamp, 92, mix(p.paper, p.accent, 0.1), reach=4.6, strength=0.75)
    with sheet.cut(shadow=6, dark=0.5) as pen:
        for _ in range(60):
            x = rng.uniform(-10, 1610)
            y = 830 + rng.uniform(0, 80)
            near_lamp = max(0.0, 1 - abs(x - 960) / 460)
            shade = mix(mix(ground, p.ink, 0.45), p.accent, 0.3 * near_lamp)
            tuft(pen, rng, (x, y), rng.uniform(26, 70), shade, blades=6)
    rain(sheet, mix(p.far, p.paper, 0.35), count=420, slant=0.22, length=64, see=0.5)


def _fence(sheet: Sheet, near: int) -> None:
    """The far or the near half of the round bamboo fence about the gauge."""
    rng, p = sheet.rng, sheet.palette
    posts = ring((1090, 776), 300, 52, steps=26)
    cane = mix(p.accent, p.near, 0.5)
    with sheet.cut(shadow=8, dark=0.55, edge=0.35) as pen:
        half = [spot for spot in posts if (spot[1] > 772) == bool(near)]
        half.sort()
        for x, y in half:
            tall = 92 + 26 * near
            warm = max(0.0, 1 - abs(x - 900) / 330)
            shade = mix(mix(cane, p.ink, 0.5), p.paper, 0.3 * warm)
            pen.stroke([(x, y + 6), (x + rng.uniform(-3, 3), y - tall)], 11 + 3 * near, shade)
        for up in (38, 84):
            rail: list[Point] = [(x, y - up * (1 + 0.2 * near)) for x, y in half]
            pen.stroke(smooth(rail), 8, mix(cane, p.ink, 0.4))


def _gauge_and_man(sheet: Sheet) -> None:
    """The tin can on its post, and the keeper in his raincoat with the glass."""
    p = sheet.palette
    tin = mix(p.far, p.paper, 0.3)
    with sheet.cut(shadow=11, dark=0.6, edge=0.5) as pen:
        pen.stroke([(1050, 790), (1050, 610)], 20, mix(p.accent, p.ink, 0.65))
        pen.fill(trace("1006,492 1094,492 1088,616 1012,616"), tin)
        pen.fill(trace("1006,492 1036,492 1038,616 1012,616"), mix(tin, p.ink, 0.35))
        pen.fill(trace("998,470 1102,470 1094,496 1006,496"), mix(tin, p.ink, 0.15))
        pen.fill(ring((1050, 470), 52, 12), mix(tin, p.ink, 0.6))
    coat = mix(p.accent, p.paper, 0.22)
    pose = Pose(
        hip=(0.0, 0.52),
        lean=5,
        nod=16,
        hands=((0.24, 0.66), (0.23, 0.5)),
        feet=((0.06, 0.0), (-0.06, 0.0)),
        elbow=(1, 1),
        breadth=0.1,
    )
    skin = mix(rgb("#b87c4e"), p.ink, 0.1)
    dress = Dress(
        coat, mix(p.ink, p.near, 0.3), skin, p.ink, mix(coat, p.ink, 0.12), "hood", cut="coat"
    )

    def measure(near: Point, far: Point) -> None:
        x, y = far
        pen.box(x - 13, y - 96, x + 13, y + 24, mix(p.far, p.paper, 0.55))
        pen.box(x - 13, y - 40, x + 13, y + 24, mix(rgb("#8fc3cc"), p.paper, 0.2))
        for mark in range(8):
            pen.box(
                x - 13, y - 88 + mark * 13, x - (2 if mark % 2 else -4), y - 86 + mark * 13, p.ink
            )
        hx, hy = near
        pen.fill(
            [(hx - 34, hy - 58), (hx + 40, hy - 40), (hx + 16, hy + 34), (hx - 46, hy + 14)], tin
        )
        pen.fill(
            [(hx - 34, hy - 58), (hx - 4, hy - 50), (hx - 22, hy + 22), (hx - 46, hy + 14)],
            mix(tin, p.ink, 0.3),
        )
        pen.stroke([(hx + 36, hy - 34), (x + 4, y - 92)], 7, mix(rgb("#a9d4da"), p.paper, 0.3), 4)

    with sheet.cut(shadow=15, dark=0.65, edge=0.5) as pen:
        Figure(pen, (1370, 846), 520, -1, pose, dress).draw(measure)
