"""From an approved body to the HTML in the page. Done when publishing, never per reader."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .body import Block, Figure, Heading, ListBlock, Paragraph, Quote, Table
from .entries import EntryPicture
from .images.renditions import rendition_name, rendition_plan
from .models import ImageVersion

# Raised when the HTML made of the same source changes; `manage.py rerender` renews older ones.
HTML_VERSION = 2

# How wide a picture stands in the text column: the whole phone, at most the column.
TEXT_SIZES = "(min-width: 44rem) 41rem, 100vw"
# The first one, unless it is upright, reaches out of the column of a wide screen.
FIRST_SIZES = f"(min-width: 84rem) 54.5rem, {TEXT_SIZES}"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a `<picture>` needs: addresses by width, the size in pixels, the words for the blind."""

    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    alt: str


# A file of which renditions are made: each has `hash`, and `width` and `height` in pixels.
PictureFile = ImageVersion | EntryPicture

# Where a rendition is found: of which file, which crop, how many pixels wide.
Address = Callable[[Any, str, int], str]


def public_address(version: PictureFile, crop: str, width: int) -> str:
    """The address that readers use; the file is there while a publication shows the picture."""
    return default_storage.url(rendition_name(version.hash, crop, width))


def picture(
    version: PictureFile,
    *,
    alt: str,
    crop: str = "full",
    sizes: str = TEXT_SIZES,
    address: Address = public_address,
) -> Picture:
    """The addresses of one crop of a picture; `src` is the widest."""
    specs = [spec for spec in rendition_plan(version.width, version.height) if spec.crop == crop]
    addresses = [(address(version, crop, spec.width), spec.width) for spec in specs]
    return Picture(
        src=addresses[-1][0],
        srcset=", ".join(f"{address} {width}w" for address, width in addresses),
        sizes=sizes,
        width=specs[-1].width,
        height=specs[-1].height,
        alt=alt,
    )


def render_body(
    blocks: Iterable[Block],
    pictures: Mapping[int, ImageVersion],
    *,
    address: Address = public_address,
) -> SafeString:
    """The body's HTML. `pictures` holds the file of each Image id; a figure without is left out.

    Inline HTML in the blocks has passed the sanitiser already.
    """
    parts: list[str] = []
    first = True
    for block in blocks:
        match block:
            case Figure(image=int(image)) if image in pictures:
                parts.append(_figure(block, pictures[image], address, first=first))
                first = False
            case Figure():
                continue
            case _:
                parts.append(_text(block))
    return mark_safe("\n".join(parts))


def _figure(figure: Figure, version: ImageVersion, address: Address, *, first: bool) -> str:
    sizes = FIRST_SIZES if first and version.width >= version.height else TEXT_SIZES
    alt = figure.alt or figure.caption
    return render_to_string(
        "components/figure.html",
        {
            "figure": figure,
            "picture": picture(version, alt=alt, sizes=sizes, address=address),
            "lazy": not first,
        },
    ).strip()


def _text(block: Block) -> str:
    match block:
        case Paragraph(html=html):
            return f"<p>{html}</p>"
        case Heading(html=html, level=level):
            return f"<h{level}>{html}</h{level}>"
        case ListBlock(items=items, ordered=ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"
        case Quote(paragraphs=paragraphs):
            inner = "".join(f"<p>{html}</p>" for html in paragraphs)
            return f"<blockquote>{inner}</blockquote>"
        case Table(html=html):
            return f'<div class="table" role="region" tabindex="0" aria-label="Bảng">{html}</div>'
        case _:
            raise TypeError(f"no rendering for {block!r}")
