"""Lists of what readers may see: newest first, by cursor, and the hand-made ones.

Every list is ordered by (first_published_at, article_id), newest first. A cursor names the last
article that was shown, so that older pages stay right while articles arrive, and the deepest page
costs what the first one costs.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast

from newsroom.prepared import prepared

from .entries import COLUMNS, Entry, entry_of
from .models import (
    Author,
    Listing,
    Placement,
    PublishedArticle,
    PublishedByline,
    PublishedTag,
    Section,
    Tag,
)
from .models.intervals import IntervalQuerySet

PAGE_SIZE = 20
# By columns: ordering by the relation would bring in the working copy's own order, and its table.
NEWEST_FIRST = ("-first_published_at", "-article_id")

_CURSOR = re.compile(r"\A([0-9]{20})-([1-9][0-9]{0,17})\Z")
_CURSOR_TIME = "%Y%m%d%H%M%S%f"
# Years that a printed date may have; further out, local time would overflow.
_YEARS = range(1900, 9999)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: just after the article of this id, first published at this time."""

    time: datetime
    article_id: int

    def __str__(self) -> str:
        """As it stands in an address: 20 digits of UTC time, a hyphen, the id."""
        return f"{self.time.astimezone(UTC):{_CURSOR_TIME}}-{self.article_id}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """The cursor that `str` made.

        Raises:
            ValueError: `text` is no cursor.
        """
        match = _CURSOR.match(text)
        if match is None:
            raise ValueError(f"no cursor: {text[:60]!r}")
        time = datetime.strptime(match[1], _CURSOR_TIME).replace(tzinfo=UTC)
        if time.year not in _YEARS:
            raise ValueError(f"no paper was printed in the year {time.year}")
        return cls(time, int(match[2]))


@dataclass(frozen=True, slots=True)
class ListPage:
    """Some articles of a list; `older` is where the next page begins, None on the last one."""

    articles: list[Entry]
    older: Cursor | None = None
    before: Cursor | None = None


def newest(
    now: datetime,
    *,
    before: Cursor | None = None,
    without: Collection[int] = (),
    size: int = PAGE_SIZE,
) -> ListPage:
    """The paper's articles, but for those whose ids are in `without`."""
    rows = _newest(now, *_place(before), tuple(without), size=size)
    return _cut(rows, before, size)


@prepared
def _newest(
    now: datetime, time: datetime | None, last: int | None, without: tuple[int, ...], *, size: int
) -> QuerySet:
    rows = PublishedArticle.objects.visible(now).exclude(article__in=without)
    return _from(rows, now, time, last).values_list(*COLUMNS)[: size + 1]


def newest_with_picture(now: datetime, *, without: Collection[int] = ()) -> Entry | None:
    """The newest article that has a picture."""
    return next(map(entry_of, _newest_with_picture(now, tuple(without))), None)


@prepared
def _newest_with_picture(now: datetime, without: tuple[int, ...]) -> QuerySet:
    rows = PublishedArticle.objects.visible(now).exclude(article__in=without)
    return _from(rows.filter(lead_image__isnull=False), now).values_list(*COLUMNS)[:1]


def in_section(section: Section, now: datetime, before: Cursor | None = None) -> ListPage:
    """The articles of a section and of what stands below it."""
    return _cut(_in_section(now, *_place(before), section.pk), before, PAGE_SIZE)


@prepared
def _in_section(now: datetime, time: datetime | None, last: int | None, section: int) -> QuerySet:
    return _listed(Listing.objects.filter(section=section), now, time, last)


def under_tag(tag: Tag, now: datetime, before: Cursor | None = None) -> ListPage:
    """The articles that carry a tag."""
    return _cut(_under_tag(now, *_place(before), tag.pk), before, PAGE_SIZE)


@prepared
def _under_tag(now: datetime, time: datetime | None, last: int | None, tag: int) -> QuerySet:
    return _listed(PublishedTag.objects.filter(tag=tag), now, time, last)


def by_author(author: Author, now: datetime, before: Cursor | None = None) -> ListPage:
    """The articles an author signed; one signed twice (text and pictures) stands once."""
    return _cut(_by_author(now, *_place(before), author.pk), before, PAGE_SIZE)


@prepared
def _by_author(now: datetime, time: datetime | None, last: int | None, author: int) -> QuerySet:
    earlier = PublishedByline.objects.filter(
        publication=OuterRef("publication"), author=author, position__lt=OuterRef("position")
    )
    rows = PublishedByline.objects.filter(~Exists(earlier), author=author)
    return _listed(rows, now, time, last)


