"""Ids and versions as addresses and forms of the desk say them: none that fits no column.

A longer number would be an error in the database, not a row that is not there.
"""

from django.urls import register_converter
from django.urls.converters import IntConverter

MOST_DIGITS = 18


class FittingNumber(IntConverter):
    """A number of at most 18 digits; an address with a longer one is none of the desk's."""

    regex = f"[0-9]{{1,{MOST_DIGITS}}}"


register_converter(FittingNumber, "number")


def number(text: str | None) -> int | None:
    """The number that a form field holds, None where it holds none that fits a column."""
    if text and text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS:
        return int(text)
    return None
