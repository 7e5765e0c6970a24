"""Articles as plain text, in the layout of docs/developers/text-layout.md.

`decode_text` takes the bytes of a file, `parse_layout` its text; what goes wrong is a
LayoutError with the line and a sentence for whoever sent the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from articles.importers.bodies import parse_blocks, split_blocks
from articles.importers.bylines import Header, is_dated, is_timed, parse_header
from articles.importers.captions import is_picture_name
from articles.importers.decoding import decode_text
from articles.importers.imported import ImportedArticle, ImportedByline, LayoutError, Line
from articles.importers.trailer import find_trailer, parse_trailer
from newsroom.text.vietnamese import clean_line

__all__ = ["ImportedArticle", "ImportedByline", "LayoutError", "decode_text", "parse_layout"]

TITLE_LIMIT = 300
SECTION_LIMIT = 80


def parse_layout(text: str) -> ImportedArticle:
    """Read one article. Blank lines separate blocks; spaces within a line are made single.

    No line is dropped: each is in the article or in its `set_aside`. Raises LayoutError where
    section, title or sapo is missing or out of place, for a title over TITLE_LIMIT characters, a
    date that does not exist, a title at the foot that is another one and a notice that is too long.
    """
    lines = [Line(number, clean_line(raw)) for number, raw in enumerate(text.splitlines(), 1)]
    section, title = _read_top(lines)
    rest = lines[title.number :]
    start = find_trailer(rest, title.text)
    content = rest[:start]
    header, sapo = _read_lead(title, content)
    trailer = parse_trailer(rest[start:], title.text)
    return ImportedArticle(
        section=section.text,
        title=title.text,
        bylines=header.bylines,
        dateline=header.dateline,
        dateline_has_time=header.has_time,
        sapo=sapo.text,
        blocks=parse_blocks(content[sapo.number - title.number :]),
        copyright_notice=trailer.copyright_notice,
        set_aside=trailer.set_aside,
    )


def _read_top(lines: Sequence[Line]) -> tuple[Line, Line]:
    """Return the lines of section and title, each of which is a block of its own."""
    blocks = split_blocks(lines)
    if not blocks:
        raise LayoutError(_("The file is empty."))
    section = blocks[0][0]
    if len(section.text) > SECTION_LIMIT or is_dated(section.text):
        reason = _("The first line is the name of the section; here it is missing.")
        raise LayoutError(reason, section.number)
    for block in blocks[:2]:
        if len(block) > 1:
            reason = _("Section and title are one line each, with a blank line below.")
            raise LayoutError(reason, block[1].number)
    if len(blocks) == 1:
        raise LayoutError(_("The title is missing below the section."), section.number)
    title = blocks[1][0]
    if len(title.text) > TITLE_LIMIT:
        reason = _("The title has %(length)d characters; at most %(limit)d are possible.")
        numbers = {"length": len(title.text), "limit": TITLE_LIMIT}
        raise LayoutError(reason % numbers, title.number)
    return section, title


def _read_lead(title: Line, content: Sequence[Line]) -> tuple[Header, Line]:
    """Return byline and date, if there are any, and the line of the sapo."""
    blocks = split_blocks(content)
    filled = [line for block in blocks for line in block]
    paragraph_follows = (
        len(blocks) > 1 and len(blocks[0]) == 1 and not is_picture_name(blocks[1][0].text)
    )
    header = parse_header(filled, paragraph_follows) if filled else Header()
    if is_timed(title.text) and not header.lines:
        reason = _("Here stand byline and time: the section or the title above is missing.")
        raise LayoutError(reason, title.number)
    above, below = [title, *filled[: header.lines]], filled[header.lines :]
    if not below:
        raise LayoutError(_("The sapo, the lead paragraph, is missing."), above[-1].number)
    sapo = below[0]
    if is_picture_name(sapo.text):
        reason = _("The sapo, the lead paragraph, stands above the first picture.")
        raise LayoutError(reason, sapo.number)
    return header, sapo
