"""The archive: years, months, days. What lies before the paper or has yet to come is not found."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import archive
from ..archive import Period
from ..frame import load_frame
from ..surfaces import FRONT, SITE
from .public import cursor_of, public


@public
@stored()
def index(request: HttpRequest, validity: Validity) -> HttpResponse:
    """The years of the paper, and the months of the newest one."""
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    years = _years(archive.span(frame.now))
    newest = Period.year(date(years[0], 1, 1)) if years else None
    months = archive.months_of(newest, frame.now) if newest else []
    context = {"frame": frame, "years": years, "year": None, "months": months}
    return render(request, "pages/archive.html", context)


@public
@stored()
def year(request: HttpRequest, validity: Validity, year: int) -> HttpResponse:
    """The months of a year."""
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    years = _years(archive.span(frame.now))
    if year not in years:
        raise Http404("no paper in this year")
    months = archive.months_of(Period.year(date(year, 1, 1)), frame.now)
    context = {"frame": frame, "years": years, "year": year, "months": months}
    return render(request, "pages/archive.html", context)


@public
@stored()
def month(request: HttpRequest, validity: Validity, year: int, month: int) -> HttpResponse:
    """The days of a month, as a calendar."""
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    period = Period.month(_date(year, month, 1))
    weeks = archive.weeks_of(period, frame.now)
    is_empty = not any(day and day.is_filled for week in weeks for day in week)
    around = archive.around(period, frame.now)
    _check(period, around, is_empty=is_empty)
    context = {"frame": frame, "month": period.first, "weeks": weeks, "around": around}
    return render(request, "pages/archive_month.html", context | {"is_empty": is_empty})


@public
@stored("truoc")
def day(request: HttpRequest, validity: Validity, year: int, month: int, day: int) -> HttpResponse:
    """The articles of a day."""
    before = cursor_of(request)
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    period = Period.day(_date(year, month, day))
    page = archive.of_day(period.first, frame.now, before)
    around = archive.around(period, frame.now)
    _check(period, around, is_empty=not page.articles)
    context = {"frame": frame, "day": period.first, "page": page, "around": around}
    return render(request, "pages/archive_day.html", context)


def _years(span: Period | None) -> list[int]:
    """All years of the span, the newest first."""
    if span is None:
        return []
    newest = span.last.year
    return list(range(newest, span.first.year - 1, -1))


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Http404("no such day") from None


def _check(period: Period, around: archive.Around, *, is_empty: bool) -> None:
    """Days without an article have a page only while the paper lives, today always.

    Raises:
        Http404: the period has not begun, or was over before the first article.
    """
    today = timezone.localdate()
    if period.first > today or (is_empty and not around.earlier and period.end <= today):
        raise Http404("no paper at that time")
