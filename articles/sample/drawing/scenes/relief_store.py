"""The store of the commune, full to its beams."""

from __future__ import annotations

from ..behind import back_view
from ..catalogue import LANDSCAPE, picture
from ..curves import bend, ring, smooth, trace
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage


@picture(
    "kho-hang-cuu-tro",
    LANDSCAPE,
    Palette(rgb("#fbf0d8"), rgb("#d8b27a"), rgb("#9a6f4a"), rgb("#2b2629"), rgb("#c0432e")),
)
def full_store(sheet: Sheet) -> None:
    """A small old woman before walls of cartons; daylight falls through the open door."""
    rng, p = sheet.rng, sheet.palette
    dim = mix(p.near, p.ink, 0.5)
    sheet.wash(
        [(0, mix(p.near, p.ink, 0.72)), (0.5, dim), (1, mix(p.near, p.ink, 0.35))], wood=0.14
    )
    with sheet.cut(shadow=6, dark=0.4) as pen:
        pen.box(1000, 190, 1330, 850, mix(rgb("#cfe0d6"), p.paper, 0.5))
        pen.fill(trace("1000,690 1330,690 1330,850 1000,850"), mix(p.far, p.paper, 0.4))
        pen.fill(trace("1120,690 1180,690 1290,850 1050,850"), mix(p.far, p.paper, 0.1))
        for x in (1050, 1120, 1230, 1290):
            areca(
                pen,
                rng,
                (x, 690),
                rng.uniform(230, 320),
                mix(p.near, p.paper, 0.2),
                mix(rgb("#6a9060"), p.paper, 0.15),
                p.ink,
            )
        for x in range(1010, 1330, 50):
            foliage(
                pen,
                rng,
                (x, 680),
                38,
                22,
                [mix(rgb("#5f8558"), p.paper, 0.1), mix(rgb("#86a870"), p.paper, 0.2)],
                size=13,
            )
        for beam in range(6):
            pen.box(-10 + beam * 290, -10, 20 + beam * 290, 120, mix(p.near, p.ink, 0.8))
        pen.box(-10, 92, 1510, 124, mix(p.near, p.ink, 0.78))
    sheet.glow((1165, 470), 520, mix(p.paper, (255, 250, 230), 0.5), 0.5)
    floor = mix(p.near, p.far, 0.3)
    with sheet.cut(shadow=5) as pen:
        pen.fill(trace("-10,850 1510,850 1510,1010 -10,1010"), mix(floor, p.ink, 0.32))
    with sheet.cut(shadow=0, edge=0, see=0.55, soft=7) as pen:
        pen.fill(trace("1000,850 1330,850 1180,1010 560,1010"), mix(p.paper, p.far, 0.3))
    with sheet.cut(shadow=11, dark=0.55) as pen:
        door = mix(rgb("#4f7f7c"), p.ink, 0.12)
        pen.box(972, 172, 1000, 852, mix(p.near, p.ink, 0.4))
        pen.box(1330, 172, 1358, 852, mix(p.near, p.ink, 0.4))
        pen.box(972, 160, 1358, 190, mix(p.near, p.ink, 0.45))
        pen.fill(trace("1342,190 1480,150 1480,930 1342,850"), door)
        for plank in range(1, 4):
            x = 1342 + plank * 34
            pen.stroke([(x, 190 - plank * 10), (x, 850 + plank * 20)], 4, mix(door, p.ink, 0.35))
        pen.fill(trace("1368,330 1458,316 1458,470 1368,474"), mix(p.paper, (255, 255, 255), 0.5))
        for row in range(7):
            pen.stroke(
                [(1380, 350 + row * 17), (1446 - (row * 13) % 30, 342 + row * 17)],
                4,
                mix(p.accent if row == 0 else p.ink, p.paper, 0.3),
            )
    marks = (p.accent, rgb("#d98f2e"), rgb("#4f7f7c"))
    for left, right, rows, base, size, share in (
        (-60, 960, 8, 850, 84, 0.35),
        (-80, 760, 7, 905, 98, 0.12),
    ):
        with sheet.cut(shadow=15, dark=0.55, edge=0.3) as pen:
            for row in range(rows):
                y = base - (row + 1) * size * 0.9
                x = left - rng.uniform(0, size)
                edge = right - row * (14 if share > 0.2 else 52) - rng.uniform(0, 40)
                while x < edge:
                    wide = size * rng.uniform(1.22, 1.34)
                    lean = rng.uniform(-2, 2)
                    box = mix(
                        mix(p.far, p.near, rng.uniform(0.0, 0.4)),
                        p.ink,
                        share * rng.uniform(0.7, 1.1),
                    )
                    pen.fill(
                        [
                            (x, y + lean),
                            (x + wide - 4, y - lean),
                            (x + wide - 4, y + size * 0.88),
                            (x, y + size * 0.88),
                        ],
                        box,
                    )
                    pen.fill(
                        [
                            (x, y + lean),
                            (x + wide - 4, y - lean),
                            (x + wide - 6, y + size * 0.16),
                            (x + 2, y + size * 0.16),
                        ],
                        mix(box, p.paper, 0.16),
                    )
                    pen.box(
                        x + wide * 0.42,
                        y + 2,
                        x + wide * 0.54,
                        y + size * 0.34,
                        mix(box, p.paper, 0.32),
                    )
                    mark = mix(rng.choice(marks), box, 0.25)
                    pen.fill(ring((x + wide * 0.25, y + size * 0.6), size * 0.14, size * 0.1), mark)
                    for wave in range(3):
                        line = bend(
                            (x + wide * 0.46, y + size * (0.5 + wave * 0.1)),
                            (x + wide * 0.84, y + size * (0.5 + wave * 0.1)),
                            0.08 if wave % 2 else -0.08,
                            steps=6,
                        )
                        pen.stroke(line, 2.6, mix(box, p.ink, 0.4))
                    x += wide
    sheet.glow((880, 700), 420, mix(p.paper, p.far, 0.2), 0.28)
    skin = mix(rgb("#b57d54"), p.ink, 0.08)
    note = Pose(
        hip=(0, 0.525),
        lean=6,
        nod=16,
        hands=((0.19, 0.62), (0.22, 0.6)),
        feet=((0.04, 0), (-0.05, 0)),
    )

    def book(near: tuple[float, float], far: tuple[float, float]) -> None:
        x, y = (near[0] + far[0]) / 2 - 8, (near[1] + far[1]) / 2 - 16
        pen.fill(
            [(x - 30, y - 36), (x + 24, y - 24), (x + 30, y + 34), (x - 24, y + 24)],
            mix(p.paper, (255, 255, 255), 0.5),
        )
        pen.stroke([(x - 20, y - 16), (x + 14, y - 8)], 3, mix(p.ink, p.paper, 0.4))
        pen.stroke([(x - 18, y), (x + 16, y + 8)], 3, mix(p.ink, p.paper, 0.4))

    with sheet.cut(shadow=14, dark=0.55, edge=0.45) as pen:
        Figure(
            pen,
            (1240, 962),
            540,
            -1,
            note,
            Dress(
                mix(p.paper, (255, 255, 255), 0.3),
                mix(p.ink, rgb("#45506c"), 0.4),
                skin,
                p.ink,
                hair="long",
            ),
        ).draw(book)
    with sheet.cut(shadow=15, dark=0.55, edge=0.45) as pen:
        woman = Dress(
            mix(rgb("#7a5a80"), p.ink, 0.1),
            mix(p.ink, p.near, 0.2),
            skin,
            p.ink,
            mix(p.paper, p.far, 0.3),
            "non",
        )
        shoulder = back_view(pen, (880, 982), 440, woman, stride=0.0, bow=0.04)
        arm = [
            (shoulder[0] + 46, shoulder[1] + 10),
            (shoulder[0] + 66, shoulder[1] + 90),
            (shoulder[0] + 58, shoulder[1] + 158),
        ]
        pen.stroke(smooth(arm), 32, mix(woman.top, p.ink, 0.1), 22)
        hand = arm[-1]
        pen.disc((hand[0], hand[1] + 10), 14, skin)
        cane = mix(p.far, rgb("#c99a4c"), 0.5)
        pen.stroke(
            smooth(
                [(hand[0] - 44, hand[1] + 64), (hand[0], hand[1] + 6), (hand[0] + 50, hand[1] + 64)]
            ),
            7,
            mix(cane, p.ink, 0.3),
        )
        pen.fill(
            smooth(
                [
                    (hand[0] - 56, hand[1] + 60),
                    (hand[0] + 60, hand[1] + 60),
                    (hand[0] + 44, hand[1] + 128),
                    (hand[0] - 40, hand[1] + 128),
                ],
                closed=True,
                steps=3,
            ),
            cane,
        )
        for row in range(3):
            pen.stroke(
                [
                    (hand[0] - 50 + row * 4, hand[1] + 80 + row * 16),
                    (hand[0] + 54 - row * 4, hand[1] + 80 + row * 16),
                ],
                4,
                mix(cane, p.ink, 0.3),
            )
