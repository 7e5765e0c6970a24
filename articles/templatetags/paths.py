"""Whole addresses, and those that follow from a thing: of a section's feed, of a day."""

from datetime import date

from django import template
from django.urls import reverse

from .. import addresses, feeds
from ..models import Section

register = template.Library()


@register.filter
def absolute(address: str) -> str:
    """The address with the site's own in front of it."""
    return addresses.absolute(address)


@register.filter
def feed_path(section: Section) -> str:
    """The feed of a section."""
    return feeds.feed_path(section)


@register.filter(expects_localtime=True)
def day_path(day: date) -> str:
    """The archive of a day, or of the day of a moment."""
    return reverse("archive_day", args=[day.year, day.month, day.day])


@register.filter
def month_path(day: date) -> str:
    """The archive of the month that a day is in."""
    return reverse("archive_month", args=[day.year, day.month])
