"""The film shown in the yard of the communal house."""

from __future__ import annotations

from ..catalogue import WIDE, picture
from ..crowd import rows_of_people
from ..curves import bend, smooth, trace
from ..palette import Colour, Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import areca, foliage

SCREEN = "876,150 1436,120 1440,520 880,488"


@picture(
    "phim-bai-dinh",
    WIDE,
    Palette(rgb("#f5efd9"), rgb("#7a86b8"), rgb("#343466"), rgb("#12112a"), rgb("#d98b4a")),
)
def film_in_the_yard(sheet: Sheet) -> None:
    """The beam goes over many heads to a sheet hung between two palms."""
    rng, p = sheet.rng, sheet.palette
    sheet.wash(
        [(0, p.ink), (0.45, mix(p.near, p.ink, 0.3)), (0.7, mix(p.near, p.far, 0.2))], wood=0.2
    )
    with sheet.cut(shadow=0, edge=0, see=0.85) as pen:
        for _ in range(120):
            spot = (rng.uniform(0, 1600), rng.uniform(0, 330))
            pen.disc(spot, rng.uniform(0.7, 2.1), mix(p.paper, p.far, rng.uniform(0, 0.6)))
    with sheet.cut(shadow=6) as pen:
        for x in range(-20, 1660, 52):
            centre = (x, 486 + rng.uniform(-30, 20))
            shades = [mix(p.ink, p.near, 0.2), mix(p.near, p.ink, 0.5), mix(p.near, p.ink, 0.25)]
            foliage(pen, rng, centre, rng.uniform(50, 90), rng.uniform(40, 80), shades, size=15)
    _communal_house(sheet)
    with sheet.cut(shadow=9, dark=0.5) as pen:
        pen.fill(trace("-20,560 1620,540 1620,920 -20,920"), mix(p.near, p.ink, 0.45))
    white = mix(p.paper, (255, 255, 255), 0.4)
    sheet.glow((1158, 320), 620, mix(p.far, p.paper, 0.5), 0.5)
    with sheet.cut(shadow=10, dark=0.6) as pen:
        for x, tall in ((846, 520), (1474, 560)):
            areca(pen, rng, (x, 590), tall, mix(p.far, p.ink, 0.35), mix(p.near, p.far, 0.3), p.ink)
    with sheet.cut(shadow=14, dark=0.6, edge=0.1) as pen:
        for a, b in (
            ((876, 150), (846, 130)),
            ((1436, 120), (1474, 96)),
            ((880, 488), (848, 508)),
            ((1440, 520), (1474, 544)),
        ):
            pen.stroke([a, b], 3, p.paper)
        pen.fill(trace(SCREEN), white)
        for seam in ((1158, 136, 1160, 504),):
            pen.stroke([seam[:2], seam[2:]], 3, mix(white, p.far, 0.35))
    _film(sheet, white)
    with sheet.cut(shadow=0, edge=0, see=0.2, soft=9, grain=0.05) as pen:
        pen.fill(trace("196,470 876,150 1436,120 1440,520 880,488"), white)
    with sheet.cut(shadow=0, edge=0, see=0.12, soft=5, grain=0.05) as pen:
        pen.fill(trace("196,470 876,240 1438,220 1440,400 880,400"), white)
    with sheet.cut(shadow=0, edge=0, see=0.7) as pen:
        for _ in range(46):
            share = rng.uniform(0.15, 0.95)
            y = 470 - share * 140 + rng.uniform(-1, 1) * 160 * share
            pen.disc((196 + share * 800, y), rng.uniform(1.2, 3.4), white)
    _projector(sheet)
    _audience(sheet)


def _communal_house(sheet: Sheet) -> None:
    """The long roof with its upturned corners, dark against the sky."""
    p = sheet.palette
    with sheet.cut(shadow=10, dark=0.5, edge=0.3) as pen:
        roof = mix(p.near, p.ink, 0.28)
        line = bend((-120, 300), (640, 300), 0.012)
        eaves = [(690, 396), (724, 362), (716, 400), *bend((660, 432), (-160, 432), 0.012)]
        pen.fill([*line, *eaves], roof)
        for row in range(1, 8):
            y = 300 + row * 16
            for x in range(-100, 600 + row * 10, 20):
                pen.stroke(bend((x, y), (x + 18, y), 0.22, steps=5), 2, mix(roof, p.ink, 0.45))
        pen.stroke(
            smooth([(-160, 430), (640, 426), (690, 408), (724, 362)]), 9, mix(roof, p.far, 0.4), 4
        )
        pen.stroke(line, 11, mix(roof, p.far, 0.25))
        pen.stroke(smooth([(636, 300), (650, 288), (672, 296)]), 8, mix(roof, p.far, 0.25), 3)
        pen.box(-60, 430, 620, 580, mix(p.near, p.ink, 0.78))
        for x in range(-40, 640, 110):
            pen.box(x, 424, x + 17, 580, mix(p.accent, p.ink, 0.62))


