"""The house where prints are made by hand from carved blocks."""

from __future__ import annotations

from ..catalogue import LANDSCAPE, picture
from ..curves import bend, blob, sag, smooth, trace
from ..folk import Print, sheet_of
from ..hands import gripping_hand
from ..household import storm_lamp
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import banana, foliage

INKS = (rgb("#262223"), rgb("#c0442e"), rgb("#e0a83c"), rgb("#4d8068"))


@picture(
    "phoi-tranh-van-go",
    LANDSCAPE,
    Palette(rgb("#f8ecd0"), rgb("#d2a86a"), rgb("#7d5233"), rgb("#2a1c18"), rgb("#4d8068")),
)
def prints_drying(sheet: Sheet) -> None:
    """Wet prints hang in rows under the roof; an old woman lays paper on the block."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(p.near, p.far, 0.3)
    sheet.wash([(0, mix(wall, p.ink, 0.45)), (0.5, wall), (1, mix(wall, p.ink, 0.3))], wood=0.25)
    day = mix(p.paper, (255, 255, 255), 0.4)
    with sheet.cut(shadow=9) as pen:
        pen.box(1010, 236, 1420, 720, mix(p.near, p.ink, 0.25))
        pen.box(1036, 262, 1394, 700, day)
    with sheet.cut(shadow=4, see=0.9) as pen:
        banana(pen, rng, (1300, 720), 430, mix(p.accent, p.paper, 0.35), mix(p.accent, p.ink, 0.2))
        shades = [mix(p.accent, p.paper, 0.2), mix(p.accent, p.paper, 0.55)]
        foliage(pen, rng, (1090, 668), 110, 60, shades, size=24)
        pen.box(1394, 240, 1500, 720, wall)
        pen.box(1394, 236, 1420, 720, mix(p.near, p.ink, 0.25))
    with sheet.cut(shadow=6) as pen:
        for x in (1036, 1212, 1388):
            pen.box(x - 7, 250, x + 7, 712, mix(p.near, p.ink, 0.35))
        pen.box(-10, 812, 1510, 1010, mix(p.near, p.ink, 0.35))
        for plank in range(7):
            y = 818 + plank * plank * 4.6
            pen.stroke([(-10, y), (1510, y)], 3, mix(p.near, p.ink, 0.65))
    sheet.beam((1212, 420), 2.55, 0.34, 1500, mix(p.paper, p.far, 0.25), 0.42)
    kinds = ("hen", "pig", "carp")
    for row, (y, size, count) in enumerate(((168, 128, 9), (372, 176, 7))):
        rope_y = y - size * 0.74
        with sheet.cut(shadow=13, dark=0.5, edge=0.3) as pen:
            pen.stroke(
                sag((-20, rope_y), (1010 if row else 1520, rope_y), 16), 8, mix(p.far, p.ink, 0.35)
            )
            for number in range(count if not row else 5):
                x = 90 + number * size * 1.18 + row * 10
                tilt = rng.uniform(-4, 6)
                paper = mix(p.paper, (255, 250, 235), 0.4)
                sheet_of(pen, (x, y + tilt), size, kinds[(number + row) % 3], paper, INKS)
                for peg in (-0.3, 0.3):
                    pen.box(
                        x + peg * size - 4,
                        rope_y + 4,
                        x + peg * size + 4,
                        y - size * 0.52,
                        mix(p.near, p.ink, 0.2),
                    )
    _printer(sheet)


def _printer(sheet: Sheet) -> None:
    """The bench with block, pots of colour and a pile of sheets; the printer with her pad."""
    p = sheet.palette
    wood = mix(p.near, p.far, 0.35)
    lean = Pose(
        hip=(0.0, 0.5),
        lean=24,
        nod=14,
        hands=((0.34, 0.47), (0.4, 0.5)),
        feet=((0.06, 0), (-0.1, 0)),
        breadth=0.1,
    )
    dress = Dress(
        mix(p.accent, p.ink, 0.2), mix(p.ink, p.near, 0.15), rgb("#bd875a"), p.ink, None, "", "bun",
        hair_colour=mix(p.far, (230, 230, 230), 0.6),
    )  # fmt: skip
    with sheet.cut(shadow=16, dark=0.55, edge=0.45) as pen:
        Figure(pen, (470, 972), 560, 1, lean, dress).draw()
    with sheet.cut(shadow=15, dark=0.55, edge=0.35) as pen:
        pen.fill(trace("560,720 1180,700 1270,772 520,792"), wood)
        pen.fill(trace("520,792 1270,772 1270,806 520,826"), mix(wood, p.ink, 0.35))
        for x in (560, 1190):
            pen.box(x, 812, x + 40, 1000, mix(wood, p.ink, 0.45))
    with sheet.cut(shadow=7, dark=0.5, edge=0.35) as pen:
        pen.fill(trace("630,736 806,730 830,760 612,768"), mix(p.near, p.ink, 0.5))
        pen.fill(trace("646,722 812,716 834,748 628,756"), mix(p.paper, (255, 255, 255), 0.3))
        pen.fill(blob("690,716 742,704 782,714 776,736 736,742 696,736"), mix(p.far, p.ink, 0.3))
        for pile in range(6):
            y = 752 - pile * 7
            pen.fill(
                trace(f"900,{y - 20} 1060,{y - 26} 1084,{y} 884,{y + 6}"),
                mix(p.paper, p.far, 0.12 * (pile % 2)),
            )
        for x, colour in ((1120, INKS[1]), (1176, INKS[2]), (1226, INKS[3])):
            pen.fill(
                blob(f"{x - 28},726 {x + 28},724 {x + 20},764 {x - 20},766"),
                mix(p.far, p.paper, 0.5),
            )
            pen.fill(blob(f"{x - 26},724 {x},718 {x + 26},724 {x},734"), colour)
            pen.stroke([(x + 6, 726), (x + 30, 664)], 7, mix(p.near, p.ink, 0.2), 4)


@picture(
    "ban-khac-con-ga",
    LANDSCAPE,
    Palette(rgb("#f1dfba"), rgb("#c38a4e"), rgb("#6f4326"), rgb("#1f1512"), rgb("#a33a28")),
)
def the_carved_block(sheet: Sheet) -> None:
    """The black block of the hen in two hands, chisels and a fresh proof beside it."""
    rng, p = sheet.rng, sheet.palette
    table = mix(p.near, p.ink, 0.55)
    sheet.wash([(0, mix(table, p.near, 0.3)), (1, mix(table, p.ink, 0.3))], wood=0.42)
    sheet.glow((560, 300), 900, mix(p.far, p.near, 0.2), 0.5)
    with sheet.cut(shadow=12, dark=0.5) as pen:
        sheet_of(pen, (1180, 430), 470, "hen", mix(p.paper, (255, 250, 235), 0.3), INKS)
    block = mix(p.far, p.near, 0.5)
    with sheet.cut(shadow=22, dark=0.7, edge=0.5) as pen:
        pen.fill(trace("130,150 800,120 836,800 150,836"), mix(block, p.ink, 0.55))
        pen.fill(trace("120,130 790,100 822,776 140,812"), mix(block, p.ink, 0.08))
        pen.fill(trace("158,166 756,138 784,742 176,776"), mix(block, p.paper, 0.12))
        for _ in range(260):
            x, y = rng.uniform(180, 750), rng.uniform(170, 750)
            pen.stroke(
                bend((x, y), (x + rng.uniform(14, 34), y + rng.uniform(-8, 8)), 0.2, steps=4),
                3.4,
                mix(block, p.ink, rng.uniform(0.1, 0.32)),
                1,
            )
    black = mix(p.ink, p.near, 0.12)
    hollow = mix(block, p.ink, 0.14)
    with sheet.cut(shadow=7, dark=0.85, edge=0.9) as pen:
        frame = smooth(trace("180,186 738,160 764,724 198,754"), closed=True, steps=1)
        pen.stroke([*frame, frame[0]], 13, black)
        Print(pen, (474, 452), 500, (black, hollow, hollow, hollow), face=-1).hen()
    with sheet.cut(shadow=10, dark=0.6, edge=0.4) as pen:
        for x, y, turn in ((930, 860, -60), (1010, 872, -30), (1090, 880, 4)):
            pen.stroke([(x, y), (x + 250, y + turn)], 34, mix(p.accent, p.ink, 0.15), 26)
            pen.stroke(
                [(x, y), (x - 110, y + 26 - turn * 0.3)], 16, mix(p.paper, rgb("#8b949a"), 0.75), 13
            )
            pen.stroke([(x - 4, y), (x + 12, y + 1)], 36, mix(p.far, p.paper, 0.3))
        for _ in range(34):
            x, y = rng.uniform(820, 1440), rng.uniform(770, 960)
            shaving = bend(
                (x, y), (x + rng.uniform(-50, 50), y + rng.uniform(-20, 20)), rng.uniform(-0.5, 0.5)
            )
            pen.stroke(shaving, 6, mix(p.far, p.paper, rng.uniform(0.1, 0.6)), 2)
    with sheet.cut(shadow=16, dark=0.6, edge=0.4) as pen:
        skin, sleeve = rgb("#b67d51"), mix(rgb("#33505c"), p.ink, 0.2)
        gripping_hand(pen, (250, 940), 210, 0.1, 1, skin, p.ink, sleeve)
        gripping_hand(pen, (690, 930), 210, -0.14, -1, skin, p.ink, sleeve)


@picture(
    "so-nuoc",
    LANDSCAPE,
    Palette(rgb("#f4e2b8"), rgb("#8a97a8"), rgb("#3d4a61"), rgb("#161a26"), rgb("#c0763a")),
)
def the_water_books(sheet: Sheet) -> None:
    """Copybooks in piles on the sluice keeper's desk; lamp, tea, the river in the window."""
    rng, p = sheet.rng, sheet.palette
    wall = mix(p.near, p.ink, 0.45)
    sheet.wash([(0, mix(wall, p.ink, 0.4)), (0.6, wall)], wood=0.28)
    with sheet.cut(shadow=9) as pen:
        pen.box(500, 60, 1320, 600, mix(p.accent, p.ink, 0.6))
        pen.box(532, 90, 1290, 580, mix(p.far, p.near, 0.35))
    with sheet.cut(shadow=3, dark=0.3) as pen:
        pen.fill(
            [
                *smooth(trace("532,330 660,290 800,318 960,270 1120,310 1290,280")),
                (1290, 580),
                (532, 580),
            ],
            mix(p.near, p.far, 0.3),
        )
        pen.box(532, 372, 1290, 580, mix(p.far, p.paper, 0.12))
        for _ in range(60):
            x, y = rng.uniform(540, 1220), rng.uniform(380, 572)
            pen.stroke(
                [(x, y), (x + rng.uniform(20, 70), y)],
                2.5,
                mix(p.near, p.far, rng.uniform(0.2, 0.7)),
            )
        sluice = mix(p.near, p.ink, 0.35)
        for x in (760, 880, 1000, 1120):
            pen.box(x, 300, x + 24, 440, sluice)
        pen.box(744, 290, 1160, 316, sluice)
        for x in (784, 904, 1024):
            pen.box(x, 350, x + 96, 430, mix(sluice, p.far, 0.25))
            pen.stroke([(x + 48, 350), (x + 48, 262)], 5, sluice)
        for _ in range(70):
            x, y = rng.uniform(540, 1280), rng.uniform(92, 560)
            pen.stroke([(x, y), (x - 6, y + 26)], 1.6, mix(p.far, p.paper, 0.45))
    with sheet.cut(shadow=8) as pen:
        for x in (516, 905, 1304):
            pen.box(x - 13, 70, x + 13, 594, mix(p.accent, p.ink, 0.52))
        pen.box(500, 576, 1320, 618, mix(p.accent, p.ink, 0.4))
        pen.box(500, 290, 1320, 306, mix(p.accent, p.ink, 0.52))
    table = mix(p.accent, p.ink, 0.42)
    with sheet.cut(shadow=16, dark=0.6) as pen:
        pen.box(-10, 690, 1510, 1010, table)
        for plank in range(6):
            pen.stroke(
                [(-10, 700 + plank * 58), (1510, 694 + plank * 60)], 4, mix(table, p.ink, 0.35)
            )
    sheet.glow((330, 640), 760, mix(p.accent, p.paper, 0.15), 0.5)
    covers = (rgb("#4f7f86"), rgb("#b3543c"), rgb("#caa24e"), rgb("#6d7f4a"), rgb("#7a5a72"))
    with sheet.cut(shadow=12, dark=0.55, edge=0.5) as pen:
        for pile, (left, base, count) in enumerate(
            ((1010, 842, 11), (1270, 862, 15), (60, 830, 5))
        ):
            for number in range(count):
                y = base - number * 24
                shift = rng.uniform(-14, 14)
                cover = mix(covers[(number * 3 + pile) % 5], p.ink, rng.uniform(0.05, 0.3))
                pen.box(left + shift, y - 22, left + 214 + shift, y, cover)
                pen.box(
                    left + 6 + shift,
                    y - 17,
                    left + 214 + shift,
                    y - 5,
                    mix(p.paper, p.accent, rng.uniform(0.05, 0.3)),
                )
                pen.box(left + shift, y - 22, left + 14 + shift, y, mix(cover, p.ink, 0.25))
    _open_book(sheet)
    storm_lamp(sheet, (330, 560), 300, mix(p.paper, p.accent, 0.1), reach=2.6, strength=0.8)
    with sheet.cut(shadow=10, dark=0.55, edge=0.5) as pen:
        pen.fill(blob("850,720 950,720 940,800 900,814 860,800"), mix(p.paper, p.far, 0.25))
        pen.fill(blob("850,720 900,704 950,720 900,734"), mix(p.accent, p.ink, 0.35))
        pen.stroke(bend((938, 742), (934, 786), -0.7), 10, mix(p.paper, p.far, 0.35))
    with sheet.cut(shadow=0, edge=0, see=0.5, soft=10) as pen:
        for x, top in ((884, 560), (914, 530)):
            pen.stroke(
                smooth([(x, 706), (x + 16, 660), (x - 8, 610), (x + 10, top)]), 26, p.paper, 8
            )