def newest_in_each(
    sections: Collection[Section], now: datetime, *, count: int, without: Collection[int] = ()
) -> dict[int, list[Entry]]:
    """At most `count` newest articles of each section, by section id, no article twice.

    Two queries, however many sections: the database picks by index the nth of each section.
    """
    # Two more than needed, for articles that another section before this one shows.
    picked = _nth_of_each(
        now, tuple(section.pk for section in sections), tuple(without), count=count + 2
    )
    ids = {pk: [pick for pick in picks if pick] for pk, *picks in picked}
    wanted = tuple({pick for picks in ids.values() for pick in picks})
    entries = {entry.publication: entry for entry in map(entry_of, _publications(wanted))}
    shown: set[int] = set()
    newest_of: dict[int, list[Entry]] = {}
    for section in sections:
        fresh = [pick for pick in ids[section.pk] if pick not in shown][:count]
        shown.update(fresh)
        newest_of[section.pk] = [entries[pick] for pick in fresh]
    return newest_of


@prepared
def _nth_of_each(
    now: datetime, sections: tuple[int, ...], without: tuple[int, ...], *, count: int
) -> QuerySet:
    listed = Listing.objects.visible(now).filter(section=OuterRef("pk"))
    listed = _from(listed.exclude(article_id__in=without), now).values("publication")
    nth = {f"nth_{n}": Subquery(listed[n : n + 1]) for n in range(count)}
    return Section.objects.filter(pk__in=sections).annotate(**nth).values_list("pk", *nth)


@prepared
def _publications(ids: tuple[int, ...]) -> QuerySet:
    return PublishedArticle.objects.filter(pk__in=ids).order_by().values_list(*COLUMNS)


def placed(names: Iterable[str], now: datetime) -> dict[str, list[Entry]]:
    """What stands in each of the hand-made lists at `now`, in the desk's order: one query."""
    names = tuple(names)
    filled: dict[str, list[tuple[int, Entry]]] = {name: [] for name in names}
    for row in _placed(now, names):
        entry = entry_of(row)
        for name, rank in zip(names, row[len(COLUMNS) :], strict=True):
            if rank is not None:
                filled[name].append((rank, entry))
    return {
        name: [entry for _rank, entry in sorted(ranked, key=itemgetter(0))]
        for name, ranked in filled.items()
    }


@prepared
def _placed(now: datetime, names: tuple[str, ...]) -> QuerySet:
    standing = Placement.objects.visible(now)
    # Position first, then age of the placement, in one number.
    order = Cast(F("position"), BigIntegerField()) * 10**12 + F("id")
    ranks = {
        f"rank_{n}": Subquery(
            standing.filter(slot=name, article=OuterRef("article"))
            .order_by("position", "id")
            .values(rank=order)[:1]
        )
        for n, name in enumerate(names)
    }
    return (
        PublishedArticle.objects.visible(now)
        .filter(article__in=standing.filter(slot__in=names).values("article"))
        .annotate(**ranks)
        .order_by()
        .values_list(*COLUMNS, *ranks)
    )


def _listed(
    rows: IntervalQuerySet, now: datetime, time: datetime | None, last: int | None
) -> QuerySet:
    """Rows of one of the `LISTED_MODELS`, a page and one more, with the publications they name."""
    rows = rows.visible(now)
    columns = (f"publication__{name}" for name in COLUMNS)
    return _from(rows, now, time, last).values_list(*columns)[: PAGE_SIZE + 1]


def _place(cursor: Cursor | None) -> tuple[datetime | None, int | None]:
    """A cursor as the values that a prepared query takes."""
    return (cursor.time, cursor.article_id) if cursor else (None, None)


def _from(
    rows: QuerySet, now: datetime, time: datetime | None = None, last: int | None = None
) -> QuerySet:
    """Rows visible at `now`, newest first, after a cursor; in a form that is found by index.

    Nothing visible was printed later than now. Said to the database, that keeps its planner with
    the index which has the list's order, instead of sorting all that has begun.
    """
    rows = rows.filter(first_published_at__lte=now if time is None else time)
    if time is not None:
        rows = rows.exclude(first_published_at=time, article_id__gte=last)
    return rows.order_by(*NEWEST_FIRST)


def _cut(rows: list[Any], before: Cursor | None, size: int) -> ListPage:
    """A page of `size`; the one more that was fetched tells whether there are older ones."""
    articles = [entry_of(row) for row in rows[:size]]
    last = articles[-1] if len(rows) > size else None
    older = Cursor(last.first_published_at, last.article_id) if last else None
    return ListPage(articles, older, before)
