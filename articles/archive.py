"""The archive: which days, months and years have articles, and the articles of a day.

Each question is a few looks into the index of first publication, whatever the paper's size. Days
are those of the paper's own time zone.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet, Subquery
from django.utils import timezone

from . import listings
from .listings import NEWEST_FIRST, PAGE_SIZE, Cursor, ListPage
from .models import PublishedArticle

OLDEST_FIRST = ("first_published_at", "article_id")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` up to, but without, `end`."""

    first: date
    end: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - timedelta(days=1)

    @classmethod
    def day(cls, first: date) -> "Period":
        """The one day."""
        return cls(first, first + timedelta(days=1))

    @classmethod
    def month(cls, first: date) -> "Period":
        """The month that begins with `first`."""
        return cls(first, (first + timedelta(days=31)).replace(day=1))

    @classmethod
    def year(cls, first: date) -> "Period":
        """The year that begins with `first`."""
        return cls(first, first.replace(year=first.year + 1))


@dataclass(frozen=True, slots=True)
class Part:
    """A day of a month or a month of a year: its first day, and whether it has an article."""

    first: date
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Around:
    """The nearest days with an article before and after a period; None where there is none."""

    earlier: date | None
    later: date | None


def of_day(day: date, now: datetime, before: Cursor | None = None) -> ListPage:
    """The day's articles, newest first, a page of them at a time: one query."""
    begins, ends = _instants(Period.day(day))
    start = before if before and before.time < ends else Cursor(ends, 1)
    found = listings.newest(now, before=start, size=PAGE_SIZE + 1).articles
    found = [article for article in found if article.first_published_at >= begins]
    shown = found[:PAGE_SIZE]
    more = len(found) > PAGE_SIZE
    older = Cursor(shown[-1].first_published_at, shown[-1].article_id) if more else None
    return ListPage(shown, older, before)


def around(period: Period, now: datetime) -> Around:
    """Where to go from the period: two queries."""
    begins, ends = _instants(period)
    earlier = _between(None, begins, now).order_by(*NEWEST_FIRST)
    later = _between(ends, None, now).order_by(*OLDEST_FIRST)
    return Around(_day_of_first(earlier), _day_of_first(later))


def span(now: datetime) -> Period | None:
    """From the first day with an article to the last one; None for an empty paper: two queries."""
    first = _day_of_first(_between(None, None, now).order_by(*OLDEST_FIRST))
    last = _day_of_first(_between(None, None, now).order_by(*NEWEST_FIRST))
    return Period(first, last + timedelta(days=1)) if first and last else None


def weeks_of(month: Period, now: datetime) -> list[list[Part | None]]:
    """The month as a calendar shows it: weeks of seven days from Monday on; None for other months'.

    One query.
    """
    weeks = calendar.Calendar().monthdatescalendar(month.first.year, month.first.month)
    days = [Period.day(day) for week in weeks for day in week if month.first <= day < month.end]
    parts = {part.first: part for part in _parts(days, now)}
    return [[parts.get(day) for day in week] for week in weeks]


def months_of(year: Period, now: datetime) -> list[Part]:
    """The twelve months: one query."""
    months = [Period.month(year.first.replace(month=number)) for number in range(1, 13)]
    return _parts(months, now)


def _parts(periods: Sequence[Period], now: datetime) -> list[Part]:
    """Each period with whether it has an article: one query, one look for each.

    A look asks for the newest: for any one, PostgreSQL would rather read the table until it met it.
    """
    looks = {
        f"look_{number}": Subquery(
            _between(*_instants(period), now).order_by(*NEWEST_FIRST).values("pk")[:1]
        )
        for number, period in enumerate(periods)
    }
    # Asked beside the newest article: where there is none, no period has one.
    newest = _between(None, None, now).order_by(*NEWEST_FIRST)
    answers = newest.annotate(**looks).values_list(*looks).first() or [None] * len(periods)
    return [
        Part(period.first, found is not None)
        for period, found in zip(periods, answers, strict=True)
    ]


def _between(
    begins: datetime | None, ends: datetime | None, now: datetime
) -> QuerySet[PublishedArticle]:
    """What is visible and was first published from `begins` until just before `ends`.

    With one upper bound, not two: SQLite would search its index by the first that it is given.
    """
    rows = PublishedArticle.objects.visible(now)
    if begins is not None:
        rows = rows.filter(first_published_at__gte=begins)
    if ends is not None:
        return rows.filter(first_published_at__lt=ends)
    return rows.filter(first_published_at__lte=now)


def _instants(period: Period) -> tuple[datetime, datetime]:
    """When the period begins and when it is over."""
    zone = timezone.get_default_timezone()
    return (
        datetime.combine(period.first, time(), zone),
        datetime.combine(period.end, time(), zone),
    )


def _day_of_first(rows: QuerySet[PublishedArticle]) -> date | None:
    moment = rows.values_list("first_published_at", flat=True).first()
    return timezone.localdate(moment) if moment else None
