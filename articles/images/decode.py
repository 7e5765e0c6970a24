"""What comes in: is this file a picture we can take, and what is it?"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, JpegImagePlugin, UnidentifiedImageError

from . import limits
from .pixels import orientation

# Only these decoders are ever tried: each further one is code that a stranger's file can reach.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")

_OURS = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF....WEBP|....ftypavi[fs]", re.DOTALL
)
_OTHERS = (
    ("HEIC", re.compile(rb"....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)", re.DOTALL)),
    ("SVG", re.compile(rb"(?:\xef\xbb\xbf)?\s*<.*?<svg\b|(?:\xef\xbb\xbf)?\s*<svg\b", re.DOTALL)),
    ("TIFF / RAW", re.compile(rb"II\*\x00|MM\x00\*|....ftypcrx ", re.DOTALL)),
    ("Photoshop", re.compile(rb"8BPS")),
    ("PDF", re.compile(rb"%PDF-")),
    ("BMP", re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL)),
    ("JPEG XL", re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL ")),
    ("JPEG 2000", re.compile(rb"\x00\x00\x00\x0cjP  ")),
)


class PictureRefused(ValueError):
    """A file that can't be taken as a picture; `reason` is one sentence for the person who sent it.

    The sentence is in the language active when the file was examined.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What is known of an accepted picture.

    `format` is one of JPEG, PNG, WEBP, GIF and AVIF, told by content and never by name; `width`
    and `height` are pixels of the upright picture (EXIF orientation applied); `size` is the file
    in bytes; `sha256` is the hexadecimal digest of the file.
    """

    format: str
    width: int
    height: int
    size: int
    sha256: str


def examine(file: BinaryIO, name: str = "") -> PictureFacts:
    """Read a file from its start, decode it fully, and tell what it is.

    `name` is only used in sentences. Raises PictureRefused for anything that is not a whole
    picture of an accepted format and a size that can be opened safely. The file's position
    afterwards is undefined.
    """
    label = _label(name)
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        raise PictureRefused(_("%(file)s is empty; send it again.") % {"file": label})
    if size > limits.MAX_BYTES:
        raise PictureRefused(
            _("%(file)s is larger than %(limit)d MB; save it with stronger compression.")
            % {"file": label, "limit": limits.MAX_BYTES // 1024**2}
        )
    digest = _digest(file)
    with opened(file, name) as picture:
        _check_limits(picture, file, label)
        width, height = picture.size
        if orientation(picture) >= 5:
            width, height = height, width
        # A JPEG is read to its end at an eighth of its size: a cut file is found all the same.
        picture.draft(None, (1, 1))
        picture.load()
        # Cameras call a JPEG with a preview behind it MPO; its first picture is a plain JPEG.
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)
    return PictureFacts(kind, width, height, size, digest)


@contextmanager
def opened(file: BinaryIO, name: str = "") -> Iterator[Image.Image]:
    """Open a picture with the accepted decoders; their errors become PictureRefused."""
    label = _label(name)
    try:
        with Image.open(file, formats=FORMATS) as picture:
            yield picture
    except PictureRefused:
        raise
    except UnidentifiedImageError as error:
        raise PictureRefused(_unidentified(file, label)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(_too_many_pixels(label, limits.MAX_PIXELS)) from error
    # Decoders fail with whatever their authors thought of (OSError, SyntaxError, ValueError,
    # struct.error, EOFError, …): to the person who sent the file it is all the same.
    except Exception as error:
        raise PictureRefused(_damaged(label)) from error


def _check_limits(picture: Image.Image, file: BinaryIO, label: str) -> None:
    """Refuse what would take too much memory or time, before any pixel is decoded."""
    pixels = picture.width * picture.height
    if pixels > limits.MAX_PIXELS:
        raise PictureRefused(_too_many_pixels(label, limits.MAX_PIXELS))
    coefficients_held = False
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        file.seek(0)
        scans, components = limits.jpeg_scans(file.read())
        if scans > limits.MAX_SCANS:
            raise PictureRefused(
                _("%(file)s is a JPEG of unusual build; save it again as an ordinary JPEG.")
                % {"file": label}
            )
        coefficients_held = bool(picture.info.get("progressive")) or components < picture.layers
    # The orientation of a PNG may stand behind its pixels, which nobody has read yet.
    turned = None if picture.format == "PNG" else orientation(picture) >= 5
    needed = limits.memory_needed(picture, turned=turned, coefficients_held=coefficients_held)
    if needed <= limits.MEMORY_BUDGET:
        return
    if coefficients_held:
        raise PictureRefused(
            _("%(file)s is a progressive JPEG too large to open; save it as a baseline JPEG.")
            % {"file": label}
        )
    raise PictureRefused(_too_many_pixels(label, int(pixels * limits.MEMORY_BUDGET / needed)))


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in iter(partial(file.read, 1024 * 1024), b""):
        digest.update(chunk)
    return digest.hexdigest()


def _label(name: str) -> str:
    """How a sentence names the file: quoted, on one line, at most 100 characters."""
    shown = " ".join(name.split())[:100]
    return f"“{shown}”" if shown else _("This file")


def _unidentified(file: BinaryIO, label: str) -> str:
    file.seek(0)
    head = file.read(4096)
    if _OURS.match(head):
        return _damaged(label)
    kind = next((kind for kind, pattern in _OTHERS if pattern.match(head)), None)
    if kind == "SVG":
        return _("%(file)s is an SVG drawing, which may carry scripts; export it as a PNG.") % {
            "file": label
        }
    if kind:
        return _("%(file)s is a %(kind)s file, which browsers can't show; save it as a JPEG.") % {
            "file": label,
            "kind": kind,
        }
    return _("%(file)s is not a picture; send a JPEG, PNG, WebP, GIF or AVIF.") % {"file": label}


def _damaged(label: str) -> str:
    return _("%(file)s is damaged or incomplete; copy it again from where it came.") % {
        "file": label
    }


def _too_many_pixels(label: str, allowed: int) -> str:
    return _(
        "%(file)s has too many pixels; a file of this kind may have up to %(limit)d megapixels."
    ) % {"file": label, "limit": allowed // 1_000_000}
