"""System checks of the paper's addresses."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from .addresses import RESERVED_WORDS


@register
def check_first_words(**options: Any) -> list[CheckMessage]:
    """No section may take the first word of another address: it would hide one of the two."""
    words = first_words(get_resolver().url_patterns)
    return [
        Error(
            f"“{word}” is the first word of an address, but a section could still take it.",
            hint=f'Add "{word}" to RESERVED_WORDS in articles/addresses.py.',
            id="articles.E001",
        )
        for word in sorted(set(words) - RESERVED_WORDS)
    ]


def first_words(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """The first words, as they are written, of all addresses below `prefix`.

    An address that begins with a variable part has none.
    """
    for pattern in patterns:
        route = pattern.pattern
        text = prefix + (str(route) if isinstance(route, RoutePattern) else "")
        word, slash, _rest = text.partition("/")
        if isinstance(pattern, URLResolver) and not slash:
            yield from first_words(pattern.url_patterns, text)
        elif word and "<" not in word:
            yield word
