"""Inline text: runs of characters that share link, strong and em, and their one canonical HTML.

Two editors write the same words with different markup (nested, doubled, empty or split elements).
Runs have no nesting, so the same look gives the same HTML, and comparisons show only real changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import unescape
from itertools import groupby
from typing import NamedTuple

from newsroom.text.vietnamese import clean

_WHITE_SPACE = re.compile(r"\s+")
_INLINE = re.compile(r'<(/?)(a|strong|em)(?: href="([^"]*)")?>|([^<]+)')


class Run(NamedTuple):
    """Characters with the same marks. `href` is "" outside a link."""

    text: str
    href: str = ""
    strong: bool = False
    em: bool = False


def escape(text: str) -> str:
    """Return `text` as HTML text: only & < > are written as references."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Return `text` for use within a double-quoted attribute."""
    return escape(text).replace('"', "&quot;")


def inline_html(runs: Iterable[Run]) -> str:
    """Return the canonical HTML of one line of text, "" if nothing of it is visible.

    Text is cleaned (newsroom.text.vietnamese.clean), white space collapsed as a browser does and
    removed at both ends; elements nest as a > strong > em, and none is empty.
    """
    settled = _tidied(list(runs))
    # Removing what is invisible may bring runs together that then compose anew: repeat until still.
    while (tidied := _tidied(settled)) != settled:
        settled = tidied
    return _nested(settled, ("href", "strong", "em"))


def inline_text(html: str) -> str:
    """Return the plain text of inline HTML as inline_html writes it."""
    return unescape(re.sub("<[^>]*>", "", html))


def inline_runs(html: str) -> list[Run]:
    """Return the runs of inline HTML as inline_html writes it, which makes the same of them."""
    runs: list[Run] = []
    href, strong, em = "", False, False
    for slash, name, link, text in _INLINE.findall(html):
        match name:
            case "a":
                href = "" if slash else unescape(link)
            case "strong":
                strong = not slash
            case "em":
                em = not slash
            case _:
                runs.append(Run(unescape(text), href, strong, em))
    return runs


def _tidied(runs: list[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in _joined(runs):
        text = _WHITE_SPACE.sub(" ", clean(run.text))
        if not kept or kept[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            kept.append(run if text == run.text else run._replace(text=text))
    while kept and not (text := kept[-1].text.rstrip(" ")):
        kept.pop()
    if kept:
        kept[-1] = kept[-1]._replace(text=text)
    return kept


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        # A combining mark belongs to the letter before it even where an element begins between
        # them. Without a letter it goes: U+0338 after a ">" would, in NFC, destroy the tag.
        marks, text = _split_marks(run.text)
        if joined and joined[-1][1:] == run[1:]:
            marks, text = marks + text, ""
        if joined and marks:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + marks)
        if text:
            joined.append(run if text == run.text else run._replace(text=text))
    return joined


def _split_marks(text: str) -> tuple[str, str]:
    end = 0
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return text[:end], text[end:]


def _nested(runs: list[Run], marks: tuple[str, ...]) -> str:
    if not marks:
        return escape("".join(run.text for run in runs))
    html = ""
    for value, group in groupby(runs, key=lambda run: getattr(run, marks[0])):
        inner = _nested(list(group), marks[1:])
        if not value:
            html += inner
        elif marks[0] == "href":
            html += f'<a href="{escape_attribute(value)}">{inner}</a>'
        else:
            html += f"<{marks[0]}>{inner}</{marks[0]}>"
    return html
