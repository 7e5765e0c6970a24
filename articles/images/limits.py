"""How much memory a picture would take to decode, known from its header before a pixel is read.

A worker must stay under 400 MB with a picture of 50 megapixels in hand. Pillow can't be told a
ceiling, so the need is estimated and compared. The numbers were measured with Pillow 13 (peak
resident memory of a fresh process); tests/soak/test_huge_pictures.py measures them again.
"""

import re

from PIL import Image, JpegImagePlugin

from .plan import working_size

MAX_BYTES = 40 * 1024 * 1024
MAX_PIXELS = 80_000_000  # below the 89 million at which Pillow itself warns of a bomb

# What is left of 400 MB beside the application (about 100 MB) and a file read into memory whole.
MEMORY_BUDGET = 250_000_000

# Bytes for each decoded pixel while the decoder is still alive. Pillow keeps RGB and RGBA in four
# bytes alike; libwebp holds two canvases and two copies beside, AVIF its planes and one copy.
BYTES_PER_PIXEL = {"JPEG": 4, "PNG": 4, "GIF": 4, "WEBP": 17, "AVIF": 13}

# Beside the decoded pixels: the copy on white, and one pass of the resampling.
WORKING_BYTES_PER_PIXEL = 8

# A progressive JPEG has about ten scans. A file of 300 kB can hold thousands, each of which walks
# over the whole picture: 1,000 scans of 50 megapixels kept a core busy for 19 seconds.
MAX_SCANS = 50

# In entropy-coded data FF is followed by 00 or by a restart marker (ITU-T T.81, B.1.1.2 and
# B.1.1.5), so any other FF xx is a marker.
_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])", re.DOTALL)
_START_OF_SCAN = 0xDA
_END_OF_IMAGE = 0xD9


def jpeg_scans(data: bytes) -> tuple[int, int]:
    """The number of scans in a JPEG's first picture, and of components in its first scan.

    Stops at the end of that picture: phones put films and second pictures behind it.
    """
    scans, components, at = 0, 0, 2
    while (found := _MARKER.search(data, at)) and found[1][0] != _END_OF_IMAGE:
        at = found.end()
        if found[1][0] == _START_OF_SCAN:
            scans += 1
            if scans == 1:
                components = int.from_bytes(data[at + 2 : at + 3])
        at += int.from_bytes(data[at : at + 2])
    return scans, components


def reduction(size: tuple[int, int], target: tuple[int, int]) -> int:
    """By which whole number a picture of `size` can be divided and still cover `target`."""
    return max(1, min(size[0] // target[0], size[1] // target[1]))


def memory_needed(
    picture: Image.Image, *, turned: bool | None = None, coefficients_held: bool = False
) -> int:
    """Bytes needed to decode an opened picture and scale it to its working size.

    `turned` tells whether EXIF orientation swaps the sides; None if that is not known yet, and the
    dearer of both counts. `coefficients_held` tells that a JPEG comes in several scans, so that
    libjpeg must keep the coefficients of the whole picture.
    """
    width, height = picture.size
    factor = min(
        reduction(picture.size, target)
        for swapped, target in (
            (False, working_size(width, height)),
            (True, working_size(height, width)[::-1]),
        )
        if turned in (None, swapped)
    )
    pixels = width * height
    held = 0
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        # Image.draft lets libjpeg divide by 2, 4 or 8 while it decodes.
        divisor = max(step for step in (1, 2, 4, 8) if step <= factor)
        pixels //= divisor * divisor
        factor //= divisor
        held = _coefficient_bytes(picture) if coefficients_held else 0
    decoded = pixels * BYTES_PER_PIXEL.get(picture.format or "", 4)
    # libjpeg gives its coefficients back before the picture is scaled.
    return decoded + max(held, pixels // (factor * factor) * WORKING_BYTES_PER_PIXEL)


def _coefficient_bytes(picture: JpegImagePlugin.JpegImageFile) -> int:
    """Two bytes for each sample of each component, in blocks of 8 x 8."""
    widest = max(across for _, across, _, _ in picture.layer)
    tallest = max(down for _, _, down, _ in picture.layer)
    total = 0
    for _, across, down, _ in picture.layer:
        columns = -(-picture.width * across // (widest * 8))
        rows = -(-picture.height * down // (tallest * 8))
        total += columns * rows * 64 * 2
    return total
