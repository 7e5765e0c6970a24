"""The radio by the old man's bed."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, bend, blob, smooth
from ..land import dash
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import banana


@picture(
    "ba-nghe-radio",
    WIDE,
    Palette(rgb("#f7e3b4"), rgb("#7f9bb0"), rgb("#35506b"), rgb("#131c2c"), rgb("#cf5a33")),
)
def radio(sheet: Sheet) -> None:
    """An old man on the edge of his bed, one finger in the air; rain and rice fields outside."""
    p = sheet.palette
    wall = mix(p.near, p.ink, 0.3)
    sheet.wash([(0, mix(wall, p.ink, 0.4)), (0.6, wall), (1, mix(wall, p.ink, 0.3))], wood=0.16)
    with sheet.cut(shadow=3, dark=0.4) as pen:
        for x in range(-10, 1620, 84):
            pen.stroke([(x, -10), (x, 716)], 3, mix(wall, p.ink, 0.4))
    _window(sheet)
    with sheet.cut(shadow=7, dark=0.5, wood=0.2) as pen:
        pen.box(-10, 716, 1610, 910, mix(rgb("#6b4a38"), p.ink, 0.3))
        for y in (716, 752, 800, 858):
            pen.stroke([(-10, y), (1610, y)], 2.4, mix(p.ink, p.near, 0.2))
    lamp = (1000, 402)
    sheet.glow((lamp[0], lamp[1] - 10), 560, mix(p.paper, p.accent, 0.2), 0.62)
    _bed(sheet)
    skin = mix(rgb("#c08a60"), p.paper, 0.06)
    pose = Pose(
        hip=(-0.02, 0.27),
        lean=12,
        nod=12,
        hands=((0.27, 0.66), (0.14, 0.28)),
        feet=((0.16, 0.0), (0.06, 0.0)),
        elbow=(1, 1),
    )
    with sheet.cut(shadow=12, dark=0.55, edge=0.4) as pen:
        dress = Dress(
            mix(p.paper, p.far, 0.2),
            mix(p.ink, p.near, 0.35),
            skin,
            p.ink,
            hair_colour=mix(p.paper, p.far, 0.25),
        )
        figure = Figure(pen, (770, 850), 520, 1, pose, dress).draw()
        hand = figure.spot((0.27, 0.66))
        pen.stroke([hand, (hand[0] + 16, hand[1] - 34)], 10, skin, 8)
    _lamp_and_radio(sheet, lamp)
    sheet.glow((lamp[0], lamp[1] - 18), 90, mix(p.paper, (255, 255, 255), 0.3), 0.9)


def _window(sheet: Sheet) -> None:
    """Open shutters; outside rain over flooded rice, a banana plant, a far line of hills."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=2, dark=0.4, edge=0) as pen:
        pen.box(110, 130, 610, 520, mix(p.far, p.near, 0.3))
        pen.fill(
            [
                *smooth([(110, 330), (210, 280), (320, 312), (430, 262), (540, 300), (610, 276)]),
                (610, 520),
                (110, 520),
            ],
            mix(p.near, p.far, 0.35),
        )
        pen.box(110, 372, 610, 520, mix(p.far, p.paper, 0.22))
        for row in range(9):
            y = 384 + row * 15
            for x in range(112, 608, 15):
                pen.stroke(
                    [(x + row % 2 * 7, y + 8), (x + row % 2 * 7 + rng.uniform(-3, 3), y - 4)],
                    1.8,
                    mix(rgb("#5d8a62"), p.near, 0.35),
                )
        banana(pen, rng, (520, 520), 330, mix(rgb("#4f7f5c"), p.near, 0.3), p.ink)
        for _ in range(170):
            x, y = rng.uniform(116, 604), rng.uniform(134, 490)
            dash(pen, (x, y), (x - 8, y + 26), 1.7, mix(p.paper, p.far, 0.35))
    frame = mix(rgb("#7a5236"), p.ink, 0.35)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        for a, b in (
            ((100, 122), (620, 122)),
            ((100, 526), (620, 526)),
            ((104, 122), (104, 526)),
            ((614, 122), (614, 526)),
        ):
            pen.stroke([a, b], 20, frame)
        for x in range(168, 600, 64):
            pen.stroke([(x, 124), (x, 524)], 9, frame)
        for left, right in ((-10, 84), (640, 724)):
            pen.fill(
                [(left, 112), (right, 126), (right, 522), (left, 540)], mix(frame, p.near, 0.25)
            )
            for slat in range(9):
                y = 146 + slat * 42
                pen.stroke([(left + 8, y), (right - 8, y + 3)], 5, mix(frame, p.ink, 0.3))


