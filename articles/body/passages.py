"""A passage in an article: where it stands, the same place in another version, other words for it.

A text is read as lines: the title, the sapo, each paragraph, heading, item, cell, caption and
credit. A passage lies within one line; formatting around and inside it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.body.blocks import Block, Figure, Heading, ListBlock, Paragraph, Quote, Table
from articles.body.read import parse
from newsroom.text.inline import escape, inline_text

# How many letters on either side make a place known again in another version.
CONTEXT = 24

_CELL = re.compile(r"(<t[hd](?: [^>]*)?>)(.*?)(?=</t[hd]>)")
_TAG_OR_LETTER = re.compile(r"<[^>]*>|&[a-z]+;|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one version of an article."""

    title: str
    sapo: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it reads; `kind` is title, sapo, body or caption. The first two may be empty."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage begins: in which line, counted from 0, and after how many letters of it."""

    line: int
    start: int

    def __str__(self) -> str:
        return f"{self.line}:{self.start}"


def lines(text: Text) -> list[Line]:
    """The lines of a text in order: the title, the sapo, then the body's."""
    found = [Line("title", text.title), Line("sapo", text.sapo)]
    for block in text.blocks:
        if isinstance(block, Figure):
            found += [Line("caption", part) for part in _parts(block)]
        else:
            found += [Line("body", inline_text(part)) for part in _parts(block)]
    return found


def find(text: Text, passage: str) -> list[Place]:
    """Every place where the text reads so; none for an empty passage."""
    if not passage:
        return []
    return [
        Place(number, match.start())
        for number, line in enumerate(lines(text))
        for match in re.finditer(f"(?={re.escape(passage)})", line.text)
    ]


def counterpart(text: Text, place: Place, other: Text, passage: str) -> Place | None:
    """The same place in another version of the text; None where it is gone or cannot be told.

    A line that is the same settles it, else the letters around the passage, else that it stands
    once here and once there, in both as whole words or in both within one.
    """
    here_lines, there_lines = lines(text), lines(other)
    kind = here_lines[place.line].kind
    here = [each for each in find(text, passage) if here_lines[each.line].kind == kind]
    there = [each for each in find(other, passage) if there_lines[each.line].kind == kind]

    def whole(found: list[Line], at: Place) -> tuple[str, int]:
        return found[at.line].text, at.start

    def around(found: list[Line], at: Place) -> tuple[str, str]:
        line, end = found[at.line].text, at.start + len(passage)
        return line[max(0, at.start - CONTEXT) : at.start], line[end : end + CONTEXT]

    def edges(found: list[Line], at: Place) -> tuple[bool, bool]:
        before, after = around(found, at)
        return before[-1:].isalnum(), after[:1].isalnum()

    for sign in (whole, around):
        mine = sign(here_lines, place)
        alike_here = [each for each in here if sign(here_lines, each) == mine]
        alike_there = [each for each in there if sign(there_lines, each) == mine]
        if alike_there:
            same = len(alike_here) == len(alike_there)
            return alike_there[alike_here.index(place)] if same else None
    if len(here) == len(there) == 1 and edges(here_lines, here[0]) == edges(there_lines, there[0]):
        return there[0]
    return None


def reworded(text: Text, place: Place, passage: str, words: str) -> Text:
    """The text with `words` in place of the passage, in the formatting that the passage has.

    Only the letters that differ are touched. A line's white space stays tidy, as ever in a body.

    Raises:
        ValueError: the text does not read so there.
    """
    every = lines(text)
    line = every[place.line] if place.line < len(every) else Line("", "")
    if not passage or not line.text.startswith(passage, place.start):
        raise ValueError(f"{passage!r} does not stand at {place}")
    start, end, new = _narrowed(place.start, passage, words)
    if line.kind in ("title", "sapo"):
        plain = f"{line.text[:start]}{new}{line.text[end:]}"
        if line.kind == "title":
            return replace(text, title=" ".join(plain.split()))
        return replace(text, sapo=re.sub(r" {2,}", " ", plain).strip())
    number = place.line - 2
    blocks = list(text.blocks)
    for index, block in enumerate(blocks):
        parts = _parts(block)
        if number < len(parts):
            blocks[index] = _with_part(block, number, start, end, new)
            break
        number -= len(parts)
    return replace(text, blocks=tuple(blocks))


def _narrowed(start: int, old: str, new: str) -> tuple[int, int, str]:
    """Where letters change, up to where, and to what, without those both have in common."""
    before = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        before += 1
    after = 0
    while after < min(len(old), len(new)) - before and old[-1 - after] == new[-1 - after]:
        after += 1
    return start + before, start + len(old) - after, new[before : len(new) - after]


def _parts(block: Block) -> tuple[str, ...]:
    """The lines of a block: inline HTML, of a figure plain text."""
    match block:
        case Paragraph(html=html) | Heading(html=html):
            return (html,)
        case ListBlock(items=items):
            return items
        case Quote(paragraphs=paragraphs):
            return paragraphs
        case Table(html=html):
            return tuple(match[2] for match in _CELL.finditer(html))
        case Figure(caption=caption, credit=credit):
            return (caption, credit)


def _with_part(block: Block, number: int, start: int, end: int, new: str) -> Block:
    """The block with the letters from `start` to `end` of its line `number` changed to `new`."""
    if isinstance(block, Figure):
        part = _parts(block)[number]
        changed = " ".join(f"{part[:start]}{new}{part[end:]}".split())
        if number == 0:
            return replace(block, caption=changed)
        return replace(block, credit=changed)
    parts = list(_parts(block))
    parts[number] = _inline(parts[number], start, end, new)
    match block:
        case Paragraph() | Heading():
            return replace(block, html=parts[0])
        case ListBlock():
            return replace(block, items=tuple(parts))
        case Quote():
            return replace(block, paragraphs=tuple(parts))
        case Table(html=html):
            cells: Iterator[str] = iter(parts)
            return Table(_CELL.sub(lambda cell: f"{cell[1]}{next(cells)}", html))


def _inline(html: str, start: int, end: int, new: str) -> str:
    """The inline HTML with some letters of its text changed.

    What is added has the marks of the first letter that goes, else of the one before it.
    """
    out: list[str] = []
    at = 0
    for token in _TAG_OR_LETTER.findall(html):
        if token.startswith("<"):
            out.append(token)
            continue
        if at == start and (end > start or start == 0):
            out.append(escape(new))
        if not start <= at < end:
            out.append(token)
        at += 1
        if at == start == end:
            out.append(escape(new))
    tidy = parse(f"<p>{''.join(out)}</p>")
    return tidy[0].html if tidy and isinstance(tidy[0], Paragraph) else ""
