"""From blocks to the HTML that is stored, and to plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

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
from articles.body.read import parse
from newsroom.text.html import sanitise
from newsroom.text.inline import escape, escape_attribute, inline_text


def serialise(blocks: Iterable[Block]) -> str:
    """Return the stored HTML, one block a line. parse gives the same blocks back."""
    return "\n".join(_block_html(block) for block in blocks)


def normalise(html: str) -> str:
    """Return the body that may be stored, from any HTML: what every way in calls. Idempotent."""
    blocks = parse(sanitise(html))
    return serialise(_with_label(block) if isinstance(block, Figure) else block for block in blocks)


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the text of a body, one line per paragraph, heading, item, cell and caption."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                lines.append(inline_text(block.html))
            case ListBlock():
                lines += map(inline_text, block.items)
            case Quote():
                lines += map(inline_text, block.paragraphs)
            case Table():
                lines += map(inline_text, re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", block.html))
            case Figure():
                lines.append(caption_line(block))
    return "\n".join(line for line in lines if line)


def _with_label(figure: Figure) -> Figure:
    """Complete the caption line of a figure whose credit was typed or taken away in the editor."""
    caption, separator, label, credit = (
        figure.caption, figure.separator, figure.label, figure.credit,
    )  # fmt: skip
    if not credit:
        return replace(figure, separator="", label="", tail="")
    if not label:
        typed = re.match(
            r"([^:]{1,20}:(?!//)\s*)(?=\S)", credit
        )  # "Nguồn: …" in the credit's place
        label = typed[0] if typed else "Ảnh: "
        credit = credit[typed.end() :] if typed else credit
        separator = separator or " "
    return replace(figure, separator=separator if caption else "", label=label, credit=credit)


def _block_html(block: Block) -> str:
    match block:
        case Paragraph(html):
            return f"<p>{html}</p>"
        case Heading(html, level):
            return f"<h{level}>{html}</h{level}>"
        case ListBlock(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"
        case Quote(paragraphs):
            return f"<blockquote>{''.join(f'<p>{p}</p>' for p in paragraphs)}</blockquote>"
        case Table(html):
            return html
        case Figure():
            return _figure_html(block)


def _figure_html(figure: Figure) -> str:
    inner = "".join(
        f'<div data-part="{part}">{escape(text)}</div>'
        for part, text in (("caption", figure.caption), ("credit", figure.credit))
        if text
    )
    attributes = _data_attributes(separator=figure.separator, label=figure.label, tail=figure.tail)
    if inner or attributes:
        inner = f"<figcaption{attributes}>{inner}</figcaption>"
    image = "" if figure.image is None else str(figure.image)
    return (
        f"<figure{_data_attributes(image=image, name=figure.name, alt=figure.alt)}>{inner}</figure>"
    )


def _data_attributes(**values: str) -> str:
    return "".join(
        f' data-{name}="{escape_attribute(value)}"' for name, value in values.items() if value
    )
