"""The last bus of the night, full of light, in a wet street."""

from __future__ import annotations

from random import Random

from ..catalogue import WIDE, picture
from ..crowd import onlooker
from ..curves import Point, ring, sag, smooth, trace
from ..land import dash
from ..palette import Colour, Palette, mix, rgb
from ..paper import Pen, Sheet
from ..people import Dress, Figure, Pose
from ..sky import rain
from ..waterside import glitter

ROAD = 700.0


@picture(
    "xe-buyt-dem-mua",
    WIDE,
    Palette(rgb("#ffe3a3"), rgb("#6d86a8"), rgb("#2f3a5f"), rgb("#121527"), rgb("#d1543a")),
)
def the_last_bus(sheet: Sheet) -> None:
    """A red bus with lit windows passes shuttered shop houses; the street mirrors it."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, p.ink), (0.4, mix(p.near, p.ink, 0.4)), (0.8, mix(p.near, p.ink, 0.2))], wood=0.2
    )
    with sheet.cut(shadow=6) as pen:
        _row_of_houses(pen, rng, -30, 250, mix(p.near, p.ink, 0.45), p, small=True)
    with sheet.cut(shadow=12, dark=0.55) as pen:
        _row_of_houses(pen, rng, -60, 330, mix(p.near, p.far, 0.1), p, small=False)
    with sheet.cut(shadow=10, dark=0.6) as pen:
        pen.box(-10, ROAD - 56, 1610, ROAD - 30, mix(p.far, p.ink, 0.5))
        pen.box(-10, ROAD - 32, 1610, 910, mix(p.near, p.ink, 0.62))
        for _ in range(150):
            x, y = rng.uniform(-60, 1600), rng.uniform(ROAD, 900)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(20, 140), y),
                2.5,
                mix(p.near, p.ink, rng.uniform(0.3, 0.5)),
            )
    with sheet.cut(shadow=5) as pen:
        for x in (96.0, 1500.0):
            pen.stroke([(x, ROAD - 40), (x, 150)], 12, mix(p.ink, p.near, 0.25), 8)
            pen.stroke(
                smooth([(x, 152), (x + 20, 120), (x + 90, 116)]), 8, mix(p.ink, p.near, 0.25)
            )
            pen.fill(trace(f"{x + 70},112 {x + 130},112 {x + 140},130 {x + 64},130"), p.ink)
        for low in (0, 14, 30):
            pen.stroke(sag((-20, 176 + low), (96, 160 + low), 20), 2, p.ink)
            pen.stroke(sag((96, 160 + low), (1500, 164 + low), 70 + low), 2, p.ink)
            pen.stroke(sag((1500, 164 + low), (1660, 190 + low), 12), 2, p.ink)
    for x in (196.0, 1600.0):
        sheet.beam((x, 128), 1.57, 0.5, 620, mix(p.paper, p.far, 0.3), 0.42)
        sheet.glow((x, 132), 90, p.paper, 0.8)
    sheet.glow((840, 560), 620, mix(p.paper, p.accent, 0.35), 0.34)
    _reflections(sheet)
    _bus(sheet)
    sheet.beam((1290, 612), 0.16, 0.2, 520, p.paper, 0.75)
    sheet.glow((1290, 612), 80, mix(p.paper, (255, 255, 255), 0.5), 0.95)
    _walker(sheet)
    rain(sheet, mix(p.far, p.paper, 0.4), count=380, slant=0.16, length=58, see=0.42)


def _row_of_houses(
    pen: Pen, rng: Random, left: float, tall: float, wall: Colour, p: Palette, *, small: bool
) -> None:
    """Narrow shop houses with balconies; a few windows are awake."""
    x = left
    while x < 1640:
        wide = rng.uniform(130, 210)
        top = ROAD - 50 - tall * rng.uniform(0.95, 1.5)
        tone = mix(wall, rng.choice((p.accent, p.far, p.ink)), rng.uniform(0.05, 0.22))
        pen.box(x, top, x + wide, ROAD - 40, tone)
        pen.fill(
            trace(f"{x - 6},{top} {x + wide + 6},{top} {x + wide},{top - 16} {x},{top - 16}"),
            mix(tone, p.ink, 0.35),
        )
        storey = top + 34
        while storey < ROAD - 190:
            for share in (0.18, 0.58):
                a = x + wide * share
                awake = rng.random() < (0.12 if small else 0.17)
                pane = (
                    mix(p.paper, p.accent, rng.uniform(0.05, 0.35))
                    if awake
                    else mix(tone, p.ink, 0.55)
                )
                pen.box(a, storey, a + wide * 0.25, storey + 62, pane)
                pen.box(
                    a + wide * 0.12, storey, a + wide * 0.13, storey + 62, mix(tone, p.ink, 0.3)
                )
            if not small:
                pen.box(x + 8, storey + 70, x + wide - 8, storey + 76, mix(tone, p.ink, 0.55))
                for bar in range(int(wide / 11) - 1):
                    pen.box(
                        x + 10 + bar * 11,
                        storey + 48,
                        x + 12 + bar * 11,
                        storey + 70,
                        mix(tone, p.ink, 0.55),
                    )
            storey += 112
        if not small:
            shutter = mix(tone, p.ink, 0.42)
            pen.box(x + 12, ROAD - 168, x + wide - 12, ROAD - 50, shutter)
            for slat in range(10):
                y = ROAD - 162 + slat * 11
                pen.box(x + 12, y, x + wide - 12, y + 3, mix(shutter, p.ink, 0.4))
            awning = mix(rng.choice((p.accent, p.far, p.near)), p.ink, 0.35)
            pen.fill(
                trace(
                    f"{x + 4},{ROAD - 182} {x + wide - 4},{ROAD - 182} "
                    f"{x + wide + 8},{ROAD - 150} {x - 8},{ROAD - 150}"
                ),
                awning,
            )
        x += wide


def _reflections(sheet: Sheet) -> None:
    """What the wet road gives back of windows, headlamp and street lamps."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=0, edge=0, see=0.7) as pen:
        for pane in range(8):
            glitter(
                pen, rng, 440 + pane * 100, ROAD + 66, 900, 46, mix(p.paper, p.accent, 0.25), step=9
            )
        for _ in range(60):
            x, y = rng.uniform(360, 1260), rng.uniform(ROAD + 70, 895)
            dash(pen, (x, y), (x + rng.uniform(60, 220), y), 5, mix(p.accent, p.ink, 0.35))
        for x in (196, 1560):
            glitter(pen, rng, x, ROAD - 20, 900, 34, mix(p.paper, p.far, 0.3), step=8)
        glitter(pen, rng, 1330, ROAD + 40, 900, 70, p.paper, step=7)


