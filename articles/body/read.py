"""From sanitised HTML to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from articles.body.blocks import (
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    caption_line,
)
from newsroom.text.html import BLOCKS, INLINE, Tag, tokens
from newsroom.text.inline import Run, escape_attribute, inline_html, inline_text
from newsroom.text.vietnamese import clean, clean_line


# One save reads the same text for its pictures, its words and its page.
@lru_cache(maxsize=32)
def parse(html: str) -> tuple[Block, ...]:
    """Return the blocks of sanitised HTML. Never raises, and drops no text.

    Text outside any block, and that of elements not in the vocabulary, becomes paragraphs. Lists
    within lists, and blocks within quotes, items and cells, are flattened into these; a figure or
    table within another block moves out, to just after it. Empty blocks are left out. A figure
    with neither image nor name is only its caption.
    """
    return tuple(_Reader().read(html))


class _Frame(Protocol):
    """An open quote, list, table or figure, collecting the lines within it."""

    def start(self, tag: Tag) -> None: ...
    def end(self, name: str) -> None: ...
    def line(self, html: str) -> None: ...
    def blocks(self) -> list[Block]: ...


@dataclass
class _QuoteFrame:
    lines: list[str] = field(default_factory=list)

    def start(self, tag: Tag) -> None:
        pass

    def end(self, name: str) -> None:
        pass

    def line(self, html: str) -> None:
        self.lines.append(html)

    def blocks(self) -> list[Block]:
        return [Quote(tuple(self.lines))] if self.lines else []


@dataclass
class _ListFrame:
    ordered: bool
    items: list[str] = field(default_factory=list)
    between: bool = True  # no item is open: the next line begins one

    def start(self, tag: Tag) -> None:
        self.between = self.between or tag.name == "li"

    def end(self, name: str) -> None:
        self.between = self.between or name in ("li", "ul", "ol")

    def line(self, html: str) -> None:
        if self.between:
            self.items.append(html)
        else:
            self.items[-1] += f" {html}"
        self.between = False

    def blocks(self) -> list[Block]:
        return [ListBlock(tuple(self.items), self.ordered)] if self.items else []


@dataclass
class _Cell:
    name: str
    spans: str
    lines: list[str] = field(default_factory=list)


@dataclass
class _TableFrame:
    rows: list[tuple[str, list[_Cell]]] = field(default_factory=list)  # (thead or tbody, cells)
    section: str = "tbody"
    cell: _Cell | None = None
    outside: list[str] = field(default_factory=list)  # lines in no cell

    def start(self, tag: Tag) -> None:
        if tag.name in ("thead", "tbody"):
            self.section = tag.name
        elif tag.name == "tr" or (tag.name in ("td", "th") and not self.rows):
            self.rows.append((self.section, []))
        if tag.name in ("td", "th"):
            spans = (
                f' {name}="{escape_attribute(tag.attributes[name])}"'
                for name in ("colspan", "rowspan")
                if name in tag.attributes
            )
            self.cell = _Cell(tag.name, "".join(spans))
            self.rows[-1][1].append(self.cell)

    def end(self, name: str) -> None:
        if name in ("td", "th"):
            self.cell = None

    def line(self, html: str) -> None:
        (self.outside if self.cell is None else self.cell.lines).append(html)

    def blocks(self) -> list[Block]:
        sections = {"thead": "", "tbody": ""}
        for section, cells in self.rows:
            if cells:
                row = "".join(f"<{c.name}{c.spans}>{' '.join(c.lines)}</{c.name}>" for c in cells)
                sections[section] += f"<tr>{row}</tr>"
        inner = "".join(f"<{name}>{rows}</{name}>" for name, rows in sections.items() if rows)
        table: list[Block] = [Table(f"<table>{inner}</table>")] if inner else []
        return [*map(Paragraph, self.outside), *table]


@dataclass
class _FigureFrame:
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)  # the open figcaption and divs
    texts: dict[str, list[str]] = field(default_factory=lambda: {"caption": [], "credit": []})
    outside: list[str] = field(default_factory=list)  # lines in no caption

    def start(self, tag: Tag) -> None:
        if tag.name == "figcaption":
            self.attributes = self.attributes | tag.attributes
            self.parts.append("caption")
        elif tag.name == "div":
            self.parts.append(tag.attributes.get("data-part", "caption"))

    def end(self, name: str) -> None:
        if name in ("figcaption", "div"):
            self.parts.pop()

    def line(self, html: str) -> None:
        if self.parts:
            self.texts[self.parts[-1]].append(inline_text(html))
        else:
            self.outside.append(html)

    def blocks(self) -> list[Block]:
        image = self.attributes.get("data-image", "")
        figure = Figure(
            image=int(image) if image.isascii() and image.isdigit() else None,
            name=clean_line(self.attributes.get("data-name", "")),
            caption=" ".join(self.texts["caption"]),
            separator=self.spaced("data-separator"),
            label=self.spaced("data-label"),
            credit=" ".join(self.texts["credit"]),
            tail=self.spaced("data-tail"),
            alt=clean_line(self.attributes.get("data-alt", "")),
        )
        outside = [Paragraph(html) for html in self.outside]
        if figure.image is not None or figure.name:
            return [figure, *outside]
        caption = inline_html([Run(caption_line(figure))])
        return [Paragraph(caption), *outside] if caption else [*outside]

    def spaced(self, name: str) -> str:
        """Return an attribute whose spaces at the ends count."""
        return re.sub(r"\s", " ", clean(self.attributes.get(name, "")))


class _Reader:
    """Reads tags and texts in order; keeps the open elements and the line being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.lifted: list[Block] = []  # to come after the outermost open frame
        self.open: list[tuple[Tag, _Frame | None]] = []
        self.runs: list[Run] = []
        self.links: list[str] = []
        self.marks = {"strong": 0, "em": 0}

    def read(self, html: str) -> list[Block]:
        for token in tokens(html):
            if isinstance(token, str):
                link = self.links[-1] if self.links else ""
                strong, em = self.marks["strong"] > 0, self.marks["em"] > 0
                self.runs.append(Run(token, link, strong, em))
            elif token.name in INLINE:
                self.mark(token)
            elif token.name in BLOCKS:
                self.end_line()
                if token.closing:
                    self.close(token.name)
                else:
                    self.start(token)
        self.end_line()
        while self.open:
            self.close(self.open[-1][0].name)
        return self.blocks

    def mark(self, tag: Tag) -> None:
        if tag.name != "a":
            self.marks[tag.name] = max(0, self.marks[tag.name] + (-1 if tag.closing else 1))
        elif not tag.closing:
            self.links.append(tag.attributes.get("href", ""))
        elif self.links:
            self.links.pop()

    def frame(self) -> _Frame | None:
        return next((frame for _, frame in reversed(self.open) if frame), None)

    def start(self, tag: Tag) -> None:
        around = self.frame()
        frame: _Frame | None = None
        if tag.name == "table":
            frame = _TableFrame()
        elif tag.name == "figure":
            frame = _FigureFrame(tag.attributes)
        elif around:
            around.start(tag)
        elif tag.name == "blockquote":
            frame = _QuoteFrame()
        elif tag.name in ("ul", "ol"):
            frame = _ListFrame(ordered=tag.name == "ol")
        self.open.append((tag, frame))

    def close(self, name: str) -> None:
        if all(tag.name != name for tag, _ in self.open):
            return
        closed = ""
        while closed != name:
            tag, frame = self.open.pop()
            closed = tag.name
            around = self.frame()
            if frame:
                (self.lifted if around else self.blocks).extend(frame.blocks())
            elif around:
                around.end(closed)
            if not around:
                self.blocks += self.lifted
                self.lifted = []

    def end_line(self) -> None:
        html = inline_html(self.runs)
        self.runs = []
        if not html:
            return
        if frame := self.frame():
            frame.line(html)
            return
        levels = [int(tag.name[1]) for tag, _ in self.open if tag.name in ("h2", "h3")]
        self.blocks.append(Heading(html, levels[-1]) if levels else Paragraph(html))
