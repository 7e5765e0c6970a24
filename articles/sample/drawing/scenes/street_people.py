"""Those who walk, cook and eat in Hàng Cau street."""

from __future__ import annotations

from ..curves import Point, bend, blob, ring
from ..palette import mix, rgb
from ..paper import Sheet
from ..people import Dress, Figure, Pose

SIT = Pose(
    hip=(-0.06, 0.2),
    lean=10,
    nod=6,
    hands=((0.2, 0.4), (0.22, 0.38)),
    feet=((0.2, 0.0), (0.14, 0.0)),
    elbow=(1, 1),
)
STIR = Pose(lean=10, nod=10, hands=((0.26, 0.6), (0.3, 0.52)), elbow=(1, 1))
WALK = Pose(lean=4, feet=((0.12, 0.0), (-0.13, 0.02)), hands=((0.08, 0.46), (-0.06, 0.46)))


def walkers(sheet: Sheet) -> None:
    """People up the street, small against the light."""
    p = sheet.palette
    skin = mix(rgb("#b57e55"), p.ink, 0.2)
    with sheet.cut(shadow=5, dark=0.4, edge=0.4) as pen:
        for x, base, tall, face, top, hat in (
            (742, 500, 40, 1, p.ink, ""),
            (786, 506, 46, -1, p.accent, "non"),
            (704, 520, 62, 1, mix(p.near, p.ink, 0.3), "cap"),
            (838, 540, 84, -1, rgb("#5d8a86"), "non"),
            (640, 574, 118, 1, p.paper, ""),
            (590, 580, 122, -1, mix(p.accent, p.paper, 0.3), ""),
            (410, 700, 232, 1, rgb("#5c7fa3"), "non"),
        ):
            dress = Dress(
                top,
                mix(p.ink, p.near, 0.3),
                skin,
                p.ink,
                headgear=mix(rgb("#e8cf96"), p.far, 0.2) if hat == "non" else p.ink,
                hat=hat,
                hair="bun",
            )
            Figure(pen, (x, base), tall, face, WALK, dress).draw()
        pen.stroke(bend((322, 508), (500, 502), -0.06), 7, mix(rgb("#a8743f"), p.ink, 0.2))
        for x in (326, 496):
            for cord in (-24, 24):
                pen.stroke([(x, 508), (x + cord, 606)], 2, p.ink)
            pen.fill(
                blob(f"{x - 36},604 {x + 36},604 {x + 26},636 {x - 26},636"),
                mix(rgb("#c79a5a"), p.ink, 0.15),
            )
            for fruit in range(4):
                pen.disc(
                    (x - 20 + fruit * 13, 600),
                    10,
                    (p.accent, rgb("#e8b84a"), rgb("#7d9a5a"))[fruit % 3],
                )


def stall(sheet: Sheet) -> None:
    """The pancake stall on the right: four pans on their fires, guests, an old man on his chair."""
    p = sheet.palette
    skin = mix(rgb("#c08a60"), p.ink, 0.06)
    sheet.glow((1190, 660), 380, rgb("#ffb45a"), 0.6)
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        for number, x in enumerate((1010, 1110, 1210, 1310)):
            y = 742 + number * 8
            pen.fill(
                blob("-36,0 36,0 28,60 -28,60", (x, y)),
                mix(rgb("#a85a3a"), p.ink, 0.2),
            )
            pen.fill(ring((x, y + 34), 15, 12), rgb("#ffb13d"))
            pen.fill(ring((x, y - 4), 54, 16), mix(p.ink, p.near, 0.1))
            pen.fill(ring((x, y - 7), 45, 12), rgb("#f2c24a"))
            pen.stroke([(x + 50, y - 4), (x + 84, y - 16)], 8, mix(p.ink, rgb("#7a4a36"), 0.4))
            for shrimp in range(4):
                pen.stroke(
                    bend(
                        (x - 24 + shrimp * 13, y - 8), (x - 15 + shrimp * 13, y - 8), -0.4, steps=5
                    ),
                    4,
                    p.accent,
                )

    def spatula(near: Point, _far: Point) -> None:
        pen.stroke([near, (near[0] - 40, near[1] + 46)], 6, mix(p.ink, p.paper, 0.3))

    with sheet.cut(shadow=11, dark=0.5, edge=0.45) as pen:
        dress = Dress(
            p.accent,
            mix(p.ink, p.near, 0.3),
            skin,
            p.ink,
            hair="bun",
            headgear=mix(p.paper, p.far, 0.3),
            hat="scarf",
        )
        Figure(pen, (1400, 830), 420, -1, STIR, dress).draw(spatula)
    with sheet.cut(shadow=0, edge=0, see=0.34, soft=8) as pen:
        for x, lean in ((1010, -40), (1110, 26), (1210, -20), (1310, 36)):
            pen.stroke(bend((x, 720), (x + lean, 470), 0.1 if lean > 0 else -0.1), 14, p.paper, 50)
    with sheet.cut(shadow=10, dark=0.5, edge=0.4) as pen:
        for x, face, top, grey, tall in (
            (880, 1, rgb("#5c7fa3"), False, 300),
            (1130, -1, rgb("#7d9a5a"), False, 306),
            (1530, -1, mix(p.paper, p.far, 0.25), True, 330),
        ):
            base = 884 if x < 1500 else 872
            chair = rgb("#3f7fa0") if x < 1500 else p.accent
            left = x - face * tall * 0.06
            pen.box(left - 34, base - tall * 0.17, left + 34, base - tall * 0.13, chair)
            for leg in (-28, 28):
                pen.stroke(
                    [(left + leg, base - tall * 0.14), (left + leg * 1.15, base)],
                    9,
                    mix(chair, p.ink, 0.2),
                )
            dress = Dress(
                top,
                mix(p.ink, p.near, 0.3),
                skin,
                p.ink,
                hair_colour=mix(p.paper, p.near, 0.2) if grey else None,
            )
            Figure(pen, (x, base), tall, face, SIT, dress).draw(
                lambda near, _far: pen.fill(
                    blob("-22,-8 22,-8 12,12 -12,12", near),
                    p.paper,
                )
            )
        pen.fill(ring((1005, 826), 62, 17), mix(rgb("#a8743f"), p.ink, 0.1))
        pen.stroke([(1005, 832), (1005, 884)], 14, mix(rgb("#a8743f"), p.ink, 0.35))
        for x in (978, 1026):
            pen.fill(ring((x, 818), 21, 7), p.paper)
            pen.fill(ring((x, 816), 14, 4), mix(rgb("#7d9a5a"), p.paper, 0.2))
