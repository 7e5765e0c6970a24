"""How the paper's pages write dates and show pictures."""

from datetime import datetime
from typing import Any

from django import template

from .. import render
from ..models import ImageVersion

register = template.Library()

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@register.filter(expects_localtime=True)
def in_words(moment: datetime) -> str:
    """The day as the head of the page gives it: Chủ nhật, ngày 19 tháng 5 năm 2024."""
    weekday = _WEEKDAYS[moment.weekday()]
    return f"{weekday}, ngày {moment.day} tháng {moment.month} năm {moment.year}"


@register.filter(expects_localtime=True)
def printed(moment: datetime, has_time: bool = True) -> str:
    """A printed date: 19/05/2024 - 07:06, or the day alone where the desk gave no time."""
    return f"{moment:%d/%m/%Y - %H:%M}" if has_time else f"{moment:%d/%m/%Y}"


@register.inclusion_tag("components/picture.html")
def picture(
    version: ImageVersion, alt: str, sizes: str, crop: str = "card", lazy: bool = True
) -> dict[str, Any]:
    """A picture of a list entry. `sizes` tells browsers how wide it will stand, as in HTML."""
    return {"picture": render.picture(version, alt=alt, crop=crop, sizes=sizes), "lazy": lazy}
