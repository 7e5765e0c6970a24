"""What an importer hands over: plain values, and the refusal that names a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.body import Block


class Line(NamedTuple):
    """A cleaned line of the file; `number` counts from 1, `text` is "" for a blank line."""

    number: int
    text: str


class LayoutError(ValueError):
    """A file that cannot be taken in. `line` counts from 1; None when the whole file is meant."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        if self.line is None:
            return self.reason
        return _("Line %(line)d: %(reason)s") % {"line": self.line, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class ImportedByline:
    """One name of the byline; `separator` is the text that stood between it and the name before."""

    name: str
    role: str = ""
    separator: str = ""

    def __str__(self) -> str:
        role = f"{self.role}: " if self.role else ""
        return f"{self.separator}{role}{self.name}"


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article as its file tells it; every text is plain and clean, save the blocks' HTML.

    `dateline` is aware, in Asia/Ho_Chi_Minh, at midnight when `dateline_has_time` is False.
    `blocks` is the body without the sapo; its figures know their pictures by file name alone.
    `copyright_notice` stands without its leading "(*) ". `set_aside` holds (line number, text) of
    the lines that belong to no article, for the report.
    """

    section: str
    title: str
    bylines: tuple[ImportedByline, ...]
    dateline: datetime | None
    dateline_has_time: bool
    sapo: str
    blocks: tuple[Block, ...]
    copyright_notice: str
    set_aside: tuple[tuple[int, str], ...]
