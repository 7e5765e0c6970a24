"""The river read: a staff gauge at sunrise, a stone with the marks of floods."""

from __future__ import annotations

from ..behind import back_view
from ..catalogue import UPRIGHT, WIDE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..grounds import far_bridge, river
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import broad_tree
from ..sky import cloud_bank, mist_band, rain
from ..waterside import glitter, hyacinth, ripples, sampan, stone_steps


@picture(
    "doc-thuoc-nuoc",
    WIDE,
    Palette(rgb("#fdeccb"), rgb("#e2b489"), rgb("#6f7f93"), rgb("#262d3d"), rgb("#bf3b2b")),
)
def reading_the_gauge(sheet: Sheet) -> None:
    """A man in a boat reads the red and white staff while the sun clears the mist."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [
            (0, mix(p.near, p.far, 0.35)),
            (0.25, mix(p.far, p.near, 0.2)),
            (0.46, mix(p.paper, p.far, 0.2)),
        ],
        wood=0.13,
    )
    sun = (1050, 330)
    sheet.glow(sun, 620, mix(p.paper, rgb("#ffd79a"), 0.5), 0.85)
    with sheet.cut(shadow=2, dark=0.1, edge=0) as pen:
        pen.disc(sun, 58, mix(p.paper, rgb("#f6a860"), 0.65))
    hills(sheet, 300, 80, mix(p.far, p.near, 0.45), mist=(mix(p.paper, p.far, 0.3), 0.85), shadow=4)
    far_bridge(sheet, 60, 860, 402, 5, 62, mix(p.near, p.accent, 0.3), mist=0.25)
    hills(sheet, 400, 14, mix(p.near, p.far, 0.3), mist=(p.paper, 0.6), shadow=4, rough=0.6)
    river(
        sheet,
        430,
        mix(p.far, p.paper, 0.5),
        mix(p.near, p.far, 0.5),
        mix(p.paper, (255, 255, 255), 0.4),
    )
    with sheet.cut(shadow=0, edge=0, see=0.75) as pen:
        glitter(pen, rng, 1050, 440, 820, 90, mix(p.paper, rgb("#f6b878"), 0.4), step=8)
    mist_band(sheet, 380, 440, 540, p.paper, 0.75)
    staff, foot, top = 640.0, 700.0, 150.0
    with sheet.cut(shadow=0, edge=0, see=0.35, soft=3) as pen:
        pen.stroke([(staff, foot), (staff - 8, 890)], 46, mix(p.near, p.ink, 0.4), 18)
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        pen.box(staff - 36, top - 14, staff + 36, foot, mix(p.ink, p.near, 0.25))
        white = mix(p.paper, (255, 255, 255), 0.5)
        pen.box(staff - 26, top, staff + 26, foot - 6, white)
        for band in range(27):
            y = top + 6 + band * 20
            if y > foot - 20:
                break
            reach = 26 if band % 5 == 0 else 2
            pen.box(
                staff - 26 if band % 2 else staff - 2,
                y,
                staff + (26 if not band % 2 else 0),
                y + 10,
                p.accent,
            )
            if reach == 26:
                pen.box(staff - 26, y, staff + 26, y + 10, mix(p.ink, p.near, 0.1))
        pen.box(staff - 44, top - 26, staff + 44, top - 10, mix(p.ink, p.near, 0.1))
        wet = foot - 120
        pen.box(staff - 36, wet, staff - 26, foot, mix(p.ink, p.far, 0.2))
    with sheet.cut(shadow=0, edge=0) as pen:
        for _ in range(9):
            y = foot + rng.uniform(-8, 8)
            dash(
                pen, (staff - 90, y), (staff + 96, y), rng.uniform(2, 6), mix(p.paper, p.far, 0.15)
            )
    skin = mix(rgb("#b27a50"), p.ink, 0.2)
    straw = mix(p.paper, p.far, 0.35)
    with sheet.cut(shadow=12, dark=0.5, edge=0.35) as pen:
        reading = Pose(
            hip=(-0.06, 0.2),
            lean=10,
            nod=-6,
            hands=((0.2, 0.34), (0.27, 0.34)),
            feet=((0.22, 0.0), (0.16, 0.0)),
            breadth=0.095,
        )
        sitter = Dress(mix(p.near, p.ink, 0.15), mix(p.ink, p.near, 0.2), skin, p.ink, straw, "non")

        def book(near: Point, far: Point) -> None:
            x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 6
            pen.fill(
                [(x - 30, y + 8), (x + 6, y + 20), (x + 34, y - 14), (x - 4, y - 26)],
                mix(p.paper, (255, 255, 255), 0.6),
            )
            pen.stroke([(x - 16, y + 2), (x + 12, y - 8)], 2, mix(p.near, p.ink, 0.3))
            pen.stroke([(x - 10, y + 9), (x + 18, y - 1)], 2, mix(p.near, p.ink, 0.3))

        Figure(pen, (1010, 728), 430, -1, reading, sitter).draw(book)
        oar = [(1270, 604), (1180, 668), (1096, 770)]
        rower = Pose(
            hip=(0.0, 0.5),
            lean=12,
            nod=4,
            hands=((0.22, 0.56), (0.26, 0.62)),
            feet=((0.07, 0), (-0.07, 0)),
            elbow=(1, 1),
        )
        Figure(
            pen,
            (1310, 734),
            316,
            -1,
            rower,
            Dress(mix(p.accent, p.ink, 0.15), mix(p.ink, p.near, 0.1), skin, p.ink, straw, "non"),
        ).draw()
        pen.stroke(oar, 9, mix(p.ink, p.far, 0.3))
    with sheet.cut(shadow=12, dark=0.5) as pen:
        sampan(
            pen,
            (1110, 764),
            720,
            -1,
            mix(p.ink, p.far, 0.25),
            mix(p.far, p.ink, 0.15),
            mix(p.ink, p.near, 0.15),
        )
        for _ in range(26):
            x = rng.uniform(740, 1440)
            dash(
                pen,
                (x - 50, 766 + rng.uniform(-6, 20)),
                (x + 50, 766 + rng.uniform(-6, 20)),
                rng.uniform(2, 5),
                mix(p.paper, p.far, 0.25),
            )
    with sheet.cut(shadow=8) as pen:
        for x, y in ((120, 800), (240, 860), (420, 840), (60, 700), (1520, 850)):
            hyacinth(
                pen,
                rng,
                (x, y),
                34 + (y - 700) * 0.2,
                rgb("#6f8f58"),
                p.ink,
                rgb("#b59ac6") if x < 300 else None,
            )


@picture(
    "cot-moc-lu",
    UPRIGHT,
    Palette(rgb("#efe6d3"), rgb("#a8a58f"), rgb("#66725f"), rgb("#252a2b"), rgb("#b23a28")),
)
def stone_of_floods(sheet: Sheet) -> None:
    """An old woman and a child before the stone with its red marks; the brown water is near."""
    rng, p = sheet.rng, sheet.palette
    storm = mix(p.near, p.ink, 0.35)
    sheet.wash(
        [(0, storm), (0.25, mix(p.near, p.far, 0.4)), (0.5, mix(p.paper, p.far, 0.35))], wood=0.2
    )
    with sheet.cut(shadow=7, dark=0.25) as pen:
        for left, base, high, tone in (
            (-160, 220, 120, 0.2),
            (420, 170, 130, 0.35),
            (820, 280, 100, 0.1),
            (120, 360, 80, -0.1),
        ):
            cloud_bank(
                pen,
                rng,
                left,
                left + 520,
                base,
                high,
                mix(mix(p.near, p.far, 0.5), p.ink, max(0.0, tone)),
            )
    hills(sheet, 470, 60, mix(p.near, p.far, 0.3), mist=(mix(p.paper, p.far, 0.4), 0.7), shadow=5)
    brown = rgb("#b4946a")
    with sheet.cut(shadow=4, grain=0.08) as pen:
        pen.box(-10, 556, 1210, 1510, mix(brown, p.far, 0.2))
        ripples(pen, rng, (-60, 560, 1200, 1000), mix(brown, p.ink, 0.3), count=140, longest=220)
        ripples(pen, rng, (-60, 560, 1200, 1000), mix(brown, p.paper, 0.5), count=80, longest=200)
    broad_tree(
        sheet,
        (1080, 1010),
        860,
        mix(p.ink, p.near, 0.2),
        [
            mix(p.near, p.ink, 0.5),
            mix(p.near, p.ink, 0.2),
            mix(p.near, p.far, 0.2),
            mix(p.near, p.paper, 0.25),
        ],
        lean=-0.16,
        size=24,
    )
    with sheet.cut(shadow=14, dark=0.55) as pen:
        stone_steps(
            pen,
            rng,
            (-30, 1230, 960),
            (-200, 1400, 1560),
            7,
            mix(p.far, p.paper, 0.28),
            mix(p.near, p.ink, 0.4),
        )
    stone = mix(p.far, p.paper, 0.5)
    left, right, top, low = 392.0, 560.0, 360.0, 1150.0
    with sheet.cut(shadow=18, dark=0.6, edge=0.45, wood=0.12) as pen:
        pen.fill(
            smooth(trace("330,1128 620,1128 650,1200 300,1200"), closed=True, steps=4),
            mix(stone, p.ink, 0.22),
        )
        pen.fill(
            [
                (left, low),
                (left + 8, top + 50),
                (left + 46, top),
                (right - 40, top),
                (right - 6, top + 50),
                (right, low),
            ],
            stone,
        )
        pen.fill(
            [
                (left, low),
                (left + 8, top + 50),
                (left + 46, top),
                (left + 62, top),
                (left + 38, top + 54),
                (left + 34, low),
            ],
            mix(stone, p.ink, 0.2),
        )
        for _ in range(80):
            x, y = rng.uniform(left + 44, right - 20), rng.uniform(top + 40, low)
            dash(
                pen,
                (x, y),
                (x + rng.uniform(6, 22), y + rng.uniform(-2, 3)),
                2,
                mix(stone, p.ink, rng.uniform(0.08, 0.22)),
            )
        for mark in range(13):
            y = low - 40 - mark * 52
            pen.box(right - (46 if mark % 2 else 72), y, right - 8, y + 5, mix(stone, p.ink, 0.6))
        for y, wide in ((low - 640, 138), (low - 452, 120), (low - 330, 126), (low - 205, 112)):
            pen.box(left + 36, y, left + 36 + wide, y + 12, p.accent)
            for letter in range(4):
                x = left + 48 + letter * 15
                pen.box(x, y - 22, x + 8, y - 8, mix(p.accent, stone, 0.15))
        for _ in range(34):
            x, y = rng.uniform(left, right), rng.uniform(low - 170, low + 40)
            pen.fill(
                ring((x, y), rng.uniform(6, 22), rng.uniform(4, 9)),
                mix(rgb("#71845a"), stone, rng.uniform(0.1, 0.6)),
            )
    skin = mix(rgb("#b27a50"), p.ink, 0.12)
    with sheet.cut(shadow=15, dark=0.6, edge=0.4) as pen:
        woman = Dress(
            mix(p.ink, rgb("#5a3f5e"), 0.55),
            mix(p.ink, p.near, 0.15),
            skin,
            p.ink,
            mix(p.paper, p.far, 0.2),
            "non",
        )
        shoulder = back_view(pen, (800, 1330), 560, woman, stride=0.0, bow=0.06)
        child = Pose(
            hip=(0.0, 0.525),
            lean=-3,
            nod=-22,
            hands=((0.2, 0.98), (-0.06, 0.78)),
            feet=((0.04, 0), (-0.05, 0)),
            elbow=(1, -1),
        )
        boy = Figure(
            pen,
            (668, 1322),
            330,
            -1,
            child,
            Dress(mix(p.paper, (255, 255, 255), 0.4), mix(p.ink, rgb("#41597c"), 0.5), skin, p.ink),
        )
        hand = boy.spot(child.hands[1])
        pen.stroke(
            bend((shoulder[0] - 52, shoulder[1] + 12), (hand[0] + 4, hand[1]), 0.16),
            40,
            mix(woman.top, p.ink, 0.15),
            22,
        )
        pen.disc(hand, 13, skin)
        boy.draw()
    rain(sheet, mix(p.paper, p.far, 0.2), count=170, slant=0.26, length=80, see=0.4)
