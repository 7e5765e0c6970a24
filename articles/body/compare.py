"""Two bodies compared: which paragraphs and pictures came, went, moved or changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from articles.body.blocks import Block, Figure, Heading, ListBlock, Paragraph, Quote, Table
from newsroom.text import diff
from newsroom.text.inline import inline_text

_ROW = re.compile(r"<tr>(.*?)</tr>")
_CELL = re.compile(r"<(t[hd])((?: [^>]*)?)>(.*?)</t[hd]>")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading, item, quoted paragraph, row of a table, or a picture.

    `kind` is p, h2, h3, ul, ol, quote, row or figure; `html` inline HTML, of a row its cells one
    after another. `shape` is what else two parts can differ in: where a list or table begins, which
    cells a row has.
    """

    kind: str
    html: str = ""
    shape: str = ""
    figure: Figure | None = None

    @property
    def text(self) -> str:
        """The words of it; of a picture its caption and credit."""
        if self.figure:
            return f"{self.figure.caption} {self.figure.credit}"
        return inline_text(self.html)

    @property
    def identity(self) -> str:
        """What it is known by at another place."""
        if self.figure:
            return f"figure {self.figure.image or self.figure.name}"
        return f"{self.kind} {self.html}"


class What(StrEnum):
    """What became of a part. One that moved is GONE at its old place and MOVED at its new one."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    GONE = "gone"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Row:
    """A part as it was and as it is, None on the side that lacks it.

    The rows that are not MOVED make, in order, the old body; all that have a `new` the new one.
    `is_up` is whether a part moved towards the beginning.
    """

    what: What
    old: Part | None
    new: Part | None
    is_up: bool = False


def parts(blocks: Iterable[Block]) -> list[Part]:
    """A body as the parts that are compared, in order."""
    return [part for block in blocks for part in _parts(block)]


def compare(old: Iterable[Block], new: Iterable[Block]) -> list[Row]:
    """What became of each part of `old`, and where each part of `new` comes from."""
    before, after = parts(old), parts(new)
    rows: list[Row] = []
    pairs = diff.pairs(
        [repr(part) for part in before], [repr(part) for part in after], _likeness(before, after)
    )
    for a, b, same, alike in pairs:
        was, is_now = None if a is None else before[a], None if b is None else after[b]
        if same or alike:
            rows.append(Row(What.SAME if same else What.CHANGED, was, is_now))
            continue
        if was:
            rows.append(Row(What.REMOVED, was, None))
        if is_now:
            rows.append(Row(What.ADDED, None, is_now))
    return _replaced(_moved(rows))


def _parts(block: Block) -> list[Part]:
    match block:
        case Paragraph(html):
            return [Part("p", html)]
        case Heading(html, level):
            return [Part(f"h{level}", html)]
        case ListBlock(items, ordered):
            return _begun([Part("ol" if ordered else "ul", item) for item in items])
        case Quote(paragraphs):
            return _begun([Part("quote", paragraph) for paragraph in paragraphs])
        case Table(html):
            return _begun(_rows(html))
        case Figure():
            return [Part("figure", figure=block)]


def _begun(found: list[Part]) -> list[Part]:
    return [replace(found[0], shape=f"begins {found[0].shape}"), *found[1:]] if found else []


def _rows(table: str) -> list[Part]:
    head = table.partition("</thead>")[0].count("<tr>") if "</thead>" in table else 0
    found = []
    for number, row in enumerate(_ROW.findall(table)):
        cells = _CELL.findall(row)
        shape = " ".join(f"{name}{spans}" for name, spans, _html in cells)
        html = " | ".join(cell for _name, _spans, cell in cells)
        found.append(Part("row", html, f"{'head ' if number < head else ''}{shape}"))
    return found


def _likeness(old: list[Part], new: list[Part]) -> Callable[[int, int], float]:
    by_words = diff.by_words([part.text for part in old], [part.text for part in new])

    def likeness(a: int, b: int) -> float:
        was, is_now = old[a], new[b]
        if was.figure or is_now.figure:
            return float(was.kind == is_now.kind and was.identity == is_now.identity)
        if (was.kind == "row") != (is_now.kind == "row"):
            return 0.0
        # The same words in another kind or with other formatting, however few they are.
        return 1.0 if was.text == is_now.text else by_words(a, b)

    return likeness


def _moved(rows: list[Row]) -> list[Row]:
    """What went at one place and came at another has moved."""
    removed: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        if row.what == What.REMOVED and row.old:
            removed.setdefault(row.old.identity, []).append(number)
    for number, row in enumerate(rows):
        places = removed.get(row.new.identity) if row.what == What.ADDED and row.new else None
        if places:
            place = places.pop(0)
            old, is_up = rows[place].old, place > number
            rows[place] = Row(What.GONE, old, None, is_up)
            rows[number] = Row(What.MOVED, old, row.new, is_up)
    return rows


def _replaced(rows: list[Row]) -> list[Row]:
    """A picture that went where another came was replaced by it."""
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        if (
            last
            and (last.what, row.what) == (What.REMOVED, What.ADDED)
            and last.old
            and row.new
            and last.old.figure
            and row.new.figure
        ):
            found[-1] = Row(What.REPLACED, last.old, row.new)
        else:
            found.append(row)
    return found
