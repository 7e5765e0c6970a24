"""What goes out: the WebP files that readers fetch."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from PIL import Image

from .decode import PictureFacts, opened
from .pixels import upright_copy
from .plan import (
    CROPS,
    RENDITION_PATTERN,
    RenditionSpec,
    crop_box,
    rendition_name,
    rendition_plan,
    version_hash,
    working_size,
)

__all__ = [
    "RENDITION_PATTERN",
    "RenditionSpec",
    "make_renditions",
    "rendition_name",
    "rendition_plan",
    "version_hash",
]

_QUALITY = 80
_METHOD = 4  # 0 is fastest, 6 is smallest


def make_renditions(
    file: BinaryIO, facts: PictureFacts, focal: tuple[float, float] = (0.5, 0.5)
) -> Iterator[tuple[RenditionSpec, bytes]]:
    """Make every file of `rendition_plan(facts.width, facts.height)`, the widest of a crop first.

    `facts` come from `examine` of the same file; `focal` is (x, y) from the top left corner of the
    upright picture, each 0 to 1. Yields the spec and the WebP bytes, without any metadata. Raises
    PictureRefused, before the first file, if the original can't be decoded any more.
    """
    width, height = facts.width, facts.height
    with opened(file) as picture:
        whole = upright_copy(picture, working_size(width, height))
    plan = rendition_plan(width, height)
    across, down = whole.width / width, whole.height / height
    for crop in CROPS:
        left, top, right, bottom = crop_box(crop, width, height, focal)
        image = whole
        box: tuple[float, float, float, float] | None
        box = (left * across, top * down, right * across, bottom * down)
        for spec in sorted((s for s in plan if s.crop == crop), key=lambda s: -s.width):
            image = image.resize((spec.width, spec.height), Image.Resampling.LANCZOS, box=box)
            box = None  # the next one is made from this one, whole
            yield spec, _webp(image)


def _webp(image: Image.Image) -> bytes:
    # Without exif=, xmp= and icc_profile= Pillow writes pixels alone, whatever image.info holds.
    data = BytesIO()
    image.save(data, "WEBP", quality=_QUALITY, method=_METHOD)
    return data.getvalue()
