"""How the paper's pages write days and times: always in the paper's own zone."""

from datetime import date, datetime
from typing import TypeVar

from django.utils import timezone

Day = TypeVar("Day", date, datetime)

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def in_words(day: date) -> str:
    """The day as the head of the page gives it: Chủ nhật, ngày 19 tháng 5 năm 2024."""
    day = local(day)
    weekday = _WEEKDAYS[day.weekday()]
    return f"{weekday}, ngày {day.day} tháng {day.month} năm {day.year}"


def printed(moment: date, has_time: bool = True) -> str:
    """A printed date: 19/05/2024 - 07:06, or the day alone where the desk gave no time."""
    moment = local(moment)
    return f"{moment:%d/%m/%Y - %H:%M}" if has_time else f"{moment:%d/%m/%Y}"


def clock(moment: datetime) -> str:
    """The time of day: 07:06."""
    return f"{local(moment):%H:%M}"


def iso(moment: datetime) -> str:
    """The moment as machines read it: 2024-05-19T07:06:00+07:00."""
    return local(moment).isoformat()


def iso_day(moment: datetime) -> str:
    """The day of a moment as machines read it: 2024-05-19."""
    return local(moment).date().isoformat()


def local(day: Day) -> Day:
    """A moment in the paper's zone; a day is a day everywhere."""
    return timezone.localtime(day) if isinstance(day, datetime) else day