def _film(sheet: Sheet, white: Colour) -> None:
    """On the sheet: a landlady with a fan chases a thin man round a tree."""
    p = sheet.palette
    grey, dark = mix(white, p.ink, 0.35), mix(white, p.ink, 0.82)
    run = Pose(
        hip=(0.0, 0.5), lean=20, nod=-6, feet=((0.26, 0.06), (-0.3, 0.16)),
        hands=((0.3, 0.66), (-0.14, 0.56)), elbow=(1, 1),
    )  # fmt: skip
    with sheet.cut(shadow=0, edge=0, see=0.82, grain=0.2) as pen:
        pen.fill(trace("880,440 1438,452 1440,518 881,486"), grey)
        pen.fill(
            smooth(trace("930,440 960,330 1010,370 1060,300 1120,380 1180,340 1240,440")),
            mix(white, p.ink, 0.16),
        )
        pen.stroke([(1370, 470), (1362, 240)], 22, mix(white, p.ink, 0.6), 14)
        for x, y, r in ((1330, 240, 52), (1392, 214, 44), (1350, 180, 44)):
            pen.disc((x, y), r, mix(white, p.ink, 0.5))
        thin = Dress(dark, dark, mix(white, p.ink, 0.3), p.ink, dark, "cap")
        Figure(pen, (1234, 480), 250, 1, run, thin).draw()
        stout = Pose(
            hip=(0.0, 0.5), lean=12, feet=((0.2, 0.02), (-0.22, 0.1)),
            hands=((0.28, 0.84), (0.2, 0.5)), elbow=(-1, 1), breadth=0.14,
        )  # fmt: skip
        lady = Dress(
            mix(white, p.ink, 0.55), dark, mix(white, p.ink, 0.25), p.ink, hair="bun", cut="coat"
        )
        figure = Figure(pen, (1020, 470), 236, 1, stout, lady).draw()
        hand = figure.spot((0.28, 0.84))
        pen.fill(
            [
                hand,
                *smooth(
                    [
                        (hand[0] - 20, hand[1] - 56),
                        (hand[0] + 16, hand[1] - 66),
                        (hand[0] + 46, hand[1] - 40),
                    ]
                ),
            ],
            p.ink,
        )


def _projector(sheet: Sheet) -> None:
    """The old projector on its table, and the man beside it."""
    p = sheet.palette
    glow = mix(p.paper, p.accent, 0.25)
    sheet.glow((196, 470), 150, glow, 0.85)
    watch = Pose(lean=6, nod=4, hands=((0.2, 0.56), (0.22, 0.5)), feet=((0.05, 0), (-0.06, 0)))
    dress = Dress(
        mix(p.accent, p.paper, 0.15), p.ink, rgb("#b98054"), p.ink, mix(p.near, p.ink, 0.3), "cap"
    )
    with sheet.cut(shadow=13, dark=0.6, edge=0.55) as pen:
        Figure(pen, (66, 716), 400, 1, watch, dress).draw()
        steel = mix(p.far, p.ink, 0.35)
        pen.box(96, 536, 262, 552, mix(p.accent, p.ink, 0.4))
        for x in (108, 240):
            pen.stroke([(x, 552), (x + (x - 174) * 0.1, 724)], 12, mix(p.accent, p.ink, 0.55))
        pen.box(122, 446, 190, 536, steel)
        pen.fill(trace("188,458 214,452 214,490 188,484"), mix(steel, p.ink, 0.4))
        for x, y in ((136, 424), (188, 418)):
            pen.disc((x, y), 34, mix(steel, p.ink, 0.3))
            pen.disc((x, y), 27, steel)
            for turn in range(3):
                pen.disc(
                    (x + (-13, 13, 0)[turn], y + (-6, -6, 14)[turn]), 7, mix(steel, p.ink, 0.6)
                )
            pen.disc((x, y), 4, p.ink)
    sheet.glow((214, 471), 46, (255, 255, 255), 0.95)


def _audience(sheet: Sheet) -> None:
    """Rows of backs, the far ones rimmed by the light of the screen."""
    rng, p = sheet.rng, sheet.palette
    for row, (base, size, left) in enumerate(
        ((650, 92, 330), (706, 116, 300), (786, 150, -10), (900, 210, -60))
    ):
        shade = 0.32 + 0.12 * row
        cloths = tuple(
            mix(tone, p.ink, shade)
            for tone in (p.far, p.accent, rgb("#8d4f6a"), p.near, rgb("#4f8078"))
        )
        with sheet.cut(shadow=8 + row * 3, dark=0.6, edge=0.6 - 0.1 * row) as pen:
            right = 1640 if row > 1 else 1560
            rows_of_people(
                pen, rng, left, right, base, size, cloths, mix(p.ink, p.near, 0.15), hats=0.1
            )