def _bus(sheet: Sheet) -> None:
    """The bus from the side, its passengers asleep against the panes, the driver awake."""
    rng, p = sheet.rng, sheet.palette
    left, right, roof, low = 330.0, 1280.0, 372.0, 726.0
    body = mix(p.accent, p.ink, 0.12)
    with sheet.cut(shadow=20, dark=0.75, edge=0.35) as pen:
        outline = [(left, low), (left - 8, roof + 60), (left + 26, roof), (right - 70, roof)]
        outline += [(right - 10, roof + 40), (right + 16, roof + 170), (right + 22, low)]
        pen.fill(outline, body)
        pen.fill(
            [
                (left + 26, roof),
                (right - 70, roof),
                (right - 40, roof + 20),
                (left + 12, roof + 20),
            ],
            mix(body, p.paper, 0.5),
        )
        pen.box(left, roof + 232, right + 20, roof + 252, mix(p.paper, p.accent, 0.15))
        pen.box(left, low - 34, right + 22, low, mix(body, p.ink, 0.45))
        for x in (left + 190, right - 210):
            pen.disc((x, low - 4), 66, mix(body, p.ink, 0.7))
    light = mix(p.paper, (255, 244, 205), 0.5)
    panes = [(left + 24 + i * 102, left + 112 + i * 102) for i in range(7)]
    with sheet.cut(shadow=3, dark=0.6, edge=0) as pen:
        for a, b in panes:
            pen.fill(
                smooth(
                    [(a, roof + 50), (b, roof + 50), (b, roof + 186), (a, roof + 186)],
                    closed=True,
                    steps=1,
                ),
                light,
            )
        door = (left + 748, left + 824)
        pen.box(door[0], roof + 50, door[1], low - 34, light)
        pen.fill(
            trace(
                f"{right - 108},{roof + 46} {right - 16},{roof + 52} {right + 6},{roof + 174} "
                f"{right - 108},{roof + 174}"
            ),
            mix(light, p.far, 0.25),
        )
    with sheet.cut(shadow=3, dark=0.3, edge=0) as pen:
        cloths = (
            mix(p.accent, p.paper, 0.35),
            mix(p.far, p.near, 0.2),
            rgb("#c98da0"),
            mix(p.near, p.far, 0.2),
        )
        for number, (a, b) in enumerate(panes):
            for seat in (0.3, 0.78):
                if number == 4 and seat > 0.5:
                    continue
                x = a + (b - a) * seat + rng.uniform(-4, 4)
                nod = rng.uniform(-3, 8)
                onlooker(
                    pen,
                    (x, roof + 187),
                    84 - nod,
                    rng.choice(cloths),
                    mix(p.ink, p.near, 0.2),
                    head=rng.choice(("bun", "long", "short")),
                )
        onlooker(pen, (right - 66, roof + 176), 88, mix(p.far, p.near, 0.4), p.ink)
        pen.stroke(ring((right - 26, roof + 168), 26, 30, steps=20)[11:20], 5, p.ink)
    with sheet.cut(shadow=0, edge=0) as pen:
        for a, b in panes:
            pen.box(a, roof + 112, b, roof + 117, mix(body, p.ink, 0.5))
            pen.box((a + b) / 2 - 3, roof + 50, (a + b) / 2 + 3, roof + 186, mix(body, p.ink, 0.5))
        pen.box(left + 783, roof + 50, left + 789, low - 34, mix(body, p.ink, 0.5))
        for x in (left + 190, right - 210):
            pen.disc((x, low - 2), 54, p.ink)
            pen.disc((x, low - 2), 26, mix(p.far, p.near, 0.3))
            for bolt in ring((x, low - 2), 17, 17, steps=6):
                pen.disc(bolt, 4, p.ink)
        pen.box(right - 8, low - 130, right + 20, low - 100, light)
        pen.box(left - 6, low - 130, left + 8, low - 96, rgb("#e8402f"))
        pen.box(right - 100, roof + 14, right - 26, roof + 38, p.ink)
        pen.fill(_four((right - 62, roof + 26), 9), mix(p.paper, p.accent, 0.2))
    sheet.glow((left, low - 112), 90, rgb("#e8402f"), 0.5)


