"""People cut from paper: posed by where hips, hands and feet are, the joints follow.

Lengths are shares of the standing height; x points the way the figure faces, y upwards, and the
origin is the ground between the feet.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .curves import Point, smooth, trace
from .palette import Colour, mix
from .paper import Pen

THIGH, SHIN = 0.25, 0.25
UPPER_ARM, FOREARM = 0.165, 0.165
TRUNK = 0.3


@dataclass(frozen=True, slots=True)
class Dress:
    """Colours of a figure and the shape of what it wears.

    ``hat``: non, cap, hood, helmet, scarf or none. ``hair``: short, bun, long. ``cut``: shirt,
    or coat (to the knees). With ``boots`` the shins are in socks of the shirt's colour.
    """

    top: Colour
    bottom: Colour
    skin: Colour
    dark: Colour
    headgear: Colour | None = None
    hat: str = ""
    hair: str = "short"
    cut: str = "shirt"
    bare_legs: bool = False
    hair_colour: Colour | None = None
    boots: Colour | None = None


@dataclass(frozen=True, slots=True)
class Pose:
    """Where a body is. ``lean`` and ``nod`` are degrees forward; hands and feet near, then far.

    ``elbow`` is +1 where the elbow points back, -1 where it points forward; knees bend forward.
    """

    hip: Point = (0.0, 0.525)
    lean: float = 3.0
    nod: float = 0.0
    hands: tuple[Point, Point] = ((0.03, 0.44), (0.08, 0.46))
    feet: tuple[Point, Point] = ((0.03, 0.0), (-0.03, 0.0))
    elbow: tuple[int, int] = (1, 1)
    breadth: float = 0.085


KNEEL = Pose(
    hip=(-0.06, 0.27),
    lean=14,
    feet=((-0.2, 0.03), (-0.24, 0.03)),
    hands=((0.24, 0.2), (0.28, 0.22)),
    nod=16,
)


def joint(start: Point, end: Point, first: float, second: float, side: int) -> Point:
    """The elbow or knee between ``start`` and ``end``, on the given side of the line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = math.hypot(dx, dy) or 1e-6
    far_reach = min(far, (first + second) * 0.999)
    a = (first * first - second * second + far_reach * far_reach) / (2 * far_reach)
    h = math.sqrt(max(0.0, first * first - a * a))
    ux, uy = dx / far, dy / far
    return start[0] + ux * a - uy * h * side, start[1] + uy * a + ux * h * side


