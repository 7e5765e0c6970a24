"""Desks in the sun: a school yard after the flood."""

from __future__ import annotations

from ..buildings import house
from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring, sag, smooth, trace
from ..household import desk
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import KNEEL, Dress, Figure, Pose
from ..plants import broad_tree, foliage
from ..sky import cloud_bank


@picture(
    "ban-ghe-phoi-san-truong",
    WIDE,
    Palette(rgb("#fdf1d3"), rgb("#efbf6a"), rgb("#4d8f86"), rgb("#28303a"), rgb("#c8503a")),
)
def desks_in_the_sun(sheet: Sheet) -> None:
    """Everybody scrubs; desks stand in rows to dry, wet books hang on a line like washing."""
    rng, p = sheet.rng, sheet.palette
    sky = rgb("#8fc4cf")
    sheet.wash([(0, sky), (0.35, mix(sky, p.paper, 0.5)), (0.5, p.paper)], wood=0.1)
    with sheet.cut(shadow=6, dark=0.22, see=0.95) as pen:
        white = mix(p.paper, (255, 255, 255), 0.7)
        for left, right, base, high in ((60, 520, 170, 70), (760, 1420, 130, 80)):
            cloud_bank(pen, rng, left, right, base, high, white)
    hills(sheet, 330, 70, mix(p.near, p.paper, 0.5), mist=(p.paper, 0.7), shadow=5)
    with sheet.cut(shadow=6) as pen:
        for x in range(-20, 1660, 56):
            shades = [mix(p.near, p.ink, 0.35), mix(p.near, p.ink, 0.05), mix(p.near, p.far, 0.35)]
            foliage(
                pen,
                rng,
                (x, 430 + rng.uniform(-30, 10)),
                rng.uniform(50, 90),
                rng.uniform(40, 70),
                shades,
                size=15,
            )
    mud = mix(p.far, rgb("#8c6a44"), 0.6)
    with sheet.cut(shadow=12, dark=0.45) as pen:
        house(
            pen,
            rng,
            360,
            540,
            1100,
            290,
            mix(p.far, p.paper, 0.62),
            p.accent,
            p.ink,
            doors=6,
            mud=mud,
        )
    yard = mix(p.far, p.paper, 0.58)
    with sheet.cut(shadow=8, dark=0.4) as pen:
        pen.fill(trace("-20,538 1620,530 1620,920 -20,920"), yard)
        for row in range(7):
            y = 548 + row * 14 + row * row * 7
            pen.stroke([(-20, y), (1620, y)], 2, mix(yard, p.ink, 0.16))
        for column in range(-10, 36):
            x = 800 + (column - 13) * 70
            pen.stroke([(x, 538), (800 + (x - 800) * 1.8, 910)], 2, mix(yard, p.ink, 0.13))
        for x, y, wide in ((420, 640, 120), (980, 760, 170), (230, 820, 150)):
            pen.fill(ring((x, y), wide, wide * 0.13), mix(sky, p.paper, 0.35))
    _books_on_a_line(sheet)
    wood = mix(rgb("#c98a4a"), p.paper, 0.2)
    for base, wide, count, left in ((620, 118, 8, 470), (720, 158, 7, 420), (850, 208, 4, 640)):
        with sheet.cut(shadow=0, edge=0, see=0.32, soft=3) as pen:
            for number in range(count):
                x = left + number * wide * 1.34
                pen.fill(
                    [
                        (x, base),
                        (x + wide * 1.1, base),
                        (x + wide * 1.6, base + wide * 0.24),
                        (x + wide * 0.46, base + wide * 0.24),
                    ],
                    mix(p.near, p.ink, 0.5),
                )
        with sheet.cut(shadow=7, dark=0.45, edge=0.45) as pen:
            for number in range(count):
                tone = mix(wood, (p.near, p.accent, p.far)[number % 3], 0.14)
                desk(pen, (left + number * wide * 1.34, base), wide, wide * 0.58, tone, p.ink)
    with sheet.cut(shadow=0, edge=0, see=0.36, soft=5) as pen:
        for _ in range(90):
            pen.disc(
                (rng.gauss(120, 130), rng.gauss(742, 40)),
                rng.uniform(24, 60),
                mix(p.near, p.ink, 0.6),
                0.25,
            )
    shades = [
        mix(p.near, p.ink, 0.5),
        mix(p.near, p.ink, 0.12),
        mix(p.near, p.far, 0.3),
        mix(p.near, p.paper, 0.35),
    ]
    broad_tree(sheet, (60, 720), 720, mix(p.ink, rgb("#8c6a44"), 0.4), shades, lean=0.1, size=22)
    _people(sheet)


