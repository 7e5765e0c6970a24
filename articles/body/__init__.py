"""The body of an article as a tuple of blocks.

The stored form is HTML in one vocabulary (docs/developers/body-format.md); everything that
reads a body (renderer, comparison, exporter, search) reads these blocks instead.
"""

from articles.body.blocks import (
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    caption_line,
    image_ids,
)
from articles.body.read import parse
from articles.body.write import normalise, plain_text, serialise

__all__ = [
    "Block", "Figure", "Heading", "ListBlock", "Paragraph", "Quote", "Table",
    "caption_line", "image_ids", "normalise", "parse", "plain_text", "serialise",
]  # fmt: skip
