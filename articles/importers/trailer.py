"""The foot of the page: comment count, the two curated lists, the title again, the notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.importers.imported import LayoutError, Line

LIST_HEADINGS = ("Nổi bật", "Đừng bỏ lỡ")
NOTICE_MARK = "(*)"
NOTICE_LIMIT = 500

_COUNT = re.compile(r"\((\d[\d.]*)\) Bình luận")


class Trailer(NamedTuple):
    """The article's own notice, and the lines that belong to other articles or to readers."""

    copyright_notice: str
    set_aside: tuple[tuple[int, str], ...]


def find_trailer(lines: Sequence[Line], title: str) -> int:
    """Return the index in `lines` at which the trailer begins; their number if there is none.

    It begins at the last comment count; without one, at the heading of the second list or at that
    of the first above it; without these, its other parts are looked for upwards from the end. So
    a subheading "Nổi bật" in the body stays there.
    """
    texts = [line.text for line in lines]
    for index in range(len(texts) - 1, -1, -1):
        if _COUNT.fullmatch(texts[index]):
            return index
    first, second = LIST_HEADINGS
    if second in texts:
        start = _last_index(texts, second)
        return _last_index(texts[:start], first) if first in texts[:start] else start
    return _find_from_the_end(texts, title)


def _last_index(texts: Sequence[str], wanted: str) -> int:
    return len(texts) - 1 - texts[::-1].index(wanted)


def _find_from_the_end(texts: Sequence[str], title: str) -> int:
    start = len(texts)
    expected = [NOTICE_MARK, title, *reversed(LIST_HEADINGS)]
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if not text:
            continue
        part = NOTICE_MARK if _is_notice(text) else text
        if part not in expected:
            break
        del expected[: expected.index(part) + 1]
        start = index
    return start


def parse_trailer(lines: Sequence[Line], title: str) -> Trailer:
    """Read the lines of a trailer, any of whose parts may be missing.

    Raises LayoutError when the lists are followed by text and the title is not among it, for it
    must stand last above the notice, and for a notice of over NOTICE_LIMIT characters. Everything
    else is set aside with its line number: titles under the lists, comments, a count of comments
    that are not in the file, text below the notice.
    """
    filled = [line for line in lines if line.text]
    notice = next((line for line in filled if _is_notice(line.text) and line.text != title), None)
    above = filled[: filled.index(notice)] if notice else filled
    used = {line for line in above if line.text in LIST_HEADINGS or _is_count_of_none(line.text)}
    repeated = _find_title(above, title)
    if repeated:
        used.add(repeated)
    text = _read_notice(notice) if notice else ""
    if notice and text:
        used.add(notice)
    return Trailer(text, tuple((line.number, line.text) for line in filled if line not in used))


def _read_notice(line: Line) -> str:
    text = line.text.removeprefix(NOTICE_MARK).strip()
    if len(text) > NOTICE_LIMIT:
        reason = _(
            "The copyright notice has %(length)d characters; at most %(limit)d are possible."
        )
        raise LayoutError(reason % {"length": len(text), "limit": NOTICE_LIMIT}, line.number)
    return text


def _is_notice(text: str) -> bool:
    return text.startswith(NOTICE_MARK)


def _is_count_of_none(text: str) -> bool:
    found = _COUNT.fullmatch(text)
    return found is not None and found[1] == "0"


def _find_title(above: Sequence[Line], title: str) -> Line | None:
    """Find the title below the last list heading (or the count, where there is no list)."""
    below: list[Line] = []
    for line in reversed(above):
        if line.text in LIST_HEADINGS or _COUNT.fullmatch(line.text):
            break
        if line.text == title:
            return line
        below.append(line)
    if not below:
        return None
    reason = _(
        "The title at the foot is not the title of the article, “%(title)s”. Write the same "
        "title in both places, or leave it out at the foot."
    ) % {"title": title}
    raise LayoutError(reason, below[0].number)