def _bed(sheet: Sheet) -> None:
    """Plank bed, mat and pillow; a hat on its nail above."""
    p = sheet.palette
    wood = mix(rgb("#7a5236"), p.ink, 0.25)
    with sheet.cut(shadow=11, dark=0.5, wood=0.2) as pen:
        for x in (690, 1380):
            pen.stroke([(x, 690), (x, 842)], 26, wood)
        pen.fill([(650, 690), (1420, 690), (1430, 738), (640, 738)], wood)
        pen.fill(
            [(656, 672), (1416, 672), (1420, 694), (650, 694)], mix(rgb("#d8b878"), p.near, 0.25)
        )
        pen.fill(
            blob("1140,676 1150,626 1200,612 1340,614 1386,634 1388,676"),
            mix(p.accent, p.near, 0.25),
        )
        pen.stroke([(1168, 640), (1372, 640)], 4, mix(p.paper, p.accent, 0.4))
    with sheet.cut(shadow=9, dark=0.45, edge=0.4) as pen:
        straw = mix(rgb("#e3c98e"), p.near, 0.15)
        pen.disc((1440, 236), 6, p.ink)
        pen.fill(
            [(1440, 238), (1342, 366), (1390, 384), (1440, 390), (1490, 384), (1538, 366)], straw
        )
        pen.fill([(1440, 238), (1440, 390), (1490, 384), (1538, 366)], mix(straw, p.ink, 0.18))
        for share in (0.35, 0.55, 0.75, 0.92):
            left, right = (
                (1440 - 98 * share, 238 + 128 * share),
                (1440 + 98 * share, 238 + 128 * share),
            )
            pen.stroke(bend(left, right, 0.13 * share), 2, mix(straw, p.ink, 0.35))
        pen.stroke(bend((1390, 384), (1490, 384), 0.5), 5, p.accent)


def _lamp_and_radio(sheet: Sheet, lamp: Point) -> None:
    """A shelf at the head of the bed: the oil lamp on it, the old radio hung below by its strap."""
    p = sheet.palette
    wood = mix(rgb("#7a5236"), p.ink, 0.2)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        pen.box(940, 440, 1250, 458, wood)
        for x in (966, 1226):
            pen.fill(
                [(x - 5, 458), (x + 5, 458), (x + 5, 486), (x - 5, 474)], mix(wood, p.ink, 0.3)
            )
        x, y = lamp
        pen.fill(
            blob("-30,38 -34,14 -12,2 12,2 34,14 30,38", lamp),
            mix(rgb("#4f8f8a"), p.paper, 0.15),
        )
        pen.box(x - 11, y - 4, x + 11, y + 6, mix(rgb("#d8a24a"), p.ink, 0.1))
        for left, wide, colour in (
            (1072, 22, p.accent),
            (1098, 18, rgb("#4f8f8a")),
            (1120, 26, mix(p.paper, p.far, 0.3)),
            (1150, 16, mix(p.near, p.far, 0.4)),
        ):
            pen.box(left, 374, left + wide, 440, colour)
            pen.box(left, 390, left + wide, 396, mix(colour, p.ink, 0.35))
        pen.fill(
            blob("1190,440 1186,414 1204,404 1226,404 1240,416 1236,440"),
            mix(p.paper, p.near, 0.15),
        )
    with sheet.cut(shadow=0, edge=0, see=0.9) as pen:
        x, y = lamp
        pen.fill(
            smooth(
                [(x - 8, y - 4), (x - 9, y - 18), (x, y - 40), (x + 9, y - 18), (x + 8, y - 4)],
                closed=True,
            ),
            mix(p.paper, (255, 255, 255), 0.5),
        )
        pen.stroke(
            smooth([(x - 15, y), (x - 21, y - 22), (x - 11, y - 50), (x - 10, y - 74)]),
            2,
            mix(p.paper, p.far, 0.2),
        )
        pen.stroke(
            smooth([(x + 15, y), (x + 21, y - 22), (x + 11, y - 50), (x + 10, y - 74)]),
            2,
            mix(p.paper, p.far, 0.2),
        )
    with sheet.cut(shadow=9, dark=0.5, edge=0.45) as pen:
        pen.stroke(smooth([(1028, 458), (1020, 500), (1036, 536)]), 5, mix(p.ink, p.near, 0.3))
        pen.stroke(smooth([(1172, 458), (1182, 500), (1166, 536)]), 5, mix(p.ink, p.near, 0.3))
        pen.fill([(1012, 530), (1190, 530), (1194, 634), (1008, 634)], mix(p.accent, p.ink, 0.32))
        pen.fill([(1024, 542), (1112, 542), (1112, 622), (1024, 622)], mix(p.paper, p.near, 0.25))
        for row in range(6):
            for column in range(7):
                pen.disc((1034 + column * 11.5, 551 + row * 12.5), 3, mix(p.ink, p.near, 0.4))
        pen.box(1122, 544, 1182, 572, mix(p.paper, rgb("#ffd98a"), 0.5))
        pen.stroke([(1156, 544), (1156, 572)], 2.6, p.accent)
        pen.disc((1136, 600), 15, mix(p.paper, p.near, 0.4))
        pen.disc((1170, 600), 11, mix(p.paper, p.near, 0.4))
        pen.stroke([(1180, 530), (1262, 392)], 3.4, mix(p.paper, p.far, 0.4), 2)
        pen.stroke([(1010, 560), (1192, 560)], 5, mix(rgb("#d8b878"), p.ink, 0.15))
        pen.stroke([(1009, 612), (1193, 612)], 5, mix(rgb("#d8b878"), p.ink, 0.15))
