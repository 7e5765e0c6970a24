"""The places on the map of the province, each a small sign."""

from __future__ import annotations

from ..buildings import house
from ..curves import bend, blob, ring, smooth, trace
from ..lanterns import lantern
from ..palette import mix, rgb
from ..paper import Sheet
from ..plants import areca, foliage, leaf
from ..waterside import sampan


def upland(sheet: Sheet) -> None:
    """Khe Lim: terraces, a stilt house, the hanging bridge; the pass with its five bends."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=5, dark=0.35, edge=0.5) as pen:
        for step in range(5):
            shape = ring((520 + step * 3, 282 + step * 9), 84 - step * 14, 34 - step * 6)
            pen.fill(shape, mix(rgb("#d7c95e"), p.far, 0.25 + 0.2 * (step % 2)))
    with sheet.cut(shadow=6, dark=0.4, edge=0.4) as pen:
        for post in (420, 442, 464):
            pen.stroke([(post, 330), (post, 352)], 4, p.ink)
        house(
            pen,
            rng,
            410,
            336,
            66,
            50,
            rgb("#b98a5a"),
            mix(p.ink, rgb("#8a6646"), 0.55),
            p.ink,
            doors=2,
        )
        for x in (268, 352):
            pen.stroke([(x, 300), (x, 252)], 5, mix(p.ink, rgb("#8a6646"), 0.4))
        pen.stroke(bend((268, 256), (352, 256), 0.16), 2.4, p.ink)
        pen.stroke(bend((258, 292), (362, 292), 0.06), 6, rgb("#b98a5a"))
        for hanger in range(1, 8):
            x = 268 + hanger * 10.5
            pen.stroke([(x, 266), (x, 294)], 1.6, p.ink)
        road = smooth(
            trace("640,420 600,360 660,340 690,312 640,292 660,264 720,256 716,232 660,222 650,250")
        )
        pen.stroke(road, 9, mix(p.ink, p.paper, 0.35))
        pen.stroke(road, 5.5, p.paper)
        pen.box(648, 300, 690, 326, p.accent)
        pen.fill([(690, 306), (702, 314), (704, 326), (690, 326)], mix(p.accent, p.ink, 0.2))
        pen.box(653, 305, 684, 319, p.ink)
        for book, code in enumerate(
            ("#e0a93a", "#3f6b93", "#f7ecd0", "#5e8a4e", "#d8703a", "#3f6b93")
        ):
            pen.box(655 + book * 5, 307, 659 + book * 5, 319, rgb(code))
        for wheel in (658, 694):
            pen.disc((wheel, 328), 5, p.ink)


def plain(sheet: Sheet) -> None:
    """Trại Dâu with mulberries and a loom house; Đồng Cau with palms and the smoking kiln."""
    rng, p = sheet.rng, sheet.palette
    green = rgb("#5e8a4e")
    with sheet.cut(shadow=5, dark=0.35, edge=0.3) as pen:
        for row in range(4):
            for column in range(7):
                x, y = 640 + column * 24 - row * 9, 620 + row * 24
                pen.stroke([(x, y), (x, y - 16)], 3, mix(p.ink, green, 0.4))
                for _ in range(5):
                    leaf(
                        pen,
                        (x, y - 12),
                        rng.uniform(-3.1, 0.3),
                        14,
                        9,
                        mix(green, rgb("#c9c864"), rng.random() * 0.5),
                    )
        house(
            pen,
            rng,
            820,
            668,
            84,
            58,
            mix(p.paper, rgb("#e0b878"), 0.4),
            mix(p.accent, p.ink, 0.2),
            p.ink,
            doors=2,
        )
        for x, y in ((830, 700), (868, 704), (906, 696)):
            pen.fill(ring((x, y), 19, 8), rgb("#c79a5a"))
            for cocoon in range(5):
                pen.fill(ring((x - 9 + cocoon * 4.6, y - 2 + cocoon % 2 * 4), 4, 3), rgb("#f3dd8a"))
    with sheet.cut(shadow=6, dark=0.35, edge=0.3) as pen:
        for x, y, tall in (
            (300, 640, 120),
            (346, 690, 130),
            (262, 712, 110),
            (410, 650, 104),
            (446, 706, 122),
            (384, 756, 110),
        ):
            areca(
                pen,
                rng,
                (x, y),
                tall,
                mix(p.ink, rgb("#8a6646"), 0.6),
                green,
                p.ink,
                lean=rng.uniform(-0.08, 0.08),
            )
        pen.fill([(486, 752), (496, 706), (560, 706), (570, 752)], mix(rgb("#a85a42"), p.ink, 0.1))
        pen.fill(ring((528, 740), 15, 15), mix(p.accent, rgb("#ffb13d"), 0.6))
        pen.fill([(478, 706), (578, 706), (566, 690), (490, 690)], mix(p.ink, rgb("#8a6646"), 0.5))
    with sheet.cut(shadow=0, edge=0, see=0.55, soft=4) as pen:
        pen.stroke(smooth(trace("528,690 520,664 540,640 524,610 544,584")), 7, p.paper, 24)
    with sheet.cut(shadow=6, dark=0.4, edge=0.4) as pen:
        house(
            pen,
            rng,
            128,
            786,
            96,
            70,
            mix(p.paper, rgb("#e0b878"), 0.5),
            mix(p.accent, p.ink, 0.25),
            p.ink,
        )
        pen.disc((256, 776), 20, mix(p.accent, p.ink, 0.2))
        pen.disc((256, 776), 14, p.paper)
    with sheet.cut(shadow=4, dark=0.3, edge=0.5) as pen:
        for row in range(3):
            for column in range(5):
                left, top = 960 + column * 44 - row * 16, 664 + row * 36
                field = mix(
                    rgb("#c9c864"), rng.choice((green, p.paper, p.near)), rng.uniform(0.1, 0.5)
                )
                pen.fill(
                    [
                        (left, top),
                        (left + 40, top + 2),
                        (left + 26, top + 34),
                        (left - 14, top + 32),
                    ],
                    field,
                )
                for blade in range(4):
                    pen.stroke(
                        [
                            (left + blade * 8, top + 26 - blade % 2 * 9),
                            (left + blade * 8 + 2, top + 17 - blade % 2 * 9),
                        ],
                        1.8,
                        mix(field, p.ink, 0.35),
                    )


def town(sheet: Sheet) -> None:
    """Cửa Lũy: roofs on both banks, the bridge of five arches, the fig tree, the stadium."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=7, dark=0.4, edge=0.4) as pen:
        for x, y, wide, high in (
            (884, 436, 66, 52),
            (950, 428, 60, 60),
            (1012, 446, 70, 52),
            (1078, 440, 58, 62),
            (930, 398, 58, 46),
            (1002, 392, 64, 50),
            (1070, 396, 54, 44),
        ):
            house(
                pen,
                rng,
                x,
                y,
                wide,
                high,
                mix(p.paper, rgb("#e0b878"), rng.uniform(0.1, 0.6)),
                mix(p.accent, p.ink, rng.uniform(0.05, 0.3)),
                p.ink,
                doors=2,
            )
        for x in (1144, 1164):
            foliage(
                pen,
                rng,
                (x, 420),
                24,
                20,
                [mix(p.near, p.ink, 0.4), mix(rgb("#5e8a4e"), p.ink, 0.1), rgb("#8fae6a")],
                size=9,
            )
        pen.stroke([(1154, 470), (1154, 430)], 9, mix(p.ink, rgb("#8a6646"), 0.5))
    with sheet.cut(shadow=6, dark=0.45, edge=0.4) as pen:
        rust = mix(p.accent, rgb("#7a4a36"), 0.4)
        for arch in range(5):
            a, b = (886 + arch * 20, 556 - arch * 22), (906 + arch * 20, 534 - arch * 22)
            pen.stroke(bend(a, b, -0.5), 5, rust)
            pen.stroke([((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), (a[0] + 1, b[1] - 3)], 2, rust)
        pen.stroke([(878, 565), (994, 437)], 8, rust)
    with sheet.cut(shadow=5, dark=0.4, edge=0.4) as pen:
        pen.fill(ring((1240, 470), 70, 34), mix(p.paper, p.ink, 0.3))
        pen.fill(ring((1240, 472), 54, 24), rgb("#6f9f5a"))
        pen.stroke([(1240, 449), (1240, 495)], 2, p.paper)
        circle = ring((1240, 472), 14, 7)
        pen.stroke([*circle, circle[0]], 2, p.paper)
        for x in (1178, 1302):
            pen.stroke([(x, 474), (x, 410)], 4, p.ink)
            pen.box(x - 11, 402, x + 11, 414, p.paper)


def coast(sheet: Sheet) -> None:
    """The islet's lantern, the lift net, waders on the flats, a sail and a friendly whale."""
    rng, p = sheet.rng, sheet.palette
    with sheet.cut(shadow=5, dark=0.4, edge=0.3) as pen:
        lantern(pen, (1056, 500), 34, p.accent, mix(p.accent, p.ink, 0.6), shape="lotus")
        pen.stroke([(1056, 588), (1056, 498)], 4, mix(p.ink, rgb("#8a6646"), 0.4))
        for x in (1022, 1084):
            foliage(pen, rng, (x, 572), 15, 11, [mix(p.near, p.ink, 0.3), rgb("#5e8a4e")], size=7)
    with sheet.cut(shadow=5, dark=0.4, edge=0.4) as pen:
        apex = (1352, 590)
        for corner in ((1308, 646), (1398, 646), (1322, 664), (1386, 664)):
            pen.stroke(bend(apex, corner, 0.1 if corner[0] > 1352 else -0.1), 3, p.ink)
        for share in range(7):
            pen.stroke(
                bend(
                    (1308 + share * 3, 646 + share * 3), (1398 - share * 3, 646 + share * 3), 0.16
                ),
                1.6,
                mix(p.ink, p.paper, 0.3),
            )
        pen.stroke([(1410, 676), apex], 5, mix(p.ink, rgb("#8a6646"), 0.4))
        for x in (1404, 1436):
            pen.stroke([(x, 690), (x, 652)], 4, p.ink)
        pen.fill([(1394, 652), (1446, 652), (1436, 626), (1404, 626)], rgb("#b98a5a"))
    with sheet.cut(shadow=6, dark=0.4, edge=0.5) as pen:
        for x, y in ((1290, 770), (1330, 786), (1256, 788)):
            pen.fill(ring((x, y), 13, 8), rgb("#a8805c"))
            pen.stroke([(x + 10, y - 4), (x + 16, y - 16), (x + 34, y - 8)], 3, rgb("#a8805c"), 1)
            for leg in (-3, 4):
                pen.stroke([(x + leg, y + 6), (x + leg, y + 22)], 2, p.ink)
        whale = blob("1380,770 1396,742 1440,736 1474,752 1486,778 1440,796 1400,792")
        pen.fill(whale, mix(rgb("#3f5f7a"), p.ink, 0.1))
        pen.fill(blob("1396,782 1440,778 1480,780 1440,796 1404,792"), p.paper)
        pen.fill(
            smooth([(1382, 772), (1358, 748), (1350, 760), (1340, 752), (1352, 778)], closed=True),
            mix(rgb("#3f5f7a"), p.ink, 0.1),
        )
        pen.disc((1462, 766), 3, p.paper)
        for side in (-1, 1):
            pen.stroke(bend((1446, 736), (1446 + side * 20, 712), 0.3 * side), 4, p.paper, 2)
        pen.fill([(1424, 566), (1424, 500), (1470, 556)], p.accent)
        pen.fill([(1418, 560), (1418, 514), (1390, 556)], p.paper)
        sampan(pen, (1430, 574), 92, 1, mix(p.ink, rgb("#8a6646"), 0.3), p.paper, p.ink)
