"""The boat that brings the doctor."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..curves import Point, bend, ring, smooth, trace
from ..land import hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, banana, foliage, tuft
from ..sky import birds, cloud_bank, mist_band
from ..waterside import glitter, ripples, sampan


@picture(
    "thuyen-kham-benh",
    WIDE,
    Palette(rgb("#fdeccb"), rgb("#f0b48a"), rgb("#5c8f9c"), rgb("#1f3140"), rgb("#c9573f")),
)
def the_clinic_boat(sheet: Sheet) -> None:
    """A long boat with awning and white flag lies at the bank in the early sun; people wait."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, mix(p.near, p.paper, 0.35)), (0.22, mix(p.far, p.paper, 0.45)), (0.42, p.paper)],
        wood=0.12,
    )
    sheet.glow((560, 330), 460, mix(p.paper, rgb("#ffd98a"), 0.5), 0.8)
    with sheet.cut(shadow=0, edge=0) as pen:
        pen.disc((560, 322), 50, mix(p.paper, (255, 255, 255), 0.6))
    with sheet.cut(shadow=4, dark=0.25, see=0.9) as pen:
        for left, right, base, high in ((60, 480, 160, 46), (900, 1560, 120, 56)):
            cloud_bank(pen, rng, left, right, base, high, mix(p.paper, p.far, 0.2))
        birds(pen, rng, (860, 190), 120, 8, 20, mix(p.near, p.ink, 0.3))
    hills(sheet, 320, 80, mix(p.near, p.paper, 0.5), mist=(p.paper, 0.8), shadow=5)
    hills(
        sheet,
        372,
        30,
        mix(p.near, p.ink, 0.12),
        mist=(mix(p.paper, p.far, 0.2), 0.7),
        shadow=5,
        rough=0.6,
    )
    mist_band(sheet, 330, 400, 450, p.paper, 0.6)
    with sheet.cut(shadow=3, grain=0.08) as pen:
        pen.box(-10, 410, 1610, 910, mix(p.near, p.paper, 0.36))
        ripples(pen, rng, (-60, 416, 1600, 900), mix(p.near, p.ink, 0.12), count=190, longest=230)
        ripples(
            pen,
            rng,
            (-60, 416, 1600, 900),
            mix(p.paper, (255, 255, 255), 0.3),
            count=130,
            longest=180,
        )
        glitter(pen, rng, 560, 412, 760, 46, mix(p.paper, rgb("#ffe3a0"), 0.5))
        sampan(pen, (250, 470), 150, -1, mix(p.near, p.ink, 0.5), mix(p.far, p.near, 0.4), p.ink)
    _bank(sheet)
    _boat(sheet)
    with sheet.cut(shadow=10, dark=0.5) as pen:
        for _ in range(60):
            x = rng.uniform(-20, 1620)
            tuft(
                pen,
                rng,
                (x, 914),
                rng.uniform(30, 90),
                mix(rgb("#5f8a5a"), p.ink, rng.uniform(0.1, 0.6)),
                blades=6,
            )


