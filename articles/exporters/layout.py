"""Articles written as plain text, in the layout of docs/developers/text-layout.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.body import (
    Block,
    Figure,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    caption_line,
    plain_text,
)
from articles.importers.bylines import TIME_ZONE
from articles.importers.captions import is_picture_name
from articles.importers.imported import ImportedArticle
from articles.importers.trailer import LIST_HEADINGS, NOTICE_MARK
from newsroom.text.vietnamese import clean_line

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)


def compose_layout(article: ImportedArticle, comment_count: int = 0) -> str:
    """Write an article: a blank line between blocks, none within picture, list and trailer.

    Lines end in LF and the text in no newline. Emphasis, links, levels of subheadings and alt
    texts have no place in this layout and are left out; a quotation becomes paragraphs, a table
    a paragraph for each row. What was set aside at import is not written.
    """
    trailer = [f"({comment_count}) Bình luận", *LIST_HEADINGS, clean_line(article.title)]
    notice = clean_line(article.copyright_notice)
    blocks = [
        clean_line(article.section),
        clean_line(article.title),
        _header(article),
        clean_line(article.sapo),
        *(text for block in article.blocks for text in _texts(block)),
        "\n".join(trailer),
        f"{NOTICE_MARK} {notice}" if notice else "",
    ]
    return "\n\n".join(block for block in blocks if block)


def _header(article: ImportedArticle) -> str:
    """Return the line of byline and time, as 19/05/2024 - 07:06; "" when there is neither."""
    names = "".join(map(str, article.bylines))
    if article.dateline is None:
        return clean_line(names)
    pattern = "%d/%m/%Y - %H:%M" if article.dateline_has_time else "%d/%m/%Y"
    return clean_line(f"{names} {article.dateline.astimezone(TIME_ZONE).strftime(pattern)}")


def _texts(block: Block) -> Iterator[str]:
    """Yield the blocks of text that a block of the body becomes."""
    match block:
        case Figure():
            yield "\n".join(filter(None, [_picture_name(block), clean_line(caption_line(block))]))
        case ListBlock():
            items = filter(None, map(_text, block.items))
            yield "\n".join(
                f"{number}. {item}" if block.ordered else f"- {item}"
                for number, item in enumerate(items, start=1)
            )
        case Quote():
            yield from map(_text, block.paragraphs)
        case Table():
            for row in _ROW.findall(block.html):
                yield " | ".join(map(_text, _CELL.findall(row)))
        case _:
            yield _text(block.html)


def _text(inline: str) -> str:
    return clean_line(plain_text((Paragraph(inline),)))


def _picture_name(figure: Figure) -> str:
    """Return a file name that reads as a picture's when the text is taken in again."""
    name = clean_line(re.split(r"[/\\]", figure.name)[-1])
    if not name:
        return f"anh-{figure.image}.jpg" if figure.image is not None else ""
    return name if is_picture_name(name) else f"{name}.jpg"
