"""The line below the title: who wrote the article, and when it came out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from articles.importers.imported import ImportedByline, LayoutError, Line

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
# Before 1900 no newspaper of ours; a year beyond 2100 is a slip of the finger.
_YEARS = range(1900, 2101)

_DATE = re.compile(
    r"(?:^|\s)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"
    r"(?:\s*[-–,]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2}))?$"
)
_LIKE_A_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}[:h]\d{2}")
_SENTENCE_END = re.compile(r"[.?!:…]$")
_INITIALS_END = re.compile(r"(?:^|\s)(?:\w\.)+$")

# Lengths beyond which a line is a sentence and no byline: with a date at its end, without one,
# of one name and of a role.
_DATED_LIMIT = 300
_UNDATED_LIMIT = 100
_NAME_LIMIT = 80
_ROLE_LIMIT = 60

_ROLE_WORD = (
    "(?:Bài|Ảnh|Video|Clip|Đồ họa|Đồ hoạ|Minh họa|Minh hoạ|Thực hiện|Trình bày|Thiết kế|Tổng hợp"
    "|Biên dịch|Lược dịch|Dịch|Nguồn)"
)
_ROLE = re.compile(rf"(?P<role>{_ROLE_WORD}(?:(?:, | và | & | - |/){_ROLE_WORD})*): ", re.I)
_SEPARATOR = re.compile(r" [-–—|] |[,;] ?| ?/ ?| và | & ")
# "PGS, TS Minh An" is one person: a comma after an academic title separates nothing.
_TITLE = re.compile(r"(?:^|[ ,])(?:GS|PGS|TSKH|TS|ThS|BS|DS|LS|KTS|KS|NSND|NSƯT)\.?$")


class Header(NamedTuple):
    """What the lines below the title say; `lines` is how many of them they were."""

    bylines: tuple[ImportedByline, ...] = ()
    dateline: datetime | None = None
    has_time: bool = False
    lines: int = 0


def parse_header(lines: Sequence[Line], paragraph_follows: bool) -> Header:
    """Read byline and date from the first of `lines` (no blank ones among them), if it is that.

    A line that ends in a date is one. So is a short line without a final full stop, when
    `paragraph_follows`: the lead paragraph must then be the one below. A date alone on the line
    below a byline belongs to it. Raises LayoutError for a date that does not exist, and for a
    byline with a date in another style.
    """
    first = lines[0]
    dated = _DATE.search(first.text)
    if dated and len(first.text) <= _DATED_LIMIT:
        names = re.sub(r"\s*[-–|,]$", "", first.text[: dated.start()])
        bylines = parse_bylines(names)
        if all(len(byline.name) <= _NAME_LIMIT for byline in bylines):
            _refuse_second_date(names, first.number)
            return Header(bylines, *_read_date(dated, first.number), lines=1)
    if len(lines) < 2 or not _is_short(first.text):
        return Header()
    alone = _DATE.match(lines[1].text)
    if alone:
        return Header(parse_bylines(first.text), *_read_date(alone, lines[1].number), lines=2)
    if not paragraph_follows:
        return Header()
    _refuse_second_date(first.text, first.number)
    return Header(parse_bylines(first.text), lines=1)


def is_dated(text: str) -> bool:
    """Tell whether a line ends as the line below the title does, with a date."""
    return bool(_DATE.search(text))


def is_timed(text: str) -> bool:
    """Tell whether a line ends in a date with a time. A title may well end in a date alone."""
    found = _DATE.search(text)
    return bool(found and found["hour"])


def parse_bylines(text: str) -> tuple[ImportedByline, ...]:
    """Split a byline into its names, so that `"".join(map(str, names))` is the line again.

    Where that cannot be done, all of the line is one name.
    """
    if not text:
        return ()
    bylines = tuple(_split_names(text))
    if "".join(map(str, bylines)) == text and all(map(_is_name, bylines)):
        return bylines
    return (ImportedByline(name=text),)


def _split_names(text: str) -> list[ImportedByline]:
    bylines: list[ImportedByline] = []
    separator = ""
    while True:
        role, rest = _take_role(text)
        cut = _end_of_name(rest)
        if cut is None:
            return [*bylines, ImportedByline(rest, role, separator)]
        bylines.append(ImportedByline(rest[: cut.start()], role, separator))
        separator, text = cut.group(), rest[cut.end() :]


def _take_role(text: str) -> tuple[str, str]:
    found = _ROLE.match(text)
    return (found["role"], text[found.end() :]) if found else ("", text)


def _end_of_name(text: str) -> re.Match[str] | None:
    for cut in _SEPARATOR.finditer(text):
        if not (cut.group().startswith(",") and _TITLE.search(text[: cut.start()])):
            return cut
    return None


def _is_name(byline: ImportedByline) -> bool:
    """Tell whether this is the name of one person or group, and not the half of a phrase."""
    name = byline.name
    if not 0 < len(name) <= _NAME_LIMIT or len(byline.role) > _ROLE_LIMIT:
        return False
    if name.count("(") != name.count(")"):
        return False
    return byline.separator not in (" và ", " & ") or not name[0].islower()


def _is_short(text: str) -> bool:
    if len(text) > _UNDATED_LIMIT:
        return False
    initials = _INITIALS_END.search(text)
    return not _SENTENCE_END.search(text) or bool(initials and initials.group().isupper())


def _refuse_second_date(names: str, line: int) -> None:
    """Refuse a date in another style: it would become part of an author's name."""
    if _LIKE_A_DATE.search(names):
        raise LayoutError(
            _("The date below the title is written like 19/05/2024 - 07:06 or 19/05/2024."), line
        )


def _read_date(found: re.Match[str], line: int) -> tuple[datetime, bool]:
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    has_time = found["hour"] is not None
    hour, minute = (int(found["hour"]), int(found["minute"])) if has_time else (0, 0)
    try:
        if year not in _YEARS:
            raise ValueError(year)
        return datetime(year, month, day, hour, minute, tzinfo=TIME_ZONE), has_time
    except ValueError as error:
        reason = _("There is no such date or time: %(date)s.") % {"date": found.group().strip()}
        raise LayoutError(reason, line) from error
