"""How a view says that its page may be stored, and what the page rests on.

    @stored("truoc")
    def section(request, validity, slug):
        validity.depends_on("site")          # before its data is read
        ...
        validity.until(next_change(now))

A version has to be read before the data it stands for: a change in between then costs one more
rendering; the other way round it would leave a stale page. Of a row that is found by something else
than its key (an author by a slug), find the id, depend on the key, then read the row.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from .versions import versions

View = Callable[..., HttpResponse]

# Where in the WSGI environment the store leaves the Validity of a page that it wants to keep.
ENVIRON_NAME = "newsroom.pagestore.validity"
# What a view wears that @stored has decorated: the names of the query parameters it reads.
MARK = "stored_with_query"


class Validity:
    """What a page rests on: keys whose versions it was made at, and until when it can hold.

    `query` is the part of the address that the page is stored under; None where nobody stores it
    and no version needs to be read.
    """

    def __init__(self, query: str | None = None) -> None:
        self.query = query
        self.versions: dict[str, int] = {}
        self.end: datetime | None = None

    def depends_on(self, *keys: str) -> None:
        """Let a change of any of these keys end the page. Call it before their data is read."""
        fresh = tuple(key for key in keys if key not in self.versions)
        self.versions |= dict.fromkeys(fresh, 0) if self.query is None else versions(fresh)

    def until(self, moment: datetime | None) -> None:
        """Let the page end at this instant, unless it ends before; None is no end."""
        if moment is not None:
            self.end = moment if self.end is None else min(self.end, moment)


def stored(*query: str) -> Callable[[View], View]:
    """Let the page of a view be stored, also with the query parameters named.

    The view gets a `Validity` after the request. What it answers with another status than 200 is
    never stored. While a page is made to be stored the view sees no other parameter: one reader's
    must not end up in the page of all.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            validity = request.META.get(ENVIRON_NAME) or Validity()
            if validity.query is not None:
                request.GET = QueryDict(validity.query, encoding=request.encoding)
            response = view(request, validity, *args, **kwargs)
            is_page = request.method in {"GET", "HEAD"} and response.status_code == 200
            if is_page and not validity.versions:
                raise TypeError(f"{view.__name__}: a stored page depends on at least one key")
            return response

        setattr(wrapped, MARK, frozenset(query))
        return wrapped

    return decorate
