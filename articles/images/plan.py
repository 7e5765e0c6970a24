"""Which files a picture is published as, and under which names: arithmetic, no pixels.

The plan follows from a picture's width and height alone, so a template can write `srcset` from two
integers without asking the storage what is there.
"""

import hashlib
import math
import re
from dataclasses import dataclass
from functools import lru_cache

# Widths in pixels of the files made for each crop. "full" is the whole picture; the others are cut
# around the focal point: "card" for lists, "square" for portraits, and with "broad" and "classic"
# for search engines and sites that show a picture beside a link.
CROPS = {
    "full": (400, 800, 1200, 1600),
    "card": (400, 800),
    "broad": (1200,),
    "classic": (800,),
    "square": (400, 800),
}
# Width to height of the crops that cut.
RATIOS = {"card": (3, 2), "broad": (16, 9), "classic": (4, 3), "square": (1, 1)}

# A tall infographic is made narrower rather than taller than this: WebP ends at 16,383 pixels a
# side, and an encoder needs about 14 bytes for each pixel it is given.
MAX_RENDITION_HEIGHT = 8192

# Raise this when quality changes or a crop is cut otherwise: addresses are cached for ever by
# readers, so the same name must never stand for other bytes. After adding a crop or a width, run
# `manage.py rerender`.
RECIPE = 1

RENDITION_PATTERN = re.compile(
    r"\Ap/(?P<hash>[0-9a-f]{20})-(?P<crop>full|card|broad|classic|square)-(?P<width>[1-9][0-9]{0,3})\.webp\Z"
)


@dataclass(frozen=True, slots=True)
class RenditionSpec:
    """One file of the plan: its crop (of `CROPS`) and its size in pixels."""

    crop: str
    width: int
    height: int


def crop_size(crop: str, width: int, height: int) -> tuple[int, int]:
    """Width and height in pixels of the part of a width x height picture that a crop keeps."""
    if crop not in RATIOS:
        return width, height
    across, down = RATIOS[crop]
    return min(width, max(1, height * across // down)), min(height, max(1, width * down // across))


def crop_box(
    crop: str, width: int, height: int, focal: tuple[float, float]
) -> tuple[int, int, int, int]:
    """The part that a crop keeps as (left, top, right, bottom) in pixels of the picture.

    The focal point is put in the middle as far as the edges allow, so it is always inside.
    """
    cut_width, cut_height = crop_size(crop, width, height)
    left = min(max(0, round(focal[0] * width - cut_width / 2)), width - cut_width)
    top = min(max(0, round(focal[1] * height - cut_height / 2)), height - cut_height)
    return left, top, left + cut_width, top + cut_height


@lru_cache(maxsize=4096)
def rendition_plan(width: int, height: int) -> tuple[RenditionSpec, ...]:
    """The files of a picture of width x height pixels (upright), narrowest first in each crop.

    Nothing is enlarged: widths above the picture's own are replaced by its own width, once.
    Raises ValueError for a side under one pixel.
    """
    if width < 1 or height < 1:
        raise ValueError(f"A picture of {width} x {height} pixels has no renditions.")
    specs: list[RenditionSpec] = []
    for crop, widths in CROPS.items():
        cut_width, cut_height = crop_size(crop, width, height)
        widest = min(cut_width, max(1, MAX_RENDITION_HEIGHT * cut_width // cut_height))
        if crop not in ("full", "card"):
            # Never finer than those two: of a panorama, a square of 800 pixels would need a working
            # copy too large for the memory that limits.py grants.
            widest = min(widest, max(1, int(cut_width * _finest(specs, width, height))))
        for wanted in sorted({min(wanted, widest) for wanted in widths}):
            tall = (wanted * cut_height + cut_width // 2) // cut_width
            # A line one pixel wide can't be made narrower: it alone is squeezed.
            specs.append(RenditionSpec(crop, wanted, min(max(1, tall), MAX_RENDITION_HEIGHT)))
    return tuple(specs)


def _finest(specs: list[RenditionSpec], width: int, height: int) -> float:
    """The largest part of the picture's own size that one of the files is made at, at most 1."""
    return max(spec.width / crop_size(spec.crop, width, height)[0] for spec in specs)


def working_size(width: int, height: int) -> tuple[int, int]:
    """The smallest size of the whole picture, in pixels, from which every rendition can be cut.

    For most pictures it is that of the widest "full" file; a panorama needs more, because its
    crops are small parts of it.
    """
    scale = _finest(list(rendition_plan(width, height)), width, height)
    return min(width, math.ceil(width * scale)), min(height, math.ceil(height * scale))


def version_hash(sha256: str, focal: tuple[float, float] = (0.5, 0.5)) -> str:
    """20 hexadecimal digits that name one picture with one focal point.

    `sha256` is the hexadecimal digest of the original's bytes; `focal` is (x, y) from the top left
    corner of the upright picture, each 0 to 1, rounded to three decimals. Raises ValueError for a
    focal point outside the picture.
    """
    x, y = focal
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise ValueError(f"The focal point {focal} lies outside the picture.")
    # abs() because -0.0 passes the check and would print as another number.
    text = f"{RECIPE}:{sha256.lower()}:{abs(x):.3f}:{abs(y):.3f}"
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def rendition_name(version: str, crop: str, width: int) -> str:
    """The name of one file, relative to the media storage; readers find it under /media/."""
    return f"p/{version}-{crop}-{width}.webp"
