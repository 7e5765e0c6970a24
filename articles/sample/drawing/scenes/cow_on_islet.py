"""The cow that the flood carried off."""

from __future__ import annotations

from ..animals import cock, cow, dog, hay
from ..catalogue import WIDE, picture
from ..curves import bend, smooth, trace
from ..grounds import earth, river, wooded_bank
from ..land import dash, hills
from ..palette import Palette, mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose
from ..plants import branching, foliage, tuft
from ..sky import birds, cloud_bank, mist_band
from ..waterside import driftwood, hyacinth, sampan


@picture(
    "con-bo-tren-go",
    WIDE,
    Palette(rgb("#f9ecd0"), rgb("#b9c4a8"), rgb("#6d8b86"), rgb("#27323a"), rgb("#c06a32")),
)
def cow_on_islet(sheet: Sheet) -> None:
    """Two dogs, a cock and a cow on a knoll; a boat with grass comes."""
    rng, p = sheet.rng, sheet.palette
    gold = mix(p.paper, rgb("#f3c57a"), 0.5)
    sheet.wash(
        [(0, mix(p.near, p.far, 0.5)), (0.25, mix(p.far, gold, 0.4)), (0.46, gold)], wood=0.13
    )
    sheet.glow((520, 380), 560, mix(p.paper, rgb("#ffe0a0"), 0.5), 0.8)
    with sheet.cut(shadow=4, dark=0.15) as pen:
        for left, base, high in ((900, 200, 70), (1240, 250, 54), (60, 170, 60)):
            cloud_bank(pen, rng, left, left + 380, base, high, mix(p.paper, gold, 0.4))
    hills(sheet, 330, 70, mix(p.near, p.far, 0.5), mist=(gold, 0.8), shadow=4)
    wooded_bank(
        sheet,
        408,
        430,
        [mix(p.near, p.ink, 0.25), mix(p.near, rgb("#7b9160"), 0.5), mix(p.far, p.near, 0.3)],
    )
    brown = mix(rgb("#c4a478"), p.far, 0.35)
    river(sheet, 426, brown, mix(brown, p.ink, 0.24), mix(brown, p.paper, 0.55))
    mist_band(sheet, 390, 440, 520, gold, 0.5)
    with sheet.cut(shadow=0, edge=0, see=0.3, soft=6) as pen:
        pen.fill(
            smooth(trace("640,760 1000,800 1480,770 1340,850 1000,880 700,830"), closed=True), p.ink
        )
    soil = mix(rgb("#8d6b45"), p.ink, 0.1)
    knoll = smooth(trace("600,776 700,716 840,672 1020,646 1200,658 1360,704 1500,780"))
    with sheet.cut(shadow=13, dark=0.5) as pen:
        pen.fill(
            [*knoll, *reversed(smooth(trace("600,776 820,806 1080,814 1320,806 1500,780")))], soil
        )
        pen.fill(
            [
                *knoll,
                *reversed([(x, y + 20 + 14 * ((i * 5) % 3)) for i, (x, y) in enumerate(knoll)]),
            ],
            mix(rgb("#7f9556"), p.ink, 0.08),
        )
        for _ in range(90):
            x = rng.uniform(660, 1450)
            y = 664 + abs(x - 1060) ** 1.6 * 0.0011 + rng.uniform(0, 70)
            tuft(
                pen,
                rng,
                (x, min(790, y)),
                rng.uniform(14, 32),
                mix(rgb("#8ba35c"), p.ink, rng.uniform(0, 0.5)),
                blades=4,
            )
        for _ in range(30):
            x = rng.uniform(610, 1480)
            dash(
                pen,
                (x - 50, 794 + rng.uniform(-12, 16)),
                (x + 60, 794 + rng.uniform(-12, 16)),
                rng.uniform(2, 5),
                mix(p.paper, brown, 0.3),
            )
    with sheet.cut(shadow=9, dark=0.45) as pen:
        tips = branching(
            pen, rng, (1320, 716), -1.72, 190, 34, mix(p.ink, soil, 0.3), depth=4, spread=0.52
        )
        for x, y in tips[::3]:
            foliage(
                pen, rng, (x, y), 30, 20, [mix(rgb("#7f9556"), p.ink, 0.3), rgb("#93a867")], size=13
            )
        birds(pen, rng, (360, 190), 90, 6, 20, mix(p.near, p.ink, 0.4))
    with sheet.cut(shadow=12, dark=0.55, edge=0.4) as pen:
        cow(pen, (1050, 694), 350, -1, mix(rgb("#cf8f4c"), p.paper, 0.05), p.ink)
        pen.stroke(bend((880, 500), (862, 606), 0.12), 5, mix(p.paper, p.accent, 0.4))
    with sheet.cut(shadow=9, dark=0.55, edge=0.4) as pen:
        dog(pen, (764, 738), 112, -1, mix(p.ink, p.accent, 0.35), p.ink)
        dog(pen, (1246, 712), 106, -1, mix(p.paper, rgb("#d8b07a"), 0.5), p.ink)
        cock(pen, (856, 738), 92, -1, rgb("#b5552f"), mix(p.ink, rgb("#2f5a58"), 0.5))
    skin = mix(rgb("#a5714c"), p.ink, 0.2)
    row = Pose(
        hip=(0.0, 0.5),
        lean=16,
        nod=4,
        hands=((0.24, 0.56), (0.28, 0.62)),
        feet=((0.1, 0), (-0.1, 0)),
    )
    with sheet.cut(shadow=12, dark=0.55, edge=0.35) as pen:
        hay(pen, rng, (356, 740), 190, 110, rgb("#8d9a56"), p.ink)
        man = Figure(
            pen,
            (180, 738),
            268,
            1,
            row,
            Dress(
                mix(p.near, p.ink, 0.25),
                mix(p.ink, p.near, 0.15),
                skin,
                p.ink,
                mix(p.paper, p.far, 0.15),
                "non",
            ),
        )
        hand = man.spot(row.hands[0])
        pen.stroke([(hand[0] + 24, hand[1] - 50), (hand[0] - 96, 812)], 8, mix(p.ink, soil, 0.4))
        man.draw()
        sampan(
            pen, (290, 764), 560, 1, mix(p.ink, rgb("#5a4636"), 0.5), mix(p.paper, soil, 0.5), p.ink
        )
        for _ in range(24):
            x = rng.uniform(20, 560)
            dash(
                pen,
                (x - 40, 768 + rng.uniform(-6, 22)),
                (x + 50, 768 + rng.uniform(-6, 22)),
                rng.uniform(2, 5),
                mix(p.paper, brown, 0.3),
            )
    earth_line = smooth(trace("-20,892 300,886 700,902 1640,912"))
    earth(sheet, earth_line, mix(brown, p.ink, 0.2), shadow=4)
    with sheet.cut(shadow=7) as pen:
        driftwood(pen, rng, (1120, 866), 190, mix(p.ink, soil, 0.4))
        for x, y in ((660, 860), (820, 880), (1440, 862), (1540, 876), (90, 874)):
            hyacinth(
                pen, rng, (x, y), 36, rgb("#7f9c58"), p.ink, rgb("#ad93c0") if x % 4 == 0 else None
            )
