"""Readers' templates are Jinja's: which files these are, and what they can call.

The desk's and its letters' stay with Django's own engine, for which its libraries are written.
docs/decisions/templates.md
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from django.template.defaultfilters import linebreaksbr, truncatewords
from django.templatetags.static import static
from django.utils import html
from django.utils.formats import localize
from django.utils.safestring import SafeString, mark_safe
from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
)

from articles import addresses, dates, feeds, render, structured_data
from articles.comments.section import comment_section, form_fields

# What lies in templates/ and is not for readers.
DESK_FOLDERS = frozenset({"admin", "email"})
# Of how many values a macro's text is kept: those of the newest pages, some kilobytes each.
KEPT = 1024


class ReadersLoader(FileSystemLoader):
    """Finds what is for readers; of the desk's templates it knows nothing."""

    def get_source(self, environment: Environment, template: str) -> Any:
        if template.partition("/")[0] in DESK_FOLDERS:
            raise TemplateNotFound(template)
        return super().get_source(environment, template)

    def list_templates(self) -> list[str]:
        names = super().list_templates()
        return [name for name in names if name.partition("/")[0] not in DESK_FOLDERS]


def environment(*, loader: BaseLoader, undefined: type, **options: Any) -> Environment:
    """Jinja as the readers' templates expect it; Django's engine gives the options.

    Text is escaped everywhere, and a name that nobody gave is an error, also where it is only
    tested: a misspelt one cannot pass for an empty value.
    """
    assert isinstance(loader, FileSystemLoader)
    jinja = Environment(
        loader=ReadersLoader(loader.searchpath),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    jinja.globals.update(
        url=addresses.path,
        static=static,
        picture=render.picture,
        comment_section=comment_section,
        form_fields=form_fields,
        remembered=remembered,
        article_data=structured_data.article_data,
        author_data=structured_data.author_data,
        paper_data=structured_data.paper_data,
    )
    jinja.filters.update(
        absolute=addresses.absolute,
        day_path=addresses.day_path,
        month_path=addresses.month_path,
        feed_path=feeds.feed_path,
        in_words=dates.in_words,
        printed=dates.printed,
        clock=dates.clock,
        iso=dates.iso,
        iso_day=dates.iso_day,
        linebreaks=linebreaks,
        linebreaksbr=linebreaksbr,
        truncatewords=truncatewords,
        localize=localize,
    )
    return jinja


def linebreaks(text: str) -> SafeString:
    """Plain text as paragraphs, escaped."""
    return mark_safe(html.linebreaks(text, autoescape=True))


def remembered(macro: Callable[..., SafeString]) -> Callable[..., SafeString]:
    """A macro whose text is kept for as long as it is called with equal values.

    What it prints has to follow from these alone, and they have to be plain values, which are equal
    only where all of them is: two models are equal when their ids are, whatever they say.
    """

    def anew(*values: Any, **named: Any) -> SafeString:
        for value in (*values, *named.values()):
            _check_plain(value)
        return macro(*values, **named)

    return lru_cache(maxsize=KEPT)(anew)


def _check_plain(value: Any) -> None:
    """Refuse what may be equal to another value of which something else would be printed.

    Raises:
        TypeError: it is such a value.
    """
    if isinstance(value, tuple):
        for part in value:
            _check_plain(part)
    elif not isinstance(value, str | int | date | None):
        raise TypeError(f"nothing is kept for {value!r}: it is no plain value")