def _four(at: Point, size: float) -> list[Point]:
    """The figure 4 of the line, as an outline about ``at``."""
    x, y = at
    shape = trace(
        "0.1,-1 0.5,-1 0.5,0.15 0.85,0.15 0.85,0.5 0.5,0.5 0.5,1 0.1,1 0.1,0.5 -0.8,0.5 -0.8,0.15"
    )
    return [(x + px * size, y + py * size) for px, py in shape]


def _walker(sheet: Sheet) -> None:
    """Someone with an umbrella goes home along the near pavement."""
    p = sheet.palette
    pose = Pose(lean=4, hands=((0.12, 0.72), (0.06, 0.46)), feet=((0.13, 0.0), (-0.12, 0.02)))
    dress = Dress(
        mix(p.far, p.near, 0.3), p.ink, mix(rgb("#b07a52"), p.ink, 0.25), p.ink, hair="long"
    )
    with sheet.cut(shadow=14, dark=0.7, edge=0.6) as pen:
        figure = Figure(pen, (1420, 872), 330, 1, pose, dress)
        hand = figure.spot(pose.hands[0])
        figure.draw()
        pen.stroke([(hand[0], hand[1] + 16), (hand[0] - 6, hand[1] - 168)], 5, p.ink)
        top = (hand[0] - 6, hand[1] - 172)
        dome = [
            (top[0] - 132, top[1] + 84),
            (top[0] - 96, top[1] + 24),
            top,
            (top[0] + 96, top[1] + 24),
            (top[0] + 132, top[1] + 84),
        ]
        pen.fill(
            [
                *smooth(dome),
                (top[0] + 66, top[1] + 72),
                (top[0], top[1] + 86),
                (top[0] - 66, top[1] + 72),
            ],
            rgb("#d9a33f"),
        )
        pen.fill(
            [*smooth(dome)[:21], (top[0] - 40, top[1] + 78), (top[0] - 66, top[1] + 72)],
            mix(rgb("#d9a33f"), p.ink, 0.25),
        )