def _bank(sheet: Sheet) -> None:
    """The bank to the right with its houses on stilts and the people who wait on a drift log."""
    rng, p = sheet.rng, sheet.palette
    green = rgb("#5f8a5a")
    with sheet.cut(shadow=9, dark=0.45) as pen:
        for x in range(1060, 1660, 54):
            shades = [mix(green, p.ink, 0.45), mix(green, p.ink, 0.15), mix(green, p.far, 0.3)]
            foliage(pen, rng, (x, 436 + rng.uniform(-40, 20)), 66, 66, shades, size=16)
        for x, tall in ((1120, 330), (1420, 390), (1570, 340)):
            areca(pen, rng, (x, 520), tall, mix(p.far, p.ink, 0.4), mix(green, p.ink, 0.1), p.ink)
    with sheet.cut(shadow=12, dark=0.5, edge=0.4) as pen:
        for left, base, wide in ((1180, 520, 190), (1400, 500, 210)):
            wood = mix(rgb("#a8734a"), p.ink, 0.1)
            for post in range(5):
                x = left + 8 + post * (wide - 16) / 4
                pen.box(x - 5, base - 60, x + 5, base + 50, mix(wood, p.ink, 0.45))
            pen.box(left, base - 160, left + wide, base - 56, wood)
            for plank in range(7):
                pen.stroke(
                    [(left, base - 150 + plank * 14), (left + wide, base - 150 + plank * 14)],
                    2,
                    mix(wood, p.ink, 0.3),
                )
            pen.box(
                left + wide * 0.36,
                base - 136,
                left + wide * 0.56,
                base - 58,
                mix(p.ink, wood, 0.25),
            )
            thatch = mix(p.far, rgb("#a8824e"), 0.6)
            pen.fill(
                trace(
                    f"{left - 26},{base - 152} {left + 30},{base - 236} "
                    f"{left + wide - 30},{base - 236} {left + wide + 26},{base - 152}"
                ),
                thatch,
            )
            for straw in range(24):
                x = left - 20 + straw * (wide + 40) / 23
                pen.stroke(
                    [(left + 30 + straw * (wide - 60) / 23, base - 232), (x, base - 152)],
                    2,
                    mix(thatch, p.ink, 0.3),
                )
    with sheet.cut(shadow=13, dark=0.5) as pen:
        earth = mix(rgb("#b98f5e"), green, 0.25)
        pen.fill(
            smooth(trace("960,700 1060,610 1200,566 1400,548 1660,540"))
            + [(1660, 920), (1240, 920), (1080, 820)],
            earth,
        )
        for _ in range(90):
            x, y = rng.uniform(1120, 1600), rng.uniform(580, 900)
            pen.stroke(
                [(x, y), (x + rng.uniform(20, 70), y + rng.uniform(-2, 4))],
                rng.uniform(2, 4),
                mix(earth, p.ink, rng.uniform(0.08, 0.25)),
            )
        banana(pen, rng, (1560, 600), 240, mix(green, p.far, 0.2), mix(green, p.ink, 0.4))
    skin = rgb("#b97f52")
    sit = Pose(
        hip=(-0.06, 0.24),
        lean=6,
        nod=4,
        hands=((0.18, 0.34), (0.22, 0.33)),
        feet=((0.18, 0.0), (0.12, 0.0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=12, dark=0.5, edge=0.5) as pen:
        pen.stroke(bend((1196, 718), (1590, 694), -0.02), 40, mix(rgb("#8a6a4e"), p.ink, 0.2), 28)
        pen.stroke([(1560, 690), (1610, 640)], 16, mix(rgb("#8a6a4e"), p.ink, 0.2), 5)
        cast = (
            (1250, "bun", "", p.accent),
            (1344, "short", "non", mix(p.paper, (255, 255, 255), 0.4)),
            (1440, "long", "", rgb("#d69ab0")),
            (1530, "short", "cap", mix(green, p.paper, 0.2)),
        )
        for number, (x, hair, hat, top) in enumerate(cast):
            grey = mix(p.paper, p.ink, 0.25) if number == 0 else None
            dress = Dress(
                top,
                mix(p.ink, p.near, 0.25),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.35),
                hat,
                hair,
                hair_colour=grey,
            )
            Figure(pen, (x, 776 - number * 4), 280, -1, sit, dress).draw()
            pen.fill(
                trace(
                    f"{x - 74},{684 - number * 4} {x - 46},{680 - number * 4} "
                    f"{x - 42},{712 - number * 4} {x - 70},{716 - number * 4}"
                ),
                (p.near, p.accent, p.far, p.near)[number],
            )


def _boat(sheet: Sheet) -> None:
    """The boat: hull, awning with sun panels, doctor and old man under it, nurse on the plank."""
    p = sheet.palette
    skin = rgb("#b97f52")
    hull = mix(rgb("#3f7f86"), p.ink, 0.12)
    white = mix(p.paper, (255, 255, 255), 0.6)
    with sheet.cut(shadow=8, dark=0.4, see=0.5, edge=0) as pen:
        pen.fill(
            smooth(trace("150,806 560,834 1080,800 900,850 420,860"), closed=True),
            mix(p.near, p.ink, 0.5),
        )
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        for x in (300, 470, 640, 810):
            pen.box(x - 6, 500, x + 6, 720, mix(rgb("#a8734a"), p.ink, 0.3))
        pen.box(292, 600, 820, 720, mix(p.near, p.ink, 0.55))
    talk = Pose(
        hip=(-0.06, 0.26),
        lean=10,
        nod=6,
        hands=((0.28, 0.42), (0.3, 0.4)),
        feet=((0.16, 0), (0.1, 0)),
        breadth=0.095,
    )
    tell = Pose(
        hip=(-0.06, 0.26),
        lean=8,
        nod=2,
        hands=((0.24, 0.38), (0.26, 0.36)),
        feet=((0.16, 0), (0.1, 0)),
        breadth=0.095,
    )
    with sheet.cut(shadow=9, dark=0.5, edge=0.5) as pen:
        Figure(
            pen,
            (420, 776),
            310,
            1,
            talk,
            Dress(white, mix(p.near, p.ink, 0.4), rgb("#c9976a"), p.ink, hair="bun"),
        ).draw()
        old = Dress(
            mix(p.far, p.accent, 0.25), p.ink, skin, p.ink, hair_colour=mix(p.paper, p.ink, 0.2)
        )
        Figure(pen, (640, 776), 300, -1, tell, old).draw()
        pen.stroke(smooth([(430, 616), (470, 664), (560, 660)]), 4, p.ink)
        pen.box(690, 640, 786, 720, mix(p.paper, p.near, 0.35))
        pen.box(700, 650, 776, 690, mix(p.ink, p.near, 0.3))
        pen.stroke(
            smooth(trace("704,674 722,674 730,658 742,684 752,670 772,672")), 3, rgb("#9fe0c0")
        )
    with sheet.cut(shadow=15, dark=0.55, edge=0.45) as pen:
        pen.fill(
            [
                *smooth(trace("96,660 240,712 520,726 820,722 1040,640")),
                *smooth(trace("1064,622 1010,740 900,812 640,828 340,824 190,780 96,660")),
            ],
            hull,
        )
        pen.stroke(
            smooth(trace("96,662 240,714 520,728 820,724 1050,636")),
            13,
            mix(p.accent, p.paper, 0.15),
        )
        pen.stroke(
            smooth(trace("170,760 400,792 660,796 880,776 1000,716")), 5, mix(hull, p.ink, 0.4)
        )
        eye: Point = (968, 706)
        pen.disc(eye, 17, white)
        pen.disc((eye[0] + 5, eye[1]), 8, p.ink)
        for x in (330, 520, 710):
            line = ring((x, 774), 26, 26)
            pen.stroke([*line, line[0]], 10, p.ink)
    with sheet.cut(shadow=13, dark=0.5, edge=0.4) as pen:
        pen.fill(
            [
                *smooth(trace("250,520 400,470 560,458 720,470 870,516")),
                *smooth(trace("884,540 720,502 560,490 400,502 236,546")),
            ],
            mix(p.accent, p.paper, 0.2),
        )
        for rib in range(9):
            x = 270 + rib * 72
            lift = 56 - abs(rib - 4) ** 2 * 3.4
            pen.stroke([(x, 526 - lift), (x - 2, 556 - lift)], 4, mix(p.accent, p.ink, 0.25))
        for left in (410, 570):
            pen.fill(
                trace(f"{left},456 {left + 130},450 {left + 136},478 {left - 6},486"),
                mix(rgb("#2c4a78"), p.ink, 0.2),
            )
            for cell in range(1, 4):
                pen.stroke(
                    [(left + cell * 33, 455), (left + cell * 34 - 4, 482)],
                    2,
                    mix(p.near, p.paper, 0.4),
                )
        pen.stroke([(196, 730), (196, 300)], 9, mix(rgb("#a8734a"), p.ink, 0.25), 6)
        pen.fill(
            [
                *smooth(trace("200,306 260,322 320,300 366,316")),
                *smooth(trace("366,392 320,378 260,400 200,384")),
            ],
            white,
        )
        leaf_shape = smooth(trace("282,330 306,346 300,372 282,384 264,372 258,346"), closed=True)
        pen.fill(leaf_shape, rgb("#5f8a5a"))
        pen.stroke([(282, 336), (282, 392)], 3, mix(rgb("#5f8a5a"), p.ink, 0.4))
    give = Pose(lean=8, nod=8, hands=((0.28, 0.52), (0.24, 0.5)), feet=((0.12, 0), (-0.12, 0)))
    with sheet.cut(shadow=12, dark=0.5, edge=0.45) as pen:
        pen.fill(trace("930,668 1230,764 1216,786 920,690"), mix(rgb("#a8734a"), p.paper, 0.2))
        pen.fill(trace("920,690 1216,786 1216,796 920,700"), mix(rgb("#a8734a"), p.ink, 0.35))
        Figure(
            pen,
            (1090, 738),
            290,
            1,
            give,
            Dress(white, mix(p.near, p.paper, 0.2), rgb("#c9976a"), p.ink, hair="long"),
        ).draw()
        pilot = Pose(lean=-2, nod=2, hands=((0.2, 0.54), (0.1, 0.5)))
        Figure(
            pen,
            (140, 706),
            250,
            1,
            pilot,
            Dress(rgb("#d69a4a"), p.ink, skin, p.ink, mix(p.paper, p.far, 0.4), "non"),
        ).draw()
