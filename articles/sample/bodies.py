"""Quotations and tables, for which the text layout has no place."""

from collections.abc import Sequence
from html import escape
from typing import Any

from articles.body import Block, Paragraph, Quote, Table


def enrich(blocks: Sequence[Block], about: dict[str, Any]) -> tuple[Block, ...]:
    """The blocks with what ``about`` asks for.

    ``quotations`` are the opening words of paragraphs that become block quotations; ``tables``
    have ``after``, the opening words of the paragraph above, and ``rows``, the first of them the
    head.

    Raises:
        ValueError: no paragraph opens so, or more than one.
    """
    enriched = list(blocks)
    for words in about.get("quotations", ()):
        place = _opens(enriched, words)
        enriched[place] = Quote((_html(enriched[place]),))
    for table in about.get("tables", ()):
        enriched.insert(_opens(enriched, table["after"]) + 1, Table(_table(table["rows"])))
    return tuple(enriched)


def _opens(blocks: Sequence[Block], words: str) -> int:
    start = escape(words, quote=False)
    places = [place for place, block in enumerate(blocks) if _html(block).startswith(start)]
    if len(places) != 1:
        raise ValueError(f"{len(places)} paragraphs open with “{words}”")
    return places[0]


def _html(block: Block) -> str:
    return block.html if isinstance(block, Paragraph) else ""


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *rest = rows
    body = "".join(_row(row, "td") for row in rest)
    return f"<table><thead>{_row(head, 'th')}</thead><tbody>{body}</tbody></table>"


def _row(cells: Sequence[str], tag: str) -> str:
    inside = "".join(f"<{tag}>{escape(cell, quote=False)}</{tag}>" for cell in cells)
    return f"<tr>{inside}</tr>"