def _open_book(sheet: Sheet) -> None:
    """The book of this year, open at a page of figures, a pencil on it."""
    rng, p = sheet.rng, sheet.palette
    page = mix(p.paper, (255, 255, 255), 0.25)
    with sheet.cut(shadow=14, dark=0.6, edge=0.5) as pen:
        pen.fill(trace("330,800 872,786 950,964 250,982"), mix(rgb("#4f7f86"), p.ink, 0.25))
        pen.fill(
            [*smooth(trace("350,798 440,776 600,790")), *smooth(trace("596,966 420,956 276,974"))],
            page,
        )
        pen.fill(
            [*smooth(trace("600,790 720,768 856,784")), *smooth(trace("928,956 770,946 596,966"))],
            mix(page, p.accent, 0.1),
        )
        pen.stroke([(600, 790), (596, 966)], 5, mix(page, p.ink, 0.35))
        for row in range(8):
            y = 806 + row * 18.5
            grow = row * 9
            for left, right in ((356 - grow, 580), (622, 850 + grow)):
                pen.stroke([(left, y + 6), (right, y)], 1.3, mix(page, rgb("#6c8fb0"), 0.6))
                if rng.random() < 0.8:
                    x = left + 14
                    while x < right - rng.uniform(20, 110):
                        word = rng.uniform(14, 46)
                        pen.stroke(
                            smooth(
                                [
                                    (x, y),
                                    (x + word * 0.35, y - 7),
                                    (x + word * 0.6, y),
                                    (x + word, y - 4),
                                ]
                            ),
                            2.8,
                            mix(rgb("#2a3c78"), p.ink, 0.3),
                        )
                        x += word + 12
        pen.stroke([(690, 938), (890, 830)], 13, rgb("#c9a23c"))
        pen.stroke([(690, 938), (668, 950)], 12, mix(p.paper, p.accent, 0.4), 2)
