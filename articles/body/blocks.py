"""What the body of an article is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `html` is inline HTML: text, a[href], strong, em."""

    html: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A subheading. `html` is inline HTML, `level` is 2 or 3."""

    html: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list without nesting; each item is inline HTML."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation; each paragraph is inline HTML."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, as canonical `<table>…</table>`: thead tbody tr th td, colspan and rowspan only."""

    html: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption line, all parts plain text.

    `image` is the id of an Image, or None while the picture is known by `name` (a file name)
    alone. caption + separator + label + credit + tail is the line as it was written.
    """

    image: int | None
    name: str = ""
    caption: str = ""
    separator: str = ""
    label: str = ""
    credit: str = ""
    tail: str = ""
    alt: str = ""


Block = Paragraph | Heading | ListBlock | Quote | Table | Figure


def image_ids(blocks: Iterable[Block]) -> list[int]:
    """Return the ids of the images that figures show, in order; one shown twice is there twice."""
    return [
        block.image for block in blocks if isinstance(block, Figure) and block.image is not None
    ]


def caption_line(figure: Figure) -> str:
    """Return the line below the picture, exactly as it was written."""
    return f"{figure.caption}{figure.separator}{figure.label}{figure.credit}{figure.tail}"