def _books_on_a_line(sheet: Sheet) -> None:
    """Copybooks astride a rope, their leaves hanging open."""
    rng, p = sheet.rng, sheet.palette
    line = sag((150, 470), (1640, 440), 58, steps=40)
    covers = (p.accent, rgb("#5f7fb0"), p.far, mix(p.near, p.paper, 0.2), rgb("#d99aa0"))
    with sheet.cut(shadow=8, dark=0.4, edge=0.35) as pen:
        pen.stroke(line, 3, p.ink)
        for place in range(2, 39):
            if rng.random() < 0.16:
                continue
            x, y = line[place]
            wide, high = rng.uniform(15, 20), rng.uniform(34, 44)
            pen.fill(
                [(x - 3, y - 2), (x + 3, y - 2), (x + wide, y + high), (x - wide, y + high)],
                covers[rng.randrange(5)],
            )
            pen.fill(
                [
                    (x - 1, y + 3),
                    (x + 1, y + 3),
                    (x + wide * 0.6, y + high - 3),
                    (x - wide * 0.6, y + high - 3),
                ],
                mix(p.paper, (255, 255, 255), 0.5),
            )


def _people(sheet: Sheet) -> None:
    """A teacher with the hose, two who scrub on their knees, two who carry a desk."""
    rng, p = sheet.rng, sheet.palette
    skin = rgb("#bf8355")
    with sheet.cut(shadow=12, dark=0.5, edge=0.45) as pen:
        hose = Pose(lean=4, nod=4, hands=((0.28, 0.5), (0.24, 0.46)), feet=((0.1, 0), (-0.08, 0)))
        figure = Figure(
            pen,
            (330, 800),
            330,
            1,
            hose,
            Dress(p.accent, mix(p.near, p.ink, 0.4), skin, p.ink, mix(p.paper, p.far, 0.35), "non"),
        )
        figure.draw()
        hand = figure.spot((0.28, 0.5))
        pen.stroke(
            smooth(
                [hand, (hand[0] - 60, hand[1] + 60), (hand[0] - 150, 800), (60, 850), (-40, 842)]
            ),
            9,
            mix(p.near, p.paper, 0.15),
        )
        pen.stroke([hand, (hand[0] + 30, hand[1] - 6)], 12, p.ink, 8)
    with sheet.cut(shadow=0, edge=0, see=0.75) as pen:
        for _ in range(46):
            share = rng.random()
            x = hand[0] + 34 + share * 190
            y = (
                hand[1]
                - 8
                - 60 * 4 * share * (1 - share) * 0.5
                + share * share * 150
                + rng.gauss(0, 5 + 12 * share)
            )
            dash(
                pen,
                (x, y),
                (x + 22, y + 10 * share),
                4,
                mix(sheet.palette.paper, (255, 255, 255), 0.8),
            )
    with sheet.cut(shadow=12, dark=0.5, edge=0.45) as pen:
        scrubs = (
            (590, 792, 1, rgb("#5f7fb0"), "bun", ""),
            (440, 884, 1, mix(p.paper, (255, 255, 255), 0.5), "short", ""),
            (1010, 868, -1, rgb("#d99aa0"), "short", "scarf"),
        )
        for x, y, face, top, hair, hat in scrubs:
            tall = 250 + (y - 620) * 0.32
            dress = Dress(top, mix(p.ink, p.near, 0.3), skin, p.ink, p.far, hat, hair)
            Figure(pen, (x, y), tall, face, KNEEL, dress).draw()
            pen.disc((x + face * tall * 0.34, y - 8), 20, mix(p.paper, (255, 255, 255), 0.7), 0.5)
    carry = Pose(lean=-2, hands=((0.22, 0.5), (0.2, 0.46)), feet=((0.14, 0), (-0.14, 0.02)))
    with sheet.cut(shadow=13, dark=0.5, edge=0.45) as pen:
        Figure(
            pen,
            (1240, 880),
            380,
            1,
            carry,
            Dress(mix(p.near, p.paper, 0.3), mix(p.ink, p.near, 0.3), skin, p.ink, p.accent, "cap"),
        ).draw()
        Figure(
            pen,
            (1530, 876),
            370,
            -1,
            carry,
            Dress(p.far, mix(p.ink, p.near, 0.3), skin, p.ink, hair="long"),
        ).draw()
        desk(pen, (1290, 790), 170, 92, mix(rgb("#c98a4a"), p.paper, 0.25), p.ink)
        grip: list[Point] = [(1316, 702), (1460, 702)]
        for spot in grip:
            pen.disc(spot, 9, skin)
        pen.stroke(bend((1316, 702), (1300, 690), 0.1), 10, skin)