class Figure:
    """One person on a layer; ``face`` is 1 towards the right, -1 towards the left."""

    def __init__(
        self, pen: Pen, at: Point, tall: float, face: int, pose: Pose, dress: Dress
    ) -> None:
        self.pen, self.at, self.tall, self.face = pen, at, tall, face
        self.pose, self.dress = pose, dress
        lean = math.radians(pose.lean)
        hx, hy = pose.hip
        self.up = (math.sin(lean), math.cos(lean))
        self.shoulder = (hx + self.up[0] * TRUNK, hy + self.up[1] * TRUNK)
        tilt = lean * 0.55 + math.radians(pose.nod)
        self.tilt = tilt
        neck = (self.shoulder[0] + self.up[0] * 0.02, self.shoulder[1] + self.up[1] * 0.02)
        self.head = (neck[0] + math.sin(tilt) * 0.088, neck[1] + math.cos(tilt) * 0.088)

    def spot(self, point: Point) -> Point:
        """Body coordinates to pixels."""
        return self.at[0] + point[0] * self.tall * self.face, self.at[1] - point[1] * self.tall

    def _head_spot(self, point: Point) -> Point:
        size = 0.135
        x, y = point[0] * size, point[1] * size
        cosine, sine = math.cos(self.tilt), math.sin(self.tilt)
        return self.spot(
            (self.head[0] + x * cosine + y * sine, self.head[1] - x * sine + y * cosine)
        )

    def _shape(self, points: list[Point], colour: Colour) -> None:
        self.pen.fill(smooth([self.spot(p) for p in points], closed=True, steps=6), colour)

    def _head_shape(self, points: list[Point], colour: Colour, *, sharp: bool = False) -> None:
        outline = [self._head_spot(p) for p in points]
        self.pen.fill(outline if sharp else smooth(outline, closed=True, steps=6), colour)

    def _limb(
        self, points: tuple[Point, Point, Point], widths: tuple[float, float, float], colour: Colour
    ) -> None:
        spots = [self.spot(p) for p in points]
        size = self.tall
        self.pen.stroke(spots[:2], widths[0] * size, colour, widths[1] * size)
        self.pen.stroke(spots[1:], widths[1] * size, colour, widths[2] * size)

    def _leg(self, index: int) -> None:
        dress, far = self.dress, index == 1
        hip = (self.pose.hip[0] + (-0.02 if far else 0.02), self.pose.hip[1])
        foot = self.pose.feet[index]
        ankle = (foot[0], foot[1] + 0.04)
        knee = joint(hip, ankle, THIGH, SHIN, 1)
        cloth = mix(dress.bottom, dress.dark, 0.3 if far else 0.0)
        skin = mix(dress.skin, dress.dark, 0.3 if far else 0.0)
        tip = (foot[0] + 0.075, foot[1] + 0.014)
        self.pen.stroke(
            [self.spot((foot[0] - 0.012, foot[1] + 0.02)), self.spot(tip)],
            0.034 * self.tall,
            dress.boots or skin,
            0.022 * self.tall,
        )
        if dress.bare_legs:
            self._limb((hip, knee, ankle), (0.09, 0.05, 0.034), skin)
            if dress.boots:
                sock = mix(dress.top, dress.dark, 0.35 if far else 0.08)
                calf = (
                    ankle[0] + (knee[0] - ankle[0]) * 0.7,
                    ankle[1] + (knee[1] - ankle[1]) * 0.7,
                )
                self.pen.stroke(
                    [self.spot(calf), self.spot(ankle)], 0.052 * self.tall, sock, 0.036 * self.tall
                )
            half = (hip[0] + (knee[0] - hip[0]) * 0.8, hip[1] + (knee[1] - hip[1]) * 0.8)
            self.pen.stroke(
                [self.spot(hip), self.spot(half)], 0.105 * self.tall, cloth, 0.085 * self.tall
            )
        else:
            self._limb((hip, knee, ankle), (0.105, 0.082, 0.062), cloth)

    def _arm(self, index: int) -> None:
        dress, far = self.dress, index == 1
        side = self.pose.breadth * (0.45 if far else -0.3)
        start = (self.shoulder[0] + side, self.shoulder[1] - 0.025)
        hand = self.pose.hands[index]
        elbow = joint(start, hand, UPPER_ARM, FOREARM, -self.pose.elbow[index])
        cloth = mix(dress.top, dress.dark, 0.3 if far else 0.07)
        skin = mix(dress.skin, dress.dark, 0.3 if far else 0.0)
        wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.72, elbow[1] + (hand[1] - elbow[1]) * 0.72)
        end = joint_end(elbow, hand, FOREARM)
        self._limb((elbow, wrist, end), (0.04, 0.032, 0.03), skin)
        self.pen.disc(self.spot(end), 0.021 * self.tall, skin)
        loose = 0.07 if dress.cut != "shirt" else 0.058
        self._limb((start, elbow, wrist), (loose + 0.008, loose, loose - 0.006), cloth)

    def _trunk(self) -> None:
        dress = self.dress
        (hx, hy), (sx, sy), (ux, uy) = self.pose.hip, self.shoulder, self.up
        wide, hip_wide = self.pose.breadth, self.pose.breadth * 0.8
        right, up = (uy, -ux), (ux, uy)

        def place(base: Point, across: float, above: float) -> Point:
            return (
                base[0] + right[0] * across + up[0] * above,
                base[1] + right[1] * across + up[1] * above,
            )

        hip, shoulder = (hx, hy), (sx, sy)
        low = -0.05 if dress.cut == "shirt" else -0.02
        outline = [
            place(shoulder, -0.02, 0.03),
            place(shoulder, 0.025, 0.03),
            place(shoulder, wide * 0.75, 0.002),
            place(shoulder, wide * 0.95, -0.07),
            place(hip, hip_wide * 0.85, 0.13),
            place(hip, hip_wide, 0.03),
            place(hip, hip_wide, low),
            place(hip, -hip_wide, low),
            place(hip, -hip_wide * 0.95, 0.1),
            place(shoulder, -wide * 1.0, -0.08),
            place(shoulder, -wide * 0.8, -0.005),
        ]
        self._shape(outline, dress.top)
        shade = [
            place(shoulder, -wide * 0.7, -0.02),
            place(shoulder, -wide * 0.35, -0.1),
            place(hip, -hip_wide * 0.3, 0.08),
            place(hip, -hip_wide * 0.2, low + 0.012),
            place(hip, -hip_wide * 0.93, low + 0.012),
            place(shoulder, -wide * 0.95, -0.1),
        ]
        self._shape(shade, mix(dress.top, dress.dark, 0.22))
        if dress.cut == "coat":
            knee = joint((hx, hy), self.pose.feet[0], THIGH, SHIN, 1)
            back = joint((hx, hy), self.pose.feet[1], THIGH, SHIN, 1)
            lead, trail = max(knee[0], back[0]) + 0.06, min(knee[0], back[0]) - 0.07
            hem = min(knee[1], back[1]) - 0.03
            skirt = [
                place(hip, hip_wide, 0.1),
                place(hip, hip_wide * 1.05, 0.0),
                (lead, hem + 0.02),
                ((lead + trail) / 2, hem - 0.012),
                (trail, hem),
                place(hip, -hip_wide * 1.1, 0.0),
                place(hip, -hip_wide, 0.1),
            ]
            self.pen.fill([self.spot(p) for p in skirt], mix(dress.top, dress.dark, 0.05))

    def _face(self) -> None:
        dress = self.dress
        (sx, sy), (ux, uy) = self.shoulder, self.up
        neck = (sx - ux * 0.02, sy - uy * 0.02)
        self.pen.stroke(
            [self.spot(neck), self.spot(self.head)],
            0.046 * self.tall,
            mix(dress.skin, dress.dark, 0.2),
        )
        profile = trace(
            "0.05,0.5 0.26,0.41 0.35,0.22 0.35,0.08 0.47,-0.08 0.37,-0.14 0.39,-0.22 "
            "0.35,-0.28 0.35,-0.38 0.24,-0.46 0.02,-0.36 -0.14,-0.28 -0.3,-0.16 "
            "-0.38,0.1 -0.28,0.38"
        )
        self._head_shape(profile, dress.skin)
        hair_colour = dress.hair_colour or dress.dark
        if dress.hair == "long":
            self._head_shape(
                trace("-0.1,0.3 -0.42,0.1 -0.5,-0.6 -0.42,-1.3 -0.2,-1.2 -0.08,-0.3"), hair_colour
            )
        if dress.hair == "bun":
            self.pen.disc(self._head_spot((-0.5, -0.02)), 0.034 * self.tall, hair_colour)
        hair = trace(
            "0.31,0.33 0.2,0.48 0.0,0.56 -0.25,0.48 -0.44,0.2 -0.42,-0.1 -0.3,-0.3 "
            "-0.17,-0.26 -0.1,-0.04 -0.02,0.06 0.08,0.22 0.28,0.24"
        )
        self._head_shape(hair, hair_colour)

    def _headgear(self) -> None:
        dress = self.dress
        colour = dress.headgear or dress.dark
        shade = mix(colour, dress.dark, 0.35)
        if dress.hat == "non":
            self._head_shape(
                trace("-1.2,0.13 1.2,0.13 0.75,-0.02 -0.75,-0.02"), mix(colour, dress.dark, 0.6)
            )
            self._head_shape(
                trace("-1.25,0.12 -0.52,0.58 0.0,1.08 0.52,0.58 1.25,0.12"), colour, sharp=True
            )
            self._head_shape(trace("-1.25,0.12 -0.52,0.58 0.0,1.08 -0.28,0.12"), shade, sharp=True)
        elif dress.hat == "cap":
            self._head_shape(
                trace("-0.43,0.14 -0.38,0.44 -0.05,0.62 0.26,0.48 0.36,0.2 0,0.16"), colour
            )
            self._head_shape(trace("0.2,0.28 0.66,0.17 0.68,0.1 0.2,0.14"), shade)
        elif dress.hat == "helmet":
            self._head_shape(
                trace("-0.5,0.1 -0.46,0.46 -0.05,0.7 0.34,0.5 0.44,0.14 0,0.1"), colour
            )
            self._head_shape(trace("-0.55,0.14 0.58,0.18 0.6,0.08 -0.55,0.02"), shade)
        elif dress.hat in ("hood", "scarf"):
            hood = trace(
                "0.3,0.42 0.05,0.63 -0.3,0.54 -0.52,0.2 -0.5,-0.3 -0.42,-0.56 0.02,-0.6 "
                "0.14,-0.42 0.06,0.0 0.16,0.24"
            )
            self._head_shape(hood, colour)
            self._head_shape(trace("-0.3,0.5 -0.5,0.2 -0.48,-0.4 -0.3,-0.45 -0.26,0.1"), shade)

    def draw(self, held: Callable[[Point, Point], None] | None = None) -> Figure:
        """Draw from the far side to the near; ``held`` draws what is between the two hands.

        It is called with the places of the near and the far hand, in pixels.
        """
        self._arm(1)
        self._leg(1)
        self._leg(0)
        self._trunk()
        self._face()
        self._headgear()
        if held is not None:
            held(self.spot(self.pose.hands[0]), self.spot(self.pose.hands[1]))
        self._arm(0)
        return self

    def lamp(self) -> Point:
        """Where a lamp on the forehead sits, in pixels."""
        return self._head_spot((0.4, 0.32))


def joint_end(start: Point, aim: Point, length: float) -> Point:
    """The end of a stretch from ``start`` towards ``aim``, never longer than ``length``."""
    far = math.hypot(aim[0] - start[0], aim[1] - start[1]) or 1e-6
    share = min(1.0, length / far)
    return start[0] + (aim[0] - start[0]) * share, start[1] + (aim[1] - start[1]) * share
