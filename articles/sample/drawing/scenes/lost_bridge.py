"""The morning after the plank bridge went."""

from __future__ import annotations

from ..behind import back_view
from ..catalogue import WIDE, picture
from ..curves import bend, smooth, trace
from ..grounds import earth, river, wooded_bank
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress
from ..plants import areca, tuft
from ..sky import birds, mist_band


@picture(
    "cau-van-khe-tre",
    WIDE,
    Palette(rgb("#f7e6d2"), rgb("#9fb3b5"), rgb("#57727a"), rgb("#22292f"), rgb("#b4533b")),
)
def the_lost_bridge(sheet: Sheet) -> None:
    """Bare posts stand in the river; an old man and two children look from the ramp."""
    rng, p = sheet.rng, sheet.palette
    rose = mix(p.paper, p.accent, 0.22)
    sheet.wash(
        [
            (0, mix(p.far, p.near, 0.25)),
            (0.22, mix(p.far, rose, 0.5)),
            (0.42, rose),
            (0.5, p.paper),
        ],
        wood=0.14,
    )
    sheet.glow((1160, 300), 560, mix(p.paper, (255, 240, 205), 0.6), 0.8)
    hills(sheet, 236, 90, mix(p.far, p.near, 0.1), mist=(rose, 0.75), shadow=5)
    hills(sheet, 318, 50, mix(p.far, p.near, 0.5), mist=(rose, 0.6), shadow=5)
    green = [mix(p.near, p.ink, 0.35), mix(p.near, rgb("#6d8a5a"), 0.5), mix(p.far, p.near, 0.4)]
    wooded_bank(sheet, 384, 408, green)
    with sheet.cut(shadow=5) as pen:
        for x in (1290, 1372, 1430):
            areca(pen, rng, (x, 392), rng.uniform(120, 150), green[0], green[1], p.ink)
    river(sheet, 404, mix(p.far, p.paper, 0.22), mix(p.near, p.far, 0.4), mix(p.paper, rose, 0.4))
    mist_band(sheet, 360, 420, 500, p.paper, 0.5)
    near, far = (560.0, 640.0), (1330.0, 430.0)
    posts = []
    for pair in range(6):
        share = 1 - (1 - pair / 5) ** 1.35
        x, y = near[0] + (far[0] - near[0]) * share, near[1] + (far[1] - near[1]) * share
        posts.append((x, y, 1 - 0.72 * share))
    wood = mix(p.ink, p.accent, 0.2)
    with sheet.cut(shadow=0, edge=0, see=0.42, soft=2) as pen:
        for x, y, scale in posts:
            for side in (-1, 1):
                foot = (x + side * 44 * scale, y + side * 16 * scale)
                line = [
                    (foot[0] + rng.uniform(-4, 4) * scale, foot[1] + step * 34 * scale)
                    for step in range(6)
                ]
                pen.stroke(line, 25 * scale, mix(p.near, p.ink, 0.35), 6 * scale)
    for x, y, scale in reversed(posts):
        with sheet.cut(shadow=8 * scale, dark=0.5) as pen:
            for side in (1, -1):
                foot = (x + side * 44 * scale, y + side * 16 * scale)
                lean = rng.uniform(-0.05, 0.05)
                high = rng.uniform(150, 214) * scale
                top = (foot[0] + lean * high, foot[1] - high)
                pen.stroke([foot, top], 27 * scale, mix(wood, p.far, 0.3 * (1 - scale)), 24 * scale)
                pen.stroke(
                    [(foot[0] - 6 * scale, foot[1] - 8), (top[0] - 6 * scale, top[1] + 6)],
                    5 * scale,
                    mix(wood, p.paper, 0.28),
                )
                for ring_mark in (0.18, 0.3):
                    pen.stroke(
                        [
                            (foot[0] - 13 * scale, foot[1] - high * ring_mark),
                            (foot[0] + 13 * scale, foot[1] - high * ring_mark),
                        ],
                        3 * scale,
                        mix(wood, p.ink, 0.5),
                    )
                for _ in range(5):
                    dash(
                        pen,
                        (foot[0] - 40 * scale, foot[1] + rng.uniform(-3, 8)),
                        (foot[0] + 46 * scale, foot[1] + rng.uniform(-3, 8)),
                        2 + 3 * scale,
                        mix(p.paper, p.far, 0.2),
                    )
    with sheet.cut(shadow=9, dark=0.5) as pen:
        x, y, scale = posts[2]
        pen.stroke(
            bend((x - 50 * scale, y - 140 * scale), (x + 120 * scale, y - 40 * scale), 0.05),
            15 * scale,
            wood,
        )
    with sheet.cut(shadow=5, dark=0.3) as pen:
        birds(pen, rng, (900, 190), 110, 6, 22, mix(p.near, p.ink, 0.3))
    soil = mix(mix(p.accent, p.far, 0.45), p.ink, 0.22)
    earth(
        sheet,
        smooth(trace("-20,560 120,566 300,598 440,640 520,690 600,760 700,840 800,920")),
        soil,
        shadow=14,
    )
    with sheet.cut(shadow=12, dark=0.55) as pen:
        plank = mix(p.paper, p.accent, 0.35)
        for number, (left, right) in enumerate(((330, 470), (352, 500), (372, 590))):
            y = 628 + number * 30
            shade = mix(plank, p.ink, 0.12 + 0.1 * (number % 2))
            pen.fill([(left, y), (right, y - 4), (right + 14, y + 20), (left + 14, y + 26)], shade)
            pen.fill(
                [
                    (left + 14, y + 26),
                    (right + 14, y + 20),
                    (right + 14, y + 29),
                    (left + 14, y + 35),
                ],
                mix(shade, p.ink, 0.45),
            )
            pen.stroke([(left + 24, y + 13), (right - 10, y + 8)], 2, mix(shade, p.ink, 0.3))
            pen.disc((left + 20, y + 14), 3, p.ink)
    straw = mix(p.paper, rgb("#e0b878"), 0.5)
    skin = mix(rgb("#a9764f"), p.ink, 0.15)
    with sheet.cut(shadow=11, dark=0.55, edge=0.4) as pen:
        cane = [(300, 560), (316, 740)]
        pen.stroke(cane, 8, mix(wood, p.paper, 0.2))
        back_view(
            pen,
            (232, 742),
            330,
            Dress(mix(p.near, p.ink, 0.25), mix(p.ink, p.near, 0.25), skin, p.ink, straw, "non"),
            stride=0.0,
        )
        pen.stroke(smooth(trace("268,500 300,540 302,572")), 27, mix(p.near, p.ink, 0.32), 20)
        pen.disc((302, 574), 12, skin)
        white = mix(p.paper, (255, 255, 255), 0.4)
        back_view(
            pen,
            (376, 752),
            212,
            Dress(white, mix(p.ink, rgb("#40557a"), 0.5), skin, p.ink),
            stride=0.0,
        )
        back_view(
            pen,
            (446, 776),
            184,
            Dress(p.accent, mix(p.ink, rgb("#40557a"), 0.5), skin, p.ink),
            stride=0.0,
        )
        pen.fill(
            smooth(trace("354,600 398,600 403,648 349,648"), closed=True, steps=4),
            rgb("#41627e"),
        )
        pen.stroke(trace("362,602 364,584"), 6, rgb("#2e475c"))
        pen.stroke(trace("391,602 389,584"), 6, rgb("#2e475c"))
    with sheet.cut(shadow=9) as pen:
        for _ in range(16):
            tuft(
                pen,
                rng,
                (rng.uniform(0, 640), rng.uniform(850, 905)),
                rng.uniform(34, 70),
                mix(green[1], p.ink, rng.uniform(0, 0.5)),
            )
