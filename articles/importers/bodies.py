"""The body of a text file: lines in blocks, turned into the blocks of an article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from articles.body import Block, Figure, Heading, ListBlock, Paragraph
from articles.importers.captions import is_picture_name, parse_caption
from articles.importers.imported import Line

HEADING_LIMIT = 80

_BULLET = "- "
_NUMBERED = re.compile(r"(\d+)\. (.+)")
# A sentence that ends inside quotation marks or brackets has ended all the same.
_SENTENCE_END = re.compile(r"[.?!:…][”’\"')»\]]*$")


@dataclass(frozen=True, slots=True)
class _MaybeHeading:
    """A line that is a subheading if what follows lets it be one."""

    html: str


def split_blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Split lines at blank ones; no block is empty."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def parse_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Read the lines of a body (without sapo and trailer) into blocks; no line is left out.

    A subheading is a line of its own of at most HEADING_LIMIT characters, without a sentence's
    end, that running text follows: a paragraph or a list, not a picture, another such line or
    the end. A block of two lines and more is a list when each opens with "- ", or with "1. ",
    "2. " and so on; other lines are a paragraph each.
    """
    found = [each for block in split_blocks(lines) for each in _read(block)]
    return tuple(
        _decide(each, follower) if isinstance(each, _MaybeHeading) else each
        for each, follower in zip_longest(found, found[1:])
    )


def _decide(line: _MaybeHeading, follower: Block | _MaybeHeading | None) -> Block:
    if isinstance(follower, Paragraph | ListBlock):
        return Heading(line.html)
    return Paragraph(line.html)


def _read(block: Sequence[Line]) -> Iterator[Block | _MaybeHeading]:
    listed = _read_list(block)
    if listed:
        yield listed
        return
    picture = ""
    for _number, text in block:
        if is_picture_name(text):
            if picture:
                yield Figure(image=None, name=picture)
            picture = text
        elif picture:
            yield parse_caption(picture, text)
            picture = ""
        elif len(block) == 1 and _may_be_heading(text):
            yield _MaybeHeading(_inline(text))
        else:
            yield Paragraph(_inline(text))
    if picture:
        yield Figure(image=None, name=picture)


def _read_list(block: Sequence[Line]) -> ListBlock | None:
    if len(block) < 2:
        return None
    if all(line.text.startswith(_BULLET) for line in block):
        return ListBlock(tuple(_inline(line.text.removeprefix(_BULLET)) for line in block))
    numbered = [_NUMBERED.fullmatch(line.text) for line in block]
    if all(found and found[1] == str(number) for number, found in enumerate(numbered, start=1)):
        return ListBlock(tuple(_inline(found[2]) for found in numbered if found), ordered=True)
    return None


def _may_be_heading(text: str) -> bool:
    return (
        len(text) <= HEADING_LIMIT
        and not _SENTENCE_END.search(text)
        and not text.startswith(_BULLET)
    )


def _inline(text: str) -> str:
    return html.escape(text, quote=False)
